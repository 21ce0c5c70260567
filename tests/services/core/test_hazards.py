"""A hazard's way from the report to the fix: what each step makes, whom it tells, and every refusal."""

from datetime import timedelta
from typing import Any

import pytest

from services.core.hazards import MOST_PHOTOS, State
from services.core.operation import Actor
from services.core.refused import Refused
from services.core.roles import Role
from tests.makers import AFTER, BEFORE, NOON, Held, floor, hazard, person, plant, route, sha, team, zone

CREW, OTHER_CREW = team(), team(name="电工班")
CHIEF = person(name="主管")
FIXER = person(Role.FIXER, team=CREW.id)
MATE = person(Role.FIXER, team=CREW.id)
STRANGER = person(Role.FIXER, team=OTHER_CREW.id)
LEADER = person(Role.TEAM_LEADER, team=OTHER_CREW.id)
OFFICER = person(Role.SAFETY_OFFICER)
GONE = person(Role.FIXER, team=CREW.id, left_at=NOON)
BOSS = person(Role.EHS_MANAGER)
REPORTER = person()
AUDITOR = person(Role.AUDITOR)
PRESS = zone(team=CREW.id, supervisor=CHIEF.id)
ROUTE = route()
PEOPLE = (CHIEF, FIXER, MATE, STRANGER, LEADER, OFFICER, GONE, BOSS, REPORTER, AUDITOR)
VISIT = Actor(None, frozenset({Role.ANONYMOUS}), PRESS.id)


@pytest.fixture
def held():
    return Held(plant(), floor(), CREW, OTHER_CREW, PRESS, ROUTE, *PEOPLE)


def report(**given):
    return {"zone": PRESS.id, "photos": [BEFORE], "description": "护罩缺失"} | given


def reported(held, **given):
    return held.do("hazards.report", report(**given), REPORTER)


def test_a_report_is_numbered_dispatched_and_told(held):
    made = reported(held)
    assert (made.number, made.state, made.team, made.assignee) == ("YH-20260302-0001", State.ASSIGNED, CREW.id, None)
    assert (made.why, made.route, made.due_at) == ("route_zone_team", ROUTE.id, NOON + timedelta(hours=48))
    assert (made.reporter, made.before, made.grade) == (REPORTER.id, (BEFORE,), "general")
    assert {tell.message: set(tell.people) for tell in held.told} == {
        "hazard_reported": {CHIEF.id},
        "hazard_assigned": {FIXER.id, MATE.id},
    }
    assert reported(held).number == "YH-20260302-0002"


def test_it_is_sent_on_once_however_often_it_is_handed_on(held):
    made = reported(held)
    assert made.dispatched_at == NOON
    handed = held.do("hazards.dispatch", {"hazard": made.id, "team": OTHER_CREW.id}, OFFICER)
    assert (handed.team, handed.dispatched_at) == (OTHER_CREW.id, NOON)


def test_the_number_is_of_the_plants_day(held):
    held.now = NOON.replace(hour=15, minute=59)
    assert reported(held).number == "YH-20260302-0001"
    held.now = NOON.replace(hour=16)
    assert reported(held).number == "YH-20260303-0001"


@pytest.mark.parametrize(("zone_class", "hours"), [("A", 24), ("B", 48), ("C", 72), ("D", 120)])
def test_the_clock_is_that_of_the_zones_class(held, zone_class, hours):
    held.add(zone(id=PRESS.id, zone_class=zone_class))
    assert reported(held).due_at == NOON + timedelta(hours=hours)


def test_nothing_in_a_message_is_about_a_person(held):
    reported(held)
    assert all(set(tell.facts) <= FACTS for tell in held.told)


FACTS = {"number", "zone", "zone_class", "description", "photos", "due_at", "why"}
FACTS |= {"review_due_at", "closed_at", "reason", "note"}


def test_a_console_keeps_it_unnumbered_until_the_hub_has_answered(held):
    made = held.do("hazards.report", report(), REPORTER, side="console")
    assert (made.number, made.state, made.team, made.due_at) == (None, State.REPORTED, None, None)
    assert held.told == []


def test_a_phone_that_scanned_the_label_reports_without_a_name(held):
    made = held.do("hazards.report", report(), VISIT)
    assert made.reporter is None
    with pytest.raises(Refused, match="label_needed"):
        held.do("hazards.report", report(), Actor(None, frozenset({Role.ANONYMOUS}), "elsewhere"))
    with pytest.raises(Refused, match="label_needed"):
        held.do("hazards.report", report(), Actor(None, frozenset({Role.ANONYMOUS})))


REPORT_REFUSALS = [
    ({"photos": []}, "photo_needed"),
    ({"photos": [sha(str(i)) for i in range(MOST_PHOTOS + 1)]}, "photos_too_many"),
    ({"photos": [BEFORE, BEFORE]}, "photo_twice"),
    ({"photos": ["x"]}, "args_wrong"),
    ({"zone": "none"}, "no_such_record"),
    ({"category": "weather"}, "no_such_category"),
    ({"description": "x" * 501}, "args_wrong"),
    ({"x": float("nan")}, "args_wrong"),
    ({"reporter": OFFICER.id}, "args_unknown"),
    ({"number": "YH-20260302-0009"}, "args_unknown"),
]


@pytest.mark.parametrize(("given", "code"), REPORT_REFUSALS)
def test_reports_that_are_refused(held, given, code):
    with pytest.raises(Refused) as caught:
        reported(held, **given)
    assert caught.value.code == code
    assert held.gifts.counters == {}, "a refused report must not use up a number"


def test_a_retired_zone_takes_no_report_and_an_auditor_makes_none(held):
    with pytest.raises(Refused, match="not_allowed"):
        held.do("hazards.report", report(), AUDITOR)
    held.add(zone(id=PRESS.id, retired_at=NOON))
    with pytest.raises(Refused, match="zone_retired"):
        reported(held)


def test_by_hand_to_a_person_keeps_the_clock(held):
    one = reported(held)
    sent = held.do("hazards.dispatch", {"hazard": one.id, "person": STRANGER.id}, LEADER)
    assert (sent.team, sent.assignee, sent.why, sent.route) == (None, STRANGER.id, "by_hand", None)
    assert sent.due_at == one.due_at
    assert held.told[-1].people == (STRANGER.id,)
    with pytest.raises(Refused, match="not_yours"):
        held.do("hazards.accept", {"hazard": one.id}, FIXER)


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ({}, "team_or_person"),
        ({"team": CREW.id, "person": FIXER.id}, "team_or_person"),
        ({"team": "none"}, "no_such_record"),
        ({"person": "none"}, "no_such_record"),
        ({"person": GONE.id}, "person_left"),
    ],
)
def test_dispatches_that_are_refused(held, to, code):
    one = reported(held)
    with pytest.raises(Refused) as caught:
        held.do("hazards.dispatch", {"hazard": one.id, **to}, OFFICER)
    assert caught.value.code == code


def test_one_of_the_team_takes_it_on_and_hands_in_the_photos(held):
    one = reported(held)
    taken = held.do("hazards.accept", {"hazard": one.id}, FIXER)
    assert (taken.state, taken.assignee, taken.accepted_at) == (State.FIXING, FIXER.id, NOON + timedelta(minutes=1))
    fixed = held.do("hazards.submit_fix", {"hazard": one.id, "photos": [AFTER], "note": "已装"}, FIXER)
    assert (fixed.state, fixed.fixed_by, fixed.after) == (State.FIXED, FIXER.id, (AFTER,))
    assert fixed.review_due_at == fixed.fixed_at + timedelta(hours=24)
    assert set(held.told[-1].people) == {CHIEF.id, OFFICER.id, LEADER.id}
    assert FIXER.id not in held.told[-1].people


def test_handing_in_without_taking_on_counts_as_both(held):
    one = reported(held)
    fixed = held.do("hazards.submit_fix", {"hazard": one.id, "photos": [AFTER]}, MATE)
    assert fixed.accepted_at == fixed.fixed_at


@pytest.mark.parametrize(
    ("by", "photos", "code"),
    [
        (STRANGER, [AFTER], "not_yours"),
        (OFFICER, [AFTER], "not_yours"),
        (FIXER, [], "photo_needed"),
        (FIXER, [AFTER, AFTER], "photo_twice"),
        (FIXER, [AFTER, BEFORE], "same_photo"),
        (AUDITOR, [AFTER], "not_allowed"),
        (VISIT, [AFTER], "not_allowed"),
    ],
)
def test_fixes_that_are_refused(held, by, photos, code):
    one = reported(held)
    with pytest.raises(Refused) as caught:
        held.do("hazards.submit_fix", {"hazard": one.id, "photos": photos}, by)
    assert caught.value.code == code


def test_rejecting_gives_the_reason_and_ends_it(held):
    one = reported(held)
    ended = held.do("hazards.reject", {"hazard": one.id, "reason": "不是隐患"}, OFFICER)
    assert (ended.state, ended.reject_reason, ended.open) == (State.REJECTED, "不是隐患", False)


STEPS: dict[str, Any] = {
    "hazards.dispatch": ({"team": CREW.id}, OFFICER, {"reported", "assigned", "fixing"}),
    "hazards.accept": ({}, FIXER, {"assigned", "fixing"}),
    "hazards.submit_fix": ({"photos": [AFTER]}, FIXER, {"assigned", "fixing"}),
    "hazards.approve": ({}, OFFICER, {"fixed", "first_passed"}),
    "hazards.return": ({"reason": "x"}, OFFICER, {"fixed", "first_passed"}),
    "hazards.reject": ({"reason": "x"}, OFFICER, {"reported", "assigned", "fixing"}),
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("kind", STEPS)
def test_each_step_is_only_for_its_states(held, kind, state):
    args, by, states = STEPS[kind]
    one = hazard(zone=PRESS.id, team=CREW.id, state=state, after=(sha("old"),), fixed_by=FIXER.id, first_by=CHIEF.id)
    held.add(one)
    if state.value in states:
        assert held.do(kind, {"hazard": one.id, **args}, by) is not None
    else:
        with pytest.raises(Refused) as caught:
            held.do(kind, {"hazard": one.id, **args}, by)
        assert caught.value.code == "wrong_state"
        assert caught.value.facts["state"] == state.value


@pytest.mark.parametrize("kind", STEPS)
def test_no_such_hazard(held, kind):
    args, by, _ = STEPS[kind]
    with pytest.raises(Refused, match="no_such_record"):
        held.do(kind, {"hazard": "none", **args}, by)


@pytest.mark.parametrize(
    ("given", "late"),
    [
        ({"state": "assigned", "due_at": NOON - timedelta(seconds=1)}, True),
        ({"state": "assigned", "due_at": NOON}, False),
        ({"state": "fixed", "due_at": NOON - timedelta(days=9), "review_due_at": NOON}, False),
        ({"state": "first_passed", "review_due_at": NOON - timedelta(seconds=1)}, True),
        ({"state": "closed", "due_at": NOON - timedelta(days=9)}, False),
        ({"state": "rejected", "due_at": NOON - timedelta(days=9)}, False),
        ({"state": "reported"}, False),
    ],
)
def test_overdue_is_the_clock_of_whoever_holds_it(given, late):
    assert hazard(**given).overdue(NOON) is late


@pytest.mark.parametrize(("hours", "due"), [(6.0, 6), (48.0, 48), (200.0, 48)])
def test_a_category_may_ask_for_a_shorter_time_than_the_zone(held: Held, hours: float, due: int) -> None:
    held.do("plant.set_category_hours", {"category_hours": [{"category": "fire", "hours": hours}]}, BOSS)
    fire, storage = reported(held, category="fire"), reported(held, category="storage")
    assert fire.due_at - fire.reported_at == timedelta(hours=due)
    assert storage.due_at - storage.reported_at == timedelta(hours=48)
