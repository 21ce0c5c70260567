"""Drills of alerts: when one is due, whose turn it is, and what is known of it afterwards."""

from datetime import timedelta

import pytest

from services.core.alert_drills import due_drill
from services.core.operation import SYSTEM
from services.core.refused import Refused
from services.core.roles import Role
from tests.makers import NOON, Held, person, plant

BOSS = person(Role.EHS_MANAGER)
FIRST, SECOND, WORKER = person(Role.SAFETY_OFFICER), person(Role.SAFETY_OFFICER), person()
MINUTE = timedelta(minutes=1)


@pytest.fixture
def held() -> Held:
    return Held(plant(), BOSS, FIRST, SECOND, WORKER)


def begun(held: Held):
    return held.do("alert_drills.begin", {}, SYSTEM)


@pytest.mark.parametrize(
    ("late", "due"), [(-1, False), (0, True), (29, True), (30, False), (24 * 60, False), (7 * 24 * 60, True)]
)
def test_it_is_due_on_its_weekday_at_its_time_and_for_a_while(late, due):
    there = NOON.astimezone(timezone())
    made = plant(drill_day=there.weekday(), drill_at=there.strftime("%H:%M"))
    found = due_drill(made, NOON + late * MINUTE)
    assert (found is not None) is due
    assert due_drill(plant(), NOON + late * MINUTE) is None, "without a day there is none"


def timezone():
    from zoneinfo import ZoneInfo

    return ZoneInfo(plant().timezone)


def test_they_take_turns_and_it_goes_the_way_of_a_critical_alert(held):
    one = begun(held)
    held.now += MINUTE
    other = begun(held)
    held.now += MINUTE
    assert {one.person, other.person} == {FIRST.id, SECOND.id}
    assert begun(held).person == one.person
    assert [(tell.message, tell.facts["level"]) for tell in held.told] == [("alert_drill", "critical")] * 3


def test_whose_drill_it_was_says_that_it_came_once_late_or_not(held):
    drill = begun(held)
    for who in (WORKER, BOSS):
        with pytest.raises(Refused, match="drill_not_yours"):
            held.do("alert_drills.acknowledge", {"alert_drill": drill.id}, who)
    mine = FIRST if drill.person == FIRST.id else SECOND
    held.now += 31 * MINUTE
    then = held.now
    closed = held.do("alert_drills.close", {"alert_drill": drill.id}, SYSTEM)
    assert closed.closed_at == then
    assert (held.told[-1].message, held.told[-1].people) == ("drill_unanswered", (BOSS.id,))
    then = held.now
    late = held.do("alert_drills.acknowledge", {"alert_drill": drill.id}, mine)
    assert (late.acknowledged_at, late.in_time) == (then, False)
    with pytest.raises(Refused, match="acknowledged_already"):
        held.do("alert_drills.acknowledge", {"alert_drill": drill.id}, mine)


def test_in_time_nobody_else_hears_of_it(held):
    drill = begun(held)
    mine = FIRST if drill.person == FIRST.id else SECOND
    assert held.do("alert_drills.acknowledge", {"alert_drill": drill.id}, mine).in_time
    assert held.decide("alert_drills.close", {"alert_drill": drill.id}, SYSTEM) == []
    held.now += 30 * MINUTE
    held.do("alert_drills.close", {"alert_drill": drill.id}, SYSTEM)
    assert [tell.message for tell in held.told] == ["alert_drill"]


def test_where_nobody_has_the_role_it_goes_to_the_ehs_manager():
    held = Held(plant(drill_to="department_manager"), BOSS, FIRST)
    assert begun(held).person == BOSS.id


def test_a_time_that_is_none_is_refused(held):
    with pytest.raises(Refused, match="clock_wrong"):
        held.do("plant.set_drill", {"drill_day": 1, "drill_at": "25:00"}, BOSS)
