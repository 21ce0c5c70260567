"""A line that stands for long, by the stop records of the MES."""

from typing import Any

from services.core.rule_conditions import Stopped
from services.rules.events import SECOND, At, StopBegan, StopEnded
from services.rules.said import Heard, Hears, Said, State


class StoppedRun:
    """The stops of every line, or of one. A state is the stop that holds the line, since when, and what was said."""

    hears: Hears = (StopBegan, StopEnded)
    lag_ms = past_ms = 0
    about = "line"

    def __init__(self, condition: Stopped) -> None:
        self.fixed = condition.line or ""
        self.many = condition.line is None
        self.for_ms, self.planned = round(condition.for_s * SECOND), condition.planned

    def subject(self, event: Any) -> str | None:
        """The line; of several stops at once the first holds it."""
        if self.fixed not in ("", event.line) or (isinstance(event, StopBegan) and event.planned and not self.planned):
            return None
        return str(event.line)

    def begin(self, subject: str, at: At) -> State:
        """It runs."""
        return "", at, None

    def due(self, state: State) -> At | None:
        """When it will have stood long enough."""
        stop, since, truth = state
        return since + self.for_ms if stop and not truth else None

    def until(self, subject: str, state: State, now: At) -> Heard:
        """Equal is enough."""
        stop, since, truth = state
        if not stop or truth or now - since < self.for_ms:
            return state, []
        said = Said(since + self.for_ms, subject, True, {"since": since, "stop": stop})
        return (stop, since, True), [said]

    def hear(self, subject: str, state: State, event: Any) -> Heard:
        """A stop begins, or ends: that in force only."""
        stop, since, truth = state
        if isinstance(event, StopBegan):
            if stop:
                return state, []
            said = [] if truth is False else [Said(event.at, subject, False, {})]
            return (event.stop, event.at, False), said
        if event.stop != stop:
            return state, []
        said = [Said(event.at, subject, False, {"since": since, "stop": stop})] if truth else []
        return ("", event.at, False), said
