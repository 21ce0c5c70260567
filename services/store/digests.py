"""Whether two copies of a plant hold the same records: a sum of row hashes a kind, and a bucket where they differ.

A row's bucket is the last byte of its id, which is random, so that buckets stay even and a row never changes its own.
"""

import hashlib
import threading
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

import sqlalchemy as sa

from services.core.record import KINDS
from services.store.journal import head
from services.store.records import packed, unpacked
from services.store.tables import RECORDS, touched

BUCKETS = 256
MODULUS = 2**64
PART = 2000
Sums = dict[str, list[int]]  # by kind: a sum a bucket


class Digests:
    """The sums of one database, kept up to date by what entries have touched. `blank`: as an auditor's copy is, with
    personal values left out. Any thread may ask."""

    def __init__(self, *, blank: bool = False) -> None:
        self.blank = blank
        self._lock = threading.Lock()
        self._seq = -1
        self._rows: dict[str, dict[str, int]] = {}
        self._sums: Sums = {}
        self._total = (-1, "")

    def forget(self) -> None:
        """The next answer reads every row."""
        with self._lock:
            self._seq = -1

    def of(
        self, connection: sa.Connection, instead: Mapping[tuple[str, str], dict[str, Any] | None] | None = None
    ) -> tuple[int, Sums]:
        """The last entry's sequence number and the sums as they stand after it. `instead` has rows to be counted
        other than they are: what stood before a console's own waiting operations."""
        with self._lock:
            seq = head(connection)[0]
            if self._seq < 0 or seq < self._seq:
                self._read_all(connection)
            elif seq > self._seq:
                self._read_since(connection, self._seq)
            self._seq = seq
            for (kind, id_), values in (instead or {}).items():
                stood = 0 if values is None else row_hash(_tuple(kind, values), self._hidden(kind))
                self._add(kind, id_, stood)  # so it is at the hub, however often it is changed here
            return seq, {kind: list(found) for kind, found in self._sums.items()}

    def total(self, connection: sa.Connection) -> str:
        """The sums as one short text, computed once for each state of the journal."""
        seq, sums = self.of(connection)
        if self._total[0] != seq:
            self._total = (seq, total(sums))
        return self._total[1]

    def _read_all(self, connection: sa.Connection) -> None:
        self._rows = {kind: {} for kind in RECORDS}
        self._sums = {kind: [0] * BUCKETS for kind in RECORDS}
        for kind, table in RECORDS.items():
            names = ", ".join(f'"{name}"' for name in _names(kind))
            cursor = connection.exec_driver_sql(f"SELECT {names} FROM {table.name}").cursor
            while rows := cursor.fetchmany(PART):  # as the driver has them: thrice as fast, and it is every row
                self._count(kind, map(_plain(kind), rows))

    def _read_since(self, connection: sa.Connection, seq: int) -> None:
        """The rows that entries after `seq` have touched, and those that are gone."""
        ids: dict[str, set[str]] = {}
        for kind, id_ in _plain_rows(connection, _SINCE, seq):
            ids.setdefault(kind, set()).add(id_)
        for kind in ids.keys() & RECORDS.keys():
            for id_ in ids[kind] - self._count(kind, map(_plain(kind), _plain_rows(connection, _changed(kind), seq))):
                self._add(kind, id_, 0)

    def _count(self, kind: str, rows: Iterable[tuple[Any, ...]]) -> set[str]:
        """Counts rows as they are now; their ids."""
        hidden, at = self._hidden(kind), _names(kind).index("id")
        return {self._add(kind, row[at], row_hash(row, hidden)) for row in rows}

    def _add(self, kind: str, id_: str, value: int) -> str:
        place, known = bucket_of(id_), self._rows[kind]
        self._sums[kind][place] = (self._sums[kind][place] - known.get(id_, 0) + value) % MODULUS
        known[id_] = value
        return id_

    def _hidden(self, kind: str) -> frozenset[int]:
        return hidden_columns(kind) if self.blank else frozenset()


def rows_of(connection: sa.Connection, kind: str, bucket: int, *, blank: bool) -> list[dict[str, Any]]:
    """The JSON objects of all records in a bucket."""
    table = RECORDS[kind]
    hidden = KINDS[kind].personal if blank else ()
    ending = table.c.id.like(f"%{bucket:02x}") if bucket else sa.true()
    found = connection.execute(sa.select(table).where(ending).order_by(table.c.id)).mappings()
    rows = [unpacked(kind, row) for row in found if bucket_of(row["id"]) == bucket]
    return [{name: "" if name in hidden and value else value for name, value in row.items()} for row in rows]


def total(sums: Sums) -> str:
    """All sums as one short text."""
    whole = hashlib.blake2b(repr(sorted(sums.items())).encode(), digest_size=16)
    return whole.hexdigest()


def differing(one: Sums, other: Mapping[str, list[int]]) -> list[tuple[str, int]]:
    """The buckets, by kind, in which two copies differ."""
    return [
        (kind, place) for kind in RECORDS for place in range(BUCKETS) if one[kind][place] != other.get(kind, [])[place]
    ]


def bucket_of(id_: str) -> int:
    """A row's bucket: the last byte of its id; 0 for ids that are no UUID."""
    try:
        return int(id_[-2:], 16)
    except ValueError:
        return 0


def row_hash(row: tuple[Any, ...], hidden: frozenset[int] = frozenset()) -> int:
    """64 bits over a row's values, in the order of its columns' names."""
    if hidden:
        row = tuple("" if place in hidden and value else value for place, value in enumerate(row))
    return int.from_bytes(hashlib.blake2b(repr(row).encode(), digest_size=8).digest(), "big")


def hidden_columns(kind: str) -> frozenset[int]:
    """The places of personal values in a row."""
    personal = KINDS[kind].personal
    return frozenset(place for place, name in enumerate(_names(kind)) if name in personal)


def _plain(kind: str) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    """What makes of a driver's row the row that everyone else sees: SQLite has no truth values of its own."""
    columns = _columns(RECORDS[kind])
    truths = [place for place, column in enumerate(columns) if isinstance(column.type, sa.Boolean)]
    if not truths:
        return tuple
    return lambda row: tuple(bool(value) if place in truths else value for place, value in enumerate(row))


_SINCE = sa.select(touched.c.kind, touched.c.record).where(touched.c.seq > sa.bindparam("p_seq"))


@cache
def _changed(kind: str) -> sa.Select[Any]:
    """The rows of a kind that entries have touched since one."""
    table = RECORDS[kind]
    since = sa.select(touched.c.record).where(touched.c.seq > sa.bindparam("p_seq"))  # by its index; ids are no kind's
    return sa.select(*_columns(table)).where(table.c.id.in_(since))


def _plain_rows(connection: sa.Connection, statement: sa.Select[Any], seq: int) -> list[tuple[Any, ...]]:
    """As the driver has them, which is thrice as fast."""
    cursor = connection.execute(statement, {"p_seq": seq}).cursor
    assert cursor is not None
    return list(cursor.fetchall())


def _columns(table: sa.Table) -> list[sa.Column[Any]]:
    return sorted(table.columns, key=lambda column: column.name)


def _names(kind: str) -> list[str]:
    return [column.name for column in _columns(RECORDS[kind])]


def _tuple(kind: str, values: dict[str, Any]) -> tuple[Any, ...]:
    row = packed(kind, values)
    return tuple(row[name] for name in _names(kind))
