"""When something really happened, whatever the device's clock says; and how far a console's clock is off."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.sync.clock import LONGEST_AWAY, Skew, effective, effectives, skew, steady
from tests.makers import NOON, operation

HOUR = timedelta(hours=1)
MONTH_S = LONGEST_AWAY.total_seconds()


def found(made_at=NOON, *, received=NOON, wall=NOON, mono=0.0, boot="b", since=0.0, born="b"):
    return effective(operation("x", {}, made_at=made_at, mono=since, boot=born), received, wall, mono, boot)


def at(made_at=NOON, **given):
    return found(made_at, **given).at


def test_in_the_same_boot_the_steady_clock_tells_whatever_the_wall_says():
    exact = found(made_at=NOON + 99 * HOUR, wall=NOON - 7 * HOUR, since=100.0, mono=3700.0)
    assert exact == (NOON - HOUR, False)


def test_in_another_boot_the_wall_clock_is_shifted_by_its_offset():
    assert found(made_at=NOON - 3 * HOUR, wall=NOON - HOUR, boot="another") == (NOON - 2 * HOUR, True)
    assert found(made_at=NOON - 3 * HOUR, wall=NOON - HOUR, boot="", born="") == (NOON - 2 * HOUR, True)


def test_an_uncertain_time_is_not_later_than_the_next_one():
    """The wall clock said noon before the restart; what came after it is known to be an hour old."""
    before = operation("x", {}, made_at=NOON, mono=900.0, boot="one")
    after = operation("x", {}, made_at=NOON - 5 * HOUR, mono=10.0, boot="two")
    clocks = NOON - 4 * HOUR, 3610.0, "two"
    assert effective(before, NOON, *clocks).at == NOON
    assert effectives([before, after], NOON, *clocks) == [(NOON - HOUR, True), (NOON - HOUR, False)]


@pytest.mark.parametrize("mono", [float("nan"), float("inf"), -float("inf"), 1e300, -5.0, MONTH_S + 1])
def test_steady_clocks_that_are_none_leave_the_wall_clock(mono):
    assert found(made_at=NOON - HOUR, mono=mono) == (NOON - HOUR, True)


@given(*[st.datetimes(timezones=st.just(UTC))] * 2, st.floats(), st.floats(), st.booleans())
def test_never_later_than_received_and_never_more_than_a_month_before(made_at, wall, mono, since, same):
    moment = at(made_at, wall=wall, mono=mono, since=since, boot="b" if same else "another")
    assert NOON - LONGEST_AWAY <= moment <= NOON
    assert isinstance(moment, datetime)


@given(
    st.floats(-1e6, 1e6),
    st.floats(0, 600),
    st.floats(0, 1),
)
def test_a_clocks_lead_is_within_its_error_however_slow_the_answer(ahead, took, share):
    """The hub looks at its clock anywhere between the question and the answer."""
    asked = NOON + timedelta(seconds=ahead)
    measured = skew(asked, took, NOON + timedelta(seconds=took * share))
    assert abs(measured.ahead.total_seconds() - ahead) <= measured.error.total_seconds() + 1e-5
    assert abs(measured.sure.total_seconds()) <= abs(ahead) + 1e-5
    assert measured.sure.total_seconds() * ahead >= -1e-5 * abs(ahead)


def test_a_lead_and_a_lag_that_are_beyond_doubt():
    assert skew(NOON + HOUR, 2.0, NOON) == Skew(HOUR + timedelta(seconds=1), timedelta(seconds=1))
    assert skew(NOON + HOUR, 2.0, NOON).sure == HOUR
    assert skew(NOON - HOUR, 2.0, NOON).sure == timedelta(seconds=2) - HOUR
    assert skew(NOON - timedelta(minutes=4), 600.0, NOON).sure == timedelta()


def test_the_steady_clock_counts_seconds():
    before = steady()
    time.sleep(0.01)
    assert 0.01 <= steady() - before < 60
