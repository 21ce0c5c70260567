"""Emergency plans are found by a label, also without a network; a drill is run by its sheet on a phone, joined by its
code, and what is found becomes a hazard. A real hub and a real browser."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from services import words
from services.demo.handouts import FIRE_CARD, as_args
from services.hub.phone_drills import svg
from tests.acceptance.phones import kept_ready
from tests.services.hub.living import Living
from tests.services.hub.test_phone_browser import Phone, picture

STEPS = [
    {"text": "报警：拨打 119", "who": "发现人", "minutes": 1},
    {"text": "疏散到集合点", "who": "引导员", "minutes": 3},
]


@pytest.fixture
def plan(plant: Living) -> str:
    plant.do("people.set_contact", person=plant.people["赵刚"], phone="138 0000 1111")
    roles = [{"name": "现场总指挥", "duty": "决定疏散", "person": plant.people["赵刚"]}, {"name": "报警员"}]
    mine = plant.do(
        "emergency_plans.make", name="冲压火灾处置方案", plan_kind="on_site_plan", scenario="fire", steps=STEPS,
        zones=[plant.zone], roles=roles, calls=[{"name": "火警", "phone": "119"}], assembly="东门",
    ).id  # fmt: skip
    plant.do("documents.add", emergency_plan=mine, **as_args(plant.served.hub.blobs, *FIRE_CARD))
    plant.do("emergency_plans.make", name="全厂疏散", plan_kind="general_plan", scenario="evacuation", steps=STEPS)
    return str(mine)


def test_a_plan_is_found_by_the_label_and_opens_without_a_network(
    plant: Living, phone_screen: Callable[..., Any], plan: str
) -> None:
    page = phone_screen(390, 844, "zh-CN", worker="allow")
    page.goto(plant.url + "/z/" + plant.label)
    kept_ready(page)
    page.tap("a.emergency")
    page.wait_for_url("**/e?label=*")
    (first, *_) = page.query_selector_all(".plan_card")
    assert first.get_attribute("open") is not None
    told = first.inner_text()
    for said in ("冲压火灾处置方案", "119", "东门", "现场总指挥", "赵刚", "拨打 119"):
        assert said in told
    assert page.query_selector(".plan_card[open] a[href='tel:13800001111']")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    paper = page.get_attribute(".plan_card[open] a.row", "href")
    page.wait_for_function("path => caches.match(path).then(Boolean)", arg=paper)
    page.context.set_offline(True)
    page.goto(plant.url + "/z/" + plant.label)
    page.tap("a.emergency")
    page.wait_for_selector(".plan_card[open]")
    kept = page.inner_text("main")
    assert page.get_attribute(".plan_card[open] a.row", "href") == paper
    told = page.evaluate("path => caches.match(path).then((one) => one.headers.get('Content-Type'))", paper)
    assert told == "application/pdf"
    assert "冲压火灾处置方案" in kept
    assert "赵刚" in kept
    assert words.say("phone.plan.as_of", moment="").split("，")[1] in kept


def test_who_has_neither_signed_in_nor_scanned_sees_no_names(
    plant: Living, phone_screen: Callable[..., Any], plan: str
) -> None:
    page = phone_screen(390, 844, "zh-CN")
    page.goto(plant.url + "/shell/emergency/zh")
    assert "冲压火灾处置方案" in page.content()
    assert "赵刚" not in page.content()
    page.goto(plant.url + "/e")
    assert "/s?next=" in page.url


def test_a_drill_is_run_joined_and_its_finding_is_a_hazard(
    plant: Living, phone_screen: Callable[..., Any], plan: str, tmp_path: Path
) -> None:
    later = (plant.served.hub.now() + timedelta(hours=1)).isoformat()
    drill = plant.do("drills.plan", name="冲压消防演练", manner="full_scale", plan=plan, planned_at=later,
                     leader=plant.people["赵刚"]).id  # fmt: skip
    leader = Phone(phone_screen(390, 844, "zh-CN"), plant.url)
    leader.open("/s?next=/m")
    leader.sign_in("1042", plant.code("赵刚"))
    leader.page.wait_for_url(plant.url + "/m")
    leader.page.tap("a[href='/d']")
    leader.page.wait_for_url("**/d")
    leader.page.tap(f"a[href='/d/{drill}']")
    leader.page.tap(".begin:enabled")
    leader.page.wait_for_selector(".stopwatch")
    leader.page.tap("[data-step='0'] .mark_step:enabled")
    leader.page.wait_for_selector("[data-step='0'][data-done]")
    leader.page.set_input_files("[data-step='1'] .step_photo", picture(tmp_path / "step.jpg"))
    leader.page.wait_for_selector("[data-step='1'][data-done]")
    marks = sorted(plant.all("drill_mark"), key=lambda one: one.step)
    assert [(one.step, len(one.photos)) for one in marks] == [(0, 0), (1, 1)]
    assert leader.page.evaluate("document.documentElement.scrollWidth") == 390

    worker = Phone(phone_screen(390, 844, "zh-CN"), plant.url)
    worker.open("/s?next=/m")
    worker.sign_in("2077", plant.code("马超"))
    worker.page.wait_for_url(plant.url + "/m")
    worker.page.goto(f"{plant.url}/d/{drill}")
    assert "冲压消防演练" not in worker.page.content(), "not without the code"
    worker.page.goto(f"{plant.url}/d/{drill}?seal={plant.record('drill', drill).mac}")
    worker.page.tap(".join:enabled")
    worker.page.wait_for_selector(".join", state="detached")
    assert [one.person for one in plant.all("drill_joining")] == [plant.people["马超"]]

    leader.page.reload()
    leader.page.tap("details.finding summary")
    leader.page.fill("#finding .what", "疏散指示灯不亮")
    leader.page.set_input_files("#finding .find_photo", picture(tmp_path / "found.jpg", 60))
    leader.page.wait_for_selector("#finding img:not([hidden])")
    leader.page.locator("#finding .find").scroll_into_view_if_needed()
    leader.page.tap("#finding .find:enabled")
    leader.page.wait_for_selector(".row strong:text('疏散指示灯不亮')")
    (finding,) = plant.all("drill_finding")
    assert plant.record("hazard", finding.hazard).description == "疏散指示灯不亮"
    leader.page.tap(".end:enabled")
    leader.page.tap(".end:enabled")
    leader.page.wait_for_selector(".stopwatch", state="detached")
    assert plant.record("drill", drill).ended_at is not None


def test_a_code_is_a_picture_of_itself() -> None:
    made = svg("https://anhuan.example/d/1?seal=x")
    assert made.startswith("<svg")
    assert made.count("M") > 100
