"""A work permit on phones: applied for at the label, signed by different people, gas measured, started and closed."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from services import words
from tests.services.hub.living import Living
from tests.services.hub.test_phone_browser import Phone


@pytest.fixture
def site(plant: Living) -> Living:
    for name, number in (("马超的搭档", "2078"), ("焊工老李", "2079")):
        plant.people[name] = plant.do("people.add", name=name, employee_no=number, roles=["worker"]).id
    plant.do("zones.set_supervisor", zone=plant.zone, supervisor=plant.people["赵刚"])
    return plant


@pytest.fixture
def phones(phone_screen: Callable[..., Any], site: Living) -> Iterator[Callable[[str, str], Phone]]:
    made: list[Phone] = []

    def of(name: str, number: str) -> Phone:
        made.append(Phone(phone_screen(390, 844, "zh-CN"), site.url))
        made[-1].open("/s?next=/permits")
        made[-1].sign_in(number, site.code(name))
        made[-1].page.wait_for_selector("#permits")
        return made[-1]

    yield of
    assert [fault for one in made for fault in one.faults if "net::ERR_FAILED" not in fault] == []


def apply(phone: Phone, site: Living) -> str:
    page = phone.page
    page.goto(f"{site.url}/z/{site.label}")
    page.click("a[href^='/permits/new']")
    page.click(".phrase:has([value=hot_work])")
    page.click(".phrase:has([value=second])")
    assert page.input_value("[name=zone]") == site.zone
    page.fill("[name=task]", "焊补 2 号冲床护栏")
    page.select_option("[name=guardian]", site.people["马超的搭档"])
    page.select_option("[name=workers]", [site.people["焊工老李"]])
    assert "72" in page.inner_text(".most")
    page.click("[type=submit]")
    page.wait_for_selector("#permit")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    return str(page.get_attribute("#permit", "data-permit"))


def pressed(phone: Phone, selector: str, until: str) -> None:
    """A deed that makes the page come anew, as it is afterwards."""
    phone.page.click(selector)
    phone.page.wait_for_selector(until)


def test_a_permit_from_the_application_to_its_closing(phones: Callable[[str, str], Phone], site: Living) -> None:
    worker = phones("马超", "2077")
    permit = apply(worker, site)
    page = worker.page
    page.click("[data-opens=ask_confirm]")
    page.click("#ask_confirm [type=submit]")
    assert words.say("phone.js.permit_measures") in page.inner_text("#ask_confirm .problem")
    for face in page.locator("#ask_confirm .measure .phrase:has([value=confirmed])").all():
        face.click()
    pressed(worker, "#ask_confirm [type=submit]", "form[data-kind='permits.sign']")
    pressed(worker, "form[data-kind='permits.sign'] button", "#permit:not(:has(form[data-kind='permits.sign']))")

    guardian = phones("马超的搭档", "2078")
    guardian.page.click(f"a[href='/permits/{permit}']")
    pressed(guardian, "form[data-kind='permits.sign'] button", "#permit:not(:has(form[data-kind='permits.sign']))")
    owner = phones("赵刚", "1042")
    owner.page.goto(f"{site.url}/m")
    assert words.say("phone.permit.some", count=1) in owner.page.inner_text("a.permits")
    owner.open(f"/permits/{permit}")
    pressed(owner, "form[data-kind='permits.sign'] button", "#permit:not(:has(form[data-kind='permits.sign']))")
    assert site.record("permit", permit).stage == "approved"

    page.reload()
    page.click("form[data-kind='permits.start'] button")
    assert worker.problem() == words.say("refused.permit_gas_missing")
    page.click("[data-opens=ask_read_gas]")
    page.fill("#ask_read_gas [name=gas]", "2.5")
    pressed(worker, "#ask_read_gas [type=submit]", ".checks:has-text('2.5 %LEL')")
    worker.cut_off()
    page.click("form[data-kind='permits.start'] button")
    assert worker.problem() == words.say("phone.js.no_hub"), "nobody starts without the hub"
    assert not page.is_visible("#unsent")
    worker.joined_again()
    pressed(worker, "form[data-kind='permits.start'] button", "[data-opens=ask_pause]")

    guardian.page.reload()
    guardian.page.click("[data-opens=ask_close]")
    for face in guardian.page.locator("#ask_close .phrase").all():
        face.click()
    pressed(guardian, "#ask_close [type=submit]", "#permit:not(:has([data-opens]))")
    closed = site.record("permit", permit)
    assert (closed.stage, closed.closed_by) == ("closed", site.people["马超的搭档"])
    assert [one.person for one in closed.signed] == [site.people[n] for n in ("马超", "马超的搭档", "赵刚")]


def test_who_has_no_part_in_it_does_not_see_it_and_a_plant_may_do_without(
    phones: Callable[[str, str], Phone], site: Living
) -> None:
    now = site.served.hub.now()
    hours = {"begins_at": now.isoformat(), "ends_at": (now + timedelta(hours=2)).isoformat()}
    asked = {"work": "height", "work_level": "first", "zone": site.zone, "task": "换灯"}
    leader, guardian = site.people["马超"], site.people["马超的搭档"]
    made = site.do("permits.apply", leader=leader, guardian=guardian, **asked, **hours)
    stranger = phones("焊工老李", "2079")
    assert words.say("phone.permit.empty") in stranger.page.inner_text("main")
    answer = stranger.page.request.get(f"{site.url}/permits/{made.id}")
    assert answer.status == 404
    site.do("plant.set_modules", modules_off=["contractors"])
    assert stranger.page.request.get(f"{site.url}/permits").status == 409
    stranger.open("/m")
    assert not stranger.page.is_visible("a.permits")
