"""A value beyond a bound for so long. The exact reading of every word stands in docs/rules.md."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from services.core.rule_conditions import Sustained
from services.rules.events import SECOND, At, Reading
from services.rules.said import Heard, Hears, Said, State, Truth

NEVER = -(2**62)


class Level(NamedTuple):
    """The state of one sensor: the last reading, where its run over the bound and its run in the clear began (NEVER:
    in none), whether it has fired and not cleared since, and what was said last."""

    last: At = NEVER
    run: At = NEVER
    clear: At = NEVER
    fired: bool = False
    truth: Truth = None


class SustainedRun:
    """One sensor's bound. `max_gap_ms` is the longest gap after which readings still go together."""

    hears: Hears = (Reading,)
    lag_ms = past_ms = 0
    many, about = False, "sensor"

    def __init__(self, condition: Sustained, max_gap_ms: int) -> None:
        self.fixed = condition.sensor
        self.sign = 1.0 if condition.above is not None else -1.0
        bound = condition.above if condition.above is not None else condition.below
        clear = condition.clear_below if condition.above is not None else condition.clear_above
        assert bound is not None
        self.bound = self.sign * bound
        self.clear = None if clear is None else self.sign * clear
        self.for_ms, self.clear_for_ms = round(condition.for_s * SECOND), round(condition.clear_for_s * SECOND)
        self.max_gap_ms = max_gap_ms

    def subject(self, event: Reading) -> str | None:
        """The sensor, if it is this one."""
        return self.fixed if event.sensor == self.fixed else None

    def begin(self, subject: str, at: At) -> State:
        """Nothing is known."""
        return Level()

    def due(self, state: State) -> At | None:
        """After the gap that is allowed, something is no longer known."""
        _, _, _, _, truth = state
        return None if truth is None else int(state[0]) + self.max_gap_ms

    def until(self, subject: str, state: State, now: At) -> Heard:
        """A gap longer than allowed makes it unknown, and ends both runs; what has fired has not cleared."""
        last, _, _, fired, truth = state
        if truth is None or now - last <= self.max_gap_ms:
            return state, []
        silent = Said(last + self.max_gap_ms, subject, None, {"since": last})
        return Level(last, NEVER, NEVER, fired, None), [silent]

    def hear(self, subject: str, state: State, event: Any) -> Heard:
        """One reading."""
        return self.hear_all(subject, state, ((event.at, event.value),))

    def hear_all(self, subject: str, state: State, readings: Iterable[tuple[At, float]]) -> Heard:
        """Readings in order of time, each moment once. Months of them go through this loop."""
        said: list[Said] = []
        last, run, clear, fired, truth = Level(*state)
        sign, bound, calm, gap, for_ms = self.sign, self.bound, self.clear, self.max_gap_ms, self.for_ms
        for at, value in readings:
            if truth is not None and at - last <= gap:  # nothing to say of nearly all of them
                over = sign * value
                if fired:
                    if over > bound if calm is None else over >= calm:
                        last, clear = at, NEVER
                        continue
                elif over <= bound:
                    last, run = at, NEVER
                    continue
                else:
                    run = at if run == NEVER else run
                    if at - run < for_ms:
                        last = at
                        continue
            level, more = self._one(subject, Level(last, run, clear, fired, truth), at, value)
            said += more
            last, run, clear, fired, truth = level
        return Level(last, run, clear, fired, truth), said

    def _one(self, subject: str, level: Level, at: At, value: float) -> tuple[Level, list[Said]]:
        """One reading, in whatever state."""
        state, said = self.until(subject, level, at)
        level = Level(*state)._replace(last=at)
        after, facts = (self._fired if level.fired else self._calm)(level, at, self.sign * value)
        if after.truth is not level.truth:
            said = [*said, Said(at, subject, after.truth, {"value": value, **facts})]
        return after, said

    def _calm(self, level: Level, at: At, over: float) -> tuple[Level, dict[str, Any]]:
        """It has not fired: a run over the bound goes on, begins or ends."""
        if over <= self.bound:
            return level._replace(run=NEVER, truth=False), {}
        run = at if level.run == NEVER else level.run
        if at - run < self.for_ms:
            return level._replace(run=run, truth=False), {}
        return Level(at, fired=True, truth=True), {"since": run}

    def _fired(self, level: Level, at: At, over: float) -> tuple[Level, dict[str, Any]]:
        """It has fired: it holds until it has been in the clear for long enough."""
        if not (over <= self.bound if self.clear is None else over < self.clear):
            return level._replace(clear=NEVER, truth=True), {"still": True}
        clear = at if level.clear == NEVER else level.clear
        if at - clear < self.clear_for_ms:
            return level._replace(clear=clear, truth=True), {"still": True}
        return Level(at, truth=False), {"since": clear}
