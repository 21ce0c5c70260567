"""Asks for a reason: the usual ones to choose from, or one's own words. Nothing is sent without one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QLineEdit, QRadioButton, QWidget

from desktop.widgets.parts import button, column, label, row

MOST = 200


class ReasonDialog(QDialog):
    """`given` carries the reason. Open it with `open()`; it ends itself."""

    given = Signal(str)

    def __init__(self, title: str, text: str, reasons: Sequence[str], action: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reasonDialog")
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self._group = QButtonGroup(self)
        choices = []
        for number, reason in enumerate(reasons):
            choice = QRadioButton(reason)
            choice.setObjectName(f"reason{number}")
            self._group.addButton(choice)
            choices.append(choice)
        self._own = QLineEdit()
        self._own.setObjectName("reasonText")
        self._own.setMaxLength(MOST)
        self._own.setPlaceholderText(self.tr("Or in your own words"))
        self._own.setAccessibleName(self._own.placeholderText())
        self._send = button(action, "reasonSend", self._on_send, "primary")
        self._send.setEnabled(False)
        self._send.setDefault(True)
        away = button(self.tr("Cancel"), "reasonCancel", self.reject)
        self.setLayout(
            column(
                label(title, "section"),
                label(text, "muted", wrap=True),
                *choices,
                self._own,
                row(None, away, self._send),
                gap=8,
                margins=(24, 20, 24, 20),
            )
        )
        self._group.buttonToggled.connect(self._on_chosen)
        self._own.textEdited.connect(self._on_typed)
        self.finished.connect(self.deleteLater)

    def _on_chosen(self) -> None:
        chosen = self._group.checkedButton()
        if chosen is not None:
            self._own.setText(chosen.text())
        self._send.setEnabled(bool(self._own.text().strip()))

    def _on_typed(self) -> None:
        """One's own words are none of the usual ones."""
        chosen = self._group.checkedButton()
        if chosen is not None and chosen.text() != self._own.text():
            self._group.setExclusive(False)
            chosen.setChecked(False)
            self._group.setExclusive(True)
        self._send.setEnabled(bool(self._own.text().strip()))

    def _on_send(self) -> None:
        self.given.emit(self._own.text().strip())
        self.accept()
