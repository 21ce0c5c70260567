"""What may be done to floors: where they are, what they are called, how large they are, whether they are in use."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from services.core.geometry import Point
from services.core.georeference import fitted
from services.core.operation import Change, Changed, Context, Look, Put, Way, name_free, operation, required
from services.core.record import KINDS
from services.core.refused import Refused
from services.core.roles import OFFICE
from services.core.shape import Blob, Range, Ref, Text, shapes
from services.core.zones import ControlPoint, Datum, Floor, Size, Zone, living_floor

Place = Annotated[str, Text(most=40, least=0)]
Level = Annotated[int, Range(-10, 200)]
MOST_CONTROL_POINTS = 30
SMALLEST_M, LARGEST_M = 0.1, 100_000.0
DESCRIBED = ("name", "site", "building", "level")
FINEST = 9  # digits behind the point that a scaled length keeps, so that scaling back gives what was


@operation("floors.add", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A floor, with its drawing where there is one."""

    name: Annotated[str, Text(most=40)]
    width_m: Size
    height_m: Size
    site: Place = ""
    building: Place = ""
    level: Level = 1
    drawing: Annotated[str, Blob()] | None = None
    source: Annotated[str, Blob()] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        name_free(look, "floor", self.name, site=self.site, building=self.building)
        floor = Floor(
            id=context.id,
            name=self.name,
            site=self.site,
            building=self.building,
            level=self.level,
            width_m=self.width_m,
            height_m=self.height_m,
            drawing=self.drawing,
            source=self.source,
        )
        return [Put(floor)]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """What was added is used no more."""
        return "floors.retire", {"floor": id_}


@operation("floors.set_drawing", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetDrawing:
    """Another drawing under the zones of a floor."""

    floor: Annotated[str, Ref("floor")]
    drawing: Annotated[str, Blob()]
    width_m: Size
    height_m: Size
    source: Annotated[str, Blob()] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        floor = living_floor(look, self.floor)
        changed = replace(floor, drawing=self.drawing, source=self.source, width_m=self.width_m, height_m=self.height_m)
        return [Put(changed)]


@operation("floors.rename", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Rename:
    """Another name for a floor."""

    floor: Annotated[str, Ref("floor")]
    name: Annotated[str, Text(most=40)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        floor = living_floor(look, self.floor)
        name_free(look, "floor", self.name, but=floor.id, site=floor.site, building=floor.building)
        return [Put(replace(floor, name=self.name))]


@operation("floors.place", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetPlace:
    """On which site and in which building a floor is, and how high."""

    floor: Annotated[str, Ref("floor")]
    site: Place = ""
    building: Place = ""
    level: Level = 1

    def decide(self, context: Context, look: Look) -> list[Change]:
        floor = living_floor(look, self.floor)
        name_free(look, "floor", floor.name, but=floor.id, site=self.site, building=self.building)
        return [Put(replace(floor, site=self.site, building=self.building, level=self.level))]


@operation("floors.describe", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Describe:
    """What a floor is called and where it is, in one step; what is not given stays."""

    floor: Annotated[str, Ref("floor")]
    name: Annotated[str, Text(most=40)] | None = None
    site: Place | None = None
    building: Place | None = None
    level: Level | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        floor = living_floor(look, self.floor)
        given = {name: value for name in DESCRIBED if (value := getattr(self, name)) is not None}
        changed = replace(floor, **given)
        name_free(look, "floor", changed.name, but=floor.id, site=changed.site, building=changed.building)
        return [Put(changed)]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """What was given is as it was before."""
        before: Mapping[str, Any] = next((change["before"] for change in changes), {})
        given = (name for name in DESCRIBED if getattr(self, name) is not None)
        return "floors.describe", {"floor": self.floor, **{name: before[name] for name in given if name in before}}


@operation("floors.rescale", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Rescale:
    """All lengths of a floor times `factor`: its size, its zones, its control points and whatever stands in them. The
    drawing is shown as large as the floor says."""

    floor: Annotated[str, Ref("floor")]
    factor: Annotated[float, Range(0.0001, 10_000)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        floor = living_floor(look, self.floor)
        by = self.factor
        width, height = _times(floor.width_m, by), _times(floor.height_m, by)
        if not SMALLEST_M <= min(width, height) <= max(width, height) <= LARGEST_M:
            raise Refused("floor_size_absurd", width=round(width, 2), height=round(height, 2))
        points = tuple(replace(one, x=_times(one.x, by), y=_times(one.y, by)) for one in floor.control_points)
        scaled = replace(floor, width_m=width, height_m=height, control_points=points)
        return [
            Put(scaled),
            *(change for zone in look.find("zone", floor=floor.id) for change in _scaled(zone, by, look)),
        ]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """The same the other way."""
        return "floors.rescale", {"floor": self.floor, "factor": 1 / self.factor}


@operation("floors.set_position", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetPosition:
    """Where a floor lies on the earth, by places that are known on both; none takes the position away."""

    floor: Annotated[str, Ref("floor")]
    datum: Datum
    control_points: tuple[ControlPoint, ...] = ()

    def decide(self, context: Context, look: Look) -> list[Change]:
        floor = living_floor(look, self.floor)
        if len(self.control_points) > MOST_CONTROL_POINTS:
            raise Refused("position_too_many", most=MOST_CONTROL_POINTS)
        if self.control_points:
            fitted(self.control_points)
        return [Put(replace(floor, datum=self.datum, control_points=self.control_points))]


@operation("floors.retire", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """The floor is used no more, nor are its zones; what happened in them stays."""

    floor: Annotated[str, Ref("floor")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        floor = living_floor(look, self.floor)
        zones = [zone for zone in look.find("zone", floor=floor.id) if zone.retired_at is None]
        busy = [zone.name for zone in zones if any(hazard.open for hazard in look.find("hazard", zone=zone.id))]
        if busy:
            raise Refused("floor_has_open_hazards", zones=", ".join(busy[:3]), count=len(busy))
        return [Put(replace(one, retired_at=context.now)) for one in (floor, *zones)]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """Floor and zones are used again."""
        return "floors.restore", {"floor": self.floor}


@operation("floors.restore", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Restore:
    """A retired floor is used again, with the zones that were retired with it."""

    floor: Annotated[str, Ref("floor")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        floor = required(look, Floor, self.floor)
        if floor.retired_at is None:
            raise Refused("floor_in_use", name=floor.name)
        name_free(look, "floor", floor.name, but=floor.id, site=floor.site, building=floor.building)
        zones = look.find("zone", floor=floor.id)
        together = (zone for zone in zones if zone.retired_at == floor.retired_at)
        return [Put(replace(one, retired_at=None)) for one in (floor, *together)]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """Floor and zones are used no more."""
        return "floors.retire", {"floor": self.floor}


def _times(length: float, factor: float) -> float:
    return round(length * factor, FINEST)


def _scaled(zone: Zone, by: float, look: Look) -> Iterable[Change]:
    """A zone, in use or not, and what has its place in it."""
    polygon: tuple[Point, ...] = tuple((_times(x, by), _times(y, by)) for x, y in zone.polygon)
    yield Put(replace(zone, polygon=polygon))
    for kind in sorted(_placed_kinds()):
        for one in look.find(kind, zone=zone.id):
            if one.x is not None and one.y is not None:
                moved: Any = replace(one, x=_times(one.x, by), y=_times(one.y, by))
                yield Put(moved)


def _placed_kinds() -> set[str]:
    """Kinds of records that stand somewhere in a zone."""
    return {
        name for name, kind in KINDS.items() if {"x", "y", "zone"} <= set(shapes(kind.cls)) and "zone" in kind.indexed
    }
