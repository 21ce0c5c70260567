"""Where a sensor's values are going, and whether that is worth saying: each forecast is judged when its time has come,
and as long as they were no better than 'it stays as it is' or 'it is about its mean', nothing is said."""

from math import ceil
from typing import Any, NamedTuple

from services.core.rule_courses import Trend
from services.core.trend import CLEAR, LEAST_POINTS, line_of
from services.rules.events import SECOND, At, Reading
from services.rules.said import Heard, Hears, Said, State, Truth

SLICES = 60  # a window's readings are thinned to about so many
JUDGED = 20  # forecasts that are remembered
LEAST_JUDGED = 5
BETTER = 0.75  # of what guessing is off: by luck alone a few forecasts are better too
WITHIN = 0.8  # the interval is as wide as so many of the forecasts were off


Errors = tuple[tuple[float, float, float], ...]


class Going(NamedTuple):
    """The last reading's moment, what was said, the points of the window, the forecast that is open as (its time, the
    line's value, the value that it had, the mean), and by how much the judged ones were off, in this order."""

    last: At | None = None
    truth: Truth = None
    points: tuple[tuple[At, float], ...] = ()
    open: tuple[At, float, float, float] | None = None
    errors: Errors = ()


class TrendRun:
    """One sensor and a bound."""

    hears: Hears = (Reading,)
    lag_ms = past_ms = 0
    many, about = False, "sensor"

    def __init__(self, condition: Trend, max_gap_ms: int) -> None:
        self.fixed, self.max_gap_ms = condition.sensor, max_gap_ms
        bound = condition.above if condition.above is not None else condition.below
        assert bound is not None
        self.sign = 1.0 if condition.above is not None else -1.0
        self.bound = self.sign * bound
        self.ahead_ms, self.over_ms = round(condition.ahead_s * SECOND), round(condition.over_s * SECOND)
        self.horizon_ms = min(self.ahead_ms, self.over_ms)

    def subject(self, event: Reading) -> str | None:
        """The sensor, if it is this one."""
        return self.fixed if event.sensor == self.fixed else None

    def begin(self, subject: str, at: At) -> State:
        """Nothing is known, and no forecast was ever made."""
        return Going()

    def due(self, state: State) -> At | None:
        """After the gap that is allowed, something is no longer known."""
        known = Going(*state)
        return known.last + self.max_gap_ms if known.points and known.last is not None else None

    def until(self, subject: str, state: State, now: At) -> Heard:
        """Over a gap nothing is reckoned; how good the forecasts were is remembered."""
        known = Going(*state)
        if not known.points or known.last is None or now - known.last <= self.max_gap_ms:
            return state, []
        said = [] if known.truth is None else [Said(known.last + self.max_gap_ms, subject, None, {"since": known.last})]
        return Going(known.last, errors=known.errors), said

    def hear(self, subject: str, state: State, event: Any) -> Heard:
        """One reading: it judges the open forecast, and moves the line."""
        known, at, value = Going(*state), event.at, self.sign * event.value
        errors, open_ = known.errors, known.open
        if open_ is not None and at >= open_[0]:
            line, stays, mean = (abs(value - one) for one in open_[1:])
            errors, open_ = (*errors, (line, stays, mean))[-JUDGED:], None
        within = [one for one in known.points if one[0] >= at - self.over_ms]
        slope, level, clear = self._line([*within, (at, value)], at)
        if open_ is None and slope is not None:
            mean = sum(one for _, one in within) / len(within)
            open_ = (at + self.horizon_ms, level + slope * self.horizon_ms, value, mean)
        truth = self._truth(value, slope, level, errors, clear=clear)
        if not within or at - within[-1][0] >= self.over_ms / SLICES:
            within.append((at, value))
        after = Going(at, truth, tuple(within), open_, errors)
        if truth is known.truth:
            return after, []
        return after, [Said(at, subject, truth, {"value": event.value, **self._facts(at, value, slope, level, errors)})]

    def _line(self, points: list[tuple[At, float]], at: At) -> tuple[float | None, float, bool]:
        """What the points go by a millisecond, where they are now, and whether they go more than they scatter; no pace
        where they are too few, or cover less than half of the window."""
        if len(points) < LEAST_POINTS or at - points[0][0] < self.over_ms / 2:
            return None, 0.0, False
        slope, level, scatter = line_of([one - at for one, _ in points], [value for _, value in points])
        return slope, level, abs(slope) * (at - points[0][0]) > CLEAR * scatter

    def _truth(self, value: float, slope: float | None, level: float, errors: Errors, *, clear: bool) -> Truth:
        if value > self.bound:
            return True
        if slope is None or len(errors) < LEAST_JUDGED:
            return None
        line, stays, mean = map(sum, zip(*errors, strict=True))
        if line >= BETTER * min(stays, mean):
            return None
        return clear and slope > 0 and self.bound - level <= slope * self.ahead_ms

    def _facts(self, at: At, value: float, slope: float | None, level: float, errors: Errors) -> dict[str, Any]:
        """When the bound is reached, from when until when by how far forecasts were off, and how far that was."""
        if value > self.bound:
            return {"reached": True}
        if slope is None or slope <= 0 or not errors:
            return {}
        off = sorted(one[0] for one in errors)
        wide = off[ceil(WITHIN * len(off)) - 1]
        moments = [at + max(0, round((self.bound + by - level) / slope)) for by in (0.0, -wide, wide)]
        means = [sum(one[which] for one in errors) / len(errors) for which in (0, 1)]
        return {"reach": moments, "judged": len(errors), "off": means[0], "stays": means[1]}
