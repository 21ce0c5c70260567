"""Alerts: those that wait for an answer first; a panel that says why, whom it went to, and lets a person answer."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QStackedWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.views.alerts.asked import Asked
from desktop.views.alerts.drills import Drills
from desktop.views.alerts.finding import ALERTS
from desktop.views.alerts.panel import AlertPanel
from desktop.views.alerts.standing import stands, status
from desktop.views.alerts.undelivered import Undelivered
from desktop.views.page import Page
from desktop.views.palette.finder import Finder
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, button, column, label, row
from desktop.widgets.table import Table
from desktop.workbench import Workbench
from services.store.queries.alerts import AlertRow, alert_rows


class AlertsPage(Page):
    """What the rules have said."""

    key, icon, kinds = (
        "alerts",
        "alerts",
        frozenset({"alert", "rule", "zone", "person", "pause", "shelving", "alert_drill"}),
    )

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Alerts")

    @classmethod
    def finders(cls) -> tuple[Finder, ...]:
        return (ALERTS,)

    def show_record(self, kind: str, id_: str) -> None:
        self.settled.setChecked(True)
        self.table.choose(id_)

    def build(self) -> None:
        self.count = label("", "muted", "alertCount")
        self.settled = QCheckBox(self.tr("Also those that are settled"))
        self.settled.setObjectName("showSettled")
        self.settled.toggled.connect(self.refresh)
        self.table = Table("alertTable", _columns(self.workbench))
        self.table.filter.show()
        self.table.chosen.connect(self._on_chosen)
        self.missed = button(self.tr("Not delivered…"), "showUndelivered", self._on_missed)
        self.drills = button(self.tr("Drills…"), "showDrills", self._on_drills)
        self.tell_copies(self.table)
        self.asked = Asked(self.workbench, self.toast)
        self.panel = AlertPanel(self.workbench, self.toast)
        self.panel.closed.connect(self._on_closed)
        self.stack = QStackedWidget()
        self.stack.addWidget(box(column(self.table, margins=(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING))))
        nothing = self.tr("When a rule finds something, it stands here until a person has answered.")
        self.stack.addWidget(EmptyState("alerts", self.tr("No alerts now"), nothing))
        head = self.head(self.count, None, self.drills, self.missed, self.settled)
        self.setLayout(row(column(head, self.asked, self.stack, gap=0), self.panel, gap=0))
        self.first = self.table.view

    def only_said(self) -> str:
        return self.settled.text() if self.settled.isChecked() else self.tr("without those that are settled")

    def refresh(self) -> None:
        everything = self.workbench.ask(alert_rows)
        rows = [one for one in everything if self.settled.isChecked() or one.alert.waits or one.alert.stands]
        waiting = sum(one.alert.waits for one in everything)
        self.count.setText(self.tr("%n wait for an answer", "", waiting))
        self.table.show_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        self.asked.refresh()
        self.panel.follow(everything)

    def _on_missed(self) -> None:
        Undelivered(self.workbench, self.window()).open()

    def _on_drills(self) -> None:
        Drills(self.workbench, self.window()).open()

    def _on_chosen(self, one: AlertRow | None) -> None:
        if one is not None:
            self.panel.show_alert(one)

    def _on_closed(self) -> None:
        self.table.view.clearSelection()
        self.table.view.setFocus()


def _fired(one: AlertRow) -> datetime:
    return one.alert.fired_at


def _columns(workbench: Workbench) -> list[Column]:
    def since(one: AlertRow) -> str:
        return words.when(one.alert.fired_at, workbench.now())

    def place(one: AlertRow) -> str:
        return one.zone.name if one.zone else ""

    return [
        Column("state", QCoreApplication.translate("AlertsPage", "State"), stands, 176, sign=status, tip=stands),
        Column("rule", words.say("field.alert.rule"), lambda one: one.rule.name if one.rule else "", 168, grows=True),
        Column("key", words.say("field.alert.key"), lambda one: one.alert.key, 168),
        Column("zone", words.say("field.alert.zone"), place, 128, badge=lambda one: one.zone and one.zone.zone_class),
        Column("level", words.say("field.alert.level"), lambda one: words.say(f"value.level.{one.alert.level}"), 72),
        Column("since", words.say("field.alert.fired_at"), since, 128, sort=_fired, moment=_fired),
        Column("number", words.say("field.alert.number"), lambda one: one.alert.number or "", 148, yields=True),
    ]
