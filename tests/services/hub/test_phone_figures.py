"""The plant's figures on a phone: who sees them, of which days, against what. A real hub and a real browser."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from services import words
from services.core.calendar import day_of
from tests.services.hub.living import Living
from tests.services.hub.test_phone_browser import Phone


@pytest.fixture
def new_phone(phone_screen: Callable[..., Any], plant: Living) -> Callable[..., Phone]:
    def made(person: str, locale: str = "zh-CN") -> Phone:
        phone = Phone(phone_screen(390, 844, locale), plant.url)
        phone.open("/s?next=/m")
        phone.sign_in({"孙丽": "3001", "马超": "2077"}[person], plant.code(person))
        phone.page.wait_for_selector(".tabs")
        return phone

    return made


def value(phone: Phone, name: str) -> str:
    return str(phone.page.inner_text(f"[data-figure='{name}'] .figure"))


def test_from_ones_work_to_the_figures_of_any_days(plant: Living, new_phone: Callable[..., Phone]) -> None:
    with plant.served.hub.store.look() as look:
        today = day_of(look, plant.served.hub.now())
    at = (plant.served.hub.now() - timedelta(hours=1)).isoformat()
    hurt = {"kind": "recordable_injury", "description": "手指被划伤", "zone": plant.zone, "at": at}
    assert plant.served.hub.do("incidents.record", hurt, plant.manager).ok
    phone = new_phone("孙丽")
    page = phone.page
    page.tap("a[href='/figures']")
    page.wait_for_url("**/figures")
    assert value(phone, "recordable_injuries") == "0.00", "of the month that is over"
    page.tap("a[href='/figures?span=year']")
    page.wait_for_url("**/figures?span=year")
    assert "1 起" in page.inner_text("[data-figure='recordable_injuries']")
    assert words.say("figure.phone.none_before") in page.inner_text("[data-figure='recordable_injuries']")
    page.tap("summary")
    first = (today - timedelta(days=2)).isoformat()
    page.fill("[name=first]", first)
    page.fill("[name=last]", today.isoformat())
    page.tap("form .primary")
    page.wait_for_url(f"**first={first}**")
    assert f"{first} 至 {today.isoformat()}" in page.inner_text("main")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    for target in (".floors a >> nth=0", "summary", "[name=first]", "form .primary"):
        assert page.locator(target).bounding_box()["height"] >= 48
    phone.open("/figures?first=2026-02-01&last=2026-01-01&span=days")
    assert "早于" in page.inner_text("main")
    phone.open("/figures?span=days&first=2026-02-01")
    assert words.say("refused.period_half") in page.inner_text("main")


def test_in_english_and_who_does_not_see_them(plant: Living, new_phone: Callable[..., Phone]) -> None:
    phone = new_phone("孙丽", "en-GB")
    phone.open("/figures?span=twelve")
    assert words.say("figure.name.time_to_fix", "en") in phone.page.inner_text("main")
    worker = new_phone("马超")
    assert worker.page.locator("a[href='/figures']").count() == 0
    worker.open("/figures")
    assert words.say("refused.figures_not_yours") in worker.page.inner_text("main")
