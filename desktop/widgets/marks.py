"""The program's mark and a person's initial, painted: the same shield as on the phone, and a round letter."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop.style.theme import theme


class Shield(QWidget):
    """The mark: a shield with a tick, 24 px."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(28, 28))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / 68, self.height() / 68)
        painter.translate(-14, -14)
        path = QPainterPath(QPointF(48, 16))
        path.lineTo(75, 25.5)
        path.lineTo(75, 46.5)
        path.cubicTo(75, 63, 64.5, 74.5, 48, 80.5)
        path.cubicTo(31.5, 74.5, 21, 63, 21, 46.5)
        path.lineTo(21, 25.5)
        path.closeSubpath()
        painter.fillPath(path, theme.colour("accent"))
        tick = QPen(theme.colour("on_accent"), 7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        tick.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(tick)
        painter.drawPolyline(QPolygonF([QPointF(34.5, 47.5), QPointF(44, 57), QPointF(61.5, 38.5)]))


class Initial(QWidget):
    """The first letter of a person's name in a circle, 28 px."""

    def __init__(self) -> None:
        super().__init__()
        self.letter = ""
        self.setFixedSize(QSize(28, 28))
        theme.changed.connect(self.update)

    def show_name(self, name: str) -> None:
        """Whose initial is shown; nobody's for an empty name."""
        self.letter = name[:1]
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.letter:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("hover"))
        circle = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawEllipse(circle)
        font = QFont(self.font())
        font.setPixelSize(13)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self.letter)
