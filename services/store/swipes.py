"""Who passed a door when, as its lock has seen it; at the hub only. Swipes are no operations: a door hands them over
and nobody decides them. They tell where people go, so they are kept as long as the plant's policy says (90 days, unless
told otherwise) and go when a person is erased."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from services.core.moments import milliseconds, moment_of
from services.store.tables import swipes

KEEP = timedelta(days=90)
AT_ONCE = 5000


@dataclass(frozen=True, slots=True)
class Swipe:
    """A person (id) goes into a zone (id), or out of it, at a moment of the lock's clock. `mark` tells it from all
    others: handed over twice, it is kept once. `device` counts what it sees by `serial`, where it does."""

    mark: str
    at: datetime
    zone: str
    person: str
    inward: bool
    device: str = ""
    serial: int | None = None


def mark_of(device: str, serial: str, at: datetime, zone: str, person: str, *, inward: bool) -> str:
    """By the lock's own number where it gives one, else by what it says."""
    if serial:
        return f"{device}/{serial}"
    return f"{milliseconds(at)}/{zone}/{person}/{'in' if inward else 'out'}"


def append(connection: sa.Connection, many: Iterable[Swipe]) -> int:
    """Keeps swipes, in any order; how many were not there before."""
    rows = [
        {
            "mark": one.mark,
            "at": milliseconds(one.at),
            "zone": one.zone,
            "person": one.person,
            "inward": one.inward,
            "device": one.device,
            "serial": one.serial,
        }
        for one in many
    ]
    before = _count(connection)
    for start in range(0, len(rows), AT_ONCE):
        connection.execute(_KEEPING, rows[start : start + AT_ONCE])
    return _count(connection) - before


def between(connection: sa.Connection, begins: datetime, ends: datetime) -> list[Swipe]:
    """All swipes from a moment on and before another, in order of time."""
    inside = swipes.c.at >= milliseconds(begins), swipes.c.at < milliseconds(ends)
    query = sa.select(swipes).where(*inside).order_by(swipes.c.at, swipes.c.mark)
    return [
        Swipe(row.mark, moment_of(row.at), row.zone, row.person, row.inward, row.device, row.serial)
        for row in connection.execute(query)
    ]


def let_go(connection: sa.Connection, now: datetime, keep: timedelta = KEEP) -> int:
    """Lets swipes go that are older than that; how many."""
    return connection.execute(sa.delete(swipes).where(swipes.c.at < milliseconds(now - keep))).rowcount


def forget(connection: sa.Connection, person: str) -> None:
    """Lets all swipes of a person go."""
    connection.execute(sa.delete(swipes).where(swipes.c.person == person))


def _count(connection: sa.Connection) -> int:
    return int(connection.execute(sa.select(sa.func.count()).select_from(swipes)).scalar() or 0)


_KEEPING = sa.text(
    "INSERT INTO swipes (mark, at, zone, person, inward, device, serial)"
    " VALUES (:mark, :at, :zone, :person, :inward, :device, :serial)"
    " ON CONFLICT (mark) DO NOTHING"
)
