"""The pages of alerts and rules on a real plant: a rule is tried on the past; an alert says why and is
answered."""

import json
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from desktop import words
from desktop.views.alerts.page import AlertsPage
from desktop.views.rules.page import RulesPage
from desktop.widgets.parts import emptied
from services.core.moments import milliseconds
from services.core.operation import SYSTEM, Actor
from services.core.roles import Role
from services.core.shape import utc_text
from services.rules.cause import written_cause
from services.rules.joined import Firing
from services.rules.said import Said
from tests.desktop.pages import part, press, shown, toast_text
from tests.desktop.plants import TestPlant, open_workbench
from tests.desktop.speaking import speaking
from tests.makers import sha

SQUARE = [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]]
OPEN = {"kind": "open", "for_s": 86_400}
PATIENCE_MS = 30_000
ALERT = {"do": "alert", "level": "high", "to": ["ehs_manager"]}


@pytest.fixture
def plant(qapp: Any, tmp_path: Any) -> Any:
    made = open_workbench(tmp_path)
    floor = made.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    made.run("zones.draw", floor=floor, name="冲压车间", zone_class="A", polygon=SQUARE)
    yield made
    made.close()


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
    assert [chip.text() for chip in page.chips.values()] == ["now 1", "acknowledged 1", "shelved 0", "all 1"]
    for name, many in (("shelved", 0), ("answered", 1), ("all", 1)):
        press(page, f"alerts-{name}")
        assert (page.table.model.rowCount(), page.stack.currentIndex()) == (many, 0 if many else 1)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_alert_says_what_its_rule_could_not_do(qapp: Any, qtbot: Any, plant: TestPlant, lang: str) -> None:
    with speaking(qapp, lang):
        then = [ALERT, {"do": "hazard"}, {"do": "note", "zone": "旧车间"}]
        document = {"format": 1, "name": "停机", "when": OPEN, "then": then}
        made = plant.run("rules.add", document=json.dumps(document))
        plant.sync()
        args = {"rule": made, "key": "L1", "fired_at": utc_text(plant.workbench.now()), "cause": "{}"}
        assert plant.served.hub.do("alerts.raise", args, SYSTEM).ok
        plant.sync()
        page = shown(qtbot, plant, "alerts")
        page.table.view.selectRow(0)
        told = [one.text() for one in page.panel.findChildren(QLabel, "alertUndone")]
        assert len(told) == 2
        assert words.say("block.hazard") in told[0]
        assert "旧车间" in told[1]


@pytest.fixture
def online(qapp: Any, tmp_path: Any) -> Any:
    """A console that follows its hub by itself."""
    made = open_workbench(tmp_path, syncing=True)
    yield made
    made.close()


def paused(qtbot: Any, plant: TestPlant, mode: str) -> str:
    """A rule has fired and asks for a pause; its id, when the console has heard of it."""
    then = [ALERT, {"do": "pause", "line": "L1", "mode": mode, "after_s": 600}]
    document = {"format": 1, "name": "过热", "when": OPEN, "then": then}
    made = plant.run("rules.add", document=json.dumps(document), active=True)
    qtbot.waitUntil(lambda: bool(plant.hub_records("rule")), timeout=PATIENCE_MS)
    hub = plant.served.hub
    args = {"rule": made, "key": "YH-1", "fired_at": utc_text(hub.now()), "cause": "{}"}
    assert hub.do("alerts.raise", args, SYSTEM).ok
    qtbot.waitUntil(lambda: bool(plant.records("pause")), timeout=PATIENCE_MS)
    return str(plant.records("pause")[0].id)


@pytest.mark.parametrize(("press_it", "step"), [("agreePause", "requested"), ("declinePause", "declined")])
def test_a_person_says_whether_a_line_is_paused(qtbot: Any, online: TestPlant, press_it: str, step: str) -> None:
    paused(qtbot, online, "ask")
    page = shown(qtbot, online, "alerts")
    page.table.choose(online.records("alert")[0].id)
    assert "L1" in all_texts(page)
    press(page, press_it)
    qtbot.waitUntil(lambda: bool(online.hub_records("pause")[0].step == step), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: page.panel.findChild(QPushButton, press_it) is None, timeout=PATIENCE_MS)


def test_what_became_of_a_word_for_a_pause_is_told_when_its_card_has_gone(qtbot: Any, online: TestPlant) -> None:
    paused(qtbot, online, "ask")
    page = shown(qtbot, online, "alerts")
    page.table.choose(online.records("alert")[0].id)
    press(page, "agreePause")
    emptied(page.panel.body)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qtbot.waitUntil(lambda: bool(toast_text(page)), timeout=PATIENCE_MS)
    assert online.hub_records("pause")[0].step == "requested"


def test_a_pause_shows_its_receipt_and_nothing_else_is_called_paused(qtbot: Any, online: TestPlant) -> None:
    id_ = paused(qtbot, online, "automatic")
    page = shown(qtbot, online, "alerts")
    page.table.choose(online.records("alert")[0].id)
    said, hub = words.say("value.step.confirmed"), online.served.hub
    manager = Actor(online.records("person")[0].id, frozenset({Role.EHS_MANAGER}))
    assert hub.do("pauses.agree", {"pause": id_}, manager).ok
    hub.note("pauses.request", {"pause": id_})
    qtbot.waitUntil(lambda: words.say("value.step.requested") in all_texts(page), timeout=PATIENCE_MS)
    assert said not in all_texts(page)
    hub.note("pauses.answer", {"pause": id_, "paused": True, "receipt": "R-17"})
    qtbot.waitUntil(lambda: said in all_texts(page) and "R-17" in all_texts(page), timeout=PATIENCE_MS)


def all_texts(page: Any) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel))
