"""Cutting a zone's outline by a straight line, and joining two outlines along the edge they share. Metres."""

import math
from itertools import pairwise

from services.core.geometry import Point, Polygon, signed_area

TOLERANCE_M = 0.005  # corners nearer than this count as one: drawings and hands are no more exact


def cut(polygon: Polygon, start: Point, end: Point) -> tuple[Polygon, Polygon] | None:
    """The two parts of a simple polygon on either side of the line through two points; None where the line misses it,
    runs along an edge or goes in and out more than once. Their areas add up to that of the polygon."""
    ring = _with_crossings(polygon, start, end)
    on_line = [place for place, (side, _) in enumerate(ring) if side == 0]
    if len(on_line) != 2:
        return None
    first, second = on_line
    one, other = ring[first : second + 1], ring[second:] + ring[: first + 1]
    sides = [{side for side, _ in part if side} for part in (one, other)]
    if sides not in ([{1}, {-1}], [{-1}, {1}]):
        return None
    return tuple(corner for _, corner in one), tuple(corner for _, corner in other)


def _with_crossings(polygon: Polygon, start: Point, end: Point) -> list[tuple[int, Point]]:
    """The corners with the side of the line they lie on (0: on it), and a corner where an edge crosses it."""
    length = math.dist(start, end)
    if length == 0:
        return []
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    far = [along[0] * (y - start[1]) - along[1] * (x - start[0]) for x, y in polygon]
    sides = [(one > TOLERANCE_M) - (one < -TOLERANCE_M) for one in far]
    ring: list[tuple[int, Point]] = []
    for at, corner in enumerate(polygon):
        after = (at + 1) % len(polygon)
        ring.append((sides[at], corner))
        if sides[at] * sides[after] < 0:
            ring.append((0, between(corner, polygon[after], far[at] / (far[at] - far[after]))))
    return ring


def between(a: Point, b: Point, share: float) -> Point:
    """The point that lies so far along the stretch from a to b: 0 is a, 1 is b."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def joined(one: Polygon, other: Polygon) -> Polygon | None:
    """The outline of two polygons that lie side by side, corners on a straight edge left out; None where they share no
    edge, or where what is joined would have a hole."""
    snapped = [_nearest(corner, one) for corner in other]
    other = tuple(corner for at, corner in enumerate(snapped) if corner != snapped[at - 1])
    own, theirs = set(_edges(one, other)), set(_edges(other, one))
    kept = {(a, b) for a, b in own if (b, a) not in theirs} | {(a, b) for a, b in theirs if (b, a) not in own}
    following = dict(kept)
    if own & theirs or len(following) != len(kept) or len(kept) == len(own) + len(theirs):
        return None
    ring = [next(iter(sorted(following)))]
    while (after := following.get(ring[-1])) is not None and after != ring[0] and len(ring) <= len(kept):
        ring.append(after)
    return _straightened(ring) if after == ring[0] and len(ring) == len(kept) else None


def _nearest(corner: Point, others: Polygon) -> Point:
    found = min(others, key=lambda one: math.dist(one, corner))
    return found if math.dist(found, corner) <= TOLERANCE_M else corner


def _edges(polygon: Polygon, others: Polygon) -> list[tuple[Point, Point]]:
    """The edges counter-clockwise, each divided where a corner of the other polygon lies on it."""
    ring = polygon if signed_area(polygon) > 0 else polygon[::-1]
    edges: list[tuple[Point, Point]] = []
    for a, b in zip(ring, (*ring[1:], *ring[:1]), strict=True):
        on_it = [one for one in others if one not in (a, b) and off(one, a, b) <= TOLERANCE_M]
        edges += pairwise([a, *sorted(set(on_it), key=lambda one: math.dist(a, one)), b])
    return edges


def off(point: Point, a: Point, b: Point) -> float:
    """How far a point lies from a stretch, in metres."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    share = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / (dx * dx + dy * dy)
    return math.dist(point, between(a, b, min(max(share, 0.0), 1.0)))


def _straightened(ring: list[Point]) -> Polygon:
    kept = list(ring)
    at = 0
    while at < len(kept) and len(kept) > 3:
        if off(kept[at], kept[at - 1], kept[(at + 1) % len(kept)]) <= TOLERANCE_M / 5:
            kept.pop(at)
        else:
            at += 1
    return tuple(kept)
