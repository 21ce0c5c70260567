"""Hazards in few columns: what people call them, for whoever looks one up, and the clocks of those in progress."""

from dataclasses import dataclass

import sqlalchemy as sa

from services.store.queries.status import OPEN, open_clock
from services.store.records import Records
from services.store.tables import RECORDS


@dataclass(frozen=True, slots=True)
class HazardName:
    """A hazard by its number (None until the hub has given one), what was seen, and where."""

    id: str
    number: str | None
    description: str
    category: str
    state: str
    zone: str


@dataclass(frozen=True, slots=True)
class HazardClock(HazardName):
    """One in progress: by when the next one must have acted (UTC as text, None where no clock runs), who reported it,
    who has it, and who answers for its zone."""

    due: str | None
    reporter: str | None
    team: str | None
    assignee: str | None
    supervisor: str | None


def hazard_names(look: Records) -> tuple[HazardName, ...]:
    """All hazards with the names of their zones, the newest first."""
    hazards, zones = RECORDS["hazard"], RECORDS["zone"]
    h = hazards.c
    query = sa.select(h.id, h.number, h.description, h.category, h.state, zones.c.name)
    joined = query.join(zones, zones.c.id == h.zone).order_by(h.id.desc())
    return tuple(HazardName(*row) for row in look.connection.execute(joined))


def hazard_clocks(look: Records) -> tuple[HazardClock, ...]:
    """Those in progress."""
    hazards, zones = RECORDS["hazard"], RECORDS["zone"]
    h = hazards.c
    columns = (h.id, h.number, h.description, h.category, h.state, zones.c.name, open_clock())
    query = sa.select(*columns, h.reporter, h.team, h.assignee, zones.c.supervisor)
    joined = query.join(zones, zones.c.id == h.zone).where(h.state.in_(OPEN))
    return tuple(HazardClock(*row) for row in look.connection.execute(joined))
