"""Arrow keys push the thing that is chosen, else the zone being edited: each key held down is one change."""

from PySide6.QtCore import Qt

from desktop.views.floor_plan.gestures import Board
from desktop.views.floor_plan.placing import whole_cm
from desktop.views.floor_plan.shapes import moved, whole_mm

STEP_M, FAR_M = 0.1, 1.0
_WAYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


class Nudge:
    """Shows the outline or the thing where it is pushed to; `end` hands it to the board."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._under_way = False

    def key(self, key: Qt.Key, far: bool) -> bool:
        """Whether an arrow pushed something, by 0.1 m or, if `far`, by 1 m."""
        shape, chosen = self._board.live or self._board.shape, self._board.hand.chosen
        if key not in _WAYS or (shape is None and chosen is None):
            return False
        step = FAR_M if far else STEP_M
        x, y = (way * step for way in _WAYS[key])
        if chosen is not None:
            at = self._board.hand.live or (chosen.x, chosen.y)
            self._board.hand.live = whole_cm((at[0] + x, at[1] + y))
        elif shape is not None:
            self._board.live = moved(shape, x, y)
        self._under_way = True
        self._board.update()
        return True

    def end(self) -> None:
        """The key was let go, or the mouse or another window takes over; given up before, nothing changes."""
        if not self._under_way:
            return
        hand = self._board.hand
        live, pushed = self._board.live, hand.live
        self._under_way, self._board.live, hand.live = False, None, None
        if pushed is not None:
            self._board.push_thing(pushed)
        elif live is not None:
            self._board.reshape(whole_mm(live))
