"""Equipment, sensors and doors: codes are unique among those in use, and a thing that is gone stays as it was."""

from datetime import date, timedelta

import pytest

from services.core.operation import inverse
from services.core.record import as_json
from services.core.roles import Role
from tests.makers import Held, door, equipment, person, plant, refused, sensor, team, zone

OFFICER = person(Role.SAFETY_OFFICER)
PRESS, PAINT = zone(), zone(name="喷漆房", code="Z-5555")
GROUPS = {
    "equipment": ("equipment", {"type": "press"}),
    "sensor": ("sensors", {"quantity": "temperature", "unit": "℃"}),
    "door": ("doors", {}),
}


@pytest.fixture
def held():
    return Held(plant(), OFFICER, PRESS, PAINT)


def adding(kind, **given):
    return {"code": "N-01", "name": "一号", "zone": PRESS.id, **GROUPS[kind][1], **given}


@pytest.mark.parametrize("kind", GROUPS)
def test_a_code_is_given_once_among_those_in_use(held, kind):
    group = GROUPS[kind][0]
    first = held.do(f"{group}.add", adding(kind), OFFICER)
    assert refused(held.do, f"{group}.add", adding(kind), OFFICER) == "code_taken"
    held.do(f"{group}.retire", {kind: first.id}, OFFICER)
    assert held.do(f"{group}.add", adding(kind), OFFICER).code == "N-01"


@pytest.mark.parametrize("kind", GROUPS)
def test_it_is_renamed_and_moved_until_it_is_gone(held, kind):
    group = GROUPS[kind][0]
    one = held.do(f"{group}.add", adding(kind), OFFICER)
    assert held.do(f"{group}.rename", {kind: one.id, "name": "二号"}, OFFICER).name == "二号"
    place = {kind: one.id, "zone": PAINT.id, "x": 3.5, "y": 4.0}
    moved = held.do(f"{group}.move", place, OFFICER)
    assert (moved.zone, moved.x, moved.y) == (PAINT.id, 3.5, 4.0)
    held.do(f"{group}.retire", {kind: one.id}, OFFICER)
    assert refused(held.do, f"{group}.rename", {kind: one.id, "name": "三号"}, OFFICER) == "thing_retired"
    assert refused(held.do, f"{group}.move", place, OFFICER) == "thing_retired"
    assert refused(held.do, f"{group}.retire", {kind: one.id}, OFFICER) == "thing_retired"


@pytest.mark.parametrize("kind", GROUPS)
def test_it_stands_in_a_zone_in_use(held, kind):
    old = zone(name="旧区", retired_at=held.now)
    held.add(old)
    assert refused(held.do, f"{GROUPS[kind][0]}.add", adding(kind, zone=old.id), OFFICER) == "zone_retired"


def test_equipment_has_a_team_or_none(held):
    crew = team()
    held.add(crew)
    assert refused(held.do, "equipment.add", adding("equipment", team="nobody"), OFFICER) == "no_such_record"
    one = held.do("equipment.add", adding("equipment", team=crew.id, line="L1"), OFFICER)
    assert (one.team, one.line) == (crew.id, "L1")
    assert held.do("equipment.set_team", {"equipment": one.id}, OFFICER).team is None


def test_a_sensor_belongs_to_equipment_that_is_known(held):
    machine = equipment(zone=PRESS.id)
    held.add(machine)
    assert held.do("sensors.add", adding("sensor", equipment=machine.id), OFFICER).equipment == machine.id
    lost = adding("sensor", code="N-02", equipment="nothing")
    assert refused(held.do, "sensors.add", lost, OFFICER) == "no_such_record"


@pytest.mark.parametrize(
    ("low", "high", "code"), [(1, 2, None), (None, 2, None), (2, 2, "limits_wrong"), (3, 2, "limits_wrong")]
)
def test_the_low_limit_is_below_the_high_one(held, low, high, code):
    one = sensor(zone=PRESS.id)
    held.add(one)
    given = {"sensor": one.id, "limit_low": low, "limit_high": high}
    assert refused(held.do, "sensors.set_limits", given, OFFICER) == code
    assert refused(held.do, "sensors.add", adding("sensor", limit_low=low, limit_high=high), OFFICER) == code


@pytest.mark.parametrize(("value", "over"), [(10.0, False), (60.0, False), (60.01, True), (5.0, False), (4.99, True)])
def test_over_means_beyond_a_limit(value, over):
    assert sensor(limit_high=60.0, limit_low=5.0).over(value) is over
    assert sensor().over(value) is False


@pytest.mark.parametrize(("interval", "gap", "silent"), [(10, 60, 60), (60, 120, 180), (300, 600, 900)])
def test_a_sensor_may_be_quiet_for_so_long(interval, gap, silent):
    one = sensor(interval_s=interval)
    assert (one.allowed_gap, one.silent_after) == (timedelta(seconds=gap), timedelta(seconds=silent))


def test_a_door_leads_somewhere_else(held):
    assert refused(held.do, "doors.add", adding("door", leads_to=PRESS.id), OFFICER) == "door_leads_nowhere"
    one = held.do("doors.add", adding("door", leads_to=PAINT.id), OFFICER)
    assert one.leads_to == PAINT.id
    outside = {"door": one.id, "zone": PRESS.id, "x": 0.0, "y": 1.0}
    assert held.do("doors.move", outside, OFFICER).leads_to is None
    assert door().leads_to is None


def undone(held, kind, args):
    """Does it and takes it back by its inverse; the thing as it was between."""
    before = {id_: as_json(one) for (_, id_), one in held.rows.items()}
    done = held.do(kind, args, OFFICER)
    changes = [{"kind": "", "id": done.id, "before": before.get(done.id), "after": as_json(done)}]
    way = inverse(kind, args, done.id, changes)
    assert way is not None
    held.do(*way, OFFICER)
    return done


@pytest.mark.parametrize("kind", GROUPS)
def test_each_step_on_the_plan_is_taken_back(held, kind):
    """Put there, pushed, taken off, given to another zone, gone: each time it is as it was before."""
    group = GROUPS[kind][0]
    one = held.do(f"{group}.add", adding(kind), OFFICER)
    place = {kind: one.id, "zone": PAINT.id, "x": 3.5, "y": 4.0}
    assert undone(held, f"{group}.move", place).x == 3.5
    assert held.get(kind, one.id) == one
    there = held.do(f"{group}.move", place, OFFICER)
    for step, more in (("move", {"zone": PRESS.id, "x": 1.0, "y": 2.0}), ("take_off_plan", {}), ("retire", {})):
        assert undone(held, f"{group}.{step}", {kind: one.id, **more}) != there
        assert held.get(kind, one.id) == there
    assert undone(held, f"{group}.add", adding(kind, code="N-02")).retired_at is None
    assert [found.retired_at is None for found in held.find(kind, code="N-02")] == [False]


@pytest.mark.parametrize("kind", GROUPS)
def test_off_the_plan_it_still_belongs_to_its_zone(held, kind):
    group = GROUPS[kind][0]
    one = held.do(f"{group}.add", adding(kind, x=1.0, y=2.0), OFFICER)
    off = held.do(f"{group}.take_off_plan", {kind: one.id}, OFFICER)
    assert (off.zone, off.x, off.y) == (PRESS.id, None, None)
    held.do(f"{group}.retire", {kind: one.id}, OFFICER)
    assert refused(held.do, f"{group}.take_off_plan", {kind: one.id}, OFFICER) == "thing_retired"


@pytest.mark.parametrize("kind", GROUPS)
def test_it_comes_back_where_its_code_and_its_zone_are_still_there(held, kind):
    group = GROUPS[kind][0]
    one = held.do(f"{group}.add", adding(kind), OFFICER)
    assert refused(held.do, f"{group}.restore", {kind: one.id}, OFFICER) == "thing_in_use"
    held.do(f"{group}.retire", {kind: one.id}, OFFICER)
    other = held.do(f"{group}.add", adding(kind), OFFICER)
    assert refused(held.do, f"{group}.restore", {kind: one.id}, OFFICER) == "code_taken"
    held.do(f"{group}.retire", {kind: other.id}, OFFICER)
    held.do("zones.retire", {"zone": PRESS.id}, OFFICER)
    assert refused(held.do, f"{group}.restore", {kind: one.id}, OFFICER) == "zone_retired"


def test_what_an_hour_of_standing_costs_is_set_and_taken_back(held):
    one = held.do("equipment.add", adding("equipment"), OFFICER)
    assert one.stop_hour is None
    assert undone(held, "equipment.set_cost", {"equipment": one.id, "stop_hour": 1500.0}).stop_hour == 1500.0
    assert held.get("equipment", one.id) == one
    assert refused(held.do, "equipment.set_cost", {"equipment": one.id, "stop_hour": -1.0}, OFFICER) == "args_wrong"


def test_the_day_of_the_next_check_is_set_and_taken_back(held):
    one = held.do("equipment.add", adding("equipment", type="extinguisher", check_due="2026-04-01"), OFFICER)
    assert one.check_due == date(2026, 4, 1)
    day = {"equipment": one.id, "check_due": "2026-05-01"}
    assert undone(held, "equipment.set_check", day).check_due == date(2026, 5, 1)
    assert held.get("equipment", one.id) == one
    assert held.do("equipment.set_check", {"equipment": one.id}, OFFICER).check_due is None
