"""The counts in the map's head: sign, word and number of each status, or of each level of risk;
a press brings those zones forward.

Where the head is short of room the words give way, not the floor's name beside them: sign and number stay, and the
word is told by the tooltip and to who listens.
"""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QLayout, QPushButton, QSizePolicy, QWidget

from desktop.style.signs import LEVELS, sign_pixmap
from desktop.style.theme import theme
from desktop.views.floor_plan.shapes import STATUSES
from desktop.views.floor_plan.wording import status_word
from desktop.widgets.parts import row

HEIGHT = 28


class Chips(QWidget):
    """`pressed` carries the status or level to bring forward, or None."""

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._chips = {status: self._chip(status) for status in (*STATUSES, *LEVELS)}
        self._row = row(None, *self._chips.values(), gap=8)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the hints below say how small it may be
        self.setLayout(self._row)
        self._counts: dict[str, int] = {}
        self._wide = self._narrow = QSize()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_counts(self, counts: dict[str, int]) -> None:
        """How many zones have each; what is not counted has no chip."""
        self._counts = counts
        for status, chip in self._chips.items():
            chip.setVisible(status in counts)
        self._measure()

    def sizeHint(self) -> QSize:
        return self._wide

    def minimumSizeHint(self) -> QSize:
        return self._narrow

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()

    def _measure(self) -> None:
        """How much room the chips need without and with their words."""
        self._narrow, self._wide = (self._sized(words=words) for words in (False, True))
        self._say()
        self.updateGeometry()

    def _sized(self, *, words: bool) -> QSize:
        self._write(words=words)
        self._row.invalidate()
        return self._row.sizeHint()

    def _say(self) -> None:
        self._write(words=self.width() >= self._wide.width())

    def _write(self, *, words: bool) -> None:
        for status, chip in self._chips.items():
            said = f"{status_word(status)} {self._counts.get(status, 0)}"
            chip.setText(f" {said}" if words else f" {self._counts.get(status, 0)}")
            chip.setAccessibleName(said)
            chip.setToolTip(self.tr("{status}: bring these zones forward").format(status=said))

    def _chip(self, status: str) -> QPushButton:
        made = QPushButton(status_word(status))
        made.setObjectName(f"chip-{status}")
        made.setProperty("status", status)
        made.setCheckable(True)
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        made.setIconSize(QSize(12, 12))
        made.clicked.connect(self._on_pressed)
        return made

    def _on_pressed(self) -> None:
        sender = self.sender()
        self.bring(sender.property("status") if isinstance(sender, QPushButton) and sender.isChecked() else None)

    def bring(self, wanted: str | None) -> None:
        """Brings the zones of a status or level forward; None: all are alike."""
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
        self._measure()
