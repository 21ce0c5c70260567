"""Inspections that were missed in a row, by their due times. One made, or made late, breaks the row; one excused does
neither count nor break."""

from typing import Any

from services.core.rule_conditions import Missed
from services.rules.events import At, Inspected
from services.rules.happenings import MADE, no_miss
from services.rules.said import Heard, Hears, Said, State

KEPT = 40  # outcomes of a place; a late word about an older one changes nothing any more


class MissedRun:
    """The places of a plan. A state is what was said, and the outcomes as (due, inspection, outcome)."""

    hears: Hears = (Inspected,)
    lag_ms = past_ms = 0
    many, about = True, "place"
    fixed = ""

    def __init__(self, condition: Missed, zones: frozenset[str] | None = None) -> None:
        self.zones = zones
        self.n, self.zone = condition.n, condition.zone

    def subject(self, event: Inspected) -> str | None:
        """The place and its plan."""
        return event.place if self._here(event.zone) else None

    def _here(self, zone: str) -> bool:
        return self.zone in (None, zone) and (self.zones is None or zone in self.zones)

    def begin(self, subject: str, at: At) -> State:
        """No inspection so far."""
        return None, ()

    def due(self, state: State) -> At | None:
        """Time alone says nothing: a miss is an event."""
        return None

    def until(self, subject: str, state: State, now: At) -> Heard:
        """Nothing."""
        return state, []

    def hear(self, subject: str, state: State, event: Any) -> Heard:
        """A later word about an inspection takes the place of the earlier."""
        truth, known = state
        if no_miss(event, {one[1] for one in known if one[2] in MADE}):
            return state, []
        others = [one for one in known if one[1] != event.inspection]
        outcomes = sorted([*others, (event.due, event.inspection, event.outcome)])[-KEPT:]
        row = in_a_row(outcomes)
        now = len(row) >= self.n
        said = [] if now is truth else [Said(event.at, subject, now, {"row": len(row), "due": row})]
        return (now, tuple(outcomes)), said


def in_a_row(outcomes: list[tuple[At, str, str]]) -> list[At]:
    """The due times of those missed in a row up to the newest that counts, the first first."""
    row: list[At] = []
    for due, _, outcome in reversed(outcomes):
        if outcome in MADE:
            break
        if outcome == "missed":
            row.append(due)
    return row[::-1]
