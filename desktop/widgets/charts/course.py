"""A figure month by month: a line with its points, dashed what is ordinary, and in another colour and larger what is
not."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.style.lettering import RIGHT, paint_text
from desktop.style.theme import theme
from desktop.widgets.charts.chart import Chart
from services.core.round_figures import PARTS, nice_top

HIGH, AXIS, SIDE = 172, 18, 44


class CourseChart(Chart):
    """`top` is the axis's upper end where that is known."""

    def __init__(self, name: str, title: str, top: float | None = None) -> None:
        super().__init__(name, title, HIGH)
        self.top = top

    @property
    def field(self) -> QRectF:
        """Where the line is."""
        return self.room.adjusted(SIDE, 4, 0, -AXIS)

    def places(self) -> list[QRectF]:
        field, count = self.field, max(len(self.items), 1)
        step = field.width() / count
        return [QRectF(field.left() + n * step, field.top(), step, field.height()) for n in range(len(self.items))]

    def paint_items(self, painter: QPainter) -> None:
        field, top = self.field, self.top or nice_top(max(self._values(), default=0.0))
        self._grid(painter, field, top)
        places = self.places()

        def points(name: str) -> QPolygonF:
            known = ((place, getattr(one, name)) for place, one in zip(places, self.items, strict=True))
            return QPolygonF(
                [QPointF(place.center().x(), self._y(value, top)) for place, value in known if value is not None]
            )

        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("muted"), 1, Qt.PenStyle.DashLine))
        for name in ("low", "high"):
            painter.drawPolyline(points(name))
        painter.setPen(QPen(theme.colour("accent"), 1.6))
        painter.drawPolyline(points("value"))
        for number, (one, place) in enumerate(zip(self.items, places, strict=True)):
            if one.value is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("overdue" if one.out else "accent"))
                size = 5.0 if number == self.at else 4.0 if one.out else 2.5
                painter.drawEllipse(QPointF(place.center().x(), self._y(one.value, top)), size, size)
        self._months(painter, places)

    def _values(self) -> list[float]:
        return [value for one in self.items for value in (one.value, one.high) if value is not None]

    def _y(self, value: float, top: float) -> float:
        field = self.field
        return field.bottom() - field.height() * min(value / top, 1.0)

    def _grid(self, painter: QPainter, field: QRectF, top: float) -> None:
        for part in range(PARTS + 1):
            y = field.bottom() - field.height() * part / PARTS
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
            place = QRectF(self.room.left(), y - 8, SIDE - 8, 16)
            paint_text(painter, place, f"{top * part / PARTS:.3g}", theme.colour("muted"), RIGHT)

    def _months(self, painter: QPainter, places: list[QRectF]) -> None:
        wide = painter.fontMetrics().horizontalAdvance("0000-00") + 8
        every = max(1, round(wide / max(places[0].width(), 1.0) + 0.5))
        for number, (one, place) in enumerate(zip(self.items, places, strict=True)):
            if number % every == 0:
                box = QRectF(place.center().x() - wide / 2, self.field.bottom() + 2, wide, AXIS)
                paint_text(painter, box, one.name, theme.colour("muted"), Qt.AlignmentFlag.AlignCenter)
