"""The program's sign: a shield with a tick, drawn, so that it needs no file and takes the theme's colours."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


def paint_logo(painter: QPainter, box: QRectF, ground: QColor, mark: QColor) -> None:
    """Paints the shield into a box, `ground` on it and the tick in `mark`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 24, box.height() / 24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawPath(_shield())
    pen = QPen(mark, 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([QPointF(7.4, 12.2), QPointF(10.7, 15.4), QPointF(16.8, 8.9)])
    painter.restore()


def _shield() -> QPainterPath:
    path = QPainterPath(QPointF(12, 1))
    path.lineTo(21.4, 4.2)
    path.lineTo(21.4, 11.4)
    path.cubicTo(21.4, 17, 17.8, 21, 12, 23)
    path.cubicTo(6.2, 21, 2.6, 17, 2.6, 11.4)
    path.lineTo(2.6, 4.2)
    path.closeSubpath()
    return path
