"""Founding and settings."""

from dataclasses import replace

import pytest

from services.core.plant import address_warning, founder_id, plain_address, the_plant
from services.core.refused import Refused
from services.core.roles import Role
from services.core.routes import Route
from tests.makers import Held, actor_of, person, plant

FOUNDER = actor_of(None)
BOSS = person(Role.EHS_MANAGER, Role.IT_ADMIN)


def test_founding_makes_plant_founder_and_first_route():
    held = Held()
    held.do("plant.found", {"name": "江南精密", "person": "周敏"}, FOUNDER)
    founder = held.find("person")[0]
    assert the_plant(held).name == "江南精密"
    assert founder.id == founder_id(the_plant(held).id) != the_plant(held).id
    assert set(founder.roles) == {Role.EHS_MANAGER, Role.IT_ADMIN}
    assert [(route.position, route.target_kind) for route in held.find("route")] == [(1, "zone_team")]
    with pytest.raises(Refused, match="plant_exists"):
        held.do("plant.found", {"name": "二", "person": "二"}, FOUNDER)


@pytest.mark.parametrize("name", ["Mars/Phobos", "../../etc/passwd", "/etc/passwd", " ", "\u0660", "Asia"])
def test_a_zone_of_time_that_is_none_is_refused(name):
    with pytest.raises(Refused) as caught:
        Held().do("plant.found", {"name": "厂", "person": "周敏", "timezone": name}, FOUNDER)
    assert caught.value.code in ("timezone_wrong", "args_wrong")


@pytest.mark.parametrize(
    ("text", "address", "warning"),
    [
        ("anhuan.example", "https://anhuan.example", None),
        ("http://ANHUAN.example:8080/", "http://anhuan.example:8080", "not_https"),
        ("https://anhuan.localhost", "https://anhuan.localhost", "loopback"),
        ("http://localhost:80", "http://localhost:80", "loopback"),
        ("http://127.0.0.9", "http://127.0.0.9", "loopback"),
        ("http://192.168.1.5:8000", "http://192.168.1.5:8000", "changing"),
        ("https://[::1]:8443", "https://[::1]:8443", "loopback"),
        ("https://[fd00::5]", "https://[fd00::5]", "changing"),
    ],
)
def test_addresses(text, address, warning):
    held = Held(plant())
    held.do("plant.set_address", {"address": text}, BOSS)
    assert the_plant(held).address == address
    assert address_warning(address) == warning


@pytest.mark.parametrize(
    "text",
    [
        "http://[",
        "https://[::1",
        "ftp://anhuan.example",
        "https://",
        "https:///z",
        "https://a b",
        "https://a/z",
        "https://a?x=1",
        "https://a#x",
        "https://me@a",
        "https://@a",
        "https://:pw@a",
        "https://a:99999",
        "https://a:port",
        "https://安环.example",
        "https://a|b",
        "https://a<b>",
        "https://a..b",
        "javascript://a",
        "https://℀.example",
    ],
)
def test_what_is_no_address_is_refused(text):
    with pytest.raises(Refused, match="address_wrong"):
        plain_address(text)


def test_settings_change_one_thing_each():
    held = Held(plant())
    before = the_plant(held)
    held.do("plant.rename", {"name": "江北精密"}, BOSS)
    held.do("plant.set_hours", {"fix_hours": [1, 2, 3, 4]}, BOSS)
    mail = {"host": "mail.example", "sender": "安环台 <ehs@example.com>", "port": 587, "security": "starttls"}
    held.do("plant.set_mail", mail, BOSS)
    expected = replace(
        before,
        name="江北精密",
        fix_hours=(1.0, 2.0, 3.0, 4.0),
        mail_host="mail.example",
        mail_port=587,
        mail_security="starttls",
        mail_sender="安环台 <ehs@example.com>",
    )
    assert the_plant(held) == expected


def test_modules_that_are_not_used_stand_in_one_order():
    held = Held(plant())
    held.do("plant.set_modules", {"modules_off": ["rules", "labels", "rules"]}, BOSS)
    assert the_plant(held).modules_off == ("rules", "labels")
    held.do("plant.set_modules", {"modules_off": []}, BOSS)
    assert the_plant(held).modules_off == ()
    with pytest.raises(Refused, match="args_wrong"):
        held.do("plant.set_modules", {"modules_off": ["journal"]}, BOSS)


@pytest.mark.parametrize("sender", ["nobody", "a@b\r\nBcc: everyone@example.com"])
def test_a_sender_that_breaks_a_header_is_refused(sender):
    with pytest.raises(Refused, match="mail_sender_wrong"):
        Held(plant()).do("plant.set_mail", {"host": "h", "sender": sender}, BOSS)


@pytest.mark.parametrize("hours", [[0.1, 1, 1, 1], [1, 1, 1], [1, 1, 1, 9000]])
def test_hours_have_bounds(hours):
    with pytest.raises(Refused, match="args_wrong"):
        Held(plant()).do("plant.set_hours", {"fix_hours": hours}, BOSS)


def test_without_a_plant_nothing_can_be_set():
    with pytest.raises(Refused, match="no_plant"):
        Held().do("plant.rename", {"name": "x"}, BOSS)


def test_a_route_made_by_founding_bears_the_operations_id():
    held = Held()
    held.do("plant.found", {"name": "厂", "person": "周敏"}, FOUNDER)
    route: Route = held.find("route")[0]
    assert route.id == the_plant(held).id
