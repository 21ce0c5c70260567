"""Where a sensor's values are going: whether, at the pace of the last half hour, they reach a limit within an hour."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from math import sqrt

from services.core.sensors import Sensor

LOOKED_AT = timedelta(minutes=30)
AHEAD = timedelta(hours=1)
LEAST_POINTS = 10
CLEAR = 3.0  # a rise must be so many times what the values scatter about it

Points = Sequence[tuple[datetime, float]]


def reaches_limit(sensor: Sensor, points: Points) -> datetime | None:
    """When the values (moment and value, oldest first) would pass a limit if they went on as in the half hour before
    the last of them; None where they would not within the hour after it, where they are too few to say, or where they
    only scatter."""
    recent = [(at, value) for at, value in points if points[-1][0] - at <= LOOKED_AT]
    if len(recent) < LEAST_POINTS:
        return None
    last = recent[-1][0]
    minutes = [(at - last) / timedelta(minutes=1) for at, _ in recent]
    pace, level, scatter = line_of(minutes, [value for _, value in recent])
    limit = sensor.limit_high if pace > 0 else sensor.limit_low
    if limit is None or abs(pace) * (minutes[-1] - minutes[0]) <= CLEAR * scatter:
        return None
    ahead = (limit - level) / pace
    return last + timedelta(minutes=ahead) if 0 <= ahead <= AHEAD / timedelta(minutes=1) else None


def line_of(xs: Sequence[float], ys: Sequence[float]) -> tuple[float, float, float]:
    """The straight line of least squares: its slope, its value at 0, and the standard deviation of the rest."""
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - middle_x) ** 2 for x in xs)
    slope = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True)) / spread if spread else 0.0
    level = middle_y - slope * middle_x
    rest = sum((y - level - slope * x) ** 2 for x, y in zip(xs, ys, strict=True))
    return slope, level, sqrt(rest / len(xs))
