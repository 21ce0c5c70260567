"""What a store stands on in a test: a SQLite file of its own, or a schema of a real PostgreSQL server."""

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from services.store.database import Database
from services.store.schema import bring_up
from services.store.tables import metadata
from tests.postgres import Server
from tests.services.store.workshop import Workshop

Story = Callable[[Workshop], Any]
SHARED = "shared"  # the schema that a process's quick tests use one after the other


class OnSqlite:
    """Files in the test's folder. `kept` is what the stories of a session have left."""

    def __init__(self, folder: Path, kept: dict[Any, Any]) -> None:
        self.folder = folder
        self.kept = kept
        self._count = itertools.count()

    def fresh(self) -> Path:
        """Where there is nothing yet, not even tables."""
        return self.folder / f"fresh-{next(self._count)}.db"

    def open(self) -> Workshop:
        """A store with nothing in it."""
        return Workshop(self.folder / "plant.db")

    def open_after(self, story: Story) -> Workshop:
        """A store as a story leaves it, which is told once only."""
        path = self.folder / "plant.db"
        if ("sqlite", story) not in self.kept:
            shop = Workshop(path)
            story(shop)
            shop.close()
            self.kept["sqlite", story] = path.read_bytes()
        path.write_bytes(self.kept["sqlite", story])
        return Workshop(path)


class OnPostgresql:
    """Schemas of a server; the quick tests share one, emptied before each."""

    def __init__(self, server: Server, kept: dict[Any, Any]) -> None:
        self.server = server
        self.kept = kept
        self._count = kept.setdefault("schemas", itertools.count())

    def fresh(self) -> str:
        """A schema with nothing in it yet, not even tables."""
        name = f"fresh_{next(self._count)}"
        self.server.run(f"CREATE SCHEMA {name}")
        return self.server.url(name)

    def open(self) -> Workshop:
        """A store with nothing in it."""
        self._empty()
        return Workshop(self.server.url(SHARED))

    def open_after(self, story: Story) -> Workshop:
        """A store as a story leaves it, which is told once only."""
        if ("postgresql", story) not in self.kept:
            shop = self.open()
            story(shop)
            self.kept["postgresql", story] = {name: shop.rows(sa.select(t)) for name, t in metadata.tables.items()}
            shop.close()
        self._empty()
        database = Database(self.server.url(SHARED))
        with database.writing() as connection:
            for name, rows in self.kept["postgresql", story].items():
                if rows:
                    connection.execute(sa.insert(metadata.tables[name]), rows)
        database.close()
        return Workshop(self.server.url(SHARED))

    def _empty(self) -> None:
        if SHARED not in self.kept:
            database = Database(self.server.url(SHARED))
            bring_up(database)
            database.close()
            self.kept[SHARED] = True
        self.server.run("; ".join(f"DELETE FROM {SHARED}.{name}" for name in metadata.tables))


Ground = OnSqlite | OnPostgresql
