"""When a sensor passes a limit, comes back, falls silent and is heard again: what the hub notes of its readings, so
that the state of a sensor is a record like any other. The readings themselves are no records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated, Literal

from services.core.equipment import living
from services.core.operation import Change, Context, Look, Put, operation
from services.core.roles import Role
from services.core.sensors import Beyond, Sensor
from services.core.shape import Range, Ref

HOLD = timedelta(minutes=2)  # within its limits for so long, it is back, however near to them
DEADBAND = 0.02  # of the limit: further inside than that, it is back at once
LATEST = timedelta(hours=24)  # readings that come later than that tell nothing of now
BY_SYSTEM = frozenset({Role.SYSTEM})
Value = Annotated[float, Range(-1e12, 1e12)]
Points = Iterable[tuple[datetime, float]]


@dataclass(frozen=True, slots=True)
class Crossing:
    """From the reading at `at` on the sensor is beyond a limit, or within them."""

    at: datetime
    beyond: Beyond
    value: float


def judged_from(sensor: Sensor, now: datetime) -> datetime:
    """From when on readings can say anything new of a sensor."""
    known = (sensor.beyond_since, sensor.limits_since, now - LATEST)
    return max(one for one in known if one is not None)


def look_back(sensor: Sensor) -> timedelta:
    """How long before a reading those lie that decide whether the sensor is back."""
    return HOLD + sensor.silent_after


def crossings(sensor: Sensor, points: Points) -> list[Crossing]:
    """What readings (in order of time, after the sensor's last crossing) make of a sensor. It is beyond a limit from
    the first value strictly over it on; and back from the first value that is well within, or that ends a run of values
    within the limits of at least HOLD without a gap. So a value that hovers about a limit does not chatter."""
    found: list[Crossing] = []
    state, within, before = sensor.beyond, None, None
    for at, value in points:
        side = sensor.side(value)
        if before is not None and at - before > sensor.silent_after:
            within = None
        before = at
        within = None if side else within or at
        if side and side != state:
            state = side
            found.append(Crossing(at, side, value))
        elif state and within and (_well_within(sensor, state, value) or at - within >= HOLD):
            state = ""
            found.append(Crossing(at, "", value))
    return found


def _well_within(sensor: Sensor, beyond: Beyond, value: float) -> bool:
    limit = sensor.limit_high if beyond == "high" else sensor.limit_low
    if limit is None:
        return True
    return (limit - value if beyond == "high" else value - limit) >= DEADBAND * abs(limit)


def silence(sensor: Sensor, last: Sequence[datetime], now: datetime, heard_since: datetime) -> bool | None:
    """Whether a sensor has fallen silent (True) or is heard again (False) by now; None where it is as it was. `last`
    are the moments of its two newest readings, the newest first; before `heard_since` nobody was there to hear it.

    One that was silent is heard again when two readings have come within its allowance: one that reports just
    slower than it may stays silent and does not chatter."""
    if not last:
        return None
    if sensor.hearing != "silent" and now - max(last[0], heard_since) > sensor.silent_after:
        return True
    if sensor.hearing == "heard":
        return None
    often = len(last) > 1 and now - last[1] <= sensor.silent_after
    fresh = now - last[0] <= sensor.silent_after
    return False if fresh and (often or sensor.hearing == "never") else None


@operation("sensors.cross", roles=BY_SYSTEM, offline=False)
@dataclass(frozen=True, kw_only=True)
class Cross:
    """A sensor passed a limit: its value at `at`, by its own clock. What is known by now of a later moment stays."""

    sensor: Annotated[str, Ref("sensor")]
    beyond: Literal["high", "low"]
    value: Value
    at: datetime

    def decide(self, context: Context, look: Look) -> list[Change]:
        return _noted(look, self.sensor, self.beyond, self.at)


@operation("sensors.clear", roles=BY_SYSTEM, offline=False)
@dataclass(frozen=True, kw_only=True)
class Clear:
    """A sensor is back within its limits."""

    sensor: Annotated[str, Ref("sensor")]
    value: Value
    at: datetime

    def decide(self, context: Context, look: Look) -> list[Change]:
        return _noted(look, self.sensor, "", self.at)


def _noted(look: Look, id_: str, beyond: Beyond, at: datetime) -> list[Change]:
    sensor = living(look, Sensor, id_)
    if sensor.beyond == beyond or (sensor.beyond_since is not None and at < sensor.beyond_since):
        return []
    return [Put(replace(sensor, beyond=beyond, beyond_since=at))]


@operation("sensors.fall_silent", roles=BY_SYSTEM, offline=False)
@dataclass(frozen=True, kw_only=True)
class FallSilent:
    """Nothing has been heard of a sensor for longer than it may be quiet; `at` is its last reading."""

    sensor: Annotated[str, Ref("sensor")]
    at: datetime

    def decide(self, context: Context, look: Look) -> list[Change]:
        sensor = living(look, Sensor, self.sensor)
        return [Put(replace(sensor, hearing="silent", hearing_since=self.at))] if sensor.hearing != "silent" else []


@operation("sensors.hear", roles=BY_SYSTEM, offline=False)
@dataclass(frozen=True, kw_only=True)
class Hear:
    """A sensor is heard, for the first time or again; `at` is its newest reading."""

    sensor: Annotated[str, Ref("sensor")]
    at: datetime

    def decide(self, context: Context, look: Look) -> list[Change]:
        sensor = living(look, Sensor, self.sensor)
        return [Put(replace(sensor, hearing="heard", hearing_since=self.at))] if sensor.hearing != "heard" else []
