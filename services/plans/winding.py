"""Which way the rings of a filled area turn, so that holes stay open."""

from itertools import pairwise

from services.core.geometry import Point, contains

MOST_RINGS = 200


def wound(rings: list[list[Point]]) -> list[list[Point]]:
    """Rings of one filled area, outer ones counter-clockwise and holes clockwise, so that a winding fill leaves holes
    open. A hatch of more than 200 rings stays as it is: that is a pattern, not a room with columns."""
    if len(rings) > MOST_RINGS:
        return rings
    turned = []
    for place, ring in enumerate(rings):
        depth = sum(contains(tuple(other), ring[0]) for number, other in enumerate(rings) if number != place)
        left = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]])) > 0
        turned.append(ring if left == (depth % 2 == 0) else ring[::-1])
    return turned
