"""The trace of a rule's conditions, and trials as spells: what was so when, of what was heard; as JSON and back."""

import json
from zoneinfo import ZoneInfo

from services.core.rule_document import rule_from
from services.rules.back_test import back_test
from services.rules.events import HazardMoved, Reading
from services.rules.running import Place
from services.rules.spells import Trial, spells_of, trial_from, trial_json
from services.rules.trace import thinned, trace_from, trace_json, traced

PLACE = Place(ZoneInfo("Asia/Shanghai"), lambda _: 600.0)
MINUTE = 60_000
HOT = {"kind": "sustained", "sensor": "T", "above": 80, "for_s": 900}


def rule(when):
    return rule_from({"format": 1, "name": "甲", "when": when, "then": [{"do": "alert", "to": ["supervisor"]}]})


def warm():
    """Hot from minute 10 to 40, then not."""
    return [Reading(at * MINUTE, "T", 90.0 if 10 <= at <= 40 else 70.0) for at in range(0, 61, 5)]


def test_a_trace_says_what_each_condition_said_and_what_it_heard():
    both = rule({"all": [HOT, {"not": {"kind": "silent", "sensor": "T", "for_s": 1200}}]})
    trace = traced(both, warm(), PLACE, "T", 20 * MINUTE, 60 * MINUTE)
    hot, silent = trace.leaves
    assert [(one.at // MINUTE, one.truth) for one in hot.said] == [(0, False), (25, True), (45, False)]
    assert [value for _, value in hot.values] == [90.0] * 5 + [70.0] * 4
    assert [one.truth for one in silent.said] == [False]
    why = trace.firing(30 * MINUTE).why
    assert [one.truth for one in why if one] == [True, False]
    not_yet = trace.firing(22 * MINUTE).why[0]
    assert not_yet is not None
    assert not_yet.truth is False
    assert trace_from(json.loads(json.dumps(trace_json(trace)))) == trace


def test_a_trace_is_about_one_of_many():
    moved = [HazardMoved(0, "a", "YH-1", "区", "reported"), HazardMoved(30 * MINUTE, "b", "YH-2", "区", "reported")]
    trace = traced(rule({"kind": "open", "for_s": 3600}), moved, PLACE, "YH-2", 0, 200 * MINUTE)
    assert [(one.at // MINUTE, one.key, one.truth) for one in trace.leaves[0].said] == [
        (30, "YH-2", False),
        (90, "YH-2", True),
    ]


def test_thinned_values_keep_their_extremes():
    values = [(at, 1000.0 if at == 777 else -5.0 if at == 333 else float(at % 7)) for at in range(5000)]
    few = thinned(values, 100)
    assert len(few) <= 100
    assert {(777, 1000.0), (333, -5.0)} <= set(few)
    assert list(few) == sorted(few)


def test_firings_become_spells_and_are_compared():
    firings = back_test(rule(HOT), warm(), PLACE, 0, 60 * MINUTE)
    (spell,) = spells_of(firings)
    assert (spell.key, spell.at, spell.until) == ("T", 25 * MINUTE, 45 * MINUTE)
    sooner = spells_of(back_test(rule({**HOT, "for_s": 300}), warm(), PLACE, 0, 30 * MINUTE))
    assert [(one.at, one.until) for one in sooner] == [(15 * MINUTE, None)]
    trial = Trial(sooner, (spell,), coarse=True, deaf=("Swipe",))
    assert (trial.fresh, trial.gone) == (sooner, (spell,))
    assert trial_from(json.loads(json.dumps(trial_json(trial)))) == trial
    assert Trial((spell,), (spell,)).fresh == ()
