"""In the panels of a rule and of an alert: what is shelved, by whom, why and until when; the way to shelve and to end
it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLayout, QWidget

from desktop import words
from desktop.views.rules.shelve_dialog import ShelveDialog
from desktop.widgets.parts import box, button, column, label, row
from services.core.alert_rules import AlertRule
from services.core.shelving import may_shelve
from services.store.queries.shelvings import ShelvingRow, shelvings_of

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench


class ShelvingPart(QWidget):
    """Of a rule, or of what it says of one thing (`key`)."""

    def __init__(self, workbench: "Workbench", toast: "Toast", rule: AlertRule, key: str = "") -> None:
        super().__init__()
        self._workbench, self._toast, self._rule, self._key = workbench, toast, rule, key
        self.rows = workbench.ask(shelvings_of, rule=rule.id, now=workbench.now(), key=key)
        cards = [self._card(number, one) for number, one in enumerate(self.rows, start=1)]
        self._ask = button(self.tr("Shelve…"), "shelve", self._on_ask)
        alerts = any(one.do == "alert" for one in rule.rule.then)
        me = workbench.me
        mine = me is not None and may_shelve(rule, frozenset(me.roles))
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
        return "" if mine else self.tr("It is shelved by the safety office; a critical one by the EHS manager.")

    def _card(self, number: int, one: ShelvingRow) -> QWidget:
        shelving, now = one.shelving, self._workbench.now()
        about = self.tr("{key} is shelved").format(key=shelving.key) if shelving.key else self.tr("The rule is shelved")
        until = self.tr("until {until}").format(until=words.when(shelving.until_at, now))
        why = words.say(f"value.shelve_reason.{shelving.shelve_reason}")
        said = [one.by.name if one.by else "", why, shelving.note]
        end = button(self.tr("Tell again now"), f"shelvingEnd{number}", self._on_end)
        end.setProperty("shelving", shelving.id)
        end.setEnabled(self._workbench.may("shelvings.end"))
        return box(column(label(f"{about} {until}", "head", f"shelving{number}", wrap=True),
                          label(" · ".join(filter(None, said)), "muted", f"shelvingWhy{number}", wrap=True),
                          row(end, None), gap=6, margins=(12, 10, 12, 10)), "card-yellow")  # fmt: skip

    def _on_ask(self) -> None:
        about = f"{self._rule.name} · {self._key}" if self._key else self._rule.name
        dialog = ShelveDialog(self._workbench, about, self)
        dialog.given.connect(self._on_given)
        dialog.open()

    def _on_given(self, given: dict[str, Any]) -> None:
        key = {"key": self._key} if self._key else {}
        if self._workbench.run("shelvings.add", rule=self._rule.id, **key, **given).ok:
            self._toast.good(self.tr("Shelved: nobody is told until then."), self.tr("Undo"), self._workbench.undo)

    def _on_end(self) -> None:
        if self._workbench.run("shelvings.end", shelving=self.sender().property("shelving")).ok:
            self._toast.good(self.tr("People are told again; what stands is told now."))
