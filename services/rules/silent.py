"""A sensor that does not report."""

from typing import Any

from services.core.rule_conditions import Silent
from services.rules.events import SECOND, At, Reading
from services.rules.said import Heard, Hears, Said, State, Truth


class SilentRun:
    """One sensor's silence. The state is the last reading, or the moment when the rule began, and what was said."""

    hears: Hears = (Reading,)
    lag_ms = past_ms = 0
    many, about = False, "sensor"

    def __init__(self, condition: Silent) -> None:
        self.fixed = condition.sensor
        self.for_ms = round(condition.for_s * SECOND)

    def subject(self, event: Reading) -> str | None:
        """The sensor, if it is this one."""
        return self.fixed if event.sensor == self.fixed else None

    def begin(self, subject: str, at: At) -> State:
        """Its silence is counted from here on."""
        return at, None

    def due(self, state: State) -> At | None:
        """When its silence becomes too long."""
        since, truth = state
        return None if truth else since + self.for_ms

    def until(self, subject: str, state: State, now: At) -> Heard:
        """Equal is allowed; longer is silence, from the moment at which it was allowed no more."""
        since, truth = state
        if truth or now - since <= self.for_ms:
            return state, []
        return (since, True), [Said(since + self.for_ms, subject, True, {"since": since})]

    def hear(self, subject: str, state: State, event: Any) -> Heard:
        """A reading, whatever its value."""
        truth: Truth = state[1]
        said = [] if truth is False else [Said(event.at, subject, False, {"value": event.value})]
        return (event.at, False), said
