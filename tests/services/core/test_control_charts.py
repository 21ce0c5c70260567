"""What is ordinary: wider where less was worked, nothing where nothing was, and the days between rare events."""

from math import sqrt

import pytest

from services.core.control_charts import g_limits, u_limits


def test_limits_are_three_deviations_off_and_wider_for_less_exposure():
    few, many = u_limits([4, 16], [40.0, 160.0])
    assert few is not None
    assert many is not None
    assert few.centre == many.centre == pytest.approx(0.1)
    assert many.high == pytest.approx(0.1 + 3 * sqrt(0.1 / 160))
    assert few.high > many.high
    assert few.low == 0.0  # below nothing there is nothing
    assert many.out(0.2)
    assert not many.out(0.1)


def test_a_month_without_exposure_has_no_limits():
    assert u_limits([0, 3], [0.0, 10.0])[0] is None
    assert u_limits([2], [0.0]) == (None,)


def test_days_between_rare_events_are_geometric():
    limits = g_limits([10.0, 20.0, 30.0])
    assert limits is not None
    assert (limits.centre, limits.low) == (20.0, 0.0)
    assert limits.high == pytest.approx(20 + 3 * sqrt(20 * 21))
    assert g_limits([]) is None
