"""Conditions that only the clock decides: the time of day and of the week, shifts, and the calendar."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from services.core.moments import milliseconds, moment_of
from services.rules.events import At
from services.rules.said import Heard, Hears, Said, State, Truth


class Edges(Protocol):
    """Something that holds between moments."""

    def holds(self, at: At) -> Truth: ...

    def next_edge(self, at: At) -> At: ...


class Days:
    """The days that are working days, or are not, from midnight to midnight of the plant's clock."""

    def __init__(self, works: Callable[[date], bool], zone: ZoneInfo, *, wanted: bool) -> None:
        self.works, self.zone, self.wanted = works, zone, wanted

    def holds(self, at: At) -> bool:
        """Whether the moment lies on such a day."""
        return self.works(moment_of(at).astimezone(self.zone).date()) is self.wanted

    def next_edge(self, at: At) -> At:
        """The next midnight."""
        day = moment_of(at).astimezone(self.zone).date() + timedelta(days=1)
        return milliseconds(datetime(day.year, day.month, day.day, tzinfo=self.zone))


class Never:
    """What nobody knows: a shift that the plant does not have."""

    def holds(self, at: At) -> Truth:
        """Unknown."""
        return None

    def next_edge(self, at: At) -> At:
        """A day later."""
        return at + 86_400_000


class ClockRun:
    """The plant's clock. A state is the next moment to look at it, and what was said."""

    hears: Hears = ()
    lag_ms = past_ms = 0
    fixed = about = "clock"
    many = False

    def __init__(self, edges: Edges) -> None:
        self.edges = edges

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
            holds = self.edges.holds(edge)
            if holds is not truth:
                said.append(Said(edge, subject, holds, {}))
            truth, edge = holds, self.edges.next_edge(edge)
        return (edge, truth), said

    def hear(self, subject: str, state: State, event: Any) -> Heard:
        """Nothing."""
        return state, []
