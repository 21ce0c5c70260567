"""What a printed symbol is like, measured on pixels: contrast, and how much clear paper stands around it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from services.reports.pages import Grey

MARGIN = 6  # modules of surroundings that are looked at: a quiet zone beyond this is not measured further
_EDGE = 0.4  # modules at the very edge that still belong to the symbol: blurred edges, corners read a pixel off
_STRAIGHT_PX = 1.5

Corners = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """`module_px` pixels a module, `quiet` clear modules on the worst side (at most 6), `contrast` 0 to 1 (below 0:
    light on dark)."""

    module_px: float
    quiet: float
    contrast: float


def measured(image: "Grey", corners: Corners, modules: int) -> Measured:
    """`corners` of the symbol in pixels as top left, top right, bottom right, bottom left of the symbol itself."""
    side = (_distance(corners[0], corners[1]) + _distance(corners[0], corners[3])) / 2
    module = side / modules
    patch, margin = _patch(image, corners, side, module)
    dark, light = _levels(patch, margin, module, modules)
    contrast = (light - dark) / 255
    inked = patch < light - 0.4 * (light - dark) if contrast > 0 else patch > light + 0.4 * (dark - light)
    distances = _distances(patch.shape, margin)
    near = distances.min(where=inked & (distances > _EDGE * module), initial=MARGIN * module)
    return Measured(module, float(near / module), contrast)


def _distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    return float(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5)


def _patch(image: "Grey", corners: Corners, side: float, module: float) -> tuple["Grey", int]:
    """The symbol upright with its surroundings; beyond the picture all is dark, since no paper is there."""
    margin = round(MARGIN * module)
    xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
    straight = all(
        min(value - min(values), max(values) - value) <= _STRAIGHT_PX for values in (xs, ys) for value in values
    )
    if straight:
        return _cut_out(image, round(min(xs)), round(min(ys)), round(side), margin), margin
    return _turned(image, corners, round(side), margin), margin


def _cut_out(image: "Grey", left: int, top: int, side: int, margin: int) -> "Grey":
    import numpy as np

    size = side + 2 * margin
    patch = np.zeros((size, size), np.uint8)
    x, y = left - margin, top - margin
    inside = image[max(y, 0) : y + size, max(x, 0) : x + size]
    patch[max(-y, 0) : max(-y, 0) + inside.shape[0], max(-x, 0) : max(-x, 0) + inside.shape[1]] = inside
    return patch


def _turned(image: "Grey", corners: Corners, side: int, margin: int) -> "Grey":
    import numpy as np

    steps = (np.arange(side + 2 * margin) - margin + 0.5) / side
    u, v = steps[None, :], steps[:, None]
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    x = np.floor(ax * (1 - u) * (1 - v) + bx * u * (1 - v) + cx * u * v + dx * (1 - u) * v).astype(int)
    y = np.floor(ay * (1 - u) * (1 - v) + by * u * (1 - v) + cy * u * v + dy * (1 - u) * v).astype(int)
    there = (x >= 0) & (y >= 0) & (x < image.shape[1]) & (y < image.shape[0])
    patch: Grey = np.where(there, image[y.clip(0, image.shape[0] - 1), x.clip(0, image.shape[1] - 1)], 0)
    return patch


def _levels(patch: "Grey", margin: int, module: float, modules: int) -> tuple[float, float]:
    """Grey of ink and of paper, each its worse tenth left out of doubt; the first finder module tells which is ink."""
    import numpy as np

    centres = (margin + (np.arange(modules) + 0.5) * module).astype(int)
    values = patch[np.ix_(centres, centres)].astype(float)
    middle = (values.min() + values.max()) / 2
    first = values[0, 0] < middle
    low, high = values[values <= middle], values[values > middle]
    if not high.size:
        return float(middle), float(middle)
    dark, light = float(np.percentile(low, 90)), float(np.percentile(high, 10))
    return (dark, light) if first else (light, dark)


@lru_cache(maxsize=16)
def _distances(shape: tuple[int, int], margin: int) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    """For every pixel of a patch how many clear pixels lie between it and the symbol; below 0 inside of it."""
    import numpy as np

    steps = np.arange(shape[0], dtype=np.float32)
    outwards = np.maximum(margin - 1 - steps, steps - (shape[0] - margin))
    return np.maximum(outwards[None, :], outwards[:, None])
