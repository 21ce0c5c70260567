"""Control charts for counts: whether a month is out of the ordinary, or only as high or low as chance makes it.

Limits stand three standard deviations off (D. C. Montgomery, Introduction to Statistical Quality Control, ch. 7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

SIGMAS = 3.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What is ordinary at one place of a chart: the mean, and how far up and down chance alone goes."""

    centre: float
    low: float
    high: float

    def out(self, value: float) -> bool:
        """Whether a value is out of the ordinary."""
        return not self.low <= value <= self.high


def u_limits(counts: Sequence[int], exposures: Sequence[float]) -> tuple[Limits | None, ...]:
    """For counts per unit of exposure (a u chart: hazards a worker and month): each place's limits, which are wider
    where the exposure is small. None where there is no exposure, and everywhere where there is none at all."""
    whole = sum(exposures)
    if whole <= 0:
        return tuple(None for _ in counts)
    centre = sum(counts) / whole
    return tuple(_of_poisson(centre, one) if one > 0 else None for one in exposures)


def _of_poisson(centre: float, exposure: float) -> Limits:
    off = SIGMAS * sqrt(centre / exposure)
    return Limits(centre, max(0.0, centre - off), centre + off)


def g_limits(gaps: Sequence[float]) -> Limits | None:
    """For the days between rare events (a g chart; J. C. Benneyan, Health Care Management Science 4, 2001): a gap is
    geometrically distributed, so its deviation is √(mean × (mean + 1)). None of none."""
    if not gaps:
        return None
    centre = sum(gaps) / len(gaps)
    off = SIGMAS * sqrt(centre * (centre + 1))
    return Limits(centre, max(0.0, centre - off), centre + off)
