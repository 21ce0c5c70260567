"""On the phone a worker says from when to when they are away and who stands in, and that they are back."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from services import words
from services.core.calendar import day_of
from tests.services.hub.living import Living
from tests.services.hub.test_phone_browser import Phone
from tests.services.hub.test_phone_check import entered


@pytest.fixture
def phone(phone_screen: Callable[..., Any], plant: Living) -> Iterator[Phone]:
    made = Phone(phone_screen(390, 844, "zh-CN"), plant.url)
    yield made
    assert made.faults == []


def test_away_with_a_deputy_and_back(phone: Phone, plant: Living) -> None:
    plant.do("people.set_team", person=plant.people["马超"], team=plant.team)
    with plant.served.hub.store.look() as look:
        today = day_of(look, plant.served.hub.now())
    entered(phone, plant, "/m")
    page = phone.page
    page.click(".go_away")
    assert page.input_value("#away [name=first]") == today.isoformat()
    page.fill("#away [name=first]", (today + timedelta(days=3)).isoformat())
    page.click("#away [type=submit]")
    assert words.say("phone.js.away_days") in page.inner_text("#away .problem")
    page.fill("#away [name=first]", today.isoformat())
    page.fill("#away [name=last]", (today + timedelta(days=2)).isoformat())
    page.click("#away .phrase:has-text('赵刚')")
    page.click("#away [type=submit]")
    page.wait_for_selector(".absence")
    (one,) = plant.all("absence")
    assert (one.person, one.first, one.last) == (plant.people["马超"], today, today + timedelta(days=2))
    assert one.deputy == plant.people["赵刚"]
    assert "赵刚" in page.inner_text(".absence")
    page.click("[data-absence]")
    page.wait_for_selector(".absence", state="detached")
    assert plant.all("absence")[0].ended_at is not None


def test_who_reviews_is_offered_others_who_review(phone: Phone, plant: Living) -> None:
    plant.people["周明"] = plant.do("people.add", name="周明", employee_no="3002", roles=["safety_officer"]).id
    code = plant.code("孙丽")
    phone.open("/s?next=/m")
    phone.sign_in("3001", code)
    phone.page.wait_for_url("**/m")
    phone.page.click(".go_away")
    offered = phone.page.locator("#away .phrase").all_inner_texts()
    assert [text.strip() for text in offered] == [words.say("phone.away.nobody_chosen"), "周明"]
