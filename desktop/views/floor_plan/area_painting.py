"""How the area of a zone looks: its fill, a hatch where colour would not say it, and the frame inside the outline.

Most zones are upright rectangles; these are painted on whole pixels and all of one look at once, which is both sharper
and many times faster."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from desktop.views.floor_plan.inks import Inks
from desktop.views.floor_plan.plates import LEAST_PX
from desktop.views.floor_plan.shapes import BOTH, LIVE, NORMAL, OVERDUE, PENDING, UNKNOWN, MapZone
from services.core.geometry import Polygon

FRAME_PX = {OVERDUE: 3, PENDING: 2, UNKNOWN: 2, NORMAL: 1}
LEVEL_FRAME_PX = 2
DASHED_FROM_PX = 48  # in a smaller rectangle a dash can not be told from a line
HATCH_PX = 8
UPRIGHT_PX = 0.01
LINES, CROSSED, DOTS = "lines", "crossed", "dots"
HATCHES = {OVERDUE: CROSSED, PENDING: LINES, UNKNOWN: DOTS}


class Area(NamedTuple):
    """How an area is painted; `plain`: nothing but a thin frame, which may lie on the outline."""

    fill: QColor
    frame: QColor
    width: int
    dashed: bool = False
    hatch: tuple[int, str] | None = None  # its colour and kind
    plain: bool = False


def area_of(zone: MapZone, by: str, inks: Inks) -> Area:
    """By status; by level of risk; or by level with the status as a hatch and, unless all is well, as the frame."""
    status = zone.status
    if by == LIVE:
        lines = (inks.hatch.rgba(), LINES) if status == UNKNOWN else None
        width = FRAME_PX[status]
        return Area(inks.fill[status], inks.frame[status], width, status == UNKNOWN, lines, status == NORMAL)
    if by == BOTH and status != NORMAL:
        lines = (inks.hatch_on_level.rgba(), HATCHES[status])
        return Area(inks.fill[zone.risk], inks.frame[status], FRAME_PX[status], status == UNKNOWN, lines)
    return Area(inks.fill[zone.risk], inks.frame[zone.risk], LEVEL_FRAME_PX)


@dataclass(slots=True)
class Outline:
    """Where an area lies, in pixels: a rectangle if it is one that stands upright, else a path; `filled` is what of it
    is filled, without smaller zones on it, which have colours of their own. A rectangle with nothing on it has no
    paths."""

    box: QRect | None
    path: QPainterPath | None
    filled: QPainterPath | None = None
    tiny: bool = False  # it has no room for a plate that says anything
    _strips: dict[int, list[QRect]] = field(default_factory=dict)

    def strips(self, width: int) -> list[QRect]:
        """The frame inside the rectangle as four of its own, none on another."""
        found = self._strips.get(width)
        if found is None:
            assert self.box is not None
            x, y, wide, high = self.box.x(), self.box.y(), self.box.width(), self.box.height()
            across, down = min(width, wide), min(width, high)
            found = self._strips[width] = [
                QRect(x, y, wide, down),
                QRect(x, y + high - down, wide, down),
                QRect(x, y + down, across, high - 2 * down),
                QRect(x + wide - across, y + down, across, high - 2 * down),
            ]
        return found


def outline_of(polygon: Polygon, holes: Sequence[Polygon] = ()) -> Outline:
    """The outline of a polygon in pixels, with what lies on it."""
    box = _upright(polygon)
    tiny = box is not None and min(box.width(), box.height()) < LEAST_PX
    if box is not None and not holes:
        return Outline(box, None, tiny=tiny)
    path = filled = _path(polygon)
    for hole in holes:
        filled = filled.subtracted(_path(hole))
    return Outline(box, path, filled, tiny)


def paint_area(painter: QPainter, outline: QPolygonF, area: Area) -> None:
    """One area without its plate; the painter works in pixels."""
    outlines = [outline_of(tuple(outline.at(place).toTuple() for place in range(outline.size())))]
    fill_areas(painter, outlines, area)
    frame_areas(painter, outlines, area)


def fill_areas(painter: QPainter, outlines: Sequence[Outline], area: Area) -> None:
    """What of areas of one look is filled and hatched. Hatches go through from one to the next."""
    boxes = [one.box for one in outlines if one.filled is None and one.box is not None]
    paths = [one.filled for one in outlines if one.filled is not None]
    brushes: list[QColor | QBrush] = [area.fill]
    if area.hatch is not None:
        brushes.append(hatch(*area.hatch, painter.device().devicePixelRatioF()))
    painter.setPen(Qt.PenStyle.NoPen)
    for brush in brushes:
        painter.setBrush(brush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawRects(boxes)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for path in paths:
            painter.drawPath(path)


def frame_areas(painter: QPainter, outlines: Sequence[Outline], area: Area) -> None:
    """Their frames, inside the outlines."""
    dashed = [one.box for one in outlines if area.dashed and one.box is not None and _large(one.box)]
    solid = outlines if not dashed else [one for one in outlines if one.box is None or not _large(one.box)]
    strips = [one.strips(area.width) for one in solid if one.box is not None]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(area.frame)
    painter.drawRects(list(chain.from_iterable(strips)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_frame_pen(area, area.width))
    half = area.width / 2
    for box in dashed:
        painter.drawRect(QRectF(box).adjusted(half, half, -half, -half))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for one in outlines:
        if one.box is None and one.path is not None:
            _frame_path(painter, one.path, area)


def _large(box: QRect) -> bool:
    return min(box.width(), box.height()) >= DASHED_FROM_PX


def _frame_path(painter: QPainter, path: QPainterPath, area: Area) -> None:
    if area.plain:
        painter.setPen(_frame_pen(area, 1.0))
        painter.drawPath(path)
        return
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(_frame_pen(area, 2 * area.width))  # half of it lies outside and is clipped
    painter.drawPath(path)
    painter.restore()


def _path(polygon: Polygon) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*corner) for corner in polygon]))
    path.closeSubpath()
    return path


def _frame_pen(area: Area, width: float) -> QPen:
    pen = QPen(area.frame, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if area.dashed:
        pen.setDashPattern([3.0, 2.0])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _upright(polygon: Polygon) -> QRect | None:
    """The rectangle in whole pixels, if the outline is one that stands upright."""
    if len(polygon) != 4:
        return None
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    for x, y in polygon:
        if min(x - left, right - x) > UPRIGHT_PX or min(y - top, bottom - y) > UPRIGHT_PX:
            return None
    x, y = round(left), round(top)
    return QRect(x, y, round(right) - x, round(bottom) - y)


@cache
def hatch(rgba: int, kind: str, ratio: float) -> QBrush:
    """Thin diagonal lines one way, crossing lines, or dots, on nothing; as sharp as what it is painted on."""
    side = round(HATCH_PX * ratio)
    tile = QPixmap(side, side)
    tile.setDevicePixelRatio(side / HATCH_PX)
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
