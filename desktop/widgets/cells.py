"""How the cells of a table are painted: signs and badges before the text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.models.record_table import MARK
from desktop.style.signs import paint_badge, paint_sign

Mark = tuple[str | None, str | None]  # a sign, a badge


class Cells(QStyledItemDelegate):
    """Paints signs and badges before the text of a cell. What a cell says is asked as seldom as can be: each question
    goes from Qt to Python and back."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        mark: Mark | None = index.data(MARK)
        if mark is None:
            super().paint(painter, option, index)
            return
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        style, words = cell.widget.style(), cell.text
        cell.text = ""
        style.drawControl(style.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        cell.rect, cell.text = option.rect.adjusted(_room(mark), 0, 0, 0), words
        style.drawControl(style.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        _paint_mark(painter, mark, option.rect.left() + 8, option.rect.center().y())

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        mark: Mark | None = index.data(MARK)
        found = super().sizeHint(option, index)
        return found if mark is None else found + QSize(_room(mark), 0)


def _room(mark: Mark) -> int:
    """The room, in px, that a sign or a badge takes before the text."""
    return 18 if mark[0] else 26


def _paint_mark(painter: QPainter, mark: Mark, left: int, middle: int) -> None:
    sign, badge = mark
    if sign:
        paint_sign(painter, sign, QRectF(left, middle - 6, 13, 13))
    if badge:
        paint_badge(painter, badge, QRectF(left, middle - 8, 18, 18))
