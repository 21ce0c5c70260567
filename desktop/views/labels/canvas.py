"""A label under the hand: its elements on a millimetre grid, dragged, stretched and nudged, over a live preview."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.style.theme import theme
from desktop.style.tokens import LIGHT

if TYPE_CHECKING:
    from services.reports.label_sheets import Element

SIDE, HANDLE, LEAST_MM, STEP_MM = 24, 9, 1.0, 0.5
LINE_MM = 0.2
ARROWS = {
    Qt.Key.Key_Left: (-STEP_MM, 0.0),
    Qt.Key.Key_Right: (STEP_MM, 0.0),
    Qt.Key.Key_Up: (0.0, -STEP_MM),
    Qt.Key.Key_Down: (0.0, STEP_MM),
}


class LabelCanvas(QWidget):
    """`changed` when an element was moved (a drag tells at its end), `picked` when another one is chosen, `removed`
    when the chosen one should go."""

    changed = Signal()
    picked = Signal()
    removed = Signal()

    def __init__(self, size_mm: tuple[float, float]) -> None:
        super().__init__()
        self.setObjectName("labelCanvas")
        self.setAccessibleName(self.tr("The label's parts"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(420, 320)
        self.size_mm = size_mm
        self.elements: tuple[Element, ...] = ()
        self.chosen = -1
        self.picture: QImage | None = None
        self._held: tuple[QPointF, Element, bool] | None = None
        theme.changed.connect(self.update)

    def show_elements(self, elements: "Sequence[Element]", chosen: int) -> None:
        """These stand on the label; one of them, or none (-1), is chosen."""
        self.elements, self.chosen = tuple(elements), chosen
        self.update()

    def show_picture(self, picture: QImage | None) -> None:
        """How it would come out."""
        self.picture = picture
        self.update()

    @property
    def scale(self) -> float:
        """Pixels per millimetre."""
        wide, high = self.size_mm
        return max(min((self.width() - 2 * SIDE) / wide, (self.height() - 2 * SIDE) / high), 0.5)

    def paper(self) -> QRectF:
        """Where the label is."""
        wide, high = (side * self.scale for side in self.size_mm)
        return QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)

    def box(self, number: int) -> QRectF:
        """Where an element is."""
        one, paper, scale = self.elements[number], self.paper(), self.scale
        x, y = (paper.x() + one.at_mm[0] * scale, paper.y() + one.at_mm[1] * scale)
        return QRectF(x, y, one.size_mm[0] * scale, one.size_mm[1] * scale)

    def handle(self, number: int) -> QRectF:
        """The corner by which an element is stretched."""
        corner = self.box(number).bottomRight()
        return QRectF(corner.x() - HANDLE / 2, corner.y() - HANDLE / 2, HANDLE, HANDLE)

    def paintEvent(self, _: object) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        paper = self.paper()
        painter.fillRect(paper, QColor(LIGHT.panel))
        if self.picture is not None:
            painter.drawImage(paper, self.picture)
        self._paint_grid(painter, paper)
        for number in range(len(self.elements)):
            self._paint_element(painter, number)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRect(paper)
        painter.end()

    def _paint_grid(self, painter: QPainter, paper: QRectF) -> None:
        fine, strong = QColor(LIGHT.accent), QColor(LIGHT.accent)
        fine.setAlpha(26)
        strong.setAlpha(60)
        for axis in (0, 1):
            for mm in range(1, int(self.size_mm[axis]) + 1):
                if mm % 5 and self.scale < 4:
                    continue
                painter.setPen(QPen(fine if mm % 5 else strong, 1))
                at = mm * self.scale
                if axis == 0:
                    painter.drawLine(QPointF(paper.x() + at, paper.top()), QPointF(paper.x() + at, paper.bottom()))
                else:
                    painter.drawLine(QPointF(paper.left(), paper.y() + at), QPointF(paper.right(), paper.y() + at))

    def _paint_element(self, painter: QPainter, number: int) -> None:
        chosen = number == self.chosen
        accent = QColor(LIGHT.accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, 2) if chosen else QPen(QColor(LIGHT.muted), 1, Qt.PenStyle.DashLine))
        painter.drawRect(self.box(number))
        if chosen:
            painter.fillRect(self.handle(number), accent)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        stretched = self.chosen >= 0 and self.handle(self.chosen).adjusted(-3, -3, 3, 3).contains(at)
        number = self.chosen if stretched else self._at(at)
        if number != self.chosen:
            self.chosen = number
            self.picked.emit()
        if number >= 0:
            self._held = (at, self.elements[number], stretched)
        self.update()

    def _at(self, at: QPointF) -> int:
        """The smallest element under a point: a text over a code can be taken, too."""
        here = [number for number in range(len(self.elements)) if self.box(number).adjusted(-3, -3, 3, 3).contains(at)]
        areas = {number: self.box(number).width() * self.box(number).height() for number in here}
        return min(here, key=lambda number: areas[number], default=-1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            over = self.chosen >= 0 and self.handle(self.chosen).contains(event.position())
            self.setCursor(Qt.CursorShape.SizeFDiagCursor if over else Qt.CursorShape.ArrowCursor)
            return
        start, before, stretched = self._held
        way = (event.position() - start) / self.scale
        self._put(before, (way.x(), way.y()), stretched)

    def mouseReleaseEvent(self, _: QMouseEvent) -> None:
        held, self._held = self._held, None
        if held is not None and self.elements[self.chosen] != held[1]:
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.chosen >= 0 and key in ARROWS:
            before = self.elements[self.chosen]
            self._put(before, ARROWS[key], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            if self.elements[self.chosen] != before:
                self.changed.emit()
        elif self.chosen >= 0 and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def _put(self, before: "Element", way: tuple[float, float], stretched: bool) -> None:
        """The chosen element from where it was by so many mm, on the grid and on the label."""
        at, size = list(before.at_mm), list(before.size_mm)
        for axis in (0, 1):
            if stretched:
                size[axis] = _snapped(size[axis] + way[axis], _least(before, axis), self.size_mm[axis] - at[axis])
            else:
                at[axis] = _snapped(at[axis] + way[axis], 0, self.size_mm[axis] - size[axis])
        made = replace(before, at_mm=(at[0], at[1]), size_mm=(size[0], size[1]))
        self.elements = (*self.elements[: self.chosen], made, *self.elements[self.chosen + 1 :])
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, 420)


def _least(element: "Element", axis: int) -> float:
    """A line may be as thin as it likes."""
    return LINE_MM if element.kind == "line" and element.size_mm[axis] < LEAST_MM else LEAST_MM


def _snapped(length: float, least: float, most: float) -> float:
    """On the grid, and within the label."""
    return round(min(max(round(length / STEP_MM) * STEP_MM, least), max(most, least)), 2)
