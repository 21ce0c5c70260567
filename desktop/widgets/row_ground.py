"""The ground of a row in a list of rows that are painted: chosen, under the pointer, with a line below."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.style.theme import theme


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> QRect:
    """Paints it; the row's place."""
    place: QRect = option.rect
    state: QStyle.StateFlag = option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(place, theme.colour("tint"))
        painter.fillRect(QRect(place.left(), place.top(), 3, place.height()), theme.colour("accent"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(place, theme.colour("hover"))
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(place.bottomLeft(), place.bottomRight())
    return place
