"""Parts of the import panel: which page of a PDF, and the scale by two points."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from desktop.widgets.figures import Figure
from desktop.widgets.parts import button, column, label, row

PAGE_PX = 110


class Pages(QListWidget):
    """Small pictures of the pages of a file; `chosen` carries one's number, from 0."""

    chosen = Signal(int)

    def __init__(self, pictures: tuple[bytes, ...], page: int) -> None:
        super().__init__()
        self.setObjectName("pdfPages")
        self.setAccessibleName(self.tr("Page"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setIconSize(QSize(PAGE_PX, PAGE_PX))
        self.setFixedHeight(PAGE_PX + 36)
        for number, jpeg in enumerate(pictures):
            pixmap = QPixmap()
            pixmap.loadFromData(jpeg)
            self.addItem(QListWidgetItem(QIcon(pixmap), self.tr("Page {n}").format(n=number + 1)))
        self.setCurrentRow(page)
        self.itemClicked.connect(self._on_item)
        self.itemActivated.connect(self._on_item)
        self._page = page

    def _on_item(self, item: QListWidgetItem) -> None:
        if self.row(item) != self._page:
            self._page = self.row(item)
            self.chosen.emit(self._page)


class ScaleByPoints(QWidget):
    """`wanted` when two points are to be clicked, `told` with how far apart they seem and truly are, in metres."""

    wanted = Signal()
    told = Signal(float, float)

    def __init__(self) -> None:
        super().__init__()
        self._seen = 0.0
        self.begin = button(self.tr("Set scale by two points"), "scaleByPoints", self._on_begin)
        self.hint = label("", "caption", "scaleHint", wrap=True)
        self.metres = Figure("trueDistance", self.tr("True distance in metres"), 0.01, 100_000)
        self.metres.setDecimals(3)
        self.metres.setSuffix(" m")
        self.apply = button(self.tr("Apply"), "applyScale", self._on_apply)
        self.setLayout(column(self.begin, self.hint, row(self.metres, self.apply, None)))
        self._show(hint=False, length=False)

    def measured(self, seen_m: float) -> None:
        """Two points were clicked."""
        self._seen = seen_m
        self.hint.setText(self.tr("How far apart are the two points in truth?"))
        self.metres.setValue(seen_m)
        self._show(hint=True, length=True)
        self.metres.setFocus()
        self.metres.selectAll()

    def _on_begin(self) -> None:
        self.hint.setText(self.tr("Click two points in the plan whose distance you know, as far apart as you can."))
        self._show(hint=True, length=False)
        self.wanted.emit()

    def _on_apply(self) -> None:
        self.told.emit(self._seen, self.metres.value())

    def _show(self, *, hint: bool, length: bool) -> None:
        self.hint.setVisible(hint)
        self.metres.setVisible(length)
        self.apply.setVisible(length)
