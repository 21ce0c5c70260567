"""The squares under a window as one picture, as one copy of it is faster than one of each square.

It is put together when the same squares are asked for a second time: while something is changed or drawn, that would
only be one copy more."""

from collections.abc import Hashable, Iterable

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QPainter, QPixmap


class Pane:
    """One picture, as long as the squares stay what they are."""

    def __init__(self) -> None:
        self._of: Hashable = None
        self._picture: QPixmap | None = None

    def known(self, of: Hashable) -> bool:
        """Whether the squares were the same the last time; `of` is whatever tells them from others."""
        known, self._of = self._of == of, of
        if not known:
            self._picture = None
        return known

    def picture(self, squares: Iterable[tuple[QPointF, QPixmap]], size: QSizeF, ratio: float) -> QPixmap:
        """All squares, each at its place; put together once. Only where they are `known`."""
        if self._picture is None:
            self._picture = made = QPixmap((size * ratio).toSize())
            made.setDevicePixelRatio(ratio)
            made.fill("white")  # so that Qt knows that nothing shows through, and only copies it
            painter = QPainter(made)
            for place, square in squares:
                painter.drawPixmap(place, square)
            painter.end()
        return self._picture
