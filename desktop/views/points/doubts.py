"""Checks: what looks odd in how points were earned, for a person to decide, and what was drawn to be looked at once
more."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.views.points.doubt_panel import DoubtPanel
from desktop.views.points.doubt_rules_panel import DoubtRulesPanel
from desktop.views.points.recheck_panel import RecheckPanel
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import button, column, joined, label, row
from desktop.widgets.table import Table
from services.core.doubt_rules import doubt_rules_of
from services.store.queries.points_doubts import DoubtRow, RecheckRow, doubt_rows, recheck_rows

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

PARTS = ("doubts", "rechecks")
SIGNS = {"open": "pending", "fine": "normal", "upheld": "overdue"}
RESULTS = {"due": "pending", "confirmed": "normal", "not_confirmed": "overdue", "dropped": "unknown"}


class DoubtsView(QWidget):
    """`panels` are those of a chosen doubt, a chosen re-check, and the figures."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench = workbench
        self.panel = DoubtPanel(workbench, toast)
        self.recheck_panel = RecheckPanel(workbench, toast)
        self.rules_panel = DoubtRulesPanel(workbench, toast)
        self.panels = (self.panel, self.recheck_panel, self.rules_panel)
        titles = {"doubts": self.tr("Doubts"), "rechecks": self.tr("Random re-checks")}
        self._segments = {
            name: button(titles[name], f"check-{name}", partial(self.show_part, name), "segment") for name in PARTS
        }
        for segment in self._segments.values():
            segment.setCheckable(True)
        self.told = label("", "caption", "doubtsTold")
        self.doubts, self.rechecks = (
            Table("doubtTable", _doubts(workbench)),
            Table("recheckTable", _rechecks(workbench)),
        )
        self.doubts.chosen.connect(self._on_doubt)
        self.rechecks.chosen.connect(self._on_recheck)
        self.panel.closed.connect(self.doubts.view.clearSelection)
        self.recheck_panel.closed.connect(self.rechecks.view.clearSelection)
        odd = self.tr(
            "Photos used before, one hazard reported as several, rings, check-ins from the past: what looks odd comes "
            "here by itself, with what it rests on. Nobody loses a point before a person has decided."
        )
        again = self.tr("Of what earns points a share is drawn at random, and somebody who had no part looks again.")
        self.stack = QStackedWidget()
        for part in (
            self.doubts,
            EmptyState("points", self.tr("Nothing looks odd"), odd),
            self.rechecks,
            EmptyState("points", self.tr("Nothing was drawn yet"), again),
        ):
            self.stack.addWidget(part)
        rules = button(self.tr("Rules…"), "doubtRules", self._on_rules)
        tools = row(joined(*self._segments.values()), self.told, None, rules, gap=12)
        self.setLayout(column(tools, self.stack, gap=10, margins=(PAGE_PADDING, 4, PAGE_PADDING, PAGE_PADDING)))
        self.part = "doubts"

    def show_part(self, name: str) -> None:
        """Doubts, or re-checks."""
        self.part = name
        for panel in self.panels:
            panel.hide()
        self.refresh()

    def refresh(self) -> None:
        """As it is now."""
        for name, segment in self._segments.items():
            segment.setChecked(name == self.part)
        rules = self.workbench.ask(doubt_rules_of)
        percent = f"{rules.recheck_percent:g}"
        self.told.setText(
            self.tr("Looked at: the last %n days", "", rules.days)
            if self.part == "doubts"
            else self.tr("{percent} % are drawn, nobody can foresee which").format(percent=percent)
        )
        doubts, again = self.workbench.ask(doubt_rows), self.workbench.ask(recheck_rows)
        self.doubts.show_rows(doubts)
        self.rechecks.show_rows(again)
        place = 0 if self.part == "doubts" else 2
        self.stack.setCurrentIndex(place + (not (doubts, again)[place // 2]))
        self.panel.follow(doubts)
        self.recheck_panel.follow(again)

    def _on_doubt(self, one: DoubtRow | None) -> None:
        if one is not None:
            self.rules_panel.hide()
            self.panel.show_one(one)

    def _on_recheck(self, one: RecheckRow | None) -> None:
        if one is not None:
            self.rules_panel.hide()
            self.recheck_panel.show_one(one)

    def _on_rules(self) -> None:
        for panel in self.panels:
            panel.hide()
        self.rules_panel.show_rules(self.workbench.ask(doubt_rules_of))


def _doubts(workbench: "Workbench") -> list[Column]:
    translate = QCoreApplication.translate
    return [
        Column("standing", words.say("field.points_doubt.standing"),
               lambda one: words.say(f"value.standing.{one.doubt.standing}"), 168,
               sign=lambda one: SIGNS[one.doubt.standing]),
        Column("why", words.say("field.points_doubt.why"), lambda one: words.say(f"value.why.{one.doubt.why}"), 150),
        Column("people", words.say("field.points_doubt.people"), lambda one: words.listed(one.names), 130),
        Column("about", words.say("field.points_doubt.about"), lambda one: one.called[0] if one.called else "", 200,
               grows=True),
        Column("points", translate("DoubtsView", "Points at stake"), lambda one: f"{one.points:,}", 104, right=True,
               sort=lambda one: one.points, amount=lambda one: float(one.points)),
        Column("raised_at", words.say("field.points_doubt.raised_at"),
               lambda one: words.when(one.doubt.raised_at, workbench.now()), 132,
               sort=lambda one: one.doubt.raised_at, moment=lambda one: one.doubt.raised_at),
    ]  # fmt: skip


def _rechecks(workbench: "Workbench") -> list[Column]:
    def sign(one: RecheckRow) -> str:
        return "overdue" if one.overdue(workbench.now()) else RESULTS[one.recheck.result]

    return [
        Column("result", words.say("field.recheck.result"),
               lambda one: words.say(f"value.result.{one.recheck.result}"), 130, sign=sign),
        Column("source", words.say("field.recheck.source"), lambda one: one.called, 220, grows=True),
        Column("zone", words.say("field.recheck.zone"), lambda one: one.zone, 130, badge=lambda one: one.zone_class),
        Column("assigned", words.say("field.recheck.assigned"), lambda one: one.assigned, 104),
        Column("due_at", words.say("field.recheck.due_at"),
               lambda one: words.when(one.recheck.due_at, workbench.now()), 132,
               sort=lambda one: one.recheck.due_at, moment=lambda one: one.recheck.due_at),
        Column("note", words.say("field.recheck.note"), lambda one: one.recheck.note, 160, yields=True),
    ]  # fmt: skip
