"""What happened when, for the marks of the time slider."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Literal

from services.core.hazards import Hazard
from services.core.record import KINDS
from services.store.queries.status import OPEN
from services.store.timeline import Timeline

What = Literal["reported", "overdue", "closed"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment in which a hazard came, ran over its time, or went, and the zone it is in."""

    at: datetime
    what: What
    zone: str


def marks(timeline: Timeline, now: datetime) -> tuple[Mark, ...]:
    """All of them up to now, the earliest first. Reads every state of every hazard: for a task."""
    found: list[Mark] = []
    for _, states in groupby(timeline.states("hazard"), key=lambda one: one[0]["id"]):
        found += _of_one(timeline, now, states)
    return tuple(sorted(found, key=lambda mark: (mark.at, mark.what, mark.zone)))


def _of_one(timeline: Timeline, now: datetime, states: Iterator[tuple[dict[str, Any], int, int]]) -> Iterator[Mark]:
    was_open = False
    for values, since, until in states:
        if values["state"] in OPEN:
            if not was_open and since:
                yield Mark(timeline.moment(since), "reported", values["zone"])
            yield from _overdue(timeline, now, KINDS["hazard"].read(values), since, until)
        elif was_open:
            yield Mark(timeline.moment(since), "closed", values["zone"])
        was_open = values["state"] in OPEN


def _overdue(timeline: Timeline, now: datetime, hazard: Hazard, since: int, until: int) -> Iterator[Mark]:
    clock = hazard.review_due_at or hazard.due_at
    ends = min(now, timeline.moment(until)) if timeline.ended(until) else now
    if clock is not None and timeline.moment(since) <= clock < ends and hazard.overdue(ends):
        yield Mark(clock, "overdue", hazard.zone)
