"""Recurrence rules as RFC 5545 has them, and what is no rule."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from services.core.recurrence import WEEKDAYS, days, following, recurrence
from services.core.refused import Refused
from tests.makers import refused

MONDAY = date(2026, 3, 2)


def _some(values: Sequence[str]) -> "st.SearchStrategy[str]":
    return st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True).map(",".join)


def falls(text, since=MONDAY, first=MONDAY, last=date(2026, 4, 30)):
    return [day.strftime("%m-%d") for day in days(recurrence(text), since, first, last)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FREQ=DAILY;INTERVAL=20", ["03-02", "03-22", "04-11"]),
        ("RRULE:FREQ=WEEKLY;INTERVAL=3", ["03-02", "03-23", "04-13"]),
        ("freq=weekly;byday=tu,th;interval=4", ["03-03", "03-05", "03-31", "04-02", "04-28", "04-30"]),
        ("FREQ=MONTHLY", ["03-02", "04-02"]),
        ("FREQ=MONTHLY;BYMONTHDAY=15,-1", ["03-15", "03-31", "04-15", "04-30"]),
        ("FREQ=MONTHLY;BYDAY=1MO,-1FR", ["03-02", "03-27", "04-06", "04-24"]),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", ["03-13"]),
        ("FREQ=DAILY;BYDAY=SU;BYMONTH=4", ["04-05", "04-12", "04-19", "04-26"]),
        ("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=5", ["04-05"]),
        ("FREQ=YEARLY;BYMONTH=4;BYDAY=2TU", ["04-14"]),
        ("FREQ=DAILY;INTERVAL=10;COUNT=3", ["03-02", "03-12", "03-22"]),
        ("FREQ=WEEKLY;UNTIL=20260316T235959Z", ["03-02", "03-09", "03-16"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["03-31", "04-30"]),
    ],
)
def test_a_rule_falls_on_its_days(text, expected):
    assert falls(text) == expected


RULES = st.fixed_dictionaries(
    {"FREQ": st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])},
    optional={
        "INTERVAL": st.integers(1, 5).map(str),
        # dateutil wants both of MO and 1MO where the standard says either, so that they are not mixed here
        "BYDAY": st.one_of(_some(WEEKDAYS), _some([f"{n}{day}" for n in (1, 2, -1) for day in WEEKDAYS])),
        "BYMONTHDAY": _some(["1", "2", "15", "29", "30", "31", "-1", "-3", "-31"]),
        "BYMONTH": _some([str(month) for month in range(1, 13)]),
        "BYSETPOS": _some(["1", "2", "-1"]),
        "COUNT": st.integers(1, 12).map(str),
        "UNTIL": st.just("20270630"),
    },
)


@settings(max_examples=60, deadline=None, phases=(Phase.generate,))  # a rule is short enough to be read as it comes
@given(RULES, st.dates(date(2024, 1, 1), date(2027, 1, 1)), st.integers(0, 500))
def test_another_reader_of_the_standard_finds_the_same_days(parts, since, later):
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    try:
        rule = recurrence(text)
    except Refused:
        assume(False)
    if parts["FREQ"] == "WEEKLY" and "BYSETPOS" in parts:
        since -= timedelta(days=since.weekday())  # dateutil counts places in the first week from its beginning day on
    first = since + timedelta(days=later)
    last = first + timedelta(days=400)
    begins, ends = (datetime.combine(day, time()) for day in (first, last))
    expected = rrulestr(text, dtstart=datetime.combine(since, time())).between(begins, ends, inc=True)
    assert list(days(rule, since, first, last)) == [one.date() for one in expected]


def test_the_next_days_of_a_rule_that_seldom_falls_are_few():
    yearly = following(recurrence("FREQ=YEARLY"), MONDAY, date(2026, 3, 3), 3)
    assert yearly == [date(year, 3, 2) for year in (2027, 2028, 2029)]
    assert following(recurrence("FREQ=DAILY;COUNT=2"), MONDAY, MONDAY, 10) == [MONDAY, date(2026, 3, 3)]


def test_the_interval_counts_from_the_beginning_wherever_one_looks():
    every_other = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"
    assert falls(every_other, since=date(2026, 3, 4)) == ["03-16", "03-30", "04-13", "04-27"]
    assert falls(every_other, first=date(2026, 3, 10)) == ["03-16", "03-30", "04-13", "04-27"]


def test_nothing_comes_before_the_beginning():
    assert falls("FREQ=DAILY", since=date(2026, 4, 29)) == ["04-29", "04-30"]


def test_a_day_that_a_month_does_not_have_is_left_out():
    assert falls("FREQ=MONTHLY", since=date(2026, 1, 31)) == ["03-31"]
    leap = days(recurrence("FREQ=YEARLY"), date(2024, 2, 29), date(2024, 1, 1), date(2029, 1, 1))
    assert [day.year for day in leap] == [2024, 2028]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "daily",
        "FREQ=HOURLY",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=3;UNTIL=20260401",
        "FREQ=DAILY;UNTIL=soon",
        "FREQ=DAILY;BYDAY=MO;BYSETPOS=1",
        "FREQ=MONTHLY;BYSETPOS=1",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=x",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=WEEKLY;BYMONTHDAY=1",
        "FREQ=YEARLY;BYDAY=1MO",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYDAY=",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=DAILY;",
    ],
)
def test_what_is_no_rule_is_refused(text):
    assert refused(recurrence, text) == "recurrence_wrong"
