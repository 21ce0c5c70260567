"""The plan as it is painted: which part of it, how near, and the zones on it. Mouse and keys: plan_view.py.

It keeps no records; its pictures are kept by picture.py."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.floor_plan import overlays
from desktop.views.floor_plan.camera import Camera, fitted
from desktop.views.floor_plan.drawings import Loaded
from desktop.views.floor_plan.inks import inks_of
from desktop.views.floor_plan.picture import Picture
from desktop.views.floor_plan.shapes import MapSymbol, MapZone, box_area, reading_order
from desktop.views.floor_plan.underlay import Underlay
from services.core.geometry import Point
from services.core.zones import Floor

SETTLE_MS = 90
AT_ONCE_S = 0.012
SCALE_BAR_X, SCALE_BAR_UP = 10, 30


class PlanCanvas(QWidget):
    """Metres on the outside, pixels on the inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planView")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.camera = Camera()
        self.head_room = 0.0  # px along the top in which bars float
        self._zones: dict[str, MapZone] = {}
        self._order: list[MapZone] = []
        self._symbols: tuple[MapSymbol, ...] = ()
        self._drawing: tuple[object, ...] = ()  # which one is shown
        self._reach = QRectF()  # of the zones, in metres
        self._fitted = True
        self.picture = Picture(self.font())
        self._bar = QPixmap()
        self._bar_for: tuple[object, ...] = ()
        self._settle = QTimer(self, singleShot=True)
        self._settle.timeout.connect(self._on_settled)

    # what is shown

    def show_floor(self, underlay: Underlay | None, bounds: QRectF) -> None:
        """Another floor or drawing; `bounds` in metres. The whole of it is brought into view."""
        self.picture.show_floor(underlay, bounds)
        self.fit()

    def show_drawing(self, floor: Floor, loaded: Loaded | None) -> bool:
        """A floor with its drawing, as far as it is here; whether it is another one than before."""
        shown = (floor.id, floor.drawing if loaded else None, floor.width_m, floor.height_m)
        if shown == self._drawing:
            return False
        self._drawing = shown
        self.show_floor(loaded.underlay if loaded else None, QRectF(0, 0, floor.width_m, floor.height_m))
        return True

    def show_zones(self, zones: tuple[MapZone, ...]) -> None:
        """The zones as they are now."""
        found = {zone.id: zone for zone in zones}
        if found != self._zones:
            stay = found.keys() == self._zones.keys()
            before = [self._zones[zone.id].polygon for zone in zones] if stay else []
            stay = stay and before == [zone.polygon for zone in zones]
            self._zones = found
            if stay:
                self._order = [found[zone.id] for zone in self._order]
            else:
                self._order = reading_order(zones)
                self._reach = _reach(self._order)
            self.picture.show_zones(self._order, moved=not stay)
            self.zones_changed(moved=not stay)

    def show_symbols(self, symbols: tuple[MapSymbol, ...]) -> None:
        """The equipment, sensors and doors as they are now."""
        if symbols != self._symbols:
            self._symbols = symbols
            self.picture.show_symbols(symbols)
            self.update()

    def set_symbols_shown(self, kinds: Collection[str]) -> None:
        """Which kinds of things are shown."""
        self.picture.choose_symbols(frozenset(kinds))
        self.update()

    def symbols_at(self, at: QPointF) -> tuple[MapSymbol, ...]:
        """The things that the mark under a pixel stands for, the worst first; none where there is no mark."""
        mark = self.picture.mark_at(at, self.camera)
        return self.picture.crowd.of(mark) if mark is not None else ()

    def zones_changed(self, *, moved: bool) -> None:
        """They look otherwise; `moved`: there are other zones than before, or they lie elsewhere."""
        self.update()

    def set_dark(self, dark: bool) -> None:
        """The theme."""
        self.picture.dark = dark
        self.update()

    def colour_by(self, by: str) -> None:
        """What the colours say: status, level of risk, or both; all zones stand in front again."""
        self.picture.colour_by(by)
        self.update()

    def set_highlight(self, status: str | None) -> None:
        """Zones of another status or level step back; None: all stand in front."""
        self.picture.highlight = status
        self.update()

    def hide_layers(self, hidden: frozenset[str] | None) -> None:
        """Layers of the drawing that are not shown; None: those that it says itself."""
        self.picture.hidden_layers = hidden
        self.update()

    def status_of(self, zone: str) -> str:
        """The status that is painted for a zone, by its id or its name; "" when there is no such zone."""
        found = self._zones.get(zone) or next((one for one in self._order if one.name == zone), None)
        return found.status if found else ""

    def zone_at(self, at: Point) -> MapZone | None:
        """The zone under a point; the smallest where they lie on each other."""
        return min(self.picture.zones_at(at), key=lambda zone: box_area(zone.polygon), default=None)

    # where it is shown

    def to_screen(self, x_m: float, y_m: float) -> QPoint:
        """The pixel of a point in metres."""
        return self.camera.to_screen(x_m, y_m).toPoint()

    def to_metres(self, at: QPoint | QPointF) -> Point:
        """The point in metres under a pixel."""
        return self.camera.to_metres(QPointF(at))

    def fit(self) -> None:
        """Brings all of the floor into view."""
        self._fitted, self.picture.zooming = True, False
        rulers = self.contentsMargins()
        above = max(self.head_room, rulers.top())
        self.camera = fitted(self._whole(), QSizeF(self.size()), above=above, left=rulers.left())
        self.update()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Nearer (above 1) or farther, about a pixel or the middle."""
        self._fitted, self.picture.zooming = False, True
        whole, size = self._whole(), QSizeF(self.size())
        least = fitted(whole, size).scale / 4
        self.camera = self.camera.zoomed(factor, about or QRectF(self.rect()).center(), least).near(whole, size)
        self.update()

    def pan(self, by: QPointF) -> None:
        """Pushes the plan by so many pixels."""
        self._fitted = False
        self.camera = self.camera.moved(by).near(self._whole(), QSizeF(self.size()))
        self.update()

    def _whole(self) -> QRectF:
        """The drawing with what zones jut out of it, up to once its size."""
        bounds = QRectF(self.picture.bounds)
        whole = bounds.united(self._reach)
        width, height = bounds.width(), bounds.height()
        return whole.intersected(bounds.adjusted(-width, -height, width, height))

    # painting

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.picture.draw(painter, self.camera, self.size(), self.devicePixelRatioF()):
            self._settle.start(SETTLE_MS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_over(painter)
        painter.drawPixmap(SCALE_BAR_X, self.height() - SCALE_BAR_UP, self._scale_bar())
        painter.end()

    def _scale_bar(self) -> QPixmap:
        """Drawn once for each scale, theme and font."""
        picture, ratio = self.picture, self.devicePixelRatioF()
        key = (self.camera.scale, picture.dark, picture.zone_painter, ratio)
        if key != self._bar_for:
            self._bar_for = key
            self._bar = overlays.scale_bar(self.camera.scale, inks_of(picture.dark), picture.zone_painter.type, ratio)
        return self._bar

    def paint_over(self, painter: QPainter) -> None:
        """What lies over the plan and changes with the mouse."""

    def _on_settled(self) -> None:
        """Makes what is missing bit by bit, so that nobody has to wait for it."""
        if self.picture.sharpen(self.camera, self.size(), self.devicePixelRatioF(), AT_ONCE_S):
            self.update()
        else:
            self._settle.start(0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.picture.set_font(self.font())
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._fitted:
            self.fit()
        super().resizeEvent(event)


def _reach(zones: list[MapZone]) -> QRectF:
    """The upright rectangle around all zones; empty where there are none."""
    xs = [x for zone in zones for x, _ in zone.polygon]
    ys = [y for zone in zones for _, y in zone.polygon]
    return QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)) if xs else QRectF()
