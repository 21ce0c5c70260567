"""The plan on a wall: painted as on the map, but so large that its words can be read across a room."""

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QPainter, QPaintEvent

from desktop.views.floor_plan.camera import Camera, fitted
from desktop.views.floor_plan.plan_canvas import PlanCanvas

SMALLEST_TYPE = 11  # px: the smallest words that a plate of the map ever has


class WallPlan(PlanCanvas):
    """`letter` is the least height of type, in px; the whole picture is painted larger until its words have it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("wallPlan")
        self.letter = float(SMALLEST_TYPE)

    def zones_changed(self, *, moved: bool) -> None:
        if moved:
            self.picture.cover(tuple(zone.polygon for zone in self._order))
        super().zones_changed(moved=moved)

    def look(self, *, dark: bool, by: str) -> None:
        """The theme, and what the colours say."""
        if (dark, by) != (self.picture.dark, self.picture.by):
            self.set_dark(dark)
            self.colour_by(by)

    def paintEvent(self, _: QPaintEvent) -> None:
        larger = max(1.0, self.letter / SMALLEST_TYPE)
        size = QSize(round(self.width() / larger), round(self.height() / larger))
        ratio = self.devicePixelRatioF() * larger
        painter = QPainter(self)
        painter.scale(larger, larger)
        whole = fitted(self.picture.bounds, QSizeF(self.size()))
        camera = Camera(whole.scale / larger, whole.x / larger, whole.y / larger)
        self.picture.draw(painter, camera, size, ratio)
        painter.end()
