"""How the mouse and keys work on equipment, sensors and doors: one is taken hold of and pushed, or put on the plan."""

from PySide6.QtCore import QPointF, Qt

from desktop.views.floor_plan.gestures import Board, Pointer, Tool, far
from services.core.geometry import Point


class ThingGrip:
    """The thing under the mouse while the plan is arranged. A part of the tool that arranges zones."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self._pressed: Pointer | None = None

    def press(self, pointer: Pointer) -> bool:
        """Whether a thing was taken hold of."""
        found = self.board.thing_at(pointer.px)
        if found is None:
            return False
        self._pressed = pointer
        self.board.hand.chosen = found
        self.board.update()
        return True

    def move(self, pointer: Pointer) -> bool:
        """Whether a thing is held, and pushed if the mouse has gone far enough."""
        hand, pressed = self.board.hand, self._pressed
        if pressed is None or hand.chosen is None:
            return False
        if hand.live is not None or far(pointer.px, pressed.px):
            dx, dy = pointer.metres[0] - pressed.metres[0], pointer.metres[1] - pressed.metres[1]
            if pointer.shift:
                dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
            hand.live = self.board.lined_up((hand.chosen.x + dx, hand.chosen.y + dy), pointer.free)
            self.board.update()
        return True

    def release(self) -> bool:
        """Whether a thing was let go: where it is now goes to the board, or that it was only clicked."""
        hand = self.board.hand
        if self._pressed is None:
            return False
        self._pressed, live, hand.live = None, hand.live, None
        if hand.chosen is not None and live is not None:
            self.board.push_thing(live)
        elif hand.chosen is not None:
            self.board.pick_thing(hand.chosen.id)
        self.board.update()
        return True

    def key(self, key: Qt.Key) -> bool:
        """Delete and Backspace take what is chosen off the plan."""
        if key not in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) or self.board.hand.chosen is None:
            return False
        self.board.take_thing_off()
        return True

    def drop(self) -> bool:
        """Lets go without a change; whether something was being pushed."""
        under_way, self._pressed = self.board.hand.live is not None, None
        self.board.hand.live = None
        return under_way


class Place(Tool):
    """A click puts what is in hand on the plan."""

    name = "place"
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._pressed: QPointF | None = None
        self._last = QPointF()

    def press(self, pointer: Pointer) -> None:
        self._pressed = self._last = pointer.px

    def move(self, pointer: Pointer) -> None:
        if self._pressed is not None and far(pointer.px, self._pressed):
            self.board.pan(pointer.px - self._last)
            self._last = pointer.px
        self.board.hand.over = self.board.lined_up(pointer.metres, pointer.free)
        self.board.update()

    def release(self, pointer: Pointer) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is not None and not far(pointer.px, pressed):
            self.board.put_thing(self.board.lined_up(pointer.metres, pointer.free))

    def cancel(self) -> bool:
        self._pressed = self.board.hand.over = None
        return False  # what is in hand is given back by who gave it


def whole_cm(at: Point) -> Point:
    """A place rounded to centimetres: nobody measures a machine's place finer."""
    return (round(at[0], 2) + 0.0, round(at[1], 2) + 0.0)
