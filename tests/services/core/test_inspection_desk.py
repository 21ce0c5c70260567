"""What the desk does with inspections: enters, excuses, asks again; a changed plan keeps what it still asks for."""

from datetime import timedelta

import pytest

from services.core.inspections import Excuse, InspectionState, places_of
from services.core.operation import Actor, inverse
from services.core.roles import Role
from services.core.shape import written
from tests.makers import NOON, Held, inspection, label, person, plant, refused, shift, team, zone

OFFICER, LEADER, WORKER = person(Role.SAFETY_OFFICER), person(Role.TEAM_LEADER), person()
SYSTEM = Actor(None, frozenset({Role.SYSTEM}))
NEAR = zone(polygon=((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)), floor="1")
FAR = zone(name="远处", code="Z-7777", polygon=((100.0, 0.0), (110.0, 0.0), (110.0, 10.0), (100.0, 10.0)), floor="1")
TASK = inspection(zone=NEAR.id)
DAILY = {"name": "日检", "every": "FREQ=DAILY", "since": "2026-03-02", "zones": [NEAR.id, FAR.id], "times": ["18:00"]}


@pytest.fixture
def held():
    return Held(plant(), OFFICER, LEADER, WORKER, NEAR, FAR, TASK)


def planned(held, **given):
    plan = held.do("inspections.plan", DAILY | given, OFFICER)
    held.do("inspections.make_tasks", {"first": "2026-03-02", "last": "2026-03-03"}, SYSTEM)
    return plan


def states(held, plan):
    found = sorted(held.find("inspection", plan=plan.id), key=lambda one: (one.due_at, one.zone != NEAR.id))
    return [one.state.value for one in found]


def test_what_is_entered_at_the_desk_counts_by_its_time_and_is_doubtful(held):
    held.now = NOON + timedelta(hours=3)
    args = {"inspection": TASK.id, "person": WORKER.id}
    done = held.do("inspections.enter", args | {"at": NOON.isoformat(), "note": "手机没电"}, LEADER)
    assert (done.state, done.by, done.at, done.doubtful) == (InspectionState.DONE, WORKER.id, NOON, "by_hand")
    assert refused(held.do, "inspections.enter", args, LEADER) == "checked_in_already"
    held.do("inspections.ask_again", {"inspections": [TASK.id]}, LEADER)
    assert held.get("inspection", TASK.id).state == InspectionState.MISSED
    now = held.now
    late = held.do("inspections.enter", args, LEADER)
    assert (late.state, late.at) == (InspectionState.LATE, now)


@pytest.mark.parametrize(
    ("given", "by", "code"),
    [
        ({"at": (NOON + timedelta(days=1)).isoformat()}, LEADER, "in_the_future"),
        ({"at": (NOON - timedelta(days=1)).isoformat()}, LEADER, "too_early"),
        ({"person": "nobody"}, LEADER, "no_such_record"),
        ({"results": [{"item": "灭火器"}] * 101}, LEADER, "results_too_many"),
        ({}, WORKER, "not_allowed"),
    ],
)
def test_what_cannot_be_entered_is_refused(held, given, by, code):
    args = {"inspection": TASK.id, "person": WORKER.id} | given
    assert refused(held.do, "inspections.enter", args, by) == code


def test_an_excuse_names_its_cause_and_is_taken_back(held):
    args = {"inspections": [TASK.id], "reason": "冲压线停机", "cause": "stop"}
    excused = held.do("inspections.excuse", args, LEADER)
    assert (excused.state, excused.excused, excused.reason) == (InspectionState.EXCUSED, "stop", "冲压线停机")
    way = Excuse(inspections=(TASK.id,), reason="x").inverse("1", ())
    assert way is not None
    held.do(*way, LEADER)
    assert held.get("inspection", TASK.id) == TASK
    assert refused(held.do, *way, LEADER) == "not_excused"


def test_a_checked_in_one_is_not_asked_for_again(held):
    held.do("inspections.check_in", {"inspection": TASK.id}, WORKER)
    assert refused(held.do, "inspections.ask_again", {"inspections": [TASK.id]}, LEADER) == "not_excused"


def test_a_changed_plan_keeps_what_it_still_asks_for(held):
    crew = team()
    held.add(crew)
    plan = planned(held)
    assert states(held, plan) == ["due"] * 4
    held.do("inspections.change_plan", {"plan": plan.id, "name": "夜检", "team": crew.id}, OFFICER)
    assert states(held, plan) == ["due"] * 4
    assert {one.team for one in held.find("inspection", plan=plan.id)} == {crew.id}
    held.do("inspections.change_plan", {"plan": plan.id, "zones": [NEAR.id]}, OFFICER)
    assert states(held, plan) == ["due", "excused"] * 2
    held.do("inspections.change_plan", {"plan": plan.id, "zones": [FAR.id, NEAR.id]}, OFFICER)
    assert states(held, plan) == ["due"] * 4


def test_what_changed_a_plan_is_taken_back_whole(held):
    crew = team()
    held.add(crew)
    plan = planned(held)
    args = {"plan": plan.id, "team": crew.id, "after_min": 90, "order": [FAR.id, NEAR.id, "elsewhere"]}
    changed = held.decide("inspections.change_plan", args, OFFICER)[0].record
    assert changed.order == (FAR.id, NEAR.id)
    change = {"kind": "inspection_plan", "id": plan.id, "before": written(plan), "after": written(changed)}
    held.add(changed)
    way = inverse("inspections.change_plan", args, "1", [change])
    assert way is not None
    held.do(*way, OFFICER)
    restored = held.get("inspection_plan", plan.id)
    assert (restored.team, restored.after_min, restored.order) == (None, 30, ())
    assert set(way[1]) == {"plan", "team", "after_min", "order"}


def test_a_retired_plan_is_restored_with_its_tasks(held):
    plan = planned(held)
    held.do("inspections.retire_plan", {"plan": plan.id}, OFFICER)
    assert states(held, plan) == ["excused"] * 4
    held.do("inspections.restore_plan", {"plan": plan.id}, OFFICER)
    assert states(held, plan) == ["due"] * 4
    assert refused(held.do, "inspections.restore_plan", {"plan": plan.id}, OFFICER) == "plan_in_use"


def test_places_are_walked_in_the_order_of_the_plan(held):
    plan = planned(held, order=[FAR.id])
    assert places_of(held, plan) == [(FAR.id, None), (NEAR.id, None)]


def test_a_shift_is_the_window(held):
    early = shift(name="早班", starts="06:00", ends="14:00")
    held.add(early)
    assert refused(held.do, "inspections.plan", DAILY | {"shifts": [early.id]}, OFFICER) == "times_or_shifts"
    plan = planned(held, times=[], shifts=[early.id], zones=[NEAR.id])
    first = min(held.find("inspection", plan=plan.id), key=lambda one: one.due_at)
    assert (first.opens_at, first.closes_at) == (first.due_at, first.due_at + timedelta(hours=8))
    assert first.due_at.isoformat() == "2026-03-02T06:00:00+08:00"


def test_nobody_is_at_two_places_at_once(held):
    plan = planned(held)
    near, far = sorted(held.find("inspection", plan=plan.id), key=lambda one: (one.due_at, one.zone != NEAR.id))[:2]
    signs = [label(zone=NEAR.id, code="Z-4X8B"), label(zone=FAR.id, code="Z-7777")]
    held.add(*signs)
    held.now = near.due_at
    held.do("inspections.check_in", {"inspection": near.id, "label": signs[0].id}, WORKER)
    held.now = near.due_at + timedelta(seconds=20)  # 100 m
    again = {"inspection": far.id, "label": signs[1].id}
    assert held.decide("inspections.check_in", again, WORKER)[-1].record.doubtful == "too_fast"
    assert held.decide("inspections.check_in", again, LEADER)[-1].record.doubtful == ""
    held.do("plant.set_walking", {"walk_pace": 1.4, "walk_limit": 6.0}, OFFICER)
    assert held.decide("inspections.check_in", again, WORKER)[-1].record.doubtful == ""
