"""A slow line: the page stands and is filled in while its scripts are still on their way. What was typed, chosen or
photographed by then counts as if they had been there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.phones import until
from tests.services.hub.calls import Caller, signed_in
from tests.services.hub.living import Living
from tests.services.hub.test_phone_alerts import hot
from tests.services.hub.test_phone_browser import after, before, picture  # noqa: F401 - fixtures


class SlowPhone:
    """A phone to which a page comes at once and its scripts only when they are let through."""

    def __init__(self, page: Any, plant: Living) -> None:
        self.page, self.plant = page, plant
        self.faults: list[str] = []
        self._held: list[Any] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def sign_in(self, person: str, number: str) -> None:
        self.page.goto(f"{self.plant.url}/s?next=/r")
        self.page.fill("[name=login]", number)
        self.page.fill("[name=secret]", self.plant.code(person))
        self.page.click("[type=submit]")
        self.page.wait_for_url(self.plant.url + "/r")

    def open(self, path: str, shows: str) -> None:
        """The page without its scripts, as soon as `shows` stands there."""
        self.page.route("**/static/**/*.js", lambda route: self._held.append(route))
        self.page.goto(self.plant.url + path, wait_until="commit")
        until(self.page, "shows => document.querySelector(shows) !== null", shows)  # nothing is painted

    def scripts_come(self) -> None:
        """They are let through, and have run when this returns."""
        assert self._held, "no script was on its way"
        for route in self._held:
            route.continue_()
        self.page.unroute("**/static/**/*.js")
        self.page.wait_for_load_state("load")
        assert self.faults == []


@pytest.fixture
def phone(phone_screen: Callable[..., Any], plant: Living) -> SlowPhone:
    return SlowPhone(phone_screen(390, 844, "zh-CN"), plant)


@pytest.fixture
def blank(plant: Living) -> Any:
    plant.do("labels.issue_blanks", count=1)
    return next(one for one in plant.all("label") if one.zone is None)


def test_the_word_that_closes_a_replacement(phone: SlowPhone, plant: Living) -> None:
    old = plant.label
    plant.new_label(plant.zone)
    new = max(plant.all("label"), key=lambda one: one.number)
    plant.do("labels.printed", labels=[new.id], template="L7163")
    Caller(plant).call("GET", f"/z/{old}")
    phone.sign_in("孙丽", "3001")
    phone.open("/l", ".word")
    phone.page.fill(".word", "已换上新标签")
    assert phone.page.is_disabled(".done")
    phone.scripts_come()
    phone.page.tap(".done")
    phone.page.wait_for_selector(".card", state="detached")
    assert plant.all("label_replacement")[0].word == "已换上新标签"


def test_what_zones_are_narrowed_by(phone: SlowPhone, plant: Living, blank: Any) -> None:
    floor = plant.record("zone", plant.zone).floor
    plant.do("zones.draw", floor=floor, name="焊接车间", zone_class="B", polygon=[[20, 0], [30, 0], [30, 8]])
    phone.sign_in("孙丽", "3001")
    phone.open(f"/z/{blank.token}", "#filter")
    phone.page.fill("#filter", "焊接")
    phone.scripts_come()
    (shown,) = [one for one in phone.page.locator("#zones .phrase").all() if one.is_visible()]
    assert "焊接车间" in shown.inner_text()


def test_name_and_code(phone: SlowPhone, plant: Living) -> None:
    phone.open("/s?next=/r", "[name=secret]")
    phone.page.fill("[name=login]", "3001")
    phone.page.fill("[name=secret]", plant.code("孙丽"))
    phone.page.press("[name=secret]", "Enter")  # goes nowhere, and above all not into the address
    assert phone.page.url.endswith("/s?next=/r")
    phone.scripts_come()
    phone.page.click("[type=submit]")
    phone.page.wait_for_url(plant.url + "/r")


def test_what_is_said_about_an_alert(phone: SlowPhone, plant: Living) -> None:
    alert = hot(plant)
    phone.sign_in("孙丽", "3001")
    phone.open(f"/alerts/{alert}", "#note")
    phone.page.fill("#note", "已停机")
    phone.scripts_come()
    phone.page.tap("#answer button")
    phone.page.wait_for_selector("#alert .clock.normal")
    assert plant.record("alert", alert).note == "已停机"


def test_the_photo_of_a_report_and_a_category_that_was_kept(phone: SlowPhone, plant: Living, before: Path) -> None:  # noqa: F811
    phone.open(f"/z/{plant.label}", "#receipt")
    phone.page.set_input_files("#camera", before)
    phone.page.eval_on_selector("[value=guarding]", "one => (one.checked = true)")  # as a browser does after a reload
    phone.scripts_come()
    phone.page.wait_for_selector("#form:not([hidden])")
    phone.page.tap(".phrases:not([hidden]) .phrase >> nth=0")
    phone.page.tap("#send")
    phone.page.wait_for_selector("#receipt:not([hidden])")
    (hazard,) = plant.all("hazard")
    assert (hazard.category, hazard.description) == ("guarding", "被遮挡")


def test_the_photo_after(phone: SlowPhone, plant: Living, before: Path, after: Path) -> None:  # noqa: F811
    photo = signed_in(plant, "马超").call("POST", "/api/blobs/photo", data=before.read_bytes()).json()["sha256"]
    report = {"zone": plant.zone, "photos": [photo], "description": "光幕被遮挡"}
    plant.served.hub.do("hazards.report", report, plant.actor("马超"))
    phone.sign_in("赵刚", "1042")
    phone.open("/m", "#handed_in")
    for button in phone.page.locator(".card button").all():
        assert button.is_disabled(), "a press that nobody hears"
    phone.page.set_input_files(".after", after)
    phone.scripts_come()
    phone.page.wait_for_selector("#fix:not([hidden])")
    phone.page.tap("#fix .send")
    phone.page.wait_for_selector("#handed_in:not([hidden])")
    assert plant.all("hazard")[0].state.value == "fixed"


@pytest.mark.parametrize("path", ["/s", "/m", "/a", "/alerts", "/l", "/slip"])
def test_no_button_can_be_pressed_before_somebody_hears_it(phone: SlowPhone, plant: Living, path: str) -> None:
    """What can be seen and pressed works without a script, or waits for it."""
    phone.sign_in("孙丽", "3001")
    phone.open(path, "noscript")
    for button in phone.page.locator("button:visible").all():
        by_itself = button.evaluate("one => one.form?.getAttribute('action') !== null && one.form !== null")
        assert by_itself or button.is_disabled()
