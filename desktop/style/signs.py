"""Status signs, class badges and levels of risk, drawn: a circle, a triangle, a square, a dashed ring; a half circle
for what the hub has yet to confirm; steps, of which more are filled the worse a risk is. Never by colour alone."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap, QPolygonF

from desktop.style.theme import theme
from desktop.style.tokens import STATUTORY

LEVELS = tuple(STATUTORY)  # the worst first


def paint_sign(painter: QPainter, status: str, box: QRectF, colour: QColor | None = None) -> None:
    """Paints the sign of 'normal', 'pending', 'overdue', 'unknown' or 'unconfirmed' into a box, or of a level of
    risk."""
    if status in STATUTORY:
        _paint_steps(painter, status, box)
        return
    ink = colour or theme.colour("unknown" if status == "unconfirmed" else status)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    inner = box.adjusted(1, 1, -1, -1)
    if status == "normal":
        painter.drawEllipse(inner)
    elif status == "pending":
        top = QPointF(inner.center().x(), inner.top())
        painter.drawPolygon(QPolygonF([top, inner.bottomRight(), inner.bottomLeft()]))
    elif status == "overdue":
        painter.drawRect(inner.adjusted(0.5, 0.5, -0.5, -0.5))
    elif status == "unconfirmed":
        ring = inner.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawPie(ring, 90 * 16, 180 * 16)
        painter.setPen(QPen(ink, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
    else:
        pen = QPen(ink, 1.6, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([1.6, 1.4])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(inner.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


def _paint_steps(painter: QPainter, level: str, box: QRectF) -> None:
    """Four steps up, the filled ones in the level's colour; all have an outline, as yellow does not show on white."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(theme.colour("text"), 1))
    filled, ink = len(LEVELS) - LEVELS.index(level), QColor(STATUTORY[level][0])
    width = (box.width() - 1) / len(LEVELS)
    for step in range(len(LEVELS)):
        height = (box.height() - 1) * (step + 1) / len(LEVELS)
        painter.setBrush(ink if step < filled else Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(box.left() + step * width, box.bottom() - 1 - height, width, height))
    painter.restore()


def paint_badge(painter: QPainter, letter: str, box: QRectF) -> None:
    """Paints a class badge: a neutral letter in a square with an outline."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("text"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
    font = QFont(painter.font())
    font.setPixelSize(max(8, int(box.height() * 0.66)))
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()


def sign_pixmap(status: str, size: int = 14, ratio: float = 1.0, colour: QColor | None = None) -> QPixmap:
    """The sign as a picture for labels and rows."""
    pixmap = QPixmap(int(size * ratio), int(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_sign(painter, status, QRectF(0, 0, size, size), colour)
    painter.end()
    return pixmap


def badge_pixmap(letter: str, size: int = 18, ratio: float = 1.0) -> QPixmap:
    """The badge as a picture."""
    pixmap = QPixmap(int(size * ratio), int(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_badge(painter, letter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
