"""How figures are reckoned: changes from unrounded values, percentiles, an exact interval for a count of rare events,
months and periods by the plant's days."""

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import exp, floor, sqrt
from zoneinfo import ZoneInfo

from services.core.refused import Refused

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Period:
    """Days of the plant's calendar, the first and the last both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise Refused("period_wrong", first=self.first.isoformat(), last=self.last.isoformat())

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    @property
    def months(self) -> float:
        """How many months: each day is its month's share, so that whole months count as 1."""
        month, total = self.first.replace(day=1), 0.0
        while month <= self.last:
            length = monthrange(month.year, month.month)[1]
            following = month + timedelta(days=length)
            inside = (min(self.last + timedelta(days=1), following) - max(self.first, month)).days
            total += inside / length
            month = following
        return total

    def span(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """From the first day's beginning until the end of the last, by a zone's clock; the end is not included."""
        after = self.last + timedelta(days=1)
        return datetime.combine(self.first, time(), zone), datetime.combine(after, time(), zone)


def relative_change(before: float | None, after: float | None) -> float | None:
    """after / before − 1, of values that are not rounded; None where there is nothing to compare with."""
    if before is None or after is None or before == 0:
        return None
    return after / before - 1


def percentile(values: Sequence[float], share: float) -> float | None:
    """The value below which a share (0 to 1) of the values lies, between two of them by straight line; None of none."""
    if not values:
        return None
    ranked = sorted(values)
    place = share * (len(ranked) - 1)
    low = floor(place)
    high = min(low + 1, len(ranked) - 1)
    return ranked[low] + (ranked[high] - ranked[low]) * (place - low)


def poisson_interval(count: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The exact interval of the mean of a Poisson count (F. Garwood, Biometrika 28, 1936): the means at which so many
    or more, and so many or fewer, are just as rare as the rest of the confidence allows at each end."""
    tail = (1 - confidence) / 2
    lower = 0.0 if count == 0 else _solved(lambda mean: 1 - _at_most(count - 1, mean) < tail, count)
    return lower, _solved(lambda mean: _at_most(count, mean) > tail, count)


def _at_most(count: int, mean: float) -> float:
    """How likely a Poisson count of this mean is no more than `count`. Summed in parts, so that no term vanishes."""
    term = total = 1.0
    shift = mean
    for step in range(1, count + 1):
        term *= mean / step
        total += term
        if total > 1e250:
            term, total, shift = term * 1e-250, total * 1e-250, shift - 575.6462732485115
    return total * exp(-shift)


def _solved(below: Callable[[float], bool], count: int) -> float:
    """The mean up to which `below` holds, to the last digit that counts."""
    low, high = 0.0, count + 20.0 + 10.0 * sqrt(count)
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) else (low, middle)
    return (low + high) / 2
