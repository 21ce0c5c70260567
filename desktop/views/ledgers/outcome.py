"""While an import is on its way: how far it is and how to stop it; and afterwards, what came of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.widgets.parts import button, column, label, row

WIDE = 560


class Outcome(QWidget):
    """`stopped` while it runs; afterwards `kept_wanted`, `back_wanted` and `another_wanted`."""

    stopped = Signal()
    kept_wanted = Signal()
    back_wanted = Signal()
    another_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "section", "outcomeTitle", wrap=True)
        self.told = label("", "", "outcomeTold", wrap=True)
        for part in (self.title, self.told):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            part.setFixedWidth(WIDE)
        self.bar = QProgressBar()
        self.bar.setObjectName("outcomeBar")
        self.bar.setFixedWidth(360)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How many rows have come in"))
        self.stop = button(self.tr("Stop"), "stopImport", self.stopped.emit)
        self.kept = button(self.tr("Save what was kept back…"), "saveKept", self.kept_wanted.emit, "", "excel")
        self.back = button(self.tr("Take it back…"), "takeBack", self.back_wanted.emit)
        self.another = button(self.tr("Another workbook"), "anotherLedger", self.another_wanted.emit)
        parts = [row(None, part, None) for part in (self.title, self.bar, self.told)]
        buttons = row(None, self.stop, self.kept, self.back, self.another, None)
        self.setLayout(column(None, *parts, buttons, None, gap=16))

    def begin(self, total: int) -> None:
        """It is on its way."""
        self.bar.setRange(0, total)
        self._show(running=True)
        self.show_count(0)

    def show_count(self, came: int) -> None:
        """How many rows have come in."""
        self.bar.setValue(came)
        self.title.setText(self.tr("{n} of {all} rows have come in").format(n=came, all=self.bar.maximum()))
        self.told.setText(self.tr("It can be stopped; what has come in stays."))

    def wait(self, title: str) -> None:
        """Something else is being done, whose end is not known."""
        self.bar.setRange(0, 0)
        self.title.setText(title)
        self.told.setText("")
        self._show(running=True)
        self.stop.hide()

    def end(self, title: str, told: str, *, kept: bool, back: bool) -> None:
        """It has ended; whether rows were kept back, and whether there is something to be taken back."""
        self.title.setText(title)
        self.told.setText(told)
        self.told.setMinimumHeight(max(self.told.heightForWidth(WIDE), 0))
        self._show(running=False)
        self.kept.setVisible(kept)
        self.back.setVisible(back)

    def _show(self, *, running: bool) -> None:
        for part in (self.bar, self.stop):
            part.setVisible(running)
        for part in (self.kept, self.back, self.another):
            part.setVisible(not running)
