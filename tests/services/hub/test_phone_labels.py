"""Labels on a phone: a blank is bound where it hangs, also without a network, and an old one is told and replaced."""

from collections.abc import Callable
from typing import Any

import pytest

from services.hub import signing
from tests.acceptance.phones import kept_ready
from tests.services.hub.calls import Caller, signed_in
from tests.services.hub.living import Living


@pytest.fixture
def blank(plant: Living) -> Any:
    plant.do("labels.issue_blanks", count=1)
    (made,) = (one for one in plant.all("label") if one.zone is None)
    plant.do("labels.printed", labels=[made.id], template="L7163")
    return made


def opened(phone: Any, plant: Living, person: str, number: str, path: str) -> None:
    """The page, for a person who signs in on this phone."""
    phone.goto(f"{plant.url}/s?next={path}")
    phone.fill("[name=login]", number)
    phone.fill("[name=secret]", plant.code(person))
    phone.click("[type=submit]")


def test_an_unbound_blank_opens_nothing_for_those_who_may_not_bind(plant, blank):
    for caller in (Caller(plant), signed_in(plant, "马超")):
        answer = caller.call("GET", f"/z/{blank.token}")
        assert answer.status_code == 409
        assert "B-" in answer.text
    assert "/s?next=" in Caller(plant).call("GET", f"/z/{blank.token}").text
    forged = blank.token[:-4] + "AAAA"
    assert signed_in(plant, "孙丽").call("GET", f"/z/{forged}").status_code == 404


def test_a_blank_is_bound_where_it_hangs(plant, blank, phone_screen: Callable[..., Any]):
    phone = phone_screen(390, 844, "zh-CN")
    opened(phone, plant, "孙丽", "3001", f"/z/{blank.token}")
    assert phone.inner_text("h1.zone_code") == blank.code
    assert phone.is_disabled("#send")
    phone.fill("#filter", "没有这样的区域")
    assert not phone.is_visible("#zones .phrase")
    phone.fill("#filter", "冲压")
    phone.tap("#zones .phrase")
    phone.tap("#send")
    phone.wait_for_selector("#bound:not([hidden])")
    bound = plant.record("label", blank.id)
    assert (bound.zone, bound.number) == (plant.zone, 2)
    assert bound.posted_at is not None
    phone.tap("#bound .primary")
    phone.wait_for_selector("#report")
    assert signing.zone_of_label(plant.served.hub, blank.token) == plant.zone


def test_what_is_bound_without_a_network_arrives_when_it_is_back(plant, phone_screen: Callable[..., Any]):
    """The phone has shown a blank before; the next one is scanned in the cellar."""
    plant.do("labels.issue_blanks", count=2)
    first, second = (one for one in plant.all("label") if one.zone is None)
    phone = phone_screen(390, 844, "zh-CN", worker="allow")
    opened(phone, plant, "孙丽", "3001", f"/z/{first.token}")
    phone.wait_for_selector("#zones .phrase")
    kept_ready(phone)
    phone.context.set_offline(True)
    phone.goto(f"{plant.url}/z/{second.token}")
    assert phone.inner_text("h1.zone_code") == second.code
    phone.tap("#zones .phrase")
    phone.tap("#send")
    phone.wait_for_selector("#unsent:not([hidden])")
    assert plant.record("label", second.id).zone is None
    phone.context.set_offline(False)
    phone.goto(f"{plant.url}/m")
    phone.locator("#unsent.good").wait_for(state="attached")  # the page before may have told it already
    assert plant.record("label", second.id).zone == plant.zone
    assert plant.record("label", first.id).zone is None


def test_the_second_who_binds_it_is_told_that_it_is_bound(plant, blank, phone_screen: Callable[..., Any]):
    floor = plant.record("zone", plant.zone).floor
    other = plant.do("zones.draw", floor=floor, name="焊接车间", zone_class="B", polygon=[[20, 0], [30, 0], [30, 8]]).id
    phone = phone_screen(390, 844, "zh-CN")
    opened(phone, plant, "孙丽", "3001", f"/z/{blank.token}")
    phone.fill("#filter", "冲压")
    phone.tap("#zones .phrase:not([hidden])")
    plant.do("labels.bind", token=blank.token, zone=other)
    phone.tap("#send")
    assert "焊接车间" in phone.wait_for_selector(".problem:not([hidden])").inner_text()
    assert plant.record("label", blank.id).zone == other


def test_an_old_label_says_so_and_whoever_sees_to_it_closes_its_replacement(plant, phone_screen: Callable[..., Any]):
    old = plant.label
    plant.new_label(plant.zone)
    new = max(plant.all("label"), key=lambda one: one.number)
    plant.do("labels.printed", labels=[new.id], template="L7163")
    assert "这是旧标签" in Caller(plant, **{"Accept-Language": "zh"}).call("GET", f"/z/{old}").text
    (task,) = plant.all("label_replacement")
    stranger = signed_in(plant, "马超")
    assert 'href="/l"' not in stranger.call("GET", f"/z/{old}").text
    assert task.id not in stranger.call("GET", "/l").text
    phone = phone_screen(390, 844, "zh-CN")
    opened(phone, plant, "孙丽", "3001", f"/z/{old}")
    phone.tap("a[href='/l']")
    assert phone.is_disabled(".done")
    phone.fill(".word", "已换上新标签")
    phone.tap(".done")
    phone.wait_for_selector(".card", state="detached")
    closed = plant.record("label_replacement", task.id)
    assert (closed.word, closed.closed_by) == ("已换上新标签", plant.people["孙丽"])


def test_scanning_the_new_label_closes_it_by_itself(plant):
    old = plant.label
    new = plant.new_label(plant.zone)
    plant.do("labels.printed", labels=[max(plant.all("label"), key=lambda one: one.number).id], template="L7163")
    caller = Caller(plant)
    caller.call("GET", f"/z/{old}")
    assert [one.closed_at for one in plant.all("label_replacement")] == [None]
    assert "这是旧标签" not in caller.call("GET", f"/z/{new}").text
    (task,) = plant.all("label_replacement")
    assert (task.closed_at is not None, task.closed_by) == (True, None)
