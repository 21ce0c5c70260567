"""When something really happened, whatever the device's clock says."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.sync.clock import LONGEST_AWAY, effective
from tests.makers import NOON, operation

HOUR = timedelta(hours=1)


def at(made_at=NOON, *, received=NOON, wall=NOON, mono=0.0, boot="b", since=0.0, born="b"):
    return effective(operation("x", {}, made_at=made_at, mono=since, boot=born), received, wall, mono, boot)


def test_in_the_same_boot_the_steady_clock_tells_whatever_the_wall_says():
    assert at(made_at=NOON + 99 * HOUR, wall=NOON - 7 * HOUR, since=100.0, mono=3700.0) == NOON - HOUR


def test_in_another_boot_the_wall_clock_is_shifted_by_its_offset():
    assert at(made_at=NOON - 3 * HOUR, wall=NOON - HOUR, boot="another") == NOON - 2 * HOUR
    assert at(made_at=NOON - 3 * HOUR, wall=NOON - HOUR, boot="", born="") == NOON - 2 * HOUR


@pytest.mark.parametrize("mono", [float("nan"), float("inf"), -float("inf"), 1e300, -5.0])
def test_steady_clocks_that_are_none(mono):
    assert NOON - LONGEST_AWAY <= at(mono=mono) <= NOON


@given(*[st.datetimes(timezones=st.just(UTC))] * 2, st.floats(), st.floats(), st.booleans())
def test_never_later_than_received_and_never_more_than_a_month_before(made_at, wall, mono, since, same):
    found = at(made_at, wall=wall, mono=mono, since=since, boot="b" if same else "another")
    assert NOON - LONGEST_AWAY <= found <= NOON
    assert isinstance(found, datetime)
