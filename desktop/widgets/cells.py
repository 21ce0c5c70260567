"""How the cells of a table are painted: signs and badges before the text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.models.record_table import BADGE, SIGN
from desktop.style.signs import paint_badge, paint_sign


class Cells(QStyledItemDelegate):
    """Paints signs and badges before the text of a cell."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        sign, badge = index.data(SIGN), index.data(BADGE)
        width = _before(index)
        if not width:
            super().paint(painter, option, index)
            return
        moved = QStyleOptionViewItem(option)
        self.initStyleOption(moved, index)
        moved.rect = option.rect.adjusted(width, 0, 0, 0)
        style = moved.widget.style()
        whole = QStyleOptionViewItem(moved)
        whole.rect, whole.text = option.rect, ""
        style.drawControl(style.ControlElement.CE_ItemViewItem, whole, painter, moved.widget)
        super().paint(painter, moved, index)
        middle = option.rect.center().y()
        if sign:
            paint_sign(painter, sign, QRectF(option.rect.left() + 8, middle - 6, 13, 13))
        if badge:
            paint_badge(painter, badge, QRectF(option.rect.left() + 8, middle - 8, 18, 18))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(_before(index), 0)


def _before(index: QModelIndex | QPersistentModelIndex) -> int:
    """The room, in px, that a sign or a badge takes before the text."""
    return 18 if index.data(SIGN) else 26 if index.data(BADGE) else 0
