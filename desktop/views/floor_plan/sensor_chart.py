"""How a sensor's value goes, live: its last hour as a line, the bounds that rules and its limits name, and when rules
spoke of it."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QPolygonF, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import words
from desktop.style.lettering import LEFT, RIGHT, paint_text, sized
from desktop.style.theme import theme
from desktop.style.tokens import CAPTION
from services.core.moments import milliseconds, moment_of

if TYPE_CHECKING:
    from desktop.views.today.gauges import Gauges
    from services.core.sensors import Sensor
    from services.store.queries.sensor_chart import Bound, Spoken
    from services.sync.readings import Course

MINUTES, EVERY_MS = 60, 2000
HIGH, BAND, AXIS, SIDE = 88, 6, 16, 44
Points = Sequence[tuple[int, float]]


class SensorChart(QWidget):
    """Asks the hub anew every two seconds while it is seen. `bounds` are of rules; the sensor's own limits are drawn as
    well."""

    def __init__(
        self, sensor: "Sensor", gauges: "Gauges", bounds: "Sequence[Bound]", spoken: "Sequence[Spoken]"
    ) -> None:
        super().__init__()
        self.setObjectName("sensorChart")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.sensor, self._gauges, self.bounds, self.spoken = sensor, gauges, tuple(bounds), tuple(spoken)
        self.course: Course | None = gauges.courses.get(sensor.id)
        self.away, self._asking = False, False
        self._ticker = QTimer(self, interval=EVERY_MS)
        self._ticker.timeout.connect(self.ask)
        theme.changed.connect(self.update)
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticker.start()
        self.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticker.stop()

    def ask(self) -> None:
        """Asks anew, unless it is being asked."""
        if not self._asking:
            self._asking = True
            self._gauges.follow(self.sensor.id, MINUTES, self._on_answer)

    def _on_answer(self, found: "Course | None") -> None:
        self._asking, self.away = False, found is None
        if found is not None:
            self.course = self._gauges.courses[self.sensor.id] = found
        self._tell()
        self.update()

    def _tell(self) -> None:
        """In words, for those who don't see it, and for whoever points at it."""
        told = [self.tr("{name}: the last hour").format(name=self.sensor.name)]
        if self.course and self.course.values:
            told.append(words.with_value(self.tr("newest"), f"{self.course.values[-1][1]:.4g} {self.sensor.unit}"))
        told += [words.with_value(one.rule, f"{one.value:g} {self.sensor.unit}") for one in self.bounds]
        told += [f"{words.local(one.at):%H:%M} {one.rule}" for one in self.spoken]
        self.setAccessibleName("; ".join(told))
        self.setToolTip("\n".join(told))

    def sizeHint(self) -> QSize:
        return QSize(240, BAND + HIGH + AXIS)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    @property
    def levels(self) -> list[float]:
        """All values at which a line is drawn across."""
        own = (self.sensor.limit_low, self.sensor.limit_high)
        return sorted({*(one.value for one in self.bounds), *(one for one in own if one is not None)})

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), CAPTION))
        room = QRectF(0, BAND, self.width() - SIDE, HIGH)
        painter.fillRect(room, theme.colour("page"))
        if self.course is None or not self.course.values:
            paint_text(painter, room.adjusted(8, 0, -8, 0), self._nothing(), theme.colour("muted"))
        else:
            self._spells(painter, room)
            self._curve(painter, room)
        self._axis(painter, room)
        painter.end()

    def _nothing(self) -> str:
        if self.away:
            return self.tr("The hub is out of reach.")
        return self.tr("The hub is being asked…") if self.course is None else self.tr("No readings in this hour")

    @property
    def ends(self) -> int:
        """The moment at its right edge."""
        return milliseconds(self.course.as_of) if self.course else 0

    def x_of(self, at: int, room: QRectF) -> float:
        """Where a moment lies, at the edge where it lies beyond."""
        span = MINUTES * 60_000
        return room.left() + room.width() * max(0.0, min(1.0, (at - self.ends + span) / span))

    def _spells(self, painter: QPainter, room: QRectF) -> None:
        """A band above the values for as long as a rule's word stood, and a line where it began."""
        begins = moment_of(self.ends) - timedelta(minutes=MINUTES)
        for one in self.spoken:
            until = self.ends if one.until is None else milliseconds(one.until)
            left, right = self.x_of(milliseconds(one.at), room), self.x_of(until, room)
            painter.fillRect(QRectF(left, 0, max(right - left, 2.0), BAND), theme.colour("overdue"))
            if one.at > begins:
                painter.setPen(QPen(theme.colour("overdue"), 1, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(left, BAND), QPointF(left, room.bottom()))

    def _curve(self, painter: QPainter, room: QRectF) -> None:
        assert self.course is not None
        levels = self.levels
        values = [*(value for _, value in self.course.values), *levels]
        low, high = min(values), max(values)
        inner = room.adjusted(0, 8, 0, -8)

        def y_of(value: float) -> float:
            return inner.bottom() - inner.height() * (value - low) / ((high - low) or 1.0)

        for level in levels:
            painter.setPen(QPen(theme.colour("pending"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(room.left(), y_of(level)), QPointF(room.right(), y_of(level)))
            place = QRectF(room.right() + 4, y_of(level) - 8, SIDE - 4, 16)
            paint_text(painter, place, f"{level:g}", theme.colour("pending"), LEFT)
        painter.setPen(QPen(theme.colour("accent"), 1.4))
        for part in self._parts():
            line = [QPointF(self.x_of(at, room), y_of(value)) for at, value in part]
            if len(line) > 1:
                painter.drawPolyline(QPolygonF(line))
            else:
                painter.drawPoint(line[0])
        at, value = self.course.values[-1]
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QPointF(self.x_of(at, room), y_of(value)), 2.5, 2.5)

    def _parts(self) -> Iterator[Points]:
        """The readings that go together: across a longer gap than is allowed there is no line."""
        assert self.course is not None
        values, gap, begun = self.course.values, self.sensor.allowed_gap.total_seconds() * 1000, 0
        for place in range(1, len(values) + 1):
            if place == len(values) or values[place][0] - values[place - 1][0] > gap:
                yield values[begun:place]
                begun = place

    def _axis(self, painter: QPainter, room: QRectF) -> None:
        if self.course is None:
            return
        ends = self.course.as_of
        texts = [f"{words.local(one):%H:%M}" for one in (ends - timedelta(minutes=MINUTES), ends)]
        half = room.width() / 2
        paint_text(painter, QRectF(0, room.bottom(), half, AXIS), texts[0], theme.colour("muted"))
        paint_text(painter, QRectF(half, room.bottom(), half, AXIS), texts[1], theme.colour("muted"), RIGHT)
