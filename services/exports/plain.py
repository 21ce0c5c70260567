"""Tables as CSV that spreadsheets open without harm, and that come back as they were.

A spreadsheet takes a cell that begins with =, +, -, @, a tab or a line's end for a formula. Such a text gets an
apostrophe in front, and so does one that begins with an apostrophe itself; taking one away gives back what was there.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

BOM = "\ufeff"  # by which spreadsheets know UTF-8
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
NOTHING = "\\N"  # no value, as PostgreSQL's COPY writes it; an empty text stays empty
PART = 2000


def harmless(value: Any) -> str:
    """A value as a cell: a number as it is, nothing as \\N, a text that could be taken for a formula or for nothing
    behind an apostrophe."""
    if value is None:
        return NOTHING
    if isinstance(value, bytes):
        return value.hex()
    if not isinstance(value, str):
        return str(int(value)) if isinstance(value, bool) else repr(value)
    return f"'{value}" if value.startswith(RISKY) or value == NOTHING else value


def as_it_was(cell: str) -> str | None:
    """The text of a cell before it was made harmless; numbers stay text."""
    if cell == NOTHING:
        return None
    return cell[1:] if cell.startswith("'") else cell


def lines_of(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """A CSV file, piece by piece."""
    yield (BOM + _line([headings])).encode()
    part: list[Sequence[Any]] = []
    for row in rows:
        part.append([harmless(value) for value in row])
        if len(part) == PART:
            yield _line(part).encode()
            part = []
    yield _line(part).encode()


def rows_in(data: bytes) -> Iterator[list[str | None]]:
    """The rows of such a file, its headings first."""
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        yield [as_it_was(cell) for cell in row]


def table_rows(connection: sa.Connection, table: sa.Table) -> Iterator[Sequence[Any]]:
    """All rows of a table in the order of its key, as they are stored."""
    query = sa.select(table).order_by(*table.primary_key.columns).execution_options(yield_per=PART)
    for row in connection.execute(query):
        yield tuple(row)


def _line(rows: Iterable[Sequence[str]]) -> str:
    made = io.StringIO(newline="")
    csv.writer(made).writerows(rows)
    return made.getvalue()
