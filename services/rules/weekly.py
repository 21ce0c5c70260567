"""The mean of an hour against that of the same hour a week before."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from services.core.rule_courses import Week
from services.rules.events import SECOND, At, Reading
from services.rules.said import Heard, Hears, Said, State, Truth

HOUR_MS = 3_600_000
WEEK = 7 * 24  # hours
HALF = HOUR_MS // 2  # an hour of which less was heard is not known


class Hour(NamedTuple):
    """One hour by its number: the sum of its readings, how many, and how much of it they cover, in ms."""

    number: int
    total: float = 0.0
    heard: int = 0
    covered: int = 0

    @property
    def mean(self) -> float | None:
        """None where too little was heard."""
        return self.total / self.heard if self.heard and self.covered >= HALF else None


class Hours168(NamedTuple):
    """The last reading's moment, what was said, the hour that runs, and the means of the hours of a week."""

    last: At | None = None
    truth: Truth = None
    now: Hour | None = None
    means: tuple[tuple[int, float], ...] = ()


class WeekRun:
    """One sensor. Hours begin with those of the plant's clock."""

    hears: Hears = (Reading,)
    lag_ms = 0
    past_ms = (WEEK + 1) * HOUR_MS
    many, about = False, "sensor"

    def __init__(self, condition: Week, max_gap_ms: int, zone: ZoneInfo) -> None:
        self.fixed, self.max_gap_ms = condition.sensor, max_gap_ms
        self.sign = 1.0 if condition.change == "more" else -1.0
        self.part = condition.percent / 100
        offset = datetime(2026, 1, 1, tzinfo=UTC).astimezone(zone).utcoffset()
        self.shift_ms = round(offset.total_seconds() * SECOND) % HOUR_MS if offset else 0

    def subject(self, event: Reading) -> str | None:
        """The sensor, if it is this one."""
        return self.fixed if event.sensor == self.fixed else None

    def begin(self, subject: str, at: At) -> State:
        """No hour is known."""
        return Hours168()

    def remembered(self, readings: Iterable[Reading]) -> State:
        """What is known after readings in order of time; what follows from them has not been said yet."""
        state: State = Hours168()
        for one in readings:
            state, _ = self.until(self.fixed, state, one.at)
            state, _ = self.hear(self.fixed, state, one)
        return Hours168(*state)._replace(truth=None)

    def due(self, state: State) -> At | None:
        """At the end of the hour that runs; of silence it is said once that nothing is known."""
        known = Hours168(*state)
        hour = Hour(*known.now) if known.now else None
        return None if hour is None or (known.truth is None and not hour.heard) else self._ends(hour)

    def until(self, subject: str, state: State, now: At) -> Heard:
        """Every hour that has ended."""
        known, said = Hours168(*state), list[Said]()
        while (ends := self.due(known)) is not None and ends <= now:
            ended, more = self._ended(subject, known, ends)
            known, said = Hours168(*ended), [*said, *more]
        return known, said

    def hear(self, subject: str, state: State, event: Any) -> Heard:
        """One reading of the hour that runs."""
        known, number = Hours168(*state), (event.at + self.shift_ms) // HOUR_MS
        hour = Hour(*known.now) if known.now and known.now[0] == number else Hour(number)
        before = known.last if known.last is not None else event.at
        begun = max(before, number * HOUR_MS - self.shift_ms)
        covered = event.at - begun if event.at - before <= self.max_gap_ms else 0
        hour = Hour(number, hour.total + event.value, hour.heard + 1, hour.covered + covered)
        return known._replace(last=event.at, now=hour), []

    def _ends(self, hour: Hour) -> At:
        return (hour.number + 1) * HOUR_MS - self.shift_ms

    def _ended(self, subject: str, known: Hours168, ends: At) -> Heard:
        assert known.now is not None
        hour = Hour(*known.now)
        before, mean = dict(known.means).get(hour.number - WEEK), hour.mean
        truth: Truth = None
        if before is not None and mean is not None:
            truth = self.sign * (mean - before) > self.part * abs(before)
        means = [one for one in known.means if one[0] > hour.number - WEEK]
        if mean is not None:
            means.append((hour.number, mean))
        after = Hours168(known.last, truth, Hour(hour.number + 1), tuple(means))
        facts = {"mean": mean, "before": before} if truth is not None else {}
        return after, [Said(ends, subject, truth, facts)] if truth is not known.truth else []
