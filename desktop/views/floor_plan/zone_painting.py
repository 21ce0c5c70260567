"""How zones look: their areas, and on each a plate with name, class badge, sign and words. Never colour alone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
)

from desktop.style.signs import badge_pixmap, sign_pixmap
from desktop.views.floor_plan.area_painting import Area, Outline, area_of, fill_areas, frame_areas, outline_of
from desktop.views.floor_plan.camera import Camera
from desktop.views.floor_plan.inks import Inks
from desktop.views.floor_plan.plates import SIGN_GAP, Form, Plate, badge_size, in_two, laid_out, sign_size
from desktop.views.floor_plan.shapes import LIVE, OVERDUE, PENDING, RISK, UNKNOWN, MapZone
from desktop.widgets.unconfirmed import SIGN
from services.core.geometry import Polygon
from services.core.inside import bounds

MARK = 11
DIMMED_AREA, DIMMED_PLATE = 0.35, 0.6
RADIUS = 6.0
MOST_SCALES = 12  # several small maps, or a map before and after zooming
BORDER_PX = {OVERDUE: 2.0, PENDING: 1.0, UNKNOWN: 1.0}

Inner = Callable[[str], tuple[Polygon, ...]]


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
        return self.width(text, size, True)

    def words(self, text: str, size: int) -> float:
        """The width of a status in words; bold is the wider of the two weights it is written in."""
        return self.width(text, size, True)

    def _at(self, size: int, bold: bool) -> tuple[QFont, QFontMetricsF]:
        if (size, bold) not in self._kept:
            font = QFont(self._font)
            font.setPixelSize(size)
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            self._kept[size, bold] = (font, QFontMetricsF(font))
        return self._kept[size, bold]

    def width(self, text: str, size: int, bold: bool) -> float:
        """How wide a text comes out."""
        key = (text, size, bold)
        if key not in self._widths:
            self._widths[key] = self._at(size, bold)[1].horizontalAdvance(text)
        return self._widths[key]


class Stamps:
    """Signs and badges as small pictures, made once: a map shows hundreds of the same few."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int, float, int], QPixmap] = {}

    def sign(self, painter: QPainter, status: str, at: QPointF, size: int, inks: Inks) -> None:
        """Paints the sign of a status or of a level with its upper left at `at`."""
        self._paint(painter, status, at, size, inks.status.get(status, inks.text).rgb(), sign_pixmap)

    def mark(self, painter: QPainter, at: QPointF, size: int, inks: Inks) -> None:
        """Paints the sign of what is not yet confirmed with its upper left at `at`."""
        self._paint(painter, SIGN, at, size, inks.status[UNKNOWN].rgb(), sign_pixmap)

    def badge(self, painter: QPainter, letter: str, at: QPointF, size: int, inks: Inks) -> None:
        """Paints a class badge with its upper left at `at`."""
        self._paint(painter, letter, at, size, inks.text.rgb(), badge_pixmap)

    def _paint(
        self, painter: QPainter, what: str, at: QPointF, size: int, ink: int, make: Callable[[str, int, float], QPixmap]
    ) -> None:
        ratio = painter.device().devicePixelRatioF()
        key = (what, size, ratio, ink)
        if key not in self._kept:
            self._kept[key] = make(what, size, ratio)
        painter.drawPixmap(at.toPoint(), self._kept[key])


@dataclass(slots=True)
class Shape:
    """A zone at one scale, in pixels from the plan's origin; `said` are the texts its plate was made for, if it has
    room for one."""

    zone: MapZone
    said: tuple[str, str, str]
    outline: Outline
    plate: Plate | None


class ZonePainter:
    """Paints zones with a painter in pixels, their areas coloured `by` status, risk or both. Outlines and plates are
    made once for each shape, scale and wording. `inner` answers the outlines of smaller zones that lie on a zone, by
    its id: they have the colour and the room there."""

    def __init__(self, font: QFont, inner: Inner = lambda _: ()) -> None:
        self.by = LIVE
        self.type = Type(font)
        self.stamps = Stamps()
        self._inner = inner
        self._scales: dict[tuple[float, bool], dict[str, Shape]] = {}

    def paint(
        self, painter: QPainter, zones: Iterable[MapZone], camera: Camera, inks: Inks, highlight: str | None
    ) -> list[QRectF]:
        """All zones; with `highlight` those of another status or level step back. Answers the boxes of the plates."""
        shapes = self.shapes(zones, camera.scale)
        painter.save()
        painter.translate(camera.x, camera.y)
        looks = self._by_look(shapes, inks, highlight)
        for step in (fill_areas, frame_areas):
            for (_, _, behind), (area, outlines) in looks.items():
                painter.setOpacity(DIMMED_AREA if behind else 1.0)
                step(painter, outlines, area)
        painter.restore()
        room, boxes = QRectF(painter.viewport()), []
        for zone, plate in ((one.zone, one.plate) for one in shapes if one.plate is not None or one.zone.unconfirmed):
            painter.setOpacity(1.0 if highlight in (None, zone.sign(self.by)) else DIMMED_PLATE)
            if plate is not None:
                boxes.append(plate.box.translated(camera.x, camera.y))
            if (
                plate is None
                or plate.badge is not None
                or boxes[-1].adjusted(-MARK, -MARK, MARK, MARK).intersects(room)
            ):
                self.paint_plate(painter, zone, camera, inks)
        painter.setOpacity(1.0)
        return boxes

    def _by_look(
        self, shapes: Iterable[Shape], inks: Inks, highlight: str | None
    ) -> dict[tuple[str, str, bool], tuple[Area, list[Outline]]]:
        """Outlines of zones that look alike, as one painting of many is much faster than many of one."""
        found: dict[tuple[str, str, bool], tuple[Area, list[Outline]]] = {}
        for shape in shapes:
            zone = shape.zone
            key = (zone.status, zone.risk, highlight is not None and highlight != zone.sign(self.by))
            alike = found.get(key)
            if alike is None:
                alike = found[key] = (area_of(zone, self.by, inks), [])
            alike[1].append(shape.outline)
        return found

    def shapes(self, zones: Iterable[MapZone], scale: float) -> list[Shape]:
        """The zones at a scale."""
        kept = self._scales.get((scale, self.by == RISK))
        if kept is None:
            if len(self._scales) >= MOST_SCALES:
                self._scales.clear()
            kept = self._scales[scale, self.by == RISK] = {}
        found = []
        for zone in zones:
            shape = kept.get(zone.id)
            if shape is None:
                shape = kept[zone.id] = self._shape(zone, scale, None)
            elif shape.zone is not zone:
                if shape.outline.tiny and shape.zone.polygon == zone.polygon:
                    shape.zone = zone
                else:
                    shape = kept[zone.id] = self._shape(zone, scale, shape)
            found.append(shape)
        return found

    def forget(self, zone: str) -> None:
        """What lies on a zone is no longer the same."""
        for kept in self._scales.values():
            kept.pop(zone, None)

    def _shape(self, zone: MapZone, scale: float, before: Shape | None) -> Shape:
        """Anew, but for what stays as `before`."""
        said, holes = (zone.name, *self._said(zone)), self._inner(zone.id)
        stays = before is not None and before.zone.polygon == zone.polygon
        if stays and before is not None and before.said == said:
            return Shape(zone, said, before.outline, before.plate)
        at_origin = tuple((x * scale, -y * scale) for x, y in zone.polygon)
        outline = before.outline if stays and before is not None else outline_of(at_origin, _scaled(holes, scale))
        taken = [bounds([hole]) for hole in _scaled(holes, scale)]
        return Shape(zone, said, outline, laid_out(at_origin, *said, self.type, taken))

    def plate(self, zone: MapZone, scale: float) -> Plate | None:
        """The zone's plate, relative to the plan's origin."""
        return self.shapes((zone,), scale)[0].plate

    def _said(self, zone: MapZone) -> tuple[str, str]:
        """The plate's second line, and the same in one word."""
        return (zone.risk_words, zone.risk_words) if self.by == RISK else (zone.words, zone.short)

    def paint_plate(self, painter: QPainter, zone: MapZone, camera: Camera, inks: Inks, *, ground: float = 1.0) -> None:
        """The plate alone; `ground` is how little of what lies under it is seen, from 0 to 1."""
        plate = self.plate(zone, camera.scale)
        if plate is None:
            if zone.unconfirmed:
                self._mark(painter, camera.outline(zone.polygon).boundingRect().center(), inks)
            return
        box = plate.box.translated(camera.x, camera.y)
        self._ground(painter, zone, box, inks, ground)
        form, sign = plate.form, zone.sign(self.by)
        said = dict(zip(("full", "short"), self._said(zone), strict=True)).get(form.words, "")
        if form.name and said:
            middle = box.top() + box.height() / 2
            first = QRectF(box.left(), box.top() + 2, box.width(), middle - box.top())
            second = QRectF(box.left(), middle, box.width(), box.bottom() - middle - 2)
            self._name(painter, zone, form.name, form.badge, first, inks)
            self._words(painter, sign, said, form.words_px, second, inks)
        elif form.broken:
            self._two_lines(painter, zone, sign, form, box, inks)
        elif form.name:
            side = sign_size(form)
            left = box.left() + 6
            self.stamps.sign(painter, sign, QPointF(left, box.center().y() - side / 2), side, inks)
            rest = QRectF(left + side, box.top(), box.right() - left - side, box.height())
            self._name(painter, zone, form.name, form.badge, rest, inks)
        else:
            self._words(painter, sign, said, form.words_px, box, inks)
        if zone.unconfirmed:
            self._mark(painter, box.topRight() + QPointF(-2, 2), inks)
        if plate.badge is not None:
            at = plate.badge + QPointF(camera.x, camera.y)
            self.stamps.badge(painter, zone.zone_class, at, badge_size(form), inks)

    def _ground(self, painter: QPainter, zone: MapZone, box: QRectF, inks: Inks, share: float) -> None:
        colour = QColor(inks.plate)
        colour.setAlphaF(colour.alphaF() * share)
        width = BORDER_PX.get(zone.sign(self.by), 0.0)
        painter.setPen(QPen(inks.status[zone.status], width) if width else Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _mark(self, painter: QPainter, at: QPointF, inks: Inks) -> None:
        """Not yet confirmed, on a ground of its own: on the plate's upper right corner, or in the middle of a zone that
        is too small for a plate."""
        ground = QRectF(0, 0, MARK + 5, MARK + 5)
        ground.moveCenter(at)
        painter.setPen(QPen(inks.status[UNKNOWN], 1))
        painter.setBrush(inks.plate)
        painter.drawEllipse(ground)
        self.stamps.mark(painter, ground.center() - QPointF(MARK / 2, MARK / 2), MARK, inks)

    def _name(self, painter: QPainter, zone: MapZone, size: int, badge: str, row: QRectF, inks: Inks) -> None:
        side = 18 if size >= 13 else 16
        width = self.type.name(zone.name, size)
        whole = width + (6.0 + side if badge == "inline" else 0.0)
        left = row.center().x() - whole / 2
        painter.setPen(inks.text)
        painter.setFont(self.type.font(size, True))
        painter.drawText(QRectF(left, row.top(), width + 2, row.height()), Qt.AlignmentFlag.AlignVCenter, zone.name)
        if badge == "inline":
            at = QPointF(left + width + 6, row.center().y() - side / 2)
            self.stamps.badge(painter, zone.zone_class, at, side, inks)

    def _two_lines(self, painter: QPainter, zone: MapZone, sign: str, form: Form, box: QRectF, inks: Inks) -> None:
        side = sign_size(form)
        self.stamps.sign(painter, sign, QPointF(box.center().x() - side / 2, box.top() + 4), side, inks)
        painter.setPen(inks.text)
        painter.setFont(self.type.font(form.name, True))
        lines = "\n".join(in_two(zone.name) or (zone.name,))
        painter.drawText(box.adjusted(0, side + 4, 0, -2), Qt.AlignmentFlag.AlignCenter, lines)

    def _words(self, painter: QPainter, status: str, said: str, size: int, row: QRectF, inks: Inks) -> None:
        side = 11 if size >= 12 else 10
        bold = status in (OVERDUE, PENDING)
        width = self.type.width(said, size, bold) if said else 0.0
        whole = side + (SIGN_GAP + width if said else 0.0)
        left = row.center().x() - whole / 2
        self.stamps.sign(painter, status, QPointF(left, row.center().y() - side / 2), side, inks)
        if said:
            painter.setPen(inks.status.get(status, inks.text))
            painter.setFont(self.type.font(size, bold))
            place = QRectF(left + side + SIGN_GAP, row.top(), width + 2, row.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, said)


def _scaled(polygons: Iterable[Polygon], scale: float) -> list[Polygon]:
    """In pixels from the plan's origin."""
    return [tuple((x * scale, -y * scale) for x, y in polygon) for polygon in polygons]
