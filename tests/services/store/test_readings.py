"""Readings: in any order, the last one wins, and their minutes are what a plain count finds."""

import math
import random
from datetime import datetime, timedelta
from statistics import fmean

import pytest
import sqlalchemy as sa

from services.store.database import Database
from services.store.readings import KEEP_RAW, Reading, append, between, latest, let_go, minutes_between
from services.store.schema import bring_up
from tests.makers import NOON, refused

HOUR = timedelta(hours=1)


@pytest.fixture
def connection(ground):
    database = Database(ground.fresh())
    bring_up(database)
    with database.writing() as opened:
        yield opened
    database.close()


def at(seconds, value, sensor="t1"):
    return Reading(sensor, NOON + timedelta(seconds=seconds), value)


def plain(many):
    """What the minutes of some readings must be, counted by hand."""
    last = {one.at: one.value for one in many}
    found: dict[datetime, list[float]] = {}
    for moment, value in sorted(last.items()):
        found.setdefault(moment.replace(second=0, microsecond=0), []).append(value)
    return [(begins, min(each), max(each), pytest.approx(fmean(each)), len(each)) for begins, each in found.items()]


def told(connection, sensor="t1"):
    found = minutes_between(connection, sensor, NOON - HOUR, NOON + HOUR)
    return [(one.begins, one.low, one.high, one.mean, one.count) for one in found]


def test_readings_come_back_in_order_whatever_order_they_came_in(connection):
    assert append(connection, [at(20, 3.0), at(0, 1.0), at(10, 2.0), at(5, 9.0, "t2")]) == 4
    assert [one.value for one in between(connection, "t1", NOON, NOON + HOUR)] == [1.0, 2.0, 3.0]
    assert between(connection, "t1", NOON, NOON + timedelta(seconds=20)) == (at(0, 1.0), at(10, 2.0))


def test_the_same_time_twice_the_last_wins(connection):
    append(connection, [at(0, 1.0), at(0, 2.0)])
    assert between(connection, "t1", NOON, NOON + HOUR) == (at(0, 2.0),)
    append(connection, [at(0, 3.0)])
    assert told(connection) == [(NOON, 3.0, 3.0, 3.0, 1)]


@pytest.mark.parametrize("seed", range(5))
def test_minutes_are_those_of_a_count_by_hand(connection, seed):
    chance = random.Random(seed)
    all_of_them = []
    for _ in range(6):
        part = [at(chance.randrange(-300, 300), chance.uniform(-50, 50)) for _ in range(chance.randrange(40))]
        append(connection, part)
        all_of_them += part
    assert told(connection) == plain(all_of_them)


def test_a_late_reading_that_left_its_minute_alone_would_be_seen(connection, monkeypatch):
    append(connection, [at(0, 1.0)])
    idle = sa.text("DELETE FROM readings WHERE sensor = :sensor AND at < :begins AND at > :ends AND at = :minute")
    monkeypatch.setattr("services.store.readings._ROLLING", idle)
    append(connection, [at(10, 5.0)])
    assert told(connection) != plain([at(0, 1.0), at(10, 5.0)])


def test_the_newest_is_by_the_devices_clock(connection):
    append(connection, [at(60, 5.0), at(9, 8.0, "t2")])
    append(connection, [at(30, 4.0)])
    assert latest(connection, ["t1", "t2", "t3"]) == {"t1": at(60, 5.0), "t2": at(9, 8.0, "t2")}


def test_a_moment_is_kept_to_the_millisecond(connection):
    one = Reading("t1", NOON + timedelta(milliseconds=1234), 0.1)
    append(connection, [one])
    assert latest(connection, ["t1"]) == {"t1": one}


def test_raw_readings_go_before_their_minutes(connection):
    append(connection, [at(0, 1.0), at(3600 * 24 * 20, 2.0)])
    assert let_go(connection, NOON + KEEP_RAW + HOUR) == 1
    assert [one.value for one in between(connection, "t1", NOON, NOON + KEEP_RAW)] == [2.0]
    assert told(connection) == [(NOON, 1.0, 1.0, 1.0, 1)]
    assert let_go(connection, NOON + timedelta(days=4 * 365)) == 3


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_no_reading(value):
    assert refused(Reading, "t1", NOON, value) == "reading_wrong"
