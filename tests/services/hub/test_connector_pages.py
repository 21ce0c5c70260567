"""Every message of the connector cookbook is taken by a real hub as it stands there; only its times are others."""

import json
import re
from datetime import timedelta
from pathlib import Path

from services.connectors.broker import rows_in
from services.connectors.mes import Mes
from tests.services.hub.at_doors import at_doors
from tests.services.hub.calls import Caller, manager
from tests.services.hub.other_systems import other_system

PAGES = Path(__file__).parents[3] / "docs" / "operator"
SENT = re.compile(r"^`(POST|MQTT) (\S+)` · `(\S+)`\n\n```\w+\n(.*?)^```", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```json\n(.*?)^```", re.MULTILINE | re.DOTALL)
TIMES = ("2026-03-02T12:00:00+08:00", "2026-03-02 12:00:00", "2026-03-02T12:01:00+08:00", "1772424000")


def text(lang):
    return (PAGES / lang / "connectors.md").read_text("utf-8")


def lately(body, now, minutes):
    """The message as if it came now: its moments are so many minutes old."""
    at = now - timedelta(minutes=minutes)
    local = (at + timedelta(hours=8)).strftime("%Y-%m-%d %H:%M:%S")
    iso = local.replace(" ", "T") + "+08:00"
    for old, new in zip(TIMES, (iso, local, iso, str(int(at.timestamp()))), strict=True):
        body = body.replace(old, new)
    return body


def prepared(plant):
    """What the messages speak of: two sensors, a line, a switch room with its door."""
    for code, quantity, unit in (("TE-101", "temperature", "℃"), ("ME-PD01", "humidity", "%RH")):
        plant.do("sensors.add", code=code, name=code, quantity=quantity, unit=unit, zone=plant.zone)
    site = at_doors(plant)
    device = plant.do("door_devices.add", name="配电室门禁").id
    plant.do("door_devices.set_reader", door_device=device, reader_no=1, zone=site.room, inward=True)
    key = manager(plant).post("/api/connectors/key", {}).json()["key"]
    return key, manager(plant).post(f"/api/doors/{device}/key", {}).json()["path"]


def test_what_is_on_the_page_is_taken(plant):
    key, pushed_to = prepared(plant)
    hub, found = plant.served.hub, SENT.findall(text("zh"))
    for place, (way, where, kind, block) in enumerate(found):
        body = lately(block, hub.now(), len(found) - place)
        if way == "MQTT":
            rows = rows_in(where.rsplit("/", 1)[-1], body.strip().encode())
            hub.sensing._take(list(enumerate(rows)))
            assert not hub.sensing.turned, hub.sensing.turned
            continue
        path = pushed_to if where.startswith("/doors/") else where
        answer = Caller(plant, key).call("POST", path, data=body.encode(), headers={"Content-Type": kind})
        assert answer.status_code == 200, (where, answer.text)
        told = answer.json()
        assert told.get("ok") or (told["taken"] > 0 and told["why"] == []), (where, told)
    assert hub.sensing.taken == 2
    with hub.store.look() as look:
        assert [one.code for one in look.find("sensor")] == ["TE-101", "ME-PD01"]


def test_the_answers_of_a_mes_are_understood_as_the_page_says():
    blocks = [
        json.loads(one) for one in BLOCK.findall(text("zh")) if ('"id"' in one and "state" in one) or '"line":' in one
    ]
    asked, *answers = blocks
    for answer, state in zip(answers, ("open", "paused", "refused"), strict=True):
        with other_system((200, answer)) as mes:
            told = Mes(mes.address, "key").ask(asked["id"], asked["line"], asked["reason"], asked["at"])
            assert told.state == state
            assert json.loads(mes.heard[0][3]) == asked
    assert told.reason == answers[-1]["reason"]


def test_both_languages_show_the_same_messages():
    assert SENT.findall(text("zh")) == SENT.findall(text("en"))
    assert BLOCK.findall(text("zh")) == BLOCK.findall(text("en"))
    assert len(SENT.findall(text("zh"))) >= 10
