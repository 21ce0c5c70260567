"""All hazards of a plant as a table that is read page by page: what each column is compared and searched by."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from typing import Any, Literal

import sqlalchemy as sa

from services.core.hazards import TO_REVIEW, State
from services.core.shape import utc_text
from services.store.hazard_parts import is_whole, may_hold
from services.store.queries.hazards import SETTLED, HazardRow, rows_of
from services.store.queries.paging import Expression, Field, Listing, Narrow, ids_called, in_text
from services.store.queries.status import OPEN, is_open, open_clock
from services.store.records import Records
from services.store.tables import hazards, people, teams, zones

OPEN_TEXTS = "ix_hazards_open_texts"
NOW = sa.bindparam("now", type_=sa.Text)  # of questions that are put together once
Part = Literal["", "settled", "open", "clocked", "overdue", "pool"]
OF_OPEN: tuple[Part, ...] = ("open", "clocked", "overdue", "pool")


def hazard_listing(now: datetime, me: str | None = None, *, part: Part = "", but: Collection[str] = ()) -> Listing:
    """The newest report first; of what is open, the shortest clock. Its records are HazardRow as of this moment, for
    who is signed in. `part`: only those that are settled (closed, or found to be none) without those whose ids are in
    `but`; that are open; that are open and have a clock, which an index has in its order; whose time has passed; that
    are in the open pool. Else all."""

    def read(look: Records, rows: Sequence[sa.Row[Any]]) -> tuple[HazardRow, ...]:
        return rows_of(look, [look.read("hazard", row) for row in rows], now, me)

    number = sa.literal_column("hazards.rowid", sa.Integer)
    newest = part in ("", "settled")
    order = "reported" if newest else "clock"
    fields = _fields(number if part in OF_OPEN else None)
    only = _only(part, now, but)
    return Listing(hazards, number, hazards.c.id, fields, read, order, newest, only, partial(_narrowing, number))


def _narrowing(number: Expression, connection: sa.Connection) -> "Narrow | None":
    return partial(may_hold, number) if is_whole(connection) else None


def _only(part: Part, now: datetime | None, but: Collection[str] = ()) -> "sa.ColumnElement[bool] | None":
    if part == "settled":
        return sa.and_(hazards.c.state.in_(SETTLED), hazards.c.id.not_in(list(but)))
    if part == "open":
        return hazards.c.state.in_(OPEN)
    if part == "clocked":
        return open_clock().is_not(None)
    if part == "overdue":
        return open_clock() < (NOW if now is None else utc_text(now))
    if part == "pool":
        nobody = sa.func.coalesce(hazards.c.team, hazards.c.assignee).is_(None)  # so that no index of teams is taken
        return sa.and_(hazards.c.state == State.REPORTED.value, nobody)
    return None


@dataclass(frozen=True, slots=True)
class HazardCounts:
    """How many hazards there are of each part."""

    open: int
    clocked: int
    overdue: int
    pool: int


def hazard_counts(look: Records, now: datetime) -> HazardCounts:
    """As of this moment; each by an index, all in one question."""
    return HazardCounts(*look.connection.execute(_counting(), {NOW.key: utc_text(now)}).one())


@cache
def _counting() -> "sa.Select[Any]":
    """How many there are of each part."""
    parts = [_only(part, None) for part in OF_OPEN]
    return sa.select(*(sa.select(sa.func.count()).where(part).scalar_subquery() for part in parts if part is not None))


def review_rows(
    look: Records, now: datetime, me: str | None, most: int, *, also: Collection[str] = ()
) -> tuple[HazardRow, ...]:
    """What waits for a review, the shortest clock first, at most so many; then those named by `also`."""
    query = sa.select(hazards).where(hazards.c.state.in_([state.value for state in TO_REVIEW]))
    first = query.order_by(hazards.c.review_due_at.is_(None), hazards.c.review_due_at, hazards.c.id).limit(most)
    found = {row.id: look.read("hazard", row) for row in look.connection.execute(first)}
    named = [look.get("hazard", id_) for id_ in sorted(set(also) - found.keys(), reverse=True)]
    return rows_of(look, (*found.values(), *filter(None, named)), now, me)


def _fields(number: Expression | None) -> dict[str, Field]:
    """`number`: the rows' own, where only open ones are wanted."""
    clock = open_clock()
    return {
        "what": _text(hazards.c.description, number),
        "number": _text(hazards.c.number, number),
        "zone": _of(zones, hazards.c.zone),
        "state": Field(sort=hazards.c.state, code=hazards.c.state),
        "category": Field(sort=hazards.c.category, code=hazards.c.category),
        "who": Field(named=_sent_to),
        "clock": Field(sort=clock, moment=clock),
        "reported": Field(sort=hazards.c.reported_at, moment=hazards.c.reported_at),
        "reporter": _of(people, hazards.c.reporter),
    }


def _text(column: "sa.Column[Any]", number: Expression | None) -> Field:
    """A column of words; of the open ones, of which there are few, an index has them all."""
    if number is None:
        return Field(sort=column, text=column, parted=True)

    def found(text: str) -> sa.ColumnElement[bool]:
        words = sa.literal_column(f"hazards.{column.name}", sa.Text)
        some = sa.select(number).select_from(sa.text(f"hazards INDEXED BY {OPEN_TEXTS}"))
        return number.in_(some.where(is_open(), in_text(words, text)))

    return Field(sort=column, text=column, found=found)


def _sent_to(text: str) -> sa.ColumnElement[bool]:
    return sa.or_(_called(people, hazards.c.assignee, text), _called(teams, hazards.c.team, text))


def _of(table: sa.Table, id_: Expression) -> Field:
    """A column that says the name of another record: compared and searched by it."""
    name = sa.select(table.c.name).where(table.c.id == id_).scalar_subquery()
    return Field(sort=name, code=id_, named=lambda text: _called(table, id_, text), names=table)


def _called(table: sa.Table, id_: Expression, text: str) -> sa.ColumnElement[bool]:
    """Whether the record of this id is called so."""
    return id_.in_(ids_called(table, text))
