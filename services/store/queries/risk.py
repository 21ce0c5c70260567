"""Risk points with what they come to, the level of each zone for the four-colour map, and classes that are proposed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from services.core.operation import Look
from services.core.risk_controls import ControlMeasure, bounds_of
from services.core.risk_levels import LEVEL_OF_CLASS, RiskLevel
from services.core.risk_methods import METHODS, USUAL
from services.core.risks import Assessed, RiskPoint, assessed
from services.core.zones import Zone, ZoneClass

CLASS_OF_LEVEL: dict[RiskLevel, ZoneClass] = {level: letter for letter, level in LEVEL_OF_CLASS.items()}


@dataclass(frozen=True, slots=True)
class ZoneRisk:
    """A zone's level. `by_class`: the zone has no risk point, so that its level is the one its class stands for."""

    zone: str
    level: RiskLevel
    by_class: bool


@dataclass(frozen=True, slots=True)
class PointRow:
    """A risk point with its place, its measures that are not removed, and both assessments."""

    point: RiskPoint
    zone: Zone
    floor: str
    responsible: str
    measures: tuple[ControlMeasure, ...]
    inherent: Assessed
    residual: Assessed

    @property
    def id(self) -> str:
        """The point's id."""
        return self.point.id


@dataclass(frozen=True, slots=True)
class Proposal:
    """A zone whose class is another one than its worst residual risk stands for."""

    zone: Zone
    level: RiskLevel
    proposed: ZoneClass


def risk_points(look: Look, *, zone: str | None = None) -> tuple[PointRow, ...]:
    """The risk points of zones in use (of one zone), the worst residual risk first."""
    zones = {one.id: one for one in look.find("zone") if one.retired_at is None}
    floors = {one.id: one.name for one in look.find("floor")}
    people = {one.id: one.name for one in look.find("person")}
    found = look.find("risk_point", zone=zone) if zone else look.find("risk_point")
    kept = [one for one in found if one.zone in zones and one.retired_at is None]
    rows = [
        PointRow(
            point, zones[point.zone], floors[zones[point.zone].floor], people.get(point.responsible or "", ""), *of
        )
        for point, of in _reckoned(look, kept)
    ]
    return tuple(sorted(rows, key=lambda one: (-one.residual.level.rank, -one.residual.score, one.point.id)))


def zone_risks(look: Look, floor: str | None = None) -> dict[str, ZoneRisk]:
    """The level of every living zone (of a floor), by zone: the worst residual risk of its risk points, or the level
    its class stands for while it has none."""
    zones = look.find("zone", floor=floor) if floor else look.find("zone")
    worst = _worst(look)
    return {
        zone.id: ZoneRisk(zone.id, worst.get(zone.id, LEVEL_OF_CLASS[zone.zone_class]), zone.id not in worst)
        for zone in zones
        if zone.retired_at is None
    }


def class_proposals(look: Look) -> tuple[Proposal, ...]:
    """Zones whose class and worst residual risk disagree, the worst first."""
    worst = _worst(look)
    found = [
        Proposal(zone, worst[zone.id], CLASS_OF_LEVEL[worst[zone.id]])
        for zone in look.find("zone")
        if zone.retired_at is None and zone.id in worst and zone.zone_class != CLASS_OF_LEVEL[worst[zone.id]]
    ]
    return tuple(sorted(found, key=lambda one: (-one.level.rank, one.zone.id)))


def _worst(look: Look) -> dict[str, RiskLevel]:
    levels: dict[str, RiskLevel] = {}
    for point, (_, _, residual) in _reckoned(look, [one for one in look.find("risk_point") if one.retired_at is None]):
        known = levels.get(point.zone)
        if known is None or residual.level.rank > known.rank:
            levels[point.zone] = residual.level
    return levels


def _reckoned(
    look: Look, points: Iterable[RiskPoint]
) -> Iterable[tuple[RiskPoint, tuple[tuple[ControlMeasure, ...], Assessed, Assessed]]]:
    measures: defaultdict[str, list[ControlMeasure]] = defaultdict(list)
    for one in look.find("control_measure"):
        if one.removed_at is None:
            measures[one.risk_point].append(one)
    bounds = {scale: bounds_of(look, scale) for scale in USUAL}
    for point in points:
        by, mine = bounds[METHODS[point.method].scale], tuple(measures[point.id])
        numbers = replace(point, designated=None)  # the inherent risk is what the numbers say
        yield point, (mine, assessed(numbers, by), assessed(point, by, mine))
