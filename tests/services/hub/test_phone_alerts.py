"""A rule speaks, and the person whom it went to answers on a phone: the running hub, a real browser."""

import json
import time
from datetime import timedelta

import pytest

from services import words
from services.core.operation import SYSTEM
from services.core.shape import utc_text
from services.store.readings import Reading
from tests.services.hub.living import Living
from tests.services.hub.test_phone_browser import Phone

HOT = {"kind": "sustained", "sensor": "T-01", "above": 80}
THEN = [{"do": "alert", "level": "critical", "to": ["safety_officer"]}]
PATIENCE_S = 20
CAUSE = json.dumps({"when": HOT, "said": [None], "at": 0, "key": "L1"})


def hot(plant: Living) -> str:
    """A rule that is switched on, and a reading that it is about; the id of the alert that comes of it."""
    measures = {"quantity": "temperature", "unit": "℃", "interval_s": 30}
    sensor = plant.do("sensors.add", code="T-01", name="喷漆房温度", zone=plant.zone, **measures).id
    document = {"format": 1, "name": "喷漆房过热", "when": HOT, "then": THEN}
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
    phone.page.tap("#alert form button")
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


def test_whom_it_did_not_go_to_does_not_see_it(plant, phone_screen):
    alert = hot(plant)
    other = Phone(phone_screen(360, 780, "zh-CN"), plant.url)
    other.open("/s?next=/m")
    other.sign_in("2077", plant.code("马超"))
    other.page.wait_for_selector(".tabs")
    assert other.page.goto(plant.url + f"/alerts/{alert}").status == 404
    other.page.goto(plant.url + "/alerts")
    assert words.say("phone.alert.empty") in other.page.inner_text("main")
