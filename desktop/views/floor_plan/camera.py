"""Where the plan stands on the screen: metres with y upwards ↔ pixels with y downwards. Values only, no widget."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPolygonF, QTransform

from services.core.geometry import Point, Polygon

MOST_PX_PER_M = 2_000.0
FIT_MARGIN_PX = 24.0


@dataclass(frozen=True, slots=True)
class Camera:
    """`scale` is pixels per metre; (`x`, `y`) is where the plan's origin lies on the widget, in pixels."""

    scale: float = 10.0
    x: float = 0.0
    y: float = 0.0

    def to_screen(self, x_m: float, y_m: float) -> QPointF:
        """Pixels of a point in metres."""
        return QPointF(self.x + x_m * self.scale, self.y - y_m * self.scale)

    def to_metres(self, at: QPointF) -> Point:
        """Metres of a point in pixels."""
        return ((at.x() - self.x) / self.scale, (self.y - at.y()) / self.scale)

    def outline(self, polygon: Polygon) -> QPolygonF:
        """A polygon in pixels."""
        return QPolygonF([self.to_screen(x, y) for x, y in polygon])

    def seen(self, area: QRectF) -> QRectF:
        """The part of the plan under an area of the widget: metres, `top` being the lower y."""
        left, top = self.to_metres(area.topLeft())
        return QRectF(left, top - area.height() / self.scale, area.width() / self.scale, area.height() / self.scale)

    def transform(self) -> QTransform:
        """For a painter that is to paint in metres."""
        return QTransform(self.scale, 0, 0, -self.scale, self.x, self.y)

    def moved(self, by: QPointF) -> "Camera":
        """The plan pushed by so many pixels."""
        return Camera(self.scale, self.x + by.x(), self.y + by.y())

    def near(self, bounds: QRectF, size: QSizeF) -> "Camera":
        """Pushed back so that the middle of the widget lies no farther off `bounds` (metres) than half their size."""
        middle = QPointF(size.width() / 2, size.height() / 2)
        x_m, y_m = self.to_metres(middle)
        off_x, off_y = bounds.width() / 2, bounds.height() / 2
        x = min(max(x_m, bounds.left() - off_x), bounds.right() + off_x)
        y = min(max(y_m, bounds.top() - off_y), bounds.bottom() + off_y)
        return self.moved(middle - self.to_screen(x, y))

    def zoomed(self, factor: float, about: QPointF, least: float) -> "Camera":
        """Nearer or farther, with the plan's point under `about` staying there."""
        scale = min(max(self.scale * factor, least), MOST_PX_PER_M)
        x_m, y_m = self.to_metres(about)
        return Camera(scale, about.x() - x_m * scale, about.y() + y_m * scale)


def fitted(
    bounds: QRectF, size: QSizeF, margin: float = FIT_MARGIN_PX, above: float = 0.0, left: float = 0.0
) -> Camera:
    """The camera that shows all of `bounds` (metres, `top` being the lower y) in the middle of `size` pixels, of which
    those `above` and to the `left` stay free."""
    width, height = max(bounds.width(), 0.01), max(bounds.height(), 0.01)
    room_x, room_y = max(size.width() - left - 2 * margin, 10), max(size.height() - above - 2 * margin, 10)
    scale = min(room_x / width, room_y / height, MOST_PX_PER_M)
    x, y = bounds.center().x() * scale, bounds.center().y() * scale
    return Camera(scale, (size.width() + left) / 2 - x, (size.height() + above) / 2 + y)


def round_length(scale: float, most_px: float) -> float:
    """The longest of 1, 2, 5, 10 … metres that takes at most so many pixels."""
    most = most_px / scale
    power = 10.0 ** math.floor(math.log10(most))
    return next(step * power for step in (5, 2, 1) if step * power <= most * (1 + 1e-9))
