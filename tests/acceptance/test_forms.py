"""Forms without code: the desk makes a checklist and changes it, a phone in a real browser asks by the newest version,
and what was checked by the older one is shown as it was that day."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.views.checklists.kind_palette import KindButton
from services.core.operation import Actor
from services.core.roles import Role
from services.hub import signing
from services.store.queries.checklists import check_record
from tests.acceptance.phones import Phone
from tests.desktop.pages import part, press, shown
from tests.desktop.plants import TestPlant

pytestmark = pytest.mark.acceptance
SQUARE = [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]]
OLD, NEW = "光幕有效", "光幕三处遮挡都停机"


def write(page: Any, name: str, text: str) -> None:
    field = part(page, QLineEdit, name)
    field.setText(text)
    field.textEdited.emit(text)


def boss_of(plant: TestPlant) -> Actor:
    """Who founded the plant."""
    (boss,) = [one for one in plant.records("person") if one.name == "王丽"]
    return Actor(boss.id, frozenset({Role.EHS_MANAGER, Role.IT_ADMIN}))


def founded(plant: TestPlant) -> tuple[str, str]:
    """A zone with its label, and a worker; the label's token and the worker's id."""
    floor = plant.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    zone = plant.run("zones.draw", floor=floor, name="冲压车间", zone_class="A", polygon=SQUARE)
    worker = plant.run("people.add", name="马超", employee_no="2077", roles=["worker"])
    plant.sync()
    for kind, args in (("plant.set_address", {"address": "https://anhuan.example"}), ("labels.issue", {"zone": zone})):
        assert plant.served.hub.do(kind, args, boss_of(plant)).refused is None
    (label,) = plant.hub_records("label", zone=zone)
    return str(label.token), worker


def planned(plant: TestPlant, checklist: str) -> None:
    """Two inspections of the zone by this checklist whose windows are open."""
    (zone,) = plant.records("zone")
    today = plant.served.hub.now().astimezone().date()
    daily = {"every": "FREQ=DAILY", "since": (today - timedelta(days=1)).isoformat(), "before_min": 1440}
    for name in ("早班点检", "晚班点检"):
        plant.run("inspections.plan", name=name, **daily, after_min=2880, zones=[zone.id], checklist=checklist)
    plant.sync()
    days = {"first": today.isoformat(), "last": today.isoformat()}
    assert plant.served.hub.do("inspections.make_tasks", days, boss_of(plant)).refused is None


def signed_in(phone: Phone, plant: TestPlant, worker: str, path: str) -> None:
    code = signing.make_code(plant.served.hub, boss_of(plant), worker)
    phone.open(f"{plant.served.url}/s?next={path}")
    phone.write("[name=login]", "马超")
    phone.write("[name=secret]", code)
    phone.page.click("[type=submit]")
    phone.page.wait_for_url("**" + path)


def checked_in(phone: Phone, answers: int) -> list[str]:
    """Takes what is due, says pass to everything, hands it in; what was asked."""
    phone.page.click(".door[data-group=tasks]")
    asked = phone.page.locator(".item .text").all_inner_texts()
    for radio in phone.page.locator(".item .tile:has(input[value=pass])").all():
        radio.click()
    if phone.page.locator(".figure input").count():
        phone.page.fill(".figure input", "0.5")
    assert len(asked) == answers
    phone.page.click("#send")
    phone.page.wait_for_selector("#receipt:not([hidden])")
    return [text.partition(". ")[2] for text in asked]


def test_the_desk_changes_a_form_the_phone_asks_by_it_and_the_old_record_keeps_its_own(
    plant: TestPlant, phone: Phone, qtbot: Any
) -> None:
    token, worker = founded(plant)
    page = shown(qtbot, plant, "checklists")
    press(page, "newChecklist")
    write(page, "checklistName", "冲床点检")
    QTest.mouseClick(part(page, KindButton, "kind-pass_fail"), Qt.MouseButton.LeftButton)
    write(page, "itemText", OLD)
    press(page, "saveChecklist")
    (checklist,) = plant.records("checklist")
    planned(plant, checklist.id)

    signed_in(phone, plant, worker, f"/c/{token}")
    assert checked_in(phone, 1) == [OLD]

    page.edit(checklist.id)
    write(page, "itemText", NEW)
    QTest.mouseClick(part(page, KindButton, "kind-number"), Qt.MouseButton.LeftButton)
    write(page, "itemText", "气压")
    write(page, "itemLow", "0.4")
    write(page, "itemHigh", "0.6")
    write(page, "itemUnit", "MPa")
    press(page, "saveChecklist")
    plant.sync()

    phone.open(f"{plant.served.url}/c/{token}")
    assert checked_in(phone, 2) == [NEW, "气压"]
    plant.sync()

    made = sorted((one for one in plant.records("inspection") if one.by == worker), key=lambda one: one.at)
    assert [len(one.results) for one in made] == [1, 2]
    old, new = (plant.workbench.ask(check_record, inspection=one.id) for one in made)
    assert (old.outdated, new.outdated) == (True, False)
    assert [answer.item.text for answer in old.answers] == [OLD]

    page._on_made(checklist.id)
    press(page, "show1")
    press(page, f"record-{made[0].id}")
    assert OLD in part(page, QLabel, "answerItem").text()
    assert "1" in part(page, QLabel, "answersForm").text()
    press(page, "backToChecklist")
    press(page, f"record-{made[1].id}")
    assert any(NEW in said.text() for said in page.panel.findChildren(QLabel, "answerItem"))
    assert any("0.5 MPa" in said.text() for said in page.panel.findChildren(QLabel, "answerSaid"))
