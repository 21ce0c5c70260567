"""The plan on the screen: what the mouse and keys do on it. How it is painted: plan_canvas.py; what they have in hand:
zones_view.py and things_view.py.

It keeps no records and runs no operations; the page does (page.py)."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.views.floor_plan.arranging import Arrange
from desktop.views.floor_plan.drawing_tools import DRAWING, Corners, Cutting, Rectangle
from desktop.views.floor_plan.gestures import Browse, Pointer, Tool
from desktop.views.floor_plan.nudging import Nudge
from desktop.views.floor_plan.placing import Place
from desktop.views.floor_plan.rulers import THICK_PX
from desktop.views.floor_plan.things import tip
from desktop.views.floor_plan.wording import zone_words
from desktop.views.floor_plan.zones_view import ZonesView

NOTCH = 1.2
STEP_PX = 60
TOOLS: dict[str, type[Tool]] = {tool.name: tool for tool in (Browse, Arrange, Rectangle, Corners, Cutting, Place)}


class PlanView(ZonesView):
    """Signals carry ids."""

    dropped = Signal()  # the new zone was given up
    menu_wanted = Signal(str, QPoint)  # "" for ground that is no zone's, while zones are edited
    tool_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(QCoreApplication.translate("PlanView", "Floor plan"))
        self._panning: QPointF | None = None
        self._space = False
        self._nudge = Nudge(self)

    def set_tool(self, name: str) -> None:
        """What the mouse does: browse, arrange, rectangle, polygon, cut or place."""
        if name == self.tool.name:
            return
        self.use_tool(TOOLS[name](self))
        self.setAcceptDrops(name != "browse")

    def use_tool(self, tool: Tool) -> None:
        """One of a dialog's own, too. Every tool but browsing has rulers; a plan that is shown whole makes room for
        them."""
        self.tool.cancel()
        self.tool = tool
        self.alignment.let_go()
        room = THICK_PX if tool.name != "browse" else 0
        self.setContentsMargins(room, room, 0, 0)
        if self._fitted:
            self.fit()
        self.setCursor(tool.cursor)
        self.update()

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
            self.alignment.let_go()
        self.setCursor(self.tool.cursor_at(self._pointer))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.tool.double_click(self._at(event))

    def leaveEvent(self, _: QEvent) -> None:
        self._pointer = self.hand.over = None
        self.alignment.let_go()
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
        elif zone is None and self.draft is None and self.tool.name == "arrange":
            self.menu_wanted.emit("", event.globalPos())

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
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
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
