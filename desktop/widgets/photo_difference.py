"""What is different between two photos that lie over each other: light is evened out, then what has changed is coloured
over the photo before. To be called off the GUI thread; a large photo takes a good part of a second."""

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from desktop.widgets.alignment import Place, similarity

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONGEST = 1280  # dots that are compared; finer is noise
GRAIN = 7  # dots over which light is averaged
NOISE, CLEAR = 18.0, 60.0  # of 255: less is taken for light, more is painted in full
CHANGED = 30.0
COLOUR = (255, 64, 129)
DIM = 0.55


class Difference(NamedTuple):
    """The picture, and how much of what both photos show is different (0 to 1)."""

    image: QImage
    changed: float


def difference(before: QImage, after: QImage, places: tuple[list[Place], list[Place]] | None) -> Difference:
    """`places` as Alignment has them; None takes the photos as they are, one as large as the other."""
    size = before.size().scaled(LONGEST, LONGEST, Qt.AspectRatioMode.KeepAspectRatio)
    under = before.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    over = laid_over(after, size, before.size(), places)
    return compared(under.convertToFormat(QImage.Format.Format_RGBA8888), over)


def laid_over(after: QImage, size: QSize, whole: QSize, places: tuple[list[Place], list[Place]] | None) -> QImage:
    """The photo after on the ground of the photo before (`whole` as it came, `size` as it is compared); clear where it
    shows nothing."""
    made = QImage(size, QImage.Format.Format_RGBA8888)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if places is None:
        painter.scale(size.width() / after.width(), size.height() / after.height())
    else:
        a, b = similarity((_dots(places[0], size), _dots(places[1], after.size())))
        painter.setTransform(QTransform(a.real, a.imag, -a.imag, a.real, b.real, b.imag))
    painter.drawImage(0, 0, after)
    painter.end()
    return made


def _dots(places: list[Place], size: QSize) -> tuple[complex, complex]:
    one, other = (complex(x * size.width(), y * size.height()) for x, y in places)
    return one, other


def compared(under: QImage, over: QImage) -> Difference:
    """Both in RGBA and of one size."""
    import numpy as np

    one, other = _numbers(under), _numbers(over)
    seen = other[..., 3] > 250
    grey, grey_over = (_smooth(each[..., :3].mean(axis=2)) for each in (one, other))
    apart = np.abs(grey - _evened(grey_over, grey, seen)) * seen
    ink = np.clip((apart - NOISE) / (CLEAR - NOISE), 0, 1)[..., None]
    ground = one[..., :3].mean(axis=2, keepdims=True) * DIM
    ground = np.where(seen[..., None], ground, ground * 0.5)
    painted = np.ascontiguousarray(ground * (1 - ink) + np.array(COLOUR) * ink, dtype=np.uint8)
    height, width = apart.shape
    image = QImage(painted.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
    return Difference(image, float((apart > CHANGED).sum() / max(1, int(seen.sum()))))


def _numbers(image: QImage) -> "NDArray[Any]":
    import numpy as np

    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return raw[:, : 4 * image.width()].reshape(image.height(), image.width(), 4).astype(np.float32)


def _evened(other: "NDArray[Any]", one: "NDArray[Any]", seen: "NDArray[Any]") -> "NDArray[Any]":
    """The second with the light and the contrast of the first, where both are seen."""
    if not seen.any():
        return other
    mine, its = one[seen], other[seen]
    gain = float(mine.std() / max(its.std(), 1.0))
    return (other - its.mean()) * min(2.0, max(0.5, gain)) + mine.mean()


def _smooth(grey: "NDArray[Any]") -> "NDArray[Any]":
    """Each dot as the mean of those around it, by running sums."""
    import numpy as np

    for axis in (0, 1):
        ends = [(0, 0), (0, 0)]
        ends[axis] = (GRAIN // 2 + 1, GRAIN // 2)
        sums = np.cumsum(np.pad(grey, ends, mode="edge"), axis=axis, dtype=np.float64)
        length = sums.shape[axis]
        high = np.take(sums, range(GRAIN, length), axis=axis)
        low = np.take(sums, range(length - GRAIN), axis=axis)
        grey = (high - low) / GRAIN
    return grey
