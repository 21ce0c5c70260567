"""The double review: two different people, neither of whom fixed it, each with the right to."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from services.core import hazards
from services.core.hazards import Approve, State
from services.core.operation import premise_of
from services.core.refused import Refused
from services.core.roles import Role
from tests.makers import AFTER, BEFORE, NOON, Held, fix_plan, hazard, person, plant, sha, team, zone

CREW, OTHER_CREW = team(), team(name="电工班")
CHIEF = person(name="主管")
FIXER = person(Role.FIXER, team=CREW.id)
OWN_LEADER = person(Role.TEAM_LEADER, team=CREW.id)
OTHER_LEADER = person(Role.TEAM_LEADER, team=OTHER_CREW.id)
DEPARTMENT = person(Role.DEPARTMENT_MANAGER)
OFFICER = person(Role.SAFETY_OFFICER)
OFFICER_2 = person(Role.SAFETY_OFFICER)
BOSS = person(Role.EHS_MANAGER)
BOSS_2 = person(Role.EHS_MANAGER)
WORKER = person()
HR, IT = person(Role.HR), person(Role.IT_ADMIN)
GONE = person(Role.SAFETY_OFFICER, Role.EHS_MANAGER, left_at=NOON)
PEOPLE = {
    "chief": CHIEF,
    "fixer": FIXER,
    "own_leader": OWN_LEADER,
    "other_leader": OTHER_LEADER,
    "department": DEPARTMENT,
    "officer": OFFICER,
    "officer_2": OFFICER_2,
    "boss": BOSS,
    "boss_2": BOSS_2,
    "worker": WORKER,
    "hr": HR,
    "it": IT,
    "gone": GONE,
}


def fixed(zone_class="B", grade="general", *, people=PEOPLE, **given):
    """A plant with one hazard that waits for its first review."""
    place = zone(zone_class=zone_class, supervisor=CHIEF.id, team=CREW.id)
    values = {"zone": place.id, "state": State.FIXED, "team": CREW.id, "grade": grade, "after": (AFTER,)}
    one = hazard(**values | {"fixed_by": FIXER.id, "reporter": WORKER.id} | given)
    planned = fix_plan(id=one.id, hazard=one.id)
    return Held(plant(), CREW, OTHER_CREW, place, one, planned, *people.values()), one


def outcome(held, one, by):
    try:
        return held.do("hazards.approve", {"hazard": one.id}, by).state.value
    except Refused as refused:
        return refused.code


def tried(by, **given):
    held, one = fixed(**given)
    return outcome(held, one, by)


def test_who_may_review_first():
    passed = {name for name, by in PEOPLE.items() if tried(by) == "first_passed"}
    assert passed == {"chief", "department", "officer", "officer_2"}


@pytest.mark.parametrize(
    ("zone_class", "grade", "expected"),
    [
        ("B", "general", {"officer_2", "boss", "boss_2"}),
        ("C", "general", {"officer_2", "boss", "boss_2"}),
        ("D", "general", {"officer_2", "boss", "boss_2"}),
        ("A", "general", {"boss", "boss_2"}),
        ("B", "major", {"boss", "boss_2"}),
        ("A", "major", {"boss", "boss_2"}),
    ],
)
def test_who_may_review_second(zone_class, grade, expected):
    closed = set()
    for name, by in PEOPLE.items():
        held, one = fixed(zone_class, grade)
        assert outcome(held, one, OFFICER) == "first_passed"
        if outcome(held, one, by) == "closed":
            closed.add(name)
    assert closed == expected


@pytest.mark.parametrize("by", ["officer", "boss", "department", "chief"])
def test_never_who_fixed_it_whatever_the_role(by):
    held, one = fixed(fixed_by=PEOPLE[by].id)
    assert outcome(held, one, PEOPLE[by]) == "fixer_may_not_review"
    first = OFFICER_2 if by != "officer_2" else OFFICER
    assert outcome(held, one, first) == "first_passed"
    assert outcome(held, one, PEOPLE[by]) == "fixer_may_not_review"


def test_never_the_same_person_twice():
    held, one = fixed()
    assert outcome(held, one, OFFICER) == "first_passed"
    assert outcome(held, one, OFFICER) == "second_must_differ"
    assert held.get("hazard", one.id).state == State.FIRST_PASSED


def test_the_second_review_closes_and_tells():
    held, one = fixed()
    held.do("hazards.approve", {"hazard": one.id}, OFFICER)
    closed = held.do("hazards.approve", {"hazard": one.id}, BOSS)
    assert (closed.first_by, closed.second_by, closed.fixed_by) == (OFFICER.id, BOSS.id, FIXER.id)
    assert closed.closed_at == NOON + timedelta(minutes=1)
    assert set(held.told[-1].people) == {WORKER.id, FIXER.id}


def test_after_the_first_review_the_seconds_clock_runs():
    held, one = fixed("A")
    assert held.do("hazards.approve", {"hazard": one.id}, OFFICER).review_due_at == NOON + timedelta(hours=8)


def small_plant(*without):
    return {name: one for name, one in PEOPLE.items() if name not in without}


def test_a_small_plant_lets_another_teams_leader_review_first():
    one_officer = small_plant("officer_2", "gone")
    passed = {name for name, by in one_officer.items() if tried(by, people=one_officer) == "first_passed"}
    assert passed == {"chief", "department", "officer", "other_leader"}


def test_a_small_plant_still_needs_two_people():
    nobody_else = small_plant("officer_2", "boss", "boss_2")
    held, one = fixed(people=nobody_else)
    assert outcome(held, one, OTHER_LEADER) == "first_passed"
    assert outcome(held, one, OTHER_LEADER) == "second_must_differ"
    assert outcome(held, one, OFFICER) == "closed"


def test_the_leader_of_the_fixers_team_is_no_other_teams_leader():
    """Also when the hazard had gone to a person, so that it names no team."""
    held, one = fixed(people=small_plant("officer_2"), team=None, assignee=FIXER.id)
    assert outcome(held, one, OWN_LEADER) == "may_not_review"
    assert outcome(held, one, OTHER_LEADER) == "first_passed"


@pytest.mark.parametrize("given", [{"before": ()}, {"after": ()}])
def test_no_review_without_both_photos(given):
    held, one = fixed(**given)
    assert outcome(held, one, OFFICER) == "photo_needed"


def test_returning_starts_the_review_anew():
    held, one = fixed()
    held.do("hazards.approve", {"hazard": one.id}, OFFICER)
    back = held.do("hazards.return", {"hazard": one.id, "reason": "看不清"}, BOSS)
    assert (back.state, back.assignee, back.first_by, back.first_at) == (State.FIXING, FIXER.id, None, None)
    assert (back.returned, back.return_reason) == (1, "看不清")
    assert held.told[-1].people == (FIXER.id,)
    again = held.do("hazards.submit_fix", {"hazard": one.id, "photos": [sha("better")]}, FIXER)
    assert (again.state, again.first_by) == (State.FIXED, None)
    assert outcome(held, one, BOSS) == "may_not_review"
    assert outcome(held, one, OFFICER_2) == "first_passed"


@pytest.mark.parametrize("by", [FIXER, WORKER, HR])
def test_only_a_reviewer_returns(by):
    held, one = fixed()
    with pytest.raises(Refused, match="may_not_review"):
        held.do("hazards.return", {"hazard": one.id, "reason": "x"}, by)


def test_two_offline_approvals_both_survive():
    """Both saw it fixed. Whoever arrives first makes the first review, the other the second."""
    held, one = fixed()
    seen = premise_of("hazards.approve", {"hazard": one.id}, held)
    first = held.do("hazards.approve", {"hazard": one.id}, OFFICER, premise=seen)
    second = held.do("hazards.approve", {"hazard": one.id}, BOSS, premise=seen)
    assert (first.state, second.state) == (State.FIRST_PASSED, State.CLOSED)
    assert (second.first_by, second.second_by) == (OFFICER.id, BOSS.id)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"after": (sha("another"),)}, "after"),
        ({"before": (BEFORE, sha("one more"))}, "before"),
        ({"fixed_by": CHIEF.id}, "fixed_by"),
        ({"state": State.FIXING}, "status"),
    ],
)
def test_an_approval_of_something_else_by_now_is_stale(changed, field):
    held, one = fixed()
    seen = premise_of("hazards.approve", {"hazard": one.id}, held)
    values = {name: getattr(one, name) for name in ("zone", "state", "team", "after", "before", "fixed_by")}
    held.add(hazard(id=one.id, **values | changed))
    with pytest.raises(Refused) as caught:
        held.do("hazards.approve", {"hazard": one.id}, OFFICER, premise=seen)
    assert caught.value.code == "stale"
    assert {name for name in seen if seen[name] != caught.value.facts["now"][name]} == {field}
    assert caught.value.facts["seen"] == seen


def test_an_approval_without_a_premise_is_stale():
    held, one = fixed()
    with pytest.raises(Refused, match="stale"):
        held.do("hazards.approve", {"hazard": one.id}, OFFICER, premise={})


def closings_that_break_the_rule(zone_class):
    """Every pair of people tried as first and second: the closed ones that a reader of the rule would not allow."""
    wrong = []
    for (one_name, one_by), (two_name, two_by) in product(PEOPLE.items(), repeat=2):
        held, one = fixed(zone_class, fixed_by=OFFICER.id)
        outcome(held, one, one_by)
        if outcome(held, one, two_by) != "closed":
            continue
        second = {Role.EHS_MANAGER} if zone_class == "A" else {Role.EHS_MANAGER, Role.SAFETY_OFFICER}
        allowed = one_by.id != two_by.id and OFFICER.id not in (one_by.id, two_by.id) and second & set(two_by.roles)
        if not allowed:
            wrong.append((one_name, two_name))
    return wrong


@pytest.mark.parametrize("zone_class", ["A", "B"])
def test_no_pair_closes_against_the_rule(zone_class):
    assert closings_that_break_the_rule(zone_class) == []


def forgetful_of_the_first(person, hazard, zone):
    wanted = {Role.SAFETY_OFFICER, Role.EHS_MANAGER}
    return bool(set(person.roles) & wanted)


def test_the_pairs_would_show_a_missing_rule(monkeypatch):
    """Class A by a safety officer, and a fixer who reviews: each is seen when its check is taken out."""
    monkeypatch.setattr(hazards, "may_review_second", forgetful_of_the_first)
    assert closings_that_break_the_rule("A")


def test_the_pairs_would_show_a_reviewing_fixer(monkeypatch):
    real = Approve.decide

    def unchecked(self, context, look):
        one = look.get("hazard", self.hazard)
        look.add(replace(one, fixed_by=None))
        try:
            return real(self, context, look)
        finally:
            look.add(one)

    monkeypatch.setattr(Approve, "decide", unchecked)
    assert closings_that_break_the_rule("B")


# What was approved while a role was still held, and arrives when it is held no more.

T1, T2, T3 = (NOON + timedelta(hours=hour) for hour in (1, 2, 3))


def withdrawn(held, *, at=T2, whom=OFFICER, leaves=False):
    """The officer's role is withdrawn, or the officer leaves."""
    held.now = at
    if leaves:
        return held.do("people.leave", {"person": whom.id}, HR)
    return held.do("people.set_roles", {"person": whom.id, "roles": ["worker"]}, IT)


def arrived(held, one, by, *, made=T1):
    """An approval made at a moment; its author acts with the roles of now."""
    held.now, before = made, held.get("hazard", one.id)
    code = outcome(held, one, held.get("person", by.id))
    held.now = T3
    after = held.get("hazard", one.id)
    return code, replace(after, needs_another=before.needs_another) == before, after.needs_another


@pytest.mark.parametrize("leaves", [False, True])
@pytest.mark.parametrize("state", [State.FIXED, State.FIRST_PASSED])
def test_an_approval_of_before_the_withdrawal_is_kept_and_moves_nothing(state, leaves):
    held, one = fixed(state=state, first_by=DEPARTMENT.id if state == State.FIRST_PASSED else None)
    withdrawn(held, leaves=leaves)
    assert arrived(held, one, OFFICER) == (state.value, True, (OFFICER.id,))
    told = [(tell.message, tell.people) for tell in held.told]
    assert told == ([] if leaves else [("approval_kept", (OFFICER.id,))]), "who has left is told nothing"


@pytest.mark.parametrize(("leaves", "code"), [(False, "may_not_review"), (True, "person_left")])
@pytest.mark.parametrize("made", [T2, T3])
def test_an_approval_of_after_the_withdrawal_is_refused(leaves, code, made):
    held, one = fixed()
    withdrawn(held, leaves=leaves)
    assert arrived(held, one, OFFICER, made=made) == (code, True, ())


def test_an_approval_kept_twice_is_kept_once():
    held, one = fixed()
    withdrawn(held)
    arrived(held, one, OFFICER)
    assert arrived(held, one, OFFICER) == ("fixed", True, (OFFICER.id,))


def test_the_next_reviewers_go_on_and_the_kept_one_is_neither_of_them():
    held, one = fixed()
    withdrawn(held)
    arrived(held, one, OFFICER)
    assert outcome(held, one, OFFICER_2) == "first_passed"
    assert outcome(held, one, BOSS) == "closed"
    closed = held.get("hazard", one.id)
    assert (closed.first_by, closed.second_by, closed.needs_another) == (OFFICER_2.id, BOSS.id, (OFFICER.id,))


def test_who_has_the_role_again_may_review_like_anyone_and_waits_for_no_other():
    held, one = fixed()
    withdrawn(held)
    arrived(held, one, OFFICER)
    held.do("people.set_roles", {"person": OFFICER.id, "roles": ["safety_officer"]}, IT)
    passed = held.do("hazards.approve", {"hazard": one.id}, OFFICER)
    assert (passed.state, passed.first_by, passed.needs_another) == (State.FIRST_PASSED, OFFICER.id, ())
    assert outcome(held, one, OFFICER) == "second_must_differ"


def test_a_withdrawn_role_makes_no_fixer_and_no_first_reviewer_a_second():
    held, one = fixed(fixed_by=OFFICER.id)
    withdrawn(held)
    assert arrived(held, one, OFFICER)[0] == "fixer_may_not_review"
    held, one = fixed()
    held.do("hazards.approve", {"hazard": one.id}, OFFICER)
    withdrawn(held)
    assert arrived(held, one, OFFICER)[0] == "second_must_differ"


def test_a_withdrawn_role_that_never_was_enough_is_not_enough():
    """Class A wants the EHS manager second, also of those who were officers once."""
    held, one = fixed("A", state=State.FIRST_PASSED, first_by=DEPARTMENT.id)
    withdrawn(held)
    assert arrived(held, one, OFFICER) == ("may_not_review", True, ())


def test_returning_and_fixing_anew_leave_nothing_kept():
    held, one = fixed()
    withdrawn(held)
    arrived(held, one, OFFICER)
    back = held.do("hazards.return", {"hazard": one.id, "reason": "看不清"}, BOSS)
    assert back.needs_another == ()
    again = held.do("hazards.submit_fix", {"hazard": one.id, "photos": [sha("better")]}, FIXER)
    assert again.needs_another == ()


def test_a_console_keeps_nothing_for_another():
    """It knows the withdrawal already: whoever asks there is told at once."""
    held, one = fixed()
    withdrawn(held)
    held.now = T1
    with pytest.raises(Refused, match="may_not_review"):
        held.do("hazards.approve", {"hazard": one.id}, held.get("person", OFFICER.id), side="console")
