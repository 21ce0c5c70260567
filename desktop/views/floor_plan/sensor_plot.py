"""A sensor's values over a stretch of time, painted: the line, the bounds across it, and when rules spoke of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.style.lettering import LEFT, paint_text
from desktop.style.theme import theme
from services.core.moments import milliseconds

if TYPE_CHECKING:
    from services.core.sensors import Sensor
    from services.store.queries.sensor_chart import Bound, Spoken

BAND, SIDE, INSET = 6, 44, 8
Points = Sequence[tuple[int, float]]


@dataclass
class Plot:
    """`begins` and `ends` are milliseconds since 1970. `bounds` are of rules; the sensor's own limits are drawn as
    well. Across a longer gap than `gap_ms` there is no line."""

    sensor: "Sensor"
    bounds: "tuple[Bound, ...]"
    spoken: "tuple[Spoken, ...]"
    values: Points
    begins: int
    ends: int
    gap_ms: float

    @property
    def levels(self) -> list[float]:
        """All values at which a line is drawn across."""
        own = (self.sensor.limit_low, self.sensor.limit_high)
        return sorted({*(one.value for one in self.bounds), *(one for one in own if one is not None)})

    @property
    def span(self) -> tuple[float, float]:
        """The lowest and the highest value that is drawn."""
        values = [*(value for _, value in self.values), *self.levels] or [0.0]
        return min(values), max(values)

    def x_of(self, at: int, room: QRectF) -> float:
        """Where a moment lies, at the edge where it lies beyond."""
        share = (at - self.begins) / max(self.ends - self.begins, 1)
        return room.left() + room.width() * max(0.0, min(1.0, share))

    def y_of(self, value: float, room: QRectF) -> float:
        """Where a value lies."""
        low, high = self.span
        inner = room.adjusted(0, INSET, 0, -INSET)
        return inner.bottom() - inner.height() * (value - low) / ((high - low) or 1.0)

    def paint_spells(self, painter: QPainter, room: QRectF) -> None:
        """A band above the values for as long as a rule's word stood, and a line where it began."""
        for one in self.spoken:
            began, until = milliseconds(one.at), self.ends if one.until is None else milliseconds(one.until)
            if until < self.begins or began > self.ends:
                continue
            left, right = self.x_of(began, room), self.x_of(until, room)
            painter.fillRect(QRectF(left, room.top() - BAND, max(right - left, 2.0), BAND), theme.colour("overdue"))
            if began > self.begins:
                painter.setPen(QPen(theme.colour("overdue"), 1, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(left, room.top()), QPointF(left, room.bottom()))

    def paint_curve(self, painter: QPainter, room: QRectF) -> None:
        """The bounds and the line; its newest value as a dot."""
        for level in self.levels:
            y = self.y_of(level, room)
            painter.setPen(QPen(theme.colour("pending"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            place = QRectF(room.right() + 4, y - 8, SIDE - 4, 16)
            paint_text(painter, place, f"{level:g}", theme.colour("pending"), LEFT)
        painter.setPen(QPen(theme.colour("accent"), 1.4))
        for part in self._parts():
            line = [QPointF(self.x_of(at, room), self.y_of(value, room)) for at, value in part]
            if len(line) > 1:
                painter.drawPolyline(QPolygonF(line))
            else:
                painter.drawPoint(line[0])
        at, value = self.values[-1]
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QPointF(self.x_of(at, room), self.y_of(value, room)), 2.5, 2.5)

    def _parts(self) -> Iterator[Points]:
        """The readings that go together."""
        values, begun = self.values, 0
        for place in range(1, len(values) + 1):
            if place == len(values) or values[place][0] - values[place - 1][0] > self.gap_ms:
                yield values[begun:place]
                begun = place
