"""Scans under the lines of a drawing: grey, so that the colours of the zones come first, and dark on a dark sheet."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from services.plans.drawing import Picture

OVERVIEW_PX = 1600  # what is shown smaller is painted from a smaller copy, which is quicker and does not flicker
STRENGTH = 0.75


class Scan:
    """A picture made ready for painting; needs no widget."""

    def __init__(self, picture: Picture) -> None:
        self.place = QRectF(picture.x, picture.y, picture.width_m, picture.height_m)
        grey = QImage.fromData(picture.jpeg).convertToFormat(QImage.Format.Format_Grayscale8)
        aspect, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        large = max(grey.width(), grey.height()) > OVERVIEW_PX
        overview = grey.scaled(OVERVIEW_PX, OVERVIEW_PX, aspect, smooth) if large else grey
        self._copies = {False: (overview, grey), True: (_inverted(overview), _inverted(grey))}

    def paint(self, painter: QPainter, dark: bool, pixels_per_metre: float) -> None:
        """Paints with a painter whose coordinates are metres, y upwards."""
        longest = max(self.place.width(), self.place.height()) * pixels_per_metre
        overview, whole = self._copies[dark]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(STRENGTH)
        painter.translate(self.place.left(), self.place.top() + self.place.height())
        painter.scale(1, -1)
        painter.drawImage(
            QRectF(0, 0, self.place.width(), self.place.height()), overview if longest <= OVERVIEW_PX else whole
        )
        painter.restore()


def _inverted(image: QImage) -> QImage:
    turned = image.copy()
    turned.invertPixels()
    return turned
