"""The plant as it stood at any moment: every state that a record has had, by the entries of the journal that is here.

They lie in a database in memory, in which a view stands for each table of records and shows the states of one entry.
So every query answers of the past as it does of the present, by the very same statements, and a jump is one update.

A moment's entry is the last that the hub had received by then: what came late from a computer without a connection
is seen from its arrival on, as the live map showed it. What waits here for the hub's word has not happened yet.
"""

import json
import threading
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from services.core.shape import utc_moment
from services.store.database import Database, sqlite_driver
from services.store.journal import head
from services.store.pending import grounds
from services.store.personal import clear_of, opened, sealed_in
from services.store.recall import Recall
from services.store.records import Records, packed, unpacked
from services.store.tables import RECORDS, entries, metadata

PAGE = 200  # entries between two chances for others
ENDLESS = 2**62
Key = tuple[str, str]
States = dict[int, list[Any]]  # by row: kind, values, since which entry, until which
Ended = dict[str, list[tuple[int, int]]]  # by kind: the entry that ended a state, and its row


class Timeline:
    """Built by `extend`, which is for a task; `ask` may be called by any thread, also meanwhile."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._begin()

    def _begin(self) -> None:
        driver = sqlite_driver()
        engine = sa.create_engine(
            "sqlite://",
            module=driver,
            creator=lambda: driver.connect(":memory:", check_same_thread=False, isolation_level=None),
            poolclass=sa.StaticPool,
        )
        self._connection = engine.connect()
        self._recall = Recall()
        self._open: dict[Key, int] = {}  # the row of each record's newest state
        self._rows = 0
        self._seqs: list[int] = []
        self._moments: list[datetime] = []
        self._opened_at: int | None = None
        self._whole = False
        _lay_out(self._connection)

    @property
    def begins(self) -> datetime | None:
        """The first moment that can be shown; None while nothing is here."""
        return self._moments[0] if self._moments else None

    @property
    def ends(self) -> datetime | None:
        """The moment of the last entry; None while nothing is here."""
        return self._moments[-1] if self._moments else None

    def extend(self, database: Database, step: Callable[[float], bool] = lambda _: True) -> bool:
        """Takes in the entries that are not here yet, a page at a time; `step` hears how far it is (0 to 1) and ends it
        by False. What an erasure has taken away, and what has come from before the first entry, make it begin anew.
        Whether it has reached the journal's end."""
        while True:
            with database.reading() as connection, self._lock:
                last = head(connection)[0]
                page = self._next(connection)
                if self._must_begin_anew(connection, page):
                    self._connection.engine.dispose()
                    self._begin()
                    continue
                if self._opened_at is None:
                    self._opened_at = last
                self._take_in(connection, page)
                if not page:
                    self._take_untouched(connection)
                    return True
                share = page[-1]["seq"] / max(1, last)
            if not step(share):
                return False

    def ask(self, at: datetime, query: Callable[..., Any], /, **arguments: Any) -> Any:
        """The answer of a query on the records as they stood at a moment."""
        with self._lock:
            self._connection.exec_driver_sql("UPDATE standing SET seq = ?", (self._seq(at),))
            return query(Records(self._connection, recall=self._recall), **arguments)

    def moment(self, seq: int) -> datetime:
        """Since when what an entry did has been seen; the first moment for what was there before all of them."""
        return self._moments[max(0, bisect_right(self._seqs, seq) - 1)]

    def ended(self, until: int) -> bool:
        """Whether a state that stood until this entry stands no more."""
        return until < ENDLESS

    def states(self, kind: str) -> list[tuple[dict[str, Any], int, int]]:
        """All states that records of a kind have had, each record's in order: its JSON object, the entry since which it
        stood, and the one that ended it (beyond all entries while it stands)."""
        with self._lock:
            all_states = f"SELECT * FROM {RECORDS[kind].name}_states ORDER BY id, _since"
            rows = self._connection.exec_driver_sql(all_states).mappings()
            names = [column.name for column in RECORDS[kind].c]
            return [(unpacked(kind, {name: row[name] for name in names}), row["_since"], row["_until"]) for row in rows]

    def _seq(self, at: datetime) -> int:
        found = bisect_right(self._moments, at)
        return self._seqs[found - 1] if found else (self._seqs[0] - 1 if self._seqs else 0)

    def _next(self, connection: sa.Connection) -> list[dict[str, Any]]:
        after = self._seqs[-1] if self._seqs else 0
        query = sa.select(entries.c.body).where(entries.c.seq > after).order_by(entries.c.seq).limit(PAGE)
        return [json.loads(body) for body in connection.execute(query).scalars()]

    def _must_begin_anew(self, connection: sa.Connection, page: Sequence[Mapping[str, Any]]) -> bool:
        """Names that were read before an erasure must not stay; and a past that begins earlier begins otherwise; and a
        journal that was set back has other entries."""
        if not self._seqs:
            return False
        first, last = connection.execute(sa.select(sa.func.min(entries.c.seq), sa.func.max(entries.c.seq))).one()
        if first != self._seqs[0] or (last or 0) < self._seqs[-1]:
            return True
        since = self._opened_at or 0
        return any(one["kind"] == "people.erase" and "refused" not in one and one["seq"] > since for one in page)

    def _take_in(self, connection: sa.Connection, page: Sequence[Mapping[str, Any]]) -> None:
        clear = clear_of(connection, sealed_in([one["changes"] for one in page]))
        states: States = {}
        ended: Ended = {}
        for body in page:
            for change in body["changes"]:
                self._change(states, ended, body["seq"], opened(change, clear))
            self._seqs.append(body["seq"])
            received = utc_moment(body["received_at"])
            self._moments.append(max(received, self._moments[-1]) if self._moments else received)
        self._write(states, ended)

    def _change(self, states: States, ended: Ended, seq: int, change: Mapping[str, Any]) -> None:
        kind, before, after = change["kind"], change["before"], change["after"]
        if kind not in RECORDS:
            return
        key = kind, change["id"]
        row = self._open.get(key)
        if row is None and before is not None:
            row = self._add(states, key, before, 0)
        if row is not None and row in states:
            states[row][3] = seq
        elif row is not None:
            ended.setdefault(kind, []).append((seq, row))
        self._add(states, key, after, seq)

    def _add(self, states: States, key: Key, values: Mapping[str, Any], since: int) -> int:
        self._rows += 1
        self._open[key] = self._rows
        states[self._rows] = [key[0], packed(key[0], values), since, ENDLESS]
        return self._rows

    def _take_untouched(self, connection: sa.Connection) -> None:
        """What no entry here has touched stands as it does now, less what waits for the hub."""
        if self._whole:
            return
        self._whole, before = True, grounds(connection)
        states: States = {}
        for kind, table in RECORDS.items():
            for row in connection.execute(sa.select(table)).mappings():
                key = kind, row["id"]
                values = before[key] if key in before else unpacked(kind, row)
                if key not in self._open and values is not None:
                    self._add(states, key, values, 0)
        self._write(states, {})

    def _write(self, states: States, ended: Ended) -> None:
        run = self._connection.exec_driver_sql
        run("BEGIN")
        for kind, rows in ended.items():
            run(f"UPDATE {RECORDS[kind].name}_states SET _until = ? WHERE _row = ?", rows)
        alike: dict[str, list[tuple[Any, ...]]] = {}
        for row, (kind, values, since, until) in states.items():
            whole = (row, since, until, *(values[column.name] for column in RECORDS[kind].c))
            alike.setdefault(kind, []).append(whole)
        for kind, new in alike.items():
            marks = ", ".join("?" * len(new[0]))
            run(f"INSERT INTO {RECORDS[kind].name}_states VALUES ({marks})", new)
        run("COMMIT")


def _lay_out(connection: sa.Connection) -> None:
    """A table of states and a view for each kind; the tables that hold no records are there, and empty. Their own
    columns begin as no field does."""
    connection.exec_driver_sql("CREATE TABLE standing (seq INTEGER NOT NULL)")
    connection.exec_driver_sql("INSERT INTO standing VALUES (0)")
    records = set(RECORDS.values())
    for table in metadata.sorted_tables:
        if table not in records:
            table.create(connection)
    for table in RECORDS.values():
        _lay_out_states(connection, table)
    if connection.in_transaction():
        connection.commit()


def _lay_out_states(connection: sa.Connection, table: sa.Table) -> None:
    dialect, name = connection.dialect, table.name
    columns = ", ".join(f'"{column.name}" {column.type.compile(dialect)}' for column in table.c)
    span = "_row INTEGER PRIMARY KEY, _since INTEGER NOT NULL, _until INTEGER NOT NULL"
    run = connection.exec_driver_sql
    run(f"CREATE TABLE {name}_states ({span}, {columns})")
    wanted = {tuple(column.name for column in index.columns) for index in table.indexes} | {("id",)}
    for at, names in enumerate(sorted(wanted)):
        keys = ", ".join(f'"{one}"' for one in (*names, "_until", "_since"))
        run(f"CREATE INDEX {name}_states_{at} ON {name}_states ({keys})")
    shown = ", ".join(f'"{column.name}"' for column in table.c)
    now = "(SELECT seq FROM standing)"
    # the plus signs keep the planner to the indexes that it would use in the plant's own tables
    standing = f"+_since <= {now} AND +_until > {now}"
    run(f"CREATE VIEW {name} AS SELECT {shown} FROM {name}_states WHERE {standing}")
