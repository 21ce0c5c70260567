"""A value over a bound for so long: the examples of docs/rules.md, and the plain reading of every word."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.core.refused import Refused
from services.core.rule_conditions import condition_from
from services.core.rule_document import Rule
from services.rules.back_test import back_test
from services.rules.events import Reading
from services.rules.running import Place
from tests.services.rules.plainly import Words, fired_and_cleared, unknown_from

MINUTE = 60_000
PLACE = Place(ZoneInfo("Asia/Shanghai"), lambda sensor: 600.0)


def rule(**figures):
    when = condition_from({"kind": "sustained", "sensor": "T1", **figures})
    return Rule(name="a rule", when=when, then=())


def run(one, *series, ends=None):
    """What it says of readings as (minute, value)."""
    events = [Reading(round(minute * MINUTE), "T1", value) for minute, value in series]
    last = max((event.at for event in events), default=0)
    firings = back_test(one, events, PLACE, 0, round(ends * MINUTE) if ends is not None else last)
    return [(firing.at / MINUTE, firing.event) for firing in firings]


QUARTER = {"above": 80, "for_s": 900}


def test_it_fires_at_the_fourth_reading_of_five_minutes():
    assert run(rule(**QUARTER), (0, 81), (5, 81), (10, 81), (15, 81), (20, 81)) == [(15, "fired")]


def test_never_between_two_readings():
    assert run(rule(**QUARTER), (0, 81), (7, 81), (14, 81), (21, 81)) == [(21, "fired")]


def test_a_second_short_is_not_long_enough():
    assert run(rule(**QUARTER), (0, 81), (8, 81), (15 - 1 / 60, 81)) == []


def test_equal_to_the_bound_is_not_over_it():
    assert run(rule(**QUARTER), (0, 81), (5, 80), (10, 81), (15, 81), (20, 81)) == []
    assert run(rule(**QUARTER), (0, 81), (5, 80), (10, 81), (15, 81), (20, 81), (25, 81)) == [(25, "fired")]


def test_the_same_moment_twice_the_last_wins():
    assert run(rule(**QUARTER), (0, 81), (5, 81), (5, 70), (10, 81), (15, 81)) == []
    assert run(rule(**QUARTER), (0, 81), (5, 70), (5, 81), (10, 81), (15, 81)) == [(15, "fired")]


def test_a_gap_of_what_is_allowed_is_no_gap():
    assert run(rule(**QUARTER), (0, 81), (10, 81), (20, 81)) == [(20, "fired")]


def test_a_longer_gap_makes_it_unknown_and_begins_another_run():
    series = ((0, 81), (5, 81), (15.1, 81), (25, 81), (30.1, 81))
    assert run(rule(**QUARTER), *series) == [(15, "unknown"), (30.1, "fired")]


def test_a_gap_does_not_clear_what_has_fired():
    series = ((0, 81), (10, 81), (20, 81), (60, 81), (70, 81), (80, 81), (85, 80))
    assert run(rule(**QUARTER), *series) == [(20, "fired"), (30, "unknown"), (85, "cleared")]


def test_silence_at_the_end_is_unknown_once_it_is_too_long():
    assert run(rule(**QUARTER), (0, 70), ends=10) == []
    assert run(rule(**QUARTER), (0, 70), ends=10.1) == [(10, "unknown")]


def test_it_clears_at_the_first_reading_that_is_not_over():
    assert run(rule(above=80), (0, 81), (5, 80), (10, 81)) == [(0, "fired"), (5, "cleared"), (10, "fired")]


def test_with_another_bound_it_clears_below_that_only():
    hysteresis = rule(above=80, clear_below=75)
    assert run(hysteresis, (0, 81), (5, 79), (10, 81), (15, 75), (20, 74)) == [(0, "fired"), (20, "cleared")]


def test_it_clears_after_the_time_that_it_must_be_clear():
    calm = rule(above=80, clear_below=75, clear_for_s=600)
    series = ((0, 81), (5, 74), (10, 76), (15, 74), (20, 74), (25, 74))
    assert run(calm, *series) == [(0, "fired"), (25, "cleared")]


def test_below_is_the_mirror_of_above():
    assert run(rule(below=18, for_s=600, clear_above=19), (0, 17), (5, 17), (10, 17), (15, 19), (20, 19.5)) == [
        (10, "fired"),
        (20, "cleared"),
    ]


@pytest.mark.parametrize(
    "figures",
    [
        {},
        {"above": 80, "below": 10},
        {"above": 80, "clear_below": 81},
        {"above": 80, "clear_above": 70},
        {"below": 10, "clear_above": 9},
    ],
)
def test_bounds_that_do_not_fit_are_refused(figures):
    with pytest.raises(Refused, match="rule_bounds_wrong"):
        rule(**figures)


series_ = st.lists(st.tuples(st.integers(0, 120), st.integers(70, 90)), max_size=40)
figures_ = st.fixed_dictionaries(
    {"for_min": st.integers(0, 30), "clear": st.none() | st.integers(70, 80), "clear_min": st.integers(0, 15)}
)


@settings(max_examples=400, deadline=None)
@given(series_, figures_, st.integers(1, 15), st.randoms(use_true_random=False))
def test_it_is_what_the_words_say(given_series, figures, gap_min, chance):
    last = dict(given_series)
    series = [(minute * MINUTE, float(value)) for minute, value in sorted(last.items())]
    words = Words(
        80.0,
        figures["for_min"] * MINUTE,
        figures["clear"],
        figures["clear_min"] * MINUTE if figures["clear"] is not None else 0,
        gap_min * MINUTE,
    )
    one = rule(
        above=80,
        for_s=figures["for_min"] * 60,
        max_gap_s=gap_min * 60,
        **({"clear_below": figures["clear"], "clear_for_s": figures["clear_min"] * 60} if figures["clear"] else {}),
    )
    events = [Reading(at, "T1", value) for at, value in series]
    chance.shuffle(events)
    found = back_test(one, events, PLACE, 0, series[-1][0] if series else 0)
    assert [(one.at, one.event) for one in found if one.event != "unknown"] == fired_and_cleared(series, words)
    assert [one.at for one in found if one.event == "unknown"] == unknown_from(series, gap_min * MINUTE)
