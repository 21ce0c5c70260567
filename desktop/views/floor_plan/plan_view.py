"""The plan on the screen: what the mouse and keys do on it. How it is painted: plan_canvas.py.

It keeps no records and runs no operations; the page does (page.py)."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.views.floor_plan import overlays
from desktop.views.floor_plan.arranging import Arrange
from desktop.views.floor_plan.drawing_tools import DRAWING, Corners, Cutting, Rectangle
from desktop.views.floor_plan.gestures import Browse, Pointer, Tool
from desktop.views.floor_plan.guides import Guides, Lines, lines_of, lines_through, right_angles, squared_up
from desktop.views.floor_plan.inks import inks_of
from desktop.views.floor_plan.nudging import Nudge
from desktop.views.floor_plan.placing import Place, whole_cm
from desktop.views.floor_plan.rulers import THICK_PX, paint_angles, paint_guides, paint_rulers
from desktop.views.floor_plan.shapes import MapSymbol, Suggestion, box_area
from desktop.views.floor_plan.snapping import REACH_PX, Magnet, Snapper
from desktop.views.floor_plan.things import tip
from desktop.views.floor_plan.things_view import ThingsView
from desktop.views.floor_plan.wording import zone_words
from services.core.geometry import Point, Polygon, contains
from services.core.overlapping import overlaps
from services.core.refused import Refused
from services.core.zones import sound_outline

NOTCH = 1.2
STEP_PX = 60
TOOLS: dict[str, type[Tool]] = {tool.name: tool for tool in (Browse, Arrange, Rectangle, Corners, Cutting, Place)}


class PlanView(ThingsView):
    """Signals carry ids and polygons in metres."""

    picked = Signal(str)  # a zone was asked for; "" when none is any more
    drawn = Signal(object)  # the outline of a new zone, and again whenever it is changed before it is saved
    dropped = Signal()  # the new zone was given up
    reshaped = Signal(str, object)
    cut_wanted = Signal(str, object, object)  # a zone, and two points of the line that is to cut it
    suggestion_taken = Signal(object)
    shape_refused = Signal(object)
    menu_wanted = Signal(str, QPoint)
    tool_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.live: Polygon | None = None
        self.draft: Polygon | None = None
        self.selected = ""
        self.tool: Tool = Browse(self)
        self.suggestions: tuple[Suggestion, ...] = ()
        self.magnet = Magnet()
        self.guides = Guides()
        self._cursor_zone = ""
        self._pointer: Pointer | None = None
        self._panning: QPointF | None = None
        self._space = False
        self._nudge = Nudge(self)

    # what is shown

    def zones_changed(self, *, moved: bool) -> None:
        self.update()
        if not moved:
            return
        if self.selected not in self._zones:
            self.selected = ""
        if self._cursor_zone not in self._zones:
            self._cursor_zone = ""
        self.magnet.zones = Snapper(corner for zone in self._order for corner in zone.polygon)
        self.guides.zones = Lines(line for zone in self._order for line in lines_of(zone.polygon, zone.id))
        self._cover()

    def show_suggestions(self, suggestions: Iterable[Suggestion]) -> None:
        """Zones that the drawing suggests."""
        self.suggestions = tuple(suggestions)
        self._cover()

    def _cover(self) -> None:
        zones, suggested = [zone.polygon for zone in self._order], [one.polygon for one in self.suggestions]
        self.picture.cover((*zones, *suggested))
        self.update()

    def set_tool(self, name: str) -> None:
        """What the mouse does: browse, arrange, rectangle, polygon, cut or place."""
        if name == self.tool.name:
            return
        self.tool.cancel()
        self.tool = TOOLS[name](self)
        self._let_go()
        room = THICK_PX if name != "browse" else 0
        self.setContentsMargins(room, room, 0, 0)
        self.setCursor(self.tool.cursor)
        self.setAcceptDrops(name != "browse")
        self.update()

    def set_draft(self, polygon: Polygon | None) -> None:
        """The outline of a zone that is not saved yet."""
        self.draft = polygon
        if polygon is not None:
            self.selected = ""
        self.update()

    def select(self, zone: str) -> None:
        """Frames a zone; "" for none."""
        self.selected = self._cursor_zone = zone if zone in self._zones else ""
        self.update()

    # what a tool needs (gestures.Board)

    @property
    def shape(self) -> Polygon | None:
        """The outline being edited."""
        if self.draft is not None:
            return self.draft
        zone = self._zones.get(self.selected)
        return zone.polygon if zone and self.tool.name != "browse" else None

    def snapped(self, pointer: Pointer) -> Point:
        """Where the pointer counts as being."""
        self._let_go()
        if pointer.free:
            return pointer.metres
        at = self.magnet.pull(pointer.metres, self.camera.scale)
        return at if self.magnet.corner is not None else self._lined_up_corner(at)

    def _lined_up_corner(self, at: Point) -> Point:
        """On lines of neighbours or of the outline's own corners; else where it makes a right angle."""
        at = self.guides.pull(at, self.camera.scale, self.tool.beside, self._in_hand)
        between = self.tool.between
        if self.guides.shown or between is None:
            return at
        return squared_up(at, *between, REACH_PX / self.camera.scale)

    @property
    def _in_hand(self) -> str:
        """The zone whose outline is being changed: its own lines don't hold it."""
        return self.selected if self.draft is None else ""

    def _let_go(self) -> None:
        self.magnet.let_go()
        self.guides.let_go()

    def snapped_move(self, polygon: Polygon, free: bool) -> Polygon:
        """An outline in hand, drawn to a corner nearby."""
        self._let_go()
        if free:
            return polygon
        zone = self._zones.get(self.selected)
        pulled = self.magnet.pull_outline(polygon, self.camera.scale, zone.polygon if zone else ())
        if self.magnet.corner is not None:
            return pulled
        return self.guides.pull_outline(polygon, self.camera.scale, self._in_hand)

    def lined_up(self, at: Point, free: bool) -> Point:
        self._let_go()
        if free:
            return whole_cm(at)
        own = self.hand.chosen.id if self.hand.chosen is not None and self.hand.what is None else ""
        return whole_cm(self.guides.pull_thing(at, self.camera.scale, own))

    def show_symbols(self, symbols: tuple[MapSymbol, ...]) -> None:
        if symbols != self._symbols:
            self.guides.things = Lines(lines_through((one.id, (one.x, one.y)) for one in symbols))
        super().show_symbols(symbols)

    def pick(self, zone: str) -> None:
        """Someone asks for a zone, or for none. While a new zone waits to be saved, that comes first."""
        if self.draft is None:
            self.hand.chosen = None
            self.select(zone)
            self.picked.emit(zone)

    def select_quietly(self, zone: str) -> None:
        """Selects what is being dragged."""
        self.draft = self.hand.chosen = None
        self.select(zone)

    def take_suggestion(self, at: Point) -> bool:
        """Whether a suggestion lies under a point; it is handed on."""
        found = self._suggestion_at(at)
        if found is None or self.draft is not None:
            return False
        self.suggestion_taken.emit(found)
        return True

    def finish(self, polygon: Polygon) -> bool:
        """A new outline, if it is one."""
        if not self._sound(polygon):
            return False
        self.set_draft(polygon)
        self.drawn.emit(polygon)
        return True

    def reshape(self, polygon: Polygon) -> None:
        """The outline being edited has become another."""
        if polygon == self.shape or not self._sound(polygon):
            self.update()
        elif self.draft is not None:
            self.set_draft(polygon)
            self.drawn.emit(polygon)
        elif self.selected:
            self.reshaped.emit(self.selected, polygon)

    def cut(self, start: Point, end: Point) -> None:
        """The selected zone is to be cut along a line."""
        if self.selected:
            self.cut_wanted.emit(self.selected, start, end)

    def _sound(self, polygon: Polygon) -> bool:
        try:
            sound_outline(polygon)
        except Refused as refused:
            self.shape_refused.emit(refused)
            return False
        return True

    def overlapped(self, shape: Polygon) -> str:
        """The name of another zone that an outline in hand lies partly on; "" where it is clear of all."""
        others = (zone for zone in self._order if self.draft is not None or zone.id != self.selected)
        return next((zone.name for zone in others if overlaps(shape, zone.polygon)), "")

    def _suggestion_at(self, at: Point) -> Suggestion | None:
        found = [one for one in self.suggestions if contains(one.polygon, at)]
        return min(found, key=lambda one: box_area(one.polygon), default=None)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self.picture.hidden = self.selected if self.live is not None and self.draft is None else ""
        super().paintEvent(event)

    def paint_over(self, painter: QPainter) -> None:
        if self.tool.name != "browse":
            self.paint_marks(painter)
        self._paint_frames(painter)
        self._paint_in_hand(painter)

    def _paint_in_hand(self, painter: QPainter) -> None:
        inks, type_ = inks_of(self.picture.dark), self.picture.zone_painter.type
        if self.suggestions and self.tool.name == "arrange":
            near = self._suggestion_at(self._pointer.metres) if self._pointer else None
            overlays.paint_suggestions(painter, self.suggestions, near, self.camera, inks, type_)
        shape = self.live or self.draft
        under = self.overlapped(shape) if shape is not None else ""
        if shape is not None:
            overlays.paint_shape(painter, shape, self.camera, inks, wrong=bool(under))
        if self.tool.name != "browse" and (held := self.live or self.shape) is not None:
            overlays.paint_handles(painter, held, self.tool.active_corner, self.camera, inks)
        self.tool.paint(painter, inks)
        self.hand.paint(painter, self.camera, inks)
        if self.hand.live is not None:
            to = self.camera.to_screen(*self.hand.live)
            overlays.paint_told(painter, f"{self.hand.pushed_m:.2f} m", to, inks, type_)
        paint_guides(painter, self.guides.shown, self.camera, inks)
        if self.live is not None:
            paint_angles(painter, right_angles(self.live), self.camera, inks)
        if self.magnet.corner is not None:
            overlays.paint_snap(painter, self.magnet.corner, self.camera, inks)
        if self.live is not None and self._pointer is not None:
            told = self.tr("lies partly on: {zone}").format(zone=under) if under else ""
            overlays.paint_measure(painter, self.live, self._pointer.px, inks, type_, told)
        if self.tool.name != "browse":
            at = self._pointer.px if self._pointer else None
            paint_rulers(painter, self.size(), self.camera, at, inks, type_)

    def _paint_frames(self, painter: QPainter) -> None:
        accent = inks_of(self.picture.dark).accent
        over = self.zone_at(self._pointer.metres) if self._pointer and self.live is None else None
        if over is not None and over.id != self.selected and self.draft is None:
            overlays.paint_frame(painter, self.camera.outline(over.polygon), accent, 1.5)
        cursor = self._zones.get(self._cursor_zone)
        if cursor is not None and self.hasFocus() and cursor.id != self.selected:
            overlays.paint_frame(painter, self.camera.outline(cursor.polygon), accent, 2.0, dashed=True)
        chosen = self._zones.get(self.selected)
        if chosen is not None and self.live is None:
            overlays.paint_frame(painter, self.camera.outline(chosen.polygon), accent, overlays.SELECTION_PX)

    # mouse and keys

    def _at(self, event: QMouseEvent) -> Pointer:
        keys = event.modifiers()
        return Pointer(
            event.position(),
            self.to_metres(event.position()),
            bool(keys & Qt.KeyboardModifier.ShiftModifier),
            bool(keys & Qt.KeyboardModifier.AltModifier),
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._nudge.end()
        self._pointer = self._at(event)
        if event.button() == Qt.MouseButton.MiddleButton or (
            self._space and event.button() == Qt.MouseButton.LeftButton
        ):
            self._panning = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.tool.press(self._pointer)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = self._at(event)
        if self._panning is not None:
            self.pan(event.position() - self._panning)
            self._panning = event.position()
            return
        self.tool.move(self._pointer)
        if self.tool.name in DRAWING and not event.buttons():
            self.snapped(self._pointer)
        self.setCursor(self.tool.cursor_at(self._pointer))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer = self._at(event)
        if self._panning is not None:
            self._panning = None
        elif event.button() == Qt.MouseButton.LeftButton:
            self.tool.release(self._pointer)
            self._let_go()
        self.setCursor(self.tool.cursor_at(self._pointer))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.tool.double_click(self._at(event))

    def leaveEvent(self, _: QEvent) -> None:
        self._pointer = self.hand.over = None
        self._let_go()
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        self.zoom(NOTCH ** (turned / 120), event.position())
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        zone, thing = self.zone_at(self.to_metres(event.pos())), self.thing_at(QPointF(event.pos()))
        if thing is not None and self.draft is None and self.tool.name != "browse":
            self.choose_thing(thing.id)
            self.thing_menu_wanted.emit(thing.id, event.globalPos())
        elif zone is not None and self.draft is None:
            self.select(zone.id)
            self.menu_wanted.emit(zone.id, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.step_back()
        elif self._heard(key, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)):
            pass
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cursor_zone:
            self.pick(self._cursor_zone)
        elif key in _TOOL_KEYS and self.tool.name != "browse":
            self.tool_wanted.emit(_TOOL_KEYS[key])
        else:
            super().keyPressEvent(event)

    def _heard(self, key: Qt.Key, shift: bool) -> bool:
        """Whether the outline in hand, the tool or the view itself had a use for the key."""
        nudged = self.tool.name == "arrange" and self._nudge.key(key, shift)
        return nudged or self.tool.key(key) or self._navigated(key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._nudge.end()
        super().focusOutEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS and not event.isAutoRepeat():
            self._nudge.end()
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.setCursor(self.tool.cursor)
        super().keyReleaseEvent(event)

    def _navigated(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_F:
            self.fit()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(NOTCH)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / NOTCH)
        elif key in _ARROWS:
            self.pan(_ARROWS[key])
        elif key == Qt.Key.Key_Space:
            self._space = True
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            return False
        return True

    def step_back(self) -> None:
        """Esc: ends what is being done, else drops the thing in hand, the new zone, the tool, the selection."""
        if self.tool.cancel():
            return
        if self.hand.busy:
            self.thing_given_up.emit()
            return
        if self.draft is not None:
            self.set_draft(None)
            self.dropped.emit()
        elif self.tool.name in DRAWING:
            self.tool_wanted.emit("arrange")
        else:
            self._cursor_zone = ""
            self.pick("")

    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Tab walks through the zones before it leaves the plan."""
        ids = [zone.id for zone in self._order]
        at = ids.index(self._cursor_zone) if self._cursor_zone in ids else (-1 if onwards else len(ids))
        at += 1 if onwards else -1
        if not 0 <= at < len(ids):
            self._cursor_zone = ""
            self.update()
            return super().focusNextPrevChild(onwards)
        self._cursor_zone = ids[at]
        zone = self._zones[ids[at]]
        self.setAccessibleDescription(", ".join((zone.name, zone.zone_class, *zone_words(zone))))
        self.update()
        return True

    def _told_at(self, at: QPoint) -> str:
        """What the tooltip says: of the things under the mouse, else of the zone."""
        things = self.symbols_at(QPointF(at))
        if things:
            return tip(things)
        zone = self.zone_at(self.to_metres(at))
        return " · ".join((zone.name, zone.zone_class, *zone_words(zone))) if zone else ""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._told_at(event.pos()), self)
            return True
        return super().event(event)


_TOOL_KEYS = {Qt.Key.Key_R: "rectangle", Qt.Key.Key_P: "polygon", Qt.Key.Key_V: "arrange", Qt.Key.Key_T: "place"}
_ARROWS = {
    Qt.Key.Key_Left: QPointF(STEP_PX, 0),
    Qt.Key.Key_Right: QPointF(-STEP_PX, 0),
    Qt.Key.Key_Up: QPointF(0, STEP_PX),
    Qt.Key.Key_Down: QPointF(0, -STEP_PX),
}
