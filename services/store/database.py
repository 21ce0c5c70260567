"""Opens a database: SQLite in a file (the usual plant) or PostgreSQL. Every transaction is begun by hand."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import registry
from sqlalchemy.exc import DBAPIError, OperationalError

from services.core.refused import Refused
from services.store import postgresql
from services.store.gate import Gate
from services.store.shared import SharedServer

registry.register("sqlite.anhuan", "services.store.sqlite_dialect", "SameForAllFiles")
BUSY_MS = 10_000
DAMAGE = ("malformed", "not a database", "Could not decode")  # as SQLite words it
PRAGMAS = (
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",  # what an erasure takes away must not stay readable in free pages
    f"busy_timeout={BUSY_MS}",
    "cache_size=-16000",
)


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Whether this SQLite has the repair of the WAL-reset fault: 3.51.3 on, or 3.50.7+ or 3.44.6+ of their lines."""
    if version >= (3, 51, 3):
        return True
    return (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def sqlite_driver() -> Any:
    """The driver module: the wheel that carries a repaired SQLite, else Python's own."""
    try:
        import pysqlite3.dbapi2 as driver
    except ImportError:
        import sqlite3 as driver
    return driver


class Database:
    """An engine, with its two kinds of transaction: `writing` (begun at once, alone) and `reading` (one snapshot).
    `full` is what it refuses with when its disk is full: a console's disk is not the hub's. `log_pages`: how long
    SQLite's write-ahead log may get before a commit brings it into the file. `server`: the connections of several
    plants on one PostgreSQL server, which this one shares."""

    def __init__(
        self,
        url: str | Path,
        *,
        full: str = "disk_full",
        log_pages: int = 1000,
        server: SharedServer | None = None,
    ) -> None:
        text = str(url)
        self.full = full
        self.is_sqlite = "://" not in text
        self.path = Path(text) if self.is_sqlite else None
        self._gate = Gate()
        self._turn = threading.RLock()
        self._server = server
        self.engine = _sqlite(Path(text), log_pages) if self.is_sqlite else _on_server(text, server)
        self._snapshots = self.engine if self.is_sqlite else self.engine.execution_options(**postgresql.SNAPSHOT)

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """One writer's transaction, alone in its plant. Raises Refused: disk_full, store_busy, store_damaged,
        store_unreachable (whether the commit was reached is then not known)."""
        with self._gate.passing(), self._own_turn(), _plain_refusals(self.full), self.engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE" if self.is_sqlite else postgresql.ALONE)
            try:
                yield connection
                connection.commit()
            except BaseException:
                _roll_back(connection)
                raise

    @contextmanager
    def _own_turn(self) -> Iterator[None]:
        """Writers of this process go one after the other without delay: left to SQLite, one that finds another at work
        sleeps, up to a tenth of a second each time, and a window would stand still for that long."""
        if not self.is_sqlite:
            yield
        elif self._turn.acquire(timeout=BUSY_MS / 1000):
            try:
                yield
            finally:
                self._turn.release()
        else:
            raise Refused("store_busy")

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """One snapshot; nothing is written."""
        with self._gate.passing(), _plain_refusals(self.full), self._snapshots.connect() as connection:
            if self.is_sqlite:
                connection.exec_driver_sql("BEGIN")
            try:
                yield connection
            finally:
                _roll_back(connection)

    def clear_log(self) -> None:
        """Brings the write-ahead log into the file and empties it, so that what was erased is not in it either; a
        server's tables of people are written anew. A reader in the way puts it off until the next time, or the end."""
        if not self.is_sqlite:
            postgresql.write_anew(self.engine, ("personal", "people", "incidents"))
        else:
            with self.engine.connect() as connection:
                connection.exec_driver_sql(f"PRAGMA busy_timeout={BUSY_MS // 20}")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                connection.exec_driver_sql(f"PRAGMA busy_timeout={BUSY_MS}")

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody is in a transaction and none begins until this ends; the file may be exchanged meanwhile. Not from
        within a transaction of the same thread."""
        with self._gate.shut():
            self.engine.dispose()
            yield
            self.engine.dispose()

    def close(self) -> None:
        """Gives all connections back; those that other plants use too stay."""
        if self._server is None:
            self.engine.dispose()


def _on_server(url: str, server: SharedServer | None) -> sa.Engine:
    return server.engine(postgresql.schema_in(url)) if server else postgresql.engine(url)


def _roll_back(connection: sa.Connection) -> None:
    """A full disk may already have ended the transaction."""
    try:
        connection.rollback()
    except OperationalError:
        connection.invalidate()


@contextmanager
def _plain_refusals(full: str = "disk_full") -> Iterator[None]:
    try:
        yield
    except UnicodeDecodeError as error:  # the driver can't even read why
        raise Refused("store_damaged") from error
    except sa.exc.TimeoutError as error:  # all connections are in use
        raise Refused("store_busy") from error
    except DBAPIError as error:
        ours = not hasattr(error.orig, "sqlstate")
        refused = _refused_by(str(error.orig), full) if ours else postgresql.refused_by(error)
        if refused is None:
            raise
        raise refused from error
    except sqlite_driver().Error as error:  # of rows that were read as the driver has them
        refused = _refused_by(str(error), full)
        if refused is None:
            raise
        raise refused from error


def _refused_by(text: str, full: str) -> Refused | None:
    """The refusal that an error of SQLite is; None for a fault of ours."""
    if "disk is full" in text or "No space left" in text or "disk I/O error" in text:
        return Refused(full)
    if "locked" in text or "busy" in text:
        return Refused("store_busy")
    return Refused("store_damaged") if any(sign in text for sign in DAMAGE) else None


def _sqlite(path: Path, log_pages: int) -> sa.Engine:
    from services.store.sqlite_dialect import COMPILED

    driver = sqlite_driver()
    version = tuple(int(part) for part in driver.sqlite_version.split("."))
    journal = "WAL" if wal_is_safe(version) else "TRUNCATE"
    engine = sa.create_engine(
        sa.URL.create("sqlite+anhuan", database=str(path)),
        module=driver,
        connect_args={"timeout": BUSY_MS / 1000, "check_same_thread": False},
        pool_size=8,
        max_overflow=32,
    ).execution_options(compiled_cache=COMPILED)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        for pragma in (f"journal_mode={journal}", f"wal_autocheckpoint={log_pages}", *PRAGMAS):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(_: sa.Connection) -> None:
        """SQLAlchemy's own begin does nothing: `writing` and `reading` say which kind."""

    return engine
