"""Checking in on a phone: the label opens what is to be made, a fail opens a hazard, an old label is doubtful."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from services import words
from services.core.operation import SYSTEM
from services.core.shape import utc_text, written
from services.library import ready_checklist
from services.store.readings import Reading, append
from tests.services.hub.calls import Caller, signed_in
from tests.services.hub.living import Living
from tests.services.hub.test_phone_browser import ANSWERED, Phone, picture

PRESS = ready_checklist("press", "zh")
SHORT = [
    {"key": "curtain", "text": "光幕有效", "hazard": "guarding"},
    {"key": "air", "text": "气压", "kind": "number", "low": 0.4, "high": 0.6, "unit": "MPa", "hazard": None},
    {"key": "temp", "text": "油温", "kind": "sensor", "high": 60, "unit": "℃", "hazard": None},
    {"key": "way", "text": "通道", "kind": "choice", "choices": ["畅通", "堵塞"], "bad": ["堵塞"]},
    {"key": "sign", "text": "签名", "kind": "signature"},
]


@pytest.fixture
def phone(phone_screen: Callable[..., Any], plant: Living) -> Iterator[Phone]:
    made = Phone(phone_screen(390, 844, "zh-CN"), plant.url)
    yield made
    assert [fault for fault in made.faults if "net::ERR_FAILED" not in fault and not ANSWERED.match(fault)] == []


@pytest.fixture
def checklist(plant: Living) -> str:
    made: str = plant.do("checklists.make", name="冲床点检", items=SHORT).id
    return made


@pytest.fixture
def task(plant: Living, checklist: str) -> str:
    """An inspection of today whose window is open."""
    today = plant.served.hub.now().astimezone().date()
    daily = {"name": "班前点检", "every": "FREQ=DAILY", "since": (today - timedelta(days=1)).isoformat()}
    wide = {"before_min": 1440, "after_min": 2880}
    plan = plant.do("inspections.plan", **daily, **wide, zones=[plant.zone], checklist=checklist).id
    plant.do("inspections.make_tasks", first=today.isoformat(), last=today.isoformat())
    (made,) = [one for one in plant.all("inspection") if one.plan == plan]
    return str(made.id)


def sensor(plant: Living, value: float) -> None:
    made = plant.do("sensors.add", code="T-1", name="油温探头", quantity="temperature", unit="℃", zone=plant.zone).id
    reading = Reading(made, plant.served.hub.now(), value)
    plant.served.hub.store.write(lambda connection: append(connection, [reading]))


def entered(phone: Phone, plant: Living, path: str) -> None:
    code = plant.code("马超")
    phone.open("/s?next=" + path)
    phone.sign_in("马超", code)
    phone.page.wait_for_url("**" + path)


def answer(phone: Phone, key: str, code: str) -> None:
    phone.page.click(f"[data-key={key}] .tile:has(input[value='{code}'])")


def sign(phone: Phone) -> None:
    pad = phone.page.locator(".pad")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    assert box is not None
    phone.page.mouse.move(box["x"] + 30, box["y"] + 30)
    phone.page.mouse.down()
    phone.page.mouse.move(box["x"] + 150, box["y"] + 60, steps=6)
    phone.page.mouse.up()


def test_a_check_in_with_a_fail_opens_a_hazard(phone: Phone, plant: Living, task: str, tmp_path: Path) -> None:
    sensor(plant, 48.5)
    entered(phone, plant, f"/z/{plant.label}")
    phone.page.click(".to_check")
    phone.page.click(".door[data-group=tasks]")
    phone.page.click("#send")
    assert "光幕有效" in phone.problem()
    answer(phone, "curtain", "fail")
    assert "隐患" in phone.page.inner_text("[data-key=curtain] .more")
    phone.page.set_input_files("[data-key=curtain] .more [type=file]", picture(tmp_path / "fail.jpg"))
    phone.page.wait_for_selector("[data-key=curtain] .shots img")
    phone.page.fill("[data-key=curtain] .more .line", "胶带遮住光幕")
    phone.page.fill("[data-key=air] .figure input", "0.75")
    assert phone.page.get_attribute("[data-key=air]", "data-outcome") == "fail"
    phone.page.fill("[data-key=air] .figure input", "0.5")
    assert phone.page.get_attribute("[data-key=air]", "data-outcome") == "pass"
    assert phone.page.input_value("[data-key=temp] .figure input") == "48.5"
    answer(phone, "way", "畅通")
    sign(phone)
    phone.page.click("#send")
    number = phone.number()
    made, (hazard,) = plant.record("inspection", task), plant.all("hazard")
    assert (made.state, made.by, made.doubtful, made.hazards) == ("done", plant.people["马超"], "", (hazard.id,))
    assert {one.key: (one.outcome, one.value) for one in made.results} == {
        "curtain": ("fail", None),
        "air": ("pass", 0.5),
        "temp": ("pass", 48.5),
        "way": ("pass", None),
        "sign": ("pass", None),
    }
    assert (hazard.number, hazard.inspection, hazard.category) == (number, task, "guarding")
    assert hazard.description == "光幕有效 · 胶带遮住光幕"
    assert len(made.photos) == 2
    assert hazard.before == made.results[0].photos


def test_an_extra_round_and_a_revoked_label(phone: Phone, plant: Living, checklist: str) -> None:
    old = plant.label
    plant.do("labels.revoke", label=plant.all("label")[0].id, reason="撕坏")
    entered(phone, plant, f"/z/{old}")
    phone.page.click("a[href^='/c/']")
    phone.page.click(".door[data-group=extras]")
    answer(phone, "curtain", "pass")
    for key in ("air", "temp", "way"):
        answer(phone, key, "not_applicable" if key != "way" else "")
    sign(phone)
    phone.page.click("#send")
    phone.page.wait_for_selector("#receipt:not([hidden])")
    (made,) = plant.all("inspection")
    assert (made.plan, made.state, made.doubtful) == ("", "done", "old_label")


def test_without_the_hub_it_waits_and_keeps_its_time(phone: Phone, plant: Living, task: str) -> None:
    entered(phone, plant, f"/c/{plant.label}")
    phone.page.click(".door[data-group=tasks]")
    answer(phone, "curtain", "pass")
    for key in ("air", "temp", "way"):
        answer(phone, key, "not_applicable" if key != "way" else "")
    sign(phone)
    phone.cut_off()
    phone.page.click("#send")
    phone.page.wait_for_selector("#unsent:not([hidden])")
    assert plant.record("inspection", task).state == "due"
    phone.joined_again()
    phone.page.click("#send")
    phone.page.wait_for_selector("#receipt:not([hidden])")
    assert plant.record("inspection", task).state == "done"


def test_a_late_upload_takes_the_miss_back(plant: Living, task: str) -> None:
    worker = signed_in(plant, "马超")
    hub, one = plant.served.hub, plant.record("inspection", task)
    made_at = hub.now()
    hub.now = lambda: one.closes_at + timedelta(minutes=5)
    hub.do("inspections.miss", {"inspections": [task]}, SYSTEM)
    assert plant.record("inspection", task).state == "missed"
    args = {"inspection": task, "label": plant.all("label")[0].id}
    assert worker.issue("inspections.check_in", args, made_at=utc_text(made_at))["outcome"] == "accepted"
    assert plant.record("inspection", task).state == "done"


def test_the_page_wants_a_name_and_a_label_of_this_plant(plant: Living) -> None:
    away = Caller(plant).call("GET", f"/c/{plant.label}", allow_redirects=False)
    assert (away.status_code, away.headers["location"].startswith("/s?next=")) == (303, True)
    assert signed_in(plant, "马超").call("GET", "/c/" + plant.label[:-2] + "zz").status_code == 404


def test_a_ready_checklist_is_shown_whole(plant: Living) -> None:
    plant.do("checklists.make", name=PRESS.name, items=[written(item) for item in PRESS.items], source="press")
    text = signed_in(plant, "马超").call("GET", f"/c/{plant.label}").text
    assert PRESS.name in text
    assert words.say("phone.check.items", count=len(PRESS.items)) in text
