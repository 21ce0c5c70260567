"""A level of statutory risk in its own colour, with its word and its number: never by the colour alone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.style.tokens import STATUTORY
from services.core.risk_levels import RiskLevel
from services.core.risks import Assessed

HEIGHT, ROUND, AIR, SWATCH = 26, 4, 20, 12


def said(one: Assessed) -> str:
    """The level and its number: Major risk · 540; or that it was set directly, where the number does not count."""
    why = words.say("risk.designated") if one.designated else f"{one.score:g}"
    return f"{words.say(f'risk.level.{one.level}')} · {why}"


def swatch(level: RiskLevel) -> QIcon:
    """The level's colour as a small square, beside its word."""
    made = QPixmap(SWATCH, SWATCH)
    made.fill(QColor(STATUTORY[level][0]))
    return QIcon(made)


class LevelTag(QWidget):
    """Shows what an assessment came to."""

    def __init__(self, name: str, one: Assessed | None = None) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(HEIGHT)
        self.level, self.text = RiskLevel.BLUE, ""
        if one is not None:
            self.show_level(one)

    def show_level(self, one: Assessed) -> None:
        """Shows another assessment."""
        self.level, self.text = one.level, said(one)
        self.setAccessibleName(self.text)
        self.setMinimumWidth(self.sizeHint().width())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text) + AIR, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, ink = STATUTORY[self.level]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()), ROUND, ROUND)
        painter.setPen(QColor(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text)
