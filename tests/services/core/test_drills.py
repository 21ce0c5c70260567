"""Emergency plans and drills: what is found where, the run sheet and its clock, who takes part, what it was worth."""

from datetime import timedelta
from typing import Any

import pytest

from services.core.drill_forms import EvaluationItem, ItemScore, percent, sound_items
from services.core.drills import steps_of
from services.core.emergency_plans import PlanRole, PlanStep, plans_for
from services.core.operation import Tell
from services.core.roles import Role
from tests.makers import NOON, Held, drill, emergency_plan, hazard, person, plant, refused, zone

ITEMS = (
    EvaluationItem(key="a", part="报警", text="及时", most=10),
    EvaluationItem(key="b", part="疏散", text="有序", most=20),
)


def test_a_zones_own_plans_come_before_those_of_the_whole_plant():
    here, there = zone(), zone()
    mine = emergency_plan(name="Z 泄漏", zones=(here.id,))
    whole = emergency_plan(name="A 全厂疏散")
    held = Held(mine, whole, emergency_plan(name="别处", zones=(there.id,)), emergency_plan(retired_at=NOON))
    assert plans_for(held, here.id) == (mine, whole)


def test_a_step_without_a_time_comes_two_minutes_after_the_one_before():
    steps = (PlanStep(text="a"), PlanStep(text="b", minutes=5.0), PlanStep(text="c"))
    assert [one.minutes for one in steps_of(emergency_plan(steps=steps))] == [2.0, 5.0, 7.0]


def test_a_plan_has_steps_and_its_revisions_are_counted():
    officer, here = person(Role.SAFETY_OFFICER), zone()
    held = Held(plant(), officer, here)
    args: dict[str, Any] = {"name": "火灾", "plan_kind": "on_site_plan", "scenario": "fire", "steps": []}
    assert refused(held.decide, "emergency_plans.make", args, officer) == "plan_steps_needed"
    made = held.do("emergency_plans.make", {**args, "steps": [{"text": "报警"}], "zones": [here.id]}, officer)
    again = {**args, "emergency_plan": made.id, "steps": [{"text": "报警"}, {"text": "疏散"}]}
    revised = held.do("emergency_plans.revise", again, officer)
    assert (revised.version, len(revised.steps), revised.zones) == (2, 2, ())
    assert refused(held.decide, "emergency_plans.make", {**args, "steps": [{"text": "x"}]}, person()) == "not_allowed"


def run_of_two() -> tuple[Held, Any, Any, Any]:
    leader, worker = person(Role.TEAM_LEADER), person()
    plan = emergency_plan(roles=(PlanRole(name="总指挥", person=leader.id), PlanRole(name="报警员")))
    return Held(plant(), leader, worker, plan), leader, worker, plan


def test_a_drill_takes_its_sheet_and_its_roles_from_the_plan_and_tells_who_plays():
    held, leader, _, plan = run_of_two()
    later = (NOON + timedelta(days=3)).isoformat()
    args = {"name": "消防演练", "manner": "full_scale", "plan": plan.id, "planned_at": later}
    made = held.do("drills.plan", args, leader)
    assert [step.minutes for step in made.steps] == [2.0, 4.0]
    assert [(role.name, role.person) for role in made.roles] == [("总指挥", leader.id)]
    assert made.number == "YJ-20260302-0001"
    (told,) = held.told
    assert isinstance(told, Tell)
    assert (told.people, told.message) == ((leader.id,), "drill_planned")
    bare = {"name": "无方案", "manner": "tabletop", "planned_at": later}
    assert refused(held.decide, "drills.plan", bare, leader) == "drill_steps_needed"


def test_a_drill_is_run_by_its_people_and_joined_by_its_code():
    held, leader, worker, _ = run_of_two()
    one = drill(leader=leader.id)
    held.add(one)
    about = {"drill": one.id}
    assert refused(held.decide, "drills.mark", {**about, "step": 0}, leader) == "drill_not_begun"
    assert refused(held.decide, "drills.begin", about, worker) == "not_allowed"
    begun = held.do("drills.begin", about, leader)
    assert refused(held.decide, "drills.begin", about, leader) == "drill_begun"
    assert refused(held.decide, "drills.mark", {**about, "step": 0}, worker) == "not_allowed"
    assert refused(held.decide, "drills.mark", {**about, "step": 2}, leader) == "drill_step_wrong"
    first = held.do("drills.mark", {**about, "step": 0}, leader)
    again = held.do("drills.mark", {**about, "step": 0, "note": "迟了"}, leader)
    assert (first.id, again.note) == (again.id, "迟了")
    assert refused(held.decide, "drills.join", {**about, "seal": "x"}, worker) == "session_code_wrong"
    held.do("drills.join", {**about, "seal": begun.mac}, worker)
    assert held.decide("drills.join", {**about, "seal": begun.mac}, worker) == []
    assert refused(held.decide, "drills.evaluate", {**about, "items": [], "scores": []}, person(Role.SAFETY_OFFICER))
    held.do("drills.end", about, leader)
    assert refused(held.decide, "drills.join", {**about, "seal": begun.mac}, leader) == "drill_over"
    held.do("drill_joinings.note", {**about, "people": [leader.id, worker.id]}, leader)
    assert {one.person for one in held.find("drill_joining")} == {leader.id, worker.id}
    assert refused(held.decide, "drills.cancel", about, leader) == "drill_begun"


def test_a_finding_is_a_hazard_that_was_reported():
    held, leader, _, _ = run_of_two()
    found, one = hazard(), drill(begun_at=NOON)
    held.add(found, one)
    made = held.do("drills.find", {"drill": one.id, "hazard": found.id}, leader)
    assert (made.drill, made.hazard) == (one.id, found.id)
    assert held.decide("drills.find", {"drill": one.id, "hazard": found.id}, leader) == []


@pytest.mark.parametrize(
    ("points", "expected"), [(((0, 10), (1, 20)), 100), (((0, 5), (1, 10)), 50), (((1, 15),), 75), (((0, 0),), 0)]
)
def test_the_score_is_over_what_was_scored(points, expected):
    scores = tuple(ItemScore(key=ITEMS[place].key, points=many) for place, many in points)
    assert percent(ITEMS, scores) == expected


@pytest.mark.parametrize("scores", [(), (("a", 11),), (("x", 1),), (("a", 1), ("a", 2))])
def test_a_score_that_cannot_be_is_refused(scores):
    given = tuple(ItemScore(key=key, points=points) for key, points in scores)
    assert refused(percent, ITEMS, given) == "drill_scores_wrong"


def test_each_item_stands_once():
    assert refused(sound_items, (*ITEMS, ITEMS[0])) == "drill_items_wrong"
    assert refused(sound_items, ()) == "drill_items_wrong"


def test_an_evaluation_keeps_the_items_of_its_day():
    officer, one = person(Role.SAFETY_OFFICER), drill(begun_at=NOON, ended_at=NOON)
    held = Held(plant(), officer, one)
    items = [{"key": "a", "part": "报警", "text": "及时", "most": 10}]
    args = {"drill": one.id, "items": items, "scores": [{"key": "a", "points": 8}], "conclusion": "合格"}
    done = held.do("drills.evaluate", args, officer)
    assert (done.score, done.items[0].text, done.conclusion) == (80, "及时", "合格")
