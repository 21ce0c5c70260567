"""The page as it will lie on the table, in its true proportion."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.style.theme import theme
from desktop.style.tokens import LIGHT

SIDE = 16


class PagePreview(QWidget):
    """Shows one picture of a page, as large as there is room; pale while another one is being drawn."""

    def __init__(self, name: str = "planPreview") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMinimumSize(360, 300)
        self.picture: QImage | None = None
        self.stale = False
        self._shown: tuple[int, QPixmap] | None = None
        theme.changed.connect(self.update)

    def show_page(self, picture: QImage) -> None:
        """Another page."""
        self.picture, self.stale = picture, False
        self.update()

    def set_stale(self) -> None:
        """What is seen is no longer what is wanted."""
        self.stale = True
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        if self.picture is None:
            return
        painter = QPainter(self)
        room = QRectF(self.rect()).adjusted(SIDE, SIDE, -SIDE, -SIDE)
        size = self.picture.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        page = QRectF(0, 0, size.width(), size.height())
        page.moveCenter(room.center())
        painter.fillRect(page.translated(2, 3), QColor(0, 0, 0, 40))
        painter.fillRect(page, QColor(LIGHT.panel))
        painter.setOpacity(0.35 if self.stale else 1.0)
        painter.drawPixmap(page.toRect(), self._scaled(self.picture, size))
        painter.setOpacity(1.0)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRect(page)
        painter.end()

    def _scaled(self, picture: QImage, size: QSize) -> QPixmap:
        """Made once a size: small letters stay legible only when averaged."""
        wanted = size * self.devicePixelRatioF()
        if self._shown is None or self._shown[0] != picture.cacheKey() or self._shown[1].size() != wanted:
            aspect, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._shown = (picture.cacheKey(), QPixmap.fromImage(picture.scaled(wanted, aspect, smooth)))
        return self._shown[1]
