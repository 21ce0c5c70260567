"""Which stretch a large chart shows: what is zoomed about stays where it is, and the present is never passed."""

import pytest

from desktop.views.floor_plan.sensor_stretch import LEAST_MS, MINUTE_MS, MOST_MS, Shown

NOW, HOUR = 1_000_000_000_000, 60 * MINUTE_MS


def share(one: Shown, at: int) -> float:
    return (at - one.until(NOW) + one.long) / one.long


@pytest.mark.parametrize("factor", [0.5, 0.8, 1.25, 2.0])
def test_what_is_zoomed_about_stays_where_it_is(factor: float) -> None:
    before = Shown(HOUR, NOW - 20 * HOUR)
    at = NOW - 20 * HOUR - HOUR // 3
    after = before.zoomed(factor, at, NOW)
    assert after.long == HOUR * factor
    assert share(after, at) == pytest.approx(share(before, at), abs=1e-6)


def test_it_follows_the_present_until_it_is_moved_and_again_once_it_is_there() -> None:
    live = Shown(HOUR)
    assert live.zoomed(2.0, NOW - HOUR, NOW) == Shown(2 * HOUR)
    past = live.moved(-HOUR, NOW)
    assert past == Shown(HOUR, NOW - HOUR)
    assert past.moved(HOUR - 1, NOW).ends == NOW - 1
    assert past.moved(5 * HOUR, NOW) == live
    assert Shown(HOUR, NOW + HOUR).until(NOW) == NOW, "an end that has not come yet"


def test_it_is_neither_too_short_nor_too_long() -> None:
    past = Shown(HOUR, NOW - HOUR)
    assert past.zoomed(0.001, NOW - HOUR, NOW).long == LEAST_MS
    assert past.zoomed(10_000, NOW - HOUR, NOW).long == MOST_MS
    assert Shown(MINUTE_MS * 5 + 1).minutes == 6
