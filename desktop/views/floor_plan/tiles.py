"""The plan as square pictures, so that pushing it only copies pixels, a change paints only the squares it touches, and
zooming shows the old squares stretched until new ones are made."""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

from desktop.views.floor_plan.camera import Camera
from desktop.views.floor_plan.pane import Pane
from services.core.geometry import Point

TILE_PX = 512  # of the screen, not of the window's own measure
RING = 1  # squares made beyond the window, where there is time
KEPT_RINGS = 2
LEAD_PX = 36  # more than the margin round a plan shown whole, which would else need squares of its own

Place = tuple[int, int]
Paint = Callable[[QPainter, Camera, QRectF, Place], None]


class Span(NamedTuple):
    """Squares from a column and row to another, both included."""

    left: int
    top: int
    right: int
    bottom: int

    def places(self, beyond: int = 0) -> Iterator[Place]:
        """All of them row by row, with so many more on each side."""
        for row in range(self.top - beyond, self.bottom + beyond + 1):
            for column in range(self.left - beyond, self.right + beyond + 1):
                yield column, row


class Level:
    """The squares of one scale. The plan's origin, its lower left, lies in square (0, -1), a `lead` away from the left
    and the lower edge."""

    def __init__(self, scale: float, ratio: float) -> None:
        self.scale, self.ratio = scale, ratio
        self.side = TILE_PX / ratio
        self.lead = round(LEAD_PX * ratio) / ratio
        self.tiles: dict[Place, QPixmap] = {}
        self.old: dict[Place, QPixmap] = {}  # wrong by now, but better than a hole while zooming
        self.whole_for: Span | None = None  # the window for which nothing is missing, not even around it
        self.edition = 0  # another one whenever a square becomes another or is no more

    def fits(self, camera: Camera, ratio: float) -> bool:
        """Whether its squares are as sharp as they would be made now."""
        return self.scale == camera.scale and self.ratio == ratio

    def origin(self, camera: Camera) -> Point:
        """The upper left of square (0, 0) on the window, on a whole pixel of the screen."""
        ratio, lead = self.ratio, self.lead
        return round(camera.x * ratio) / ratio - lead, round(camera.y * ratio) / ratio + lead

    def corner(self, camera: Camera, place: Place) -> QPointF:
        """The upper left of a square on the window."""
        x, y = self.origin(camera)
        return QPointF(x + place[0] * self.side, y + place[1] * self.side)

    def extent(self, window: Span) -> QSizeF:
        """How large the squares under a window are together."""
        across, down = window.right - window.left + 1, window.bottom - window.top + 1
        return QSizeF(across * self.side, down * self.side)

    def laid(self, window: Span) -> Iterator[tuple[QPointF, QPixmap]]:
        """The squares under a window, which must be there, and where each lies on all of them together."""
        side = self.side
        for column, row in window.places():
            yield QPointF((column - window.left) * side, (row - window.top) * side), self.tiles[column, row]

    def seen(self, camera: Camera, size: QSize) -> Span:
        """The squares under a window."""
        x, y = self.origin(camera)
        side = self.side
        return Span(int(-x // side), int(-y // side), int((size.width() - x) // side), int((size.height() - y) // side))

    def make(self, place: Place, paint: Paint) -> QPixmap:
        """The square, painted now unless it is kept."""
        found = self.tiles.get(place)
        if found is None:
            self.edition += 1
            found = self.tiles[place] = QPixmap(TILE_PX, TILE_PX)
            found.fill(Qt.GlobalColor.white)  # so that Qt knows that nothing shows through, and only copies it
            found.setDevicePixelRatio(self.ratio)
            painter = QPainter(found)
            camera = Camera(self.scale, self.lead - place[0] * self.side, -self.lead - place[1] * self.side)
            paint(painter, camera, QRectF(0, 0, self.side, self.side), place)
            painter.end()
        return found

    def touch(self, left: float, low: float, right: float, high: float, margin_px: float) -> None:
        """Forgets the squares under a rectangle in metres and so many pixels around it."""
        scale, side, lead = self.scale, self.side, self.lead
        first, last = (left * scale + lead - margin_px) // side, (right * scale + lead + margin_px) // side
        top, bottom = (-high * scale - lead - margin_px) // side, (-low * scale - lead + margin_px) // side
        for place in [one for one in self.tiles if first <= one[0] <= last and top <= one[1] <= bottom]:
            self.old[place] = self.tiles.pop(place)
            self.whole_for = None
            self.edition += 1

    def forget(self) -> None:
        """Forgets all of them."""
        self.old.update(self.tiles)
        self.tiles.clear()
        self.whole_for = None
        self.edition += 1

    def tidy(self, window: Span) -> bool:
        """Lets go of what is far from a window; whether nothing is missing under it and around."""
        if window != self.whole_for:
            near = set(window.places(KEPT_RINGS))
            self.old.clear()
            for place in [one for one in self.tiles if one not in near]:
                del self.tiles[place]
            self.whole_for = window if all(place in self.tiles for place in window.places(RING)) else None
        return self.whole_for is not None


class Tiles:
    """`paint` is given a painter in pixels, the camera to paint with, the area that is to be painted, all of it, and
    which square it is."""

    def __init__(self, paint: Paint) -> None:
        self._paint = paint
        self._shown: Level | None = None
        self._coming: Level | None = None
        self._pane = Pane()

    def forget(self) -> None:
        """All that is kept is wrong from now on."""
        for level in self._levels:
            level.forget()

    def touch(self, left: float, low: float, right: float, high: float, margin_px: float) -> None:
        """What is kept of a rectangle in metres is wrong from now on, and so many pixels around it."""
        for level in self._levels:
            level.touch(left, low, right, high, margin_px)

    def touch_at(self, points: Callable[[float], Iterable[Point]], margin_px: float) -> None:
        """What is kept of some points in metres, which may be others at each scale, is wrong from now on."""
        for level in self._levels:
            for x, y in points(level.scale):
                level.touch(x, y, x, y, margin_px)

    def draw(self, painter: QPainter, camera: Camera, size: QSize, ratio: float, *, stretch: bool) -> bool:
        """Paints what the window shows; False where squares nearby are missing or with `stretch` not yet sharp."""
        shown = self._shown
        if stretch and shown is not None and not shown.fits(camera, ratio):
            _draw_stretched(painter, shown, camera)
            if self._coming is not None and self._coming.fits(camera, ratio):
                _draw_kept(painter, self._coming, camera, size)
            return False
        level = self._level(camera, ratio)
        self._shown, self._coming = level, None
        window = level.seen(camera, size)
        self._draw(painter, level, camera, window)
        return level.tidy(window)

    def sharpen(self, camera: Camera, size: QSize, ratio: float, within_s: float) -> bool:
        """Makes squares of the window and then of the ring around it, until the time is over; whether the window's are
        all there."""
        level = self._level(camera, ratio)
        if level is not self._shown:
            self._coming = level
        window, end = level.seen(camera, size), time.perf_counter() + within_s
        for place in (*window.places(), *window.places(RING)):
            if place not in level.tiles:
                level.make(place, self._paint)
                if time.perf_counter() > end:
                    break
        if any(place not in level.tiles for place in window.places()):
            return False
        self._shown, self._coming = level, None
        return True

    @property
    def _levels(self) -> list[Level]:
        return [level for level in (self._shown, self._coming) if level is not None]

    def _level(self, camera: Camera, ratio: float) -> Level:
        if self._shown is not None and self._shown.fits(camera, ratio):
            return self._shown
        found = next((level for level in self._levels if level.fits(camera, ratio)), None)
        return found or Level(camera.scale, ratio)

    def _draw(self, painter: QPainter, level: Level, camera: Camera, window: Span) -> None:
        """All squares of a window, which are made where they are missing."""
        if self._pane.known((level, level.edition, window)):
            corner = level.corner(camera, (window.left, window.top))
            painter.drawPixmap(corner, self._pane.picture(level.laid(window), level.extent(window), level.ratio))
        else:
            for place in window.places():
                painter.drawPixmap(level.corner(camera, place), level.make(place, self._paint))


def _draw_kept(painter: QPainter, level: Level, camera: Camera, size: QSize) -> None:
    """Those squares of a window that are there."""
    for place in level.seen(camera, size).places():
        if place in level.tiles:
            painter.drawPixmap(level.corner(camera, place), level.tiles[place])


def _draw_stretched(painter: QPainter, level: Level, camera: Camera) -> None:
    """All squares at another scale than they were made for; edges on whole pixels, so that no seam shows."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    stretched = camera.scale / level.scale
    side, lead = level.side * stretched, level.lead * stretched
    for (column, row), tile in {**level.old, **level.tiles}.items():
        left, right = (round(camera.x - lead + (column + more) * side) for more in (0, 1))
        top, bottom = (round(camera.y + lead + (row + more) * side) for more in (0, 1))
        painter.drawPixmap(QRect(left, top, right - left, bottom - top), tile)
