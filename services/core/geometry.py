"""Plane geometry of zones, in metres: area, self-crossing, point in polygon. Pure and small enough for every side."""

from itertools import islice

Point = tuple[float, float]
Polygon = tuple[Point, ...]

SMALLEST_ZONE_M2 = 0.5


def area(polygon: Polygon) -> float:
    """The area in m² (shoelace formula); 0 for fewer than three points."""
    return abs(_doubled(polygon)) / 2


def signed_area(polygon: Polygon) -> float:
    """The area in m², above 0 where the corners run counter-clockwise, below 0 clockwise."""
    return _doubled(polygon) / 2


def _doubled(polygon: Polygon) -> float:
    following = (*polygon[1:], *polygon[:1])
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(polygon, following, strict=True))


def centre(polygon: Polygon) -> Point:
    """The centroid; the mean of the corners where the area is nil."""
    doubled = _doubled(polygon)
    if abs(doubled) < 1e-9:
        return (sum(x for x, _ in polygon) / len(polygon), sum(y for _, y in polygon) / len(polygon))
    following = (*polygon[1:], *polygon[:1])
    parts = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in zip(polygon, following, strict=True)]
    x = sum((a[0] + b[0]) * cross for a, b, cross in parts) / (3 * doubled)
    y = sum((a[1] + b[1]) * cross for a, b, cross in parts) / (3 * doubled)
    return (x, y)


def contains(polygon: Polygon, point: Point) -> bool:
    """Whether the point lies inside (even-odd rule); a point on the edge may count either way."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(polygon, (*polygon[1:], *polygon[:1]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def crosses_itself(polygon: Polygon) -> bool:
    """Whether two edges that are not neighbours touch or cross. Edges are taken from left to right, so that only
    those that share a stretch of x are compared: 2,000 corners must not hold up everyone who waits to write."""
    count = len(polygon)
    edges = sorted(
        (min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1]), place, a, b)
        for place, (a, b) in enumerate(zip(polygon, (*polygon[1:], *polygon[:1]), strict=True))
    )
    for at, (_, right, low, high, i, a, b) in enumerate(edges):
        for left, _, other_low, other_high, j, c, d in islice(edges, at + 1, None):
            if left > right:
                break
            if other_low > high or other_high < low or (i - j) % count in (1, count - 1):
                continue
            if _touch(a, b, c, d):
                return True
    return False


def _touch(a: Point, b: Point, c: Point, d: Point) -> bool:
    of_c, of_d = _side(a, b, c), _side(a, b, d)
    if of_c * of_d > 0:
        return False
    of_a, of_b = _side(c, d, a), _side(c, d, b)
    if of_c * of_d < 0 and of_a * of_b < 0:
        return True
    ends = ((of_c, a, b, c), (of_d, a, b, d), (of_a, c, d, a), (of_b, c, d, b))
    return any(turn == 0 and _within(p, q, r) for turn, p, q, r in ends)


def _side(p: Point, q: Point, r: Point) -> int:
    """1 where r lies left of the line from p to q, -1 right of it, 0 on it."""
    cross = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
    return (cross > 1e-9) - (cross < -1e-9)


def _within(p: Point, q: Point, r: Point) -> bool:
    return min(p[0], q[0]) <= r[0] <= max(p[0], q[0]) and min(p[1], q[1]) <= r[1] <= max(p[1], q[1])
