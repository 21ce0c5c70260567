"""A rule, or what it says of one thing, is shelved from its panel and from an alert's; who, why and until when is
shown; it is taken back."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from desktop import words
from desktop.views.rules.shelve_dialog import ShelveDialog
from desktop.widgets.choice import Choice
from services.core.operation import SYSTEM
from services.core.shape import utc_text
from tests.desktop.pages import part, press, shown
from tests.desktop.plants import TestPlant, open_workbench
from tests.desktop.speaking import speaking

RULE = {
    "format": 1,
    "name": "隐患超时",
    "when": {"kind": "open", "for_s": 86_400},
    "then": [{"do": "alert", "level": "high", "to": ["ehs_manager"]}],
}


@pytest.fixture(params=["zh", "en"])
def plant(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[TestPlant]:
    with speaking(qapp, request.param):
        made = open_workbench(tmp_path)
        made.run("shifts.add", name="全天班", starts="00:00", ends="00:00")
        made.run("rules.add", document=json.dumps(RULE), active=True)
        made.sync()
        yield made
        made.close()


def choose(dialog: ShelveDialog, name: str, code: str) -> None:
    """By the keys, as a person does."""
    choice = part(dialog, Choice, name)
    choice.setFocus()
    for _ in range(choice.count()):
        if choice.currentData() == code:
            break
        QTest.keyClick(choice, Qt.Key.Key_Down)
    choice.activated.emit(choice.currentIndex())
    assert choice.currentData() == code


def opened(page: QWidget) -> ShelveDialog:
    press(page, "shelve")
    (dialog,) = page.findChildren(ShelveDialog)
    return dialog


def test_a_rule_is_shelved_for_this_shift_and_it_is_taken_back(qtbot: Any, plant: TestPlant) -> None:
    page: Any = shown(qtbot, plant, "rules")
    page.table.view.selectRow(0)
    dialog = opened(page)
    assert not part(dialog, QPushButton, "shelveSend").isEnabled(), "not without a reason"
    choose(dialog, "shelveReason", "faulty_sensor")
    choose(dialog, "shelveEnd", "shift")
    QTest.keyClicks(part(dialog, QLineEdit, "shelveNote"), "WO-17")
    press(dialog, "shelveSend")
    (made,) = plant.records("shelving")
    me, now = plant.workbench.me, plant.workbench.now()
    assert me is not None
    assert (made.key, made.by, made.shelve_reason, made.note) == ("", me.id, "faulty_sensor", "WO-17")
    assert words.local(made.until_at).strftime("%H:%M") == "00:00"
    assert now < made.until_at <= now + timedelta(days=1)
    until = words.when(made.until_at, now)
    assert until in part(page, QLabel, "shelving1").text()
    why = part(page, QLabel, "shelvingWhy1").text()
    assert why == f"{me.name} · {words.say('value.shelve_reason.faulty_sensor')} · WO-17"
    row = page.table.model.record_at(0)
    assert [one.shelving for one in row.shelvings] == [made]
    plant.workbench.undo()
    QApplication.processEvents()
    assert not [one for one in plant.records("shelving") if one.holds(plant.workbench.now())]
    assert page.table.model.record_at(0).shelvings == ()
    assert not [one for one in page.panel.findChildren(QLabel, "shelving1") if one.isVisibleTo(page.panel)]


def test_what_an_alert_is_about_is_shelved_from_its_panel_and_ended(qtbot: Any, plant: TestPlant) -> None:
    (rule,) = plant.records("rule")
    args = {"rule": rule.id, "key": "YH-1", "fired_at": utc_text(plant.workbench.now()), "cause": "{}"}
    assert plant.served.hub.do("alerts.raise", args, SYSTEM).ok
    plant.sync()
    page: Any = shown(qtbot, plant, "alerts")
    page.table.view.selectRow(0)
    dialog = opened(page)
    choose(dialog, "shelveReason", "maintenance")
    press(dialog, "shelveSend")
    (made,) = plant.records("shelving")
    assert (made.rule, made.key) == (rule.id, "YH-1")
    assert "YH-1" in part(page, QLabel, "shelving1").text()
    plant.sync()
    again = {**args, "fired_at": utc_text(plant.workbench.now() + timedelta(seconds=1))}
    assert plant.served.hub.do("alerts.raise", again, SYSTEM).ok
    plant.sync()
    page.refresh()
    (quiet,) = [one for one in plant.records("alert") if one.quiet]
    assert (quiet.told, quiet.waits) == ((), False)
    press(page, "shelvingEnd1")
    assert plant.records("shelving")[0].ended_at is not None
    assert part(page, QPushButton, "shelve").isEnabled()


def test_until_a_date(qtbot: Any, plant: TestPlant) -> None:
    page: Any = shown(qtbot, plant, "rules")
    page.table.view.selectRow(0)
    dialog = opened(page)
    assert not any(one.isVisible() for one in dialog.findChildren(QWidget, "shelveOwn"))
    choose(dialog, "shelveReason", "elsewise")
    choose(dialog, "shelveEnd", "date")
    assert part(dialog, QWidget, "shelveOwn").isEnabled()
    press(dialog, "shelveSend")
    (made,) = plant.records("shelving")
    assert timedelta(days=1) < made.until_at - plant.workbench.now() <= timedelta(days=2)


def test_what_is_critical_waits_for_a_second_person_on_the_alerts_page(qtbot: Any, plant: TestPlant) -> None:
    then = [{"do": "alert", "level": "critical", "to": ["ehs_manager"]}]
    rule = plant.run("rules.add", document=json.dumps({**RULE, "name": "紧急", "then": then}), active=True)
    other = plant.run("people.add", name="孙丽", roles=["safety_officer"])
    plant.sync()
    until = utc_text(plant.workbench.now() + timedelta(hours=1))
    args = {"rule": rule, "shelve_reason": "maintenance", "until_at": until}
    officer = plant.served.hub._local_actor(other)
    assert officer is not None
    assert plant.served.hub.do("shelvings.add", args, officer).ok
    plant.sync()
    page: Any = shown(qtbot, plant, "alerts")
    assert part(page, QWidget, "shelvingsAsked").isVisibleTo(page)
    said = part(page, QLabel, "shelving1").text()
    assert said.startswith("紧急")
    press(page, "shelvingAgree1")
    QApplication.processEvents()
    (made,) = plant.records("shelving")
    me = plant.workbench.me
    assert me is not None
    assert made.agreed_by == me.id
    assert not page.asked.isVisibleTo(page)
    plant.workbench.undo()
    assert plant.records("shelving")[0].agreed_by is None
    assert page.asked.isVisibleTo(page)


def test_who_asked_cannot_agree_and_can_take_it_back(qtbot: Any, plant: TestPlant) -> None:
    then = [{"do": "alert", "level": "critical", "to": ["ehs_manager"]}]
    plant.run("rules.change", rule=plant.records("rule")[0].id, document=json.dumps({**RULE, "then": then}))
    page: Any = shown(qtbot, plant, "rules")
    page.table.view.selectRow(0)
    dialog = opened(page)
    choose(dialog, "shelveReason", "maintenance")
    press(dialog, "shelveSend")
    QApplication.processEvents()
    assert page.panel.findChildren(QPushButton, "shelvingAgree1") == []
    assert part(page, QLabel, "shelvingSecond1").isVisibleTo(page)
    press(page, "shelvingEnd1")
    assert plant.records("shelving")[0].ended_at is not None
