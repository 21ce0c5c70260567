"""Both outlines of a zone whose outline did not count: the one that was wanted at the left, what is so now at the
right, each with the other as a dashed line and with the zones around."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.style.theme import theme
from desktop.style.tokens import RADIUS
from desktop.views.floor_plan.wording import area_words
from desktop.widgets.parts import column, label, row
from services.core.geometry import Polygon, area, centre
from services.core.inside import Rectangle, bounds, overlap
from services.core.refused import Refused
from services.core.shape import read_as
from services.core.zones import Reshape
from services.store.queries.conflicts import Conflict
from services.store.records import Records

LOW, GAP = 260, 16
AROUND = 0.25  # of the outlines' extent, on each side
NAME_PX = 12


@dataclass(frozen=True)
class Neighbour:
    """Another zone of the floor; `loud` where the wanted outline lies partly on it."""

    name: str
    polygon: Polygon
    loud: bool = False


@dataclass(frozen=True)
class Outlines:
    """What was wanted, what the zone has now (None where there is no such zone), and what lies around."""

    mine: Polygon
    now: Polygon | None
    around: tuple[Neighbour, ...]

    @property
    def reach(self) -> Rectangle:
        """The part of the floor that both pictures show, in metres."""
        shown = [self.mine, *([self.now] if self.now else []), *(one.polygon for one in self.around if one.loud)]
        left, low, right, high = bounds(shown)
        beyond = AROUND * max(right - left, high - low, 1.0)
        return left - beyond, low - beyond, right + beyond, high + beyond


def outlines_of(look: Records, one: Conflict) -> Outlines | None:
    """The outlines that an operation on a zone was about; None where it was about none, or where what it named is no
    outline."""
    if one.thing != "zone" or "polygon" not in one.row.args:
        return None
    try:
        mine = read_as(Reshape, {"zone": "", "polygon": one.row.args["polygon"]}).polygon
    except Refused:
        return None
    floor = one.row.args.get("floor") or getattr(one.target, "floor", "")
    own = getattr(one.target, "id", "")
    zones = [zone for zone in look.find("zone", floor=floor) if zone.retired_at is None and zone.id != own]
    loud = one.row.facts.get("id") if one.row.code == "zones_overlap" else None
    around = tuple(Neighbour(zone.name, zone.polygon, zone.id == loud) for zone in zones)
    return Outlines(mine, getattr(one.target, "polygon", None), around) if len(mine) > 2 else None


class ComparedOutlines(QWidget):
    """Two pictures of the same part of the floor, at the same scale."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("comparedOutlines")
        self.mine, self.now = OutlinePicture("outlineMine"), OutlinePicture("outlineNow")
        self._heads = label("", "head", "outlineMineHead"), label("", "head", "outlineNowHead")
        self._sizes = label("", "caption", "outlineMineSize"), label("", "caption", "outlineNowSize")
        halves = row(gap=GAP)
        for head, picture, size in zip(self._heads, (self.mine, self.now), self._sizes, strict=True):
            head.setFixedHeight(28)
            half = column(head, gap=4)
            half.addWidget(picture, 1)
            half.addWidget(size)
            halves.addLayout(half, 1)
        self.setLayout(halves)
        self.setMinimumHeight(LOW)

    def show_outlines(self, found: Outlines, heads: tuple[str, str]) -> None:
        """These outlines, under these heads."""
        for head, text in zip(self._heads, heads, strict=True):
            head.setText(text)
        self.mine.show_shape(found, found.mine, found.now)
        self.now.show_shape(found, found.now, found.mine)
        none = self.tr("No such zone now: the dashed line is yours")
        self._sizes[0].setText(area_words(area(found.mine)))
        self._sizes[1].setText(area_words(area(found.now)) if found.now else none)


class OutlinePicture(QWidget):
    """One of the two."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._found: Outlines | None = None
        self._shape: Polygon | None = None
        self._other: Polygon | None = None
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(320, LOW)

    def show_shape(self, found: Outlines, shape: Polygon | None, other: Polygon | None) -> None:
        """The outline that is shown, and the other one."""
        self._found, self._shape, self._other = found, shape, other
        self.setAccessibleName(area_words(area(shape)) if shape else "")
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("line"), 1.0))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        if self._found is not None:
            painter.setClipRect(frame.adjusted(2, 2, -2, -2))
            self._paint(painter, _Place(self._found.reach, frame), self._found)
        painter.end()

    def _paint(self, painter: QPainter, place: "_Place", found: Outlines) -> None:
        for one in found.around:
            if overlap(bounds([one.polygon]), found.reach):
                _paint_neighbour(painter, place, one)
        if self._shape is not None:
            _paint_outline(painter, place, self._shape, "accent", filled=True)
        if self._other is not None:
            _paint_outline(painter, place, self._other, "text", filled=False)


@dataclass(frozen=True)
class _Place:
    """Where a part of the floor, in metres, stands in a frame of pixels."""

    reach: Rectangle
    frame: QRectF

    def polygon(self, polygon: Polygon) -> QPolygonF:
        return QPolygonF([self.point(x, y) for x, y in polygon])

    def point(self, x: float, y: float) -> QPointF:
        left, low, right, high = self.reach
        scale = min(self.frame.width() / (right - left), self.frame.height() / (high - low))
        middle = self.frame.center()
        return QPointF(middle.x() + (x - (left + right) / 2) * scale, middle.y() - (y - (low + high) / 2) * scale)


def _paint_neighbour(painter: QPainter, place: _Place, one: Neighbour) -> None:
    ink = theme.colour("overdue" if one.loud else "muted")
    painter.setPen(QPen(ink, 2.0 if one.loud else 1.0))
    ground = QColor(ink)
    ground.setAlphaF(0.12 if one.loud else 0.06)
    painter.setBrush(ground)
    shape = place.polygon(one.polygon)
    painter.drawPolygon(shape)
    font = painter.font()
    font.setPixelSize(NAME_PX)
    font.setBold(one.loud)
    painter.setFont(font)
    wide = painter.fontMetrics().horizontalAdvance(one.name) + 8
    if wide < shape.boundingRect().width():
        at = place.point(*centre(one.polygon))
        painter.setPen(ink)
        painter.drawText(QRectF(at.x() - wide / 2, at.y() - 10, wide, 20), Qt.AlignmentFlag.AlignCenter, one.name)


def _paint_outline(painter: QPainter, place: _Place, polygon: Polygon, ink: str, *, filled: bool) -> None:
    colour: Any = theme.colour(ink)
    pen = QPen(colour, 2.5 if filled else 1.5)
    ground = QColor(colour)
    ground.setAlphaF(0.18 if filled else 0.0)
    if not filled:
        pen.setDashPattern([5.0, 3.0])
    painter.setPen(pen)
    painter.setBrush(ground)
    painter.drawPolygon(place.polygon(polygon))
