"""A value that changes by much within a short time."""

from typing import Any, NamedTuple

from services.core.rule_courses import Pace
from services.rules.events import SECOND, At, Reading
from services.rules.said import Heard, Hears, Said, State, Truth


class Course(NamedTuple):
    """The last reading's moment, what was said, and the readings of the window that may still be the lowest: each is
    lower than all after it."""

    last: At | None = None
    truth: Truth = None
    lows: tuple[tuple[At, float], ...] = ()


class PaceRun:
    """One sensor. What falls is what rises with its sign turned."""

    hears: Hears = (Reading,)
    lag_ms = past_ms = 0
    many, about = False, "sensor"

    def __init__(self, condition: Pace, max_gap_ms: int) -> None:
        self.fixed, self.max_gap_ms = condition.sensor, max_gap_ms
        self.sign = 1.0 if condition.change == "rises" else -1.0
        self.by, self.within_ms = condition.by, round(condition.within_s * SECOND)

    def subject(self, event: Reading) -> str | None:
        """The sensor, if it is this one."""
        return self.fixed if event.sensor == self.fixed else None

    def begin(self, subject: str, at: At) -> State:
        """Nothing is known."""
        return Course()

    def due(self, state: State) -> At | None:
        """After the gap that is allowed, something is no longer known."""
        known = Course(*state)
        return None if known.truth is None or known.last is None else known.last + self.max_gap_ms

    def until(self, subject: str, state: State, now: At) -> Heard:
        """What lies before a gap that is too long is compared with nothing after it."""
        known = Course(*state)
        if known.truth is None or known.last is None or now - known.last <= self.max_gap_ms:
            return state, []
        return Course(known.last), [Said(known.last + self.max_gap_ms, subject, None, {"since": known.last})]

    def hear(self, subject: str, state: State, event: Any) -> Heard:
        """One reading against the lowest of the window."""
        known, value = Course(*state), self.sign * event.value
        lows = [one for one in known.lows if one[0] >= event.at - self.within_ms and one[1] < value]
        since, low = lows[0] if lows else (event.at, value)
        truth = value - low > self.by
        after = Course(event.at, truth, (*lows, (event.at, value)))
        if truth is known.truth:
            return after, []
        return after, [Said(event.at, subject, truth, {"value": event.value, "low": self.sign * low, "since": since})]
