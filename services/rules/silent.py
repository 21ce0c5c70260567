"""A sensor that does not report."""

from typing import Any

from services.core.rule_conditions import Silent
from services.rules.events import SECOND, At, CameBack, Reading, WentAway
from services.rules.said import Heard, Hears, Said, State, Truth


class SilentRun:
    """One sensor's silence. The state is the last reading, or the moment when the rule began or somebody listened
    again, what was said, and whether nobody listens: then nothing is known of it."""

    hears: Hears = (Reading, WentAway, CameBack)
    lag_ms = past_ms = 0
    many, about = False, "sensor"

    def __init__(self, condition: Silent) -> None:
        self.fixed = condition.sensor
        self.for_ms = round(condition.for_s * SECOND)

    def subject(self, event: Any) -> str | None:
        """The sensor, if it is this one; that nobody listens is about every one."""
        return self.fixed if not isinstance(event, Reading) or event.sensor == self.fixed else None

    def begin(self, subject: str, at: At) -> State:
        """Its silence is counted from here on."""
        return at, None, False

    def due(self, state: State) -> At | None:
        """When its silence becomes too long."""
        since, truth, away = state
        return None if truth or away else since + self.for_ms

    def until(self, subject: str, state: State, now: At) -> Heard:
        """Equal is allowed; longer is silence, from the moment at which it was allowed no more."""
        since, truth, away = state
        if truth or away or now - since <= self.for_ms:
            return state, []
        return (since, True, False), [Said(since + self.for_ms, subject, True, {"since": since})]

    def hear(self, subject: str, state: State, event: Any) -> Heard:
        """A reading, whatever its value; or that nobody listens, or somebody again."""
        since, _, away = state
        truth: Truth = state[1]
        if isinstance(event, WentAway):
            said = [] if truth is None else [Said(event.at, subject, None, {"since": since})]
            return (since, None, True), said
        if isinstance(event, CameBack):
            return (event.at, None, False), []
        if away:
            return (event.at, None, True), []
        said = [] if truth is False else [Said(event.at, subject, False, {"value": event.value})]
        return (event.at, False, False), said
