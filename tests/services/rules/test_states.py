"""How things stand: zones by colour, equipment by state, lines that run; by examples, and against the words."""

from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.core.rule_document import rule_from
from services.rules.back_test import back_test
from services.rules.events import Became, Event, StopBegan, StopEnded
from services.rules.live import Live
from services.rules.running import Place
from tests.services.rules.plainly_more import lasting

MINUTE = 60_000
PLACE = Place(
    ZoneInfo("Asia/Shanghai"), lambda _: 60.0, zones_of=lambda each: frozenset({"喷涂区"} if each == "A" else ())
)
RED = {"kind": "zone_is", "for_s": 600}


def run(when: dict[str, Any], events: Sequence[Event], ends: int) -> list[tuple[int, str, str]]:
    rule = rule_from({"format": 1, "name": "a rule", "when": when})
    found = back_test(rule, events, PLACE, 0, ends * MINUTE)
    return [(one.at // MINUTE, one.key, one.event) for one in found if one.event != "unknown"]


def zone(minute: int, state: str, name: str = "冲压区") -> Became:
    return Became(minute * MINUTE, "zone", name, state)


def machine(minute: int, state: str, name: str = "C-01", sort: str = "press") -> Became:
    return Became(minute * MINUTE, "equipment", name, state, sort)


def test_a_zone_that_is_red_for_ten_minutes() -> None:
    events = [zone(0, "normal"), zone(5, "overdue"), zone(20, "pending"), zone(30, "overdue"), zone(39, "normal")]
    assert run(RED, events, 60) == [(15, "冲压区", "fired"), (20, "冲压区", "cleared")]
    assert run({**RED, "for_s": 540}, events, 60)[2:] == [(39, "冲压区", "fired"), (39, "冲压区", "cleared")]


def test_only_zones_of_a_class_or_the_one_that_is_named() -> None:
    events = [zone(0, "overdue", name) for name in ("冲压区", "喷涂区")]
    assert run({**RED, "zone_class": "A"}, events, 60) == [(10, "喷涂区", "fired")]
    assert run({**RED, "zone": "冲压区"}, events, 60) == [(10, "冲压区", "fired")]


def test_of_a_zone_that_is_gone_nothing_is_known_not_even_that_it_is_not_red() -> None:
    not_red = {"not": {"kind": "zone_is"}}
    assert run(not_red, [zone(0, "overdue"), zone(5, "")], 60) == []
    assert run(not_red, [zone(0, "overdue"), zone(5, "normal")], 60) == [(5, "冲压区", "fired")]


def test_equipment_is_in_several_states_at_once() -> None:
    events = [machine(0, "in_use"), machine(5, "in_use stopped check_overdue"), machine(9, "out_of_use")]
    spoken = {state: run({"kind": "equipment_is", "state": state}, events, 60)
              for state in ("in_use", "stopped", "check_overdue", "out_of_use")}  # fmt: skip
    assert spoken["in_use"] == [(0, "C-01", "fired"), (9, "C-01", "cleared")]
    assert spoken["stopped"] == spoken["check_overdue"] == [(5, "C-01", "fired"), (9, "C-01", "cleared")]
    assert spoken["out_of_use"] == [(9, "C-01", "fired")]


def test_equipment_of_a_type_or_one() -> None:
    events = [machine(0, "in_use stopped"), machine(0, "in_use stopped", "D-01", "saw")]
    stands: dict[str, Any] = {"kind": "equipment_is"}
    assert {key for _, key, _ in run({**stands, "type": "saw"}, events, 1)} == {"D-01"}
    assert {key for _, key, _ in run({**stands, "equipment": "C-01"}, events, 1)} == {"C-01"}


def test_a_line_runs_when_the_last_of_its_stops_has_ended() -> None:
    began: list[Event] = [StopBegan(0, "S1", "L1"), StopBegan(2 * MINUTE, "S2", "L1")]
    events = [*began, StopEnded(5 * MINUTE, "S1", "L1"), StopEnded(9 * MINUTE, "S2", "L1")]
    assert run({"kind": "line_runs", "for_s": 300}, events, 60) == [(14, "L1", "fired")]
    assert run({"not": {"kind": "line_runs"}}, [], 60) == [], "of a line that never stopped nobody has spoken"


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.integers(0, 60), st.sampled_from(["overdue", "normal", "pending", ""])), st.integers(0, 12))
def test_what_lasts_is_what_the_words_say(told: dict[int, str], long: int) -> None:
    series: list[tuple[int, bool | None]] = [
        (minute, state == "overdue" if state else None) for minute, state in sorted(told.items())
    ]
    found = run({**RED, "for_s": long * 60}, [zone(*one) for one in told.items()], 80)
    assert [(at, event) for at, _, event in found] == lasting(series, long, 80)


@pytest.mark.parametrize("known", [True, False])
def test_what_is_said_otherwise_later_is_unsaid(known: bool) -> None:
    """The MES says that a stop went on after all, before or after time has gone on."""
    rule = rule_from({"format": 1, "name": "a rule", "when": {"kind": "stopped", "for_s": 600, "line": "L1"}})
    live, ended = Live(rule, PLACE, 0), StopEnded(5 * MINUTE, "S1", "L1")
    assert live.take([StopBegan(0, "S1", "L1"), ended], 6 * MINUTE) == []
    if known:
        live.take([], 11 * MINUTE)
    (news,) = [one for one in live.take([], 12 * MINUTE, [ended]) if one.firing.event == "fired"]
    assert news.firing.at == 10 * MINUTE
