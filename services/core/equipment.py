"""Equipment: machines, vessels, vehicles and the things that protect people, each at a place on the plan."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated, Any, Literal, Protocol, TypeVar

from services.core.losses import Yuan
from services.core.operation import Change, Changed, Context, Look, Put, Way, operation, required
from services.core.people import Team
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE
from services.core.shape import Ref, Text
from services.core.zones import Metres, living_zone

EquipmentType = Literal[
    "press",
    "lathe",
    "mill",
    "grinder",
    "machining_centre",
    "saw",
    "welder",
    "robot",
    "spray_booth",
    "dryer",
    "furnace",
    "quench_tank",
    "crane",
    "forklift",
    "conveyor",
    "rack",
    "compressor",
    "pressure_vessel",
    "transformer",
    "switchgear",
    "charger",
    "ventilation",
    "chemical_cabinet",
    "extinguisher",
    "hydrant",
    "eyewash",
    "first_aid",
    "other",
]
Code = Annotated[str, Text(most=30)]
Name = Annotated[str, Text(most=60)]


@record("equipment", indexed=("code", "zone", "line"), group="equipment", few=True)
@dataclass(frozen=True, kw_only=True)
class Equipment:
    """`code` is the plant's own number, unique; `x` and `y` are metres on the zone's floor, none while it has no place
    on the plan; `line` is the code of the production line that MES knows it by. `check_due` is the day by which it is
    to be checked next: for extinguishers, hydrants and whatever else has such a tag. `stop_hour` is what an hour costs
    that it stands unplanned, in yuan; without it the plant's own figure for all machines is taken."""

    id: str
    code: str
    name: str
    type: EquipmentType
    zone: str
    x: float | None = None
    y: float | None = None
    line: str | None = None
    team: str | None = None
    check_due: date | None = None
    stop_hour: float | None = None
    retired_at: datetime | None = None


class Thing(Protocol):
    """Equipment, a sensor or a door."""

    @property
    def name(self) -> str: ...

    @property
    def retired_at(self) -> datetime | None: ...


T = TypeVar("T", bound=Thing)


def living(look: Look, cls: type[T], id_: str) -> T:
    """The thing, which must not be retired. Raises Refused: no_such_record, thing_retired."""
    found = required(look, cls, id_)
    if found.retired_at is not None:
        raise Refused("thing_retired", name=found.name)
    return found


def moved_back(group: str, record: str, id_: str, changes: Changed) -> Way:
    """The way back from a move, or from being taken off the plan: to where a thing was, if it had a place."""
    before: dict[str, Any] = next((dict(change["before"]) for change in changes), {})
    if before.get("x") is None or before.get("y") is None:
        return f"{group}.take_off_plan", {record: id_, "zone": before["zone"]}
    place = {name: before[name] for name in ("zone", "x", "y", "leads_to") if before.get(name) is not None}
    return f"{group}.move", {record: id_, **place}


def in_use(name: str) -> Refused:
    """What is said of a thing that is to be used again and is in use."""
    return Refused("thing_in_use", name=name)


def code_free(look: Look, kind: str, code: str) -> None:
    """Two living things of a kind have different codes. Raises Refused: code_taken."""
    if any(one.retired_at is None for one in look.find(kind, code=code)):
        raise Refused("code_taken", taken=code)


@operation("equipment.add", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A machine, or another thing at a place."""

    code: Code
    name: Name
    type: EquipmentType
    zone: Annotated[str, Ref("zone")]
    x: Metres | None = None
    y: Metres | None = None
    line: Code | None = None
    team: Annotated[str, Ref("team")] | None = None
    check_due: date | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        code_free(look, "equipment", self.code)
        living_zone(look, self.zone)
        if self.team:
            required(look, Team, self.team)
        made = Equipment(
            id=context.id,
            code=self.code,
            name=self.name,
            type=self.type,
            zone=self.zone,
            x=self.x,
            y=self.y,
            line=self.line,
            team=self.team,
            check_due=self.check_due,
        )
        return [Put(made)]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """What was added is used no more."""
        return "equipment.retire", {"equipment": id_}


@operation("equipment.rename", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Rename:
    """Another name for it."""

    equipment: Annotated[str, Ref("equipment")]
    name: Name

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(living(look, Equipment, self.equipment), name=self.name))]


@operation("equipment.move", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Move:
    """It stands elsewhere."""

    equipment: Annotated[str, Ref("equipment")]
    zone: Annotated[str, Ref("zone")]
    x: Metres
    y: Metres

    def decide(self, context: Context, look: Look) -> list[Change]:
        equipment = living(look, Equipment, self.equipment)
        return [Put(replace(equipment, zone=living_zone(look, self.zone).id, x=self.x, y=self.y))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """Back to where it was."""
        return moved_back("equipment", "equipment", self.equipment, changes)


@operation("equipment.take_off_plan", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class TakeOffPlan:
    """It has no place on the plan any more; it still belongs to its zone, or to another that is named."""

    equipment: Annotated[str, Ref("equipment")]
    zone: Annotated[str, Ref("zone")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        equipment = living(look, Equipment, self.equipment)
        zone = living_zone(look, self.zone).id if self.zone else equipment.zone
        return [Put(replace(equipment, zone=zone, x=None, y=None))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """Back to where it was."""
        return moved_back("equipment", "equipment", self.equipment, changes)


@operation("equipment.set_team", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetTeam:
    """The team that looks after it; none takes the team away."""

    equipment: Annotated[str, Ref("equipment")]
    team: Annotated[str, Ref("team")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        if self.team:
            required(look, Team, self.team)
        return [Put(replace(living(look, Equipment, self.equipment), team=self.team))]


@operation("equipment.set_check", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetCheck:
    """The day by which it is to be checked next; none takes the day away."""

    equipment: Annotated[str, Ref("equipment")]
    check_due: date | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(living(look, Equipment, self.equipment), check_due=self.check_due))]


@operation("equipment.set_cost", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetCost:
    """What an hour costs that it stands unplanned, in yuan; none: as much as any machine of the plant."""

    equipment: Annotated[str, Ref("equipment")]
    stop_hour: Yuan | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(living(look, Equipment, self.equipment), stop_hour=self.stop_hour))]


@operation("equipment.retire", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """It is gone; what happened at it stays, and its code may be given again."""

    equipment: Annotated[str, Ref("equipment")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(living(look, Equipment, self.equipment), retired_at=context.now))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is used again."""
        return "equipment.restore", {"equipment": self.equipment}


@operation("equipment.restore", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Restore:
    """It is there again, with its code where nothing else has got that. Refused: thing_in_use, code_taken."""

    equipment: Annotated[str, Ref("equipment")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        equipment = required(look, Equipment, self.equipment)
        if equipment.retired_at is None:
            raise in_use(equipment.name)
        code_free(look, "equipment", equipment.code)
        living_zone(look, equipment.zone)
        return [Put(replace(equipment, retired_at=None))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is used no more."""
        return "equipment.retire", {"equipment": self.equipment}
