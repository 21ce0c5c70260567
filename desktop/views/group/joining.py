"""Asks for the pairing line of another plant; stays open with the reason until it has been joined."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop import words
from desktop.widgets.code_field import CodeField
from desktop.widgets.parts import button, column, label, row


class JoinPlant(QDialog):
    """`given` carries the line. Open it with `open()`; `tell` says what did not work, `accept` ends it."""

    given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("joinPlantDialog")
        self.setWindowTitle(self.tr("Join another plant"))
        self.setMinimumWidth(480)
        told = self.tr("Its figures stand beside your plant's. Nothing else of it comes to this computer.")
        self.line = CodeField("otherLine", self.tr("paste the line, or a picture of the QR code"))
        self.line.setAccessibleName(self.tr("Pairing line"))
        self.line.textChanged.connect(self._on_typed)
        self.problem = label("", "error", "joinProblem", wrap=True)
        self._join = button(self.tr("Join"), "joinPlantNow", self._on_join, "primary")
        self._join.setEnabled(False)
        self._join.setDefault(True)
        away = button(self.tr("Cancel"), "joinPlantCancel", self.reject)
        head, told_line = label(self.tr("Join another plant"), "section"), label(told, "muted", wrap=True)
        lines = (head, told_line, label(self.tr("Pairing line"), "caption"), self.line, self.problem)
        self.setLayout(column(*lines, row(None, away, self._join), gap=8, margins=(24, 20, 24, 20)))
        self.finished.connect(self.deleteLater)

    def tell(self, error: Exception) -> None:
        """What did not work. Raises what is no refusal and no missing answer."""
        from services.core.refused import Refused
        from services.sync.client import Unreachable

        self._join.setEnabled(True)
        if isinstance(error, Refused):
            self.problem.setText(words.refusal(error))
        elif isinstance(error, Unreachable):
            self.problem.setText(self.tr("No hub answers at this address. Check the line and the network."))
        else:
            raise error

    def _on_typed(self, text: str) -> None:
        self.problem.setText("")
        self._join.setEnabled("#" in text)

    def _on_join(self) -> None:
        self._join.setEnabled(False)
        self.given.emit(self.line.text())
