"""Polygons found by where they are, without going through all of them. Metres; values only, no widget."""

import math
from collections.abc import Sequence
from statistics import median

from PySide6.QtCore import QRectF

from services.core.geometry import Point, Polygon, contains

MOST_CELLS = 400  # a polygon over more cells is asked every time
LEAST_M = 0.1

Box = tuple[float, float, float, float]  # left, low, right, high


class PolygonGrid:
    """Answers places in the list it was made of, ascending."""

    def __init__(self, polygons: Sequence[Polygon]) -> None:
        self.polygons = polygons
        self.boxes = [box_of(polygon) for polygon in polygons]
        sizes = [max(right - left, high - low) for left, low, right, high in self.boxes]
        self._cell = max(median(sizes), LEAST_M) if sizes else LEAST_M
        self._cells: dict[tuple[int, int], list[int]] = {}
        self._large: list[int] = []
        for place, box in enumerate(self.boxes):
            columns, rows = self._spans(box)
            if len(columns) * len(rows) > MOST_CELLS:
                self._large.append(place)
                continue
            for column in columns:
                for row in rows:
                    self._cells.setdefault((column, row), []).append(place)

    def near(self, area: QRectF) -> list[int]:
        """Those whose upright rectangle touches an area (`top` being the lower y)."""
        box = (area.left(), area.top(), area.right(), area.bottom())
        return sorted(place for place in self._candidates(box) if _touch(self.boxes[place], box))

    def at(self, point: Point) -> list[int]:
        """Those that a point lies in."""
        x, y = point
        return sorted(place for place in self._candidates((x, y, x, y)) if contains(self.polygons[place], point))

    def smaller_on(self, place: int) -> list[int]:
        """Those that lie on this one, if only in part, and have a smaller upright rectangle."""
        box = self.boxes[place]
        size = _size(box), place
        return sorted(
            other
            for other in self._candidates(box)
            if (_size(self.boxes[other]), other) < size and _overlap(self.boxes[other], box)
        )

    def _candidates(self, box: Box) -> set[int]:
        columns, rows = self._spans(box)
        if len(columns) * len(rows) > len(self._cells):
            return set(range(len(self.polygons)))
        found = set(self._large)
        for cell in ((column, row) for column in columns for row in rows):
            found.update(self._cells.get(cell, ()))
        return found

    def _spans(self, box: Box) -> tuple[range, range]:
        left, low, right, high = (math.floor(value / self._cell) for value in box)
        return range(left, right + 1), range(low, high + 1)


def box_of(polygon: Polygon) -> Box:
    """The upright rectangle around it."""
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    return min(xs), min(ys), max(xs), max(ys)


def _size(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _touch(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and one[2] >= other[0] and one[1] <= other[3] and one[3] >= other[1]


def _overlap(one: Box, other: Box) -> bool:
    """More than a common edge: a millimetre and more."""
    shared = 1e-3
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > shared
        and min(one[3], other[3]) - max(one[1], other[1]) > shared
    )
