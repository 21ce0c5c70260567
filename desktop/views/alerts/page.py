"""Alerts: those that wait for an answer first; a panel that says why, whom it went to, and lets a person answer."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QStackedWidget

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
from services.core.alerts import Alert
from services.store.queries.alerts import AlertRow, alert_rows

NOW, ANSWERED, SHELVED, ALL = "now", "answered", "shelved", "all"
SHOWN: dict[str, Callable[[Alert], bool]] = {
    NOW: lambda one: one.waits or one.stands,
    ANSWERED: lambda one: one.acknowledged_at is not None,
    SHELVED: lambda one: one.shelved is not None,
    ALL: lambda _: True,
}


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
        self._show(ALL)
        self.table.choose(id_)

    def build(self) -> None:
        self.count = label("", "muted", "alertCount")
        self.only = NOW
        self.chips = {name: self._chip(name) for name in SHOWN}
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
        head = self.head(self.count, *self.chips.values(), None, self.drills, self.missed)
        self.setLayout(row(column(head, self.asked, self.stack, gap=0), self.panel, gap=0))
        self.first = self.table.view

    def only_said(self) -> str:
        return self.chips[self.only].text()

    def _chip(self, name: str) -> QPushButton:
        chip = button("", f"alerts-{name}", self._on_chip, "chip")
        chip.setCheckable(True)
        chip.setProperty("only", name)
        return chip

    def _on_chip(self) -> None:
        self._show(str(self.sender().property("only")))

    def _show(self, only: str) -> None:
        self.only = only
        self.refresh()

    def _show_counts(self, rows: Sequence[AlertRow]) -> None:
        texts = {
            NOW: self.tr("now {n}"),
            ANSWERED: self.tr("acknowledged {n}"),
            SHELVED: self.tr("shelved {n}"),
            ALL: self.tr("all {n}"),
        }
        for name, chip in self.chips.items():
            chip.setText(texts[name].format(n=sum(SHOWN[name](one.alert) for one in rows)))
            chip.setChecked(name == self.only)

    def refresh(self) -> None:
        everything = self.workbench.ask(alert_rows)
        rows = [one for one in everything if SHOWN[self.only](one.alert)]
        self._show_counts(everything)
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
