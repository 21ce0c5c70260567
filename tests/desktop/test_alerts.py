"""The pages of alerts and rules on a real plant: a rule is tried on the past; an alert says why and is
answered."""

import json
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from desktop.views.alerts.page import AlertsPage
from desktop.views.rules.page import RulesPage
from services.core.moments import milliseconds
from services.core.operation import SYSTEM
from services.core.shape import utc_text
from services.rules.cause import written_cause
from services.rules.joined import Firing
from services.rules.said import Said
from tests.desktop.pages import part, shown
from tests.desktop.plants import TestPlant, open_workbench
from tests.makers import sha

SQUARE = [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]]
OPEN = {"kind": "open", "for_s": 86_400}
ALERT = {"do": "alert", "level": "high", "to": ["ehs_manager"]}


@pytest.fixture
def plant(qapp: Any, tmp_path: Any) -> Any:
    made = open_workbench(tmp_path)
    floor = made.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    made.run("zones.draw", floor=floor, name="冲压车间", zone_class="A", polygon=SQUARE)
    yield made
    made.close()


def press(page: Any, name: str) -> None:
    QTest.mouseClick(part(page, QPushButton, name), Qt.MouseButton.LeftButton)


def rules_page(qtbot: Any, plant: TestPlant) -> RulesPage:
    page = shown(qtbot, plant, "rules")
    assert isinstance(page, RulesPage)
    return page


def the_rule(plant: TestPlant) -> Any:
    return plant.workbench.ask(lambda look: look.find("rule"))[0]


def test_a_rule_says_what_it_would_have_said_of_the_past(qtbot, plant):
    (zone,) = plant.records("zone")
    plant.run("hazards.report", zone=zone.id, photos=[sha("photo")], category="guarding")
    document = {"format": 1, "name": "隐患未闭环", "when": {**OPEN, "for_s": 0}, "then": [ALERT]}
    plant.run("rules.add", document=json.dumps(document))
    page = rules_page(qtbot, plant)
    page.table.view.selectRow(0)
    told = QCoreApplication.translate("Trial", "It would have spoken %n times", "", 1)
    qtbot.waitUntil(lambda: told in part(page, QLabel, "trialSaid").text())


@pytest.fixture
def alert(plant: TestPlant) -> Any:
    """An alert as the hub raises it."""
    document = {"format": 1, "name": "隐患超时", "when": OPEN, "then": [ALERT]}
    plant.run("rules.add", document=json.dumps(document))
    rule, now = the_rule(plant), plant.workbench.now()
    said = Said(milliseconds(now), "YH-1", True, {"since": milliseconds(now - timedelta(days=1))})
    cause = written_cause(rule, Firing(milliseconds(now), "YH-1", "fired", (said,)))
    args = {"rule": rule.id, "key": "YH-1", "fired_at": utc_text(now), "cause": cause}
    plant.sync()
    assert plant.served.hub.do("alerts.raise", args, SYSTEM).ok
    plant.sync()
    return plant.records("alert")[0]


def test_an_alert_says_why_and_is_answered(qtbot, plant, alert, qtmodeltester):
    page = shown(qtbot, plant, "alerts")
    assert isinstance(page, AlertsPage)
    qtmodeltester.check(page.table.model)
    page.table.view.selectRow(0)
    assert "YH-1" in part(page, QLabel, "alertWhy").text()
    part(page, QLineEdit, "alertNote").setText("在查")
    press(page, "acknowledge")
    now = plant.workbench.ask(lambda look: look.get("alert", alert.id))
    assert (now.acknowledged_by, now.note) == (plant.workbench.me.id, "在查")
    row = page.table.model.record_at(0)
    assert row is not None
    assert row.alert.acknowledged_at == now.acknowledged_at
