"""A QR code on the screen, each module a whole number of dots, so that cameras read it at any scale."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

QUIET = 4  # modules of white around it


class QrCode(QWidget):
    """Black on white whatever the theme: many readers want it so. `called` says in words what it is good for."""

    def __init__(self, side: int, name: str, called: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(called)
        self.setFixedSize(QSize(side, side))
        self._image = QImage()

    def show_text(self, text: str) -> None:
        """The code of an ASCII text."""
        from services.reports.qr import CodeSize, mask_bits, smallest_version

        size = CodeSize(smallest_version(len(text), "M") or 40, "M", 1)
        rows, wide = mask_bits(text, size), (size.modules + 7) // 8
        whole = size.modules + 2 * QUIET
        image = QImage(whole, whole, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        for y in range(size.modules):
            for x in range(size.modules):
                if rows[y * wide + x // 8] >> (7 - x % 8) & 1:
                    image.setPixel(x + QUIET, y + QUIET, 0xFF000000)
        self._image = image
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        dots = max(1, int(self.width() * ratio) // self._image.width())
        side = dots * self._image.width() / ratio
        at = (self.width() - side) / 2
        painter = QPainter(self)
        painter.translate(at, at)
        painter.scale(side / self._image.width(), side / self._image.width())
        painter.drawImage(0, 0, self._image)
