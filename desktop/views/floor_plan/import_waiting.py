"""While a drawing is read: its name, how far it is, a way out; and when it could not be read, why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.widgets.parts import button, column, label, row


class ImportWaiting(QWidget):
    """`cancelled` while it reads, `other_wanted` and `closed` after it failed."""

    cancelled = Signal()
    other_wanted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("importWaiting")
        self._title = label("", "section", "importTitle", wrap=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._why = label("", "", "importRefused", wrap=True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._why.setFixedWidth(520)
        self._bar = QProgressBar()
        self._bar.setObjectName("importProgress")
        self._bar.setFixedWidth(360)
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How far the drawing has been read"))
        self._cancel = button(self.tr("Cancel"), "cancelImport", self.cancelled.emit)
        self._other = button(self.tr("Choose another file…"), "importOther", self.other_wanted.emit, "primary")
        self._close = button(self.tr("Back to the map"), "closeImport", self.closed.emit)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout = column(None, self._title, self._bar, self._why, gap=16)
        layout.addLayout(row(None, self._cancel, self._other, self._close, None))
        layout.addStretch(1)
        for part in (self._title, self._bar, self._why):
            layout.setAlignment(part, centre)
        self.setLayout(layout)

    def begin(self, name: str) -> None:
        """A file is being read."""
        self._title.setText(self.tr("Reading {file}").format(file=name))
        self._bar.setValue(0)
        self._show(failed=False)

    def show_share(self, share: float) -> None:
        """How far it is, 0 to 1."""
        self._bar.setValue(round(share * 100))

    def fail(self, name: str, why: str) -> None:
        """The file gave no drawing."""
        self._title.setText(self.tr("{file} could not be used").format(file=name))
        self._why.setText(why)
        self._why.setMinimumHeight(self._why.heightForWidth(self._why.width()))
        self._show(failed=True)

    def _show(self, *, failed: bool) -> None:
        while_reading: tuple[QWidget, ...] = (self._bar, self._cancel)
        afterwards: tuple[QWidget, ...] = (self._why, self._other, self._close)
        for part in (*while_reading, *afterwards):
            part.setVisible(failed == (part in afterwards))
