"""The plan with things under the hand: which is chosen, pushed, put there or dragged here. Zones: plan_view.py."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter
from PySide6.QtWidgets import QWidget

from desktop.views.floor_plan.hand import Hand
from desktop.views.floor_plan.placing import whole_cm
from desktop.views.floor_plan.plan_canvas import PlanCanvas
from desktop.views.floor_plan.shapes import MapSymbol
from services.core.geometry import Point

MIME = "application/x-anhuan-thing"


class ThingsView(PlanCanvas):
    """Signals carry ids and points in metres; `thing_carried` the text of what was dragged here (Placing.text)."""

    thing_picked = Signal(str)
    thing_pushed = Signal(object)  # to where the chosen one was pushed
    thing_put = Signal(object)  # where what is in hand was put
    thing_off = Signal()  # the chosen one is to have no place any more
    thing_menu_wanted = Signal(str, QPoint)
    thing_carried = Signal(str, object)
    thing_given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hand = Hand()

    def thing_at(self, px: QPointF) -> MapSymbol | None:
        """The thing whose mark is under a pixel, plates or not; none where the mark stands for several."""
        mark = self.picture.crowd.mark_at(self.to_metres(px), self.camera.scale)
        return self.picture.crowd.single(mark) if mark is not None else None

    def choose_thing(self, id_: str) -> None:
        """Chooses a thing; "" for none."""
        self.hand.chosen = next((one for one in self._symbols if one.id == id_), None) if id_ else None
        self.update()

    def renew_chosen(self) -> None:
        """What is chosen as it is by now; none when it is gone or was taken off the plan."""
        if self.hand.chosen is not None:
            self.choose_thing(self.hand.chosen.id)

    def paint_marks(self, painter: QPainter) -> None:
        """All marks, as what is edited can be taken hold of."""
        self.picture.paint_marks(painter, self.camera, self.camera.seen(QRectF(self.rect())))

    # what a tool needs (gestures.Board)

    def lined_up(self, at: Point, free: bool) -> Point:
        """Where a thing that is pushed to a point comes to stand."""
        return whole_cm(at)

    def pick_thing(self, id_: str) -> None:
        """Somebody asks for a thing."""
        self.thing_picked.emit(id_)

    def push_thing(self, at: Point) -> None:
        """The chosen thing was pushed."""
        self.thing_pushed.emit(whole_cm(at))

    def put_thing(self, at: Point) -> None:
        """What is in hand was put on the plan."""
        self.thing_put.emit(whole_cm(at))

    def take_thing_off(self) -> None:
        """The chosen thing is to have no place any more."""
        self.thing_off.emit()

    # what is dragged here from the palette

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._carry(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._carry(event)

    def dragLeaveEvent(self, _: QDragLeaveEvent) -> None:
        self.hand.over = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        text = _carried_text(event.mimeData())
        self.hand.over = None
        if text:
            event.acceptProposedAction()
            self.thing_carried.emit(text, self.lined_up(self.to_metres(event.position()), free=False))
        else:
            event.ignore()

    def _carry(self, event: QDragMoveEvent) -> None:
        if _carried_text(event.mimeData()):
            self.hand.over = self.lined_up(self.to_metres(event.position()), free=False)
            event.acceptProposedAction()
            self.update()
        else:
            event.ignore()  # a file is for the page


def _carried_text(data: QMimeData) -> str:
    return bytes(data.data(MIME).data()).decode("utf-8", "replace") if data.hasFormat(MIME) else ""
