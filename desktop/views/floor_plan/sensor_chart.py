"""How a sensor's value goes, live: its last hour as a line, the bounds that rules and its limits name, and when rules
spoke of it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import words
from desktop.style.lettering import RIGHT, paint_text, sized
from desktop.style.theme import theme
from desktop.style.tokens import CAPTION
from desktop.views.floor_plan.sensor_plot import BAND, SIDE, Plot
from services.core.moments import milliseconds

if TYPE_CHECKING:
    from desktop.views.today.gauges import Gauges
    from services.core.sensors import Sensor
    from services.store.queries.sensor_chart import Bound, Spoken
    from services.sync.readings import Course

MINUTES, EVERY_MS = 60, 2000
HIGH, AXIS = 88, 16


class SensorChart(QWidget):
    """Asks the hub anew every two seconds while it is seen. `bounds` are of rules; the sensor's own limits are drawn as
    well. `opened` by a click or the return key."""

    opened = Signal()

    def __init__(
        self, sensor: "Sensor", gauges: "Gauges", bounds: "Sequence[Bound]", spoken: "Sequence[Spoken]"
    ) -> None:
        super().__init__()
        self.setObjectName("sensorChart")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
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
            from services.sync.readings import Stretch

            self._gauges.follow(self.sensor.id, Stretch(MINUTES), self._on_answer)

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
        self.setToolTip("\n".join([*told, self.tr("Click for a larger chart")]))

    def sizeHint(self) -> QSize:
        return QSize(240, BAND + HIGH + AXIS)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    @property
    def levels(self) -> list[float]:
        """All values at which a line is drawn across."""
        return self._plot().levels

    @property
    def ends(self) -> int:
        """The moment at its right edge."""
        return milliseconds(self.course.as_of) if self.course else 0

    def _plot(self) -> Plot:
        values, gap = self.course.values if self.course else (), self.sensor.allowed_gap.total_seconds() * 1000
        return Plot(self.sensor, self.bounds, self.spoken, values, self.ends - MINUTES * 60_000, self.ends, gap)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), CAPTION))
        room = QRectF(0, BAND, self.width() - SIDE, HIGH)
        painter.fillRect(room, theme.colour("page"))
        if self.course is None or not self.course.values:
            paint_text(painter, room.adjusted(8, 0, -8, 0), self._nothing(), theme.colour("muted"))
        else:
            plot = self._plot()
            plot.paint_spells(painter, room)
            plot.paint_curve(painter, room)
        self._axis(painter, room)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(room.adjusted(1, 1, -1, -1))
        painter.end()

    def _nothing(self) -> str:
        if self.away:
            return self.tr("The hub is out of reach.")
        return self.tr("The hub is being asked…") if self.course is None else self.tr("No readings in this hour")

    def _axis(self, painter: QPainter, room: QRectF) -> None:
        if self.course is None:
            return
        ends = self.course.as_of
        texts = [f"{words.local(one):%H:%M}" for one in (ends - timedelta(minutes=MINUTES), ends)]
        half = room.width() / 2
        paint_text(painter, QRectF(0, room.bottom(), half, AXIS), texts[0], theme.colour("muted"))
        paint_text(painter, QRectF(half, room.bottom(), half, AXIS), texts[1], theme.colour("muted"), RIGHT)
