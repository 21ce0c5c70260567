"""Asks why and until when nobody is to be told what a rule says."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLayout, QLineEdit, QWidget

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.moment import moment_field, moment_of, shown_moment
from desktop.widgets.parts import button, column, label, row
from services.core.shape import utc_text
from services.core.shelving import ShelveReason
from services.store.queries.shelvings import ends_of

if TYPE_CHECKING:
    from desktop.workbench import Workbench

WIDE = 440
MOST_NOTE = 200
OWN = "date"


class ShelveDialog(QDialog):
    """`given` carries the arguments of shelvings.add but the rule and the thing. Open it with `open()`; it ends
    itself."""

    given = Signal(object)

    def __init__(self, workbench: "Workbench", about: str, above: QWidget) -> None:
        super().__init__(above)
        self.setObjectName("shelveDialog")
        self.setWindowTitle(self.tr("Shelve"))
        self.setFixedWidth(WIDE)
        self._reason = Choice("shelveReason", words.say("field.shelving.shelve_reason"))
        reasons = [(words.say(f"value.shelve_reason.{one}"), one) for one in get_args(ShelveReason)]
        self._reason.offer([(self.tr("Choose a reason"), ""), *reasons], "")
        self._reason.activated.connect(self._on_changed)
        self._note = QLineEdit()
        self._note.setObjectName("shelveNote")
        self._note.setMaxLength(MOST_NOTE)
        self._note.setAccessibleName(words.say("field.shelving.note"))
        self._ends = workbench.ask(ends_of, now=workbench.now())
        self._end = Choice("shelveEnd", words.say("field.shelving.until_at"))
        self._end.offer(self._offered(workbench.now()), "hour")
        self._end.activated.connect(self._on_changed)
        self._own = moment_field("shelveOwn", words.say("field.shelving.until_at"))
        self._own.setDateTime(shown_moment(workbench.now() + timedelta(days=2)))
        self._send = button(self.tr("Shelve"), "shelveSend", self._on_send, "primary")
        self._lay(about)
        self._on_changed()

    def _lay(self, about: str) -> None:
        told = self.tr(
            "Until then nobody is told and nothing is done. All is kept; what still stands at the end is told then."
        )
        foot = row(None, button(self.tr("Cancel"), "shelveCancel", self.reject), self._send)
        parts: list[QWidget | QLayout] = [label(about, "section", wrap=True), label(told, "muted", wrap=True)]
        for name, field in (("shelve_reason", self._reason), ("note", self._note), ("until_at", self._end)):
            parts.append(column(label(words.say(f"field.shelving.{name}"), "caption"), field, gap=2))
        self.setLayout(column(*parts, self._own, foot, gap=10, margins=(24, 20, 24, 20)))
        self.finished.connect(self.deleteLater)

    def _offered(self, now: datetime) -> list[tuple[str, str]]:
        named = {
            "hour": self.tr("for one hour"),
            "shift": self.tr("for this shift"),
            "tomorrow": self.tr("until tomorrow"),
        }
        told = [(f"{named[one]} ({words.when(at, now)})", one) for one, at in self._ends.items()]
        return [*told, (self.tr("until a date"), OWN)]

    def _on_changed(self) -> None:
        self._own.setVisible(self._end.currentData() == OWN)
        self._send.setEnabled(bool(self._reason.currentData()))

    def _on_send(self) -> None:
        end = str(self._end.currentData())
        until = moment_of(self._own.dateTime()) if end == OWN else self._ends[end]
        given = {"shelve_reason": self._reason.currentData(), "until_at": utc_text(until)}
        note = self._note.text().strip()
        self.accept()
        self.given.emit({**given, "note": note} if note else given)
