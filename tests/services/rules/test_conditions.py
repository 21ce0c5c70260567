"""The other conditions, each by its examples; documents in and out."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from services import words
from services.core.moments import milliseconds
from services.core.refused import Refused
from services.core.rule_conditions import LEAVES
from services.core.rule_document import rule_from, rule_json, rule_schema
from services.rules.back_test import back_test
from services.rules.events import HazardMoved, Inspected, Reading, StopBegan, StopEnded, Swipe
from services.rules.running import Place
from services.rules.sentence import Speaker

ZONE = ZoneInfo("Asia/Shanghai")
PLACE = Place(ZONE, lambda sensor: 60.0)
LONG_AGO = milliseconds(datetime(2026, 3, 1, tzinfo=ZONE))
MINUTE, HOUR = 60_000, 3_600_000


def at(day, clock):
    hour, minute = map(int, clock.split(":"))
    return milliseconds(datetime(2026, 3, day, hour, minute, tzinfo=ZONE))


def rule(when):
    return rule_from({"format": 1, "name": "a rule", "when": when})


def run(when, events, ends=None):
    last = max((one.at for one in events), default=LONG_AGO)
    found = back_test(rule(when), events, PLACE, LONG_AGO, last if ends is None else ends)
    return [(one.at, one.key, one.event) for one in found]


SILENT = {"kind": "silent", "sensor": "T1", "for_s": 180}


def test_silence_begins_when_it_is_longer_than_allowed_and_ends_with_a_reading():
    readings = [Reading(at(2, clock), "T1", 20.0) for clock in ("08:00", "08:03", "08:07")]
    began = [Reading(LONG_AGO + minute * 3 * MINUTE, "T1", 20.0) for minute in range(32 * 20)]
    assert run(SILENT, began + readings) == [(at(2, "08:06"), "T1", "fired"), (at(2, "08:07"), "T1", "cleared")]


def test_a_sensor_that_never_spoke_is_silent():
    assert run(SILENT, [], LONG_AGO + 4 * MINUTE) == [(LONG_AGO + 3 * MINUTE, "T1", "fired")]
    assert run(SILENT, [], LONG_AGO + 3 * MINUTE) == []


def inspections(*outcomes, place="冲压区 · 班检"):
    return [
        Inspected(at(2 + day, "09:00"), f"i{day}", place, "冲压区", at(2 + day, "08:30"), outcome)
        for day, outcome in enumerate(outcomes)
    ]


MISSED = {"kind": "missed", "n": 2}


def test_two_missed_in_a_row():
    assert run(MISSED, inspections("missed", "missed", "missed", "done")) == [
        (at(3, "09:00"), "冲压区 · 班检", "fired"),
        (at(5, "09:00"), "冲压区 · 班检", "cleared"),
    ]


@pytest.mark.parametrize("between", ["done", "late"])
def test_one_that_was_made_breaks_the_row(between):
    assert run(MISSED, inspections("missed", between, "missed")) == []


def test_an_excused_one_does_neither_count_nor_break():
    found = run(MISSED, inspections("missed", "excused", "missed"))
    assert found == [(at(4, "09:00"), "冲压区 · 班检", "fired")]


def test_places_are_counted_each_by_itself():
    here, there = inspections("missed", "done"), inspections("done", "missed", place="喷涂区 · 班检")
    assert run(MISSED, here + there) == []


def test_what_arrives_late_ends_the_row():
    late = Inspected(at(4, "10:00"), "i0", "冲压区 · 班检", "冲压区", at(2, "08:30"), "done")
    late_too = Inspected(at(4, "11:00"), "i1", "冲压区 · 班检", "冲压区", at(3, "08:30"), "done")
    found = run(MISSED, [*inspections("missed", "missed"), late_too])
    assert found[-1] == (at(4, "11:00"), "冲压区 · 班检", "cleared")
    assert run(MISSED, [*inspections("missed", "missed", "missed"), late])[-1][2] == "fired"


OPEN = {"kind": "open", "for_s": 86_400}


def hazard(step, day, clock, name="YH-1"):
    return HazardMoved(at(day, clock), name, name, "冲压区", step)


def test_a_hazard_open_for_a_day_fires_until_it_is_closed():
    events = [hazard("reported", 2, "08:00"), hazard("fixed", 2, "12:00"), hazard("closed", 3, "09:00")]
    assert run(OPEN, events) == [(at(3, "08:00"), "YH-1", "fired"), (at(3, "09:00"), "YH-1", "cleared")]
    assert run({**OPEN, "until": "fixed"}, events) == []


def test_closed_after_exactly_a_day_is_in_time():
    assert run(OPEN, [hazard("reported", 2, "08:00"), hazard("closed", 3, "08:00")]) == []


def test_sent_back_after_its_time_it_is_open_too_long_at_once():
    fixed = {**OPEN, "until": "fixed"}
    events = [hazard("reported", 2, "08:00"), hazard("fixed", 2, "12:00"), hazard("returned", 4, "08:00")]
    assert run(fixed, events) == [(at(4, "08:00"), "YH-1", "fired")]


def test_another_zone_is_not_meant():
    assert run({**OPEN, "zone": "喷涂区"}, [hazard("reported", 2, "08:00")], at(5, "08:00")) == []


STOPPED = {"kind": "stopped", "for_s": 1800}


def stop(begins, ends=None, name="S1", line="L1", planned=False):
    ended = [StopEnded(at(2, ends), name, line)] if ends else []
    return [StopBegan(at(2, begins), name, line, planned), *ended]


def test_a_line_that_stands_for_half_an_hour():
    assert run(STOPPED, stop("08:00", "08:30")) == [
        (at(2, "08:30"), "L1", "fired"),
        (at(2, "08:30"), "L1", "cleared"),
    ]
    assert run(STOPPED, stop("08:00", "08:29")) == []


def test_a_stop_without_an_end_goes_on():
    assert run(STOPPED, stop("08:00"), at(2, "09:00")) == [(at(2, "08:30"), "L1", "fired")]


def test_planned_stops_may_be_left_out():
    assert run({**STOPPED, "planned": False}, stop("08:00", "09:00", planned=True)) == []
    assert run({**STOPPED, "line": "L2"}, stop("08:00", "09:00")) == []


ALONE = {"kind": "alone", "zone": "配电房", "times": 2, "days": 7}


def visit(person, day, begins, ends, zone="配电房"):
    return [Swipe(at(day, begins), zone, person, True), Swipe(at(day, ends), zone, person, False)]


def test_alone_in_the_switch_room_for_the_second_night():
    events = [*visit("王", 2, "23:00", "23:30"), *visit("王", 4, "01:00", "01:10")]
    assert run(ALONE, events) == [(at(4, "01:00"), "配电房/王", "fired")]


def test_by_day_it_does_not_count():
    events = [*visit("王", 2, "23:00", "23:30"), *visit("王", 4, "10:00", "11:00")]
    assert run(ALONE, events) == []


def test_two_together_are_not_alone_until_one_leaves():
    pair = [*visit("王", 2, "23:00", "23:30"), *visit("李", 2, "23:00", "23:20")]
    again = [*visit("王", 3, "23:00", "23:30"), *visit("李", 3, "23:00", "23:30")]
    assert run({**ALONE, "times": 1}, pair) == [(at(2, "23:20"), "配电房/王", "fired")]
    assert run({**ALONE, "times": 1}, again) == []


def test_who_stays_into_the_night_is_alone_from_then_on():
    assert run({**ALONE, "times": 1}, visit("王", 2, "20:00", "23:00")) == [(at(2, "22:00"), "配电房/王", "fired")]


def test_nights_that_lie_too_far_apart_do_not_add_up():
    events = [*visit("王", 2, "23:00", "23:30"), *visit("王", 9, "23:01", "23:30")]
    assert run(ALONE, events) == []


def test_who_goes_in_elsewhere_has_left():
    events = [Swipe(at(2, "23:00"), "配电房", "王", True), Swipe(at(2, "23:05"), "空压站", "王", True)]
    events += visit("李", 2, "23:10", "23:20")
    assert run({**ALONE, "times": 1}, events) == [
        (at(2, "23:00"), "配电房/王", "fired"),
        (at(2, "23:10"), "配电房/李", "fired"),
    ]


def test_all_any_not_over_three_truths():
    hot = {"kind": "sustained", "sensor": "T1", "above": 80}
    quiet = {"kind": "silent", "sensor": "T2", "for_s": 60}
    events = [Reading(LONG_AGO, "T2", 1.0), Reading(LONG_AGO + 1, "T1", 90.0)]
    ends = LONG_AGO + 2 * MINUTE
    both = run({"all": [hot, quiet]}, [*events, Reading(LONG_AGO + 59_000, "T1", 90.0), Reading(ends, "T1", 90.0)])
    assert both[0] == (LONG_AGO + MINUTE, "T1", "fired")
    assert run({"any": [hot, quiet]}, events)[0] == (LONG_AGO + 1, "T1", "fired")
    assert run({"all": [hot, {"not": quiet}]}, events)[0] == (LONG_AGO + 1, "T1", "fired")


def test_conditions_about_different_things_are_refused():
    with pytest.raises(Refused, match="rule_subjects_mixed"):
        run({"all": [OPEN, MISSED]}, [])


WHENS = [SILENT, MISSED, OPEN, STOPPED, ALONE, {"all": [SILENT, {"not": {"any": [OPEN, SILENT]}}]},
         {"kind": "count", "of": "hazard_reported", "n": 2, "within_s": 60.0, "zone_class": "A"},
         {"kind": "sequence", "first": "went_over", "then": "stop_began", "within_s": 60.0, "sensor": "T1",
          "bound": 8.0, "line": "L1"},
         {"kind": "pace", "sensor": "T1", "by": 5.0, "within_s": 60.0},
         {"kind": "trend", "sensor": "T1", "below": 5.0},
         {"kind": "week", "sensor": "T1", "change": "less"}, {"kind": "shift", "shift": "早班"}, {"kind": "day"},
         {"kind": "between", "begins": "08:00", "ends": "17:00", "days": [1, 2]},
         {"kind": "sustained", "sensor": "T1", "above": 80.0, "for_s": 900.0}]  # fmt: skip


@pytest.mark.parametrize("when", WHENS)
def test_a_document_comes_back_as_it_was(when):
    then = [{"do": "alert", "to": ["supervisor"], "cc": ["ehs_manager"]}, {"do": "pause", "line": "L1"}]
    document = {"format": 1, "name": "a rule", "when": when, "then": then}
    once = rule_json(rule_from(document))
    assert rule_from(json.loads(json.dumps(once))) == rule_from(document)


def test_every_condition_is_in_the_schema():
    kinds = {one["properties"]["kind"]["const"] for one in rule_schema()["$defs"]["condition"]["oneOf"][3:]}
    assert kinds == set(LEAVES)


@pytest.mark.parametrize(
    "when",
    [
        None,
        [],
        {},
        {"kind": "nothing"},
        {"all": []},
        {"all": [SILENT], "any": [SILENT]},
        {"not": [SILENT]},
        {**SILENT, "more": 1},
        {"kind": "silent", "sensor": "", "for_s": 1},
        {"kind": "silent", "sensor": "T1", "for_s": -1},
    ],
)
def test_what_is_no_condition_is_refused(when):
    with pytest.raises(Refused):
        rule(when)


def test_a_condition_that_is_too_deep_is_refused():
    when = SILENT
    for _ in range(10):
        when = {"not": when}
    with pytest.raises(Refused, match="rule_wrong"):
        rule(when)


def test_a_pause_names_its_line():
    with pytest.raises(Refused, match="rule_wrong"):
        rule_from({"format": 1, "name": "a rule", "when": SILENT, "then": [{"do": "pause"}, {"do": "alert"}]})
    with pytest.raises(Refused, match="rule_pause_untold"):
        rule_from({"format": 1, "name": "a rule", "when": SILENT, "then": [{"do": "pause", "line": "L1"}]})


@pytest.mark.parametrize("when", WHENS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_condition_is_a_sentence_without_an_empty_place(when, lang):
    said = Speaker(lambda key, /, **facts: words.say(key, lang, **facts), ZONE).rule(rule(when))
    assert len(said) > 10
    assert "{" not in said
    assert "rule." not in said
