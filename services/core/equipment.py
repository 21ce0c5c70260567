"""Equipment: machines, vessels, vehicles and the things that protect people, each at a place on the plan."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal, Protocol, TypeVar

from services.core.operation import Change, Context, Look, Put, operation, required
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
    on the plan; `line` is the code of the production line that MES knows it by."""

    id: str
    code: str
    name: str
    type: EquipmentType
    zone: str
    x: float | None = None
    y: float | None = None
    line: str | None = None
    team: str | None = None
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


def code_free(look: Look, kind: str, code: str) -> None:
    """Two living things of a kind have different codes. Raises Refused: code_taken."""
    if any(one.retired_at is None for one in look.find(kind, code=code)):
        raise Refused("code_taken", taken=code)


@operation("equipment.add", roles=OFFICE)
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
        )
        return [Put(made)]


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


@operation("equipment.retire", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """It is gone; what happened at it stays, and its code may be given again."""

    equipment: Annotated[str, Ref("equipment")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(living(look, Equipment, self.equipment), retired_at=context.now))]
