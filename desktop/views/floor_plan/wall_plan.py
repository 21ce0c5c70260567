"""The plan on a wall: painted as on the map, but so large that its words can be read across a room."""

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.floor_plan.camera import Camera, fitted
from desktop.views.floor_plan.picture import Picture
from desktop.views.floor_plan.shapes import MapZone, reading_order
from desktop.views.floor_plan.underlay import Underlay

SMALLEST_TYPE = 11  # px: the smallest words that a plate of the map ever has


class WallPlan(QWidget):
    """`letter` is the least height of type, in px; the whole picture is painted larger until its words have it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("wallPlan")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.picture = Picture(self.font())
        self.letter = float(SMALLEST_TYPE)
        self._sharp_for: Camera | None = None

    def show_floor(self, underlay: Underlay | None, bounds: QRectF) -> None:
        """Another floor or drawing; `bounds` in metres."""
        self.picture.show_floor(underlay, bounds)
        self._changed()

    def show_zones(self, zones: tuple[MapZone, ...]) -> None:
        """The zones as they are now."""
        self.picture.show_zones(reading_order(zones))
        self.picture.cover(tuple(zone.polygon for zone in zones))
        self._changed()

    def look(self, *, dark: bool, by: str) -> None:
        """The theme, and what the colours say."""
        self.picture.dark = dark
        self.picture.colour_by(by)
        self._changed()

    def _changed(self) -> None:
        self._sharp_for = None
        self.update()

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
