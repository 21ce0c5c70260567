"""A table of things for what is about big tables: a plain table of its own, a listing of it, and what a person who
counts by hand would see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desktop.models.filtering import predicate
from desktop.models.record_table import Column
from services.core.shape import utc_moment, utc_text
from services.store.database import Database
from services.store.queries.paging import Field, Listing
from services.store.queries.wanted import Wanted
from services.store.records import Records

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
STATES = ("open", "fixed", "closed")
NAMES = ("Press 冲压", "press shop", "焊接 50%", "under_score", "涂装", "Ü-Halle")
things = sa.Table(
    "things",
    sa.MetaData(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, index=True),
    sa.Column("state", sa.Text, index=True),
    sa.Column("at", sa.Text),
)


@dataclass(frozen=True)
class Thing:
    """One row."""

    id: str
    name: str
    state: str
    at: datetime | None


COLUMNS = (
    Column("name", "Name", lambda one: one.name),
    Column(
        "state", "State", lambda one: one.state, code=lambda one: one.state, choices=lambda: [(s, s) for s in STATES]
    ),
    Column("at", "At", lambda one: str(one.at or ""), sort=lambda one: one.at, moment=lambda one: one.at),
)


def thing(number: int, name: int = 0, state: int = 0, hours: int | None = None) -> Thing:
    """A thing with a name, a state and a moment from the few there are."""
    at = None if hours is None else NOON + timedelta(hours=hours)
    return Thing(f"id{number:06d}", NAMES[name % len(NAMES)], STATES[state % len(STATES)], at)


def _read(_: Records, rows: Sequence[sa.Row[Any]]) -> list[Thing]:
    return [Thing(row.id, row.name, row.state, utc_moment(row.at) if row.at else None) for row in rows]


LISTING = Listing(
    things,
    sa.literal_column("things.rowid", sa.Integer),
    things.c.id,
    {
        "name": Field(sort=things.c.name, text=things.c.name),
        "state": Field(sort=things.c.state, text=things.c.state, code=things.c.state),
        "at": Field(sort=things.c.at, moment=things.c.at),
    },
    _read,
    order="at",
    descending=True,
)


class ThingStore:
    """A file with things in it."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(folder / "things.db")
        things.metadata.create_all(self.database.engine)

    def put(self, rows: Iterable[Thing]) -> None:
        """Writes things, new ones or over those of the same id, as a console lays records down."""
        values = [
            {"id": one.id, "name": one.name, "state": one.state, "at": utc_text(one.at) if one.at else None}
            for one in rows
        ]
        with self.database.writing() as connection:
            if values:
                connection.execute(sa.insert(things).prefix_with("OR REPLACE"), values)

    def clear(self) -> None:
        """Nothing is left."""
        with self.database.writing() as connection:
            connection.execute(sa.delete(things))

    def ask(self, query: Any, **given: Any) -> Any:
        """The answer of a query on one snapshot."""
        with self.database.reading() as connection:
            return query(Records(connection), **given)

    def counted_by_hand(self, wanted: Wanted) -> list[Thing]:
        """What is wanted, in its order: all rows read, looked at one by one and sorted."""
        with self.database.reading() as connection:
            rows = connection.execute(sa.select(things, LISTING.number.label("n"))).all()
        numbered = {row.id: row.n for row in rows}
        holds = predicate(COLUMNS, wanted)
        kept = [one for one in _read(Records(None), rows) if holds is None or holds(one)]  # type: ignore[arg-type]
        key = wanted.sort or LISTING.order
        down = wanted.descending if wanted.sort else LISTING.descending

        def value(one: Thing) -> Any:
            return getattr(one, key)

        kept.sort(key=lambda one: numbered[one.id], reverse=down)
        said = [one for one in kept if value(one) is not None]
        return [*sorted(said, key=value, reverse=down), *(one for one in kept if value(one) is None)]

    def close(self) -> None:
        """Ends it."""
        self.database.close()
