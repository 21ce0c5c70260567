"""Two points of a drawing whose distance is known: what sets the scale of a scan or a page."""

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.views.floor_plan.gestures import Board, Pointer, Tool
from desktop.views.floor_plan.inks import Inks
from services.core.geometry import Point

MARK_PX = 6.0


class TwoPoints(Tool):
    """`done` is told the distance in metres as the drawing has it; a third click begins anew."""

    name = "two_points"
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, board: Board, done: Callable[[float], object]) -> None:
        super().__init__(board)
        self._done = done
        self._points: list[Point] = []

    def press(self, pointer: Pointer) -> None:
        at = self.board.snapped(pointer)
        self._points = [*self._points, at] if len(self._points) == 1 and at != self._points[0] else [at]
        if len(self._points) == 2:
            self._done(math.dist(*self._points))
        self.board.update()

    def cancel(self) -> bool:
        had, self._points = bool(self._points), []
        self.board.update()
        return had

    def paint(self, painter: QPainter, inks: Inks) -> None:
        pixels = [self.board.camera.to_screen(*point) for point in self._points]
        painter.setPen(QPen(QColor(inks.accent), 2.0))
        if len(pixels) == 2:
            painter.drawLine(pixels[0], pixels[1])
        for at in pixels:
            painter.drawEllipse(QPointF(at), MARK_PX, MARK_PX)
            painter.drawPoint(QPointF(at))
