"""The page of equipment and doors on a real plant: who is where, visits, and a muster from one press to its end."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop import words
from desktop.views.access.page import AccessPage
from desktop.widgets.choice import Choice
from services.core.operation import Actor
from services.core.roles import Role
from services.store.cards import Strange, keep_strange
from services.store.swipes import Swipe, append, between
from tests.desktop.pages import part, press, shown
from tests.desktop.plants import TestPlant, open_workbench, until

SQUARE = [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]]


@pytest.fixture
def plant(qapp: Any, tmp_path: Path) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path, syncing=True)
    floor = made.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    gate = made.run("zones.draw", floor=floor, name="西门", zone_class="D", polygon=SQUARE)
    right = [[x + 30, y] for x, y in SQUARE]
    room = made.run("zones.draw", floor=floor, name="配电室", zone_class="A", polygon=right)
    made.run("doors.add", code="MJ-01", name="西门", zone=gate)
    made.run("doors.add", code="MJ-02", name="配电室门", zone=gate, leads_to=room)
    who = {name: made.run("people.add", name=name, employee_no=name, phone="138") for name in ("赵刚", "马超")}
    made.sync()
    now = made.served.hub.now()
    ways = [("赵刚", gate, 60), ("赵刚", room, 30), ("马超", gate, 50)]
    some = [
        Swipe(f"{n}", now - timedelta(minutes=back), zone, who[name], True) for n, (name, zone, back) in enumerate(ways)
    ]
    made.served.hub.store.write(lambda connection: append(connection, some))
    yield made
    made.close()


def test_from_who_is_where_to_the_end_of_a_muster(qtbot: Any, plant: TestPlant, tmp_path: Path) -> None:
    page = shown(qtbot, plant, "access")
    assert isinstance(page, AccessPage)
    until(lambda: len(page.now.rows) == 2)
    assert [(one.zone, one.who[:2]) for one in page.now.rows] == [("配电室", "P-"), ("西门", "P-")]
    assert "2" in page.said.text()
    press(page, "access-visits")
    until(lambda: len(page.visits.rows) == 3)
    press(page, "muster")
    until(lambda: len(page.muster.rows) == 2)
    assert {one.name for one in page.muster.rows} == {"赵刚", "马超"}
    assert part(page, QLabel, "musterCount").text().startswith("已到 0 人")
    page.muster.table.choose(next(one.id for one in page.muster.rows if one.name == "赵刚"))
    press(page, "musterSafe")
    assert part(page, QLabel, "musterCount").text().startswith("已到 1 人")
    press(page, "musterBack")
    press(page, "musterMissing")
    assert page.muster.rows[0].found == "missing"
    page.muster.save_to(str(tmp_path / "list.pdf"))
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")
    plant.sync()
    assert [(one.found, one.by is not None) for one in plant.hub_records("muster_tick")] == [("missing", True)]
    press(page, "musterEnd")
    assert plant.records("muster")[0].ended_at is None, "somebody is still looked for: pressed twice"
    press(page, "musterEnd")
    plant.sync()
    assert plant.hub_records("muster")[0].ended_at is not None
    assert page.views.currentWidget() is page.now
    assert page.muster.rows == []


def test_a_device_is_added_tested_and_given_readers_and_a_card_becomes_somebody_s(qtbot: Any, plant: TestPlant) -> None:
    page = shown(qtbot, plant, "access")
    press(page, "access-devices")
    press(page, "firstDoorDevice")
    part(page, QLineEdit, "doorDeviceName").setText("西门门禁机")
    part(page, QLineEdit, "doorDeviceAddress").setText("127.0.0.1:1")
    press(page, "doorDeviceSave")
    plant.sync()
    (device,) = plant.hub_records("door_device")
    assert device.address == "https://127.0.0.1:1"
    press(page, "addReader")
    (reader,) = plant.records("door_device")[0].readers
    assert (reader.door_no, reader.reader_no, reader.inward) == (1, 1, True)
    press(page, "doorDeviceTest")
    unreached = words.say("access.door.unreachable")
    until(lambda: part(page, QLabel, "doorDeviceStands").text() == unreached)
    press(page, "makePush")
    until(lambda: f"/doors/{device.id}/" in page.devices.panel.address.text())
    now = plant.served.hub.now()
    strange = Strange("m", now, device.id, 1, 1, 1, reader.zone, True, "0012345678", "")
    plant.served.hub.store.write(lambda connection: keep_strange(connection, [strange]))
    page.devices.refresh()
    until(lambda: page.devices.told["strange"])
    press(page, "doors-strange")
    page.devices.strange.choose("m")
    whose = part(page, Choice, "strangeWhose")
    whose.setCurrentIndex(whose.findText("马超 马超"))
    press(page, "giveCard")
    until(lambda: not page.devices.told["strange"])
    with plant.served.hub.store.look() as look:
        assert [one.mark for one in between(look.connection, now, now + timedelta(seconds=1))] == ["m"]


def test_a_finding_shows_its_visits_and_a_name_takes_a_second_person(qtbot: Any, plant: TestPlant) -> None:
    hub = plant.served.hub
    (room,) = (one.id for one in plant.records("zone") if one.name == "配电室")
    (who,) = (one.id for one in plant.records("person") if one.name == "马超")
    night = hub.now().astimezone(ZoneInfo("Asia/Shanghai")).replace(hour=1, minute=0, second=0, microsecond=0)
    begins = [night - timedelta(days=day) for day in (1, 2, 4)]
    some = [Swipe(f"i{one}", one, room, who, True) for one in begins]
    some += [Swipe(f"o{one}", one + timedelta(minutes=40), room, who, False) for one in begins]
    hub.store.write(lambda connection: append(connection, some))
    officer = plant.run("people.add", name="孙丽", roles=["safety_officer"], employee_no="3001")
    plant.sync()
    page = shown(qtbot, plant, "access")
    press(page, "access-findings")
    until(lambda: page.findings.rows)
    row = next(one for one in page.findings.rows if one.kind == "alone")
    page.findings.table.choose(row.id)
    assert len(row.visits) == 3
    assert "3 次" in part(page, QLabel, "findingWhy").text()
    part(page, QLineEdit, "unmaskReason").setText("核实夜间独处")
    press(page, "unmaskAsk")
    until(lambda: page.findings.panel.asked)
    part(page, QLabel, "unmaskingAsked")
    (asked,) = plant.hub_records("unmasking")
    other = Actor(officer, frozenset({Role.SAFETY_OFFICER}))
    assert hub.do("unmaskings.agree", {"unmasking": asked.id}, other).refused is None
    plant.sync()
    until(lambda: page.findings.panel.asked.ends_at)
    press(page, "showName")
    until(lambda: page.findings.panel.name.text() == "马超 · 马超")
    page.findings.panel._forget_name()
    assert page.findings.panel.name.text() == ""
