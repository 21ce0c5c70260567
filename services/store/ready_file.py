"""The ready replica: a database file with the plant's records as a console may have them, made by the hub, compressed,
and laid under a console's own operations. A first sync is one download, however large the plant is."""

import os
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex

from services.core.ids import new_id
from services.store.database import Database, sqlite_driver
from services.store.digests import hidden_columns
from services.store.facts import epoch_of, set_fact
from services.store.journal import head
from services.store.room import companions, needing_room
from services.store.schema import HEAD, bring_up
from services.store.tables import RECORDS, SQLITE_INDEXES, entries

STALE_AFTER = 5_000  # entries; a console pulls what is newer than the file as entries
LEVEL = 3  # of zstd: higher ones save some per cent and take several times as long
CHUNK = 1 << 20
BARE = ("PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF")


@dataclass(frozen=True, slots=True)
class Ready:
    """A compressed file, and what it holds: records after entry `seq` of an epoch."""

    path: Path
    epoch: str
    seq: int

    @property
    def name(self) -> str:
        """Names this very file."""
        return self.path.name


class ReadyFiles:
    """Keeps the newest file of each kind of copy in a folder. Any thread may ask."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.folder = folder
        self._lock = threading.Lock()
        self._newest: dict[bool, Ready] = {}

    def get(self, *, blank: bool) -> Ready:
        """The file for those who see people (or, `blank`, do not); made when there is none or it is too old.
        Raises Refused: disk_full."""
        with self._lock:
            found = self._newest.get(blank)
            if found is None or not found.path.exists() or self._stale(found):
                found = self._newest[blank] = self._make(blank)
            return found

    def named(self, name: str, *, blank: bool) -> Path | None:
        """The file of a name that `get` has given to such a reader, as long as it is there."""
        found = self._newest.get(blank)
        return found.path if found is not None and found.name == name and found.path.exists() else None

    def _stale(self, ready: Ready) -> bool:
        """Too many entries since, another epoch, or someone has been erased."""
        with self.database.reading() as connection:
            erased = sa.select(entries.c.seq).where(entries.c.kind == "people.erase", entries.c.seq > ready.seq)
            return (
                epoch_of(connection) != ready.epoch
                or head(connection)[0] - ready.seq > STALE_AFTER
                or connection.execute(erased.limit(1)).first() is not None
            )

    def _make(self, blank: bool) -> Ready:
        self.folder.mkdir(parents=True, exist_ok=True)
        kind = "blank" if blank else "full"
        for old in self.folder.glob(f"{kind}-*"):
            old.unlink(missing_ok=True)
        plain = self.folder / f"{kind}-making.db"
        with self.database.reading() as connection, needing_room(*companions(plain)):
            epoch, (seq, hash_) = epoch_of(connection), head(connection)
            _write(plain, self._template(), _rows(connection, blank), epoch, seq, hash_)
        packed = self.folder / f"{kind}-{seq}-{new_id()[-8:]}.zst"
        with needing_room(plain, packed):
            _compress(plain, packed)
        plain.unlink()
        return Ready(packed, epoch, seq)

    def _template(self) -> bytes:
        """An empty replica as bytes; migrations are slow and run once."""
        place = self.folder / f"template-{HEAD}.db"
        if not place.exists():
            fresh = place.with_suffix(".new")
            fresh.unlink(missing_ok=True)
            with needing_room(*companions(fresh)):
                empty = Database(fresh)
                bring_up(empty)
                empty.close()
            fresh.replace(place)
        return place.read_bytes()


def _rows(connection: sa.Connection, blank: bool) -> Iterator[tuple[sa.Table, list[str], list[tuple[Any, ...]]]]:
    for kind, table in RECORDS.items():
        names = sorted(column.name for column in table.columns)
        hidden = hidden_columns(kind) if blank else frozenset[int]()
        found = connection.execute(sa.select(*(table.c[name] for name in names)).order_by(table.c.id))
        rows = [tuple(row) for row in found]
        if hidden:
            rows = [tuple("" if at in hidden and value else value for at, value in enumerate(row)) for row in rows]
        yield table, names, rows


def _write(plain: Path, template: bytes, rows: Any, epoch: str, seq: int, hash_: str) -> None:
    """The plain file. Indexes are left out: they would be a third of what travels, and are quickly made."""
    plain.write_bytes(template)
    with closing(sqlite_driver().connect(plain, isolation_level=None)) as file:
        for pragma in BARE:
            file.execute(pragma).close()
        file.execute("BEGIN")
        for name in SQLITE_INDEXES:
            file.execute(f"DROP INDEX IF EXISTS {name}")
        for table, names, values in rows:
            for index in table.indexes:
                file.execute(f"DROP INDEX IF EXISTS {index.name}")
            places = ", ".join("?" for _ in names)
            columns = ", ".join(f'"{name}"' for name in names)
            file.executemany(f"INSERT INTO {table.name} ({columns}) VALUES ({places})", values)
        file.execute("COMMIT")
    made = Database(plain)
    with made.writing() as connection:
        for name, value in {"epoch": epoch, "cursor": seq, "hash": hash_, "floor": seq + 1}.items():
            set_fact(connection, name, value)
    with made.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
    made.close()


def _compress(plain: Path, packed: Path) -> None:
    import zstandard

    with open(plain, "rb") as source, open(packed, "wb") as target:
        zstandard.ZstdCompressor(level=LEVEL, threads=-1).copy_stream(source, target)


def unpack(packed: Path, plain: Path) -> None:
    """The compressed file as a database on the disk, with the tables of this version and their indexes; an older hub's
    has those of before. ValueError for a file that is none. Raises Refused: newer_store."""
    import zstandard

    try:
        with open(packed, "rb") as source, open(plain, "wb") as target:
            zstandard.ZstdDecompressor().copy_stream(source, target)
            target.flush()
            os.fsync(target.fileno())
    except zstandard.ZstdError as error:
        raise ValueError(str(error)) from error
    fresh = Database(plain)
    bring_up(fresh)
    fresh.close()
    with closing(sqlite_driver().connect(plain, isolation_level=None)) as file:
        for pragma in BARE:
            file.execute(pragma).close()
        file.execute("BEGIN")
        for table in RECORDS.values():
            for index in table.indexes:
                file.execute(str(CreateIndex(index, if_not_exists=True).compile(dialect=sqlite.dialect())))
        for made in SQLITE_INDEXES.values():
            file.execute(made)
        file.execute("COMMIT")
