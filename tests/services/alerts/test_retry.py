"""The waits between tries: known, spread a little, the same every time, and not for ever."""

from datetime import UTC, datetime, timedelta

import pytest

from services.alerts.retry import MOST_TRIES, WAITS_S, much_later, next_try, wait_seconds
from services.store.deliveries import SOON_TRIES

NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(("tries", "wait"), list(enumerate(WAITS_S, start=1)))
def test_each_wait_is_near_its_figure(tries, wait):
    waits = [wait_seconds(f"delivery-{n}", tries) for n in range(500)]
    assert wait * 0.8 <= min(waits) < wait * 0.83
    assert wait * 1.17 < max(waits) <= wait * 1.2
    assert abs(sum(waits) / len(waits) - wait) < wait * 0.02


def test_the_figures():
    assert WAITS_S == (5, 15, 45, 120, 300)
    assert MOST_TRIES == SOON_TRIES == 6


def test_what_has_no_other_way_is_tried_for_a_day():
    assert much_later(NOW - timedelta(hours=23), NOW) == NOW + timedelta(minutes=5)
    assert much_later(NOW - timedelta(days=1), NOW) is None


def test_the_same_delivery_always_waits_the_same():
    assert wait_seconds("a", 3) == wait_seconds("a", 3)
    assert wait_seconds("a", 3) != wait_seconds("b", 3)


def test_due_after_the_wait():
    due = next_try("a", 2, NOW)
    assert due is not None
    assert (due - NOW).total_seconds() == pytest.approx(wait_seconds("a", 2), abs=1e-6)


@pytest.mark.parametrize("tries", [6, 7, 100])
def test_after_six_tries_it_is_over(tries):
    assert next_try("a", tries, NOW) is None


@pytest.mark.parametrize("tries", [0, -1, 6])
def test_no_wait_without_a_failed_try(tries):
    with pytest.raises(ValueError, match="tries"):
        wait_seconds("a", tries)
