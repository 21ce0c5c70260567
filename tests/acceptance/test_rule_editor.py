"""Somebody of the office builds a rule by dragging blocks, tries it on the demo plant's past, switches it on; the hub
hears the sensor and raises the alert, which the window shows with its reason. Real window, real hub."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from services.demo.plant import write_demo
from services.sync.client import HubClient
from tests.acceptance.consoles import Console, desk
from tests.acceptance.test_first_loop import shown
from tests.acceptance.wires import HubProcess, wait_for

pytestmark = pytest.mark.acceptance
SHANGHAI = ZoneInfo("Asia/Shanghai")
SENSOR, NIGHT, NAME = "TE-KY02", "夜班试运行", "夜班空压机温度过高"


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    write_demo(tmp_path / "demo", until=datetime.now(UTC) - timedelta(minutes=5))
    made = HubProcess(tmp_path / "demo")
    yield made
    made.kill()


def fill(console: Console, slot: str, text: str, unit: str = "") -> None:
    console.click(slot)
    if unit:
        console.choose("pickUnit", unit)
    console.type("pickText", text)
    console.do("key", name="pickText", key="Return")


def take(console: Console, slot: str, text: str) -> None:
    console.click(slot)
    console.do("item", name="pickList", text=text)


def tick(console: Console, slot: str, key: str) -> None:
    console.click(slot)
    console.click(f"pick-{key}")
    console.click("pickDone")


def built(console: Console) -> None:
    """'Sensor above 80 for 15 min and it is the night shift: alert high to the supervisor, cc the EHS manager'."""
    console.do("click", name="nav-alerts")
    console.do("click", name="nav-rules")
    console.click("addRule")
    console.click("begin-")
    console.type("ruleName", NAME)
    console.do("carry", name="kind-sustained", to="area-when")
    take(console, "slot-when-0-sensor", SENSOR)
    fill(console, "slot-when-0-above", "80")
    fill(console, "slot-when-0-for_s", "15", "分钟")
    console.do("carry", name="kind-shift", to="area-when")
    take(console, "slot-when-0-1-shift", NIGHT)
    console.do("carry", name="kind-alert", to="area-then")
    tick(console, "slot-then-0-to", "supervisor")
    tick(console, "slot-then-0-cc", "ehs_manager")


def hot_now(hub: HubProcess, key: str) -> Any:
    """The sensor says over HTTP that it is hot; the alerts of the rule."""
    client = HubClient(hub.url, key)
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    client.call("POST", "/ingest/readings", json={"time": at, "sensor": SENSOR, "value": 90.0})
    (rule,) = [one for one in shown("rules", hub.data) if one["name"] == NAME]
    return [one for one in shown("alerts", hub.data) if one["rule"] == rule["id"]]


def test_a_rule_is_dragged_together_tried_on_the_past_switched_on_and_fires(hub: HubProcess, tmp_path: Path) -> None:
    (boss,) = [one for one in shown("people", hub.data) if "ehs_manager" in one["roles"]]
    here = datetime.now(SHANGHAI)
    around = {"starts": f"{here - timedelta(hours=8):%H:%M}", "ends": f"{here + timedelta(hours=8):%H:%M}"}
    hub.do("shifts.add", boss["employee_no"], name=NIGHT, **around)
    office = hub.client(boss["employee_no"])
    with desk(office, boss["id"], hub.url, tmp_path / "desk") as console:
        built(console)
        said = console.until("text", "EHS 经理", name="says-zh")
        assert f"{SENSOR} 高于 80 持续 15 分钟" in said
        assert "for 15 min" in console.do("text", name="says-en")
        console.choose("trialPast", "最近 8 小时")
        console.click("tryRule")
        console.until("text", "会告警", name="trialSaid")
        console.until("text", "起越限", name="trialWhy")

        fill(console, "slot-when-0-0-for_s", "5", "秒")
        console.click("saveRule")
        console.click("switchRule")
        console.until("text", "已启用", name="ruleState")
        key = office.call("POST", "/api/connectors/key")["key"]
        wait_for(lambda: hot_now(hub, key))
        (alert, *_) = hot_now(hub, key)
        (sensor,) = [one for one in shown("sensors", hub.data) if one["code"] == SENSOR]
        (zone,) = [one for one in shown("zones", hub.data) if one["id"] == sensor["zone"]]
        assert set(alert["told"]) == {zone["supervisor"], boss["id"]}
        assert (alert["level"], alert["key"]) == ("high", SENSOR)

        console.do("click", name="nav-alerts")
        console.until("rows", NAME, name="alertTable")
        console.do("row", name="alertTable", text=NAME)
        console.until("text", "起越限", name="alertWhy")
