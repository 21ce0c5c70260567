"""Where two photos of the same place are looked at: one zoom and one middle for both. Plain geometry, no widget."""

from PySide6.QtCore import QPointF, QRectF, QSizeF

MOST = 8.0


class LinkedView:
    """`zoom` 1 shows whole photos; `middle` is the point of every photo, in shares of its sides, that stands in the
    middle of its pane."""

    def __init__(self) -> None:
        self.zoom = 1.0
        self.middle = QPointF(0.5, 0.5)

    def reset(self) -> None:
        """Whole photos again."""
        self.zoom, self.middle = 1.0, QPointF(0.5, 0.5)

    def place(self, pane: QRectF, photo: QSizeF) -> QRectF:
        """Where the whole photo lies, parts outside the pane included."""
        size = self._size(pane, photo)
        middle = QPointF(
            _held(self.middle.x(), pane.width() / size.width()), _held(self.middle.y(), pane.height() / size.height())
        )
        left = pane.center().x() - middle.x() * size.width()
        top = pane.center().y() - middle.y() * size.height()
        return QRectF(QPointF(left, top), size)

    def zoom_at(self, factor: float, point: QPointF, pane: QRectF, photo: QSizeF) -> None:
        """Zooms so that what lies under `point` stays there."""
        before = self.place(pane, photo)
        share = QPointF((point.x() - before.left()) / before.width(), (point.y() - before.top()) / before.height())
        self.zoom = min(MOST, max(1.0, self.zoom * factor))
        size = self._size(pane, photo)
        away = point - pane.center()
        self.middle = QPointF(share.x() - away.x() / size.width(), share.y() - away.y() / size.height())
        self._hold(pane, size)

    def drag(self, by: QPointF, pane: QRectF, photo: QSizeF) -> None:
        """Moves the photos with the hand."""
        size = self._size(pane, photo)
        self.middle -= QPointF(by.x() / size.width(), by.y() / size.height())
        self._hold(pane, size)

    def _size(self, pane: QRectF, photo: QSizeF) -> QSizeF:
        return photo * (min(pane.width() / photo.width(), pane.height() / photo.height()) * self.zoom)

    def _hold(self, pane: QRectF, size: QSizeF) -> None:
        self.middle = QPointF(
            _held(self.middle.x(), pane.width() / size.width()), _held(self.middle.y(), pane.height() / size.height())
        )


def _held(share: float, seen: float) -> float:
    """A middle that shows no more ground beside the photo than need be; `seen` is the pane in shares of the photo."""
    return 0.5 if seen >= 1 else min(1 - seen / 2, max(seen / 2, share))
