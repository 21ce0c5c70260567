"""When lines stood, as the MES tells it; at the hub only. Stops are no operations: a machine hands them over and nobody
decides them. Moments are kept in milliseconds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from services.core.moments import milliseconds, moment_of
from services.store.tables import stops

KEEP = timedelta(days=3 * 365)


@dataclass(frozen=True, slots=True)
class Stop:
    """A line (its code, or a machine's) that stands from `began` on, until `ended` (None: still). Of several words
    about one stop the newest by `updated` holds."""

    stop: str
    line: str
    began: datetime
    updated: datetime
    ended: datetime | None = None
    planned: bool = False
    reason: str = ""


def append(connection: sa.Connection, many: Iterable[Stop]) -> None:
    """Keeps stops, in any order; told again, each is there once."""
    rows = [
        {
            "stop": one.stop,
            "line": one.line,
            "began": milliseconds(one.began),
            "ended": None if one.ended is None else milliseconds(one.ended),
            "planned": one.planned,
            "updated": milliseconds(one.updated),
            "reason": one.reason,
        }
        for one in many
    ]
    if rows:
        connection.execute(_KEEPING, rows)


def between(connection: sa.Connection, begins: datetime, ends: datetime) -> list[Stop]:
    """The stops that lie in a stretch or reach into it, in order of their beginning."""
    first, last = milliseconds(begins), milliseconds(ends)
    reaches = sa.or_(stops.c.ended.is_(None), stops.c.ended >= first)
    query = sa.select(stops).where(stops.c.began <= last, reaches).order_by(stops.c.began, stops.c.stop)
    return [_stop(row) for row in connection.execute(query)]


@dataclass(frozen=True, slots=True)
class LineStops:
    """How often a line or machine (its code) stood within a stretch, and for how long: `hours` unplanned ones."""

    line: str
    count: int
    hours: float
    planned: int
    planned_hours: float


def by_line(connection: sa.Connection, begins: datetime, ends: datetime, now: datetime) -> tuple[LineStops, ...]:
    """The stops of a stretch by line, in the order of their codes. Only what lies inside counts; one that goes on
    counts until now."""
    kept: dict[str, list[tuple[bool, float]]] = {}
    for one in between(connection, begins, ends):
        until = min(one.ended or now, ends)
        hours = (until - max(one.began, begins)) / timedelta(hours=1)
        if hours > 0:
            kept.setdefault(one.line, []).append((one.planned, hours))
    return tuple(_of_line(line, kept[line]) for line in sorted(kept))


def _of_line(line: str, stood: list[tuple[bool, float]]) -> LineStops:
    planned = [hours for so, hours in stood if so]
    other = [hours for so, hours in stood if not so]
    return LineStops(line, len(other), sum(other), len(planned), sum(planned))


def known(connection: sa.Connection, ids: Iterable[str]) -> dict[str, Stop]:
    """Those of these ids that are kept, by id."""
    some, found = list(ids), dict[str, Stop]()
    for start in range(0, len(some), 500):
        query = sa.select(stops).where(stops.c.stop.in_(some[start : start + 500]))
        found |= {row.stop: _stop(row) for row in connection.execute(query)}
    return found


def open_lines(connection: sa.Connection) -> frozenset[str]:
    """The lines and machines that stand."""
    query = sa.select(stops.c.line).where(stops.c.ended.is_(None)).distinct()
    return frozenset(connection.execute(query).scalars())


def newest(connection: sa.Connection, before: datetime) -> list[Stop]:
    """The last stop of every line that had begun by a moment, and all that were open then, in order of their
    beginning."""
    at = milliseconds(before)
    begun = sa.select(stops.c.line, sa.func.max(stops.c.began).label("began")).where(stops.c.began <= at)
    last = begun.group_by(stops.c.line).subquery()
    stand = sa.and_(stops.c.began <= at, sa.or_(stops.c.ended.is_(None), stops.c.ended > at))
    joined = sa.and_(last.c.line == stops.c.line, sa.or_(last.c.began == stops.c.began, stand))
    query = sa.select(stops).join(last, joined).order_by(stops.c.began, stops.c.stop)
    return [_stop(row) for row in connection.execute(query)]


def let_go(connection: sa.Connection, now: datetime, keep: timedelta = KEEP) -> int:
    """Lets stops go that ended longer ago than that; how many."""
    return connection.execute(sa.delete(stops).where(stops.c.ended < milliseconds(now - keep))).rowcount


def _stop(row: Any) -> Stop:
    ended = None if row.ended is None else moment_of(row.ended)
    return Stop(row.stop, row.line, moment_of(row.began), moment_of(row.updated), ended, row.planned, row.reason)


_KEEPING = sa.text(
    "INSERT INTO stops (stop, line, began, ended, planned, updated, reason)"
    " VALUES (:stop, :line, :began, :ended, :planned, :updated, :reason) ON CONFLICT (stop) DO UPDATE SET"
    " line = excluded.line, began = excluded.began, ended = excluded.ended, planned = excluded.planned,"
    " updated = excluded.updated, reason = excluded.reason WHERE excluded.updated >= stops.updated"
)
