"""A sensor's values large: the wheel zooms about the pointer, dragging moves through time, and under the pointer the
value is read. What is seen while the hub is asked anew is what was known before."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import words
from desktop.style.lettering import RIGHT, paint_text, sized
from desktop.style.theme import theme
from desktop.style.tokens import CAPTION
from desktop.views.floor_plan.sensor_plot import BAND, SIDE, Plot
from desktop.views.floor_plan.sensor_stretch import Shown
from services.core.moments import milliseconds, moment_of

if TYPE_CHECKING:
    from services.core.sensors import Sensor
    from services.store.queries.sensor_chart import Bound, Spoken
    from services.sync.readings import Course

AXIS, LEFT, TICKS, DAY_MS, HOUR_MS = 20, 52, 6, 86_400_000, 3_600_000
CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
STEP, PART = 1.25, 0.25
ZOOMS = {Qt.Key.Key_Plus: 1 / STEP, Qt.Key.Key_Equal: 1 / STEP, Qt.Key.Key_Minus: STEP}
MOVES = {Qt.Key.Key_Left: -PART, Qt.Key.Key_Right: PART}


class WideChart(QWidget):
    """`changed` when another stretch is to be shown; `now` is the hub's clock as far as it is known."""

    changed = Signal()

    def __init__(self, sensor: "Sensor", shown: Shown, now: datetime) -> None:
        super().__init__()
        self.setObjectName("wideChart")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(480, 260)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.sensor, self.shown, self.now = sensor, shown, milliseconds(now)
        self.bounds: tuple[Bound, ...] = ()
        self.spoken: tuple[Spoken, ...] = ()
        self.course: Course | None = None
        self.nothing = ""
        self._pointer: float | None = None
        self._drag: tuple[float, Shown] | None = None
        theme.changed.connect(self.update)

    @property
    def plot(self) -> Plot:
        """What is painted now."""
        ends, values = self.shown.until(self.now), self.course.values if self.course else ()
        begins = ends - self.shown.long
        inside = [one for one in values if begins <= one[0] <= ends]
        gap = max(self.sensor.allowed_gap.total_seconds() * 1000, 4 * self.shown.long / max(len(inside), 1))
        return Plot(self.sensor, self.bounds, self.spoken, inside, begins, ends, gap)

    @property
    def room(self) -> QRectF:
        """Where the line is."""
        return QRectF(LEFT, BAND, max(self.width() - SIDE - LEFT, 1), max(self.height() - AXIS - BAND, 1))

    def moment_at(self, x: float) -> int:
        """The moment under a place."""
        share = (x - self.room.left()) / self.room.width()
        return round(self.shown.until(self.now) - self.shown.long * (1 - min(max(share, 0.0), 1.0)))

    def read_at(self, x: float) -> tuple[int, float] | None:
        """The reading nearest to a place; none where none is near."""
        at = self.moment_at(x)
        found = min(self.plot.values, key=lambda one: abs(one[0] - at), default=None)
        return found if found and abs(found[0] - at) <= self.shown.long / 50 else None

    def show_stretch(self, shown: Shown) -> None:
        """Another stretch."""
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()
            self.update()

    def zoom(self, factor: float, at: int | None = None) -> None:
        """Longer or shorter about a moment, else about its middle."""
        middle = self.shown.until(self.now) - self.shown.long // 2
        self.show_stretch(self.shown.zoomed(factor, middle if at is None else at, self.now))

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:
            self.zoom(STEP if turned < 0 else 1 / STEP, self.moment_at(event.position().x()))
        event.accept()

    def point(self, share: float) -> None:
        """Reads the value at a share of the width, as the pointer does."""
        self._pointer = self.room.left() + share * self.room.width()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = event.position().x(), self.shown
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag = None
        self.unsetCursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position().x()
        if self._drag:
            begun, shown = self._drag
            by = round((begun - self._pointer) / self.room.width() * shown.long)
            self.show_stretch(shown.moved(by, self.now))
        self.update()

    def leaveEvent(self, event: object) -> None:
        self._pointer = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ZOOMS:
            self.zoom(ZOOMS[key])
        elif key in MOVES:
            self.show_stretch(self.shown.moved(round(MOVES[key] * self.shown.long), self.now))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.show_stretch(Shown(self.shown.long))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, room, plot = QPainter(self), self.room, self.plot
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), CAPTION))
        painter.fillRect(room, theme.colour("page"))
        self._axis(painter, room, plot)
        plot.paint_spells(painter, room)
        if plot.values:
            plot.paint_curve(painter, room)
            self._scale(painter, room, plot)
            self._read(painter, room, plot)
        else:
            paint_text(painter, room.adjusted(12, 0, -12, 0), self.nothing, theme.colour("muted"))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(room.adjusted(1, 1, -1, -1))
        painter.end()

    def _axis(self, painter: QPainter, room: QRectF, plot: Plot) -> None:
        """Moments below, with a line up through the room."""
        form = "%H:%M" if self.shown.long <= DAY_MS else "%m-%d %H:%M"
        for number in range(TICKS + 1):
            at = plot.begins + self.shown.long * number // TICKS
            x = plot.x_of(at, room)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
            side = RIGHT if number == TICKS else CENTRE
            place = QRectF(x - (90 if number == TICKS else 45), room.bottom(), 90, AXIS)
            paint_text(painter, place, f"{words.local(moment_of(at)):{form}}", theme.colour("muted"), side)

    def _scale(self, painter: QPainter, room: QRectF, plot: Plot) -> None:
        """The lowest and the highest value at the left."""
        for value in dict.fromkeys(plot.span):
            place = QRectF(0, plot.y_of(value, room) - 8, LEFT - 6, 16)
            paint_text(painter, place, f"{value:.4g}", theme.colour("muted"), RIGHT)

    def _read(self, painter: QPainter, room: QRectF, plot: Plot) -> None:
        """The reading under the pointer: a line, a dot, and what it says."""
        found = None if self._pointer is None else self.read_at(self._pointer)
        if found is None:
            return
        x, y = plot.x_of(found[0], room), plot.y_of(found[1], room)
        painter.setPen(QPen(theme.colour("text"), 1))
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
        painter.setBrush(theme.colour("text"))
        painter.drawEllipse(QPointF(x, y), 3.5, 3.5)
        text = self.reading_words(found)
        wide = painter.fontMetrics().horizontalAdvance(text) + 20
        left = x + 8 if x + 8 + wide < room.right() else x - 8 - wide
        place = QRectF(left, room.top() + 6, wide, 22)
        painter.setPen(theme.colour("line"))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(place, 4, 4)
        paint_text(painter, place.adjusted(8, 0, -8, 0), text, theme.colour("text"))

    def reading_words(self, one: tuple[int, float]) -> str:
        """A reading as it is shown: 03-02 14:02:31 · 85.3 ℃."""
        at = words.local(moment_of(one[0]))
        form = "%H:%M:%S" if self.shown.long <= HOUR_MS * 3 else "%m-%d %H:%M"
        return f"{at:{form}} · {one[1]:.4g} {self.sensor.unit}"
