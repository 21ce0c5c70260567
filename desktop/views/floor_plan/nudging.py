"""Arrow keys push the zone being edited: each key held down is one change."""

from PySide6.QtCore import Qt

from desktop.views.floor_plan.gestures import Board
from desktop.views.floor_plan.shapes import moved, whole_mm

STEP_M, FAR_M = 0.1, 1.0
_WAYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


class Nudge:
    """Shows the outline where it is pushed to; `end` hands it to the board."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._under_way = False

    def key(self, key: Qt.Key, far: bool) -> bool:
        """Whether an arrow pushed an outline, by 0.1 m or, if `far`, by 1 m."""
        shape = self._board.live or self._board.shape
        if shape is None or key not in _WAYS:
            return False
        x, y = _WAYS[key]
        step = FAR_M if far else STEP_M
        self._board.live, self._under_way = moved(shape, x * step, y * step), True
        self._board.update()
        return True

    def end(self) -> None:
        """The key was let go, or the mouse or another window takes over; given up before, nothing changes."""
        live = self._board.live
        if self._under_way:
            self._under_way, self._board.live = False, None
            if live is not None:
                self._board.reshape(whole_mm(live))
