"""The calculator: changes, percentiles, months and the exact interval, against printed and published values."""

from datetime import UTC, date, datetime
from math import exp, factorial
from zoneinfo import ZoneInfo

import pytest

from services.core.measures import Period, percentile, poisson_interval, relative_change
from services.reports.figures_said import arrow
from tests.makers import refused


@pytest.mark.parametrize(
    ("before", "after", "printed"),
    [(52, 18, "↓65.4 %"), (0.61, 0.98, "↑60.7 %"), (2.3, 0.4, "↓82.6 %"), (2, 2, "↑0.0 %")],
)
def test_a_change_is_relative(before, after, printed):
    assert arrow(relative_change(before, after), "zh") == printed


def test_a_change_is_taken_from_what_is_not_rounded():
    assert arrow(relative_change(52.04, 17.96), "zh") == "↓65.5 %"


@pytest.mark.parametrize(("before", "after"), [(None, 1), (1, None), (0, 1)])
def test_there_is_no_change_from_nothing(before, after):
    assert relative_change(before, after) is None
    assert arrow(None, "zh") == "无"


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [([], 0.5, None), ([7], 0.9, 7), ([1, 2], 0.5, 1.5), ([4, 1, 3, 2], 0.5, 2.5), (range(11), 0.9, 9), ([1, 9], 1, 9)],
)
def test_percentiles_lie_between_their_neighbours(values, share, expected):
    assert percentile(list(values), share) == expected


@pytest.mark.parametrize(
    ("count", "low", "high"),
    # published tables of exact 95 % limits
    [
        (0, 0.0, 3.689),
        (1, 0.0253, 5.572),
        (2, 0.2422, 7.225),
        (5, 1.623, 11.668),
        (10, 4.795, 18.390),
        (28, 18.606, 40.468),
    ],
)
def test_the_interval_is_that_of_the_tables(count, low, high):
    assert poisson_interval(count) == pytest.approx((low, high), abs=6e-4)


@pytest.mark.parametrize("count", [1, 3, 17, 60])
def test_each_end_is_as_rare_as_it_says(count):
    low, high = poisson_interval(count)
    at_most = [
        sum(mean**k / factorial(k) for k in range(upto + 1)) * exp(-mean)
        for mean, upto in ((low, count - 1), (high, count))
    ]
    assert at_most == pytest.approx([0.975, 0.025], abs=1e-9)


def test_large_counts_do_not_break_it():
    low, high = poisson_interval(5000)
    assert low < 5000 < high
    assert high - low == pytest.approx(2 * 1.96 * 5000**0.5, rel=0.02)


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2024-01-01", "2024-12-31", 12),
        ("2025-07-01", "2025-12-31", 6),
        ("2024-02-01", "2024-02-29", 1),
        ("2025-02-15", "2025-02-28", 0.5),
        ("2024-12-17", "2025-01-31", 15 / 31 + 1),
    ],
)
def test_whole_months_count_as_one(first, last, months):
    assert Period(date.fromisoformat(first), date.fromisoformat(last)).months == pytest.approx(months)


def test_both_days_count_by_the_plants_clock():
    day = date(2026, 3, 2)
    begins, ends = Period(day, day).span(ZoneInfo("Asia/Shanghai"))
    assert (begins, ends) == (datetime(2026, 3, 1, 16, tzinfo=UTC), datetime(2026, 3, 2, 16, tzinfo=UTC))
    assert Period(day, day).days == 1


def test_a_period_does_not_run_backwards():
    assert refused(Period, date(2026, 3, 2), date(2026, 3, 1)) == "period_wrong"
