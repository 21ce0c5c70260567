"""Rows of other systems that could not be taken, with why: the newest thousand, for some weeks, where people see them.
At the hub only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from services.core.moments import milliseconds, moment_of
from services.store.fed_tables import turned_rows

KEEP = timedelta(days=30)
MOST = 1000
LONGEST = 80


@dataclass(frozen=True, slots=True)
class Kept:
    """Which feed and which source it came by, when; its number there, the code of why, the field and what stood
    there."""

    came: datetime
    feed: str
    source: str
    row: int
    code: str
    field: str
    was: str


def keep_turned(connection: sa.Connection, many: Iterable[Kept]) -> None:
    """Keeps rows; the oldest go where there are too many."""
    rows = [
        {
            "came": milliseconds(one.came), "feed": one.feed, "source": one.source[:LONGEST], "row": one.row,
            "code": one.code, "field": one.field, "was": one.was[:LONGEST],
        }
        for one in many
    ]  # fmt: skip
    if not rows:
        return
    connection.execute(sa.insert(turned_rows), rows[-MOST:])
    newest = sa.select(turned_rows.c.id).order_by(turned_rows.c.id.desc()).limit(1).offset(MOST - 1)
    last = connection.execute(newest).scalar()
    if last is not None:
        connection.execute(sa.delete(turned_rows).where(turned_rows.c.id < last))


def turned_lately(connection: sa.Connection, most: int = 200) -> list[Kept]:
    """The newest first."""
    query = sa.select(turned_rows).order_by(turned_rows.c.id.desc()).limit(most)
    return [
        Kept(moment_of(one.came), one.feed, one.source, one.row, one.code, one.field, one.was)
        for one in connection.execute(query)
    ]


def let_go(connection: sa.Connection, now: datetime, keep: timedelta = KEEP) -> int:
    """Lets those go that came longer ago than that; how many."""
    return connection.execute(sa.delete(turned_rows).where(turned_rows.c.came < milliseconds(now - keep))).rowcount
