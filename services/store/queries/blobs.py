"""Which drawings and photos a console should have before it is without its hub."""

import json

import sqlalchemy as sa

from services.core.hazards import ENDED, State
from services.store.records import Records
from services.store.tables import floors, hazards

OPEN = [state for state in State if state not in ENDED]
MOST = 200  # hazards; other photos come when they are looked at


def drawings(look: Records) -> tuple[str, ...]:
    """The drawings of all floors in use."""
    used = sa.select(floors.c.drawing).where(floors.c.drawing.is_not(None), floors.c.retired_at.is_(None))
    return tuple(look.connection.execute(used).scalars())


def blobs_for_offline(look: Records) -> list[str]:
    """The drawings of all floors in use, then the photos of open hazards, those furthest on their way first."""
    found = list(drawings(look))
    for state in reversed(OPEN):
        photos = sa.select(hazards.c.before, hazards.c.after, hazards.c.extra_photos).where(hazards.c.state == state)
        newest = photos.order_by(hazards.c.reported_at.desc(), hazards.c.id.desc()).limit(MOST)
        cursor = look.connection.execute(newest).cursor  # as the driver has them: it is asked after every change
        assert cursor is not None
        found += [sha for row in cursor.fetchall() for text in row if text != "[]" for sha in json.loads(text)]
    return list(dict.fromkeys(found))
