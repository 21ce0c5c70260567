"""The week by its hours: a row a day, a column an hour; the more, the darker, and the figure in it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop import words
from desktop.style.lettering import RIGHT, paint_text
from desktop.style.theme import theme
from desktop.widgets.charts.chart import PAD, TITLE, Chart, Item

DAYS, HOURS, CELL, SIDE, AXIS = 7, 24, 22, 44, 18
WHOLE = 9.95  # from where on a figure of one decimal has no room
Week = Sequence[Sequence[tuple[str, ...]]]
Rates = Sequence[Sequence[float | None]]
DARK_FROM = 0.55  # of the most, from where on the figure needs the other ink


class WeekChart(Chart):
    """Its items are the 7 × 24 parts, Monday's first."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__(name, title, TITLE + DAYS * CELL + AXIS + PAD)

    def show_week(self, week: Week, rates: Rates | None = None) -> None:
        """The ids of each hour; with `rates` not how many they are but how often they come, where that is known."""
        made = []
        for day, hours in enumerate(week):
            for hour, ids in enumerate(hours):
                called = f"{words.weekday(day)} {hour:02}:00–{hour + 1:02}:00"
                value = float(len(ids)) if rates is None else rates[day][hour]
                said = f"{value or 0:.0f}" if rates is None or (value or 0) >= WHOLE else f"{value or 0:.1f}"
                made.append(Item(called, value or None, said, ids))
        self.show_items(made)

    def places(self) -> list[QRectF]:
        room = self.room
        wide = (room.width() - SIDE) / HOURS
        return [
            QRectF(room.left() + SIDE + hour * wide, room.top() + day * CELL, wide, CELL).adjusted(1, 1, -1, -1)
            for day in range(DAYS)
            for hour in range(HOURS)
        ]

    def paint_items(self, painter: QPainter) -> None:
        most = max((one.value or 0.0 for one in self.items), default=0.0) or 1.0
        places = self.places()
        for number, (one, place) in enumerate(zip(self.items, places, strict=True)):
            share = (one.value or 0.0) / most
            painter.fillRect(place, _shade(share) if one.value else theme.colour("page"))
            if one.value:
                ink = theme.colour("on_accent" if share > DARK_FROM else "text")
                paint_text(painter, place, one.said, ink, Qt.AlignmentFlag.AlignCenter)
            if number == self.at and one.ids:
                painter.setPen(theme.colour("accent"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(place)
        for day in range(DAYS):
            side = QRectF(self.room.left(), places[day * HOURS].top(), SIDE - 8, CELL - 2)
            paint_text(painter, side, words.weekday(day), theme.colour("muted"), RIGHT)
        for hour in range(0, HOURS, 3):
            place = places[hour]
            box = QRectF(place.left(), self.room.top() + DAYS * CELL, 48, AXIS)
            paint_text(painter, box, f"{hour}:00", theme.colour("muted"))

    def told(self, at: int) -> str:
        return super().told(at) if self.items[at].ids else ""


def _shade(share: float) -> QColor:
    """The accent, the stronger the more."""
    made = QColor(theme.colour("accent"))
    made.setAlphaF(0.14 + 0.86 * share)
    return made
