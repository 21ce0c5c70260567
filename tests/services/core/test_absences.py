"""Somebody is away: what would go to them goes to the deputy, who reviews in their place, and never the wrong two."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from services.core.absences import stood_for, taker
from services.core.hazard_merging import apart
from services.core.hazards import State
from services.core.refused import Refused
from services.core.roles import Role
from services.core.routes import destination
from services.store.queries.check_in import to_make
from tests.makers import (
    AFTER,
    BEFORE,
    NOON,
    Held,
    absence,
    hazard,
    inspection,
    inspection_plan,
    person,
    plant,
    route,
    team,
    zone,
)

CREW = team()
BOSS, OFFICER = person(Role.EHS_MANAGER, Role.IT_ADMIN, name="王丽"), person(Role.SAFETY_OFFICER, name="李安")
CHIEF = person(name="陈志强")
FIXER = person(Role.FIXER, team=CREW.id, name="赵刚")
OTHER = person(name="马超")
LEADER = person(Role.TEAM_LEADER, name="孙班长")
PRESS = zone(zone_class="B", supervisor=CHIEF.id, team=CREW.id)
WEEK = {"first": date(2026, 3, 2).isoformat(), "last": date(2026, 3, 6).isoformat()}


def held(*more):
    return Held(plant(), CREW, BOSS, OFFICER, CHIEF, FIXER, OTHER, LEADER, PRESS, *more)


def away(who, deputy=None, **given):
    return absence(person=who.id, deputy=deputy.id if deputy else None, **given)


def goes_to(world):
    found = destination(world, PRESS.id, "other", None, NOON)
    return found.person, found.why, found.absent


def test_a_route_to_somebody_away_leads_to_the_deputy():
    world = held(route(target_kind="person", target=FIXER.id), away(FIXER, OTHER))
    assert goes_to(world) == (OTHER.id, "deputy", FIXER.id)


def test_without_a_deputy_the_route_is_passed_over():
    world = held(route(target_kind="person", target=FIXER.id), away(FIXER))
    assert goes_to(world) == (CHIEF.id, "zone_supervisor", None)


@pytest.mark.parametrize("day", [date(2026, 3, 1), date(2026, 3, 7)])
def test_before_and_after_it_is_as_ever(day):
    world = held(route(target_kind="person", target=FIXER.id), away(FIXER, OTHER, first=day, last=day))
    assert goes_to(world)[0] == FIXER.id


def test_the_supervisor_and_the_manager_are_stood_in_for():
    assert goes_to(held(away(CHIEF, OTHER))) == (OTHER.id, "deputy", CHIEF.id)
    assert goes_to(held(away(CHIEF), away(BOSS, OFFICER))) == (OFFICER.id, "deputy", BOSS.id)
    assert goes_to(held(away(CHIEF), away(BOSS))) == (BOSS.id, "ehs_manager", None)


def test_a_deputy_who_is_away_has_no_deputy_of_their_own():
    world = held(away(FIXER, OTHER), away(OTHER, LEADER))
    assert taker(world, FIXER.id, NOON) is None
    assert stood_for(world, LEADER.id, NOON) == (OTHER.id,)


def test_who_is_told_of_a_report_is_who_is_there():
    world = held(away(CHIEF, OTHER))
    world.do("hazards.report", {"zone": PRESS.id, "photos": [BEFORE]}, LEADER)
    assert [one.people for one in world.told if one.message == "hazard_reported"] == [(OTHER.id,)]


def test_back_sooner_ends_it_from_that_moment():
    world = held(away(FIXER, OTHER))
    (known,) = world.find("absence")
    ended = world.do("absences.end", {"absence": known.id}, FIXER)
    assert taker(world, FIXER.id, ended.ended_at) == FIXER.id
    assert taker(world, FIXER.id, ended.ended_at - timedelta(seconds=1)) == OTHER.id
    with pytest.raises(Refused, match="absence_over"):
        world.do("absences.end", {"absence": known.id}, FIXER)


def fixed(**given):
    values = {"zone": PRESS.id, "state": State.FIXED, "team": CREW.id, "after": (AFTER,), "fixed_by": FIXER.id}
    return hazard(before=(BEFORE,), **values | given)


def test_a_deputy_reviews_in_the_place_of_the_supervisor_and_of_the_manager():
    one = fixed()
    world = held(one, away(CHIEF, OTHER))
    assert world.do("hazards.approve", {"hazard": one.id}, OTHER).state == State.FIRST_PASSED
    strict = replace(PRESS, zone_class="A")
    one = fixed(state=State.FIRST_PASSED, first_by=CHIEF.id)
    world = held(strict, one, away(BOSS, OFFICER))
    assert world.do("hazards.approve", {"hazard": one.id}, OFFICER).state == State.CLOSED


def test_without_the_absence_the_same_is_refused():
    one = fixed()
    with pytest.raises(Refused, match="may_not_review"):
        held(one).do("hazards.approve", {"hazard": one.id}, OTHER)


@pytest.mark.parametrize("who", ["fixed_by", "first_by"])
def test_nobody_comes_back_as_their_own_deputy(who):
    """The officer fixed it, or passed it first: in the officer's place nobody does the second review."""
    given = {"fixed_by": FIXER.id, "first_by": CHIEF.id, who: OFFICER.id}
    one = fixed(state=State.FIRST_PASSED, **given)
    world = held(one, away(OFFICER, OTHER))
    with pytest.raises(Refused, match="may_not_review"):
        world.do("hazards.approve", {"hazard": one.id}, OTHER)


@pytest.mark.parametrize(
    ("given", "by", "why"),
    [
        ({"deputy": FIXER.id}, FIXER, "deputy_is_oneself"),
        ({"deputy": LEADER.id}, LEADER, "deputy_by_oneself"),
        ({}, OTHER, "not_allowed"),
        ({"last": "2026-03-01"}, FIXER, "days_too_many"),
        ({"first": "2026-02-01", "last": "2026-02-02"}, FIXER, "absence_over"),
    ],
)
def test_what_is_refused(given, by, why):
    with pytest.raises(Refused, match=why):
        held().do("absences.add", {"person": FIXER.id, **WEEK, **given}, by)


def test_who_stands_in_for_a_leader_is_not_said_by_another_leader():
    asked = {"person": OFFICER.id, **WEEK, "deputy": OTHER.id}
    with pytest.raises(Refused, match="not_allowed"):
        held().do("absences.add", asked, LEADER)
    assert held().do("absences.add", asked, BOSS).deputy == OTHER.id
    assert held().do("absences.add", asked, OFFICER).deputy == OTHER.id


def test_a_reviewer_is_stood_in_for_two_weeks_at_most():
    long = {"first": "2026-03-02", "last": "2026-03-16", "deputy": OTHER.id}
    for who in (OFFICER, CHIEF):
        with pytest.raises(Refused, match="deputy_too_long"):
            held().do("absences.add", {"person": who.id, **long}, who)
    assert held().do("absences.add", {"person": FIXER.id, **long}, FIXER)


def test_two_absences_at_once_and_a_deputy_who_is_away_are_refused():
    with pytest.raises(Refused, match="absent_already"):
        held(away(FIXER)).do("absences.add", {"person": FIXER.id, **WEEK}, FIXER)
    with pytest.raises(Refused, match="deputy_away"):
        held(away(OTHER)).do("absences.add", {"person": FIXER.id, **WEEK, "deputy": OTHER.id}, FIXER)


def test_the_deputy_is_asked_for_the_inspections_of_the_absent_one():
    plan = inspection_plan(zones=(PRESS.id,))
    task = inspection(plan=plan.id, zone=PRESS.id, person=FIXER.id, opens_at=NOON, closes_at=NOON + timedelta(hours=1))
    world = held(plan, task, away(FIXER, OTHER))
    assert to_make(world, PRESS.id, OTHER, NOON) == [task]
    assert to_make(world, PRESS.id, LEADER, NOON) == []


def test_two_reports_found_to_differ_stay_apart():
    one, other = hazard(zone=PRESS.id), hazard(zone=PRESS.id)
    world = held(one, other)
    found = world.do("hazards.differ", {"hazard": one.id, "other": other.id}, OFFICER)
    assert apart(found, other)
    assert apart(other, found)
    world.do("hazards.differ", {"hazard": other.id, "other": one.id, "differs": False}, OFFICER)
    assert not apart(world.get("hazard", one.id), world.get("hazard", other.id))
