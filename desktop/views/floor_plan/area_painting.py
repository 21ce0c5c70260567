"""How the area of a zone looks: its fill, a hatch where nothing is known, and the status frame inside the outline.

Most zones are upright rectangles; these are painted on whole pixels, which is both sharper and several times faster."""

from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from desktop.views.floor_plan.inks import Inks
from desktop.views.floor_plan.shapes import NORMAL, OVERDUE, PENDING, UNKNOWN

FRAME_PX = {OVERDUE: 3.0, PENDING: 1.5, UNKNOWN: 1.5, NORMAL: 1.0}
HATCH_PX = 8
UPRIGHT_PX = 0.01


def paint_area(painter: QPainter, outline: QPolygonF, status: str, inks: Inks) -> None:
    """The area without its plate; the painter works in pixels."""
    box = _upright(outline)
    if box is not None:
        _paint_rectangle(painter, box, status, inks)
        return
    quiet = status == NORMAL
    painter.setPen(frame_pen(status, inks, 1.0) if quiet else Qt.PenStyle.NoPen)
    painter.setBrush(inks.fill[status])
    painter.drawPolygon(outline)
    if not quiet:
        _paint_inside(painter, outline, status, inks)


def frame_pen(status: str, inks: Inks, width: float) -> QPen:
    """The pen of a status frame; dashed where nothing is known."""
    pen = QPen(inks.frame[status], width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if status == UNKNOWN:
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


def _paint_rectangle(painter: QPainter, box: QRect, status: str, inks: Inks) -> None:
    painter.fillRect(box, inks.fill[status])
    if status == UNKNOWN:
        painter.setBrushOrigin(box.topLeft())
        painter.fillRect(box, hatch(inks.hatch.rgba()))
    width = FRAME_PX[status]
    painter.setPen(frame_pen(status, inks, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRect(QRectF(box).adjusted(half, half, -half, -half))


def _paint_inside(painter: QPainter, outline: QPolygonF, status: str, inks: Inks) -> None:
    """Hatch and frame of an outline of any shape."""
    if status == UNKNOWN:
        painter.setBrush(hatch(inks.hatch.rgba()))
        painter.setBrushOrigin(outline.first())
        painter.drawPolygon(outline)
    path = QPainterPath()
    path.addPolygon(outline)
    path.closeSubpath()
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(frame_pen(status, inks, 2 * FRAME_PX[status]))  # half of it lies outside and is clipped
    painter.drawPath(path)
    painter.restore()


@cache
def hatch(rgba: int) -> QBrush:
    """Thin diagonal lines on nothing."""
    tile = QPixmap(HATCH_PX * 2, HATCH_PX * 2)
    tile.setDevicePixelRatio(2.0)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor.fromRgba(rgba), 1.0))
    for shift in (-HATCH_PX, 0, HATCH_PX):
        painter.drawLine(QPointF(shift - 1, HATCH_PX + 1), QPointF(shift + HATCH_PX + 1, -1))
    painter.end()
    return QBrush(tile)
