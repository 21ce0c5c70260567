"""A rule speaks, and the person whom it went to answers on a phone: the running hub, a real browser."""

import json
import time
from datetime import timedelta
from typing import Any

import pytest

from services import words
from services.core.operation import SYSTEM
from services.core.shape import utc_text
from services.store.readings import Reading
from tests.services.hub.living import Living
from tests.services.hub.other_systems import other_system
from tests.services.hub.test_phone_browser import Phone

HOT = {"kind": "sustained", "sensor": "T-01", "above": 80}
THEN = [{"do": "alert", "level": "critical", "to": ["safety_officer"]}]
PATIENCE_S = 20
CAUSE = json.dumps({"when": HOT, "said": [None], "at": 0, "key": "L1"})


def hot(plant: Living, then: list[dict[str, Any]] = THEN) -> str:
    """A rule that is switched on, and a reading that it is about; the id of the alert that comes of it."""
    measures = {"quantity": "temperature", "unit": "℃", "interval_s": 30}
    sensor = plant.do("sensors.add", code="T-01", name="喷漆房温度", zone=plant.zone, **measures).id
    document = {"format": 1, "name": "喷漆房过热", "when": HOT, "then": then}
    plant.do("rules.add", document=json.dumps(document), active=True)
    hub = plant.served.hub
    reading = Reading(sensor, hub.now() + timedelta(milliseconds=1), 93.5)
    hub.hear([reading])
    end = time.monotonic() + PATIENCE_S
    while not plant.all("alert"):
        assert time.monotonic() < end, "no alert came"
        time.sleep(0.05)
    return str(plant.all("alert")[0].id)


@pytest.fixture
def phone(phone_screen, plant):
    made = Phone(phone_screen(360, 780, "zh-CN"), plant.url)
    made.open("/s?next=/m")
    made.sign_in("3001", plant.code("孙丽"))
    made.page.wait_for_selector(".tabs")
    return made


def test_an_alert_is_answered_by_one_press(plant, phone):
    alert = hot(plant)
    phone.page.goto(plant.url + "/m")
    phone.page.tap("a[href='/alerts']")
    phone.page.wait_for_url("**/alerts")
    assert "93.5" in phone.page.inner_text("main")
    phone.page.tap(f"a[href='/alerts/{alert}']")
    phone.page.wait_for_url(f"**/alerts/{alert}")
    told = phone.page.inner_text("#alert")
    for said in ("喷漆房过热", "T-01", "冲压车间 2号冲床", words.say("value.level.critical"), "93.5"):
        assert said in told
    assert phone.page.evaluate("document.documentElement.scrollWidth") == 360
    assert plant.record("alert", alert).acknowledged_at is None, "looking is not answering"
    phone.page.fill("#note", "已停机")
    phone.page.tap("#answer button")
    phone.page.wait_for_selector("#alert .clock.normal")
    answered = plant.record("alert", alert)
    assert (answered.acknowledged_by, answered.note) == (plant.people["孙丽"], "已停机")
    phone.page.goto(plant.url + "/alerts")
    assert words.say("phone.alert.empty") in phone.page.inner_text("main")
    assert phone.faults == []


def test_what_could_not_be_done_is_said_with_the_alert(plant, phone):
    then = [*THEN, {"do": "note", "zone": "旧车间"}]
    document = {"format": 1, "name": "停机", "when": HOT, "then": then}
    rule = plant.do("rules.add", document=json.dumps(document)).id
    hub = plant.served.hub
    args = {"rule": rule, "key": "L1", "fired_at": utc_text(hub.now()), "cause": CAUSE}
    assert hub.do("alerts.raise", args, SYSTEM).ok
    (alert,) = plant.all("alert")
    phone.page.goto(plant.url + f"/alerts/{alert.id}")
    told = words.say("rule.undone.zone_gone", deed=words.say("block.note"), zone="旧车间")
    assert told in phone.page.inner_text("#alert .undone")


def test_a_pause_is_agreed_to_or_declined_and_only_the_mes_says_that_it_is_one(plant, phone):
    paused = (200, {"id": "{id}", "state": "paused", "receipt": "P-77"})
    with other_system((202, {"id": "{id}", "state": "accepted"}), paused) as mes:
        plant.do("plant.set_mes", mes_url=mes.address)
        alert = hot(plant, [*THEN, *({"do": "pause", "line": line} for line in ("L1", "L2"))])
        plant.do("alerts.acknowledge", alert=alert)
        phone.page.goto(plant.url + "/alerts")
        assert words.say("phone.pause.asked", line="L1") in phone.page.inner_text("main")
        phone.page.tap(f"a[href='/alerts/{alert}']")
        phone.page.tap(".pause[data-line=L2] button[name=decline]:enabled")
        phone.page.wait_for_selector(".pause[data-line=L2][data-step=declined]")
        assert mes.heard == []
        phone.page.tap(".pause[data-line=L1] button[name=agree]:enabled")
        phone.page.wait_for_selector(".pause[data-line=L1][data-step=confirmed]")
        assert "P-77" in phone.page.inner_text(".pause[data-line=L1]")
    assert {json.loads(body)["line"] for method, _, _, body in mes.heard if method == "POST"} == {"L1"}
    assert {pause.by for pause in plant.all("pause")} == {plant.people["孙丽"]}
    assert phone.page.evaluate("document.documentElement.scrollWidth") == 360
    assert phone.page.query_selector(".pause button") is None
    assert phone.faults == []


def test_a_pause_that_was_decided_meanwhile_says_so_on_the_phone(plant, phone):
    alert = hot(plant, [*THEN, {"do": "pause", "line": "L1"}])
    phone.page.goto(plant.url + f"/alerts/{alert}")
    (pause,) = plant.all("pause")
    plant.do("pauses.decline", pause=pause.id)
    phone.page.tap(".pause button[name=agree]:enabled")
    phone.page.wait_for_selector(".pause .problem:not([hidden])")
    assert plant.record("pause", pause.id).step == "declined"


def test_whom_it_did_not_go_to_does_not_see_it(plant, phone_screen):
    alert = hot(plant)
    other = Phone(phone_screen(360, 780, "zh-CN"), plant.url)
    other.open("/s?next=/m")
    other.sign_in("2077", plant.code("马超"))
    other.page.wait_for_selector(".tabs")
    assert other.page.goto(plant.url + f"/alerts/{alert}").status == 404
    other.page.goto(plant.url + "/alerts")
    assert words.say("phone.alert.empty") in other.page.inner_text("main")


def test_who_would_rather_be_told_by_another_way_says_so_on_the_phone(plant, phone):
    plant.do("people.set_contact", person=plant.people["孙丽"], wecom="sunli", email="sunli@example.com")
    phone.page.goto(plant.url + "/alerts")
    assert phone.page.query_selector("#told_first") is None, "there is but one way: nothing to choose"
    plant.do("channels.set", service="wecom", account="ww1", application="7")
    phone.page.goto(plant.url + "/alerts")
    choice = phone.page.wait_for_selector("#told_first select:enabled")
    offered = choice.evaluate("one => [...one.options].map(option => option.value)")
    assert offered == ["", "email", "wecom"]
    choice.select_option("email")
    phone.page.wait_for_selector("#told_first .done:visible")
    assert plant.record("person", plant.people["孙丽"]).told_by == ("email",)
    phone.page.reload()
    choice = phone.page.wait_for_selector("#told_first select:enabled")
    assert choice.input_value() == "email"
    choice.select_option("")
    phone.page.wait_for_selector("#told_first .done:visible")
    assert plant.record("person", plant.people["孙丽"]).told_by == ()
    assert phone.faults == []


def test_a_choice_that_the_hub_did_not_take_stands_as_it_was(plant, phone):
    plant.do("people.set_contact", person=plant.people["孙丽"], wecom="sunli", email="sunli@example.com")
    plant.do("channels.set", service="wecom", account="ww1", application="7")
    phone.page.goto(plant.url + "/alerts")
    choice = phone.page.wait_for_selector("#told_first select:enabled")
    phone.page.context.set_offline(True)
    choice.select_option("email")
    phone.page.wait_for_selector("#told_first .problem:visible")
    assert choice.input_value() == ""
    assert plant.record("person", plant.people["孙丽"]).told_by == ()
