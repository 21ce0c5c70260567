"""What the mouse does on the plan of a round: a press on a zone takes it into the round, a number that is carried onto
another one takes its place. The way is painted with the numbers in the order of the walk."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.style.lettering import sized
from desktop.style.tokens import CAPTION
from desktop.views.floor_plan.gestures import Board, Pointer, Tool
from desktop.views.floor_plan.inks import Inks
from services.core.walking import Spot

RADIUS, WAY_PX = 12.0, 3.0
Numbered = Sequence[tuple[int, Spot]]


class Walk(Tool):
    """`spots` gives the places of the floor that is shown, each with its number in the round; `take` is called with a
    zone that is pressed, `carry` with two places of the round: from where and where to."""

    name = "walk"
    cursor = Qt.CursorShape.ArrowCursor

    def __init__(
        self,
        board: Board,
        spots: Callable[[], Numbered],
        take: Callable[[str], None],
        carry: Callable[[int, int], None],
    ) -> None:
        super().__init__(board)
        self._spots, self._take, self._carry = spots, take, carry
        self._held: int | None = None
        self._at = QPointF()

    def press(self, pointer: Pointer) -> None:
        self._held, self._at = self._number_at(pointer.px), pointer.px
        zone = self.board.zone_at(pointer.metres)
        if self._held is None and zone is not None:
            self._take(zone.id)

    def move(self, pointer: Pointer) -> None:
        self._at = pointer.px

    def release(self, pointer: Pointer) -> None:
        held, self._held = self._held, None
        over = self._number_at(pointer.px)
        if held is not None and over is not None and over != held:
            self._carry(held, over)

    def cancel(self) -> bool:
        held, self._held = self._held, None
        return held is not None

    def cursor_at(self, pointer: Pointer) -> Qt.CursorShape:
        over = self._held is not None or self._number_at(pointer.px) is not None
        return Qt.CursorShape.SizeAllCursor if over else self.cursor

    def _number_at(self, at: QPointF) -> int | None:
        """The place in the round of the number that lies under a point."""
        for number, spot in reversed(self._spots()):
            off = self.board.camera.to_screen(*spot.at) - at
            if off.x() ** 2 + off.y() ** 2 <= RADIUS**2:
                return number
        return None

    def paint(self, painter: QPainter, inks: Inks) -> None:
        painter.save()
        painter.setFont(sized(painter.font(), CAPTION, bold=True))
        places = [
            (number, self._at if number == self._held else self._on_screen(spot)) for number, spot in self._spots()
        ]
        painter.setPen(QPen(inks.accent, WAY_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for (number, here), (following, there) in pairwise(places):
            if following == number + 1:  # what lies between on another floor is a way that this plan does not show
                painter.drawLine(here, there)
        for number, place in places:
            painter.setBrush(inks.accent)
            painter.setPen(QPen(inks.sheet, 2.0))
            painter.drawEllipse(place, RADIUS, RADIUS)
            painter.setPen(inks.sheet)
            box = QRectF(place.x() - RADIUS, place.y() - RADIUS, 2 * RADIUS, 2 * RADIUS)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        painter.restore()

    def _on_screen(self, spot: Spot) -> QPointF:
        return QPointF(self.board.camera.to_screen(*spot.at))
