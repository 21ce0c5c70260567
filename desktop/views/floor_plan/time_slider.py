"""A slider over the past, a minute a step, with marks where something happened."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QStyle

from desktop.style.theme import theme

HOUR, DAY = 60, 24 * 60
STEPS = {
    Qt.KeyboardModifier.NoModifier: 1,
    Qt.KeyboardModifier.ControlModifier: HOUR,
    Qt.KeyboardModifier.ShiftModifier: DAY,
}
HANDLE = 12
# above, through or below the groove, so that the colour is not alone in saying it
PLACES = {"reported": (0.0, 0.3), "overdue": (0.0, 1.0), "closed": (0.7, 1.0)}


class TimeSlider(QSlider):
    """Its values are minutes. Left and Right go by a minute, with Ctrl by an hour, with Shift (or a page key) by a day;
    a click goes where it points."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("timeSlider")
        self.setSingleStep(1)
        self.setPageStep(DAY)
        self.setMinimumHeight(28)
        self._marks: tuple[tuple[int, str], ...] = ()
        theme.changed.connect(self.update)

    @property
    def marks(self) -> tuple[tuple[int, str], ...]:
        """The minutes in which something happened, and what."""
        return self._marks

    def set_marks(self, marks: Iterable[tuple[int, str]]) -> None:
        """Shows these."""
        self._marks = tuple(marks)
        self.update()

    def place(self, minute: int) -> int:
        """Where a minute is, in pixels from the left."""
        across = self.width() - HANDLE
        return HANDLE // 2 + QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), minute, across)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        step = STEPS.get(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        if way and step:
            self.setValue(self.value() + way * step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def _go(self, event: QMouseEvent) -> None:
        across, x = self.width() - HANDLE, round(event.position().x()) - HANDLE // 2
        self.setValue(QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), x, across))

    def paintEvent(self, event: QPaintEvent) -> None:
        c, painter = theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, here = self.height() // 2, self.place(self.value())
        painter.setPen(Qt.PenStyle.NoPen)
        for left, right, colour in ((HANDLE // 2, here, c.accent), (here, self.width() - HANDLE // 2, c.line)):
            painter.fillRect(QRect(left, middle - 2, right - left, 4), QColor(colour))
        inks = {"reported": c.pending, "overdue": c.overdue, "closed": c.normal}
        for x, what in sorted({(self.place(minute), what) for minute, what in self._marks}):
            top, bottom = (round(share * self.height()) for share in PLACES[what])
            painter.fillRect(QRect(x, top, 1, bottom - top), QColor(inks[what]))
        if self.hasFocus():
            painter.setBrush(QColor(c.panel))
            painter.drawEllipse(here - HANDLE, middle - HANDLE, 2 * HANDLE, 2 * HANDLE)
        painter.setBrush(QColor(c.accent if self.isEnabled() else c.muted))
        painter.drawEllipse(here - HANDLE // 2 - 2, middle - HANDLE // 2 - 2, HANDLE + 4, HANDLE + 4)
