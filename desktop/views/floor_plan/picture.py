"""The plan as it lies still: sheet, drawing and zones, kept as two pictures that panning only moves."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from desktop.views.floor_plan.camera import Camera
from desktop.views.floor_plan.crowd import MARK_PX, Crowd, Mark
from desktop.views.floor_plan.inks import inks_of
from desktop.views.floor_plan.layer import Layer
from desktop.views.floor_plan.shapes import LIVE, MapSymbol, MapZone
from desktop.views.floor_plan.symbol_painting import SymbolPainter, hidden
from desktop.views.floor_plan.underlay import Underlay
from desktop.views.floor_plan.zone_painting import ZonePainter
from services.core.geometry import Polygon, contains
from services.plans.drawing import Text

SHEET_MARGIN = 12


class Picture:
    """What is to be painted, and the pictures kept of it. `hidden` is a zone that is in hand and painted apart;
    while `zooming` the drawing is only stretched."""

    def __init__(self, font: QFont) -> None:
        self.dark = False
        self.by = LIVE
        self.highlight: str | None = None
        self.hidden = ""
        self.zooming = False
        self.bounds = QRectF(0, 0, 40, 25)
        self.hidden_layers: frozenset[str] | None = None
        self.underlay: Underlay | None = None
        self.crowd = Crowd()
        self._zones: list[MapZone] = []
        self._covered: tuple[Polygon, ...] = ()
        self._version = 0
        self._ground = Layer(self._paint_ground)
        self._area = Layer(self._paint_zones)
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """The interface's font."""
        self._font = QFont(font)
        self.zone_painter = ZonePainter(font)
        self.zone_painter.by = self.by
        self.symbol_painter = SymbolPainter(font)
        self.changed()

    def show_floor(self, underlay: Underlay | None, bounds: QRectF) -> None:
        """Another drawing."""
        self.underlay, self.bounds, self.hidden_layers = underlay, bounds, None
        self._ground.forget()

    def show_zones(self, zones: list[MapZone]) -> None:
        """The zones from now on."""
        self._zones = zones
        self.changed()

    def show_symbols(self, symbols: tuple[MapSymbol, ...]) -> None:
        """The things on the plan from now on."""
        self.crowd.show(symbols)
        self.changed()

    def mark_at(self, at: QPointF, camera: Camera) -> Mark | None:
        """The mark of things under a pixel, unless a plate lies over it."""
        mark = self.crowd.mark_at(camera.to_metres(at), camera.scale)
        if mark is None:
            return None
        place, reach = camera.to_screen(mark.x, mark.y), MARK_PX
        near = camera.seen(QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach))
        return None if hidden(place, self._plates(self._near(near), camera)) else mark

    def colour_by(self, by: str) -> None:
        """What the colours of the areas say."""
        self.by = self.zone_painter.by = by
        self.highlight = None

    def cover(self, polygons: tuple[Polygon, ...]) -> None:
        """Where the drawing's own words make room for others."""
        self._covered = polygons

    def changed(self) -> None:
        """Zones look otherwise than in what is kept."""
        self._version += 1

    def draw(self, painter: QPainter, camera: Camera, size: QSize, ratio: float) -> bool:
        """Paints all of it; True where it would be better sharp, once the zooming has come to rest."""
        if not self.zooming and not self._ground.was_for(camera, self._ground_key):
            self._ground.render(camera, size, ratio, self._ground_key)
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), inks_of(self.dark).ground)
        stretched = self._draw_layer(self._ground, painter, camera, size, ratio)
        if self._area.was_for(camera, self._key):
            return self._draw_layer(self._area, painter, camera, size, ratio) or stretched
        self._paint_zones(painter, camera, QRectF(0, 0, size.width(), size.height()))
        return True

    def sharpen(self, camera: Camera, size: QSize, ratio: float) -> None:
        """Makes both pictures anew for this camera."""
        self.zooming = False
        self._ground.render(camera, size, ratio, self._ground_key)
        self._area.render(camera, size, ratio, self._key)

    @property
    def _key(self) -> tuple[int, str, str | None, bool, str]:
        return (self._version, self.hidden, self.highlight, self.dark, self.by)

    @property
    def _ground_key(self) -> tuple[bool, tuple[Polygon, ...], frozenset[str] | None]:
        return (self.dark, self._covered, self.hidden_layers)

    def _draw_layer(self, layer: Layer, painter: QPainter, camera: Camera, size: QSize, ratio: float) -> bool:
        key = self._ground_key if layer is self._ground else self._key
        stretched = layer.only_scale_differs(camera, key)
        if not stretched and not layer.holds(camera, size, key):
            layer.render(camera, size, ratio, key)
        layer.draw(painter, camera)
        return stretched

    def _paint_ground(self, painter: QPainter, camera: Camera, area: QRectF) -> None:
        inks = inks_of(self.dark)
        corner = camera.to_screen(self.bounds.left(), self.bounds.bottom())
        sheet = QRectF(corner, self.bounds.size() * camera.scale)
        pen = QPen(inks.line, 1.0, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([6.0, 4.0])
        painter.setPen(pen)
        painter.setBrush(inks.sheet)
        painter.drawRect(sheet.adjusted(-SHEET_MARGIN, -SHEET_MARGIN, SHEET_MARGIN, SHEET_MARGIN))
        if self.underlay is not None:
            painter.setFont(self._font)
            painter.setWorldTransform(camera.transform(), True)
            self.underlay.paint(painter, self.dark, camera.seen(area), self.hidden_layers, self._stands_free)

    def _stands_free(self, text: Text) -> bool:
        """Whether nothing with a name of its own lies over it."""
        return not any(contains(polygon, (text.x, text.y)) for polygon in self._covered)

    def _paint_zones(self, painter: QPainter, camera: Camera, area: QRectF) -> None:
        seen, inks = camera.seen(area), inks_of(self.dark)
        shown = self._near(seen)
        self.zone_painter.paint(painter, shown, camera, inks, self.highlight)
        self.symbol_painter.paint(painter, self.crowd, camera, seen, self._plates(shown, camera), inks)

    def _near(self, seen: QRectF) -> list[MapZone]:
        return [zone for zone in self._zones if zone.id != self.hidden and _meets(zone.polygon, seen)]

    def _plates(self, zones: list[MapZone], camera: Camera) -> list[QRectF]:
        """The boxes of the zones' plates, in pixels."""
        plates = (self.zone_painter.plate(zone, camera.scale) for zone in zones)
        return [plate.box.translated(camera.x, camera.y) for plate in plates if plate is not None]


def _meets(polygon: Polygon, seen: QRectF) -> bool:
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    return min(xs) <= seen.right() and max(xs) >= seen.left() and min(ys) <= seen.bottom() and max(ys) >= seen.top()
