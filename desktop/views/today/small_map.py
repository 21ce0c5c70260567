"""The plant at a glance: its floors below each other with the colours of now. A press leads to the map."""

from math import sqrt

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.style.lettering import paint_text, sized
from desktop.style.theme import theme
from desktop.style.tokens import CAPTION
from desktop.views.floor_plan import overlays
from desktop.views.floor_plan.area_painting import area_of, paint_area
from desktop.views.floor_plan.camera import Camera, fitted
from desktop.views.floor_plan.inks import Inks, inks_of
from desktop.views.floor_plan.shapes import LIVE, NORMAL, MapZone, reading_order
from desktop.views.floor_plan.zone_painting import ZonePainter
from services.core.geometry import contains

NAME, GAP, MARGIN, DOT = 20, 12, 2, 9
Floor = tuple[str, tuple[MapZone, ...]]


class SmallMap(QWidget):
    """`picked` carries the id of a zone. The arrow keys go from zone to zone, Enter picks."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("smallMap")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 160)
        self.setMouseTracking(True)
        self._floors: tuple[Floor, ...] = ()
        self._order: list[MapZone] = []
        self._at = ""
        self._painter = ZonePainter(self.font())
        theme.changed.connect(self.update)

    def show_floors(self, floors: tuple[Floor, ...]) -> None:
        """The floors with their names and zones, from the top down; floors without zones are left out."""
        self._floors = tuple((name, zones) for name, zones in floors if zones)
        self._order = [zone for _, zones in self._floors for zone in reading_order(zones)]
        self.update()

    def place_of(self, zone: str) -> QPointF:
        """The pixel in the middle of a zone."""
        for _, _, camera, zones in self._views():
            for one in zones:
                if one.id == zone:
                    return camera.outline(one.polygon).boundingRect().center()
        raise KeyError(zone)

    def _views(self) -> list[tuple[str, QRectF, Camera, tuple[MapZone, ...]]]:
        """Each floor with the box it is shown in. All take the same area, so that a hall beside a whole site can still
        be read, and as much of it as the widest and all heights together allow."""
        named = NAME if len(self._floors) > 1 else 0
        wholes = [_whole(zones) for _, zones in self._floors]
        if not wholes:
            return []
        room = self.height() - len(wholes) * named - (len(wholes) - 1) * GAP
        sizes = [one.size() / sqrt(one.width() * one.height()) for one in wholes]
        scale = min(self.width() / max(one.width() for one in sizes), room / sum(one.height() for one in sizes))
        found, top = [], 0.0
        for (name, zones), whole, size in zip(self._floors, wholes, sizes, strict=True):
            box = QRectF(QPointF(0, top + named), size * scale)
            camera = fitted(whole, QSizeF(box.size()), MARGIN).moved(box.topLeft())
            found.append((name if named else "", box, camera, zones))
            top = box.bottom() + GAP
        return found

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        inks = inks_of(theme.dark)
        for name, box, camera, zones in self._views():
            painter.setFont(sized(self.font(), CAPTION, bold=True))
            paint_text(painter, QRectF(0, box.top() - NAME, self.width(), NAME), name, theme.colour("muted"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for zone in zones:
                paint_area(painter, camera.outline(zone.polygon), area_of(zone, LIVE, inks))
            for zone in zones:
                self._told(painter, zone, camera, inks)
                if zone.id == self._at and self.hasFocus():
                    overlays.paint_frame(painter, camera.outline(zone.polygon), inks.accent, 2.0)
        painter.end()

    def _told(self, painter: QPainter, zone: MapZone, camera: Camera, inks: Inks) -> None:
        """What is well is a dot; what is not says so as on the map."""
        if zone.status != NORMAL:
            self._painter.paint_plate(painter, zone, camera, inks)
            return
        box = camera.outline(zone.polygon).boundingRect()
        if min(box.width(), box.height()) >= 2 * DOT:
            at = box.center() - QPointF(DOT / 2, DOT / 2)
            self._painter.stamps.sign(painter, zone.status, at, DOT, inks)

    def zone_at(self, at: QPointF) -> MapZone | None:
        """The zone under a pixel."""
        for _, box, camera, zones in self._views():
            if box.contains(at):
                metres = camera.to_metres(at)
                return next((zone for zone in zones if contains(zone.polygon, metres)), None)
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.zone_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        zone = self.zone_at(event.position())
        if zone is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(zone.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key())
        )
        ids = [zone.id for zone in self._order]
        if step and ids:
            here = ids.index(self._at) if self._at in ids else -step if step > 0 else 0
            self._go_to(ids[(here + step) % len(ids)])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at in ids:
            self.picked.emit(self._at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._order and self._at not in [zone.id for zone in self._order]:
            self._go_to(self._order[0].id)

    def _go_to(self, zone: str) -> None:
        self._at = zone
        self.setAccessibleDescription(_spoken(next(one for one in self._order if one.id == zone)))
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            zone = self.zone_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), _spoken(zone) if zone else "", self)
            return True
        return super().event(event)


def _whole(zones: tuple[MapZone, ...]) -> QRectF:
    """The rectangle around all of them, in metres; `top` is the lower y."""
    xs, ys = [x for zone in zones for x, _ in zone.polygon], [y for zone in zones for _, y in zone.polygon]
    return QRectF(min(xs), min(ys), max(max(xs) - min(xs), 1.0), max(max(ys) - min(ys), 1.0))


def _spoken(zone: MapZone) -> str:
    return f"{zone.name} · {zone.words}"
