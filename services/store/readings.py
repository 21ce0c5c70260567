"""What sensors said: raw readings and their minutes, at the hub only. Readings are no operations: there are too many,
and nobody decides them. Moments are kept in milliseconds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import isfinite
from typing import Any

import sqlalchemy as sa

from services.core.moments import milliseconds, moment_of
from services.core.refused import Refused
from services.store.tables import reading_minutes, readings

KEEP_RAW = timedelta(days=30)
KEEP_MINUTES = timedelta(days=3 * 365)
AT_ONCE = 5000
MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of a sensor (its id) at a moment of the device's clock. Raises Refused: reading_wrong, for a value
    that is no number."""

    sensor: str
    at: datetime
    value: float

    def __post_init__(self) -> None:
        if not isfinite(self.value):
            raise Refused("reading_wrong", sensor=self.sensor)


@dataclass(frozen=True, slots=True)
class Minute:
    """The readings of a sensor in one minute."""

    sensor: str
    begins: datetime
    low: float
    high: float
    mean: float
    count: int


def append(connection: sa.Connection, many: Iterable[Reading]) -> int:
    """Keeps readings, in any order; the same sensor and time twice: the last one wins. Returns how many were kept."""
    last = {(one.sensor, milliseconds(one.at)): one.value for one in many}
    for part in _parts([{"sensor": sensor, "at": at, "value": value} for (sensor, at), value in last.items()]):
        connection.execute(_KEEPING, part)
    minutes = {(sensor, at // MINUTE_MS) for sensor, at in last}
    spans = [
        {"sensor": sensor, "minute": minute, "begins": minute * MINUTE_MS, "ends": (minute + 1) * MINUTE_MS}
        for sensor, minute in minutes
    ]
    for part in _parts(spans):
        connection.execute(_ROLLING, part)
    return len(last)


def _parts(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    for start in range(0, len(rows), AT_ONCE):
        yield rows[start : start + AT_ONCE]


def between(connection: sa.Connection, sensor: str, begins: datetime, ends: datetime) -> tuple[Reading, ...]:
    """A sensor's readings from a moment on and before another, in order of time."""
    table = readings
    query = sa.select(table.c.at, table.c.value).where(
        table.c.sensor == sensor, table.c.at >= milliseconds(begins), table.c.at < milliseconds(ends)
    )
    return tuple(
        Reading(sensor, moment_of(row.at), row.value) for row in connection.execute(query.order_by(table.c.at))
    )


def minutes_between(connection: sa.Connection, sensor: str, begins: datetime, ends: datetime) -> tuple[Minute, ...]:
    """A sensor's minutes that begin from a moment on and before another; those without readings are not there."""
    table = reading_minutes
    first, last = -(-milliseconds(begins) // MINUTE_MS), -(-milliseconds(ends) // MINUTE_MS)
    query = sa.select(table).where(table.c.sensor == sensor, table.c.minute >= first, table.c.minute < last)
    rows = connection.execute(query.order_by(table.c.minute)).mappings()
    return tuple(
        Minute(sensor, moment_of(row["minute"] * MINUTE_MS), row["low"], row["high"], row["mean"], row["count"])
        for row in rows
    )


def latest(connection: sa.Connection, sensors: Sequence[str]) -> dict[str, Reading]:
    """The newest reading of each of these sensors that has one."""
    found = {}
    for sensor in sensors:
        row = connection.execute(_LATEST, {"p_sensor": sensor}).first()
        if row is not None:
            found[sensor] = Reading(sensor, moment_of(row.at), row.value)
    return found


def last_moments(connection: sa.Connection, sensor: str, now: datetime, most: int) -> list[datetime]:
    """When a sensor was heard up to now, the newest first; at most so many."""
    query = sa.select(readings.c.at).where(readings.c.sensor == sensor, readings.c.at <= milliseconds(now))
    return [moment_of(at) for at in connection.execute(query.order_by(readings.c.at.desc()).limit(most)).scalars()]


def newest_before(connection: sa.Connection, sensor: str, moment: datetime) -> Reading | None:
    """The newest reading of a sensor up to a moment."""
    query = sa.select(readings.c.at, readings.c.value).where(
        readings.c.sensor == sensor, readings.c.at <= milliseconds(moment)
    )
    row = connection.execute(query.order_by(readings.c.at.desc()).limit(1)).first()
    return Reading(sensor, moment_of(row.at), row.value) if row else None


def let_go(
    connection: sa.Connection, now: datetime, raw_for: timedelta = KEEP_RAW, minutes_for: timedelta = KEEP_MINUTES
) -> int:
    """Lets raw readings and minutes go that are older than that; how many rows."""
    raw = sa.delete(readings).where(readings.c.at < milliseconds(now - raw_for))
    rolled = reading_minutes.c.minute < milliseconds(now - minutes_for) // MINUTE_MS
    return connection.execute(raw).rowcount + connection.execute(sa.delete(reading_minutes).where(rolled)).rowcount


_LATEST = (
    sa.select(readings.c.at, readings.c.value)
    .where(readings.c.sensor == sa.bindparam("p_sensor"))
    .order_by(readings.c.at.desc())
    .limit(1)
)
_KEEPING = sa.text(
    "INSERT INTO readings (sensor, at, value) VALUES (:sensor, :at, :value)"
    " ON CONFLICT (sensor, at) DO UPDATE SET value = excluded.value"
)
_ROLLING = sa.text(
    "INSERT INTO reading_minutes (sensor, minute, low, high, mean, count)"
    " SELECT sensor, CAST(:minute AS BIGINT), min(value), max(value), avg(value), count(*) FROM readings"
    " WHERE sensor = :sensor AND at >= :begins AND at < :ends GROUP BY sensor"
    " ON CONFLICT (sensor, minute) DO UPDATE SET"
    " low = excluded.low, high = excluded.high, mean = excluded.mean, count = excluded.count"
)
