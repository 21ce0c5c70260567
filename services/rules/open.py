"""A hazard that is open for too long, by the wall clock, from its report to the end that the plant has chosen."""

from typing import Any

from services.core.rule_conditions import Open
from services.rules.events import SECOND, At, HazardMoved
from services.rules.said import Heard, Hears, Said, State

BACK = ("returned",)


class OpenRun:
    """All hazards. A state is when it was reported, whether it is open, and what was said."""

    hears: Hears = (HazardMoved,)
    lag_ms = past_ms = 0
    many, about = True, "hazard"
    fixed = ""

    def __init__(self, condition: Open, zones: frozenset[str] | None = None) -> None:
        self.zones = zones
        self.for_ms, self.zone = round(condition.for_s * SECOND), condition.zone
        self.ends = ("closed", "rejected") if condition.until == "closed" else ("fixed", "closed", "rejected")

    def subject(self, event: HazardMoved) -> str | None:
        """The hazard, as people call it."""
        return (event.number or event.hazard) if self._here(event.zone) else None

    def _here(self, zone: str) -> bool:
        return self.zone in (None, zone) and (self.zones is None or zone in self.zones)

    def begin(self, subject: str, at: At) -> State:
        """Reported now, unless its first event says otherwise."""
        return at, True, None

    def due(self, state: State) -> At | None:
        """When it will have been open for too long."""
        since, open_, truth = state
        return since + self.for_ms if open_ and not truth else None

    def until(self, subject: str, state: State, now: At) -> Heard:
        """Longer than allowed; equal is allowed."""
        since, open_, truth = state
        if not open_ or truth or now - since <= self.for_ms:
            return state, []
        return (since, True, True), [Said(since + self.for_ms, subject, True, {"since": since})]

    def hear(self, subject: str, state: State, event: Any) -> Heard:
        """A step. What is sent back is open again, since its report."""
        since, open_, truth = state
        if event.step in self.ends:
            said = [Said(event.at, subject, False, {"since": since})] if truth is not False else []
            return (since, False, False), said
        if event.step == "reported":
            return (event.at, True, False), [Said(event.at, subject, False, {})]
        if event.step in BACK and not open_ and event.at - since > self.for_ms:
            return (since, True, True), [Said(event.at, subject, True, {"since": since})]
        return (since, open_ or event.step in BACK, truth), []
