"""Which level a zone has, and which class is proposed for it."""

from dataclasses import replace

from services.core.risk_levels import RiskLevel
from services.store.queries.risk import class_proposals, risk_points, zone_risks
from tests import makers
from tests.makers import Held

FLOOR = makers.floor()
ZONE = makers.zone(floor=FLOOR.id, zone_class="A")
POINT = makers.risk_point(zone=ZONE.id)  # 6 × 6 × 7 = 252
MEASURE = makers.control_measure(risk_point=POINT.id, lowers=(2, 0, 0))  # 1 × 6 × 7 = 42


def level(*records):
    found = zone_risks(Held(FLOOR, ZONE, *records))[ZONE.id]
    return found.level, found.by_class


def test_a_zone_has_the_worst_residual_level_of_its_living_points_else_its_classes():
    assert level() == (RiskLevel.RED, True)
    assert level(POINT) == (RiskLevel.ORANGE, False)
    assert level(POINT, MEASURE) == (RiskLevel.BLUE, False)
    assert level(POINT, replace(MEASURE, in_place=False)) == (RiskLevel.ORANGE, False)
    assert level(POINT, replace(MEASURE, removed_at=makers.NOON)) == (RiskLevel.ORANGE, False)
    assert level(replace(POINT, retired_at=makers.NOON)) == (RiskLevel.RED, True)
    assert level(POINT, makers.risk_point(zone=ZONE.id, designated=RiskLevel.RED)) == (RiskLevel.RED, False)


def test_the_plants_own_bounds_move_the_level():
    assert level(POINT, makers.risk_scale(red=250.0)) == (RiskLevel.RED, False)


def test_a_class_is_proposed_only_where_it_is_another_one():
    (one,) = class_proposals(Held(FLOOR, ZONE, POINT))
    assert (one.zone, one.level, one.proposed) == (ZONE, RiskLevel.ORANGE, "B")
    assert class_proposals(Held(FLOOR, replace(ZONE, zone_class="B"), POINT)) == ()
    assert class_proposals(Held(FLOOR, ZONE)) == ()


def test_points_come_with_both_assessments_the_worst_first():
    mild = makers.risk_point(zone=ZONE.id, name="照明", method="ls", rows=makers.risk_point().rows, retired_at=None)
    mild = replace(mild, rows=(replace(mild.rows[0], scores=(1.0, 2.0)),))
    gone = makers.risk_point(zone=ZONE.id, retired_at=makers.NOON)
    first, second = risk_points(Held(FLOOR, ZONE, mild, POINT, MEASURE, gone))
    assert (first.point, first.inherent.score, first.residual.score) == (POINT, 252, 42)
    assert second.point == mild
