"""The time of day and of the week."""

from typing import Any
from zoneinfo import ZoneInfo

from services.core.rule_conditions import Between
from services.rules.clock import Hours
from services.rules.events import At
from services.rules.said import Heard, Hears, Said, State


class BetweenRun:
    """The plant's clock. A state is the next moment to look at it, and what was said."""

    hears: Hears = ()
    lag_ms = 0
    fixed = "clock"
    many = False

    def __init__(self, condition: Between, zone: ZoneInfo) -> None:
        self.hours = Hours(condition.begins, condition.ends, zone, condition.days)

    def subject(self, event: Any) -> str | None:
        """It hears nothing."""
        return None

    def begin(self, subject: str, at: At) -> State:
        """It is looked at when the rule begins."""
        return at, None

    def due(self, state: State) -> At | None:
        """At the next edge."""
        return int(state[0])

    def until(self, subject: str, state: State, now: At) -> Heard:
        """Every edge up to now."""
        edge, truth = state
        said = []
        while edge <= now:
            holds = self.hours.holds(edge)
            if holds is not truth:
                said.append(Said(edge, subject, holds, {}))
            truth, edge = holds, self.hours.next_edge(edge)
        return (edge, truth), said

    def hear(self, subject: str, state: State, event: Any) -> Heard:
        """Nothing."""
        return state, []
