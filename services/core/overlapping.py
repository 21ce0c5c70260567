"""Whether two zones lie partly on each other. Side by side and one wholly inside the other are as they should be."""

import math
from itertools import pairwise

from services.core.cutting import TOLERANCE_M, between, off
from services.core.geometry import Point, Polygon
from services.core.inside import Rectangle, bounds

Edge = tuple[Point, Point]
MOST_STRIPS = 256


def overlaps(one: Polygon, other: Polygon) -> bool:
    """Whether the outline of one runs both inside and outside the other: two simple polygons that share ground and of
    which neither holds the other. What lies within 5 mm of the other's outline counts as lying on it."""
    if not boxes_touch(one, other):
        return False
    if _mostly_steep(other):  # strips lie along the short way of its edges
        one, other = _turned(one), _turned(other)
    strips, found = Strips(other), set()
    for edge in _edges(one):
        near = strips.near(edge)
        for middle in _middles(edge, near):
            if all(off(middle, a, b) > TOLERANCE_M for a, b in strips.near((middle, middle))):
                found.add(strips.hold(middle))
        if len(found) == 2:
            return True
    return False


def boxes_touch(one: Polygon, other: Polygon) -> bool:
    """Whether the rectangles around two polygons come within 5 mm of each other: cheap, and rules most pairs out."""
    return _near(bounds([one]), bounds([other]))


class Strips:
    """The edges of a polygon by strips of y, so that few of them are looked at to say what lies near a point. With
    2,000 corners on either side every edge against every other would hold up everyone who waits to write."""

    def __init__(self, polygon: Polygon) -> None:
        edges = _edges(polygon)
        _, self._low, _, high = bounds([polygon])
        count = min(len(edges), MOST_STRIPS)
        self._high = max((high - self._low) / count, 1e-9)
        self._rows: list[list[int]] = [[] for _ in range(count)]
        self._edges = [(edge, _box(edge)) for edge in edges]
        for number, (_, (_, low, _, top)) in enumerate(self._edges):
            for row in self._reached(low, top):
                self._rows[row].append(number)

    def near(self, edge: Edge) -> list[Edge]:
        """The edges whose rectangles come within 5 mm of that of another edge."""
        box = _box(edge)
        rows = self._reached(box[1], box[3])
        numbers = self._rows[rows[0]] if len(rows) == 1 else {one for row in rows for one in self._rows[row]}
        return [self._edges[number][0] for number in numbers if _near(box, self._edges[number][1])]

    def hold(self, point: Point) -> bool:
        """Whether a point lies inside, as geometry.contains says."""
        x, y = point
        inside = False
        for number in self._rows[self._row(y)]:
            (x1, y1), (x2, y2) = self._edges[number][0]
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
        return inside

    def _reached(self, low: float, high: float) -> range:
        return range(self._row(low - TOLERANCE_M), self._row(high + TOLERANCE_M) + 1)

    def _row(self, y: float) -> int:
        return min(max(int((y - self._low) // self._high), 0), len(self._rows) - 1)


def _edges(polygon: Polygon) -> list[Edge]:
    return list(zip(polygon, (*polygon[1:], *polygon[:1]), strict=True))


def _mostly_steep(polygon: Polygon) -> bool:
    return sum(abs(b[1] - a[1]) - abs(b[0] - a[0]) for a, b in _edges(polygon)) > 0


def _turned(polygon: Polygon) -> Polygon:
    return tuple((y, x) for x, y in polygon)


def _box(edge: Edge) -> Rectangle:
    (ax, ay), (bx, by) = edge
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _near(one: Rectangle, other: Rectangle) -> bool:
    apart = max(one[0] - other[2], other[0] - one[2], one[1] - other[3], other[1] - one[3])
    return apart <= TOLERANCE_M


def _middles(edge: Edge, others: list[Edge]) -> list[Point]:
    """The middles of the pieces into which the other polygon's edges and corners divide an edge."""
    a, b = edge
    shares = {0.0, 1.0}
    for other in others:
        shares.update(share for share in (_crossing(edge, other), _foot(edge, other[0])) if 0 < share < 1)
    ordered = sorted(shares)
    return [between(a, b, (low + high) / 2) for low, high in pairwise(ordered)]


def _crossing(edge: Edge, other: Edge) -> float:
    """Where along an edge the line of another crosses it, as a share of its length; 0 where they are parallel."""
    (ax, ay), (bx, by) = edge
    (cx, cy), (dx, dy) = other
    turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    return 0.0 if turn == 0 else ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn


def _foot(edge: Edge, corner: Point) -> float:
    """Where along an edge a corner lies on it; 0 where it does not."""
    (ax, ay), (bx, by) = edge
    if edge[0] == edge[1] or off(corner, *edge) > TOLERANCE_M:
        return 0.0
    return ((corner[0] - ax) * (bx - ax) + (corner[1] - ay) * (by - ay)) / math.dist(*edge) ** 2
