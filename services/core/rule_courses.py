"""Conditions about the course of a sensor's values: how fast they change, where they are going, and what they were a
week ago."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from services.core.refused import Refused
from services.core.rule_slots import Name, Seconds, Value
from services.core.shape import Range


@dataclass(frozen=True, kw_only=True)
class Pace:
    """A value rises (or falls) by more than this within so long."""

    kind: ClassVar[str] = "pace"
    sensor: Name
    change: Literal["rises", "falls"] = "rises"
    by: Annotated[float, Range(0, 1e9)]
    within_s: Seconds
    max_gap_s: Seconds | None = None


@dataclass(frozen=True, kw_only=True)
class Trend:
    """A value that goes on as in the last `over_s` is above (or below) a bound within `ahead_s`. Nothing is said while
    such forecasts for this sensor were no better than guessing."""

    kind: ClassVar[str] = "trend"
    sensor: Name
    above: Value | None = None
    below: Value | None = None
    ahead_s: Annotated[float, Range(1, 30 * 86_400)] = 3600.0
    over_s: Annotated[float, Range(10, 30 * 86_400)] = 1800.0
    max_gap_s: Seconds | None = None

    def sound(self) -> None:
        """One bound. Raises Refused: rule_bounds_wrong."""
        if (self.above is None) == (self.below is None):
            raise Refused("rule_bounds_wrong")


@dataclass(frozen=True, kw_only=True)
class Week:
    """The mean of the last full hour is by more than so many percent more (or less) than that of the same hour a week
    before."""

    kind: ClassVar[str] = "week"
    sensor: Name
    change: Literal["more", "less"] = "more"
    percent: Annotated[float, Range(0, 10_000)] = 20.0
    max_gap_s: Seconds | None = None
