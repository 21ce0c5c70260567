"""Asks to whom work goes: a person or a team, and for some of it why."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.views.hazards.shown import name
from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, label, row
from services.store.queries.people import person_rows, team_rows

if TYPE_CHECKING:
    from desktop.workbench import Workbench

WIDE = 440


class WhomDialog(QDialog):
    """`given` carries what was filled in of an operation whose arguments `person` and `team` (of these names) say to
    whom, one of them. Open it with `open()`; it ends itself."""

    given = Signal(object)

    def __init__(
        self, workbench: "Workbench", kind: str, fields: tuple[str, str], more: tuple[str, ...], above: QWidget
    ) -> None:
        super().__init__(above)
        self.setObjectName("whomDialog")
        self.setFixedWidth(WIDE)
        self._fields = fields
        people = [("–", ""), *((name(one.person), one.person.id) for one in workbench.ask(person_rows))]
        teams = [("–", ""), *((one.name, one.id) for one in workbench.ask(team_rows))]
        choices = dict(zip(fields, (people, teams), strict=True))
        self.form = Form(kind, "whom", "hazard", only=(*fields, *more), choices=choices)
        self.form.changed.connect(self._on_changed)
        self._title, self._text = label("", "section"), label("", "muted", wrap=True)
        self._trouble = label("", "caption", "whomTrouble", wrap=True)
        self._send = button(self.tr("Send"), "whomSend", self._on_send, "primary")
        foot = row(None, button(self.tr("Cancel"), "whomCancel", self.reject), self._send)
        parts = self._title, self._text, self.form, self._trouble, foot
        self.setLayout(column(*parts, gap=10, margins=(24, 20, 24, 20)))
        self.finished.connect(self.deleteLater)
        self._on_changed()

    def ask(self, title: str, text: str, send: str = "") -> None:
        """Opens it with these words; `send` is what its button says, if something else than that work is sent."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self._text.setText(text)
        self._send.setText(send or self._send.text())
        self.open()

    def _one(self) -> bool:
        found: dict[str, Any] = self.form.values()
        return sum(field in found for field in self._fields) == 1

    def _on_changed(self) -> None:
        one = self._one()
        self._trouble.setText("" if one else self.tr("Choose a person or a team."))
        self._send.setEnabled(one)

    def _on_send(self) -> None:
        self.accept()
        self.given.emit(self.form.values())
