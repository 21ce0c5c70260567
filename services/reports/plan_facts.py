"""What a printed plan shows of a floor, as plain values: asked for once, then drawn in the background."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from services.core.geometry import Polygon, area
from services.core.georeference import fitted
from services.core.inside import Rectangle, bounds
from services.core.operation import required
from services.core.plant import the_plant
from services.core.refused import Refused
from services.core.zones import Floor

if TYPE_CHECKING:
    from services.store.queries.editions import Edition
    from services.store.records import Records

SymbolKind = Literal["equipment", "fire", "sensor", "door"]
FIRE_TYPES = frozenset(("extinguisher", "hydrant"))


@dataclass(frozen=True, slots=True)
class PlanZone:
    """One zone; `status` and `level` are codes of Status and RiskLevel."""

    id: str
    name: str
    zone_class: str
    polygon: Polygon
    status: str
    level: str


@dataclass(frozen=True, slots=True)
class PlanSymbol:
    """A thing with its place, in metres."""

    kind: SymbolKind
    code: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """`zones` from the largest to the smallest, so that what lies inside another is drawn over it. `as_of` by the
    plant's clock; `north` is the direction of north on the plan, where the floor's place on the earth is known."""

    plant: str
    floor: Floor
    zones: tuple[PlanZone, ...]
    symbols: tuple[PlanSymbol, ...]
    edition: "Edition"
    as_of: datetime
    zone: ZoneInfo
    north: tuple[float, float] | None

    @property
    def extent(self) -> Rectangle:
        """The floor and whatever of its zones lies beyond it, in metres."""
        whole = ((0.0, 0.0), (self.floor.width_m, self.floor.height_m))
        return bounds([whole, *(zone.polygon for zone in self.zones)])


def plan_facts(look: "Records", floor: str, now: datetime) -> PlanFacts:
    """A floor as it is now. Raises Refused: no_such_record, no_plant."""
    from services.store.queries.editions import edition_of
    from services.store.queries.risk import zone_risks
    from services.store.queries.status import zone_statuses

    found = required(look, Floor, floor)
    plant = the_plant(look)
    clock = ZoneInfo(plant.timezone)
    risks = zone_risks(look, floor)
    zones = [
        PlanZone(
            one.zone.id,
            one.zone.name,
            one.zone.zone_class,
            one.zone.polygon,
            one.status.value,
            risks[one.zone.id].level.value,
        )
        for one in zone_statuses(look, now, floor)
    ]
    zones.sort(key=lambda zone: (-area(zone.polygon), zone.id))
    symbols = _symbols(look, {zone.id for zone in zones})
    edition = edition_of(look, floor)
    return PlanFacts(plant.name, found, tuple(zones), symbols, edition, now.astimezone(clock), clock, north_of(found))


def floor_called(look: "Records", name: str | None) -> Floor:
    """The living floor of this name, "building name" or id; the plant's only floor where no name is given.

    Raises Refused: no_such_record, floor_not_said."""
    from services.store.queries.people import floor_rows

    floors = floor_rows(look)
    if name is None and len(floors) == 1:
        return floors[0]
    known = ", ".join(f"{floor.building} {floor.name}".strip() for floor in floors)
    if name is None:
        raise Refused("plan_sheet.floor_not_said", known=known)
    wanted = " ".join(name.replace("·", " ").split())
    found = [one for one in floors if wanted in (one.id, one.name, f"{one.building} {one.name}".strip())]
    if not found:
        raise Refused("no_such_record", record="floor", id=name)
    if len(found) > 1:
        raise Refused("plan_sheet.floor_not_said", known=known)
    return found[0]


def _symbols(look: "Records", zones: set[str]) -> tuple[PlanSymbol, ...]:
    from services.store.queries.symbols import standing

    found = []
    for kind, one in standing(look, zones):
        fire = kind == "equipment" and one.type in FIRE_TYPES
        found.append(PlanSymbol("fire" if fire else kind, one.code, one.x, one.y))
    return tuple(found)


def north_of(floor: Floor) -> tuple[float, float] | None:
    """North as (x, y) on the plan, of length 1; None where the control points do not say."""
    if len(floor.control_points) < 3:
        return None
    try:
        fit = fitted(floor.control_points)
    except Refused:
        return None
    turned = (-fit.b, fit.a) if not fit.mirrored else (fit.b, -fit.a)
    length = (turned[0] ** 2 + turned[1] ** 2) ** 0.5
    return (turned[0] / length, turned[1] / length) if length else None
