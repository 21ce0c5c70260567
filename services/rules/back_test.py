"""A rule over a stretch of the past: what it would have said, and when."""

from collections.abc import Iterable, Sequence
from functools import cached_property
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


class Past:
    """Events in any order, up to a moment. All of them are put in order only where a condition asks for that."""

    def __init__(self, events: Sequence[Event], ends: At) -> None:
        self.events, self.ends = events, ends

    @cached_property
    def ordered(self) -> list[Event]:
        """All of them, in order of time."""
        return in_order([one for one in self.events if one.at <= self.ends])

    def since(self, begins: At) -> At:
        """The moment of the first, where it is earlier."""
        return min(begins, self.ordered[0].at) if self.ordered else begins

    def series(self, sensor: str) -> Iterable[tuple[At, float]]:
        """A sensor's readings in order of time, each moment once: the last that was given wins. Months of readings of
        one sensor mostly come in order already, and are taken as they are."""
        events = self.events
        if not set(map(type, events)) <= {Reading} or {one.sensor for one in events} != {sensor}:  # type: ignore[union-attr]
            events = [one for one in events if type(one) is Reading and one.sensor == sensor]
        moments, values = [one.at for one in events], [one.value for one in events]  # type: ignore[union-attr]
        once = len(set(moments)) == len(moments)
        if once and moments == sorted(moments) and moments[-1:] <= [self.ends]:
            return zip(moments, values, strict=True)
        newest = dict(zip(moments, values, strict=True))
        return [(at, newest[at]) for at in sorted(newest) if at <= self.ends]


def back_test(rule: Rule, events: Sequence[Event], place: Place, begins: At, ends: At) -> list[Firing]:
    """What the rule would have said from `begins` to `ends`, in order of time. Events in any order; earlier ones tell
    how things stood at the beginning."""
    past, leaves = Past(events, ends), ready(rule, place)
    said = [
        (one.at, which, turn, one)
        for which, leaf in enumerate(leaves)
        for turn, one in enumerate(all_said(leaf, past, begins))
    ]
    joined = Joined(rule.when, leaves)
    firings = joined.hear((at, which, one_said) for at, which, _, one_said in sorted(said, key=first_three))
    return [one for one in firings if one.at >= begins]


def first_three(said: tuple[At, int, int, Said]) -> tuple[At, int, int]:
    """When it was said, by which condition, and in which turn."""
    return said[:3]


def all_said(leaf: Running, past: Past, begins: At) -> list[Said]:
    """Everything that a condition says about events, by itself."""
    if isinstance(leaf, SustainedRun):
        state, said = leaf.hear_all(leaf.fixed, leaf.begin(leaf.fixed, begins), past.series(leaf.fixed))
        return said + leaf.until(leaf.fixed, state, past.ends)[1]
    begins = past.since(begins)
    states: dict[str, State] = {leaf.fixed: leaf.begin(leaf.fixed, begins)} if leaf.fixed else {}
    found: list[Said] = []
    for event in past.ordered:
        subject = leaf.subject(event) if isinstance(event, leaf.hears) else None
        if subject is not None:
            state = states.get(subject) or leaf.begin(subject, event.at)
            state, by_time = leaf.until(subject, state, event.at)
            states[subject], heard = leaf.hear(subject, state, event)
            found += by_time + heard
    for subject, state in states.items():
        found += leaf.until(subject, state, past.ends)[1]
    return found
