"""The plant's own fields on hazards and inspections: one form of each, judged by the version that was filled in; and
how far off its zone a phone was, which is noted and refuses nothing."""

from dataclasses import replace

import pytest

from services.core.checklists import fields_of
from services.core.georeference import Flat, to_gcj02
from services.core.inspections import InspectionState
from services.core.operation import inverse
from services.core.record import as_json
from services.core.roles import Role
from services.core.zones import ControlPoint
from tests.makers import (
    AFTER,
    BEFORE,
    Held,
    floor,
    fresh_id,
    inspection,
    label,
    person,
    plant,
    refused,
    sha,
    team,
    zone,
)

OFFICER, WORKER = person(Role.SAFETY_OFFICER), person()
FLAT = Flat(121.1, 31.4)
CORNERS = ((0, 0), (60, 0), (60, 40), (0, 40))
POINTS = tuple(
    ControlPoint(x=x, y=y, longitude=there[0], latitude=there[1])
    for x, y, there in ((x, y, FLAT.degrees(x, y)) for x, y in CORNERS)
)
HALL = floor(control_points=POINTS, datum="wgs84")
PRESS = zone(floor=HALL.id, team=team().id, polygon=((10.0, 10.0), (30.0, 10.0), (30.0, 20.0), (10.0, 20.0)))
LABEL = label(zone=PRESS.id)
SHIFT = {"key": "shift", "text": "发现班次", "kind": "choice", "choices": ["早班", "晚班"]}
WIND = {"key": "wind", "text": "风速", "kind": "number", "high": 5, "unit": "m/s", "required": False}
WORDS = {"key": "who", "text": "当时谁在场", "kind": "text", "required": False}
EARLY = {"key": "shift", "item": "发现班次", "choice": "早班"}


@pytest.fixture
def held():
    return Held(plant(), OFFICER, WORKER, HALL, PRESS, LABEL)


def asking(held, *items, purpose="hazard"):
    args = {"name": f"附加字段 {purpose}", "items": list(items or (SHIFT, WIND, WORDS)), "purpose": purpose}
    return held.do("checklists.make", args, OFFICER)


def report(held, **given):
    made = held.do("hazards.report", {"zone": PRESS.id, "photos": [BEFORE]} | given, WORKER)
    return held.get("hazard", made.id)


def fix_at(x, y, error_m=0.0, there=lambda *at: at):
    longitude, latitude = there(*FLAT.degrees(x, y))
    return {"longitude": longitude, "latitude": latitude, "error_m": error_m}


def test_the_fields_are_judged_and_keep_the_version_that_was_asked(held):
    form = asking(held)
    first = form.version
    answers = [EARLY, {"key": "wind", "item": "?", "value": 7.5}, {"key": "who", "item": "?", "note": "李明"}]
    old = report(held, extra=answers, extra_form=first)
    assert [(one.item, one.outcome) for one in old.extra] == [
        ("发现班次", "pass"),
        ("风速", "fail"),
        ("当时谁在场", "pass"),
    ]
    held.do("checklists.revise", {"checklist": form.id, "items": [WORDS | {"required": True}]}, OFFICER)
    assert held.get("hazard", old.id).extra == old.extra
    late = report(held, extra=[EARLY], extra_form=first)  # from a dead spot, by the form of then
    assert (late.extra_form, late.extra[0].choice) == (first, "早班")
    now = fields_of(held, "hazard")
    assert now is not None
    assert [item.key for item in now.items] == ["who"]
    assert report(held).extra == ()  # a report that was not asked is one all the same


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        ([], "item_missing"),
        ([EARLY | {"choice": "夜班"}], "item_missing"),
        ([EARLY, {"key": "other", "item": "别的"}], "item_unknown"),
        ([EARLY | {"photos": [BEFORE]}], "photo_needed"),
    ],
)
def test_what_does_not_answer_the_fields_is_refused(held, extra, code):
    form = asking(held)
    assert refused(report, held, extra=extra, extra_form=form.version) == code


SINCE = {"key": "since", "text": "最早发现日期", "kind": "date"}
PLATE = {"key": "plate", "text": "铭牌照片", "kind": "photo"}


def test_a_day_and_photos_are_asked_too_and_photos_are_kept_apart(held):
    form = asking(held, SINCE, PLATE).version
    answers = [{"key": "since", "item": "?", "note": "2026-02-28"}, {"key": "plate", "item": "?", "photos": [AFTER]}]
    one = report(held, extra=answers, extra_form=form, extra_photos=[AFTER])
    assert (one.before, one.extra_photos) == ((BEFORE,), (AFTER,))
    assert [(said.note, said.photos) for said in one.extra] == [("2026-02-28", ()), ("", (AFTER,))]
    for day in ("2026-02-30", "20260228", "昨天", ""):
        wrong = [{"key": "since", "item": "?", "note": day}, answers[1]]
        assert refused(report, held, extra=wrong, extra_form=form, extra_photos=[AFTER]) == "item_missing"
    assert refused(report, held, extra=answers, extra_form=form) == "photo_needed"
    many = [sha(f"{number}") for number in range(11)]
    assert refused(report, held, extra=answers, extra_form=form, extra_photos=[AFTER, *many]) == "photos_too_many"
    assert refused(report, held, extra=answers, extra_form=form, extra_photos=[AFTER, AFTER]) == "photo_twice"


def test_only_their_own_form_asks_them(held):
    fields, check = asking(held), asking(held, purpose="check")
    assert refused(report, held, extra=[EARLY]) == "fields_without_form"
    assert refused(report, held, extra=[EARLY], extra_form=check.version) == "fields_of_other"
    daily = {"name": "日检", "every": "FREQ=DAILY", "since": "2026-03-01", "zones": [PRESS.id]}
    assert refused(held.do, "inspections.plan", daily | {"checklist": fields.id}, OFFICER) == "checklist_is_fields"


def test_there_is_one_form_of_each_and_it_opens_no_hazards(held):
    form = asking(held, {"key": "a", "text": "甲", "kind": "text", "hazard": "fire"})
    asked = fields_of(held, "hazard")
    assert asked is not None
    assert asked.items[0].hazard is None
    again = {"name": "又一份", "items": [WORDS], "purpose": "hazard"}
    assert refused(held.do, "checklists.make", again, OFFICER) == "fields_there"
    assert asking(held, purpose="inspection").purpose == "inspection"
    signed = {"name": "签名", "items": [WORDS | {"kind": "signature"}], "purpose": "hazard"}
    held.do("checklists.retire", {"checklist": form.id}, OFFICER)
    assert refused(held.do, "checklists.make", signed, OFFICER) == "field_kind_wrong"
    held.do("checklists.make", again, OFFICER)
    assert refused(held.do, "checklists.use_again", {"checklist": form.id}, OFFICER) == "fields_there"


def test_the_desk_fills_them_in_afterwards_and_takes_it_back(held):
    form, before = asking(held), report(held)
    args = {"hazard": before.id, "extra": [EARLY], "extra_form": form.version}
    held.do("hazards.fill_in", args, OFFICER)
    after = held.get("hazard", before.id)
    assert (after.extra[0].choice, after.state) == ("早班", before.state)
    changes = [{"kind": "hazard", "before": as_json(before), "after": as_json(after)}]
    way = inverse("hazards.fill_in", args, fresh_id(), changes)
    assert way is not None
    held.do(*way, OFFICER)
    assert held.get("hazard", before.id) == before
    assert refused(held.do, "hazards.fill_in", args, WORKER) == "not_allowed"


def checked(held, **given):
    task = inspection(zone=PRESS.id)
    held.add(task)
    held.do("inspections.check_in", {"inspection": task.id, "label": LABEL.id} | given, WORKER)
    return held.get("inspection", task.id)


def test_inspections_have_theirs(held):
    form = asking(held, purpose="inspection")
    one = checked(held, extra=[EARLY], extra_form=form.version)
    assert (one.extra[0].choice, one.extra_form, one.state) == ("早班", form.version, InspectionState.DONE)
    assert refused(checked, held, extra_form=form.version) == "item_missing"
    held.do("checklists.revise", {"checklist": form.id, "items": [PLATE]}, OFFICER)
    version = held.get("checklist", form.id).version
    shot = [{"key": "plate", "item": "?", "photos": [AFTER]}]
    assert refused(checked, held, extra=shot, extra_form=version) == "photo_needed"
    assert checked(held, extra=shot, extra_form=version, photos=[AFTER]).extra[0].photos == (AFTER,)


@pytest.mark.parametrize(
    ("x", "error_m", "off_m", "doubt"),
    [(20, 5, 0, ""), (-90, 30, 70, ""), (-90.2, 0, 100.2, "far_off"), (-490, 40, 460, "far_off")],
)
def test_far_off_is_doubtful_and_nothing_else(held, x, error_m, off_m, doubt):
    fix = fix_at(x, 15, error_m)
    assert report(held, fix=fix).off_m == pytest.approx(off_m, abs=0.15)
    one = checked(held, fix=fix)
    assert (one.state, one.doubtful) == (InspectionState.DONE, doubt)
    assert one.off_m == pytest.approx(off_m, abs=0.15)


@pytest.mark.parametrize("datum", ["wgs84", "gcj02"])
@pytest.mark.parametrize("told", [lambda *at: at, to_gcj02], ids=["as it should", "in GCJ-02"])
def test_a_browser_of_the_other_datum_doubts_nobody(held, datum, told):
    shifted = [(one, to_gcj02(one.longitude, one.latitude)) for one in POINTS]
    there = tuple(replace(one, longitude=at[0], latitude=at[1]) for one, at in shifted)
    held.add(floor(id=HALL.id, control_points=POINTS if datum == "wgs84" else there, datum=datum))
    assert report(held, fix=fix_at(20, 15, there=told)).off_m == pytest.approx(0, abs=0.2)
    assert report(held, fix=fix_at(-30, 15, there=told)).off_m == pytest.approx(40, abs=0.2)


def test_without_a_position_nothing_is_said(held):
    assert report(held).off_m is None
    assert checked(held).doubtful == ""
    held.add(floor(id=HALL.id))
    assert report(held, fix=fix_at(-900, 15)).off_m is None
    assert checked(held, fix=fix_at(-900, 15)).doubtful == ""
