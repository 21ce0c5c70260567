"""Equipment, sensors and doors under the hand while the plan is edited: which one is chosen or pushed, and what is
about to be put on the plan. Values and their painting; what the mouse does: placing.py."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.style.icons import icon
from desktop.views.floor_plan.camera import Camera
from desktop.views.floor_plan.crowd import MARK_PX
from desktop.views.floor_plan.inks import Inks
from desktop.views.floor_plan.shapes import SENSOR, MapSymbol
from services.core.geometry import Point

ICON_PX, RING_PX = 18, 4.0


@dataclass(frozen=True, slots=True)
class Placing:
    """What a click puts on the plan: a new thing of a kind ("equipment", "sensor", "door") and sort (its type or
    quantity), or, with an `id`, one that is there and has no place yet."""

    kind: str
    sort: str
    glyph: str
    name: str
    id: str = ""

    @property
    def text(self) -> str:
        """As it travels while it is dragged."""
        return f"{self.kind}:{self.sort}:{self.id}"


class Hand:
    """`what` is in hand, `over` where it would be put; `spot` is where it was put and waits to be saved. `chosen` is
    the thing that is selected, `live` where it is being pushed to."""

    def __init__(self) -> None:
        self.what: Placing | None = None
        self.over: Point | None = None
        self.spot: Point | None = None
        self.chosen: MapSymbol | None = None
        self.live: Point | None = None

    def let_go(self) -> None:
        """Nothing is in hand, chosen or pushed."""
        self.what = self.over = self.spot = self.chosen = self.live = None

    @property
    def busy(self) -> bool:
        """Whether there is anything to give up."""
        return self.what is not None or self.chosen is not None or self.spot is not None

    def paint(self, painter: QPainter, camera: Camera, inks: Inks) -> None:
        """The ring round what is chosen, what is pushed with the way it came, and what is in hand at the mouse."""
        if self.chosen is not None:
            home = camera.to_screen(self.chosen.x, self.chosen.y)
            paint_ring(painter, home, inks, round_=self.chosen.kind == SENSOR)
            if self.live is not None:
                self._paint_push(painter, home, camera.to_screen(*self.live), inks)
        where = self.spot or self.over
        if self.what is not None and where is not None:
            paint_thing(painter, camera.to_screen(*where), self.what.glyph, inks, round_=self.what.kind == SENSOR)

    def _paint_push(self, painter: QPainter, home: QPointF, to: QPointF, inks: Inks) -> None:
        assert self.chosen is not None
        pen = QPen(inks.accent, 1.5)
        pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.drawLine(home, to)
        paint_thing(painter, to, self.chosen.glyph, inks, round_=self.chosen.kind == SENSOR)

    @property
    def pushed_m(self) -> float:
        """How far the chosen thing is being pushed, in metres."""
        if self.chosen is None or self.live is None:
            return 0.0
        return math.dist((self.chosen.x, self.chosen.y), self.live)


def paint_ring(painter: QPainter, at: QPointF, inks: Inks, *, round_: bool) -> None:
    """Round a thing's mark, outside of it, so that its sign stays to be seen."""
    half = MARK_PX / 2 + RING_PX
    painter.setPen(QPen(inks.accent, 3.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = half if round_ else 6.0
    painter.drawRoundedRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half), radius, radius)


def paint_thing(painter: QPainter, at: QPointF, glyph: str, inks: Inks, *, round_: bool) -> None:
    """A thing that is not on the plan yet, or not there: its sign on a tinted plate."""
    half = MARK_PX / 2 + 3
    box = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
    painter.setPen(QPen(inks.accent, 2.0))
    tint = QColor(inks.sheet)
    tint.setAlphaF(0.92)
    painter.setBrush(tint)
    radius = half if round_ else 5.0
    painter.drawRoundedRect(box, radius, radius)
    place = QRectF(0, 0, ICON_PX, ICON_PX)
    place.moveCenter(box.center())
    icon(glyph, "accent").paint(painter, place.toRect())
