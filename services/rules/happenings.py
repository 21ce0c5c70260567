"""What happened, seen in the events: at which place, and under which mark it is known again."""

from collections.abc import Collection
from typing import Any

from services.core.rule_happenings import Count, Sequence
from services.core.rule_slots import Happening, family_of
from services.rules.events import Event, HazardMoved, Inspected, Outcome, Reading, StopBegan, StopEnded
from services.rules.said import Hears

HEARD: dict[str, Hears] = {"zone": (HazardMoved, Inspected), "line": (StopBegan, StopEnded), "sensor": (Reading,)}
MADE: tuple[Outcome, ...] = ("done", "late")
MOST_MADE = 200


class Seen:
    """One happening of a condition, at the places that it names. `over`, where there is a bound, is whether the value
    was beyond it before: a value that stays there happens once."""

    def __init__(self, happening: Happening, of: Count | Sequence, zones: frozenset[str] | None) -> None:
        self.happening, self.of, self.zones = happening, of, zones
        family = family_of(happening)
        self.fixed = {"zone": of.zone, "line": of.line, "sensor": of.sensor}[family] or ""
        group = {"hazard": (HazardMoved,), "inspection": (Inspected,)}.get(happening.split("_")[0])
        self.hears: Hears = group or HEARD[family]
        self.sign = -1.0 if happening == "went_under" else 1.0

    def place(self, event: Event) -> str | None:
        """The place where an event is, if this happening can be there."""
        if not isinstance(event, self.hears):
            return None
        if isinstance(event, HazardMoved | Inspected):
            place = event.zone if self.zones is None or event.zone in self.zones else None
        elif isinstance(event, StopBegan | StopEnded):
            place = event.line
        else:
            place = event.sensor if isinstance(event, Reading) else None
        return place if self.fixed in ("", place) else None

    def is_it(self, event: Event) -> bool:
        """Whether an event at the place is this happening, as far as it alone can tell."""
        if isinstance(event, HazardMoved):
            return self.happening == f"hazard_{event.step}"
        if isinstance(event, Inspected):
            return self.happening == f"inspection_{event.outcome}"
        if isinstance(event, Reading):
            return self.sign * event.value > self.sign * (self.of.bound or 0.0)
        return self.happening == ("stop_began" if isinstance(event, StopBegan) else "stop_ended")


def mark(event: Event) -> str:
    """Under which a later word about the same thing takes the place of this one."""
    return f"i{event.inspection}" if isinstance(event, Inspected) else f"{event.at}{getattr(event, 'hazard', '')}"


def made_with(made: tuple[str, ...], event: Any) -> tuple[str, ...]:
    """The inspections that were made last, with that of an event."""
    here = isinstance(event, Inspected) and event.outcome in MADE
    return (*made, event.inspection)[-MOST_MADE:] if here else made


def no_miss(event: Any, made: Collection[str]) -> bool:
    """Whether an event says of an inspection that it was missed, and it was made: that says more, also where it was
    made before its window closed and told of after."""
    return isinstance(event, Inspected) and event.outcome == "missed" and event.inspection in made
