"""Counts, sequences, courses, shifts and days: each by its examples, and against its words."""

import random
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.core.moments import milliseconds
from services.core.refused import Refused
from services.core.rule_document import rule_from
from services.rules.back_test import back_test
from services.rules.events import HazardMoved, Inspected, Reading, StopBegan, StopEnded
from services.rules.live import Live
from services.rules.running import Place
from tests.services.rules.plainly_more import counts, hour_means, not_followed, rises

ZONE = ZoneInfo("Asia/Shanghai")
SPECIAL = {date(2026, 3, 7): True, date(2026, 3, 9): False}
PLACE = Place(
    ZONE,
    lambda sensor: 600.0,
    works=lambda day: SPECIAL.get(day, day.weekday() < 5),
    shift={"早班": ("08:00", "16:00"), "夜班": ("22:00", "06:00")}.get,
    zones_of=lambda each: frozenset({"喷涂区"} if each == "A" else ()),
)
SECOND, MINUTE, HOUR = 1000, 60_000, 3_600_000


def rule(when):
    return rule_from({"format": 1, "name": "a rule", "when": when})


def run(when, events, ends, begins=0):
    found = back_test(rule(when), events, PLACE, begins, ends)
    return [(one.at, one.key, one.event) for one in found if one.event != "unknown"]


def at(day, clock):
    hour, minute = map(int, clock.split(":"))
    return milliseconds(datetime(2026, 3, day, hour, minute, tzinfo=ZONE))


def reported(minute, zone="冲压区"):
    return HazardMoved(minute * MINUTE, f"h{zone}{minute}", f"YH-{minute}", zone, "reported")


def inspected(minute, outcome="done", zone="冲压区", name=None):
    return Inspected(minute * MINUTE, name or f"i{minute}", f"{zone} · 班检", zone, minute * MINUTE, outcome)


OFTEN = {"kind": "count", "of": "hazard_reported", "n": 3, "within_s": 3600}


def test_three_hazards_in_an_hour_in_one_zone():
    events = [reported(0), reported(20), reported(59), reported(61, "喷涂区"), reported(62, "喷涂区")]
    assert run(OFTEN, events, 300 * MINUTE) == [
        (59 * MINUTE, "冲压区", "fired"),
        (60 * MINUTE, "冲压区", "cleared"),
    ]


def test_exactly_as_old_as_the_window_counts_no_more():
    assert run(OFTEN, [reported(0), reported(20), reported(60)], 300 * MINUTE) == []


def test_only_zones_of_a_class_or_the_one_that_is_named():
    events = [reported(minute, zone) for minute in (0, 1, 2) for zone in ("冲压区", "喷涂区")]
    assert {key for _, key, _ in run({**OFTEN, "zone_class": "A"}, events, 10 * MINUTE)} == {"喷涂区"}
    assert {key for _, key, _ in run({**OFTEN, "zone": "冲压区"}, events, 10 * MINUTE)} == {"冲压区"}


def test_a_later_word_takes_a_miss_back():
    missed = {**OFTEN, "of": "inspection_missed"}
    events = [inspected(0, "missed"), inspected(1, "missed"), inspected(2, "missed")]
    events.append(inspected(5, "done", name="i1"))
    assert run(missed, events, 30 * MINUTE)[-1] == (5 * MINUTE, "冲压区", "cleared")


def test_a_value_that_stays_over_went_over_once():
    over = {"kind": "count", "of": "went_over", "sensor": "T1", "bound": 80, "n": 2, "within_s": 3600}
    series = [Reading(minute * MINUTE, "T1", value) for minute, value in enumerate((81, 82, 83, 79, 80, 81))]
    assert run(over, series, 30 * MINUTE) == [(5 * MINUTE, "T1", "fired")]


@settings(max_examples=200, deadline=None)
@given(st.sets(st.integers(0, 300), max_size=20), st.integers(1, 4), st.integers(1, 90))
def test_counting_is_what_the_words_say(minutes, n, within):
    ends = 400 * MINUTE
    events = [reported(minute) for minute in minutes]
    found = run({**OFTEN, "n": n, "within_s": within * 60}, events, ends)
    assert [(when, event) for when, _, event in found] == counts(
        [minute * MINUTE for minute in minutes], n, within * MINUTE, ends
    )


AFTER = {"kind": "sequence", "first": "stop_ended", "then": "stop_began", "within_s": 1800, "line": "L1"}
CHECKED = {
    "kind": "sequence", "first": "stop_ended", "then": "inspection_done", "within_s": 1800, "line": "L1",
    "zone": "冲压区",
}  # fmt: skip


def test_a_line_runs_again_and_nobody_inspects():
    ended = StopEnded(0, "S1", "L1")
    assert run(CHECKED, [ended], 30 * MINUTE) == []
    assert run(CHECKED, [ended], 31 * MINUTE) == [(30 * MINUTE, "L1", "fired")]
    assert run(CHECKED, [ended, inspected(30)], 60 * MINUTE) == []
    assert run(CHECKED, [ended, inspected(20, zone="喷涂区"), inspected(40)], 60 * MINUTE) == [
        (30 * MINUTE, "L1", "fired"),
        (40 * MINUTE, "L1", "cleared"),
    ]


UNSEEN = {
    "kind": "sequence",
    "first": "inspection_missed",
    "then": "hazard_reported",
    "within_s": 1800,
    "zone": "冲压区",
}


def test_a_miss_that_was_none_takes_its_wait_back_and_the_next_one_holds():
    first, second = inspected(0, "missed", name="a"), inspected(10, "missed", name="b")
    made = inspected(20, "late", name="a")
    assert run(UNSEEN, [first, made], 60 * MINUTE) == []
    assert run(UNSEEN, [first, second, made], 60 * MINUTE) == [(40 * MINUTE, "冲压区", "fired")]
    told_after = inspected(35, "late", name="a")
    assert run(UNSEEN, [first, told_after], 60 * MINUTE) == [
        (30 * MINUTE, "冲压区", "fired"),
        (35 * MINUTE, "冲压区", "cleared"),
    ]
    assert run(UNSEEN, [first, first, told_after], 34 * MINUTE) == [(30 * MINUTE, "冲压区", "fired")]


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.integers(0, 200), st.booleans(), max_size=20), st.integers(1, 60))
def test_following_is_what_the_words_say(moments, within):
    ends = 300 * MINUTE
    events = [(StopEnded if first else StopBegan)(minute * MINUTE, "S", "L1") for minute, first in moments.items()]
    found = run({**AFTER, "within_s": within * 60}, events, ends)
    first, then = ([minute * MINUTE for minute, one in moments.items() if one is which] for which in (True, False))
    assert [(when, event) for when, _, event in found] == not_followed(first, then, within * MINUTE, ends)


@pytest.mark.parametrize(
    "wrong",
    [
        {**OFTEN, "line": "L1"},
        {**OFTEN, "bound": 3},
        {"kind": "count", "of": "went_over", "within_s": 60, "sensor": "T1"},
        {"kind": "sequence", "first": "stop_ended", "then": "inspection_done", "within_s": 60, "line": "L1"},
        {"kind": "sequence", "first": "stop_ended", "then": "stop_ended", "within_s": 60},
    ],
)
def test_a_happening_at_a_place_that_it_does_not_know_is_refused(wrong):
    with pytest.raises(Refused, match="rule_happening_wrong"):
        rule(wrong)


PACE = {"kind": "pace", "sensor": "T1", "by": 5, "within_s": 600, "max_gap_s": 300}


def test_ten_degrees_in_ten_minutes():
    values = ((0, 20), (5, 23), (10, 25), (15, 29), (20, 29))
    events = [Reading(minute * MINUTE, "T1", value) for minute, value in values]
    spoken = [(15 * MINUTE, "T1", "fired"), (20 * MINUTE, "T1", "cleared")]
    assert run(PACE, events, 20 * MINUTE) == spoken
    falling = [Reading(one.at, "T1", -one.value) for one in events]
    assert run({**PACE, "change": "falls"}, falling, 20 * MINUTE) == spoken
    assert run(PACE, falling, 20 * MINUTE) == []


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.integers(0, 120), st.integers(0, 20), min_size=1, max_size=50))
def test_pace_is_what_the_words_say(given_series):
    series = [(minute * MINUTE, float(value)) for minute, value in sorted(given_series.items())]
    truths = rises(series, 5, 10 * MINUTE, 5 * MINUTE)
    events = [Reading(when, "T1", value) for when, value in series]
    found = [(when, event) for when, _, event in run(PACE, events, series[-1][0])]
    expected, fired = [], False
    for (when, _), truth in zip(series, truths, strict=True):
        if truth is not fired:
            expected.append((when, "fired" if truth else "cleared"))
            fired = truth
    assert found == expected


TREND = {"kind": "trend", "sensor": "T1", "above": 80, "ahead_s": 1800, "over_s": 1800, "max_gap_s": 300}


def test_a_steady_rise_is_said_before_it_arrives_with_an_interval_that_holds():
    events = [Reading(minute * MINUTE, "T1", 20 + minute * 0.2) for minute in range(301)]
    fired = [one for one in back_test(rule(TREND), events, PLACE, 0, events[-1].at) if one.event == "fired"]
    (said,) = fired[0].why
    assert said is not None
    about, first, last = said.facts["reach"]
    assert fired[0].at == 270 * MINUTE  # half an hour before it is at 80
    assert first <= 300 * MINUTE <= last
    assert abs(about - 300 * MINUTE) < MINUTE


def test_until_forecasts_have_been_judged_nothing_is_said():
    events = [Reading(minute * MINUTE, "T1", 70 + minute * 0.2) for minute in range(46)]
    assert run(TREND, events, events[-1].at) == []


@pytest.mark.parametrize("seed", range(8))
def test_of_values_that_only_scatter_nothing_is_forecast(seed):
    chance = random.Random(seed)
    events = [Reading(minute * MINUTE, "T1", 70 + chance.uniform(-8, 8)) for minute in range(3000)]
    assert run(TREND, events, events[-1].at) == []


def test_what_is_no_better_than_guessing_is_silent_again():
    """A saw: it rises for so long that its forecasts are good, then turns each time before they come true."""
    rise = [20 + 0.1 * minute for minute in range(400)]
    saw = [60 + 12 * (abs((minute % 40) - 20) / 20) for minute in range(4000)]
    events = [Reading(minute * MINUTE, "T1", value) for minute, value in enumerate(rise + saw)]
    fired = [when for when, _, event in run(TREND, events, events[-1].at) if event == "fired"]
    assert not [when for when in fired if when > 1600 * MINUTE]


WEEK = {"kind": "week", "sensor": "T1", "percent": 20, "max_gap_s": 600}


def hours_of(values, first=0):
    return [Reading((first + hour) * HOUR + minute * MINUTE, "T1", float(value))
            for hour, value in enumerate(values) for minute in range(0, 60, 5)]  # fmt: skip


def test_a_fifth_over_the_same_hour_of_last_week():
    events = hours_of([50] * 168 + [61, 60, 61])
    ends = 171 * HOUR
    assert run(WEEK, events, ends) == [
        (169 * HOUR, "T1", "fired"),
        (170 * HOUR, "T1", "cleared"),
        (171 * HOUR, "T1", "fired"),
    ]
    assert run({**WEEK, "change": "less"}, hours_of([50] * 168 + [39]), 169 * HOUR) == [(169 * HOUR, "T1", "fired")]


def test_an_hour_of_which_little_was_heard_is_not_known():
    events = hours_of([50] * 168 + [61, 61])
    thin = [one for one in events if one.at < 168 * HOUR or one.at >= 168 * HOUR + 35 * MINUTE]
    assert run(WEEK, thin, 169 * HOUR) == []
    assert run(WEEK, thin, 170 * HOUR)[-1] == (170 * HOUR, "T1", "fired")


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32))
def test_a_week_is_what_the_words_say(seed):
    chance = random.Random(seed)
    values = [chance.randrange(40, 70) for _ in range(190)]
    events = [one for one in hours_of(values) if chance.random() < 0.8]
    series = [(one.at, one.value) for one in events]
    means = hour_means(series, HOUR, 10 * MINUTE)
    expected, fired = [], False
    for number in range(len(values)):
        before, mean = means.get(number - 168), means.get(number)
        truth = None if before is None or mean is None else mean - before > 0.2 * before
        if truth is not None and truth is not fired:
            expected.append(((number + 1) * HOUR, "fired" if truth else "cleared"))
            fired = truth
    chance.shuffle(events)
    found = run(WEEK, events, len(values) * HOUR)
    assert [(when, event) for when, _, event in found] == expected


def test_a_rule_that_begins_knows_the_week_before():
    live = Live(rule(WEEK), PLACE, 168 * HOUR)
    live.remember(hours_of([50] * 168))
    news = live.take(hours_of([61], 168), 169 * HOUR + 3 * MINUTE)
    assert [(one.firing.at, one.firing.event) for one in news] == [(169 * HOUR, "fired")]


HOT = {"kind": "sustained", "sensor": "T1", "above": 80}


@pytest.mark.parametrize(
    ("when", "day", "clock", "holds"),
    [
        ({"kind": "shift", "shift": "早班"}, 2, "10:00", True),
        ({"kind": "shift", "shift": "早班"}, 2, "16:00", False),
        ({"kind": "shift", "shift": "夜班"}, 2, "05:59", True),
        ({"kind": "shift", "shift": "没有"}, 2, "10:00", False),
        ({"kind": "day"}, 2, "10:00", True),
        ({"kind": "day"}, 7, "10:00", True),  # a Saturday that is made up
        ({"kind": "day"}, 9, "10:00", False),  # a Monday that is a holiday
        ({"kind": "day", "day": "rest"}, 8, "10:00", True),
    ],
)
def test_shifts_and_days_go_with_a_sensor(when, day, clock, holds):
    events = [Reading(at(day, clock), "T1", 90.0)]
    found = run({"all": [HOT, when]}, events, at(day, clock), at(1, "00:00"))
    assert ("fired" in [event for _, _, event in found]) is holds


def test_of_a_shift_that_is_not_there_nothing_is_known_not_even_that_it_is_not():
    when = {"all": [HOT, {"not": {"kind": "shift", "shift": "没有"}}]}
    assert run(when, [Reading(at(2, "10:00"), "T1", 90.0)], at(2, "11:00"), at(1, "00:00")) == []


def test_what_is_said_at_one_moment_is_taken_together():
    both = {"all": [HOT, {"kind": "sustained", "sensor": "T2", "above": 80}]}
    events = [Reading(0, "T1", 70.0), Reading(0, "T2", 90.0), Reading(MINUTE, "T1", 90.0), Reading(MINUTE, "T2", 70.0)]
    assert run(both, events, MINUTE) == []
