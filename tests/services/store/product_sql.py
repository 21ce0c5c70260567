"""The SQL of the product's writing transactions, heard while real code issues it, and issued again through apsw on a
disk of our making. The product's own library cannot be given such a disk."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw
import sqlalchemy as sa

from services.store.database import PRAGMAS

BEGIN = "BEGIN IMMEDIATE"
Statement = tuple[str, Any, bool]  # text, parameters, whether they are many


@dataclass
class Transaction:
    """The statements between a beginning and its end; one without a beginning ran by itself."""

    statements: list[Statement] = field(default_factory=list)
    end: str = ""

    @property
    def commits(self) -> bool:
        return self.end == "COMMIT"


class Heard:
    """What one database was told, in the order of its commits."""

    def __init__(self, path: Path) -> None:
        self.path = str(path)
        self.transactions: list[Transaction] = []
        self._open: dict[Any, Transaction] = {}

    def statement(self, connection: Any, _: Any, text: str, values: Any, __: Any, many: bool) -> None:
        if connection.engine.url.database != self.path:
            return
        if text in (BEGIN, "BEGIN"):
            self._open[connection] = Transaction()
        kept = connection in self._open
        if kept and not text.startswith("SELECT"):
            self._open[connection].statements.append((text, values, many))
        elif not kept and text.startswith(("PRAGMA wal_checkpoint", "PRAGMA foreign_keys")):
            self.transactions.append(Transaction([(text, values, many)]))

    def committed(self, connection: Any) -> None:
        self._ended(connection, "COMMIT")

    def rolled_back(self, connection: Any) -> None:
        self._ended(connection, "ROLLBACK")

    def _ended(self, connection: Any, end: str) -> None:
        done = self._open.pop(connection, None)
        if done is not None and done.statements[0][0] == BEGIN:
            done.end = end
            self.transactions.append(done)


@contextmanager
def heard(path: Path) -> Iterator[list[Transaction]]:
    """What the product tells the database at `path` until this ends."""
    ear = Heard(path)
    hooks = (("before_cursor_execute", ear.statement), ("commit", ear.committed), ("rollback", ear.rolled_back))
    for name, hook in hooks:
        sa.event.listen(sa.Engine, name, hook)
    try:
        yield ear.transactions
    finally:
        for name, hook in hooks:
            sa.event.remove(sa.Engine, name, hook)


def opened(path: Path, disk: str, journal: str = "WAL", **instead: str) -> apsw.Connection:
    """A connection set up as the product sets up its own; `instead` is what a planted fault has otherwise."""
    connection = apsw.Connection(str(path), vfs=disk)
    settings = dict(pragma.split("=") for pragma in PRAGMAS) | instead
    for name, value in {"journal_mode": journal, **settings}.items():
        connection.execute(f"PRAGMA {name}={value}").fetchall()
    return connection


def tell(connection: apsw.Connection, transaction: Transaction) -> None:
    """Issues one transaction. Raises apsw.Error."""
    for text, values, many in transaction.statements:
        if many:
            connection.executemany(text, values).fetchall()
        else:
            connection.execute(text, values or ()).fetchall()
    if transaction.end:
        connection.execute(transaction.end)


def states(before: bytes, transactions: Sequence[Transaction]) -> list[str]:
    """The digest of all content before the first commit and after each."""
    connection = in_memory(before)
    found = [content(connection.execute)]
    for transaction in transactions:
        if transaction.end:
            tell(connection, transaction)
        if transaction.commits:
            found.append(content(connection.execute))
    connection.close()
    return found


def in_memory(before: bytes) -> apsw.Connection:
    """A database in memory that holds what a file did."""
    connection = apsw.Connection(":memory:")
    if before:  # in memory there is no write-ahead log, and a header that speaks of one is refused
        connection.deserialize("main", before[:18] + b"\1\1" + before[20:])
    return connection


def content(execute: Callable[[str], Any]) -> str:
    """A digest of all that a database holds, asked through this function of a connection of either library."""
    from hashlib import blake2b

    made = execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    tables = execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    mark = blake2b(repr(made).encode())
    for (name,) in tables:
        mark.update(repr(execute(f"SELECT * FROM {name}").fetchall()).encode())
    return mark.hexdigest()
