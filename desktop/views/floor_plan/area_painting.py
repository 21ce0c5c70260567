"""How the area of a zone looks: its fill, a hatch where colour would not say it, and the frame inside the outline.

Most zones are upright rectangles; these are painted on whole pixels, which is both sharper and several times faster."""

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from desktop.views.floor_plan.inks import Inks
from desktop.views.floor_plan.shapes import BOTH, LIVE, NORMAL, OVERDUE, PENDING, UNKNOWN, MapZone

FRAME_PX = {OVERDUE: 3.0, PENDING: 1.5, UNKNOWN: 1.5, NORMAL: 1.0}
LEVEL_FRAME_PX = 1.5
HATCH_PX = 8
UPRIGHT_PX = 0.01
LINES, CROSSED, DOTS = "lines", "crossed", "dots"
HATCHES = {OVERDUE: CROSSED, PENDING: LINES, UNKNOWN: DOTS}


class Area(NamedTuple):
    """How an area is painted; `plain`: nothing but a thin frame, which may lie on the outline."""

    fill: QColor
    frame: QColor
    width: float
    dashed: bool = False
    hatch: QBrush | None = None
    plain: bool = False


def area_of(zone: MapZone, by: str, inks: Inks) -> Area:
    """By status; by level of risk; or by level with the status as a hatch and, unless all is well, as the frame."""
    status = zone.status
    if by == LIVE:
        lines = hatch(inks.hatch.rgba(), LINES) if status == UNKNOWN else None
        width = FRAME_PX[status]
        return Area(inks.fill[status], inks.frame[status], width, status == UNKNOWN, lines, status == NORMAL)
    if by == BOTH and status != NORMAL:
        lines = hatch(inks.hatch_on_level.rgba(), HATCHES[status])
        return Area(inks.fill[zone.risk], inks.frame[status], FRAME_PX[status], status == UNKNOWN, lines)
    return Area(inks.fill[zone.risk], inks.frame[zone.risk], LEVEL_FRAME_PX)


def paint_area(painter: QPainter, outline: QPolygonF, area: Area) -> None:
    """The area without its plate; the painter works in pixels."""
    box = _upright(outline)
    if box is not None:
        _paint_rectangle(painter, box, area)
        return
    painter.setPen(_frame_pen(area, 1.0) if area.plain else Qt.PenStyle.NoPen)
    painter.setBrush(area.fill)
    painter.drawPolygon(outline)
    if not area.plain:
        _paint_inside(painter, outline, area)


def _frame_pen(area: Area, width: float) -> QPen:
    pen = QPen(area.frame, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if area.dashed:
        pen.setDashPattern([3.0, 2.0])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _upright(outline: QPolygonF) -> QRect | None:
    """The rectangle in whole pixels, if the outline is one that stands upright."""
    if outline.size() != 4:
        return None
    box = outline.boundingRect()
    for place in range(4):
        x, y = outline.at(place).toTuple()
        if min(x - box.left(), box.right() - x) > UPRIGHT_PX or min(y - box.top(), box.bottom() - y) > UPRIGHT_PX:
            return None
    left, top, right, bottom = round(box.left()), round(box.top()), round(box.right()), round(box.bottom())
    return QRect(left, top, right - left, bottom - top)


def _paint_rectangle(painter: QPainter, box: QRect, area: Area) -> None:
    painter.fillRect(box, area.fill)
    if area.hatch is not None:
        painter.setBrushOrigin(box.topLeft())
        painter.fillRect(box, area.hatch)
    painter.setPen(_frame_pen(area, area.width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = area.width / 2
    painter.drawRect(QRectF(box).adjusted(half, half, -half, -half))


def _paint_inside(painter: QPainter, outline: QPolygonF, area: Area) -> None:
    """Hatch and frame of an outline of any shape."""
    if area.hatch is not None:
        painter.setBrush(area.hatch)
        painter.setBrushOrigin(outline.first())
        painter.drawPolygon(outline)
    path = QPainterPath()
    path.addPolygon(outline)
    path.closeSubpath()
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(_frame_pen(area, 2 * area.width))  # half of it lies outside and is clipped
    painter.drawPath(path)
    painter.restore()


@cache
def hatch(rgba: int, kind: str) -> QBrush:
    """Thin diagonal lines one way, crossing lines, or dots, on nothing."""
    tile = QPixmap(HATCH_PX * 2, HATCH_PX * 2)
    tile.setDevicePixelRatio(2.0)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor.fromRgba(rgba), 1.0))
    for shift in (-HATCH_PX, 0, HATCH_PX):
        if kind != DOTS:
            painter.drawLine(QPointF(shift - 1, HATCH_PX + 1), QPointF(shift + HATCH_PX + 1, -1))
        if kind == CROSSED:
            painter.drawLine(QPointF(shift - 1, -1), QPointF(shift + HATCH_PX + 1, HATCH_PX + 1))
    if kind == DOTS:
        painter.fillRect(QRectF(HATCH_PX / 2 - 1, HATCH_PX / 2 - 1, 2, 2), QColor.fromRgba(rgba))
    painter.end()
    return QBrush(tile)
