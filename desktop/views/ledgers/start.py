"""Where it begins: a workbook is dropped or chosen; below, what was brought in before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.views.ledgers.door import dropped
from desktop.views.ledgers.earlier import Earlier
from desktop.widgets.parts import box, button, column, label, row


class Start(QWidget):
    """`chosen` carries the path of a dropped workbook, `file_wanted` that one is to be asked for."""

    chosen = Signal(str)
    file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        told = self.tr(
            "Hazard ledgers, inspection registers and injury registers, as they are. You see every row before anything "
            "is changed; what can't be read is kept for you, and the whole can be taken back."
        )
        text = label(told, "muted", "startTold", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setFixedWidth(560)
        self.choose = button(self.tr("Choose a workbook…"), "chooseLedger", self.file_wanted.emit, "primary", "excel")
        self.why = label("", "error", "ledgerRefused", wrap=True)
        self.why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.why.setFixedWidth(560)
        self.why.hide()
        head = label(self.tr("Drop a workbook here"), "section")
        parts = [row(None, part, None) for part in (head, text, self.choose, self.why)]
        place = box(column(*parts, gap=12, margins=(24, 24, 24, 24)), "card", "ledgerDrop")
        self.earlier = Earlier()
        before = label(self.tr("Brought in before"), "section")
        self.earlier.setAccessibleName(before.text())
        self.setLayout(column(place, before, self.earlier, gap=12))

    def tell(self, why: str) -> None:
        """Why a file could not be used; nothing by an empty text."""
        self.why.setText(why)
        self.why.setVisible(bool(why))
        self.why.setMinimumHeight(max(self.why.heightForWidth(self.why.width()), 0))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped(event.mimeData())
        if path:
            event.acceptProposedAction()
            self.chosen.emit(path)
