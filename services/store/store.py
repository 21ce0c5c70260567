"""A plant's store at the hub: database, journal writer, keys. One process at a time opens a SQLite file for writing; on
PostgreSQL several may, on as many machines, and what they hold in memory is never trusted over the database."""

import secrets
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from services.store.accounts import LabelKeys
from services.store.database import Database
from services.store.deliveries import deliver
from services.store.erased import erased_people, list_erased
from services.store.facts import epoch_of, fact, set_fact
from services.store.growth import Growth
from services.store.journal import Answer, Journal, Request, head
from services.store.personal import Salts
from services.store.postgresql import schema_in
from services.store.records import Memory, Records
from services.store.schema import bring_up, still_ours
from services.store.shared import SharedServer
from services.store.writer import Writer


class Store:
    """The authority's store. `chance` gives so many random bytes, for salts and for the first label key; only a plant
    that is to come out the same again brings its own. `server` where its connections are shared with other plants'."""

    def __init__(
        self,
        url: str | Path,
        now: datetime,
        chance: Callable[[int], bytes] = secrets.token_bytes,
        server: SharedServer | None = None,
    ) -> None:
        self.database = Database(url, server=server)
        self.schema = schema_in(str(url)) if server else ""
        bring_up(self.database, keep=True)
        with self.database.writing() as connection:
            self.keys = LabelKeys.of(connection, now, chance)
            if not epoch_of(connection):
                set_fact(connection, "epoch", chance(16).hex())
            if not fact(connection, "hub_id"):
                set_fact(connection, "hub_id", secrets.token_hex(16))  # by chance alone: no two are to be alike
        self.salts: Salts = lambda: chance(16).hex()
        self.memory = Memory() if self.database.is_sqlite else None
        self.writer = Writer(self.database, self._journal, self._forget)
        if self.database.path:
            self.writer.erased.append(self._list_erased)
            self._list_erased()
        self.grown: list[Callable[[int], None]] = []
        self._server = server
        self._growth: Growth | None = None

    def _journal(self, connection: sa.Connection) -> Journal:
        if not self.database.is_sqlite:
            still_ours(connection)
        return Journal(connection, self.keys, deliver, self.salts, self.memory)

    def _forget(self) -> None:
        if self.memory:
            self.memory.clear()

    def _list_erased(self) -> None:
        assert self.database.path is not None
        with self.database.reading() as connection:
            list_erased(self.database.path.parent, erased_people(connection))

    def submit(self, request: Request) -> "Future[Answer]":
        """See Writer.submit."""
        return self.writer.submit(request)

    def submit_together(
        self, requests: Sequence[Request], then: Callable[[sa.Connection], None]
    ) -> "Future[list[Answer]]":
        """See Writer.submit_together."""
        return self.writer.submit_together(requests, then)

    def write(self, work: Callable[[sa.Connection], Any]) -> Any:
        """Runs hub-side writing that is no operation, and waits until it is durable."""
        return self.writer.call(work).result()

    def sealed(self, key: int, text: str, mac: str) -> bool:
        """Whether a label key of this plant made this MAC. A key that nobody here knows yet is looked for once."""
        if key not in self.keys.keys:
            with self.database.reading() as connection:
                self.keys.read(connection)
        return self.keys.sealed(key, text, mac)

    @contextmanager
    def look(self) -> Iterator[Records]:
        """The records on one snapshot."""
        with self.database.reading() as connection:
            yield Records(connection)

    def follow(self, told: Callable[[int], None]) -> None:
        """Has `told` called with the journal's head, within a second, whenever another process has committed, as long
        as it stands in `grown`. On SQLite there is no other process."""
        self.grown = [*self.grown, told]
        if self._server:
            self._server.follow(self.schema, self._tell)
        elif self._growth is None and not self.database.is_sqlite:
            self._growth = Growth(self._heads, lambda _, seq: self._tell(seq))

    def _heads(self) -> dict[str, int]:
        with self.database.reading() as connection:
            return {"": head(connection)[0]}

    def _tell(self, seq: int) -> None:
        for told in self.grown:
            told(seq)

    def close(self) -> None:
        """Finishes what waits and closes."""
        if self._server:
            self._server.forget(self.schema)
        if self._growth:
            self._growth.stop()
        self.writer.close()
        self.database.close()
