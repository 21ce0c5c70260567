"""How machines stand by what their controls say; what is not said is no stop."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.core.machines import Item, Machine, Said, follow

DAY = datetime(2026, 3, 2, tzinfo=UTC)


def said(minute: int, value: str, item: Item = "execution", id_: str = "", sequence: int | None = None) -> Said:
    at = DAY + timedelta(minutes=minute)
    return Said("M", item, id_ or item, value, at, minute if sequence is None else sequence)


def stops(*words: Said) -> list[tuple[int, int | None, bool]]:
    machines: dict[str, Machine] = {}
    last: dict[str, tuple[int, int | None, bool]] = {}
    for one in words:  # one at a time, as they come
        machines, told = follow(machines, [one])
        for each in told:
            ended = int((each.ended - DAY).total_seconds() // 60) if each.ended else None
            last[each.id] = (int((each.began - DAY).total_seconds() // 60), ended, each.planned)
    return list(last.values())


@pytest.mark.parametrize("value", ["INTERRUPTED", "FEED_HOLD", "STOPPED"])
def test_a_program_that_is_held_is_a_stop_until_it_runs_or_waits(value):
    assert stops(said(0, "ACTIVE"), said(5, value), said(9, "ACTIVE")) == [(5, 9, False)]
    assert stops(said(0, "ACTIVE"), said(5, value), said(9, "READY")) == [(5, 9, False)]
    assert stops(said(0, "ACTIVE"), said(5, value)) == [(5, None, False)]


def test_what_its_program_says_is_planned_and_waiting_for_work_is_no_stop():
    assert stops(said(0, "ACTIVE"), said(5, "OPTIONAL_STOP"), said(9, "ACTIVE")) == [(5, 9, True)]
    assert stops(said(0, "ACTIVE"), said(5, "PROGRAM_COMPLETED"), said(6, "READY"), said(7, "WAIT")) == []


def test_an_emergency_stop_stops_everything_and_makes_a_planned_stop_none():
    words = [said(0, "ACTIVE"), said(1, "ARMED", "emergency_stop"), said(5, "PROGRAM_STOPPED")]
    words += [said(7, "TRIGGERED", "emergency_stop"), said(8, "INTERRUPTED"), said(20, "ARMED", "emergency_stop")]
    words += [said(21, "ACTIVE")]
    assert stops(*words) == [(5, 7, True), (7, 21, False)]


def test_unavailable_is_unknown_and_neither_begins_nor_ends_a_stop():
    assert stops(said(0, "ACTIVE"), said(5, "UNAVAILABLE"), said(9, "ACTIVE")) == []
    assert stops(said(0, "STOPPED"), said(5, "UNAVAILABLE"), said(9, "ACTIVE")) == [(0, 9, False)]
    assert stops(said(0, "STOPPED"), said(5, "UNAVAILABLE", "availability"), said(9, "ACTIVE")) == [(0, None, False)]


def test_one_of_several_paths_that_runs_runs_the_machine():
    words = [said(0, "ACTIVE", id_="p1"), said(1, "ACTIVE", id_="p2"), said(5, "STOPPED", id_="p1")]
    assert stops(*words) == []
    assert stops(*words, said(7, "FEED_HOLD", id_="p2")) == [(7, None, False)]


def test_told_again_after_a_restart_it_is_the_same_stop():
    machines, told = follow({}, [said(0, "AVAILABLE", "availability"), said(5, "STOPPED")])
    again, more = follow({"M": Machine.of_json(machines["M"].as_json())}, [said(5, "STOPPED", sequence=1)])
    assert more == []
    assert again == machines
    assert follow({}, [said(5, "STOPPED", sequence=1)])[1][0].id == told[0].id


VALUES = ("ACTIVE", "READY", "STOPPED", "FEED_HOLD", "OPTIONAL_STOP", "UNAVAILABLE", "NONSENSE")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(VALUES), st.integers(0, 5)), max_size=25), st.integers(0, 25))
def test_however_it_is_parted_the_same_stops_come_of_it(values, cut):
    words, minute = [], 0
    for number, (value, more) in enumerate(values):
        minute += more
        words.append(said(minute, value, sequence=number))
    whole, every = follow({}, words)
    half, first = follow({}, words[:cut])
    parted, second = follow(half, words[cut:])
    assert parted == whole
    final = {one.id: one for one in (*first, *second)}
    for one in every:
        assert final[one.id] == one
    for one in final.values():
        assert one.ended is None or one.ended >= one.began
    assert sum(one.ended is None for one in every) <= 1
