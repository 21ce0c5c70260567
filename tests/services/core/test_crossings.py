"""When a sensor passes a limit, comes back, falls silent and is heard: decided by its readings' own times."""

from datetime import timedelta

import pytest

from services.core.crossings import HOLD, Crossing, crossings, judged_from, silence
from services.core.operation import SYSTEM
from services.core.refused import Refused
from services.core.roles import Role
from tests.makers import NOON, Held, person, sensor, zone

MINUTE = timedelta(minutes=1)
PRESS = zone()


def points(*values: float, every: timedelta = MINUTE):
    return [(NOON + n * every, value) for n, value in enumerate(values)]


def states(one, *values: float, every: timedelta = MINUTE):
    return [(round((found.at - NOON) / every), found.beyond) for found in crossings(one, points(*values, every=every))]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ((59, 60, 60), []),  # over means strictly beyond
        ((59, 60.01), [(1, "high")]),
        ((61, 62, 50), [(0, "high"), (2, "")]),  # well within: back at once
        ((61, 59.5, 61, 59.5, 61), [(0, "high")]),  # hovers: no chatter
        ((61, 59.5, 59.6, 59.5), [(0, "high"), (3, "")]),  # near, but within for two minutes
        ((61, 58.8), [(0, "high"), (1, "")]),  # two in a hundred below is well within
        ((61, 4, 6), [(0, "high"), (1, "low"), (2, "")]),
        ((6, 4.99, 5.05, 5.05, 5.05), [(1, "low"), (4, "")]),
    ],
)
def test_limits(values, found):
    assert states(sensor(limit_high=60.0, limit_low=5.0), *values) == found


def test_a_gap_ends_the_run_that_would_have_brought_it_back():
    one = sensor(limit_high=60.0, beyond="high", beyond_since=NOON - MINUTE)
    assert one.silent_after == 3 * MINUTE
    assert states(one, 59.5, 59.5, every=4 * MINUTE) == []
    assert states(one, 59.5, 59.5, every=3 * MINUTE) == [(1, "")]
    assert HOLD <= 3 * MINUTE


def test_without_a_limit_nothing_is_beyond_and_what_was_is_back():
    assert states(sensor(), 1e9, -1e9) == []
    assert states(sensor(beyond="high", beyond_since=NOON - MINUTE), 70.0) == [(0, "")]


def test_it_says_what_was_read():
    assert crossings(sensor(limit_high=60.0), points(70.5)) == [Crossing(NOON, "high", 70.5)]


def test_nothing_is_judged_twice_nor_by_limits_of_before_nor_older_than_a_day():
    assert judged_from(sensor(), NOON) == NOON - timedelta(hours=24)
    known = sensor(beyond_since=NOON - 3 * MINUTE, limits_since=NOON - 5 * MINUTE)
    assert judged_from(known, NOON) == NOON - 3 * MINUTE


@pytest.mark.parametrize(
    ("hearing", "ago", "found"),
    [
        ("never", (), None),
        ("never", (0,), False),
        ("never", (4, 5), True),  # others heard it long ago
        ("heard", (3, 4), None),  # equal is allowed
        ("heard", (3.01,), True),
        ("heard", (0,), None),
        ("silent", (0, 8), None),  # one alone does not bring it back
        ("silent", (0, 1), False),
        ("silent", (0.5, 3.5), None),  # always just too slow: it stays silent, and does not chatter
        ("silent", (9, 10), None),
    ],
)
def test_silence(hearing, ago, found):
    one = sensor(hearing=hearing, hearing_since=NOON - timedelta(hours=1))
    assert silence(one, [NOON - minutes * MINUTE for minutes in ago], NOON, NOON - timedelta(days=1)) is found


def test_while_nobody_was_there_to_hear_it_no_sensor_fell_silent():
    one = sensor(hearing="heard")
    assert silence(one, [NOON - 60 * MINUTE], NOON, NOON - MINUTE) is None
    assert silence(one, [NOON - 60 * MINUTE], NOON, NOON - 4 * MINUTE) is True


def test_only_the_system_notes_it_and_what_is_known_of_later_stays():
    one, officer = sensor(zone=PRESS.id), person(Role.EHS_MANAGER)
    held = Held(PRESS, one, officer)
    crossed = {"sensor": one.id, "beyond": "high", "value": 70.0, "at": "2026-03-02T04:00:00.000000Z"}
    with pytest.raises(Refused, match="not_allowed"):
        held.do("sensors.cross", crossed, officer)
    assert held.do("sensors.cross", crossed, SYSTEM).beyond == "high"
    earlier = {"sensor": one.id, "value": 50.0, "at": "2026-03-02T03:00:00.000000Z"}
    assert held.decide("sensors.clear", earlier, SYSTEM) == []
    assert held.do("sensors.clear", earlier | {"at": "2026-03-02T05:00:00.000000Z"}, SYSTEM).beyond == ""
    assert held.do("sensors.hear", {"sensor": one.id, "at": crossed["at"]}, SYSTEM).hearing == "heard"
    assert held.decide("sensors.hear", {"sensor": one.id, "at": crossed["at"]}, SYSTEM) == []
    assert held.do("sensors.fall_silent", {"sensor": one.id, "at": crossed["at"]}, SYSTEM).hearing == "silent"
