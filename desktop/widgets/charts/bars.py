"""Bars below each other, the longest first, each with its name before it and what is said of it behind."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.style.lettering import LEFT, RIGHT, paint_text
from desktop.style.theme import theme
from desktop.widgets.charts.chart import PAD, TITLE, Chart

ROW, BAR, NAMES, SAID, GAP = 24, 14, 108, 84, 8


class BarChart(Chart):
    """As many rows as it has room for; `most` parts are shown."""

    def __init__(self, name: str, title: str, most: int, names: int = NAMES) -> None:
        super().__init__(name, title, TITLE + most * ROW + PAD)
        self.most, self._names = most, names

    def places(self) -> list[QRectF]:
        room = self.room
        shown = min(len(self.items), self.most)
        return [QRectF(room.left(), room.top() + n * ROW, room.width(), ROW) for n in range(shown)]

    def paint_items(self, painter: QPainter) -> None:
        top = max((one.value or 0.0 for one in self.items), default=0.0) or 1.0
        for number, (one, place) in enumerate(zip(self.items, self.places(), strict=False)):
            left = place.left() + self._names + GAP
            field = place.width() - self._names - SAID - 2 * GAP
            if number == self.at:
                painter.fillRect(place, theme.colour("hover"))
            name = QRectF(place.left(), place.top(), self._names, ROW)
            paint_text(painter, name, one.name, theme.colour("text"), RIGHT)
            long = max(1.0, field * (one.value or 0.0) / top)
            painter.fillRect(QRectF(left, place.top() + (ROW - BAR) / 2, long, BAR), theme.colour("accent"))
            said = QRectF(left + long + GAP, place.top(), SAID, ROW)
            paint_text(painter, said, one.said, theme.colour("muted"), LEFT)
