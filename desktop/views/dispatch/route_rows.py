"""A route in the list: what it is for and whom it leads to, below it how much went along it, or why nothing can."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.style.lettering import paint_text, sized
from desktop.style.signs import paint_sign
from desktop.style.theme import theme
from desktop.style.tokens import CAPTION
from desktop.widgets.row_ground import paint_ground

BELOW = int(Qt.ItemDataRole.UserRole) + 1
TROUBLED = BELOW + 1
HIGH, EDGE, SIGN = 52, 12, 12


class RouteRows(QStyledItemDelegate):
    """Two lines; the second one is a warning where the route does nothing."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, HIGH)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        place = paint_ground(painter, option)
        left, wide = float(place.left() + EDGE), float(place.width() - 2 * EDGE)
        said = str(index.data(Qt.ItemDataRole.DisplayRole))
        paint_text(painter, QRectF(left, place.top() + 6, wide, 22), said, theme.colour("text"))
        troubled = bool(index.data(TROUBLED))
        if troubled:
            paint_sign(painter, "pending", QRectF(left, place.top() + 31, SIGN, SIGN))
            left, wide = left + SIGN + 6, wide - SIGN - 6
        painter.setFont(sized(painter.font(), CAPTION))
        tint = theme.colour("pending" if troubled else "muted")
        paint_text(painter, QRectF(left, place.top() + 27, wide, 20), str(index.data(BELOW)), tint)
        painter.restore()
