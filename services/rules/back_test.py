"""A rule over a stretch of the past: what it would have said, and when."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from services.core.rule_document import Rule
from services.rules.events import At, Event, Reading
from services.rules.joined import Firing, Joined
from services.rules.running import Place, ready
from services.rules.said import Running, Said, State
from services.rules.sustained import SustainedRun


def in_order(events: Sequence[Event]) -> list[Event]:
    """By time; of two readings of a sensor at the same moment the last that was given wins. What else falls on one
    moment is in an order that does not depend on how it came."""
    readings = {(one.sensor, one.at): one for one in events if type(one) is Reading}
    others = [one for one in events if type(one) is not Reading]
    if others:
        return sorted([*readings.values(), *others], key=order)
    return sorted(readings.values(), key=attrgetter("at", "sensor"))


def order(event: Event) -> tuple[Any, ...]:
    """What an event is sorted by. Of readings there are many, and at one moment one of a sensor."""
    return event.at, type(event).__name__, event.sensor if type(event) is Reading else repr(event)


def back_test(rule: Rule, events: Sequence[Event], place: Place, begins: At, ends: At) -> list[Firing]:
    """What the rule would have said from `begins` to `ends`, in order of time. Events in any order; earlier ones tell
    how things stood at the beginning."""
    ordered = in_order([one for one in events if one.at <= ends])
    since = min(begins, ordered[0].at) if ordered else begins
    leaves = ready(rule, place)
    said = [
        (one.at, which, turn, one)
        for which, leaf in enumerate(leaves)
        for turn, one in enumerate(all_said(leaf, ordered, since, ends))
    ]
    joined = Joined(rule.when, leaves)
    firings = joined.hear((at, which, one_said) for at, which, _, one_said in sorted(said, key=first_three))
    return [one for one in firings if one.at >= begins]


def first_three(said: tuple[At, int, int, Said]) -> tuple[At, int, int]:
    """When it was said, by which condition, and in which turn."""
    return said[:3]


def all_said(leaf: Running, events: Sequence[Event], begins: At, ends: At) -> list[Said]:
    """Everything that a condition says about events in order of time, by itself."""
    if isinstance(leaf, SustainedRun):
        name = leaf.fixed
        series = [(one.at, one.value) for one in events if type(one) is Reading and one.sensor == name]
        state, said = leaf.hear_all(leaf.fixed, leaf.begin(leaf.fixed, begins), series)
        return said + leaf.until(leaf.fixed, state, ends)[1]
    states: dict[str, State] = {leaf.fixed: leaf.begin(leaf.fixed, begins)} if leaf.fixed else {}
    found: list[Said] = []
    for event in events:
        subject = leaf.subject(event) if isinstance(event, leaf.hears) else None
        if subject is not None:
            state = states.get(subject) or leaf.begin(subject, event.at)
            state, by_time = leaf.until(subject, state, event.at)
            states[subject], heard = leaf.hear(subject, state, event)
            found += by_time + heard
    for subject, state in states.items():
        found += leaf.until(subject, state, ends)[1]
    return found
