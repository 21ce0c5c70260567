"""Drawing a zone: a rectangle by one drag, or corner after corner by clicks. Cutting one: a line across it."""

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.views.floor_plan.gestures import Board, Pointer, Reshaping, Tool, far
from desktop.views.floor_plan.inks import Inks
from desktop.views.floor_plan.shapes import whole_mm
from desktop.views.floor_plan.snapping import REACH_PX, squared
from services.core.geometry import Point

DRAWING = ("rectangle", "polygon", "cut")  # the names of the tools here


class Rectangle(Reshaping):
    """A drag from corner to corner; what has just been drawn keeps its handles."""

    name = "rectangle"
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._start: Point | None = None
        self._pressed = QPointF()

    def press(self, pointer: Pointer) -> None:
        if not self.handles.press(pointer):
            self._start, self._pressed = self.board.snapped(pointer), pointer.px

    def move(self, pointer: Pointer) -> None:
        if self.handles.move(pointer) or self._start is None or not far(pointer.px, self._pressed):
            return
        (x0, y0), (x1, y1) = self._start, self.board.snapped(pointer)
        if pointer.shift:
            side = min(abs(x1 - x0), abs(y1 - y0))
            x1, y1 = x0 + math.copysign(side, x1 - x0), y0 + math.copysign(side, y1 - y0)
        left, right, low, high = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        self.board.live = ((left, low), (right, low), (right, high), (left, high))
        self.board.update()

    def release(self, pointer: Pointer) -> None:
        if self.handles.release():
            return
        self._start = None
        live, self.board.live = self.board.live, None
        if live is not None and len(whole_mm(live)) == 4:
            self.board.finish(whole_mm(live))
        self.board.update()

    def cancel(self) -> bool:
        under_way = self._start is not None
        self.handles.drop()
        self._start = self.board.live = None
        self.board.update()
        return under_way


class Corners(Reshaping):
    """Clicks set corners; a double click, Enter or a click on the first corner closes; Backspace takes one back."""

    name = "polygon"
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self.corners: list[Point] = []
        self._next: Point | None = None

    @property
    def beside(self) -> tuple[Point, ...]:
        return super().beside or (*self.corners[:1], *self.corners[-1:])

    def press(self, pointer: Pointer) -> None:
        if not self.corners and self.handles.press(pointer):
            return
        at = self._at(pointer)
        if len(self.corners) >= 3 and self._on_first(pointer):
            self._close()
        elif not self.corners or at != self.corners[-1]:
            self.corners.append(at)
            self._show(at)

    def move(self, pointer: Pointer) -> None:
        if not self.handles.move(pointer) and self.corners:
            self._show(self._at(pointer))

    def release(self, pointer: Pointer) -> None:
        self.handles.release()

    def double_click(self, pointer: Pointer) -> None:
        self._close()

    def key(self, key: Qt.Key) -> bool:
        if not self.corners:
            return super().key(key)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.corners.pop()
            self._show(self._next if self.corners else None)
        else:
            return False
        return True

    def cancel(self) -> bool:
        under_way = bool(self.corners)
        self.corners.clear()
        self.handles.drop()
        self._show(None)
        return under_way

    def paint(self, painter: QPainter, inks: Inks) -> None:
        """The corners set so far, and the line to where the next one would be."""
        if not self.corners:
            return
        to = self.board.camera.to_screen
        points = [to(*corner) for corner in self.corners]
        if self._next is not None:
            points.append(to(*self._next))
        painter.setPen(QPen(inks.accent, 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(inks.sheet)
        for corner in self.corners:
            painter.drawEllipse(to(*corner), 4.0, 4.0)

    def _at(self, pointer: Pointer) -> Point:
        at = self.board.snapped(pointer)
        if pointer.shift and self.corners:
            at = squared(at, self.corners[-1], self.corners[-2] if len(self.corners) > 1 else None)
        return at

    def _on_first(self, pointer: Pointer) -> bool:
        first = self.board.camera.to_screen(*self.corners[0])
        return math.hypot(first.x() - pointer.px.x(), first.y() - pointer.px.y()) <= REACH_PX

    def _show(self, upcoming: Point | None) -> None:
        self._next = upcoming
        shape = tuple(self.corners) + ((upcoming,) if upcoming and upcoming not in self.corners else ())
        self.board.live = shape if len(shape) >= 3 else None
        self.board.update()

    def _close(self) -> None:
        shape = whole_mm(tuple(self.corners))
        if len(shape) < 3:
            return
        if self.board.finish(shape):
            self.corners.clear()
            self._show(None)


class Cutting(Tool):
    """A line across the selected zone: a drag, or two clicks. It counts as going on beyond its ends."""

    name = "cut"
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._start: Point | None = None
        self._end: Point | None = None
        self._pressed = QPointF()

    def press(self, pointer: Pointer) -> None:
        if self._start is None:
            self._start, self._pressed = self.board.snapped(pointer), pointer.px
        self.move(pointer)

    def move(self, pointer: Pointer) -> None:
        if self._start is None:
            return
        self._end = self.board.snapped(pointer)
        if pointer.shift:
            self._end = squared(self._end, self._start, None)
        self.board.update()

    def release(self, pointer: Pointer) -> None:
        start, end = self._start, self._end
        if start is not None and end is not None and far(pointer.px, self._pressed):
            self.cancel()
            self.board.cut(start, end)

    def cancel(self) -> bool:
        under_way = self._start is not None
        self._start = self._end = None
        self.board.update()
        return under_way

    def paint(self, painter: QPainter, inks: Inks) -> None:
        """The line so far."""
        if self._start is None or self._end is None:
            return
        pen = QPen(inks.wrong, 2.0)
        pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        to = self.board.camera.to_screen
        painter.drawLine(to(*self._start), to(*self._end))
