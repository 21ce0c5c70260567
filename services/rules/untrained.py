"""Somebody is in a zone without what it asks for. It is so from the way in until the way out, or until nobody can say
any more that they are still there; each person in each zone by themselves."""

from typing import Any

from services.core.rule_conditions import Untrained
from services.rules.alone import FORGOTTEN_MS
from services.rules.events import At, Unfit
from services.rules.said import Heard, Hears, Said, State


class UntrainedRun:
    """A state is since when it has been so; 0 where it is not."""

    hears: Hears = (Unfit,)
    lag_ms = past_ms = 0
    many, about = True, "person"
    fixed = ""

    def __init__(self, condition: Untrained, zones: frozenset[str] | None) -> None:
        self.zone, self.zones = condition.zone, zones

    def subject(self, event: Unfit) -> str | None:
        """The zone and the person."""
        here = self.zone in (None, event.zone) and (self.zones is None or event.zone in self.zones)
        return f"{event.zone}/{event.person}" if here else None

    def begin(self, subject: str, at: At) -> State:
        """Nobody has gone in."""
        return (0,)

    def due(self, state: State) -> At | None:
        """When they are no longer looked for."""
        return state[0] + FORGOTTEN_MS if state[0] else None

    def until(self, subject: str, state: State, now: At) -> Heard:
        """A way out that no door has seen."""
        if not state[0] or now - state[0] < FORGOTTEN_MS:
            return state, []
        return (0,), [Said(state[0] + FORGOTTEN_MS, subject, False, {})]

    def hear(self, subject: str, state: State, event: Any) -> Heard:
        """In again while they are in says nothing new."""
        if event.inward:
            said = Said(event.at, subject, True, {"lacks": list(event.lacks)})
            return (event.at,), [] if state[0] else [said]
        return (0,), [Said(event.at, subject, False, {})] if state[0] else []
