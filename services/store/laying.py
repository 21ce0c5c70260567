"""Many records at once, read from and written into a console's own database as its driver takes them: several times as
fast as one by one, and a page of entries has hundreds."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa

from services.store.records import listed, packed, packed_list
from services.store.tables import RECORDS

MOST_IDS = 500  # in one statement
Row = Mapping[str, Any]


def rows_here(
    connection: sa.Connection, kind: str, ids: Sequence[str], read: Callable[[str], Any]
) -> Iterator[dict[str, Any]]:
    """The JSON objects, by sorted names, of those of these records that there are; `read` makes of a list's text what
    stands for it."""
    names, truths, lists = sorted(_names(kind)), _truths(kind), listed(kind)
    for start in range(0, len(ids), MOST_IDS):
        some = tuple(ids[start : start + MOST_IDS])
        asked = f"SELECT {_quoted(names)} FROM {RECORDS[kind].name} WHERE id IN ({_places(len(some))})"
        cursor = connection.exec_driver_sql(asked, some).cursor
        assert cursor is not None
        for row in cursor.fetchall():
            values = dict(zip(names, row, strict=True))
            for name in truths:
                values[name] = None if values[name] is None else bool(values[name])
            for name in lists:
                values[name] = read(values[name])
            yield values


def lay_rows(connection: sa.Connection, kind: str, rows: Sequence[Row]) -> None:
    """Writes whole JSON objects of a kind, new or over the present ones."""
    names = _names(kind)
    if rows:
        values = [tuple(map(packed(kind, row).__getitem__, names)) for row in rows]
        written = f"INSERT OR REPLACE INTO {RECORDS[kind].name} ({_quoted(names)}) VALUES ({_places(len(names))})"
        connection.exec_driver_sql(written, values)


def change_rows(connection: sa.Connection, kind: str, names: Sequence[str], rows: Sequence[tuple[Row, str]]) -> bool:
    """Writes just these values, each row's beside the record's id, so that no index is touched needlessly; whether all
    of the records are here."""
    if not names:
        return True
    lists = [name for name in names if name in listed(kind)]
    values = [
        (*({**row, **{name: packed_list(row[name]) for name in lists}} if lists else row).values(), id_)
        for row, id_ in rows
    ]
    set_ = ", ".join(f'"{name}" = ?' for name in names)
    done = connection.exec_driver_sql(f"UPDATE {RECORDS[kind].name} SET {set_} WHERE id = ?", values)
    return bool(done.rowcount == len(rows))


@cache
def _names(kind: str) -> tuple[str, ...]:
    return tuple(column.name for column in RECORDS[kind].columns)


@cache
def _truths(kind: str) -> tuple[str, ...]:
    """SQLite has no truth values of its own."""
    return tuple(column.name for column in RECORDS[kind].columns if isinstance(column.type, sa.Boolean))


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _places(count: int) -> str:
    return ", ".join("?" * count)
