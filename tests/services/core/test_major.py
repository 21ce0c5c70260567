"""Major hazards: graded by the office, their five requirements first, then the fixing."""

from datetime import timedelta

import pytest

from services.core.fix_plans import FixPlan
from services.core.hazards import State
from services.core.refused import Refused
from tests.makers import AFTER, NOON
from tests.services.core.test_hazards import CHIEF, CREW, FIXER, LEADER, OFFICER, REPORTER, held, reported

assert held  # the plant of the hazards' tests

DUE = NOON + timedelta(days=10)


def plan(hazard, **given):
    values = {"responsible": CHIEF.id, "measures": "更换光栅", "funds": 12_000, "due_at": DUE.isoformat()}
    return {"hazard": hazard.id, **values, "emergency": "断电、撤人、报告", "interim": "停机挂牌", **given}


def graded(held, one, grade="major", by=OFFICER):
    return held.do("hazards.grade", {"hazard": one.id, "grade": grade, "reason": "判定标准第七条"}, by)


def test_a_major_hazard_waits_for_its_five_requirements(held):
    one = reported(held)
    held.do("hazards.accept", {"hazard": one.id}, FIXER)
    major = graded(held, one)
    assert (major.grade, major.state, major.accepted_at) == ("major", State.ASSIGNED, None)
    assert major.due_at == held.now + timedelta(hours=4, minutes=-1), "the clock of the plan"
    for kind, more in (("hazards.accept", {}), ("hazards.submit_fix", {"photos": [AFTER]})):
        with pytest.raises(Refused, match="fix_plan_needed"):
            held.do(kind, {"hazard": one.id, **more}, FIXER)
    held.do("fix_plans.write", plan(one), LEADER)
    kept = held.get("fix_plan", one.id)
    assert isinstance(kept, FixPlan)
    assert (kept.responsible, kept.funds, kept.due_at, kept.written_by) == (CHIEF.id, 12_000.0, DUE, LEADER.id)
    assert held.get("hazard", one.id).due_at == DUE
    assert held.do("hazards.accept", {"hazard": one.id}, FIXER).state == State.FIXING


def test_what_is_general_again_has_the_clock_of_its_zone(held):
    one = reported(held)
    graded(held, one)
    again = graded(held, one, "general")
    assert (again.grade, again.due_at) == ("general", held.now + timedelta(hours=48, minutes=-1))
    assert held.do("hazards.accept", {"hazard": one.id}, FIXER).state == State.FIXING


def test_a_plan_that_is_there_counts_when_it_is_graded_major_once_more(held):
    one = reported(held)
    graded(held, one)
    held.do("fix_plans.write", plan(one), LEADER)
    graded(held, one, "general")
    assert graded(held, one).due_at == DUE


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"due_at": (NOON - timedelta(hours=1)).isoformat()}, "due_in_the_past"),
        ({"responsible": CREW.id}, "no_such_record"),
        ({"measures": " "}, "args_wrong"),
        ({"emergency": ""}, "args_wrong"),
        ({"funds": -1}, "args_wrong"),
    ],
)
def test_none_of_the_five_can_be_left_out(held, given, code):
    one = reported(held)
    graded(held, one)
    with pytest.raises(Refused, match=code):
        held.do("fix_plans.write", plan(one, **given), LEADER)
    assert held.get("fix_plan", one.id) is None


def test_general_hazards_have_no_plan_and_no_grade_is_given_twice(held):
    one = reported(held)
    with pytest.raises(Refused, match="not_major"):
        held.do("fix_plans.write", plan(one), LEADER)
    with pytest.raises(Refused, match="grade_same"):
        graded(held, one, "general")
    with pytest.raises(Refused, match="not_allowed"):
        graded(held, one, by=REPORTER)


def test_what_was_graded_major_while_it_is_reviewed_is_not_approved_without_its_plan(held):
    one = reported(held)
    held.do("hazards.accept", {"hazard": one.id}, FIXER)
    held.do("hazards.submit_fix", {"hazard": one.id, "photos": [AFTER]}, FIXER)
    graded(held, one)
    with pytest.raises(Refused, match="fix_plan_before_review"):
        held.do("hazards.approve", {"hazard": one.id}, OFFICER)
    held.do("fix_plans.write", plan(one), LEADER)
    assert held.do("hazards.approve", {"hazard": one.id}, OFFICER).state == State.FIRST_PASSED
