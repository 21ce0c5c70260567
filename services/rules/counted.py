"""Something that happens again and again at one place within some time."""

from typing import Any, NamedTuple

from services.core.rule_happenings import Count
from services.core.rule_slots import family_of
from services.rules.events import SECOND, At, Reading
from services.rules.happenings import Seen, made_with, mark, no_miss
from services.rules.said import Heard, Said, State, Truth


class Happened(NamedTuple):
    """What happened lately as (moment, mark), whether the value is beyond the bound, and what was said, from when;
    `made` are the inspections that were made last."""

    times: tuple[tuple[At, str], ...] = ()
    over: bool = False
    truth: Truth = None
    since: At = 0
    made: tuple[str, ...] = ()


class CountRun:
    """Each zone or line by itself, or the one that is named."""

    lag_ms = past_ms = 0

    def __init__(self, condition: Count, zones: frozenset[str] | None) -> None:
        self.seen = Seen(condition.of, condition, zones)
        self.hears, self.fixed = self.seen.hears, self.seen.fixed
        self.many = not self.fixed
        self.about: str = family_of(condition.of)
        self.n, self.within_ms = condition.n, round(condition.within_s * SECOND)

    def subject(self, event: Any) -> str | None:
        """The place."""
        return self.seen.place(event)

    def begin(self, subject: str, at: At) -> State:
        """Nothing has happened."""
        return Happened(since=at)

    def due(self, state: State) -> At | None:
        """When the oldest of the last `n` counts no more; at once, to say that nothing has happened."""
        now = Happened(*state)
        if now.truth is None:
            return now.since
        return now.times[-self.n][0] + self.within_ms if now.truth else None

    def until(self, subject: str, state: State, now: At) -> Heard:
        """Fewer lie in the window from the moment at which one is as old as the window is long."""
        known, due = Happened(*state), self.due(state)
        if due is None or due >= now:
            return state, []
        return known._replace(truth=False), [Said(due, subject, False, {"count": self._within(known.times, due)})]

    def hear(self, subject: str, state: State, event: Any) -> Heard:
        """It happened, or a later word says that it did not."""
        known, here = Happened(*state), self.seen.is_it(event)
        if no_miss(event, known.made):
            return known, []
        again = isinstance(event, Reading) and known.over
        times = [one for one in known.times if one[1] != mark(event)]
        if here and not again:
            times.append((event.at, mark(event)))
        times = sorted(one for one in times if one[0] > event.at - self.within_ms)
        count = len(times)
        truth = count >= self.n
        said = []
        if truth is not known.truth:
            said = [Said(event.at, subject, truth, {"count": count, "times": [one for one, _ in times[-self.n :]]})]
        return Happened(tuple(times), here, truth, known.since, made_with(known.made, event)), said

    def _within(self, times: tuple[tuple[At, str], ...], at: At) -> int:
        return sum(one > at - self.within_ms for one, _ in times)
