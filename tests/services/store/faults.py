"""A database that fails under the product: the n-th statement or commit raises what SQLite's driver would, once or
from then on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from services.store.database import Database, sqlite_driver

FULL, BROKEN, LOCKED = "database or disk is full", "disk I/O error", "database is locked"


class Faults:
    """Counts statements and commits of a database, from 1, where `counts` says that they count."""

    def __init__(self, database: Database, counts: Callable[[], bool] = lambda: True) -> None:
        self.counts = counts
        self.count = self.fails_at = 0
        self.again = self.fired = self.commits = False
        self.text = ""
        self._ended: set[Any] = set()  # connections whose transaction the full disk has ended
        for name in ("do_execute", "do_executemany"):
            sa.event.listen(database.engine, name, self._statement)
        dialect: Any = database.engine.dialect
        self._commit, self._rollback = dialect.do_commit, dialect.do_rollback
        dialect.do_commit, dialect.do_rollback = self._on_commit, self._on_rollback

    @contextmanager
    def at(self, count: int, text: str, *, again: bool, commits: bool = False) -> Iterator[None]:
        """Fails at the call `count` with this text, until the end; `commits` counts commits only."""
        self.commits = commits
        self.count, self.fails_at, self.text, self.again, self.fired = 0, count, text, again, False
        try:
            yield
        finally:
            self.fails_at = 0

    def _statement(self, cursor: Any, *_: Any) -> None:
        if not self.commits:
            self._call(cursor.connection)

    def _on_commit(self, connection: Any) -> None:
        self._call(connection.driver_connection)
        self._commit(connection)

    def _on_rollback(self, connection: Any) -> None:
        if connection.driver_connection in self._ended:
            self._ended.discard(connection.driver_connection)
            raise sqlite_driver().OperationalError("cannot rollback - no transaction is active")
        self._rollback(connection)

    def _call(self, connection: Any) -> None:
        """A full disk ends the transaction by itself, so that there is none to be rolled back."""
        if not self.fails_at or not self.counts():
            return
        self.count += 1
        if self.count == self.fails_at or (self.again and self.count > self.fails_at):
            self.fired = True
            if self.text == FULL and connection.in_transaction:
                connection.rollback()
                self._ended.add(connection)
            raise sqlite_driver().OperationalError(self.text)
