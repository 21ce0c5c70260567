"""Who has had the ball, from the report to the second review: the legs of a hazard's way, and their widths."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.core.hazards import State
from services.store.queries.hazards import HazardRow

LEAST = {"wait": 8.0, "fix": 96.0, "first": 164.0, "second": 164.0, "left": 110.0, "over": 8.0, "next": 150.0}
AHEAD = ("left", "next")
MOST_LEFT = 0.3


@dataclass(frozen=True)
class Leg:
    """`kind`: wait (for somebody to take it on), fix, first, second (reviews), left (what the clock still gives),
    over (past the clock), next (the review to come). `now` where the ball is at this moment."""

    kind: str
    start: datetime
    end: datetime
    now: bool = False

    @property
    def span(self) -> timedelta:
        """How long."""
        return self.end - self.start


def legs_of(row: HazardRow, now: datetime) -> tuple[Leg, ...]:
    """The legs in order, without gaps."""
    hazard = row.hazard
    end = hazard.closed_at or now
    apart = hazard.accepted_at is not None and hazard.accepted_at != hazard.fixed_at
    waited = ("wait", hazard.reported_at) if apart or not hazard.fixed_at else ("fix", hazard.reported_at)
    marks = [waited, ("fix", hazard.accepted_at if apart else None)]
    marks += [("first", hazard.fixed_at), ("second", hazard.first_at)]
    begun = [(kind, at) for kind, at in marks if at is not None and at <= end]
    if begun[-1][0] == "first" and hazard.state in (State.FIXING, State.ASSIGNED):
        begun = begun[:-1]  # returned: the ball is back with the fixer
    legs: list[Leg] = []
    for place, (kind, start) in enumerate(begun):
        last = place == len(begun) - 1
        until = end if last else begun[place + 1][1]
        legs += _running(kind, start, until, row) if last and hazard.open else [Leg(kind, start, until)]
    if hazard.open and begun[-1][0] == "first":
        legs.append(Leg("next", legs[-1].end, legs[-1].end))
    return tuple(leg for leg in legs if leg.span or leg.kind in ("next",) or leg.now)


def _running(kind: str, start: datetime, now: datetime, row: HazardRow) -> list[Leg]:
    """The leg of this moment, cut at its clock: what is left, or what is over."""
    due = row.clock
    if due is None:
        return [Leg(kind, start, now, now=True)]
    if due <= now:
        cut = max(start, due)
        return [Leg(kind, start, cut, now=True), Leg("over", cut, now)]
    return [Leg(kind, start, now, now=True), Leg("left", now, due)]


def widths(legs: Sequence[Leg], whole: float) -> list[float]:
    """Widths by time that fill `whole`, none too narrow to be read; what the clock still gives never outweighs what
    has been."""
    least = [LEAST[leg.kind] for leg in legs]
    spent = sum(leg.span.total_seconds() for leg in legs if leg.kind not in AHEAD)
    spans = [leg.span.total_seconds() if leg.kind not in AHEAD else 0.0 for leg in legs]
    for place, leg in enumerate(legs):
        if leg.kind == "left":
            spans[place] = min(leg.span.total_seconds(), spent * MOST_LEFT)
    fixed: set[int] = set()
    while True:
        room = whole - sum(least[place] for place in fixed)
        total = sum(span for place, span in enumerate(spans) if place not in fixed)
        found = [
            least[place] if place in fixed else (room * span / total if total else room / (len(legs) - len(fixed)))
            for place, span in enumerate(spans)
        ]
        narrow = {place for place, width in enumerate(found) if place not in fixed and width < least[place]}
        if not narrow or len(fixed | narrow) == len(legs):
            return found
        fixed |= narrow
