"""How the mouse works on the plan: looking, and the handles of an outline. Arranging what is there: arranging.py;
drawing new zones: drawing_tools.py; things: placing.py.

A tool lives as long as it is chosen. It knows the plan through `Board` and nothing of pages or operations."""

import math
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from desktop.views.floor_plan.camera import Camera
from desktop.views.floor_plan.hand import Hand
from desktop.views.floor_plan.inks import Inks
from desktop.views.floor_plan.shapes import MapSymbol, MapZone, whole_mm
from desktop.views.floor_plan.snapping import REACH_PX, squared
from services.core.geometry import Point, Polygon

DRAG_PX = 5.0
HANDLE_REACH_PX = 9.0


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the mouse is; `shift` asks for right angles, `free` for no snapping."""

    px: QPointF
    metres: Point
    shift: bool = False
    free: bool = False


class Board(Protocol):
    """What a tool needs of the plan view. `shape` is the outline being edited: the draft, else the selected zone's;
    `hand` holds what is chosen or put of equipment, sensors and doors."""

    camera: Camera
    live: Polygon | None
    hand: Hand

    @property
    def shape(self) -> Polygon | None: ...

    def zone_at(self, at: Point) -> MapZone | None: ...

    def snapped(self, pointer: Pointer) -> Point: ...

    def snapped_move(self, polygon: Polygon, free: bool) -> Polygon: ...

    def pick(self, zone: str) -> None: ...

    def select_quietly(self, zone: str) -> None: ...

    def take_suggestion(self, at: Point) -> bool: ...

    def finish(self, polygon: Polygon) -> bool: ...

    def reshape(self, polygon: Polygon) -> None: ...

    def cut(self, start: Point, end: Point) -> None: ...

    def thing_at(self, px: QPointF) -> MapSymbol | None: ...

    def lined_up(self, at: Point, free: bool) -> Point: ...

    def pick_thing(self, id_: str) -> None: ...

    def push_thing(self, at: Point) -> None: ...

    def put_thing(self, at: Point) -> None: ...

    def take_thing_off(self) -> None: ...

    def pan(self, by: QPointF) -> None: ...

    def update(self) -> None: ...


class Tool:
    """What all tools answer; the plain one does nothing."""

    name = ""
    cursor = Qt.CursorShape.ArrowCursor

    def __init__(self, board: Board) -> None:
        self.board = board

    @property
    def active_corner(self) -> int | None:
        """The corner that Delete would remove."""
        return None

    @property
    def beside(self) -> tuple[Point, ...]:
        """Corners of the outline in hand that stay where they are: a corner in hand can be lined up with them."""
        return ()

    @property
    def between(self) -> tuple[Point, Point] | None:
        """The corners before and after the one in hand."""
        return None

    def press(self, pointer: Pointer) -> None: ...

    def move(self, pointer: Pointer) -> None: ...

    def release(self, pointer: Pointer) -> None: ...

    def double_click(self, pointer: Pointer) -> None: ...

    def key(self, key: Qt.Key) -> bool:
        """Whether the key meant something to the tool."""
        return False

    def cancel(self) -> bool:
        """Drops what is under way; whether there was anything."""
        return False

    def cursor_at(self, pointer: Pointer) -> Qt.CursorShape:
        """What the mouse would do here."""
        return self.cursor

    def paint(self, painter: QPainter, inks: Inks) -> None: ...


class Browse(Tool):
    """A click asks a zone why; a drag moves the plan."""

    name = "browse"

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._dragging = False

    def press(self, pointer: Pointer) -> None:
        self._pressed = self._last = pointer.px
        self._dragging = False

    def move(self, pointer: Pointer) -> None:
        if self._pressed is None:
            return
        if not self._dragging and far(pointer.px, self._pressed):
            self._dragging = True
        if self._dragging:
            self.board.pan(pointer.px - self._last)
            self._last = pointer.px

    def release(self, pointer: Pointer) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is not None and not self._dragging:
            zone = self.board.zone_at(pointer.metres)
            self.board.pick(zone.id if zone else "")
        self._dragging = False

    def cursor_at(self, pointer: Pointer) -> Qt.CursorShape:
        if self._dragging:
            return Qt.CursorShape.ClosedHandCursor
        over = self.board.zone_at(pointer.metres)
        return Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.OpenHandCursor


class Handles:
    """The corners and edge middles of the outline being edited. `active` is the corner that Delete removes."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.active: int | None = None
        self._held: list[Point] | None = None

    def at(self, px: QPointF) -> tuple[str, int] | None:
        """The handle under the mouse: ("corner" or "edge", its number)."""
        shape = self.board.live or self.board.shape
        if shape is None:
            return None
        to = self.board.camera.to_screen
        for number, corner in enumerate(shape):
            if _near(px, to(*corner)):
                return ("corner", number)
        for number, middle in enumerate(edge_middles(shape)):
            if _near(px, to(*middle)):
                return ("edge", number)
        return None

    @property
    def beside(self) -> tuple[Point, ...]:
        """The corners next to the one in hand."""
        return self.between or ()

    @property
    def between(self) -> tuple[Point, Point] | None:
        """The corners before and after the one in hand; None where none is."""
        if self._held is None or self.active is None:
            return None
        return self._held[self.active - 1], self._held[(self.active + 1) % len(self._held)]

    def press(self, pointer: Pointer) -> bool:
        """Whether a handle was taken hold of."""
        found, shape = self.at(pointer.px), self.board.shape
        if found is None or shape is None:
            self.active = None
            return False
        what, number = found
        self._held = list(shape)
        if what == "edge":
            number += 1
            self._held.insert(number, edge_middles(shape)[number - 1])
        self.active = number
        self.board.update()
        return True

    def move(self, pointer: Pointer) -> bool:
        """Whether a handle is being dragged."""
        if self._held is None or self.active is None:
            return False
        at = self.board.snapped(pointer)
        if pointer.shift:
            before, earlier = self._held[self.active - 1], self._held[self.active - 2]
            at = squared(at, before, earlier)
        self._held[self.active] = at
        self.board.live = tuple(self._held)
        self.board.update()
        return True

    def release(self) -> bool:
        """Whether a handle was let go; the new outline goes to the board."""
        if self._held is None:
            return False
        live, self.board.live, self._held = self.board.live, None, None
        if live is not None:
            self.board.reshape(whole_mm(live))
        self.board.update()
        return True

    def key(self, key: Qt.Key) -> bool:
        """Delete and Backspace remove the corner last taken hold of."""
        shape = self.board.shape
        if key not in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) or shape is None or self.active is None:
            return False
        if len(shape) > 3 and self.active < len(shape):
            number, self.active = self.active, None
            self.board.reshape(shape[:number] + shape[number + 1 :])
        return True

    def drop(self) -> None:
        """Lets go without a change."""
        self._held = self.active = None


class Reshaping(Tool):
    """A tool that besides what it does itself takes hold of the handles of the outline being edited."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self.handles = Handles(board)

    @property
    def active_corner(self) -> int | None:
        return self.handles.active

    @property
    def beside(self) -> tuple[Point, ...]:
        return self.handles.beside

    @property
    def between(self) -> tuple[Point, Point] | None:
        return self.handles.between

    def key(self, key: Qt.Key) -> bool:
        return self.handles.key(key)


def edge_middles(shape: Polygon) -> list[Point]:
    """The middle of each edge; the n-th lies after corner n."""
    following = (*shape[1:], *shape[:1])
    return [((x1 + x2) / 2, (y1 + y2) / 2) for (x1, y1), (x2, y2) in zip(shape, following, strict=True)]


def far(a: QPointF, b: QPointF) -> bool:
    """Whether the mouse has gone so far that it is a drag."""
    return math.hypot(a.x() - b.x(), a.y() - b.y()) >= DRAG_PX


def _near(a: QPointF, b: QPointF) -> bool:
    return math.hypot(a.x() - b.x(), a.y() - b.y()) <= max(HANDLE_REACH_PX, REACH_PX)
