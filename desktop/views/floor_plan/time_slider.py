"""A slider over the past, a minute a step, with bars where much happened; of a long past it shows a stretch."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSlider

from desktop.style.theme import theme

HOUR, DAY = 60, 24 * 60
STEPS = {
    Qt.KeyboardModifier.NoModifier: 1,
    Qt.KeyboardModifier.ControlModifier: HOUR,
    Qt.KeyboardModifier.ShiftModifier: DAY,
}
HANDLE = 12
TALL = 40
BIN_PX, BAR_PX = 4, 3
PUSH = 40  # dragged beyond an end, the stretch moves by this part of itself
# each has a lane of its own, so that the colour is not alone in saying it: from where, how high, which way it grows
LANES = {"overdue": (10, 9, -1), "reported": (18, 7, -1), "closed": (23, 12, 1)}


class TimeSlider(QSlider):
    """Its values are minutes. Left and Right go by a minute, with Ctrl by an hour, with Shift (or a page key) by a day;
    a click goes where it points. `stretch` is how many minutes are seen at once, None for all; the wheel changes it,
    which `turned` tells."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("timeSlider")
        self.setSingleStep(1)
        self.setPageStep(DAY)
        self.setMinimumHeight(TALL)
        self.stretch: int | None = None
        self._left = 0
        self._marks: tuple[tuple[int, str], ...] = ()
        self.valueChanged.connect(self._follow)
        self.rangeChanged.connect(self._follow)
        theme.changed.connect(self.update)

    @property
    def marks(self) -> tuple[tuple[int, str], ...]:
        """The minutes in which something happened, and what."""
        return self._marks

    def set_marks(self, marks: Iterable[tuple[int, str]]) -> None:
        """Shows these."""
        self._marks = tuple(marks)
        self.update()

    def show_stretch(self, minutes: int | None) -> None:
        """So many minutes are seen at once, those around the moment that is shown; None: all of the past."""
        self.stretch = minutes
        if minutes is not None:
            self._left = self.value() - minutes // 2
        self._follow()

    @property
    def ends(self) -> tuple[int, int]:
        """The first and the last minute that can be seen."""
        if self.stretch is None or self.stretch >= self.maximum() - self.minimum():
            return self.minimum(), self.maximum()
        return self._left, self._left + self.stretch

    def place(self, minute: int) -> int:
        """Where a minute is, in pixels from the left."""
        first, last = self.ends
        return HANDLE // 2 + round((minute - first) / max(last - first, 1) * (self.width() - HANDLE))

    def minute(self, x: float) -> int:
        """The minute at so many pixels from the left."""
        first, last = self.ends
        return first + round((x - HANDLE / 2) / max(self.width() - HANDLE, 1) * (last - first))

    def _follow(self) -> None:
        """The moment that is shown is always to be seen, and nothing beyond the past's own ends."""
        if self.stretch is not None:
            if not self._left <= self.value() <= self._left + self.stretch:
                self._left = self.value() - self.stretch // 2
            self._left = max(min(self._left, self.maximum() - self.stretch), self.minimum())
        self.update()

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
        """Beyond an end of what is seen the stretch moves along, as long as the hand does."""
        x = event.position().x()
        if self.stretch is not None and not 0 <= x <= self.width():
            self._left += (1 if x > 0 else -1) * max(self.stretch // PUSH, 1)
            self._left = max(min(self._left, self.maximum() - self.stretch), self.minimum())
        first, last = self.ends
        self.setValue(max(first, min(self.minute(x), last)))
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nearer or farther, about the moment under the mouse."""
        way, whole = event.angleDelta().y(), self.maximum() - self.minimum()
        if not way or whole <= HOUR:
            return
        x = event.position().x()
        at, share = self.minute(x), (x - HANDLE / 2) / max(self.width() - HANDLE, 1)
        seen = (self.stretch or whole) * (0.5 if way > 0 else 2.0)
        self.stretch = None if seen >= whole else max(round(seen), HOUR)
        if self.stretch is not None:
            self._left = round(at - share * self.stretch)
        self._follow()
        self.turned.emit()
        event.accept()

    def bars(self) -> dict[tuple[int, str], int]:
        """How much of each kind happened in every few pixels of what is seen: (left edge, what) → how often."""
        first, last = self.ends
        seen = ((self.place(minute), what) for minute, what in self._marks if first <= minute <= last)
        return dict(Counter((x - x % BIN_PX, what) for x, what in seen))

    def paintEvent(self, event: QPaintEvent) -> None:
        c, painter = theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, here = TALL // 2, self.place(self.value())
        painter.setPen(Qt.PenStyle.NoPen)
        for left, right, colour in ((HANDLE // 2, here, c.accent), (here, self.width() - HANDLE // 2, c.line)):
            painter.fillRect(QRect(left, middle - 2, right - left, 4), QColor(colour))
        self._paint_bars(painter, {"reported": c.pending, "overdue": c.overdue, "closed": c.normal})
        if self.hasFocus():
            painter.setBrush(QColor(c.panel))
            painter.drawEllipse(here - HANDLE, middle - HANDLE, 2 * HANDLE, 2 * HANDLE)
        painter.setBrush(QColor(c.accent if self.isEnabled() else c.muted))
        painter.drawEllipse(here - HANDLE // 2 - 2, middle - HANDLE // 2 - 2, HANDLE + 4, HANDLE + 4)

    def _paint_bars(self, painter: QPainter, inks: dict[str, str]) -> None:
        found = self.bars()
        most: dict[str, int] = {}
        for (_, what), count in found.items():
            most[what] = max(most.get(what, 0), count)
        for (x, what), count in found.items():
            foot, room, way = LANES[what]
            tall = max(2, round(room * count / most[what]))
            painter.fillRect(QRect(x, foot if way > 0 else foot - tall, BAR_PX, tall), QColor(inks[what]))
