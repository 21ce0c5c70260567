"""Which zones lie partly on each other, against an independent library."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon

from services.core.overlapping import overlaps

RADII = st.lists(st.floats(1, 9), min_size=3, max_size=7)
PLACE = st.integers(-8000, 8000).map(lambda mm: mm / 1000)  # as outlines are kept


def star(radii, x=0.0, y=0.0):
    turns = [math.tau * n / len(radii) for n in range(len(radii))]
    return tuple((x + r * math.cos(turn), y + r * math.sin(turn)) for r, turn in zip(radii, turns, strict=True))


def box(left, low, right, high):
    return ((left, low), (right, low), (right, high), (left, high))


@given(RADII, RADII, PLACE, PLACE)
def test_what_overlaps_shares_ground_and_neither_holds_the_other(radii, others, x, y):
    one, other = star(radii), star(others, x, y)
    first, second = Polygon(one), Polygon(other)
    grounds = [first & second, first - second, second - first]
    least = min(ground.area for ground in grounds)
    if overlaps(one, other):
        assert least > 0
    else:
        assert least < 0.1


@pytest.mark.parametrize(
    ("other", "wanted"),
    [
        (box(10, 0, 20, 10), False),
        (box(9.997, 0, 20, 10), False),
        (box(9.9, 0, 20, 10), True),
        (box(5, 0, 15, 10), True),
        (box(2, 2, 8, 8), False),
        (box(0, 0, 5, 10), False),
        (box(-5, 3, 15, 6), True),
        (box(30, 0, 40, 10), False),
    ],
    ids=["touching", "a few mm", "a decimetre", "aligned", "inside", "inside at the edge", "across", "far"],
)
def test_neighbours(other, wanted):
    assert overlaps(box(0, 0, 10, 10), other) is wanted
    assert overlaps(other, box(0, 0, 10, 10)) is wanted
