"""Rulers in metres along the top and the left of the plan that is edited, with the mouse marked on both; and the
lines and right angles that hold what is drawn."""

import math
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.views.floor_plan.camera import Camera, round_length
from desktop.views.floor_plan.guides import Line
from desktop.views.floor_plan.inks import Inks
from desktop.views.floor_plan.zone_painting import Type
from services.core.geometry import Point

THICK_PX = 22
STEP_PX = 84.0  # numbers are no nearer to each other than half of this
TICK_PX, SMALL_PX, NUMBER_PX = 9.0, 5.0, 11
MARK_PX = 5.0
ANGLE_PX = 11.0


def marks(low: float, high: float, scale: float) -> Iterator[tuple[float, bool]]:
    """The metres between two ends at which a ruler has a mark, and whether it has a number."""
    step = round_length(scale, STEP_PX)
    small = step / (5 if f"{step:e}"[0] != "2" else 4)
    for number in range(math.ceil(low / small - 1e-9), math.floor(high / small + 1e-9) + 1):
        metres = number * small
        whole = round(metres / step)
        yield metres, abs(metres - whole * step) < small / 10


def paint_rulers(painter: QPainter, size: QSize, camera: Camera, at: QPointF | None, inks: Inks, type_: Type) -> None:
    """Both rulers; `at` is where the mouse is, in pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    top, left = QRectF(0, 0, size.width(), THICK_PX), QRectF(0, 0, THICK_PX, size.height())
    for ruler in (top, left):
        painter.fillRect(ruler, inks.sheet)
    painter.setPen(QPen(inks.line, 1.0))
    painter.drawLine(QPointF(0, THICK_PX), QPointF(size.width(), THICK_PX))
    painter.drawLine(QPointF(THICK_PX, 0), QPointF(THICK_PX, size.height()))
    painter.setFont(type_.font(NUMBER_PX, False))
    _paint_top(painter, size, camera, inks)
    _paint_left(painter, size, camera, inks)
    painter.fillRect(QRectF(0, 0, THICK_PX, THICK_PX), inks.sheet)
    painter.setPen(inks.muted)
    painter.drawText(QRectF(0, 0, THICK_PX, THICK_PX), Qt.AlignmentFlag.AlignCenter, "m")
    if at is not None:
        _paint_mark(painter, at, inks)
    painter.restore()


def _paint_top(painter: QPainter, size: QSize, camera: Camera, inks: Inks) -> None:
    seen = camera.seen(QRectF(THICK_PX, 0, size.width() - THICK_PX, size.height()))
    for metres, numbered in marks(seen.left(), seen.right(), camera.scale):
        x = camera.to_screen(metres, 0).x()
        painter.setPen(QPen(inks.muted, 1.0))
        painter.drawLine(QPointF(x, THICK_PX - (TICK_PX if numbered else SMALL_PX)), QPointF(x, THICK_PX - 1))
        if numbered:
            painter.drawText(QRectF(x + 3, 0, 60, THICK_PX - 5), Qt.AlignmentFlag.AlignVCenter, f"{metres:g}")


def _paint_left(painter: QPainter, size: QSize, camera: Camera, inks: Inks) -> None:
    seen = camera.seen(QRectF(0, THICK_PX, size.width(), size.height() - THICK_PX))
    for metres, numbered in marks(seen.top(), seen.bottom(), camera.scale):
        y = camera.to_screen(0, metres).y()
        painter.setPen(QPen(inks.muted, 1.0))
        painter.drawLine(QPointF(THICK_PX - (TICK_PX if numbered else SMALL_PX), y), QPointF(THICK_PX - 1, y))
        if numbered:
            painter.save()
            painter.translate(0, y - 3)
            painter.rotate(-90)
            painter.drawText(QRectF(0, 0, 60, THICK_PX - 5), Qt.AlignmentFlag.AlignVCenter, f"{metres:g}")
            painter.restore()


def _paint_mark(painter: QPainter, at: QPointF, inks: Inks) -> None:
    """A pointer on each ruler where the mouse is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.accent)
    x, y, edge = at.x(), at.y(), THICK_PX
    painter.drawPolygon(QPolygonF([QPointF(x, edge), QPointF(x - MARK_PX, edge - 8), QPointF(x + MARK_PX, edge - 8)]))
    painter.drawPolygon(QPolygonF([QPointF(edge, y), QPointF(edge - 8, y - MARK_PX), QPointF(edge - 8, y + MARK_PX)]))


def paint_guides(painter: QPainter, shown: Iterable[tuple[Line, Point]], camera: Camera, inks: Inks) -> None:
    """A thin line from the neighbour to what it holds: dashed along an edge, dotted through a middle."""
    for line, at in shown:
        along = at[1 - line.axis]
        low, high = min(line.low, along), max(line.high, along)
        ends = [(line.value, one) if line.axis == 0 else (one, line.value) for one in (low, high)]
        pen = QPen(inks.accent, 1.5)
        pen.setDashPattern([1.5, 3.0] if line.sort == "middle" else [6.0, 4.0])
        painter.setPen(pen)
        painter.drawLine(camera.to_screen(*ends[0]), camera.to_screen(*ends[1]))


def paint_angles(painter: QPainter, angles: Iterable[tuple[Point, Point, Point]], camera: Camera, inks: Inks) -> None:
    """The small square that says right angle, inside of each corner that has one."""
    painter.setPen(QPen(inks.accent, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for before, corner, after in angles:
        home = camera.to_screen(*corner)
        arms = [_arm(home, camera.to_screen(*end)) for end in (before, after)]
        if None not in arms:
            first, second = (arm for arm in arms if arm is not None)
            painter.drawPolyline(QPolygonF([home + first, home + first + second, home + second]))


def _arm(home: QPointF, end: QPointF) -> QPointF | None:
    """A short way from a corner along its edge; None where the edge is too short for it."""
    way = end - home
    length = math.hypot(way.x(), way.y())
    return way * (ANGLE_PX / length) if length > 2 * ANGLE_PX else None
