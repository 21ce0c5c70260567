"""Checking in by a form: items judge, and fails open hazards."""

import pytest

from services.core.checklists import CheckItem
from services.core.inspections import InspectionState
from services.core.roles import Role
from tests.makers import (
    AFTER,
    BEFORE,
    Held,
    checklist_version,
    equipment,
    inspection,
    label,
    person,
    plant,
    refused,
    team,
    zone,
)

OFFICER, WORKER = person(Role.SAFETY_OFFICER), person()
CREW = team()
PRESS = zone(team=CREW.id)
MACHINE = equipment(zone=PRESS.id, x=3.0, y=4.0)
FORM = checklist_version(
    items=(
        CheckItem(key="guard", text="护罩完好", hazard="guarding"),
        CheckItem(key="oil", text="油压", kind="number", low=0.4, high=0.6, unit="MPa", required=False, hazard=None),
        CheckItem(key="way", text="通道", kind="choice", choices=("畅通", "堵塞"), bad=("堵塞",), required=False),
        CheckItem(key="plate", text="铭牌", kind="photo", required=False),
        CheckItem(key="sign", text="签名", kind="signature", required=False),
    )
)
GOOD = {"key": "guard", "item": "护罩完好"}
LABEL = label(zone=PRESS.id)


@pytest.fixture
def held():
    return Held(plant(), OFFICER, WORKER, CREW, PRESS, MACHINE, FORM, LABEL)


def check(held, *results, photos=(), who=WORKER, **given):
    task = inspection(zone=PRESS.id, equipment=MACHINE.id)
    held.add(task)
    args = {"inspection": task.id, "form": FORM.id, "label": LABEL.id, "results": list(results), "photos": list(photos)}
    held.do("inspections.check_in", args | given, who)
    return held.get("inspection", task.id)


@pytest.mark.parametrize(
    ("result", "outcome"),
    [
        ({"key": "oil", "value": 0.4}, "pass"),
        ({"key": "oil", "value": 0.6}, "pass"),
        ({"key": "oil", "value": 0.61, "outcome": "pass"}, "fail"),
        ({"key": "oil", "value": 0.1}, "fail"),
        ({"key": "oil", "outcome": "not_applicable"}, "not_applicable"),
        ({"key": "way", "choice": "畅通"}, "pass"),
        ({"key": "plate", "photos": [BEFORE]}, "pass"),
        ({"key": "sign", "signature": BEFORE}, "pass"),
    ],
)
def test_an_item_judges_its_answer(held, result, outcome):
    made = check(held, GOOD, {"item": "?", **result}, photos=[BEFORE])
    assert [one.outcome for one in made.results] == ["pass", outcome]
    assert made.results[1].item != "?"
    assert (made.form, made.hazards) == (FORM.id, ())


@pytest.mark.parametrize(
    ("results", "code"),
    [
        ([], "item_missing"),
        ([GOOD, {"key": "oil", "item": "油压"}], "item_missing"),
        ([GOOD, {"key": "way", "item": "通道", "choice": "不知道"}], "item_missing"),
        ([GOOD, {"key": "none", "item": "别的"}], "item_unknown"),
        ([GOOD, {"key": "plate", "item": "铭牌", "photos": [AFTER]}], "photo_needed"),
        ([GOOD | {"outcome": "fail"}], "fail_needs_photo"),
    ],
)
def test_what_the_form_asks_for_is_there(held, results, code):
    assert refused(check, held, *results, photos=[BEFORE]) == code


def test_a_fail_opens_a_hazard_with_all_that_is_known(held):
    failed = GOOD | {"outcome": "fail", "note": "螺栓松动", "photos": [BEFORE]}
    made = check(held, failed, photos=[BEFORE])
    (hazard,) = held.find("hazard")
    assert made.hazards == (hazard.id,)
    assert hazard.number.startswith("YH-")
    assert (hazard.zone, hazard.equipment, hazard.inspection, hazard.check_item) == (
        PRESS.id,
        MACHINE.id,
        made.id,
        "guard",
    )
    assert (hazard.description, hazard.category) == ("CY-01 · 护罩完好 · 螺栓松动", "guarding")
    assert (hazard.before, hazard.x, hazard.y, hazard.reporter) == ((BEFORE,), 3.0, 4.0, WORKER.id)


def test_the_same_fail_again_is_the_same_hazard_while_it_is_open(held):
    failed = GOOD | {"outcome": "fail", "photos": [BEFORE]}
    first = check(held, failed, photos=[BEFORE])
    again = check(held, failed, photos=[BEFORE])
    assert first.hazards == again.hazards
    held.do("hazards.reject", {"hazard": first.hazards[0], "reason": "已处理"}, OFFICER)
    assert check(held, failed, photos=[BEFORE]).hazards != first.hazards


def test_a_choice_that_is_bad_says_so_in_the_hazard(held):
    blocked = {"key": "way", "item": "通道", "choice": "堵塞", "photos": [BEFORE]}
    check(held, GOOD, blocked, photos=[BEFORE])
    assert held.find("hazard")[0].description == "CY-01 · 通道 · 堵塞"


def test_without_a_form_it_stands_as_it_was_sent(held):
    made = check(held, {"item": "护罩", "outcome": "fail"}, form=None)
    assert (made.results[0].outcome, made.form, held.find("hazard")) == ("fail", None, ())


def test_an_extra_round_is_kept_for_no_plan(held):
    args = {"zone": PRESS.id, "equipment": MACHINE.id, "form": FORM.id, "label": LABEL.id, "results": [GOOD]}
    made = held.do("inspections.extra", args, WORKER)
    assert (made.plan, made.state, made.equipment, made.by) == ("", InspectionState.DONE, MACHINE.id, WORKER.id)
    assert made.doubtful == ""
