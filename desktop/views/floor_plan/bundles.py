"""The outlines of a drawing merged once by look, size and place, so that a plan of ten thousands of lines is a few
hundred painter paths."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QDataStream, QRectF, Qt
from PySide6.QtGui import QPainterPath

from services.plans.drawing import Drawing

if TYPE_CHECKING:
    from numpy import ndarray

STRUCTURE = ("wall", "column", "concr", "墙", "柱", "pillar")
FINEST_M = 1 / 32  # paths are sorted by size: up to 1/32 m, 1/16 m, 1/8 m …
TILES = 12  # along the longer side
LARGE_M = 8.0  # larger paths are in no tile
EDGE_M = 1e-3  # a straight line has bounds without area, which intersect nothing
NEAR_M = 1e-9  # what lies so near is the same place
ELEMENT = [("kind", ">i4"), ("x", ">f8"), ("y", ">f8")]  # of a path, as Qt writes it into a stream
MOVE, LINE = 0, 1


class Look(NamedTuple):
    """How outlines are painted. `structure`: they are walls or columns."""

    layer: str
    colour: str
    filled: bool
    structure: bool


class Bundle(NamedTuple):
    """Paths of one look and about one size in one tile; `largest` is the size they do not exceed, in metres."""

    look: Look
    largest: float
    path: QPainterPath
    bounds: QRectF


def bundles_of(drawing: Drawing) -> Iterator[Bundle]:
    """All outlines, merged; those of one bundle in their order."""
    import numpy as np

    paths = drawing.paths
    if not paths:
        return
    points = np.fromiter(chain.from_iterable(path.points for path in paths), dtype=float).reshape(-1, 2)
    counts = np.fromiter((len(path.points) // 2 for path in paths), dtype=np.int64, count=len(paths))
    starts = np.cumsum(counts) - counts
    looks = _looks(drawing)
    look = np.fromiter((looks[path.layer, path.colour, path.filled][0] for path in paths), np.int64, len(paths))
    whole = np.fromiter((path.filled for path in paths), bool, len(paths))
    closed = np.fromiter((path.closed for path in paths), bool, len(paths))
    places = _places(points, starts, whole, max(drawing.width_m, drawing.height_m) / TILES)
    keys = np.column_stack((look, places))
    order = np.lexsort(keys.T[::-1])  # stable: a fill and its holes stay in their order
    sorted_ = keys[order]
    edges = np.flatnonzero((sorted_[1:] != sorted_[:-1]).any(axis=1)) + 1
    elements, ends = _elements(points, starts[order], counts[order], closed[order])
    named = [one for _, one in looks.values()]
    for first, last in zip([0, *edges.tolist()], [*edges.tolist(), len(order)], strict=True):
        number, largest = keys[order[first], :2].tolist()
        path = _path(elements[ends[first] : ends[last]])
        bounds = path.controlPointRect().adjusted(-EDGE_M, -EDGE_M, EDGE_M, EDGE_M)
        yield Bundle(named[int(number)], largest, path, bounds)


def _looks(drawing: Drawing) -> dict[tuple[str, str, bool], tuple[int, Look]]:
    """Each look that there is, with its number."""
    found: dict[tuple[str, str, bool], tuple[int, Look]] = {}
    for path in drawing.paths:
        key = (path.layer, path.colour, path.filled)
        if key not in found:
            found[key] = len(found), Look(*key, any(word in path.layer.lower() for word in STRUCTURE))
    return found


def _places(points: "ndarray", starts: "ndarray", whole: "ndarray", tile: float) -> "ndarray":
    """Of each path the size that it does not exceed, a power of two, and its tile. Fills are in no tile: a fill and its
    holes must be one path, however different their sizes."""
    import numpy as np

    low, high = np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts)
    size = np.maximum((high - low).max(axis=1), FINEST_M)
    largest = 2.0 ** np.ceil(np.log2(size))
    none = whole | (largest > LARGE_M)
    largest[none] = np.inf
    tiles = np.floor(low / tile)
    tiles[none] = 0
    return np.column_stack((largest, tiles))


def _elements(
    points: "ndarray", starts: "ndarray", counts: "ndarray", closed: "ndarray"
) -> tuple["ndarray", list[int]]:
    """The elements of these paths one after the other, and where each path ends, from 0 on. A closed one comes back to
    where it began."""
    import numpy as np

    back = closed & (np.abs(points[starts] - points[starts + counts - 1]) > NEAR_M).any(axis=1)
    lengths = counts + back
    ends = np.concatenate(([0], np.cumsum(lengths)))
    inside = np.arange(ends[-1]) - np.repeat(ends[:-1], lengths)
    wraps = np.repeat(counts, lengths)
    taken = points[np.repeat(starts, lengths) + np.where(inside == wraps, 0, inside)]
    elements = np.empty(len(taken), dtype=ELEMENT)
    elements["kind"] = np.where(inside == 0, MOVE, LINE)
    elements["x"], elements["y"] = taken[:, 0], taken[:, 1]
    return elements, ends.tolist()


def _path(elements: "ndarray") -> QPainterPath:
    """Read by Qt as from a file: a call for each point would take thirty times as long."""
    import numpy as np

    count, begun = len(elements), int(np.flatnonzero(elements["kind"] == MOVE)[-1])
    tail = np.array([begun, Qt.FillRule.WindingFill.value], dtype=">i4").tobytes()
    stream = QDataStream(QByteArray(np.array([count], dtype=">i4").tobytes() + elements.tobytes() + tail))
    path = QPainterPath()
    stream >> path
    return path
