"""Alerts and rules: what waits for an answer and why; a rule as a sentence, tried on the past; one that is built."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from desktop.tour.stage import Stage
from desktop.views.alarm_bar import AlarmBar
from desktop.views.alerts.drills import Drills
from desktop.views.alerts.undelivered import Undelivered
from desktop.views.rules.shelve_dialog import ShelveDialog
from desktop.widgets.choice import Choice
from services.core.pauses import Pause
from services.core.shape import utc_text

if TYPE_CHECKING:
    from services.core.alert_rules import AlertRule


def alerts(stage: Stage) -> None:
    """What waits, and one of them."""
    page = stage.go("alerts")
    stage.take("alerts")
    if page.table.model.rowCount():
        page.table.view.selectRow(0)
        stage.until(lambda: not stage.workbench.tasks.busy, "the hub did not say who was told")
        stage.take("alerts-why")
        _pauses(stage, page)
    _asked(stage, page)
    _drills(stage)
    _undelivered(stage)


def _asked(stage: Stage, page: Any) -> None:
    """One of the rules is critical, and somebody asks to shelve it: it waits for a second person."""
    rule = _rule(stage, "open")
    document = {**json.loads(rule.document), "then": [{"do": "alert", "level": "critical", "to": ["ehs_manager"]}]}
    stage.workbench.run("rules.change", rule=rule.id, document=json.dumps(document))
    until = utc_text(stage.workbench.now() + timedelta(hours=2))
    stage.workbench.run("shelvings.add", rule=rule.id, shelve_reason="maintenance", until_at=until, note="WO-17")
    stage.take("alerts-asked")
    for _ in range(2):
        stage.workbench.undo()


def _drills(stage: Stage) -> None:
    """The drills of alerts, before there was any, and with one that waits."""
    stage.press("showDrills")
    dialog = stage.part(Drills, "alertDrills")
    stage.take_alone(dialog, "alerts-drills-none")
    stage.press("beginDrill")
    stage.until(lambda: dialog.table.model.rowCount() > 0, "no drill began")
    dialog.table.view.selectRow(0)
    stage.until(lambda: not stage.workbench.tasks.busy, "the hub did not say what became of it")
    stage.take_alone(dialog, "alerts-drills")
    dialog.accept()


def _undelivered(stage: Stage) -> None:
    """What did not arrive; and the bar over everything while nothing goes out."""
    stage.press("showUndelivered")
    dialog = stage.part(Undelivered, "undelivered")
    stage.until(lambda: not stage.workbench.tasks.busy, "the hub did not say what is missing")
    stage.take_alone(dialog, "alerts-undelivered")
    dialog.accept()
    bar = stage.window.findChild(AlarmBar, "alarmBar")
    watching = bar.watching if bar else None
    assert watching is not None
    watching.trouble = "dispatch"
    watching.changed.emit()
    stage.take("alerts-dead")
    watching.trouble = ""
    watching.changed.emit()


def _pauses(stage: Stage, page: Any) -> None:
    """The demo plant's rules pause nothing; the alert is shown as if one of them had wanted to."""
    shown, now = page.panel.shown, stage.workbench.now()
    one = Pause(
        id="1", rule=shown.alert.rule, alert=shown.id, line="L1", mode="ask", step="asked", made_at=now, receipt_s=30
    )
    me = stage.workbench.me
    assert me is not None
    no = replace(one, id="2", step="unanswered", trouble="no_answer", requested_at=now, by=me.id)
    page.panel.show_alert(replace(shown, pauses=(one, no)))
    stage.take("alerts-pause")
    page.panel.show_alert(shown)


def rules(stage: Stage) -> None:
    """The rules, what a new one begins with, and one that is tried on the past."""
    page = stage.go("rules")
    stage.take("rules")
    stage.press("addRule")
    stage.take("rules-new")
    page.table.choose(_rule(stage, "open").id)
    stage.until(lambda: _tried(page.panel), "it was not tried")
    stage.take("rules-tried")
    _shelved(stage)


def _shelved(stage: Stage) -> None:
    """Its alerts are shelved: what is asked, and what is shown then."""
    stage.press("shelve")
    dialog = stage.part(ShelveDialog, "shelveDialog")
    stage.take_alone(dialog, "rules-shelve")
    stage.choose(stage.part(Choice, "shelveReason"), "maintenance")
    stage.press("shelveSend")
    stage.take("rules-shelved")
    stage.press("shelvingEnd1")


def rule_editor(stage: Stage) -> None:
    """A rule that is built: empty, with something missing, a block on its way, a slot open, as text; and tried."""
    page = stage.go("rules")
    stage.press("addRule")
    stage.press("begin-")
    stage.take("rule-empty")
    stage.press("leaveRule")
    stage.press("addRule")
    stage.press("begin-sustained-threshold")
    stage.part(QToolButton, "kind-shift").click()
    stage.take("rule-missing")
    _carried(stage)
    stage.part(QPushButton, "slot-when-0-0-sensor").click()
    stage.take("rule-slot", both=False)
    page.editor.picker.shut()
    stage.press("asText")
    stage.take("rule-text", both=False)
    stage.press("leaveRule")
    page.edit(_rule(stage, "open").id)
    stage.press("tryRule")
    stage.until(lambda: page.editor.machine.trial is not None, "it was not tried")
    stage.take("rule-tried")
    stage.press("leaveRule")


def _carried(stage: Stage) -> None:
    """A block over the place where it may stand."""
    block, area = stage.part(QToolButton, "kind-day"), stage.part(QWidget, "area-when-0")
    there = block.mapFromGlobal(area.mapToGlobal(QPoint(area.width() // 3, area.height() - 3)))
    stage.point(block, QPoint(20, 10), QPoint(60, 20), there, hold=True)
    stage.take("rule-dragged", both=False)
    stage.let_go(block, there)


def _rule(stage: Stage, kind: str) -> "AlertRule":
    found = stage.workbench.ask(lambda look: look.find("rule"))
    return next(one for one in found if getattr(one.rule.when, "kind", "") == kind)


def _tried(panel: QWidget) -> bool:
    """Whether the trial that is shown has ended; it begins anew when the hub's word about the rule comes."""
    said = [one.text() for one in panel.findChildren(QLabel, "trialSaid") if one.isVisible()]
    return bool(said) and "…" not in said[-1]
