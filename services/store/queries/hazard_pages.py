"""All hazards of a plant as a table that is read page by page: what each column is compared and searched by."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from services.store.queries.hazards import SETTLED, HazardRow, rows_of
from services.store.queries.paging import Expression, Field, Listing, ids_called
from services.store.queries.status import open_clock
from services.store.records import Records
from services.store.tables import hazards, people, teams, zones


def hazard_listing(
    now: datetime, me: str | None = None, *, settled: bool = False, but: Collection[str] = ()
) -> Listing:
    """The newest report first. Its records are HazardRow as of this moment, for who is signed in. `settled`: only those
    that are closed or were found to be none, without those whose ids are in `but`."""

    def read(look: Records, rows: Sequence[sa.Row[Any]]) -> tuple[HazardRow, ...]:
        return rows_of(look, [look.read("hazard", row) for row in rows], now, me)

    number = sa.literal_column("hazards.rowid", sa.Integer)
    only = sa.and_(hazards.c.state.in_(SETTLED), hazards.c.id.not_in(list(but))) if settled else None
    return Listing(hazards, number, hazards.c.id, _fields(), read, "reported", True, only)


def _fields() -> dict[str, Field]:
    clock = open_clock()
    return {
        "what": Field(sort=hazards.c.description, text=hazards.c.description),
        "number": Field(sort=hazards.c.number, text=hazards.c.number),
        "zone": _of(zones, hazards.c.zone),
        "state": Field(sort=hazards.c.state, code=hazards.c.state),
        "who": Field(named=_sent_to),
        "clock": Field(sort=clock, moment=clock),
        "reported": Field(sort=hazards.c.reported_at, moment=hazards.c.reported_at),
        "reporter": _of(people, hazards.c.reporter),
    }


def _sent_to(text: str) -> sa.ColumnElement[bool]:
    return sa.or_(_called(people, hazards.c.assignee, text), _called(teams, hazards.c.team, text))


def _of(table: sa.Table, id_: Expression) -> Field:
    """A column that says the name of another record: compared and searched by it."""
    name = sa.select(table.c.name).where(table.c.id == id_).scalar_subquery()
    return Field(sort=name, code=id_, named=lambda text: _called(table, id_, text), names=table)


def _called(table: sa.Table, id_: Expression, text: str) -> sa.ColumnElement[bool]:
    """Whether the record of this id is called so."""
    return id_.in_(ids_called(table, text))
