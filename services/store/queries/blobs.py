"""Which drawings and photos a console should have before it is without its hub."""

from services.core.hazards import State
from services.core.zones import Floor
from services.store.records import Records

OPEN = [state for state in State if state not in (State.CLOSED, State.REJECTED)]
MOST = 400  # photos; the rest comes when it is looked at


def blobs_for_offline(look: Records) -> list[str]:
    """The drawings of all floors in use, then the photos of open hazards, those under review first."""
    floors: tuple[Floor, ...] = look.find("floor")
    drawings = [floor.drawing for floor in floors if floor.drawing and floor.retired_at is None]
    found = [hazard for state in reversed(OPEN) for hazard in look.find("hazard", state=state)]
    photos = [sha for hazard in found for sha in (*hazard.before, *hazard.after)]
    return list(dict.fromkeys([*drawings, *photos[:MOST]]))
