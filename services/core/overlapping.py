"""Whether two zones lie partly on each other. Side by side and one wholly inside the other are as they should be."""

import math
from itertools import pairwise

from services.core.cutting import TOLERANCE_M, between, off
from services.core.geometry import Point, Polygon, contains
from services.core.inside import bounds

Edge = tuple[Point, Point]


def overlaps(one: Polygon, other: Polygon) -> bool:
    """Whether the outline of one runs both inside and outside the other: two simple polygons that share ground and of
    which neither holds the other. What lies within 5 mm of the other's outline counts as lying on it."""
    if not boxes_touch(one, other):
        return False
    edges, found = _edges(other), set()
    for edge in _edges(one):
        for middle in _middles(edge, edges):
            if all(off(middle, a, b) > TOLERANCE_M for a, b in edges):
                found.add(contains(other, middle))
        if len(found) == 2:
            return True
    return False


def boxes_touch(one: Polygon, other: Polygon) -> bool:
    """Whether the rectangles around two polygons come within 5 mm of each other: cheap, and rules most pairs out."""
    (left, low, right, high), (left2, low2, right2, high2) = bounds([one]), bounds([other])
    apart = max(left - right2, left2 - right, low - high2, low2 - high)
    return apart <= TOLERANCE_M


def _edges(polygon: Polygon) -> list[Edge]:
    return list(zip(polygon, (*polygon[1:], *polygon[:1]), strict=True))


def _middles(edge: Edge, others: list[Edge]) -> list[Point]:
    """The middles of the pieces into which the other polygon's edges and corners divide an edge."""
    a, b = edge
    shares = {0.0, 1.0}
    for other in others:
        if boxes_touch(edge, other):
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
