"""What lies over the zones and changes with the mouse: selection, handles, outline in hand, suggestions, measures."""

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from desktop.views.floor_plan.camera import Camera, round_length
from desktop.views.floor_plan.gestures import edge_middles
from desktop.views.floor_plan.inks import Inks
from desktop.views.floor_plan.plates import place_inside
from desktop.views.floor_plan.shapes import Suggestion
from desktop.views.floor_plan.zone_painting import Type
from services.core.geometry import Point, Polygon, area, crosses_itself

SELECTION_PX = 3.0
HANDLE_PX = 8.0


def paint_frame(painter: QPainter, outline: QPolygonF, colour: QColor, width: float, dashed: bool = False) -> None:
    """A frame outside of an outline, so that the status frame inside stays to be seen."""
    inner = QPainterPath()
    inner.addPolygon(outline)
    inner.closeSubpath()
    outside = QPainterPath()
    outside.addRect(outline.boundingRect().adjusted(-99, -99, 99, 99))
    painter.save()
    painter.setClipPath(outside.subtracted(inner), Qt.ClipOperation.IntersectClip)
    pen = QPen(colour, 2 * width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        pen.setDashPattern([2.0, 1.5])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(inner)
    painter.restore()


def paint_shape(painter: QPainter, shape: Polygon, camera: Camera, inks: Inks, *, wrong: bool) -> None:
    """An outline being drawn or changed; red while it crosses itself or is wrong otherwise."""
    colour = inks.wrong if wrong or crosses_itself(shape) else inks.accent
    inside = QColor(colour)
    inside.setAlphaF(0.14)
    painter.setBrush(inside)
    pen = QPen(colour, 2.0)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolygon(camera.outline(shape))


def paint_handles(painter: QPainter, shape: Polygon, active: int | None, camera: Camera, inks: Inks) -> None:
    """Squares on the corners, small dots on the middles of edges that are long enough to be taken hold of."""
    painter.setPen(QPen(inks.accent, 1.5))
    for number, middle in enumerate(edge_middles(shape)):
        following = shape[(number + 1) % len(shape)]
        if math.dist(shape[number], following) * camera.scale > 5 * HANDLE_PX:
            painter.setBrush(inks.sheet)
            painter.drawEllipse(camera.to_screen(*middle), 3.0, 3.0)
    for number, corner in enumerate(shape):
        painter.setBrush(inks.accent if number == active else inks.sheet)
        at = camera.to_screen(*corner)
        painter.drawRect(QRectF(at.x() - HANDLE_PX / 2, at.y() - HANDLE_PX / 2, HANDLE_PX, HANDLE_PX))


def paint_suggestions(
    painter: QPainter,
    suggestions: Iterable[Suggestion],
    under: Suggestion | None,
    camera: Camera,
    inks: Inks,
    type_: Type,
) -> None:
    """Dashed outlines with the name that the drawing gives them; the one under the mouse is tinted."""
    for suggestion in suggestions:
        pen = QPen(inks.accent, 1.5)
        pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        tint = QColor(inks.accent)
        tint.setAlphaF(0.16 if suggestion == under else 0.05)
        painter.setBrush(tint)
        outline = camera.outline(suggestion.polygon)
        painter.drawPolygon(outline)
        if suggestion.name:
            _paint_name(
                painter,
                suggestion.name,
                tuple(camera.to_screen(x, y).toTuple() for x, y in suggestion.polygon),
                inks,
                type_,
            )


def _paint_name(painter: QPainter, name: str, outline: Polygon, inks: Inks, type_: Type) -> None:
    width = type_.name(name, 12)
    at = place_inside(outline, QSizeF(width + 16, 24))
    if at is None:
        return
    box = QRectF(at[0] - width / 2 - 8, at[1] - 12, width + 16, 24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.plate)
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(inks.accent)
    painter.setFont(type_.font(12, True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


def paint_snap(painter: QPainter, corner: Point, camera: Camera, inks: Inks) -> None:
    """The corner that the pointer was drawn to."""
    at = camera.to_screen(*corner)
    painter.setPen(QPen(inks.accent, 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(at.x() - 6, at.y() - 6, 12, 12))


def paint_measure(painter: QPainter, shape: Polygon, at: QPointF, inks: Inks, type_: Type, told: str = "") -> None:
    """How large the outline in hand is: its sides where it is a rectangle, its area, and what else is told of it."""
    said = f"{area(shape):,.1f} m²"
    if len(shape) == 4 and _is_rectangle(shape):
        said = f"{math.dist(shape[0], shape[1]):.2f} × {math.dist(shape[1], shape[2]):.2f} m · {said}"
    paint_told(painter, f"{said} · {told}" if told else said, at, inks, type_, wrong=bool(told))


def paint_told(painter: QPainter, said: str, at: QPointF, inks: Inks, type_: Type, *, wrong: bool = False) -> None:
    """A few words beside the mouse."""
    width = type_.name(said, 12) + 16
    box = QRectF(at.x() + 14, at.y() + 14, width, 24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.wrong if wrong else inks.text)
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(inks.sheet)
    painter.setFont(type_.font(12, True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)


def _is_rectangle(shape: Polygon) -> bool:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = shape
    sums = abs(ax + cx - bx - dx) + abs(ay + cy - by - dy)
    square = abs((bx - ax) * (cx - bx) + (by - ay) * (cy - by))
    return sums < 1e-3 and square < 1e-3


def scale_bar(scale: float, inks: Inks, type_: Type, ratio: float) -> QPixmap:
    """How long so many metres are on the screen, as a picture for the lower left corner."""
    metres = round_length(scale, 140)
    length = metres * scale
    said = f"{metres:g} m"
    ground = QRectF(0, 0, length + type_.width(said, 12, False) + 20, 24)
    made = QPixmap(math.ceil(ground.width() * ratio), math.ceil(ground.height() * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.plate)
    painter.drawRoundedRect(ground, 4, 4)
    left, base = 6.0, 14.0
    painter.setPen(QPen(inks.muted, 1.5))
    painter.drawLine(QPointF(left, base), QPointF(left + length, base))
    for share in (0.0, 0.5, 1.0):
        tick = 3.0 if share == 0.5 else 5.0
        painter.drawLine(QPointF(left + length * share, base - tick), QPointF(left + length * share, base + tick))
    painter.setPen(inks.muted)
    painter.setFont(type_.font(12, False))
    place = QRectF(left + length + 8, base - 12, 200, 24)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)
    painter.end()
    return made
