"""Points: earned when somebody else has found it valid, shared, capped, taken back by an entry, never below zero."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from services.core.hazards import State
from services.core.inspections import InspectionState
from services.core.operation import SYSTEM
from services.core.points_rules import PointsRules
from services.core.roles import Role
from tests.makers import (
    NOON,
    Held,
    drill,
    drill_joining,
    hazard,
    inspection,
    person,
    plant,
    refused,
    sha,
    training_record,
)
from tests.services.core.points_books import check_books, in_order

FINDER, MATE, GUEST = person(), person(), person(Role.CONTRACTOR)
OFFICER, BOSS, BOSS_2 = person(Role.SAFETY_OFFICER), person(Role.EHS_MANAGER), person(Role.EHS_MANAGER)
LATER = NOON + timedelta(hours=2)
UNTIL = {"until": date(2026, 12, 31)}


@pytest.fixture
def held() -> Held:
    made = Held(plant(), FINDER, MATE, GUEST, OFFICER, BOSS, BOSS_2)
    made.do("points.begin", {}, SYSTEM)
    return made


def valid(reporter=FINDER, by=OFFICER, **given):
    """A hazard that has passed its first review."""
    given = {"state": State.FIRST_PASSED, "first_by": by.id, "first_at": LATER, "before": (sha("b"),)} | given
    return hazard(reporter=reporter.id if reporter else None, **given)


def checked(who=FINDER, **given):
    given = {"state": InspectionState.DONE, "by": who.id, "at": LATER} | given
    return inspection(**given)


def settle(held, one, kind="hazard"):
    held.add(one)
    held.do("points.settle", {"sources": [{"kind": kind, "id": one.id}]}, SYSTEM)
    check_books(held)
    return one


def has(held, who=FINDER):
    account = held.get("points_account", who.id)
    return (account.balance, account.lifetime) if account else (0, 0)


def test_a_hazard_that_somebody_else_found_valid_earns_once(held):
    one = settle(held, valid())
    settle(held, one)
    settle(held, replace(one, state=State.CLOSED, second_by=BOSS.id, closed_at=LATER))
    assert has(held) == (10, 10)
    [entry] = held.find("points_entry")
    assert (entry.meaning, entry.payer, entry.payee, entry.rule) == ("earned", "budget", FINDER.id, "hazard_general")


@pytest.mark.parametrize(
    "one",
    [
        hazard(reporter=FINDER.id),
        valid(state=State.REJECTED, first_by=None, first_at=None),
        valid(reporter=OFFICER),
        valid(reporter=None),
        valid(reporter=GUEST),
        valid(batch="import"),
        valid(first_at=NOON - timedelta(days=1)),
    ],
    ids=["not reviewed", "rejected", "own review", "nobody", "contractor", "from paper", "before points began"],
)
def test_what_nobody_else_has_found_valid_earns_nothing(held, one):
    settle(held, one)
    assert held.find("points_entry") == ()


def test_who_reviewed_first_what_they_reported_earns_with_the_second_review(held):
    one = settle(held, valid(reporter=OFFICER))
    settle(held, replace(one, state=State.CLOSED, second_by=BOSS.id, closed_at=LATER))
    assert has(held, OFFICER) == (10, 10)


def test_a_major_hazard_earns_more_and_grading_it_down_takes_the_difference_back(held):
    one = settle(held, valid(grade="major"))
    assert has(held) == (50, 50)
    settle(held, replace(one, grade="general"))
    assert has(held) == (10, 10)
    settle(held, replace(one, grade="major"))
    assert has(held) == (50, 50)


def test_a_return_takes_the_points_back_until_it_is_reviewed_again(held):
    one = settle(held, valid())
    settle(held, replace(one, state=State.FIXING, first_by=None, first_at=None))
    assert has(held) == (0, 0)
    settle(held, one)
    assert has(held) == (10, 10)
    assert [entry.meaning for entry in in_order(held)] == ["earned", "taken_back", "earned"]


def test_who_reported_the_same_shares_and_parting_gives_the_rest(held):
    one = settle(held, valid())
    twin = hazard(reporter=MATE.id, state=State.MERGED, merged_into=one.id, reported_at=LATER)
    held.add(twin)
    settle(held, one)
    assert (has(held), has(held, MATE)) == ((5, 5), (5, 5))
    held.add(replace(twin, state=State.REPORTED, merged_into=None))
    settle(held, one)
    assert (has(held), has(held, MATE)) == ((10, 10), (0, 0))


def test_what_can_not_be_shared_evenly_goes_to_the_first(held):
    held.do("points_rules.set", {"hazard_general": 5}, BOSS)
    one = valid()
    held.add(hazard(reporter=MATE.id, state=State.MERGED, merged_into=one.id, reported_at=LATER))
    settle(held, one)
    assert (has(held), has(held, MATE)) == ((3, 3), (2, 2))


def test_two_reports_by_the_same_person_are_one(held):
    one = valid()
    held.add(hazard(reporter=FINDER.id, state=State.MERGED, merged_into=one.id, reported_at=LATER))
    settle(held, one)
    assert has(held) == (10, 10)


@pytest.mark.parametrize(
    ("given", "points"),
    [
        ({}, 2),
        ({"state": InspectionState.LATE}, 0),
        ({"doubtful": "too_fast"}, 0),
        ({"doubtful": "by_hand"}, 0),
        ({"plan": ""}, 0),
        ({"batch": "import"}, 0),
        ({"who": GUEST}, 0),
    ],
)
def test_only_a_check_in_that_nothing_speaks_against_earns(held, given, points):
    settle(held, checked(**given), "inspection")
    assert has(held)[0] == points


def test_a_course_that_was_passed_earns_once_until_it_is_about_to_lapse(held):
    first = training_record(person=FINDER.id, source="test", at=LATER, **UNTIL)
    settle(held, first, "training_record")
    again = {"person": FINDER.id, "course": first.course, "source": "test", "at": LATER + timedelta(days=1)} | UNTIL
    settle(held, training_record(**again, day=date(2026, 3, 3)), "training_record")
    assert has(held)[0] == 5
    settle(held, training_record(**again, day=date(2026, 11, 3)), "training_record")
    assert has(held)[0] == 10
    settle(held, replace(first, withdrawn_at=held.now), "training_record")
    assert has(held)[0] == 5


@pytest.mark.parametrize("given", [{"passed": False}, {"source": "desk", "by": FINDER.id}, {"person": GUEST.id}])
def test_a_course_that_was_failed_or_is_told_of_oneself_earns_nothing(held, given):
    settle(held, training_record(**{"person": FINDER.id, "source": "test", "at": LATER} | given), "training_record")
    assert held.find("points_entry") == ()


def test_who_joined_a_drill_earns_when_it_was_evaluated(held):
    held.add(*(drill_joining(drill="a drill", person=one.id) for one in (FINDER, MATE, GUEST)))
    one = settle(held, drill(id="a drill", ended_at=LATER), "drill")
    assert held.find("points_entry") == ()
    settle(held, replace(one, evaluated_at=LATER), "drill")
    assert (has(held)[0], has(held, MATE)[0], has(held, GUEST)[0]) == (5, 5, 0)


def test_nobody_gets_more_than_the_cap_in_a_month(held):
    held.do("points_rules.set", {"month_cap": 25}, BOSS)
    ones = [settle(held, valid()) for _ in range(3)]
    assert has(held) == (25, 25)
    assert [entry.cut for entry in in_order(held)] == [0, 0, 5]
    held.now += timedelta(days=40)
    settle(held, valid())
    assert has(held) == (35, 35)
    settle(held, replace(ones[0], first_by=None, first_at=None, state=State.FIXING))
    settle(held, ones[0])
    assert has(held) == (35, 35)


def test_other_figures_leave_what_was_earned_as_it_is(held):
    one = settle(held, valid())
    held.do("points_rules.set", {"hazard_general": 30}, BOSS)
    settle(held, one)
    settle(held, valid(reporter=MATE))
    assert (has(held)[0], has(held, MATE)[0]) == (10, 30)
    assert held.get("points_rules", "points") == PointsRules(hazard_general=30)


def test_a_rule_that_is_off_gives_nothing_and_takes_nothing_back(held):
    one = settle(held, valid())
    held.do("points_rules.set", {"rules_off": ["hazard_general"]}, BOSS)
    settle(held, one)
    settle(held, valid(reporter=MATE))
    assert (has(held)[0], held.get("points_account", MATE.id)) == (10, None)
    held.do("points_rules.set", {"rules_off": []}, BOSS)
    assert held.get("points_rules", "points") == PointsRules()
    settle(held, valid(reporter=MATE))
    assert has(held, MATE)[0] == 10


def test_what_was_spent_already_is_owed_and_settled_by_what_comes(held):
    one = settle(held, valid())
    account = held.get("points_account", FINDER.id)
    reserve = replace(account, id="a gift", holder="reserve", balance=8, lifetime=0)
    held.add(replace(account, balance=2), reserve)
    held.add(
        replace(held.find("points_entry")[0], id="x", payer=FINDER.id, payee="a gift", points=8, meaning="reserved")
    )
    settle(held, replace(one, first_by=None, first_at=None, state=State.FIXING))
    assert (has(held), held.get("points_account", FINDER.id).owed) == ((0, 0), 8)
    settle(held, valid())
    assert (has(held), held.get("points_account", FINDER.id).owed) == ((2, 10), 0)


def test_without_points_nothing_is_earned_and_later_only_what_comes_later(held):
    off = replace(held.find("plant")[0], modules_off=("points",))
    held.add(off)
    held.do("points.rest", {}, SYSTEM)
    one = settle(held, valid())
    assert held.find("points_entry") == ()
    assert refused(held.do, "points_rules.set", {}, BOSS) == "points_off"
    held.add(replace(off, modules_off=()))
    held.now = LATER + timedelta(hours=1)
    held.do("points.begin", {}, SYSTEM)
    settle(held, one)
    settle(held, valid(first_at=held.now))
    assert has(held) == (10, 10)


def test_by_hand_it_takes_two_who_are_not_the_one(held):
    given = {"person": FINDER.id, "points": 20, "reason": "安全提案"}
    made = held.do("adjustments.propose", given, OFFICER)
    assert has(held) == (0, 0)
    held.do("adjustments.approve", {"adjustment": made.id}, BOSS)
    assert has(held) == (20, 20)
    assert refused(held.do, "adjustments.approve", {"adjustment": made.id}, BOSS) == "decided_already"
    less = held.do("adjustments.propose", given | {"points": -30}, OFFICER)
    assert refused(held.do, "adjustments.approve", {"adjustment": less.id}, BOSS) == "points_too_few"
    held.do("adjustments.decline", {"adjustment": less.id, "reason": "不符合"}, BOSS)
    check_books(held)


@pytest.mark.parametrize(
    ("receiver", "proposer", "approver", "code"),
    [
        (FINDER, BOSS, BOSS, "second_person_needed"),
        (BOSS, OFFICER, BOSS, "not_for_yourself"),
        (OFFICER, OFFICER, BOSS, "not_for_yourself"),
        (FINDER, OFFICER, OFFICER, "not_allowed"),
        (FINDER, BOSS, BOSS_2, None),
        (FINDER, person(Role.SAFETY_OFFICER, Role.SHOP_CLERK), BOSS, "clerk_may_not"),
        (FINDER, OFFICER, person(Role.EHS_MANAGER, Role.SHOP_CLERK), "clerk_may_not"),
    ],
)
def test_nobody_moves_points_alone(held, receiver, proposer, approver, code):
    held.add(proposer, approver)

    def both():
        made = held.do("adjustments.propose", {"person": receiver.id, "points": 5, "reason": "奖励"}, proposer)
        held.do("adjustments.approve", {"adjustment": made.id}, approver)

    assert refused(both) == code
    assert (has(held, receiver)[0] == 5) == (code is None)


def test_everybody_says_of_themselves_how_they_are_named(held):
    settle(held, valid())
    held.do("points.show_as", {"hidden": True}, FINDER)
    account = held.get("points_account", FINDER.id)
    assert (account.hidden, account.alias, account.balance) == (True, 1, 10)
    held.do("points.show_as", {"hidden": False}, FINDER)
    held.do("points.show_as", {"hidden": True}, FINDER)
    assert held.get("points_account", FINDER.id).alias == 1
