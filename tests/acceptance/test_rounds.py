"""Inspections from end to end: a plan is made on the page, the hub makes its tasks ahead, a worker checks in by label
on a phone, a fail opens a hazard; what is missed and then comes late after all takes back what rested on the miss; what
is excused and a make-up day show on board and matrix. Real consoles, a real hub, a real browser."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from services import words
from services.core.shape import utc_moment
from services.demo.scenes import draw
from tests.acceptance.consoles import Console, desk
from tests.acceptance.phones import Phone
from tests.acceptance.test_first_loop import shown
from tests.acceptance.wires import HubProcess, hub_process, wait_for
from tests.services.hub.living import Living, living_plant

pytestmark = pytest.mark.acceptance
PLANT = ZoneInfo("Asia/Shanghai")
BOSS, WORKER = "周敏", "马超"
ITEMS = [{"key": "curtain", "text": "光幕有效", "hazard": "guarding"}]
MISSED = {
    "format": 1,
    "name": "漏检即告警",
    "when": {"kind": "missed", "n": 1},
    "then": [{"do": "alert", "to": ["ehs_manager"]}],
}


def plant_now() -> datetime:
    """The moment by the plant's clock."""
    return datetime.now(PLANT)


class Place:
    """The plant with its hub and the boss's console."""

    def __init__(self, made: Living, hub: HubProcess, console: Console, code: str) -> None:
        self.zone, self.label, self.hub, self.console, self.code = made.zone, made.label, hub, console, code

    def do(self, kind: str, **args: Any) -> str:
        return self.hub.do(kind, BOSS, **args)

    def tasks(self, **equal: Any) -> list[dict[str, Any]]:
        found = shown("inspections", self.hub.data)
        return [one for one in found if all(one[name] == value for name, value in equal.items())]

    def tasks_on(self, day: date) -> list[dict[str, Any]]:
        return [one for one in self.tasks() if utc_moment(one["due_at"]).astimezone(PLANT).date() == day]

    @property
    def today(self) -> date:
        return plant_now().date()

    def make(self, day: date) -> None:
        """The tasks of one day, asked for by the desk: those of today the hub does not make by itself."""
        self.do("inspections.make_tasks", first=day.isoformat(), last=day.isoformat())


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = living_plant(tmp_path / "plant")
    made.do("checklists.make", name="冲床点检", items=ITEMS)
    code, boss = made.code(WORKER), str(made.manager.person)
    made.served.stop()
    with hub_process(tmp_path / "plant") as hub, desk(hub.client(boss), boss, hub.url, tmp_path / "desk") as console:
        yield Place(made, hub, console, code)


def sign_in(phone: Phone, place: Place) -> None:
    phone.open(f"{place.hub.url}/s?next=/c/{place.label}")
    phone.write("[name=login]", WORKER)
    phone.write("[name=secret]", place.code)
    phone.tap("[type=submit]")
    phone.page.wait_for_url(f"**/c/{place.label}")


def answer(phone: Phone, outcome: str) -> None:
    phone.tap(".door[data-group=tasks]")
    phone.tap(f"[data-key=curtain] .tile.{outcome}")


def plan_on_the_page(console: Console, name: str, *ticks: str) -> None:
    """A plan with a recurrence, made by mouse and keys."""
    console.click("nav-inspections")
    console.click("addPlan")
    console.type("planName", name)
    console.choose("planChecklist", "冲床点检")
    console.choose("oftenShape", "每周某几天")
    for weekday in ("MO", "TU", "WE", "TH", "FR", "SA", "SU"):
        console.click(f"often-{weekday}")
    for one in ticks:
        console.click(one)
    console.do("tick", name="planZones", text="冲压车间")
    console.click("planSave")
    console.until("rows", lambda rows: any(name in cell for row in rows for cell in row), name="plansTable")


def on_the_board(console: Console, *wanted: str) -> None:
    """One row of the board says all of these."""
    console.until(
        "rows", lambda rows: any(all(one in " ".join(row) for one in wanted) for row in rows), name="roundsTable"
    )


def in_the_month(console: Console, said: str) -> None:
    console.click("view-month")
    console.until("rows", lambda rows: any(said in cell for row in rows for cell in row), name="matrix")


def test_a_plan_becomes_tasks_and_a_fail_found_by_label_a_hazard(place: Place, phone: Phone, tmp_path: Path) -> None:
    console = place.console
    plan_on_the_page(console, "班前点检")
    ahead = {(place.today + timedelta(days=days)).isoformat() for days in (1, 2, 3)}
    wait_for(lambda: len(place.tasks(state="due")) == len(ahead), within_s=90)
    console.click("view-board")
    console.click("dayOn")
    on_the_board(console, "冲压车间", "未到时间")

    place.make(place.today)
    console.click("dayToday")
    on_the_board(console, "冲压车间", "应检")
    sign_in(phone, place)
    answer(phone, "fail")
    photo = tmp_path / "taped.jpg"
    photo.write_bytes(draw("press", "rounds", "2号冲床", safe=False))
    phone.page.set_input_files("[data-key=curtain] .more [type=file]", str(photo))
    phone.page.wait_for_selector("[data-key=curtain] .shots img")
    phone.write("[data-key=curtain] .more .line", "胶带遮住光幕")
    phone.tap("#send")
    number = phone.text("#receipt .number").strip()
    assert number.startswith("YH-")

    on_the_board(console, "冲压车间", "按时完成", WORKER)
    in_the_month(console, "1/1")
    console.click("nav-hazards")
    console.until("rows", lambda rows: any(number in cell for row in rows for cell in row), name="hazardTable")
    (hazard,) = shown("hazards", place.hub.data)
    assert (hazard["category"], hazard["check_item"], hazard["zone"]) == ("guarding", "curtain", place.zone)
    assert "胶带遮住光幕" in hazard["description"]

    console.click("nav-inspections")
    console.click("view-board")
    console.click("dayOn")
    console.do("row", name="roundsTable", text="冲压车间")
    console.click("inspectionExcuse")
    console.type("excuseReason", "整线停产")
    console.click("inspectionSave")
    on_the_board(console, "冲压车间", "免检")
    wait_for(lambda: [one["reason"] for one in place.tasks(state="excused")] == ["整线停产"])


def test_a_check_in_from_a_dead_spot_takes_back_the_miss_and_its_alert(place: Place, phone: Phone) -> None:
    place.do("rules.add", document=json.dumps(MISSED), active=True)
    sign_in(phone, place)
    due = (plant_now() + timedelta(minutes=2)).replace(second=0, microsecond=0)  # a minute at least to check in
    checklist = shown("checklists", place.hub.data)[0]["id"]
    place.do(
        "inspections.plan", name="巡更", every="FREQ=DAILY", since=due.date().isoformat(), zones=[place.zone],
        times=[due.strftime("%H:%M")], before_min=30, after_min=0, checklist=checklist,
    )  # fmt: skip
    place.make(due.date())
    phone.open(f"{place.hub.url}/c/{place.label}")
    answer(phone, "pass")
    phone.page.context.set_offline(True)
    phone.tap("#send")
    phone.page.locator("#form .problem").wait_for()
    assert words.say("phone.js.kept") in phone.text("#form .problem")

    wait_for(lambda: place.tasks(state="missed"), within_s=240)
    place.console.click("nav-inspections")
    on_the_board(place.console, "冲压车间", "漏检")
    (alert,) = wait_for(lambda: shown("alerts", place.hub.data), within_s=240)  # rules wait for what may come late
    assert alert["withdrawn_at"] is None

    phone.page.context.set_offline(False)
    phone.page.locator("#receipt").wait_for(state="visible", timeout=60_000)  # it goes by itself
    (made,) = wait_for(lambda: place.tasks(state="done"))
    assert made["at"] < made["closes_at"], "made in its window, by the phone's own clock"
    on_the_board(place.console, "冲压车间", "按时完成")
    wait_for(lambda: shown("alerts", place.hub.data)[0]["withdrawn_at"])


def test_a_make_up_day_is_inspected_like_any_workday(place: Place) -> None:
    console = place.console
    plan_on_the_page(console, "工作日点检", "plan-workdays_only")
    saturday = place.today + timedelta(days=(5 - place.today.weekday()) % 7 or 7)
    place.make(saturday)
    assert place.tasks_on(saturday) == []
    console.click("view-month")
    if saturday.month != place.today.month:
        console.click("monthOn")
    console.do("day_kind", name="matrix", day=saturday.isoformat(), kind="work")
    wait_for(lambda: shown("calendar_day", place.hub.data))
    place.make(saturday)
    assert [one["state"] for one in place.tasks_on(saturday)] == ["due"]
    console.do("open_day", name="matrix", day=saturday.isoformat())
    on_the_board(console, "冲压车间")
