"""Text that is painted by hand: a font in another size, and one line that is shortened to its room."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def sized(font: QFont, pixels: int, *, bold: bool = False) -> QFont:
    """The font in another size."""
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setBold(bold)
    return made


def paint_text(painter: QPainter, place: QRectF, text: str, colour: QColor, side: Qt.AlignmentFlag = LEFT) -> None:
    """One line of text, shortened where it does not fit."""
    painter.setPen(colour)
    fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, side, fitting)
