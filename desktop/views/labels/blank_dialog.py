"""Blank labels: how many to print, and those that hang nowhere yet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QScrollArea, QWidget

from desktop import words
from desktop.widgets.figures import Whole
from desktop.widgets.parts import button, column, label, line, row
from services.core.blank_labels import MOST_BLANKS

if TYPE_CHECKING:
    from services.core.labels import Label

ROOM, WIDTH = 176, 520


class BlankDialog(QDialog):
    """`wanted` carries how many are to be printed, `lost` the id of a blank that is to be good no more. Open it with
    `open()`; it ends itself. `per_page` is what a sheet of the chosen paper holds."""

    wanted = Signal(int)
    lost = Signal(str)

    def __init__(self, paper: str, per_page: int, free: "Sequence[Label]", above: QWidget) -> None:
        super().__init__(above)
        self.setObjectName("blankDialog")
        self.setWindowTitle(self.tr("Blank labels"))
        self.count = Whole("blankCount", self.tr("How many"), 1, MOST_BLANKS)
        self.count.setValue(min(max(per_page, 4), MOST_BLANKS))
        self.count.setFixedWidth(96)
        told = self.tr(
            "Each has a code and no zone yet. Put it up, scan it with a phone, sign in and choose the zone: from then "
            "on it is that zone's label. A team leader, the safety office or whoever answers for the zone can do so, "
            "also without a network."
        )
        on = self.tr("on {paper}").format(paper=paper)
        go = button(self.tr("Where to…"), "blankGo", self._on_go, "primary")
        go.setDefault(True)
        whole = column(label(self.windowTitle(), "section"), label(told, "muted", wrap=True), gap=14)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.addLayout(row(label(self.tr("How many")), self.count, label(on, "muted"), None, gap=8))
        for part in self._free(free) if free else ():
            whole.addWidget(part)
        whole.addLayout(row(None, button(self.tr("Close"), "blankCancel", self.reject), go))
        self.setLayout(whole)
        self.setFixedWidth(WIDTH)
        self.ensurePolished()
        whole.activate()
        self.resize(WIDTH, whole.totalHeightForWidth(WIDTH))  # else words that break into lines are cut
        self.finished.connect(self.deleteLater)

    def _free(self, free: "Sequence[Label]") -> list[QWidget]:
        """Those that somebody has in hand: to be bound, or to be revoked when they are lost."""
        head = label(self.tr("%n blank labels hang nowhere yet", "", len(free)), "head", "blankFree")
        rows = column(*(self._one(one) for one in free), gap=0)
        rows.addStretch(1)
        inner = QWidget()
        inner.setLayout(rows)
        room = QScrollArea()
        room.setWidgetResizable(True)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setWidget(inner)
        room.setFixedHeight(min(ROOM, 36 * len(free) + 4))
        return [line(), head, room]

    def _one(self, one: "Label") -> QWidget:
        printed = self.tr("printed {day}").format(day=words.day(one.printed_at)) if one.printed_at else ""
        lost = button(self.tr("Lost: revoke"), f"lost-{one.code}", self._on_lost, "link")
        lost.setProperty("label", one.id)
        made = QWidget()
        made.setLayout(row(label(one.code), label(printed, "caption"), None, lost, gap=12))
        return made

    def _on_lost(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QPushButton):
            pressed.setEnabled(False)
            self.lost.emit(str(pressed.property("label")))

    def _on_go(self) -> None:
        self.wanted.emit(self.count.value())
        self.accept()
