"""How the conditions of a rule went over a stretch of time, about one thing: what each said when, and beneath it the
values that it heard. Why it fired, and why it did not, can both be read from it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from services.core.rule_document import Rule
from services.rules.back_test import Past, all_said
from services.rules.events import At, Event
from services.rules.joined import Firing
from services.rules.running import Place, ready
from services.rules.said import Said

MOST_VALUES = 400


@dataclass(frozen=True)
class LeafTrace:
    """One condition: all that it said, from the last before the stretch on; the values of its sensor, thinned to their
    extremes."""

    said: tuple[Said, ...]
    values: tuple[tuple[At, float], ...] = ()

    def at(self, moment: At) -> Said | None:
        """What it said last, up to a moment."""
        return next((one for one in reversed(self.said) if one.at <= moment), None)


@dataclass(frozen=True)
class Trace:
    """All conditions, from left to right."""

    key: str
    begins: At
    ends: At
    leaves: tuple[LeafTrace, ...]

    def firing(self, moment: At) -> Firing:
        """How things stood at a moment, to be told as a sentence."""
        return Firing(moment, self.key, "fired", tuple(one.at(moment) for one in self.leaves))


def traced(rule: Rule, events: Sequence[Event], place: Place, key: str, begins: At, ends: At) -> Trace:
    """The trace about one thing, by what people call it. Events in any order; earlier ones tell how things stood."""
    past, found = Past(events, ends), []
    for leaf in ready(rule, place):
        said = [one for one in all_said(leaf, past, begins) if not leaf.many or one.key == key]
        before = [one for one in said if one.at <= begins][-1:]
        values = [one for one in past.series(leaf.fixed) if begins <= one[0]]
        found.append(LeafTrace((*before, *(one for one in said if one.at > begins)), thinned(values)))
    return Trace(key, begins, ends, tuple(found))


def thinned(values: Sequence[tuple[At, float]], most: int = MOST_VALUES) -> tuple[tuple[At, float], ...]:
    """The lowest and the highest of each of so many parts."""
    if len(values) <= most:
        return tuple(values)
    size = -(-2 * len(values) // most)
    parts = [values[at : at + size] for at in range(0, len(values), size)]
    return tuple(
        one
        for part in parts
        for one in sorted({min(part, key=lambda each: each[1]), max(part, key=lambda each: each[1])})
    )


def trace_json(trace: Trace) -> dict[str, Any]:
    """A trace as JSON."""
    return asdict(trace)


def trace_from(values: Mapping[str, Any]) -> Trace:
    """And back."""
    leaves = tuple(
        LeafTrace(tuple(Said(**one) for one in leaf["said"]), tuple((at, value) for at, value in leaf["values"]))
        for leaf in values["leaves"]
    )
    return Trace(values["key"], values["begins"], values["ends"], leaves)
