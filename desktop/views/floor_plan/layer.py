"""A picture of a part of the plan, wider than the window, so that panning only moves pixels and zooming shows the old
picture stretched until a new one is made."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from desktop.views.floor_plan.camera import Camera

BEYOND = 0.4  # of the window's size, on each side
Paint = Callable[[QPainter, Camera, QRectF], None]


class Layer:
    """`paint` is given a painter in pixels, the camera to paint with and the area that is to be painted."""

    def __init__(self, paint: Paint) -> None:
        self._paint = paint
        self._picture: QPixmap | None = None
        self._camera = Camera()
        self._key: Hashable = None
        self._beyond = QPointF()

    def forget(self) -> None:
        """What is kept is wrong from now on."""
        self._picture = None

    def holds(self, camera: Camera, size: QSize, key: Hashable) -> bool:
        """Whether the picture shows all of the window as it would be painted now."""
        return self.was_for(camera, key) and self._target(camera).contains(QRectF(0, 0, size.width(), size.height()))

    def only_scale_differs(self, camera: Camera, key: Hashable) -> bool:
        """Whether what is kept is right but for how near it was seen: it can be stretched for a moment."""
        return self._picture is not None and key == self._key and camera.scale != self._camera.scale

    def was_for(self, camera: Camera, key: Hashable) -> bool:
        """Whether what is kept is right, if perhaps too small by now: it only has to be moved or made again."""
        return self._picture is not None and key == self._key and camera.scale == self._camera.scale

    def render(self, camera: Camera, size: QSize, ratio: float, key: Hashable) -> None:
        """Makes the picture for this camera."""
        self._beyond = QPointF(round(size.width() * BEYOND), round(size.height() * BEYOND))
        width, height = size.width() + 2 * self._beyond.x(), size.height() + 2 * self._beyond.y()
        picture = QPixmap(int(width * ratio), int(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self._paint(painter, camera.moved(self._beyond), QRectF(0, 0, width, height))
        painter.end()
        self._picture, self._camera, self._key = picture, camera, key

    def draw(self, painter: QPainter, camera: Camera) -> None:
        """The picture where it belongs for this camera."""
        if self._picture is None:
            return
        if camera.scale == self._camera.scale:
            painter.drawPixmap(self._target(camera).topLeft(), self._picture)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRectF(0, 0, self._picture.width(), self._picture.height())
        painter.drawPixmap(self._target(camera), self._picture, whole)

    def _target(self, camera: Camera) -> QRectF:
        stretch = camera.scale / self._camera.scale
        left = camera.x - (self._camera.x + self._beyond.x()) * stretch
        top = camera.y - (self._camera.y + self._beyond.y()) * stretch
        assert self._picture is not None
        size = self._picture.deviceIndependentSize() * stretch
        return QRectF(left, top, size.width(), size.height())
