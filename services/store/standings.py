"""How zones and equipment have stood, from when on, as the hub has seen it; at the hub only. A zone's colour follows
from many records and from the clock: what was seen is kept, so that rules hear the same of it live and of the past."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

import sqlalchemy as sa

from services.core.moments import milliseconds, moment_of
from services.store.tables import standings

KEEP = timedelta(days=400)
Thing = Literal["zone", "equipment"]
States = Mapping[tuple[Thing, str], str]


@dataclass(frozen=True, slots=True)
class Standing:
    """From `at` on a zone or equipment (its id) stands so: a zone's colour, empty when it is gone; for equipment the
    words for its state, with spaces between."""

    thing: Thing
    record: str
    at: datetime
    state: str


def append(connection: sa.Connection, now: States, at: datetime) -> int:
    """Keeps what is otherwise than it was last seen; how many."""
    known = {(one.thing, one.record): one.state for one in newest(connection, at)}
    rows = [
        {"thing": key[0], "record": key[1], "at": milliseconds(at), "state": state}
        for key, state in now.items()
        if known.get(key) != state
    ]
    if rows:
        connection.execute(_KEEPING, rows)
    return len(rows)


def newest(connection: sa.Connection, before: datetime) -> list[Standing]:
    """The last of each thing, up to a moment."""
    grouped = sa.select(standings.c.thing, standings.c.record, sa.func.max(standings.c.at).label("at"))
    grouped = grouped.where(standings.c.at <= milliseconds(before))
    last = grouped.group_by(standings.c.thing, standings.c.record).subquery()
    same = sa.and_(*(last.c[name] == standings.c[name] for name in ("thing", "record", "at")))
    return _read(connection.execute(sa.select(standings).join(last, same).order_by(standings.c.at)))


def between(connection: sa.Connection, begins: datetime, ends: datetime) -> list[Standing]:
    """All that began in a stretch, both its ends included, in order of time."""
    inside = standings.c.at >= milliseconds(begins), standings.c.at <= milliseconds(ends)
    order = standings.c.at, standings.c.thing, standings.c.record
    return _read(connection.execute(sa.select(standings).where(*inside).order_by(*order)))


def since(connection: sa.Connection) -> datetime | None:
    """From when on anything is kept."""
    first = connection.execute(sa.select(sa.func.min(standings.c.at))).scalar()
    return None if first is None else moment_of(first)


def let_go(connection: sa.Connection, now: datetime, keep: timedelta = KEEP) -> int:
    """Lets go what is older than that, but the last of each thing; how many."""
    later = standings.alias()
    followed = sa.exists().where(
        later.c.thing == standings.c.thing, later.c.record == standings.c.record, later.c.at > standings.c.at
    )
    old = standings.c.at < milliseconds(now - keep)
    return connection.execute(sa.delete(standings).where(old, followed)).rowcount


def _read(rows: Iterable[Any]) -> list[Standing]:
    return [Standing(row.thing, row.record, moment_of(row.at), row.state) for row in rows]


_KEEPING = sa.text(
    "INSERT INTO standings (thing, record, at, state) VALUES (:thing, :record, :at, :state)"
    " ON CONFLICT (thing, record, at) DO UPDATE SET state = excluded.state"
)
