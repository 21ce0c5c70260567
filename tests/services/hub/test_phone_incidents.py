"""A near miss and an injury are told of on the phone in a minute; without a network the report waits on it."""

from datetime import timedelta

import pytest

from services import words
from tests.services.hub.test_phone_browser import Phone, picture


@pytest.fixture
def phone(phone_screen, plant):
    made = Phone(phone_screen(390, 844, "zh-CN"), plant.url)
    yield made
    assert [fault for fault in made.faults if "net::ERR_FAILED" not in fault] == []


def test_a_near_miss_is_told_of_without_a_name(phone, plant, tmp_path):
    phone.open(f"/i/{plant.label}")
    assert phone.page.locator("[value=first_aid]").count() == 0
    phone.page.click("[type=submit]")
    assert phone.problem() == words.say("phone.js.incident_lacks")
    phone.page.fill("[name=description]", "吊带滑脱，旁边没有人")
    phone.page.set_input_files("#camera", picture(tmp_path / "a.jpg"))
    phone.page.wait_for_selector("#preview:not([hidden])")
    assert phone.page.evaluate("document.documentElement.scrollWidth") == 390
    phone.page.click("[type=submit]")
    phone.page.wait_for_selector("#receipt:not([hidden])")
    (made,) = plant.all("incident")
    assert made.number in phone.page.inner_text("#receipt .number")
    assert (made.kind, made.zone, made.reported_by, made.to_classify) == ("near_miss", plant.zone, None, True)
    assert len(made.photos) == 1


def test_an_injury_waits_on_the_phone_until_there_is_a_network(phone, plant):
    phone.open(f"/s?next=/i/{plant.label}")
    phone.sign_in("2077", plant.code("马超"))
    phone.page.wait_for_selector("#incident")
    phone.page.click(".phrase:has([value=first_aid])")
    phone.page.click(".switch")
    phone.page.fill("[name=injury]", "左手擦伤")
    phone.page.fill("[name=description]", "搬模具时手被夹")
    phone.cut_off()
    phone.page.click("[type=submit]")
    phone.page.wait_for_selector("#unsent:not([hidden])")
    assert plant.all("incident") == ()
    phone.joined_again()
    phone.page.click("[type=submit]")
    phone.page.wait_for_selector("#receipt:not([hidden])")
    (made,) = plant.all("incident")
    assert (made.kind, made.person, made.injury) == ("first_aid", plant.people["马超"], "左手擦伤")
    assert made.recorded_at - made.at < timedelta(minutes=1)


def test_a_plant_may_do_without(phone, plant):
    plant.do("plant.set_modules", modules_off=["incidents"])
    assert phone.page.request.get(f"{plant.url}/i/{plant.label}").status == 409
    phone.open(f"/z/{plant.label}")
    assert phone.page.locator("a[href^='/i/']").count() == 0
