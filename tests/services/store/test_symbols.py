"""What stands on a floor, and how it is."""

from datetime import timedelta

import pytest

from services.core.operation import Actor
from services.core.roles import Role
from services.core.shape import utc_text
from services.store.queries.status import Status
from services.store.queries.symbols import symbols_on
from services.store.readings import Reading
from tests.services.store.workshop import Workshop

SYSTEM = Actor(None, frozenset({Role.SYSTEM}))
SPOT = {"x": 6.0, "y": 7.0}


@pytest.fixture
def place(shop: Workshop):
    return shop.found()


def machine(shop, place, code="CY-01", **given):
    args = {"code": code, "name": f"冲床 {code}", "type": "press", "zone": place.zone}
    return shop.do("equipment.add", args | given, place.officer)


def standing(shop, place, *readings):
    with shop.store.look() as look:
        found = symbols_on(look, place.floor, shop.now, {one.sensor: one for one in readings})
    return {one.id: one for one in found}


def test_only_what_is_in_use_and_has_a_place_on_this_floor_stands_there(shop: Workshop, place):
    here, nowhere, gone = (machine(shop, place, f"CY-0{n}", **spot) for n, spot in ((1, SPOT), (2, {}), (3, SPOT)))
    shop.do("equipment.retire", {"equipment": gone}, place.officer)
    other = shop.do("floors.add", {"name": "二层", "width_m": 60, "height_m": 40}, place.officer)
    assert set(standing(shop, place)) == {here}
    assert nowhere not in standing(shop, place)
    with shop.store.look() as look:
        assert symbols_on(look, other, shop.now, {}) == ()


def test_a_missed_inspection_of_a_machine_is_its_state_until_it_is_made_good(shop: Workshop, place):
    press, lathe = machine(shop, place, **SPOT), machine(shop, place, "C-01", **SPOT)
    plan = {"name": "日检", "every": "FREQ=DAILY", "since": "2026-03-03", "equipment": [press], "times": ["10:00"]}
    shop.do("inspections.plan", plan, place.officer)
    assert standing(shop, place)[press].state == Status.NORMAL
    shop.do("inspections.make_tasks", {"first": "2026-03-03", "last": "2026-03-04"}, SYSTEM)
    first, second = sorted(shop.find("inspection"), key=lambda one: one.due_at)
    shop.now = first.closes_at + timedelta(minutes=1)
    shop.do("inspections.miss", {"inspections": [first.id]}, SYSTEM)
    found = standing(shop, place)
    assert (found[press].state, found[press].missed) == (Status.OVERDUE, 1)
    assert found[lathe].state is None
    shop.now = second.due_at
    shop.do("inspections.check_in", {"inspection": second.id}, place.worker)
    assert standing(shop, place)[press].state == Status.NORMAL


def test_a_sensor_is_what_the_hub_has_noted_of_it(shop: Workshop, place):
    args = {"code": "T-01", "name": "温度", "quantity": "temperature", "unit": "℃", "zone": place.zone}
    sensor = shop.do("sensors.add", args | SPOT | {"interval_s": 60.0, "limit_high": 40.0}, place.officer)

    def noted(kind: str, **more: object):
        shop.do(kind, {"sensor": sensor, "at": utc_text(shop.now), **more}, SYSTEM)
        return standing(shop, place)[sensor].state

    assert standing(shop, place, Reading(sensor, shop.now, 40.1))[sensor].state == Status.UNKNOWN
    assert noted("sensors.hear") == Status.NORMAL
    assert noted("sensors.cross", beyond="high", value=40.1) == Status.PENDING
    assert noted("sensors.fall_silent") == Status.PENDING, "nobody has heard that it is back"
    assert noted("sensors.clear", value=20.0) == Status.UNKNOWN
    assert standing(shop, place, Reading(sensor, shop.now + timedelta(seconds=1), 20.0))[sensor].reading is None


def test_the_day_of_the_next_check_is_equipment_s_state_once_it_has_passed(shop: Workshop, place):
    today = shop.now.date()
    days = {"before": -1, "today": 0, "after": 30}
    there = {
        when: machine(
            shop, place, when, type="extinguisher", check_due=(today + timedelta(days=days[when])).isoformat(), **SPOT
        )
        for when in days
    }
    found = standing(shop, place)
    states = {when: found[id_].state for when, id_ in there.items()}
    assert states == {"before": Status.OVERDUE, "today": Status.NORMAL, "after": Status.NORMAL}
    assert [found[there[when]].late for when in days] == [True, False, False]
    assert found[there["after"]].check_due == today + timedelta(days=30)
