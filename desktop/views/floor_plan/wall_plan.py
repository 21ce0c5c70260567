"""The plan on a wall: painted as on the map, but so large that its words can be read across a room."""

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QPainter, QPaintEvent

from desktop.views.floor_plan.camera import Camera, fitted
from desktop.views.floor_plan.plan_canvas import PlanCanvas
from desktop.views.floor_plan.underlay import Underlay

SMALLEST_TYPE = 11  # px: the smallest words that a plate of the map ever has


class WallPlan(PlanCanvas):
    """`letter` is the least height of type, in px; the whole picture is painted larger until its words have it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("wallPlan")
        self.letter = float(SMALLEST_TYPE)
        self._sharp_for: Camera | None = None

    def show_floor(self, underlay: Underlay | None, bounds: QRectF) -> None:
        super().show_floor(underlay, bounds)
        self._sharp_for = None

    def zones_changed(self) -> None:
        self.picture.cover(tuple(zone.polygon for zone in self._order))
        self._sharp_for = None
        super().zones_changed()

    def look(self, *, dark: bool, by: str) -> None:
        """The theme, and what the colours say."""
        if (dark, by) != (self.picture.dark, self.picture.by):
            self._sharp_for = None
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
        if self._sharp_for != camera:  # never the signs of a small screen made large
            self._sharp_for = camera
            self.picture.sharpen(camera, size, ratio)
        self.picture.draw(painter, camera, size, ratio)
        painter.end()
