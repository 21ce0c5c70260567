"""Live and back-tested, in order or late, the same events say the same."""

import json
import random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.core.refused import Refused
from services.core.rule_document import rule_from
from services.rules.back_test import back_test
from services.rules.checkpoint import brought_back, kept
from services.rules.events import (
    Became,
    CameBack,
    Event,
    HazardMoved,
    Inspected,
    Outcome,
    Reading,
    Step,
    StopBegan,
    StopEnded,
    Swipe,
    WentAway,
)
from services.rules.live import Live
from services.rules.running import Place

SECOND, MINUTE, HOUR, DAY = 1000, 60_000, 3_600_000, 86_400_000
STEPS: tuple[Step, ...] = ("reported", "fixed", "closed", "returned")
OUTCOMES: tuple[Outcome, ...] = ("missed", "missed", "done", "excused")
PLACE = Place(ZoneInfo("Asia/Shanghai"), lambda sensor: 60.0, shift={"S": ("08:02", "08:15")}.get)
WAIT = 2 * MINUTE
T1 = {"kind": "sustained", "sensor": "T1", "above": 80, "for_s": 60, "clear_below": 76, "max_gap_s": 45}
T2 = {"kind": "sustained", "sensor": "T2", "below": 74}
RULES = {
    "sustained": T1,
    "silent": {"kind": "silent", "sensor": "T1", "for_s": 50},
    "and": {"all": [T1, {"not": T2}]},
    "or with silence": {"any": [{"kind": "silent", "sensor": "T2", "for_s": 40}, {"all": [T1, T2]}]},
    "by night": {"all": [T2, {"kind": "between", "begins": "08:05", "ends": "08:20"}]},
    "missed": {"kind": "missed", "n": 2},
    "open": {"kind": "open", "for_s": 300},
    "open or hot": {"any": [{"kind": "open", "for_s": 300}, T1]},
    "open while a line stands": {
        "all": [{"kind": "open", "for_s": 120}, {"kind": "stopped", "for_s": 60, "line": "L1"}]
    },
    "stopped": {"kind": "stopped", "for_s": 90},
    "count": {"kind": "count", "of": "hazard_reported", "n": 2, "within_s": 200},
    "misses": {"kind": "count", "of": "inspection_missed", "n": 2, "within_s": 36_000},
    "over and over": {"kind": "count", "of": "went_over", "sensor": "T1", "bound": 80, "n": 3, "within_s": 400},
    "sequence": {"kind": "sequence", "first": "stop_began", "then": "stop_ended", "within_s": 90},
    "missed, then": {
        "kind": "sequence",
        "first": "inspection_missed",
        "then": "hazard_reported",
        "within_s": 7200,
        "zone": "Z1",
    },
    "two places": {
        "kind": "sequence",
        "first": "went_over",
        "then": "inspection_done",
        "within_s": 120,
        "sensor": "T1",
        "bound": 80,
        "zone": "Z1",
    },
    "pace": {"kind": "pace", "sensor": "T1", "by": 5, "within_s": 90, "max_gap_s": 60},
    "trend": {"kind": "trend", "sensor": "T1", "above": 85, "ahead_s": 60, "over_s": 300, "max_gap_s": 120},
    "week": {"all": [{"kind": "week", "sensor": "T1", "max_gap_s": 120}, T2]},
    "day": {"any": [{"kind": "day"}, {"all": [T1, {"not": {"kind": "shift", "shift": "S"}}]}]},
    "red": {"kind": "zone_is", "for_s": 90},
    "hot while a machine is in use": {"all": [T1, {"kind": "equipment_is", "state": "in_use", "equipment": "E1"}]},
    "a machine stands": {"kind": "equipment_is", "for_s": 45},
    "a line runs": {"all": [{"kind": "line_runs", "for_s": 60}, {"not": {"kind": "stopped", "for_s": 0}}]},
    "alone": {"kind": "alone", "zone": "Z1", "times": 2, "days": 0.02, "begins": "08:03", "ends": "08:25"},
}


def event_at(second, what, number, value):
    at = second * SECOND
    if what in ("T1", "T2"):
        return Reading(at, what, float(value))
    if what == "away":
        return WentAway(at) if value % 2 else CameBack(at)
    if what == "swipe":
        return Swipe(at, f"Z{number % 2 + 1}", f"P{value % 3}", value % 2 == 0)
    if what == "stop":
        name = f"S{number % 3}"
        return StopBegan(at, name, f"L{number % 2 + 1}") if value % 2 else StopEnded(at, name, f"L{number % 2 + 1}")
    if what == "state" and number % 2:
        return Became(at, "zone", f"Z{number % 3}", ("overdue", "normal", "overdue", "")[value % 4])
    if what == "state":
        return Became(at, "equipment", f"E{number % 3}", ("in_use", "in_use stopped", "out_of_use")[value % 3], "press")
    if what == "hazard":
        return HazardMoved(at, f"h{number % 3}", f"YH-{number % 3}", "Z1", STEPS[value % 4])
    outcome: Outcome = OUTCOMES[value % 4]
    return Inspected(at, f"i{number}", f"Z{number % 2}", "Z1", at - 10 * SECOND, outcome)


HOW_MANY = 60
moments = st.lists(st.integers(0, 1500), min_size=1, max_size=HOW_MANY, unique=True)
kinds = st.lists(
    st.tuples(
        st.sampled_from(("T1", "T2", "T1", "swipe", "stop", "hazard", "inspection", "away", "state")),
        st.integers(0, 9),
        st.integers(70, 90),
    ),
    min_size=HOW_MANY,
    max_size=HOW_MANY,
)


def stream(moments, kinds, seed):
    """(arrival, event): each comes late by less than the wait, in the order in which they arrive."""
    chance = random.Random(seed)
    events = [event_at(second, *kind) for second, kind in zip(moments, kinds, strict=False)]
    return sorted(
        ((one.at + chance.randrange(0, WAIT - 1), one) for one in events), key=lambda one: (one[0], one[1].at)
    )


def lived(when, arrivals, ends, killed_at=frozenset()):
    """What is left standing of what a live rule has said, that was killed before some of the arrivals."""
    rule = rule_from({"format": 1, "name": "a rule", "when": when})
    live = Live(rule, PLACE, 0, WAIT)
    standing: list[tuple[int, str, str]] = []
    for turn, (at, event) in enumerate(arrivals):
        if turn in killed_at:
            live = brought_back(json.loads(json.dumps(kept(live))), rule, PLACE, WAIT)
        tell(standing, live.take([event], at))
    tell(standing, live.take([], ends + WAIT))
    return sorted(one for one in standing if one[0] <= ends)


def tell(standing, news):
    for one in news:
        mark = (one.firing.at, one.firing.key, one.firing.event)
        if one.withdrawn:
            standing.remove(mark)
        else:
            assert mark not in standing
            standing.append(mark)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(RULES)), moments, kinds, st.integers(0, 2**16))
def test_late_and_live_is_as_back_tested(name, moments, kinds, seed):
    arrivals = stream(moments, kinds, seed)
    ends = max(event.at for _, event in arrivals) + 10 * MINUTE
    rule = rule_from({"format": 1, "name": "a rule", "when": RULES[name]})
    tested = back_test(rule, [event for _, event in arrivals], PLACE, 0, ends)
    assert lived(RULES[name], arrivals, ends) == sorted((one.at, one.key, one.event) for one in tested)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(RULES)), moments, kinds, st.integers(0, 2**16), st.sets(st.integers(0, HOW_MANY)))
def test_killed_at_any_point_it_goes_on_as_if_it_had_not_been(name, moments, kinds, seed, killed_at):
    arrivals = stream(moments, kinds, seed)
    ends = max(event.at for _, event in arrivals) + 10 * MINUTE
    assert lived(RULES[name], arrivals, ends, killed_at) == lived(RULES[name], arrivals, ends)


def test_killed_before_it_was_asked_anything_it_says_what_it_would_have_said():
    arrivals: list[tuple[int, Event]] = [(0, Reading(0, "T1", 70.0))]
    assert lived(RULES["day"], arrivals, 10 * MINUTE, {0}) == lived(RULES["day"], arrivals, 10 * MINUTE)


def test_a_checkpoint_of_another_rule_is_refused():
    rules = [rule_from({"format": 1, "name": "a rule", "when": RULES[name]}) for name in ("missed", "open")]
    with pytest.raises(Refused, match="checkpoint_of_another"):
        brought_back(kept(Live(rules[0], PLACE, 0)), rules[1], PLACE, WAIT)


def said_of(name, *steps):
    """What a rule says when it is told these events at these times, as (event, at, withdrawn)."""
    live = Live(rule_from({"format": 1, "name": "a rule", "when": RULES[name]}), PLACE, 0, WAIT)
    return [
        (news.firing.event, news.firing.at, news.withdrawn) for now, events in steps for news in live.take(events, now)
    ]


def nothing(begins: int, ends: int, every: int) -> list[tuple[int, list[Event]]]:
    """Looks at which nothing has come."""
    return [(at, []) for at in range(begins, ends, every)]


def check(n, at, outcome):
    return Inspected(at, f"I{n}", "P", "Z1", n * HOUR, outcome)


def test_an_upload_of_the_next_day_withdraws_what_rested_on_the_miss():
    missed = [(n * HOUR, [check(n, n * HOUR, "missed")]) for n in (1, 2)]
    waiting = nothing(2 * HOUR, 20 * HOUR, 10 * MINUTE)
    found = said_of("missed", *missed, *waiting, (20 * HOUR, [check(2, 2 * HOUR - MINUTE, "done")]))
    assert found == [("fired", 2 * HOUR, False), ("fired", 2 * HOUR, True)]


def test_an_upload_of_the_next_day_is_no_miss_that_counts():
    missed = [(n * HOUR, [check(n, n * HOUR, "missed")]) for n in (1, 2)]
    found = said_of("misses", *missed, (20 * HOUR, [check(2, 2 * HOUR - MINUTE, "done")]))
    fired = [(at, withdrawn) for event, at, withdrawn in found if event == "fired"]
    assert fired == [(2 * HOUR, False), (2 * HOUR, True)]


def test_an_upload_of_the_next_day_is_no_miss_that_anything_has_to_follow():
    missed = (HOUR, [check(1, HOUR, "missed")])
    made = (20 * HOUR, [check(1, HOUR - MINUTE, "done")])
    found = said_of("missed, then", missed, (4 * HOUR, []), made, (24 * HOUR, []))
    assert [one for one in found if one[0] == "fired"] == [("fired", 3 * HOUR, False), ("fired", 3 * HOUR, True)]


def test_one_of_days_later_ends_it():
    missed = [(n * HOUR, [check(n, n * HOUR, "missed")]) for n in (1, 2)]
    waiting = nothing(2 * HOUR, 60 * HOUR, HOUR)
    found = said_of("missed", *missed, *waiting, (60 * HOUR, [check(2, 2 * HOUR - MINUTE, "done")]))
    assert [(event, withdrawn) for event, _, withdrawn in found] == [("fired", False), ("cleared", False)]
    assert found[1][1] > 2 * HOUR


@pytest.mark.parametrize("name", ["open", "open or hot"])
def test_a_hazard_that_a_phone_could_not_send_for_hours_is_heard_of(name):
    """Also where the rule hears sensors, and does not wait so long."""
    reported = HazardMoved(HOUR, "h", "YH-1", "Z1", "reported")
    quiet = nothing(0, 6 * HOUR, MINUTE)
    after = nothing(6 * HOUR + MINUTE, 7 * HOUR, MINUTE)
    found = said_of(name, *quiet, (6 * HOUR, [reported]), *after)
    assert [event for event, _, _ in found] == ["fired"]
    assert (found[0][1] == HOUR + 300 * SECOND) == (name == "open")
