"""Inspections: tasks are made once, a check-in counts by when it was made, misses in a row are counted by rule."""

from datetime import UTC, datetime, timedelta

import pytest

from services.core.inspections import Inspection, InspectionState, misses_in_a_row
from services.core.operation import Actor
from services.core.roles import Role
from tests.makers import NOON, Held, equipment, inspection, label, person, plant, refused, zone

OFFICER, WORKER = person(Role.SAFETY_OFFICER), person()
SYSTEM = Actor(None, frozenset({Role.SYSTEM}))
PRESS, PAINT = zone(), zone(name="喷漆房", code="Z-5555")
DAILY = {"name": "日检", "every": "FREQ=DAILY", "since": "2026-03-02", "zones": [PRESS.id], "times": ["10:00"]}


@pytest.fixture
def held():
    return Held(plant(), OFFICER, WORKER, PRESS, PAINT)


def making(held, first="2026-03-02", last="2026-03-03", **given):
    plan = held.do("inspections.plan", DAILY | given, OFFICER)
    held.do("inspections.make_tasks", {"first": first, "last": last}, SYSTEM)
    return plan, sorted(held.find("inspection", plan=plan.id), key=lambda one: (one.due_at, one.zone))


def local(text):
    return datetime.fromisoformat(text + "+08:00")


def test_a_plan_gives_tasks_for_each_place_and_time(held):
    machine = equipment(zone=PAINT.id)
    held.add(machine)
    _, tasks = making(held, times=["10:00", "18:00"], equipment=[machine.id])
    assert len(tasks) == 2 * 2 * 2
    assert {(one.zone, one.equipment) for one in tasks} == {(PRESS.id, None), (PAINT.id, machine.id)}
    assert tasks[0].due_at == local("2026-03-02T10:00")
    assert (tasks[0].opens_at, tasks[0].closes_at) == (local("2026-03-02T09:30"), local("2026-03-02T10:30"))


def test_without_times_the_whole_day_is_in_time(held):
    (task,) = making(held, last="2026-03-02", times=[])[1]
    assert (task.opens_at, task.closes_at) == (local("2026-03-02T00:00"), local("2026-03-03T00:00"))


def test_the_window_is_that_of_the_plan(held):
    (task,) = making(held, last="2026-03-02", before_min=0, after_min=90)[1]
    assert (task.opens_at, task.closes_at) == (local("2026-03-02T10:00"), local("2026-03-02T11:30"))


def test_making_twice_makes_once(held):
    _, tasks = making(held)
    held.do("inspections.miss", {"inspections": [tasks[0].id]}, SYSTEM)
    held.do("inspections.make_tasks", {"first": "2026-03-01", "last": "2026-03-03"}, OFFICER)
    assert [held.get("inspection", one.id).state.value for one in tasks] == ["missed", "due"]
    assert len(held.find("inspection")) == 2


def test_on_workdays_only_the_calendar_decides(held):
    days = [{"day": "2026-03-03", "kind": "rest"}, {"day": "2026-03-07", "kind": "work"}]
    held.do("calendar.set_days", {"days": days}, OFFICER)
    _, tasks = making(held, last="2026-03-08", workdays_only=True)
    assert [one.due_at.astimezone(UTC).day for one in tasks] == [2, 4, 5, 6, 7]


def test_places_that_are_gone_are_left_out(held):
    plan, _ = making(held, zones=[PRESS.id, PAINT.id], last="2026-03-02")
    held.do("zones.retire", {"zone": PAINT.id}, OFFICER)
    held.do("inspections.make_tasks", {"first": "2026-03-05", "last": "2026-03-05", "plans": [plan.id]}, OFFICER)
    assert [one.zone for one in held.find("inspection") if one.due_at > local("2026-03-04T00:00")] == [PRESS.id]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"zones": []}, "plan_without_places"),
        ({"every": "FREQ=OFTEN"}, "recurrence_wrong"),
        ({"times": ["25:00"]}, "clock_wrong"),
        ({"times": ["10:00", "10:00"]}, "plan_times_too_many"),
        ({"equipment": ["nothing"]}, "no_such_record"),
        ({"zones": ["nowhere"]}, "no_such_record"),
        ({"zones": ["x"] * 201}, "plan_places_too_many"),
        ({"person": "nobody"}, "no_such_record"),
        ({"since": "soon"}, "args_wrong"),
    ],
)
def test_a_plan_that_cannot_be_carried_out_is_refused(held, given, code):
    assert refused(held.do, "inspections.plan", DAILY | given, OFFICER) == code


def test_plans_in_use_have_different_names(held):
    plan, _ = making(held)
    assert refused(held.do, "inspections.plan", DAILY, OFFICER) == "name_taken"
    held.do("inspections.retire_plan", {"plan": plan.id}, OFFICER)
    assert held.do("inspections.plan", DAILY, OFFICER).name == "日检"
    assert refused(held.do, "inspections.change_plan", {"plan": plan.id, "name": "周检"}, OFFICER) == "plan_retired"


@pytest.mark.parametrize(("last", "code"), [("2026-03-01", "days_too_many"), ("2026-05-04", "days_too_many")])
def test_tasks_are_made_for_a_stretch_of_days(held, last, code):
    assert refused(held.do, "inspections.make_tasks", {"first": "2026-03-02", "last": last}, OFFICER) == code


def test_not_too_many_tasks_at_once(held):
    held.do("inspections.plan", DAILY | {"times": [f"{hour:02d}:00" for hour in range(24)]}, OFFICER)
    stretch = {"first": "2026-03-02", "last": "2026-04-20"}
    assert refused(held.do, "inspections.make_tasks", stretch, SYSTEM) == "tasks_too_many"


@pytest.mark.parametrize(
    ("minutes", "state"),
    [(-30, "done"), (0, "done"), (30, "done"), (31, "late"), (6000, "late")],
)
def test_a_check_in_counts_by_when_it_was_made(held, minutes, state):
    task = inspection(zone=PRESS.id)
    held.add(task)
    held.now = NOON + timedelta(minutes=minutes)
    made = held.do("inspections.check_in", {"inspection": task.id, "note": "正常"}, WORKER)
    assert (made.state, made.by, made.at, made.note) == (state, WORKER.id, NOON + timedelta(minutes=minutes), "正常")


def test_nobody_checks_in_before_the_window(held):
    task = inspection(zone=PRESS.id)
    held.add(task)
    held.now = NOON - timedelta(minutes=31)
    assert refused(held.do, "inspections.check_in", {"inspection": task.id}, WORKER) == "too_early"


def test_an_upload_that_arrives_late_takes_the_miss_back(held):
    task = inspection(zone=PRESS.id)
    held.add(task)
    held.now = NOON + timedelta(minutes=31)
    assert held.do("inspections.miss", {"inspections": [task.id]}, SYSTEM).state == InspectionState.MISSED
    held.now = NOON + timedelta(minutes=10)  # its effective time, though it comes later
    assert held.do("inspections.check_in", {"inspection": task.id}, WORKER).state == InspectionState.DONE


def test_one_in_time_comes_before_one_that_was_late(held):
    task = inspection(zone=PRESS.id, state=InspectionState.LATE, by=OFFICER.id)
    held.add(task)
    held.now = NOON + timedelta(hours=3)
    assert refused(held.do, "inspections.check_in", {"inspection": task.id}, WORKER) == "checked_in_already"
    held.now = NOON
    assert held.do("inspections.check_in", {"inspection": task.id}, WORKER).by == WORKER.id
    assert refused(held.do, "inspections.check_in", {"inspection": task.id}, OFFICER) == "checked_in_already"


@pytest.mark.parametrize(
    ("case", "doubt"),
    [("own", ""), ("none", "no_label"), ("other", "other_place"), ("revoked", "old_label"), ("revoked later", "")],
)
def test_the_label_shows_the_place(held, case, doubt):
    task = inspection(zone=PRESS.id)
    labels = {
        "own": label(zone=PRESS.id),
        "other": label(zone=PAINT.id),
        "revoked": label(zone=PRESS.id, revoked_at=NOON),
        "revoked later": label(zone=PRESS.id, revoked_at=NOON + timedelta(minutes=1)),
    }
    held.add(task, *labels.values())
    scanned = {"label": labels[case].id} if case in labels else {}
    made = held.do("inspections.check_in", {"inspection": task.id, **scanned}, WORKER)
    assert (made.state, made.doubtful) == (InspectionState.DONE, doubt)


def test_results_stand_as_they_were_sent(held):
    task = inspection(zone=PRESS.id)
    held.add(task)
    results = [{"item": "护罩", "outcome": "fail", "note": "松动"}, {"item": "油温", "value": 61.5}]
    made = held.do("inspections.check_in", {"inspection": task.id, "results": results}, WORKER)
    assert [(one.item, one.outcome, one.value) for one in made.results] == [
        ("护罩", "fail", None),
        ("油温", "pass", 61.5),
    ]
    many = {"inspection": task.id, "results": [{"item": "x"}] * 101}
    assert refused(held.do, "inspections.check_in", many, WORKER) == "results_too_many"


def test_only_what_is_due_and_past_is_missed(held):
    past, still = inspection(), inspection(closes_at=NOON + timedelta(hours=2))
    made = inspection(state=InspectionState.DONE)
    held.add(past, still, made)
    held.now = NOON + timedelta(hours=1)
    held.do("inspections.miss", {"inspections": [past.id, still.id, made.id]}, SYSTEM)
    assert [held.get("inspection", one.id).state.value for one in (past, still, made)] == ["missed", "due", "done"]


def test_what_was_checked_in_is_not_excused(held):
    missed, made = inspection(state=InspectionState.MISSED), inspection(state=InspectionState.DONE)
    held.add(missed, made)
    given = {"inspections": [missed.id], "reason": "停线检修"}
    excused = held.do("inspections.excuse", given, OFFICER)
    assert (excused.state, excused.reason) == (InspectionState.EXCUSED, "停线检修")
    assert refused(held.do, "inspections.excuse", given | {"inspections": [made.id]}, OFFICER) == "checked_in_already"
    assert refused(held.do, "inspections.excuse", given | {"inspections": []}, OFFICER) == "tasks_too_many"


def test_a_changed_plan_asks_for_its_new_tasks(held):
    plan, tasks = making(held, last="2026-03-04")
    held.now = local("2026-03-03T09:40")
    held.do("inspections.change_plan", {"plan": plan.id, "times": ["11:00"], "late_counts": True}, OFFICER)
    states = [held.get("inspection", one.id).state.value for one in tasks]
    assert states == ["due", "due", "excused"]  # the second's window is open
    held.do("inspections.make_tasks", {"first": "2026-03-04", "last": "2026-03-04"}, OFFICER)
    due = [one for one in held.find("inspection", state=InspectionState.DUE) if one.due_at > held.now]
    assert local("2026-03-04T11:00") in {one.due_at for one in due}
    held.do("inspections.change_plan", {"plan": plan.id, "times": ["10:00"]}, OFFICER)
    held.do("inspections.make_tasks", {"first": "2026-03-04", "last": "2026-03-04"}, OFFICER)
    assert held.get("inspection", tasks[2].id).state == InspectionState.DUE


def row(letters: str) -> list[Inspection]:
    """m missed, d done, l late, e excused, . still due; one a day."""
    states = {"m": "missed", "d": "done", "l": "late", "e": "excused", ".": "due"}
    return [
        inspection(due_at=NOON + timedelta(days=day), state=InspectionState(states[one]))
        for day, one in enumerate(letters)
    ]


@pytest.mark.parametrize(
    ("letters", "expected"),
    [("", 0), ("mm", 2), ("mdm", 1), ("mem", 2), ("mml", 0), ("dmm..", 2), ("e", 0), ("mme.", 2), ("lmmm", 3)],
)
def test_misses_in_a_row(letters, expected):
    assert misses_in_a_row(row(letters)) == expected
    assert misses_in_a_row(reversed(row(letters))) == expected
