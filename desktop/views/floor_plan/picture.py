"""The plan as it lies still: sheet, drawing, zones and things, kept as squares that panning only moves."""

import math
from itertools import islice

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from desktop.views.floor_plan.camera import Camera
from desktop.views.floor_plan.crowd import MANY, MARK_PX, Crowd, Mark
from desktop.views.floor_plan.inks import inks_of
from desktop.views.floor_plan.polygon_grid import PolygonGrid
from desktop.views.floor_plan.shapes import LIVE, MapSymbol, MapZone
from desktop.views.floor_plan.symbol_painting import SIDE_PX, SymbolPainter, hidden
from desktop.views.floor_plan.tiles import Level, Place, Tiles
from desktop.views.floor_plan.underlay import Underlay
from desktop.views.floor_plan.zone_painting import MARK, ZonePainter
from services.core.geometry import Point, Polygon
from services.plans.drawing import Text

SHEET_MARGIN = 12
OVER_MARKS = 0.75  # how much of a plate's ground is seen that lies over marks
BEYOND_PX = max(MARK, SIDE_PX)  # how far a zone's sign, or a thing's, may jut out of where it is


class Picture:
    """What is to be painted, and the squares kept of it: of sheet and drawing alone, and of all together. While
    `zooming` the squares are only stretched."""

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
        self.zones: list[MapZone] = []
        self._grid = PolygonGrid(())
        self._on_squares: tuple[float, dict[Place, list[int]]] = (0.0, {})
        self._inner: dict[str, tuple[Polygon, ...]] = {}
        self._covered = PolygonGrid(())
        self._ground: Level | None = None
        self._whole = Tiles(self._paint_square)
        self._shown_key: object = None
        self._ground_key: object = None
        self._hidden_before = ""
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """The interface's font."""
        self._font = QFont(font)
        self.zone_painter = ZonePainter(font, self._inner_of)
        self.zone_painter.by = self.by
        self.symbol_painter = SymbolPainter(font)
        self.changed()

    def show_floor(self, underlay: Underlay | None, bounds: QRectF) -> None:
        """Another drawing."""
        self.underlay, self.bounds, self.hidden_layers = underlay, bounds, None
        self._forget_ground()

    def show_zones(self, zones: list[MapZone], *, moved: bool = True) -> None:
        """The zones from now on; only where one has changed is painted anew. Unless `moved` they are the same, in the
        same order and where they were, but for their looks."""
        before, changed = self._changed(zones)
        self.zones = zones
        if len(changed) > MANY:
            self.changed()
        else:
            after = {zone.id: zone for zone in zones} if moved else {}
            gone = [zone for zone in before.values() if after.get(zone.id) != zone] if moved else []
            for zone in (*gone, *changed):
                self._touch(zone.polygon)
        if moved:
            self._grid = PolygonGrid([zone.polygon for zone in zones])
            self._on_squares = (0.0, {})
            inner, self._inner = self._inner, self._inner_now()
            for zone in zones:
                if inner.get(zone.id) != self._inner[zone.id]:
                    self.zone_painter.forget(zone.id)
                    self._touch(zone.polygon)

    def _changed(self, zones: list[MapZone]) -> tuple[dict[str, MapZone], list[MapZone]]:
        """The zones before by their ids, and those that are otherwise now; where these are many, not all of them."""
        before = {zone.id: zone for zone in self.zones}
        return before, list(islice((zone for zone in zones if before.get(zone.id) != zone), MANY + 1))

    def _touch(self, polygon: Polygon) -> None:
        xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
        self._whole.touch(min(xs), min(ys), max(xs), max(ys), BEYOND_PX)

    def show_symbols(self, symbols: tuple[MapSymbol, ...]) -> None:
        """The things on the plan from now on; only where one has changed is painted anew."""
        changed = self.crowd.show(symbols)
        if changed is None:
            self.changed()
            return

        def points(scale: float) -> list[Point]:
            return [(mark.x, mark.y) for mark in self.crowd.with_any(changed, scale)]

        self._whole.touch_at(points, BEYOND_PX)

    def choose_symbols(self, kinds: frozenset[str]) -> None:
        """Which kinds of things are shown."""
        self.crowd.choose(kinds)
        self.changed()

    def zones_at(self, at: Point) -> list[MapZone]:
        """The zones that a point lies in."""
        return [self.zones[place] for place in self._grid.at(at)]

    def mark_at(self, at: QPointF, camera: Camera) -> Mark | None:
        """The mark of things under a pixel, unless a plate lies over it."""
        mark = self.crowd.mark_at(camera.to_metres(at), camera.scale)
        if mark is None:
            return None
        place = camera.to_screen(mark.x, mark.y)
        return None if hidden(place, self._plates(self._near(_around(place, camera)), camera)) else mark

    def paint_marks(self, painter: QPainter, camera: Camera, seen: QRectF) -> None:
        """All marks in a part of the floor (metres), also those that plates hide, so that what is edited can be taken
        hold of; and over them what they would hide of the plates, whose ground they shine through."""
        inks = inks_of(self.dark)
        self.symbol_painter.paint(painter, self.crowd, camera, seen, (), inks)
        for zone in self._under_marks(camera, seen):
            self.zone_painter.paint_plate(painter, zone, camera, inks, ground=OVER_MARKS)

    def _under_marks(self, camera: Camera, seen: QRectF) -> list[MapZone]:
        """The zones on whose plates a mark lies."""
        found: dict[str, MapZone] = {}
        for mark in self.crowd.marks(camera.scale, seen):
            place = camera.to_screen(mark.x, mark.y)
            near = (zone for zone in self._near(_around(place, camera)) if zone.id not in found)
            found |= {zone.id: zone for zone in near if hidden(place, self._plates([zone], camera))}
        return list(found.values())

    def colour_by(self, by: str) -> None:
        """What the colours of the areas say."""
        self.by = self.zone_painter.by = by
        self.highlight = None

    def cover(self, polygons: tuple[Polygon, ...]) -> None:
        """Where the drawing's own words make room for others."""
        if polygons != self._covered.polygons:
            self._covered = PolygonGrid(polygons)
            if self.underlay is not None and self.underlay.drawing.texts:
                self._forget_ground()

    def changed(self) -> None:
        """All looks otherwise than in what is kept."""
        self._whole.forget()

    def _forget_ground(self) -> None:
        self._ground = None
        self.changed()

    def draw(self, painter: QPainter, camera: Camera, size: QSize, ratio: float) -> bool:
        """Paints all of it; True where more is to be made, once all has come to rest."""
        self._look_again()
        if self.zooming:
            painter.fillRect(QRectF(0, 0, size.width(), size.height()), inks_of(self.dark).ground)
        ready = self._whole.draw(painter, camera, size, ratio, stretch=self.zooming)
        if not ready and self._ground is not None and self._ground.fits(camera, ratio):
            self._ground.tidy(self._ground.seen(camera, size))
        return not ready

    def sharpen(self, camera: Camera, size: QSize, ratio: float, within_s: float = math.inf) -> bool:
        """Makes what the window shows for this camera, as far as it comes in the time; whether all of it is there."""
        self._look_again()
        ready = self._whole.sharpen(camera, size, ratio, within_s)
        self.zooming = self.zooming and not ready
        return ready

    def _look_again(self) -> None:
        """Forgets what is no longer so."""
        ground = (self.dark, self.hidden_layers)
        if ground != self._ground_key:
            self._ground_key = ground
            self._forget_ground()
        key = (self.highlight, self.dark, self.by)
        if key != self._shown_key:
            self._shown_key = key
            self.changed()
        if self.hidden != self._hidden_before:
            for zone in self.zones:
                if zone.id in (self.hidden, self._hidden_before):
                    self._touch(zone.polygon)
            self._hidden_before = self.hidden

    def _paint_square(self, painter: QPainter, camera: Camera, area: QRectF, place: Place) -> None:
        ratio = painter.device().devicePixelRatioF()
        if self._ground is None or not self._ground.fits(camera, ratio):
            self._ground = Level(camera.scale, ratio)
        painter.drawPixmap(QPointF(0, 0), self._ground.make(place, self._paint_ground))
        self._paint_zones(painter, camera, area, place)

    def _paint_ground(self, painter: QPainter, camera: Camera, area: QRectF, _: Place) -> None:
        inks = inks_of(self.dark)
        painter.fillRect(area, inks.ground)
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
        return not self._covered.at((text.x, text.y))

    def _paint_zones(self, painter: QPainter, camera: Camera, area: QRectF, place: Place) -> None:
        seen, inks = camera.seen(area.adjusted(-BEYOND_PX, -BEYOND_PX, BEYOND_PX, BEYOND_PX)), inks_of(self.dark)
        shown = self._on(camera.scale, place, seen)
        plates = self.zone_painter.paint(painter, shown, camera, inks, self.highlight)
        self.symbol_painter.paint(painter, self.crowd, camera, seen, plates, inks)

    def _on(self, scale: float, place: Place, seen: QRectF) -> list[MapZone]:
        """The zones on a square, which are looked for once as long as none moves."""
        if scale != self._on_squares[0]:
            self._on_squares = (scale, {})
        found = self._on_squares[1].get(place)
        if found is None:
            found = self._on_squares[1][place] = self._grid.near(seen)
        zones = self.zones
        return [zones[at] for at in found if zones[at].id != self.hidden]

    def _near(self, seen: QRectF) -> list[MapZone]:
        found = (self.zones[place] for place in self._grid.near(seen))
        return [zone for zone in found if zone.id != self.hidden]

    def _inner_of(self, zone: str) -> tuple[Polygon, ...]:
        """The outlines of smaller zones that lie on one."""
        return self._inner[zone]

    def _inner_now(self) -> dict[str, tuple[Polygon, ...]]:
        grid = self._grid
        return {
            zone.id: tuple(grid.polygons[other] for other in grid.smaller_on(place))
            for place, zone in enumerate(self.zones)
        }

    def _plates(self, zones: list[MapZone], camera: Camera) -> list[QRectF]:
        """The boxes of the zones' plates, in pixels."""
        plates = (shape.plate for shape in self.zone_painter.shapes(zones, camera.scale))
        return [plate.box.translated(camera.x, camera.y) for plate in plates if plate is not None]


def _around(place: QPointF, camera: Camera) -> QRectF:
    """The part of the floor, in metres, that a mark at a pixel may reach into."""
    reach = MARK_PX
    return camera.seen(QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach))
