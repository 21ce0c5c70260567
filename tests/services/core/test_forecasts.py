"""Forecasts of counts: the quantiles are those of the negative binomial, a trial does not look ahead, and what is no
better than the naive forecast is called so."""

import random
from math import comb

import pytest

from services.core.forecasts import LEAST, ahead, likeliest, mean_rate, quantile, states, tried


def poisson(chance: random.Random, mean: float) -> int:
    """By the gaps between events."""
    count, at = 0, chance.expovariate(1.0)
    while at < mean:
        count += 1
        at += chance.expovariate(1.0)
    return count


def test_quantiles_are_those_of_the_negative_binomial() -> None:
    a, b, weeks = 5, 2.0, 4
    success = b / (b + weeks)
    total, count = 0.0, -1
    while total < 0.9:
        count += 1
        total += comb(count + a - 1, count) * success**a * (1 - success) ** count
    assert quantile(a, b, weeks, 0.9) == count
    assert quantile(a, b, weeks, 0.0) == 0


def test_a_steady_series_is_expected_to_go_on_and_its_interval_holds() -> None:
    chance = random.Random(3)
    series = [[poisson(chance, mean) for _ in range(120)] for mean in (0.3, 1.0, 3.0, 6.0)]
    assert likeliest(series, mean_rate(series)) >= 0.96
    *_, last = states(series[2], 0.98, mean_rate(series))
    assert ahead(last, 4).mean == pytest.approx(12, rel=0.25)
    made = tried(series, 4)
    assert made is not None
    assert made.better
    assert 0.7 <= made.covered <= 0.97


def test_the_farther_off_the_less_is_known() -> None:
    near, far = ahead((20.0, 4.0), 1), ahead((20.0, 4.0), 1, skipped=20, keep=0.8)
    assert near.mean == pytest.approx(far.mean)
    assert far.high - far.low > near.high - near.low


def test_what_comes_afterwards_changes_no_trial_before_it() -> None:
    chance = random.Random(5)
    counts = [poisson(chance, 2.0) for _ in range(60)]
    known = list(states(counts, 0.9, 2.0))
    assert list(states([*counts, 500], 0.9, 2.0))[: len(known)] == known


def test_a_series_that_its_year_foretells_is_no_better_forecast() -> None:
    season = [0] * 26 + [9] * 26
    made = tried([season * 3], 4)
    assert made is not None
    assert made.naive == "year_ago"
    assert (made.naive_error, made.better) == (0.0, False)


def test_too_few_weeks_are_not_tried() -> None:
    assert tried([[1] * LEAST], 4) is None
    assert tried([], 4) is None
