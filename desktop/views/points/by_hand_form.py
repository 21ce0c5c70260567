"""The form by which points are proposed by hand for somebody."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop import words
from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, label, row

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.refused import Refused


class ByHandForm(QFrame):
    """`done` when the hub has it, or nothing is to be done after all."""

    done = Signal()

    def __init__(self, workbench: "Workbench", toast: "Toast", person: str) -> None:
        super().__init__()
        self.setObjectName("byHandForm")
        self.setProperty("look", "card-yellow")
        self.workbench, self.toast, self.person = workbench, toast, person
        told = self.tr("Points below 0 are taken. Somebody else has to approve it, who is not the one it is for.")
        self._form = Form("adjustments.propose", "byHand", "adjustment", only=("points", "reason"))
        send = button(self.tr("Propose"), "byHandSend", self._on_send, "primary")
        cancel = button(self.tr("Cancel"), "byHandCancel", self.done.emit)
        self.setLayout(
            column(label(told, "caption", wrap=True), self._form, row(cancel, None, send), margins=(12, 10, 12, 12))
        )

    def begin(self) -> None:
        """The keyboard goes to its first line."""
        self._form.begin()

    def _on_send(self) -> None:
        missing = self._form.missing()
        if missing is not None:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
            return
        self.workbench.send("adjustments.propose", self._on_answered, person=self.person, **self._form.values())

    def _on_answered(self, refused: "Refused | None") -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
            return
        self.toast.good(self.tr("Proposed; it waits for the EHS manager."))
        self.done.emit()
