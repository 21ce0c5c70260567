"""The connections of one process to one PostgreSQL server, for all the plants that it serves there.

A connection is handed to one plant at a time: it sees that plant's schema from then on, and the next plant that gets it
turns it to its own. So a hundred plants need no more connections than are at work at one moment.
"""

import threading
from collections.abc import Callable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from services.store import postgresql
from services.store.growth import Growth

CONNECTIONS, MORE_AT_NEED = 12, 28  # of one process, however many plants it serves
TURNED_TO = "schema"


class SharedServer:
    """Opens connections when they are needed; `close` gives them back. `url` names no schema."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._engine = postgresql.engine(url, CONNECTIONS, MORE_AT_NEED)
        self._followed: dict[str, Callable[[int], None]] = {}
        self._lock = threading.Lock()
        self._growth: Growth | None = None

    def engine(self, schema: str) -> sa.Engine:
        """The connections as the plant in a schema sees them."""
        one: sa.Engine = self._engine.execution_options()

        @event.listens_for(one, "engine_connect")
        def turn(connection: sa.Connection) -> None:
            if connection.info.get(TURNED_TO) != schema:
                _turn(connection.connection.driver_connection, schema)
                connection.info[TURNED_TO] = schema

        return one

    def follow(self, schema: str, told: Callable[[int], None]) -> None:
        """Has `told` called with the head of the journal in a schema, within a second of its growing. One question
        twice a second asks for all plants."""
        with self._lock:
            self._followed[schema] = told
            if self._growth is None:
                self._growth = Growth(self._heads, self._tell)

    def forget(self, schema: str) -> None:
        """Follows it no more."""
        with self._lock:
            self._followed.pop(schema, None)

    def _heads(self) -> Mapping[str, int]:
        with self._lock:
            schemas = list(self._followed)
        if not schemas:
            return {}
        each = " UNION ALL ".join(
            f"SELECT '{one}', (SELECT coalesce(max(seq), 0) FROM {one}.entries)" for one in schemas
        )
        try:
            with self._engine.connect() as connection:
                return {schema: seq for schema, seq in connection.exec_driver_sql(each)}
        except sa.exc.DBAPIError as error:
            raise postgresql.refused_by(error) or error from error

    def _tell(self, schema: str, seq: int) -> None:
        told = self._followed.get(schema)
        if told:
            told(seq)

    def close(self) -> None:
        """Ends what follows, and all connections."""
        if self._growth:
            self._growth.stop()
        self._engine.dispose()


def _turn(connection: Any, schema: str) -> None:
    """For the session, not for a transaction: what is rolled back later must not turn it back."""
    connection.autocommit = True
    try:
        connection.execute(f"SET search_path TO {schema}")
    finally:
        connection.autocommit = False
