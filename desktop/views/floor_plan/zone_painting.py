"""How zones look: fill, frame and hatch by status, the plate with name, badge, sign and words. Never colour alone."""

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)

from desktop.style.signs import paint_badge, paint_sign
from desktop.views.floor_plan.camera import Camera
from desktop.views.floor_plan.inks import Inks
from desktop.views.floor_plan.plates import SIGN_GAP, Plate, badge_size, laid_out, sign_size
from desktop.views.floor_plan.shapes import NORMAL, OVERDUE, PENDING, UNKNOWN, MapZone

FRAME_PX = {OVERDUE: 3.0, PENDING: 1.5, UNKNOWN: 1.5}
DIMMED_AREA, DIMMED_PLATE = 0.35, 0.6
RADIUS = 6.0
HATCH_PX = 8


class Type:
    """Fonts of the plates and their measures, kept for each size."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._kept: dict[tuple[int, bool], tuple[QFont, QFontMetricsF]] = {}
        self._widths: dict[tuple[str, int, bool], float] = {}

    def font(self, size: int, bold: bool) -> QFont:
        """The interface's font at a size in px."""
        return self._at(size, bold)[0]

    def name(self, text: str, size: int) -> float:
        """The width of a zone's name."""
        return self._width(text, size, True)

    def words(self, text: str, size: int) -> float:
        """The width of a status in words; bold is the wider of the two weights it is written in."""
        return self._width(text, size, True)

    def _at(self, size: int, bold: bool) -> tuple[QFont, QFontMetricsF]:
        if (size, bold) not in self._kept:
            font = QFont(self._font)
            font.setPixelSize(size)
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            self._kept[size, bold] = (font, QFontMetricsF(font))
        return self._kept[size, bold]

    def _width(self, text: str, size: int, bold: bool) -> float:
        key = (text, size, bold)
        if key not in self._widths:
            self._widths[key] = self._at(size, bold)[1].horizontalAdvance(text)
        return self._widths[key]


class ZonePainter:
    """Paints zones with a painter in pixels. Plates are laid out once for each outline, size and wording."""

    def __init__(self, font: QFont) -> None:
        self.type = Type(font)
        self._plates: dict[tuple[MapZone, float], Plate | None] = {}

    def paint(
        self, painter: QPainter, zones: Iterable[MapZone], camera: Camera, inks: Inks, highlight: str | None
    ) -> None:
        """All zones; with `highlight` those of another status step back."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = list(zones)
        for zone in shown:
            painter.setOpacity(1.0 if highlight in (None, zone.status) else DIMMED_AREA)
            paint_area(painter, camera.outline(zone.polygon), zone.status, inks)
        for zone in shown:
            painter.setOpacity(1.0 if highlight in (None, zone.status) else DIMMED_PLATE)
            self.paint_plate(painter, zone, camera, inks)
        painter.setOpacity(1.0)

    def plate(self, zone: MapZone, scale: float) -> Plate | None:
        """The zone's plate, relative to the plan's origin."""
        key = (zone, scale)
        if key not in self._plates:
            if len(self._plates) > 4000:
                self._plates.clear()
            at_origin = tuple((x * scale, -y * scale) for x, y in zone.polygon)
            self._plates[key] = laid_out(at_origin, zone.name, zone.words, zone.short, self.type)
        return self._plates[key]

    def paint_plate(self, painter: QPainter, zone: MapZone, camera: Camera, inks: Inks) -> None:
        """The plate alone."""
        plate = self.plate(zone, camera.scale)
        if plate is None:
            return
        box = plate.box.translated(camera.x, camera.y)
        self._ground(painter, zone, box, inks)
        form = plate.form
        said = {"full": zone.words, "short": zone.short}.get(form.words, "")
        if form.name and said:
            middle = box.top() + box.height() / 2
            first = QRectF(box.left(), box.top() + 2, box.width(), middle - box.top())
            second = QRectF(box.left(), middle, box.width(), box.bottom() - middle - 2)
            self._name(painter, zone, form.name, form.badge, first, inks)
            self._words(painter, zone.status, said, form.words_px, second, inks)
        elif form.name:
            side = sign_size(form)
            left = box.left() + 6
            sign = QRectF(left, box.center().y() - side / 2, side, side)
            paint_sign(painter, zone.status, sign, inks.status[zone.status])
            rest = QRectF(left + side, box.top(), box.right() - left - side, box.height())
            self._name(painter, zone, form.name, form.badge, rest, inks)
        else:
            self._words(painter, zone.status, said, form.words_px, box, inks)
        if plate.badge is not None:
            at = plate.badge + QPointF(camera.x, camera.y)
            side = badge_size(form)
            paint_badge(painter, zone.zone_class, QRectF(at, QSizeF(side, side)))

    def _ground(self, painter: QPainter, zone: MapZone, box: QRectF, inks: Inks) -> None:
        width = {OVERDUE: 2.0, PENDING: 1.0, UNKNOWN: 1.0}.get(zone.status, 0.0)
        painter.setPen(QPen(inks.status[zone.status], width) if width else Qt.PenStyle.NoPen)
        painter.setBrush(inks.plate)
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _name(self, painter: QPainter, zone: MapZone, size: int, badge: str, row: QRectF, inks: Inks) -> None:
        side = 18.0 if size >= 13 else 16.0
        width = self.type.name(zone.name, size)
        whole = width + (6.0 + side if badge == "inline" else 0.0)
        left = row.center().x() - whole / 2
        painter.setPen(inks.text)
        painter.setFont(self.type.font(size, True))
        painter.drawText(QRectF(left, row.top(), width + 2, row.height()), Qt.AlignmentFlag.AlignVCenter, zone.name)
        if badge == "inline":
            box = QRectF(left + width + 6, row.center().y() - side / 2, side, side)
            paint_badge(painter, zone.zone_class, box)

    def _words(self, painter: QPainter, status: str, said: str, size: int, row: QRectF, inks: Inks) -> None:
        side = 11.0 if size >= 12 else 10.0
        bold = status in (OVERDUE, PENDING)
        metrics = QFontMetricsF(self.type.font(size, bold))
        width = metrics.horizontalAdvance(said) if said else 0.0
        whole = side + (SIGN_GAP + width if said else 0.0)
        left = row.center().x() - whole / 2
        paint_sign(painter, status, QRectF(left, row.center().y() - side / 2, side, side), inks.status[status])
        if said:
            painter.setPen(inks.status[status])
            painter.setFont(self.type.font(size, bold))
            place = QRectF(left + side + SIGN_GAP, row.top(), width + 2, row.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, said)


def paint_area(painter: QPainter, outline: QPolygonF, status: str, inks: Inks) -> None:
    """Fill, hatch where nothing is known, and the frame inside the outline."""
    quiet = status == NORMAL
    painter.setPen(QPen(inks.frame[status], 1.0) if quiet else Qt.PenStyle.NoPen)
    painter.setBrush(inks.fill[status])
    painter.drawPolygon(outline)
    if quiet:
        return
    if status == UNKNOWN:
        painter.setBrush(hatch(inks.hatch.rgba()))
        painter.setBrushOrigin(outline.first())
        painter.drawPolygon(outline)
    _paint_inner_frame(painter, outline, status, inks)


def _paint_inner_frame(painter: QPainter, outline: QPolygonF, status: str, inks: Inks) -> None:
    path = QPainterPath()
    path.addPolygon(outline)
    path.closeSubpath()
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    pen = QPen(inks.frame[status], 2 * FRAME_PX[status])  # half of it lies outside and is clipped
    if status == UNKNOWN:
        pen.setDashPattern([2.0, 1.5])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
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
