"""What is painted over photos, the same in light and dark: which one it is, its caption, the grip between two."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from desktop.style.tokens import DARK, RADIUS

CAPTION_BAR, GRIP, CAPTION_WIDE = 32, 14, 320
PLACE = 10
MIDDLE = Qt.AlignmentFlag.AlignVCenter


def paint_tag(painter: QPainter, visible: QRectF, text: str, *, right: bool) -> None:
    """A word in the upper corner."""
    painter.setFont(sized(painter, 14, bold=True))
    width = painter.fontMetrics().horizontalAdvance(text) + 20
    left = visible.right() - 8 - width if right else visible.left() + 8
    box = QRectF(left, visible.top() + 8, width, 28)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_shade(210))
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.setPen(QColor(DARK.text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def paint_caption(painter: QPainter, visible: QRectF, texts: tuple[str, str, str], *, right: bool) -> None:
    """A bar at the bottom: when, by whom, and which of several; at the right end where `right`."""
    when, who, count = texts
    bar = QRectF(visible.left(), visible.bottom() - CAPTION_BAR, visible.width(), CAPTION_BAR)
    painter.fillRect(bar, _shade(190))
    inner = bar.adjusted(12, 0, -12, 0)
    if right:
        inner.setLeft(max(inner.left(), inner.right() - CAPTION_WIDE))
    painter.setPen(QColor(DARK.text))
    painter.setFont(sized(painter, 12, bold=True))
    taken = painter.fontMetrics().horizontalAdvance(when)
    painter.drawText(inner, MIDDLE | Qt.AlignmentFlag.AlignLeft, when)
    painter.setFont(sized(painter, 12))
    painter.drawText(inner, MIDDLE | Qt.AlignmentFlag.AlignRight, count)
    rest = inner.adjusted(taken + 12, 0, -painter.fontMetrics().horizontalAdvance(count) - 12, 0)
    short = painter.fontMetrics().elidedText(who, Qt.TextElideMode.ElideRight, max(0, int(rest.width())))
    painter.drawText(rest, MIDDLE | Qt.AlignmentFlag.AlignLeft, short)


def paint_grip(painter: QPainter, edge: float, height: float) -> None:
    """The line between two photos, with a knob to hold."""
    painter.fillRect(QRectF(edge - 1, 0, 2, height), QColor(DARK.text))
    painter.setPen(QColor(DARK.text))
    painter.setBrush(_shade(230))
    painter.drawEllipse(QPointF(edge, height / 2), GRIP, GRIP)
    for way in (-1, 1):
        tip = QPointF(edge + way * 9, height / 2)
        painter.drawLine(tip, tip + QPointF(-way * 4, -4))
        painter.drawLine(tip, tip + QPointF(-way * 4, 4))


def paint_place(painter: QPainter, at: QPointF, number: int) -> None:
    """A place that both photos show: a ring with its number beside it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, wide in ((_shade(230), 5), (QColor(DARK.pending), 2)):
        painter.setPen(QPen(ink, wide))
        painter.drawEllipse(at, PLACE, PLACE)
        painter.drawPoint(at)
    box = QRectF(at.x() + PLACE + 2, at.y() - PLACE - 14, 20, 20)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_shade(230))
    painter.drawEllipse(box)
    painter.setPen(QColor(DARK.pending))
    painter.setFont(sized(painter, 12, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))


def sized(painter: QPainter, size: int, *, bold: bool = False) -> QFont:
    """The painter's font in px."""
    font = QFont(painter.font())
    font.setPixelSize(size)
    font.setBold(bold)
    return font


def _shade(strength: int) -> QColor:
    ink = QColor(DARK.page)
    ink.setAlpha(strength)
    return ink
