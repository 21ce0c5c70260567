"""A big table page by page, for a console's SQLite. Which rows are wanted and how they stand is asked once, as the
numbers by which SQLite knows its rows: eight bytes each, so a million of them are nothing. The rows themselves are read
when they come into view, by these numbers, whatever the order and however deep the place."""

import sys
from array import array
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql.elements import KeyedColumnElement, UnaryExpression
from sqlalchemy.sql.operators import custom_op

from services.core.shape import utc_text
from services.store.queries.wanted import Between, Condition, Contains, OneOf, Wanted
from services.store.records import Records

DIGITS = 16  # of a number as it is written
CHUNK = DIGITS << 15
MOST_FOUND = 10_000
FEW = 1_000  # rows, which are read one by one in no time
Expression = sa.ColumnElement[Any]
Read = Callable[[Records, Sequence[sa.Row[Any]]], Sequence[Any]]
Narrow = Callable[[str], "sa.ColumnElement[bool] | None"]


@dataclass(frozen=True)
class Field:
    """A column in SQL: `sort` is compared, `text` is searched, `code` is one of a few values, `moment` a time as text.
    `named` answers the condition for a text that stands in another table. What is None is not offered. `names` is the
    table of the records whose ids are `code` and by whose names it is sorted, where an index has that `code`. `found`
    answers the condition for a text in `text` faster than reading each row does; the listing's `parts` know what is
    `parted`."""

    sort: Expression | None = None
    text: Expression | None = None
    code: Expression | None = None
    moment: Expression | None = None
    named: Callable[[str], sa.ColumnElement[bool]] | None = None
    names: "sa.Table | None" = None
    found: Callable[[str], sa.ColumnElement[bool]] | None = None
    parted: bool = False


@dataclass(frozen=True)
class Listing:
    """A table that can be paged through. `number` is SQLite's own number of a row, `id` what stays when the row is
    written anew. `read` makes records of whole rows, in their order. `order` is the field that it stands by at
    first. `only` leaves out the rows that do not belong to it. `parts` answers what narrows the rows down to those in
    which a text may stand, where a connection has such a thing."""

    table: sa.FromClause
    number: Expression
    id: "KeyedColumnElement[Any]"
    fields: Mapping[str, Field]
    read: Read
    order: str
    descending: bool = False
    only: "sa.ColumnElement[bool] | None" = None
    parts: Callable[[sa.Connection], Narrow | None] | None = None


@dataclass(frozen=True, slots=True)
class Arranged:
    """All rows in their order, by number; where those stand that were asked for, by id and by number; and the rows
    from the place `at` on that are in view."""

    numbers: "array[int]"
    places: dict[str, int] = field(default_factory=dict)
    of_numbers: dict[int, int] = field(default_factory=dict)
    at: int = 0
    rows: tuple[Any, ...] = ()


def ids_called(table: sa.Table, text: str) -> "sa.Select[Any]":
    """The ids of the records in whose name a text stands."""
    return sa.select(table.c.id).where(table.c.name.icontains(text, autoescape=True))


def first_rows(look: Records, listing: Listing, wanted: Wanted, most: int) -> Arranged:
    """The first rows, at most so many. Fast where an index has the order; how many there are in all is not asked, for
    to count a million takes longer than to show the first."""
    by = listing.fields[wanted.sort or listing.order]
    if by.names is not None and not _asks_text(wanted):
        numbers = _first_by_name(look, listing, wanted, most)
    else:
        narrow = _narrow(look, listing, wanted)
        narrow = narrow if narrow is not None and _few(look, listing, wanted, narrow) else None
        selected = _selected(listing, wanted, listing.number, narrow=narrow)
        query = _ordered(selected, listing, wanted, whole=narrow is not None)
        numbers = array("q", look.connection.execute(query.limit(most)).scalars())
    return Arranged(numbers, rows=rows_at(look, listing, numbers))


def _first_by_name(look: Records, listing: Listing, wanted: Wanted, most: int) -> "array[int]":
    """The same where rows stand by the names of other records: a name at a time, of which there are few, so that not
    every row has to be asked for its own."""
    by, down = listing.fields[wanted.sort or listing.order], _downwards(listing, wanted)
    assert by.names is not None, "sorted by no other records"
    assert by.code is not None, "no column says which"
    called = by.names.c.name
    query = sa.select(called, by.names.c.id).where(called.is_not(None)).order_by(called.desc() if down else called)
    named = [(row[0], row[1]) for row in look.connection.execute(query)]
    numbers, order = array("q"), listing.number.desc() if down else listing.number
    alike = [[id_ for _, id_ in some] for _, some in groupby(named, key=itemgetter(0))]
    parts: list[sa.ColumnElement[bool]] = [by.code.in_(ids) for ids in alike]
    parts.append(sa.or_(by.code.is_(None), by.code.not_in([id_ for _, id_ in named])))
    for part in parts:
        rest = _selected(listing, wanted, listing.number).where(part).order_by(order).limit(most - len(numbers))
        numbers.extend(look.connection.execute(rest).scalars())
        if len(numbers) >= most:
            break
    return numbers


def arranged(
    look: Records,
    listing: Listing,
    wanted: Wanted,
    ids: Collection[str] = (),
    numbers: Collection[int] = (),
    top: str = "",
    page: int = 100,
) -> Arranged:
    """Where every row stands. The rows of the page that the record `top` is on, and of the one after it, come along;
    without it the first two pages."""
    asked = _numbers_of(look, listing, {*ids, top} - {""})
    all_, found = _walked(look, listing, wanted, set(asked.values()).union(numbers))
    places = {id_: found[number] for id_, number in asked.items() if number in found}
    at = places.get(top, 0) // page * page
    return Arranged(all_, places, found, at, rows_at(look, listing, all_[at : at + 2 * page]))


def _walked(
    look: Records, listing: Listing, wanted: Wanted, watched: Collection[int]
) -> tuple["array[int]", dict[int, int]]:
    """The numbers of all rows in order, and the places of those that are watched. They come as one text: a row at a
    time they would take twice as long, and hold up whoever else runs in this process."""
    number, narrow = listing.number.label("number"), _narrow(look, listing, wanted)
    selected = _selected(listing, wanted, number, narrow=narrow)
    query = _ordered(selected, listing, wanted, whole=True)
    inner = query.subquery()
    written = sa.func.group_concat(sa.func.printf(f"%0{DIGITS}x", inner.c.number), "")
    text = look.connection.execute(sa.select(written)).scalar() or ""
    all_ = array("q")
    for at in range(0, len(text), CHUNK):  # in pieces, between which others may run
        all_.frombytes(bytes.fromhex(text[at : at + CHUNK]))
    if sys.byteorder == "little":
        all_.byteswap()
    places = {number: _place_in(text, number) for number in watched}
    return all_, {number: place for number, place in places.items() if place is not None}


def _narrow(look: Records, listing: Listing, wanted: Wanted) -> Narrow | None:
    return listing.parts(look.connection) if listing.parts and _asks_text(wanted) else None


def _few(look: Records, listing: Listing, wanted: Wanted, narrow: Narrow) -> bool:
    """Whether a text narrows the rows down to a few. Where many may hold it, the first of them are met sooner by
    reading in the order that is wanted."""
    fields = listing.fields
    texts = [one.text for key, one in wanted.columns if isinstance(one, Contains) and fields[key].parted]
    near = [one for text in texts if (one := narrow(text)) is not None]
    those = sa.select(listing.number).select_from(listing.table).limit(FEW)
    return any(len(look.connection.execute(those.where(one)).all()) < FEW for one in near)


def _place_in(text: str, number: int) -> int | None:
    """Where a number stands among those written one after the other."""
    wanted, at = f"{number:0{DIGITS}x}", -1
    while (at := text.find(wanted, at + 1)) >= 0:
        if at % DIGITS == 0:
            return at // DIGITS
    return None


def _numbers_of(look: Records, listing: Listing, ids: Collection[str]) -> dict[str, int]:
    query = sa.select(listing.id, listing.number).where(listing.id.in_(list(ids)))
    return {row[0]: row[1] for row in look.connection.execute(query)} if ids else {}


def rows_at(look: Records, listing: Listing, numbers: Iterable[int]) -> tuple[Any | None, ...]:
    """The records of these numbers in their order; None for one that has been written anew meanwhile."""
    wanted = list(numbers)
    table, those = listing.table, listing.number.in_(wanted)
    named = look.connection.execute(sa.select(listing.number, listing.id).where(those))
    ids = {row[0]: row[1] for row in named}
    rows = look.connection.execute(sa.select(table).where(those)).all()
    place = table.columns.keys().index(listing.id.key)
    records = dict(zip((row[place] for row in rows), listing.read(look, rows), strict=True))
    return tuple(records.get(ids.get(number)) for number in wanted)


def place_of(look: Records, listing: Listing, id_: str, numbers: "array[int]") -> int | None:
    """Where a record stands; None where it is not among these."""
    number = _numbers_of(look, listing, (id_,)).get(id_)
    return numbers.index(number) if number is not None and number in numbers else None


def place_starting(
    look: Records, listing: Listing, key: str, start: str, numbers: "array[int]", after: int
) -> int | None:
    """The next place after `after`, round the end, whose column `key` starts with a text; None where there is none,
    or where the column's text is in no table of its own."""
    text = listing.fields[key].text
    if text is None or not start:
        return None
    query = sa.select(listing.number).where(text.like(f"{_plain(start)}%", escape="\\")).limit(MOST_FOUND)
    hits = set(look.connection.execute(query).scalars())
    places = [*range(after + 1, len(numbers)), *range(min(after + 1, len(numbers)))] if hits else []
    return next((place for place in places if numbers[place] in hits), None)


def _selected(listing: Listing, wanted: Wanted, *what: Any, narrow: Narrow | None = None) -> "sa.Select[Any]":
    query = sa.select(*what).select_from(listing.table)
    if listing.only is not None:  # SQLite would go by an index of it, and not by what narrows it more
        query = query.where(listing.only if narrow is None else _unindexed(listing.only))
    for key, condition in wanted.columns:
        query = query.where(_holds(listing.fields[key], condition, narrow))
    text = wanted.text.strip()
    anywhere = [_holds(one, Contains(text), narrow) for one in listing.fields.values() if text and _searched(one)]
    return query.where(sa.or_(*anywhere)) if anywhere else query


def _ordered(query: "sa.Select[Any]", listing: Listing, wanted: Wanted, *, whole: bool = False) -> "sa.Select[Any]":
    """Rows that say the same stand as they were written; those that say nothing come last. Where a text is looked for
    in the whole table, it is read as it lies in the file: by an index of the order that takes twice as long."""
    key = listing.fields[wanted.sort or listing.order].sort
    assert key is not None, f"{wanted.sort} is not offered for sorting"
    down = _downwards(listing, wanted)
    last = listing.number.desc() if down else listing.number.asc()  # said to have no nulls, it needs no sorting
    if key is listing.number:
        return query.order_by(last)
    if whole and _asks_text(wanted):
        key = _unindexed(key)
    return query.order_by(key.desc().nulls_last() if down else key.asc().nulls_last(), last)


def _downwards(listing: Listing, wanted: Wanted) -> bool:
    return wanted.descending if wanted.sort else listing.descending


def _asks_text(wanted: Wanted) -> bool:
    """Whether each row has to be read to know whether it is wanted."""
    return bool(wanted.text) or any(isinstance(one, Contains) for _, one in wanted.columns)


def _unindexed(key: Expression) -> Expression:
    """The same to SQLite, but no index has it."""
    return UnaryExpression(key, operator=custom_op("+"), type_=key.type)


def _searched(field: Field) -> bool:
    return field.text is not None or field.named is not None


def _holds(field: Field, condition: Condition, narrow: Narrow | None = None) -> sa.ColumnElement[bool]:
    """A condition in SQL. What a column cannot be asked holds for no row."""
    if isinstance(condition, OneOf):
        return sa.false() if field.code is None else field.code.in_(condition.codes)
    if isinstance(condition, Between):
        return sa.false() if field.moment is None else _within(field.moment, condition)
    parts: list[sa.ColumnElement[bool]] = []
    if field.text is not None:
        held = field.found(condition.text) if field.found else in_text(field.text, condition.text)
        near = narrow(condition.text) if narrow is not None and field.parted else None
        parts.append(held if near is None else sa.and_(near, held))
    parts += [] if field.named is None else [field.named(condition.text)]
    return sa.or_(*parts) if parts else sa.false()


def _within(moment: Expression, span: Between) -> sa.ColumnElement[bool]:
    parts: list[sa.ColumnElement[bool]] = [moment.is_not(None)]
    parts += [] if span.since is None else [moment >= utc_text(span.since)]
    parts += [] if span.until is None else [moment < utc_text(span.until)]
    return sa.and_(*parts)


def in_text(column: Expression, text: str) -> sa.ColumnElement[bool]:
    """Holds a text, whatever its case; one that has no case, as Chinese and figures, is found by its bytes."""
    if text.lower() == text.upper():
        return sa.func.instr(column, text) > 0
    return column.like(f"%{_plain(text)}%", escape="\\")


def _plain(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
