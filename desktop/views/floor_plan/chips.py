"""The counts in the map's head: sign, word and number of each status; a press brings those zones forward."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.style.signs import sign_pixmap
from desktop.style.theme import theme
from desktop.views.floor_plan.shapes import STATUSES
from desktop.views.floor_plan.wording import status_word
from desktop.widgets.parts import row

HEIGHT = 28


class Chips(QWidget):
    """`pressed` carries the status to bring forward, or None."""

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._chips = {status: self._chip(status) for status in STATUSES}
        self.setLayout(row(*self._chips.values(), gap=8))
        self._counts: dict[str, int] = {}
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_counts(self, counts: dict[str, int]) -> None:
        """How many zones have each status."""
        self._counts = counts
        for status, chip in self._chips.items():
            chip.setText(f" {status_word(status)} {counts.get(status, 0)}")
            chip.setAccessibleName(chip.text().strip())

    def _chip(self, status: str) -> QPushButton:
        made = QPushButton(status_word(status))
        made.setObjectName(f"chip-{status}")
        made.setProperty("status", status)
        made.setCheckable(True)
        made.setIconSize(QSize(12, 12))
        made.setToolTip(self.tr("Bring these zones forward"))
        made.clicked.connect(self._on_pressed)
        return made

    def _on_pressed(self) -> None:
        sender = self.sender()
        self.bring(sender.property("status") if isinstance(sender, QPushButton) and sender.isChecked() else None)

    def bring(self, wanted: str | None) -> None:
        """Brings the zones of a status forward; None: all are alike."""
        for status, chip in self._chips.items():
            chip.setChecked(status == wanted)
        self.pressed.emit(wanted)

    def _restyle(self) -> None:
        c = theme.colours
        self.setStyleSheet(
            f"QPushButton {{ min-height: {HEIGHT - 2}px; border-radius: {HEIGHT // 2}px; padding: 0 12px; "
            f"background: {c.panel}; border: 1px solid {c.line}; }}"
            f"QPushButton:hover {{ background: {c.hover}; }}"
            f"QPushButton:checked {{ background: {c.tint}; border-color: {c.accent}; }}"
            f"QPushButton:focus {{ border: 2px solid {c.accent}; padding: 0 11px; min-height: {HEIGHT - 4}px; }}"
        )
        for status, chip in self._chips.items():
            chip.setIcon(QIcon(sign_pixmap(status, 12, self.devicePixelRatioF())))
