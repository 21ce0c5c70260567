"""The map on a real phone's browser: who sees it, what a tap tells, and that it never passes old news off as new."""

from collections.abc import Callable
from typing import Any

import pytest

from services import words
from tests.services.hub.living import Living
from tests.services.hub.test_phone_browser import ANSWERED, Phone

STORE = [[20, 0], [40, 0], [40, 30], [20, 30]]


@pytest.fixture
def new_phone(phone_screen: Callable[..., Any], plant: Living) -> Callable[..., Phone]:
    def made(person: str, locale: str = "zh-CN") -> Phone:
        phone = Phone(phone_screen(360, 780, locale), plant.url)
        phone.open("/s?next=/map")
        number = {"孙丽": "3001", "马超": "2077"}[person]
        phone.sign_in(number, plant.code(person))
        phone.page.wait_for_selector(".tabs")
        return phone

    return made


def reported(plant: Living, zone: str, description: str) -> Any:
    """A hazard of this zone, as the hub has it."""
    photo = plant.served.hub.blobs.put_bytes(b"\xff\xd8\xff" + description.encode())
    plant.do("hazards.report", zone=zone, photos=[photo], description=description)
    return next(one for one in plant.all("hazard") if one.description == description)


def zone_status(phone: Phone, zone: str) -> str:
    return str(phone.page.get_attribute(f".plan [data-zone='{zone}']", "class")).split()[1]


def test_a_tap_on_a_zone_tells_why(plant, new_phone):
    hazard = reported(plant, plant.zone, "双手按钮可单手启动")
    phone = new_phone("孙丽")
    assert zone_status(phone, plant.zone) == "pending"
    assert not phone.page.is_visible("#why")
    phone.page.tap(f".plan [data-zone='{plant.zone}'] polygon")
    phone.page.wait_for_selector("#why")
    told = phone.page.inner_text("#why")
    for said in (hazard.description, hazard.number, words.say("phone.map.why.pending")):
        assert said in told
    phone.page.tap("#why a.row")
    phone.page.wait_for_url(f"**/r/{hazard.id}")
    assert phone.faults == []


def test_every_zone_has_sign_and_word_and_nothing_is_wider_than_the_phone(plant, new_phone):
    store = plant.do("zones.draw", floor=plant.all("floor")[0].id, name="成品库", zone_class="C", polygon=STORE).id
    reported(plant, plant.zone, "托盘超高")
    phone = new_phone("孙丽")
    assert phone.page.evaluate("document.documentElement.scrollWidth") == 360
    assert phone.page.locator(".plan .zone > svg > *").count() == 2
    assert phone.page.inner_text(".tabs [aria-current]") == words.say("phone.tab.map")
    assert phone.page.text_content(f".plan [data-zone='{store}'] text") == "成品库"
    rows = phone.page.inner_text(".rows")
    assert rows.index("冲压车间") < rows.index("成品库")
    for status in ("pending", "unknown"):
        assert words.say(f"phone.map.status.{status}") in rows
    for target in (".rows .row >> nth=0", ".tabs a >> nth=1"):
        assert phone.page.locator(target).bounding_box()["height"] >= 48


def test_another_floor_is_a_tap_away(plant, new_phone):
    other = plant.do("floors.add", name="二层", building="一号楼", level=2, width_m=60, height_m=40).id
    phone = new_phone("孙丽")
    phone.page.tap(".floors a:has-text('二层')")
    phone.page.wait_for_url(f"**/map?floor={other}")
    assert words.say("phone.map.empty") in phone.page.inner_text("#map_now")


def test_it_renews_itself_and_says_when_it_cannot(plant, new_phone):
    phone = new_phone("孙丽")
    assert zone_status(phone, plant.zone) == "normal"
    reported(plant, plant.zone, "托盘超高")
    look_again = "window.dispatchEvent(new Event('online'))"
    pending = f"""document.querySelector(".plan .pending[data-zone='{plant.zone}']")"""
    # said again until it is heard: the script may come after the page that it belongs to
    phone.page.wait_for_function(f"() => {{ {look_again}; return {pending} }}", polling=500)
    assert not phone.page.is_visible("#map_old")
    phone.page.route("**/map*", lambda route: route.abort())
    phone.page.evaluate(look_again)
    phone.page.wait_for_selector("#map_old:not([hidden])")
    phone.page.unroute("**/map*")
    phone.page.evaluate(look_again)
    phone.page.wait_for_selector("#map_old", state="hidden")


def test_a_worker_is_told_why_not_and_a_zones_supervisor_sees_it(plant, new_phone):
    phone = new_phone("马超")
    assert words.say("refused.map_not_yours") in phone.page.inner_text("main")
    assert phone.page.locator(".tabs a[href='/map']").count() == 0
    plant.do("zones.set_supervisor", zone=plant.zone, supervisor=plant.people["马超"])
    phone.open("/map")
    assert zone_status(phone, plant.zone) == "normal"
    assert [fault for fault in phone.faults if not ANSWERED.match(fault)] == []


def test_it_speaks_english_too(plant, new_phone):
    reported(plant, plant.zone, "Pallets too high")
    phone = new_phone("孙丽", "en-GB")
    told = phone.page.inner_text("#map_now")
    assert words.say("phone.map.status.pending", "en") in told
    assert words.say("phone.map.all", "en") in told


def test_nobody_sees_it_without_signing_in(plant, phone_screen):
    page = phone_screen(360, 780, "zh-CN")
    page.goto(f"{plant.url}/map")
    assert page.url.endswith("/s?next=/map")
