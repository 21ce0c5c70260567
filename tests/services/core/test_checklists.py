"""Checklists: an edit makes a version, old versions stay; text items of older plans become checklists once."""

import pytest

from services.core.checklists import form_in_force
from services.core.operation import Actor, inverse, premise_of
from services.core.record import as_json
from services.core.roles import Role
from tests.makers import Held, fresh_id, inspection_plan, person, plant, refused, zone

OFFICER, WORKER = person(Role.SAFETY_OFFICER), person()
SYSTEM = Actor(None, frozenset({Role.SYSTEM}))
GUARD = {"key": "guard", "text": "护罩完好", "hazard": "guarding"}
OIL = {"key": "oil", "text": "油压", "kind": "number", "low": 0.4, "high": 0.6, "unit": "MPa"}


@pytest.fixture
def held():
    return Held(plant(), OFFICER, WORKER)


def making(held, *items, name="冲床点检"):
    return held.do("checklists.make", {"name": name, "items": list(items or (GUARD, OIL))}, OFFICER)


def in_force(held, checklist):
    found = form_in_force(held, checklist)
    assert found is not None
    return found


def texts(held, checklist):
    return [item.text for item in in_force(held, checklist.id).items]


def test_an_edit_makes_a_version_and_the_old_one_stays(held):
    made = making(held)
    first = in_force(held, made.id)
    held.do("checklists.revise", {"checklist": made.id, "items": [GUARD], "name": "冲床日检"}, OFFICER)
    now = in_force(held, made.id)
    assert (now.number, now.name, now.made_by) == (2, "冲床日检", OFFICER.id)
    assert [item.key for item in now.items] == ["guard"]
    assert held.get("checklist_version", first.id) == first
    assert [item.key for item in first.items] == ["guard", "oil"]


def test_two_who_edit_the_same_version_do_not_overwrite_each_other(held):
    made = making(held)
    stale = premise_of("checklists.revise", {"checklist": made.id, "items": [GUARD]}, held)
    held.do("checklists.revise", {"checklist": made.id, "items": [OIL]}, OFFICER)
    args = {"checklist": made.id, "items": [GUARD]}
    assert refused(held.do, "checklists.revise", args, OFFICER, premise=stale) == "stale"
    assert texts(held, made) == ["油压"]


def test_going_back_is_a_version_of_its_own(held):
    made = making(held)
    held.do("checklists.revise", {"checklist": made.id, "items": [OIL]}, OFFICER)
    held.do("checklists.go_back", {"checklist": made.id, "version": made.version}, OFFICER)
    assert (texts(held, made), held.get("checklist", made.id).number) == (["护罩完好", "油压"], 3)
    other = making(held, name="车床点检")
    args = {"checklist": made.id, "version": other.version}
    assert refused(held.do, "checklists.go_back", args, OFFICER) == "no_such_record"


def test_the_inverse_of_an_edit_is_the_version_before(held):
    made = making(held)
    change = {"kind": "checklist", "id": made.id, "before": as_json(made), "after": {}}
    way = inverse("checklists.revise", {"checklist": made.id, "items": [OIL]}, fresh_id(), [change])
    assert way == ("checklists.go_back", {"checklist": made.id, "version": made.version})


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ([], "checklist_empty"),
        ([GUARD, GUARD], "item_twice"),
        ([OIL | {"low": 0.7}], "item_limits_wrong"),
        ([GUARD | {"kind": "choice", "choices": ["好"]}], "item_choices_wrong"),
        ([GUARD | {"kind": "choice", "choices": ["好", "坏"], "bad": ["差"]}], "item_choices_wrong"),
        ([GUARD | {"kind": "sensor", "sensor": "none"}], "no_such_record"),
        ([GUARD | {"key": f"k{n}"} for n in range(61)], "items_too_many"),
        ([GUARD | {"kind": "song"}], "args_wrong"),
    ],
)
def test_items_that_cannot_be_answered_are_refused(held, items, code):
    assert refused(held.do, "checklists.make", {"name": "x", "items": items}, OFFICER) == code


def test_only_the_office_makes_checklists(held):
    assert refused(held.do, "checklists.make", {"name": "x", "items": [GUARD]}, WORKER) == "not_allowed"


def test_a_checklist_in_use_is_not_retired(held):
    made, place = making(held), zone()
    held.add(place)
    daily = {"name": "日检", "every": "FREQ=DAILY", "since": "2026-03-02", "zones": [place.id], "checklist": made.id}
    plan = held.do("inspections.plan", daily, OFFICER)
    assert refused(held.do, "checklists.retire", {"checklist": made.id}, OFFICER) == "checklist_in_use"
    held.do("inspections.retire_plan", {"plan": plan.id}, OFFICER)
    held.do("checklists.retire", {"checklist": made.id}, OFFICER)
    assert refused(held.do, "inspections.plan", daily, OFFICER) == "checklist_retired"
    again = making(held)
    assert refused(held.do, "checklists.use_again", {"checklist": made.id}, OFFICER) == "name_taken"
    held.do("checklists.retire", {"checklist": again.id}, OFFICER)
    held.do("checklists.use_again", {"checklist": made.id}, OFFICER)
    assert held.do("inspections.plan", daily, OFFICER).checklist == made.id


def test_a_plan_names_a_checklist_that_is_there(held):
    place = zone()
    held.add(place)
    daily = {"name": "日检", "every": "FREQ=DAILY", "since": "2026-03-02", "zones": [place.id], "checklist": "none"}
    assert refused(held.do, "inspections.plan", daily, OFFICER) == "no_such_record"
    assert held.do("inspections.plan", daily | {"items": ["护罩"]}, OFFICER).items == ("护罩",)  # as older consoles do


def test_text_items_of_older_plans_become_checklists(held):
    old = [
        inspection_plan(name="甲", checklist="班检", items=("通道畅通", "灭火器在位", "通道畅通")),
        inspection_plan(name="乙", checklist="班检", items=("通道畅通", "灭火器在位", "通道畅通")),
        inspection_plan(name="丙", checklist="班检", items=("用电安全",)),
        inspection_plan(name="丁"),
    ]
    held.add(*old)
    held.do("checklists.adopt", {}, SYSTEM)
    plans = {one.name: one for one in held.find("inspection_plan")}
    assert plans["甲"].checklist == plans["乙"].checklist != plans["丙"].checklist
    assert {one.name for one in held.find("checklist")} == {"班检", "班检 2"}
    form = in_force(held, plans["甲"].checklist)
    assert [(item.text, item.kind, item.required) for item in form.items] == [
        ("通道畅通", "pass_fail", False),
        ("灭火器在位", "pass_fail", False),
    ]
    assert (plans["甲"].items, plans["丁"].checklist) == ((), "")
    count = len(held.find("checklist"))
    held.do("checklists.adopt", {}, SYSTEM)
    assert len(held.find("checklist")) == count
