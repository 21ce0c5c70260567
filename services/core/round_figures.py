"""Round figures for rulers and axes."""

import math

PARTS = 4  # into which an axis is divided


def nice(least: float) -> float:
    """The least of 1, 2, 5 times a power of ten that is not below `least`, which is above 0."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= least * (1 - 1e-9))


def nice_top(value: float) -> float:
    """The top of an axis: no smaller than the value, and round in each of its `PARTS`. 1 for nothing."""
    return nice(value / PARTS) * PARTS if value > 0 else 1.0
