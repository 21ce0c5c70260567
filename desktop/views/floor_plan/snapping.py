"""Corners that a pointer is drawn to while someone draws: ends of the drawing's lines, of zones, right angles."""

import math
from collections.abc import Iterable, Iterator
from itertools import chain, groupby, islice, pairwise
from typing import TYPE_CHECKING

from services.core.geometry import Point, Polygon
from services.plans.drawing import Drawing

if TYPE_CHECKING:
    from numpy import ndarray

REACH_PX = 8.0
CELL_M = 0.5
MOST_POINTS = 800_000
MOST_PULLED = 60  # corners of an outline in hand that are tried
Cell = tuple[int, int]  # column and row


class Snapper:
    """Points in metres, found by nearness: kept cell after cell of a grid, and where the points of each cell are."""

    def __init__(self, points: Iterable[Point]) -> None:
        cells = sorted(((math.floor(x / CELL_M), math.floor(y / CELL_M)), x, y) for x, y in points)
        self._xs, self._ys = [x for _, x, _ in cells], [y for _, _, y in cells]
        self._cells = _runs([cell for cell, _, _ in cells])

    @classmethod
    def of_arrays(cls, points: "ndarray") -> "Snapper":
        """Of an (n, 2) array, which may be a large one."""
        import numpy as np

        made, cells = cls(()), np.floor(points / CELL_M)
        order = np.lexsort((cells[:, 1], cells[:, 0]))
        made._xs, made._ys = points[order, 0].tolist(), points[order, 1].tolist()
        first = np.flatnonzero(np.diff(cells[order], axis=0, prepend=np.nan).any(axis=1)).tolist()
        keys = map(tuple, cells[order[first]].astype(int).tolist())
        places = [range(start, end) for start, end in pairwise([*first, len(order)])]
        made._cells = dict(zip(keys, places, strict=True))
        return made

    def nearest(self, at: Point, reach_m: float) -> Point | None:
        """The nearest point within `reach_m` metres."""
        near = [point for point in self._around(at, reach_m) if math.dist(point, at) <= reach_m]
        return min(near, key=lambda point: math.dist(point, at), default=None)

    def _around(self, at: Point, reach_m: float) -> Iterator[Point]:
        low = [math.floor((value - reach_m) / CELL_M) for value in at]
        high = [math.floor((value + reach_m) / CELL_M) for value in at]
        if (high[0] - low[0]) * (high[1] - low[1]) > len(self._cells):
            yield from zip(self._xs, self._ys, strict=True)
            return
        for column in range(low[0], high[0] + 1):
            for row in range(low[1], high[1] + 1):
                for place in self._cells.get((column, row), ()):
                    yield self._xs[place], self._ys[place]


def _runs(cells: list[Cell]) -> dict[Cell, range]:
    """Of equal cells that stand together, where each begins and ends."""
    found, start = {}, 0
    for cell, same in groupby(cells):
        end = start + sum(1 for _ in same)
        found[cell] = range(start, end)
        start = end
    return found


class Magnet:
    """Draws the pointer, and outlines that are being moved, to the corners of the drawing and of zones."""

    def __init__(self) -> None:
        self.drawing = Snapper(())
        self.zones = Snapper(())
        self.corner: Point | None = None

    def pull(self, at: Point, scale: float) -> Point:
        """Where a pointer at `at` counts as being; `corner` is what drew it there."""
        self.corner = self._near(at, scale)
        return self.corner or at

    def let_go(self) -> None:
        """Nothing is drawn to anything."""
        self.corner = None

    def pull_outline(self, polygon: Polygon, scale: float, but: Iterable[Point]) -> Polygon:
        """An outline pushed so that one of its corners meets one nearby that is none of `but`."""
        self.corner, own = None, set(but)
        found = [(near, at) for at in polygon[:MOST_PULLED] if (near := self._near(at, scale)) and near not in own]
        if not found:
            return polygon
        self.corner, at = min(found, key=lambda pair: math.dist(*pair))
        dx, dy = self.corner[0] - at[0], self.corner[1] - at[1]
        return tuple((x + dx, y + dy) for x, y in polygon)

    def _near(self, at: Point, scale: float) -> Point | None:
        found = [one.nearest(at, REACH_PX / scale) for one in (self.zones, self.drawing)]
        return min((one for one in found if one), key=lambda one: math.dist(one, at), default=None)


def corners_of(drawing: Drawing) -> Snapper:
    """All corners of what is visible of a drawing."""
    import numpy as np

    hidden = {layer.name for layer in drawing.layers if not layer.visible}
    seen = chain.from_iterable(path.points for path in drawing.paths if path.layer not in hidden)
    flat = np.fromiter(islice(seen, 2 * MOST_POINTS), dtype=float)
    return Snapper.of_arrays(flat.reshape(-1, 2))


def squared(at: Point, before: Point, earlier: Point | None) -> Point:
    """The point nearest to `at` that makes a right angle at `before`: along the plan's axes, or along and across the
    edge from `earlier` to `before`."""
    directions = [(1.0, 0.0), (0.0, 1.0)]
    if earlier is not None and math.dist(earlier, before) > 1e-9:
        length = math.dist(earlier, before)
        along = ((before[0] - earlier[0]) / length, (before[1] - earlier[1]) / length)
        directions += [along, (-along[1], along[0])]
    feet = [_foot(at, before, direction) for direction in directions]
    return min(feet, key=lambda foot: math.dist(foot, at))


def _foot(at: Point, through: Point, direction: Point) -> Point:
    far = (at[0] - through[0]) * direction[0] + (at[1] - through[1]) * direction[1]
    return (through[0] + far * direction[0], through[1] + far * direction[1])
