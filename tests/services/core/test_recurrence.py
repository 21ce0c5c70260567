"""Recurrence rules as RFC 5545 has them, and what is no rule."""

from datetime import date

import pytest

from services.core.recurrence import days, recurrence
from tests.makers import refused

MONDAY = date(2026, 3, 2)


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
    ],
)
def test_a_rule_falls_on_its_days(text, expected):
    assert falls(text) == expected


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
        "FREQ=DAILY;COUNT=3",
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
