"""Where a rectangle, a name's plate say, has room inside an outline. Plain plane geometry in any unit."""

import math
from collections.abc import Iterable, Iterator, Sequence

from services.core.geometry import Point, Polygon, centre, contains

TRIES = 9  # along each axis

Rectangle = tuple[float, float, float, float]  # least x, least y, greatest x, greatest y


def bounds(polygons: Iterable[Polygon]) -> Rectangle:
    """The rectangle round all of these, of which there must be one."""
    corners = [corner for polygon in polygons for corner in polygon]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def overlap(a: Rectangle, b: Rectangle) -> bool:
    """Whether two rectangles share more than an edge."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def clipped(polygon: Polygon, box: Rectangle) -> Polygon:
    """What of an outline lies in a rectangle (Sutherland and Hodgman); empty where nothing does. Parts of a bent
    outline stay joined along the rectangle's edge."""
    sides = ((0, 1, box[0]), (0, -1, box[2]), (1, 1, box[1]), (1, -1, box[3]))
    points = list(polygon)
    for axis, sign, limit in sides:
        kept: list[Point] = []
        for a, b in zip(points, (*points[1:], *points[:1]), strict=True):
            a_in, b_in = sign * (a[axis] - limit) >= 0, sign * (b[axis] - limit) >= 0
            if a_in:
                kept.append(a)
            if a_in != b_in:
                t = (limit - a[axis]) / (b[axis] - a[axis])
                kept.append((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
        points = kept
    return tuple(points)


def room_inside(polygon: Polygon, width: float, height: float, taken: Sequence[Rectangle] = ()) -> Point | None:
    """A middle for a rectangle that lies wholly inside the outline and over nothing that is taken: the nearest to the
    outline's own middle of those tried, or None."""
    half_x, half_y = width / 2, height / 2
    for at in _nearest_first(polygon, half_x, half_y):
        box = (at[0] - half_x, at[1] - half_y, at[0] + half_x, at[1] + half_y)
        if not any(overlap(box, other) for other in taken) and fits(polygon, at, half_x, half_y):
            return at
    return None


def fits(polygon: Polygon, middle: Point, half_x: float, half_y: float) -> bool:
    """Whether the rectangle round `middle` lies inside the outline."""
    if not contains(polygon, middle):
        return False
    box = (middle[0] - half_x, middle[1] - half_y, middle[0] + half_x, middle[1] + half_y)
    return not any(_crosses(a, b, box) for a, b in zip(polygon, (*polygon[1:], *polygon[:1]), strict=True))


def _nearest_first(polygon: Polygon, half_x: float, half_y: float) -> Iterator[Point]:
    middle = centre(polygon)
    yield middle
    yield from sorted(_places(polygon, half_x, half_y), key=lambda at: math.dist(at, middle))


def _places(polygon: Polygon, half_x: float, half_y: float) -> Iterator[Point]:
    x0, y0, x1, y1 = bounds([polygon])
    left, right, bottom, top = x0 + half_x, x1 - half_x, y0 + half_y, y1 - half_y
    if left > right or bottom > top:
        return
    for column in range(TRIES):
        for row in range(TRIES):
            yield left + (right - left) * column / (TRIES - 1), bottom + (top - bottom) * row / (TRIES - 1)


def _crosses(a: Point, b: Point, box: Rectangle) -> bool:
    """Whether the edge from `a` to `b` comes into the box (Liang and Barsky)."""
    low, high = 0.0, 1.0
    dx, dy = b[0] - a[0], b[1] - a[1]
    for step, room in ((-dx, a[0] - box[0]), (dx, box[2] - a[0]), (-dy, a[1] - box[1]), (dy, box[3] - a[1])):
        if step == 0:
            if room <= 0:
                return False
            continue
        at = room / step
        low, high = (max(low, at), high) if step < 0 else (low, min(high, at))
        if low >= high:
            return False
    return True
