"""Editing: what is there is selected, moved and reshaped by the mouse."""

from PySide6.QtCore import Qt

from desktop.views.floor_plan.gestures import Board, Browse, Pointer, Reshaping, far
from desktop.views.floor_plan.placing import ThingGrip
from desktop.views.floor_plan.shapes import MapZone, moved, whole_mm


class Arrange(Reshaping):
    """A click selects, a drag moves a zone or a thing; handles reshape a zone; a suggestion is taken by a click."""

    name = "arrange"

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self.things = ThingGrip(board)
        self._pressed: Pointer | None = None
        self._grabbed: MapZone | None = None
        self._browse = Browse(board)

    def press(self, pointer: Pointer) -> None:
        if self.handles.press(pointer) or self.things.press(pointer):
            return
        self._pressed, self._grabbed = pointer, self.board.zone_at(pointer.metres)
        if self._grabbed is None:
            self._browse.press(pointer)

    def move(self, pointer: Pointer) -> None:
        if self.handles.move(pointer) or self.things.move(pointer):
            return
        if self._grabbed is None or self._pressed is None:
            self._browse.move(pointer)
        elif self.board.live is not None or far(pointer.px, self._pressed.px):
            if self.board.live is None:
                self.board.select_quietly(self._grabbed.id)
            dx = pointer.metres[0] - self._pressed.metres[0]
            dy = pointer.metres[1] - self._pressed.metres[1]
            if pointer.shift:
                dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
            self.board.live = self.board.snapped_move(moved(self._grabbed.polygon, dx, dy), pointer.free)
            self.board.update()

    def release(self, pointer: Pointer) -> None:
        if self.handles.release() or self.things.release():
            return
        grabbed, self._grabbed, self._pressed = self._grabbed, None, None
        live, self.board.live = self.board.live, None
        if grabbed is None:
            if not self.board.take_suggestion(pointer.metres):
                self._browse.release(pointer)
            else:
                self._browse = Browse(self.board)
        elif live is not None:
            self.board.reshape(whole_mm(live))
        else:
            self.board.pick(grabbed.id)

    def key(self, key: Qt.Key) -> bool:
        return super().key(key) or self.things.key(key)

    def cancel(self) -> bool:
        pushed = self.things.drop()
        under_way = pushed or self.board.live is not None
        self.handles.drop()
        self._grabbed = self._pressed = self.board.live = None
        self.board.update()
        return under_way

    def cursor_at(self, pointer: Pointer) -> Qt.CursorShape:
        if self.board.live is not None and self._grabbed is not None:
            return Qt.CursorShape.ClosedHandCursor
        if self.handles.at(pointer.px) is not None:
            return Qt.CursorShape.CrossCursor
        if self.board.thing_at(pointer.px) is not None or self.board.zone_at(pointer.metres):
            return Qt.CursorShape.SizeAllCursor
        return self._browse.cursor_at(pointer)
