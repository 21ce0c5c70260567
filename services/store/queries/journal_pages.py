"""The whole journal as a table that is read page by page, the newest first: who, what, when, and what came of it. What
a console has done and the hub has yet to answer stands above the entries, as if it were numbered after them all."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from services.core.operation import OPERATIONS
from services.core.shape import utc_text
from services.store.queries.journal import EntryRow, read_entries
from services.store.queries.paging import Expression, Field, Listing, ids_called
from services.store.queries.waiting import waiting_here
from services.store.records import Records
from services.store.tables import entries, hazards, pending, people, touched, zones

Span = tuple[datetime, datetime]
AFTER_ALL = 1 << 40  # what waits is numbered from here on
WAITING = "waiting"
Kinds = Callable[[str], Collection[str]]


def journal_listing(kinds_said: Kinds, span: Span | None = None, *, quiet: bool = True) -> Listing:
    """Everything, or what was done in a span of time; without what is `quiet` where that is not wanted. Its records
    are EntryRow. `kinds_said` answers the kinds of operations whose words hold a text, in the reader's language.
    Outcomes are accepted, refused and waiting."""
    ours = [_here(entries.c.at, span), _here(pending.c.made_at, span)]
    if not quiet:
        ours[0] = sa.and_(ours[0], entries.c.kind.not_in([one.name for one in OPERATIONS.values() if one.quiet]))
    whole = sa.union_all(_entries().where(ours[0]), _waiting().where(ours[1])).subquery("deeds")
    return Listing(whole, whole.c.seq, whole.c.operation, _fields(whole, kinds_said), _read, "at", True)


def _here(at: Expression, span: Span | None) -> Expression:
    """Whether something was done in the span; always true for none, and said of its table in any case."""
    return at.is_not(None) if span is None else sa.and_(at >= utc_text(span[0]), at < utc_text(span[1]))


def _entries() -> "sa.Select[Any]":
    names = ("seq", "operation", "kind", "author", "device", "at", "outcome", "body", "hash")
    return sa.select(*(entries.c[name] for name in names))


def _waiting() -> "sa.Select[Any]":
    """Cast, for SQLite reads both parts by their own indexes only where their columns are of the same type."""
    body = {name: sa.func.json_extract(pending.c.body, f"$.{name}") for name in ("kind", "by", "device")}
    return sa.select(
        sa.cast(pending.c.n + AFTER_ALL, sa.Integer),
        pending.c.operation,
        sa.cast(body["kind"], sa.Text),
        sa.cast(body["by"], sa.Text),
        sa.cast(body["device"], sa.Text),
        pending.c.made_at,
        sa.cast(sa.literal(WAITING), sa.Text),
        pending.c.body,
        sa.cast(sa.literal(""), sa.Text),
    )


def _fields(deeds: sa.Subquery, kinds_said: Kinds) -> dict[str, Field]:
    name = sa.select(people.c.name).where(people.c.id == deeds.c.author).scalar_subquery()
    return {
        "at": Field(sort=deeds.c.seq, moment=deeds.c.at),
        "what": Field(sort=deeds.c.kind, named=lambda text: _says(deeds, kinds_said, text)),
        "who": Field(sort=name, named=lambda text: deeds.c.author.in_(ids_called(people, text))),
        "outcome": Field(sort=deeds.c.outcome, code=deeds.c.outcome),
    }


def _says(deeds: sa.Subquery, kinds_said: Kinds, text: str) -> sa.ColumnElement[bool]:
    """Whether a deed is called so, holds the text in what was asked or changed, or is about a person, or a hazard of a
    zone, whose names the entry itself does not tell."""
    of_zones = sa.select(hazards.c.id).where(hazards.c.zone.in_(ids_called(zones, text)))
    return sa.or_(
        deeds.c.kind.in_(list(kinds_said(text))),
        sa.func.instr(deeds.c.body, text) > 0,
        deeds.c.seq.in_(_touching("person", ids_called(people, text))),
        deeds.c.seq.in_(_touching("hazard", of_zones)),
    )


def _touching(kind: str, ids: "sa.Select[Any]") -> "sa.Select[Any]":
    return sa.select(touched.c.seq).where(touched.c.kind == kind, touched.c.record.in_(ids))


def _read(look: Records, rows: Sequence[sa.Row[Any]]) -> list[EntryRow]:
    """What waits is numbered as it was done here, and has no hash."""
    sealed = read_entries(look, [row._mapping for row in rows if row.outcome != WAITING])
    waits = waiting_here(look) if len(sealed) < len(rows) else ()
    found = {one.id: one for one in (*sealed, *waits)}
    return [found[row.operation] for row in rows]
