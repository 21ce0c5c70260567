"""Plane geometry of zones, in metres: area, self-crossing, point in polygon. Pure and small enough for every side."""

Point = tuple[float, float]
Polygon = tuple[Point, ...]

SMALLEST_ZONE_M2 = 0.5


def area(polygon: Polygon) -> float:
    """The area in m² (shoelace formula); 0 for fewer than three points."""
    return abs(_doubled(polygon)) / 2


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
    """Whether two edges that are not neighbours touch or cross."""
    edges = list(zip(polygon, (*polygon[1:], *polygon[:1]), strict=True))
    count = len(edges)
    for i in range(count):
        for j in range(i + 2, count):
            if not (i == 0 and j == count - 1) and _touch(*edges[i], *edges[j]):
                return True
    return False


def _touch(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> int:
        cross = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
        return (cross > 1e-9) - (cross < -1e-9)

    def within(p: Point, q: Point, r: Point) -> bool:
        return min(p[0], q[0]) <= r[0] <= max(p[0], q[0]) and min(p[1], q[1]) <= r[1] <= max(p[1], q[1])

    sides = side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)
    if sides[0] * sides[1] < 0 and sides[2] * sides[3] < 0:
        return True
    ends = ((a, b, c), (a, b, d), (c, d, a), (c, d, b))
    return any(turn == 0 and within(*end) for turn, end in zip(sides, ends, strict=True))
