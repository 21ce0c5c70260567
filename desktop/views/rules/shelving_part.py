"""In the panels of a rule and of an alert: what is shelved, by whom, why and until when; the way to shelve and to end
it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLayout, QWidget

from desktop.views.rules.shelve_dialog import ShelveDialog
from desktop.views.rules.shelving_card import ShelvingCard
from desktop.widgets.parts import button, column, label, row
from services.core.alert_rules import AlertRule
from services.core.roles import OFFICE
from services.core.shelving import is_critical
from services.store.queries.shelvings import shelvings_of

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench


class ShelvingPart(QWidget):
    """Of a rule, or of what it says of one thing (`key`)."""

    def __init__(self, workbench: "Workbench", toast: "Toast", rule: AlertRule, key: str = "") -> None:
        super().__init__()
        self._workbench, self._toast, self._rule, self._key = workbench, toast, rule, key
        self.rows = workbench.ask(shelvings_of, rule=rule.id, now=workbench.now(), key=key)
        cards = [ShelvingCard(workbench, toast, one, number) for number, one in enumerate(self.rows, start=1)]
        self._ask = button(self.tr("Shelve…"), "shelve", self._on_ask)
        alerts = any(one.do == "alert" for one in rule.rule.then)
        me = workbench.me
        mine = me is not None and not OFFICE.isdisjoint(me.roles)
        self._ask.setEnabled(mine and alerts and rule.works)
        why = label(self._why_not(alerts=alerts, mine=mine), "caption", "shelveWhyNot", wrap=True)
        if not why.text():
            why.hide()
        there = any(one.shelving.key == key for one in self.rows)
        parts: list[QWidget | QLayout] = [] if there else [row(self._ask, None), why]
        self.setLayout(column(*cards, *parts, gap=8))

    def _why_not(self, *, alerts: bool, mine: bool) -> str:
        if not alerts:
            return self.tr("It sends no alert: there is nothing to shelve.")
        if not mine:
            return self.tr("It is shelved by the safety office.")
        return self.tr("It is critical: a second person has to agree.") if is_critical(self._rule) else ""

    def _on_ask(self) -> None:
        about = f"{self._rule.name} · {self._key}" if self._key else self._rule.name
        dialog = ShelveDialog(self._workbench, about, self)
        dialog.given.connect(self._on_given)
        dialog.open()

    def _on_given(self, given: dict[str, Any]) -> None:
        key = {"key": self._key} if self._key else {}
        if self._workbench.run("shelvings.add", rule=self._rule.id, **key, **given).ok:
            self._toast.good(self._done(), self.tr("Undo"), self._workbench.undo)

    def _done(self) -> str:
        if is_critical(self._rule):
            return self.tr("Asked for. Until a second person agrees, people are told as always.")
        return self.tr("Shelved: nobody is told until then.")
