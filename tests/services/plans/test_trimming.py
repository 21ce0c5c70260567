"""Outlines from a drawing cut back to the ground that is free."""

import random

import pytest

from services.core.geometry import area
from services.core.overlapping import overlaps
from services.plans.trimming import trimmed


def box(left, low, right, high):
    return ((left, low), (right, low), (right, high), (left, high))


HALL = box(0.0, 0.0, 20.0, 10.0)


@pytest.mark.parametrize(
    ("outline", "wanted"),
    [
        (box(20, 0, 30, 10), 100.0),  # beside: as it is
        (box(2, 2, 8, 8), 36.0),  # inside: as it is
        (box(19.76, 0, 30, 10), 100.0),  # over half a wall
        (box(15, -5, 25, 5), 75.0),
        (box(5, -2, 7, 12), None),  # across: two pieces, the larger of less than half
        (box(2, 2, 30, 2.5), None),  # most of it lies on the other
    ],
)
def test_what_is_left(outline, wanted):
    found = trimmed(outline, [HALL, box(50, 0, 60, 10)])
    if wanted is None:
        assert found is None
    else:
        assert found is not None
        assert area(found) == pytest.approx(wanted, abs=0.01)
        assert not overlaps(found, HALL)


def test_what_is_cut_back_is_accepted_wherever_it_lay():
    dice = random.Random(3)
    kept = 0
    for _ in range(200):
        left, low = dice.uniform(-8, 22), dice.uniform(-8, 12)
        outline = ((left, low), (left + dice.uniform(2, 9), low + 1), (left + 4, low + dice.uniform(3, 9)))
        others = [HALL, ((20.0, 0.0), (28.1234, 3.0), (20.0, 9.0))]
        found = trimmed(outline, others)
        if found is not None:
            kept += 1
            assert not any(overlaps(found, other) for other in others)
    assert kept > 60
