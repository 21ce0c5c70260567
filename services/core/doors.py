"""Doors with a lock that knows who passes: where they are and where they lead."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from services.core.equipment import Code, Name, code_free, living
from services.core.operation import Change, Context, Look, Put, operation
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE
from services.core.shape import Ref
from services.core.zones import Metres, living_zone


@record("door", indexed=("code", "zone"), few=True)
@dataclass(frozen=True, kw_only=True)
class Door:
    """`zone` is where one stands before it, `leads_to` where one is after it: none for out of doors."""

    id: str
    code: str
    name: str
    zone: str
    leads_to: str | None = None
    x: float | None = None
    y: float | None = None
    retired_at: datetime | None = None


def two_sides(look: Look, zone: str, leads_to: str | None) -> None:
    """A door stands between two zones in use. Raises Refused: zone_retired, door_leads_nowhere."""
    living_zone(look, zone)
    if leads_to:
        living_zone(look, leads_to)
    if leads_to == zone:
        raise Refused("door_leads_nowhere")


@operation("doors.add", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A new door."""

    code: Code
    name: Name
    zone: Annotated[str, Ref("zone")]
    leads_to: Annotated[str, Ref("zone")] | None = None
    x: Metres | None = None
    y: Metres | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        code_free(look, "door", self.code)
        two_sides(look, self.zone, self.leads_to)
        door = Door(
            id=context.id,
            code=self.code,
            name=self.name,
            zone=self.zone,
            leads_to=self.leads_to,
            x=self.x,
            y=self.y,
        )
        return [Put(door)]


@operation("doors.rename", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Rename:
    """Another name for a door."""

    door: Annotated[str, Ref("door")]
    name: Name

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(living(look, Door, self.door), name=self.name))]


@operation("doors.move", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Move:
    """A door is elsewhere, or leads elsewhere."""

    door: Annotated[str, Ref("door")]
    zone: Annotated[str, Ref("zone")]
    x: Metres
    y: Metres
    leads_to: Annotated[str, Ref("zone")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        door = living(look, Door, self.door)
        two_sides(look, self.zone, self.leads_to)
        return [Put(replace(door, zone=self.zone, leads_to=self.leads_to, x=self.x, y=self.y))]


@operation("doors.retire", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """The door is gone; who passed it stays as long as swipes do."""

    door: Annotated[str, Ref("door")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(living(look, Door, self.door), retired_at=context.now))]
