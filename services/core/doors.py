"""Doors with a lock that knows who passes: where they are and where they lead."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from services.core.equipment import Code, Name, code_free, in_use, living, moved_back
from services.core.operation import Change, Changed, Context, Look, Put, Way, operation, required
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


@operation("doors.add", roles=OFFICE, undoable=True)
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

    def inverse(self, id_: str, changes: Changed) -> Way:
        """What was added is used no more."""
        return "doors.retire", {"door": id_}


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

    def inverse(self, id_: str, changes: Changed) -> Way:
        """Back to where it was."""
        return moved_back("doors", "door", self.door, changes)


@operation("doors.take_off_plan", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class TakeOffPlan:
    """It has no place on the plan any more; it still belongs to its zone, or to another that is named."""

    door: Annotated[str, Ref("door")]
    zone: Annotated[str, Ref("zone")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        door = living(look, Door, self.door)
        zone = living_zone(look, self.zone).id if self.zone else door.zone
        return [Put(replace(door, zone=zone, x=None, y=None))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """Back to where it was."""
        return moved_back("doors", "door", self.door, changes)


@operation("doors.retire", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """The door is gone; who passed it stays as long as swipes do."""

    door: Annotated[str, Ref("door")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(living(look, Door, self.door), retired_at=context.now))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is used again."""
        return "doors.restore", {"door": self.door}


@operation("doors.restore", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Restore:
    """It is there again, with its code where nothing else has got that. Refused: thing_in_use, code_taken."""

    door: Annotated[str, Ref("door")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        door = required(look, Door, self.door)
        if door.retired_at is None:
            raise in_use(door.name)
        code_free(look, "door", door.code)
        two_sides(look, door.zone, door.leads_to)
        return [Put(replace(door, retired_at=None))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is used no more."""
        return "doors.retire", {"door": self.door}
