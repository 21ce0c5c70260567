"""Drills of alerts: each one, who was told, and who said that it came, and when; the way to begin one."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.views.alerts.told_part import ToldPart
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import button, column, emptied, label, row
from desktop.widgets.table import Table
from services.core.refused import Refused
from services.store.queries.alert_drills import DrillRow, drill_rows

if TYPE_CHECKING:
    from desktop.workbench import Workbench

WIDE, HIGH = 760, 560


class Drills(QDialog):
    """The newest first; of the chosen one, what came of its messages."""

    def __init__(self, workbench: "Workbench", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alertDrills")
        self.setWindowTitle(self.tr("Drills of alerts"))
        self.resize(WIDE, HIGH)
        self.workbench = workbench
        self.table = Table("drillTable", columns(workbench))
        self.table.chosen.connect(self._on_chosen)
        self.said = label("", "error", "drillSaid", wrap=True)
        self.said.hide()
        nothing = self.tr("Once a week, or when you begin one, a message goes to somebody on duty the way of an alert.")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(EmptyState("alerts", self.tr("No drill yet"), nothing))
        self._told = column(gap=0)
        begin = button(self.tr("Begin a drill now"), "beginDrill", self._on_begin)
        begin.setEnabled(workbench.may("alert_drills.begin"))
        shut = button(self.tr("Close"), "closeDrills", self.accept)
        about = self.tr(
            "Day, time and who it goes to are set under Settings. "
            "Where nobody answers within 30 minutes, the EHS manager is told."
        )
        parts = (label(about, "caption", wrap=True), self.stack, self._told, self.said, row(begin, None, shut))
        self.setLayout(column(*parts, gap=12, margins=(20, 16, 20, 16)))
        workbench.changed.connect(self._on_changed)
        self._fill()

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if "alert_drill" in kinds:
            self._fill()

    def _fill(self) -> None:
        rows = self.workbench.ask(drill_rows)
        self.table.show_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)

    def _on_chosen(self, one: DrillRow | None) -> None:
        emptied(self._told)
        if one is not None:
            self._told.addWidget(ToldPart(self.workbench, one.id))

    def _on_begin(self) -> None:
        self.said.hide()
        self.workbench.send("alert_drills.begin", self._on_begun)

    def _on_begun(self, refused: Refused | None) -> None:
        self.said.setText(words.refusal(refused) if refused else "")
        self.said.setVisible(refused is not None)


def result(one: DrillRow) -> str:
    """What came of it, as a word."""
    translate = QCoreApplication.translate
    drill = one.drill
    if drill.acknowledged_at is not None:
        minutes = max(1, round((drill.acknowledged_at - drill.made_at).total_seconds() / 60))
        if drill.in_time:
            return translate("Drills", "acknowledged within %n min", "", minutes)
        return translate("Drills", "too late, after %n min", "", minutes)
    if drill.person is None:
        return translate("Drills", "nobody was on duty")
    return translate("Drills", "nobody has answered") if drill.closed_at else translate("Drills", "waits for an answer")


def status(one: DrillRow) -> str:
    """Its sign."""
    return "normal" if one.drill.in_time else "overdue" if one.drill.closed_at else "pending"


def _made(one: DrillRow) -> datetime:
    return one.drill.made_at


def columns(workbench: "Workbench") -> list[Column]:
    """Those of the table."""

    def when(one: DrillRow) -> str:
        return words.when(one.drill.made_at, workbench.now())

    def begun(one: DrillRow) -> str:
        weekly = QCoreApplication.translate("Drills", "weekly")
        return one.by.name if one.by else weekly

    return [
        Column("made_at", words.say("field.alert_drill.made_at"), when, 128, sort=_made, moment=_made),
        Column("person", words.say("field.alert_drill.person"), lambda one: one.person.name if one.person else "", 96),
        Column(
            "result", QCoreApplication.translate("Drills", "Result"), result, 200, sign=status, tip=result, grows=True
        ),
        Column("by", words.say("field.alert_drill.by"), begun, 96),
        Column("number", words.say("field.alert_drill.number"), lambda one: one.drill.number or "", 148, yields=True),
    ]
