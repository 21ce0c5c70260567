"""A sensor on its way to a limit is told from one that only scatters or is far from it."""

import random
from datetime import timedelta

import pytest

from services.core.trend import reaches_limit
from tests.makers import NOON, sensor

MINUTE = timedelta(minutes=1)


def points(start: float, pace: float, noise: float = 0.0, count: int = 40):
    """Values a minute, up to noon, which rise by `pace` each."""
    chance = random.Random(7)
    begins = NOON - (count - 1) * MINUTE
    return [(begins + n * MINUTE, start + n * pace + chance.gauss(0, noise)) for n in range(count)]


def test_a_straight_rise_says_when():
    reached = reaches_limit(sensor(limit_high=60.0), points(10.0, 1.0))
    assert reached is not None
    assert abs(reached - (NOON + 11 * MINUTE)) < timedelta(seconds=1)


def test_a_straight_fall_reaches_the_lower_limit():
    reached = reaches_limit(sensor(limit_low=10.0, limit_high=99.0), points(60.0, -1.0))
    assert reached is not None
    assert abs(reached - (NOON + 11 * MINUTE)) < timedelta(seconds=1)


@pytest.mark.parametrize(
    ("limits", "start", "pace", "noise", "count"),
    [
        ({"limit_high": 60.0}, 10.0, 0.1, 0.0, 40),  # not within the hour
        ({"limit_high": 60.0}, 50.0, 0.01, 3.0, 40),  # only scatters
        ({"limit_high": 60.0}, 50.0, 1.0, 0.0, 9),  # too few to say
        ({"limit_high": 60.0}, 50.0, -1.0, 0.0, 40),  # goes away from it
        ({}, 50.0, 1.0, 0.0, 40),  # has none
        ({"limit_high": 60.0}, 50.0, 0.0, 0.0, 40),  # stands still
    ],
)
def test_otherwise_nothing_is_said(limits, start, pace, noise, count):
    assert reaches_limit(sensor(**limits), points(start, pace, noise, count)) is None
