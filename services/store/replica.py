"""A console's copy of the plant: records, entries after entries, and the operations that wait to be sent.

An operation runs here at once and waits. When entries arrive, in one transaction: what waits is taken back, the
entries' records are laid down, and what still waits runs again on top of them.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from services.core.ids import canonical, digest, new_id
from services.core.operation import Actor, Context, Operation, Put, decide, known_kind, premise_of
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import read_as, utc_moment, utc_text
from services.store.database import Database
from services.store.facts import fact, set_fact
from services.store.journal import GENESIS
from services.store.personal import opened
from services.store.records import Records
from services.store.schema import bring_up
from services.store.tables import RECORDS, conflicts, entries, pending, touched
from services.store.wire import operation_from, operation_json


@dataclass(frozen=True, slots=True)
class Local:
    """What an operation did on this console: its id, or why not, and the kinds of records that changed."""

    id: str = ""
    refused: Refused | None = None
    kinds: frozenset[str] = frozenset()

    @property
    def ok(self) -> bool:
        """Whether it ran here; the hub has yet to confirm it."""
        return self.refused is None


@dataclass(frozen=True, slots=True)
class LaidDown:
    """What a page of entries did: kinds that changed, and what became of operations of this console, by id."""

    kinds: frozenset[str]
    settled: dict[str, Refused | None]


@dataclass(frozen=True, slots=True)
class Clock:
    """A console's clocks: wall time, seconds of a clock that never jumps, and the boot it counts in."""

    wall: Callable[[], datetime]
    mono: Callable[[], float]
    boot: str


class Replica:
    """One console's database. Thread-safe by transactions; the GUI thread runs, the sync task lays down."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self.database = Database(path)
        self.clock = clock
        bring_up(self.database)
        with self.database.writing() as connection:
            if fact(connection, "device") is None:
                set_fact(connection, "device", new_id())

    def close(self) -> None:
        """Closes the database."""
        self.database.close()

    def fact(self, name: str) -> Any:
        """A fact kept beside the records: device, me, cursor, hash, epoch, last_n."""
        with self.database.reading() as connection:
            return fact(connection, name)

    def set_facts(self, **values: Any) -> None:
        """Keeps facts."""
        with self.database.writing() as connection:
            for name, value in values.items():
                set_fact(connection, name, value)

    def run(self, kind: str, args: Mapping[str, Any]) -> Local:
        """Runs an operation here at once and keeps it for the hub; a refusal keeps nothing."""
        try:
            with self.database.writing() as connection:
                if not known_kind(kind).offline:
                    raise Refused("needs_hub")
                operation = self._born(connection, kind, args)
                undo = _carry_out(connection, operation, actor_here(connection))
                _keep(connection, operation, undo)
        except Refused as refused:
            return Local(refused=refused)
        return Local(operation.id, None, frozenset(change["kind"] for change in undo))

    def enqueue(self, kind: str, args: Mapping[str, Any]) -> Local:
        """Keeps an operation that only the hub can answer; nothing changes here until it has."""
        try:
            with self.database.writing() as connection:
                read_as(known_kind(kind).cls, args)
                operation = self._born(connection, kind, args)
                _keep(connection, operation, [])
        except Refused as refused:
            return Local(refused=refused)
        return Local(operation.id)

    def _born(self, connection: sa.Connection, kind: str, args: Mapping[str, Any]) -> Operation:
        n = int(fact(connection, "last_n") or 0) + 1
        set_fact(connection, "last_n", n)
        return Operation(
            id=new_id(),
            kind=kind,
            args=dict(args),
            device=fact(connection, "device"),
            n=n,
            made_at=self.clock.wall(),
            premise=premise_of(kind, args, Records(connection)),
            mono=self.clock.mono(),
            boot=self.clock.boot,
        )

    def take_back(self) -> Local:
        """Takes the newest operation back if it was never sent; else the answer is Refused: nothing_to_undo."""
        with self.database.writing() as connection:
            row = connection.execute(_PENDING.order_by(pending.c.n.desc()).limit(1)).first()
            if row is None or row.sent:
                return Local(refused=Refused("nothing_to_undo"))
            undo = json.loads(row.undo)
            _take_back(connection, undo)
            connection.execute(sa.delete(pending).where(pending.c.n == row.n))
            set_fact(connection, "last_n", row.n - 1)
        return Local(row.operation, None, frozenset(change["kind"] for change in undo))

    def waiting(self, most: int = 100) -> list[Operation]:
        """What waits to be sent, in order."""
        with self.database.reading() as connection:
            rows = connection.execute(_PENDING.order_by(pending.c.n).limit(most)).all()
        return [operation_from(json.loads(row.body)) for row in rows]

    def to_send(self, most: int = 100) -> list[Operation]:
        """What goes out now, in order: from here on it can't be taken back, as the hub may have answered it. The hub
        takes whoever is signed in for the author, so what someone else did here waits for that person. Raises
        Refused: waits_for_author."""
        with self.database.writing() as connection:
            me = fact(connection, "me")
            rows = connection.execute(_PENDING.order_by(pending.c.n).limit(most)).all()
            bodies = list(takewhile(lambda body: body["by"] == me, (json.loads(row.body) for row in rows)))
            if rows and not bodies:
                raise Refused("waits_for_author", person=json.loads(rows[0].body)["by"] or "")
            last_n = bodies[-1]["n"] if bodies else 0
            connection.execute(sa.update(pending).where(pending.c.n <= last_n).values(sent=True))
        return [operation_from(body) for body in bodies]

    def lay_down(self, page: Sequence[Mapping[str, Any]], clear: Mapping[str, Any]) -> LaidDown:
        """Lays entries down (see the module). Raises Refused: chain_broken when they do not follow what is here."""
        kinds: set[str] = set()
        settled: dict[str, Refused | None] = {}
        with self.database.writing() as connection:
            waiting = connection.execute(_PENDING.order_by(pending.c.n)).all()
            for row in reversed(waiting):
                kinds |= _take_back(connection, json.loads(row.undo))
            mine = {row.operation: row for row in waiting}
            for entry in page:
                body = _follow(connection, entry)
                kinds |= _lay(connection, body, clear)
                if body["operation"] in mine:
                    settled[body["operation"]] = _settle(connection, body, mine[body["operation"]])
            for row in waiting:
                if row.operation not in settled:
                    kinds |= _again(connection, row)
        return LaidDown(frozenset(kinds), settled)

    def number_again(self, expected_n: int) -> None:
        """After a hub that knows fewer of this device's operations: what waits is counted from there."""
        with self.database.writing() as connection:
            rows = connection.execute(_PENDING.order_by(pending.c.n)).all()
            connection.execute(sa.delete(pending))
            for n, row in enumerate(rows, expected_n):
                body = {**json.loads(row.body), "n": n}
                values = {**row._asdict(), "n": n, "body": json.dumps(body, ensure_ascii=False)}
                connection.execute(sa.insert(pending), values)
            set_fact(connection, "last_n", expected_n + len(rows) - 1)


def actor_here(connection: sa.Connection) -> Actor:
    """Who is signed in on this console, with the roles that it knows of."""
    return _actor(connection, fact(connection, "me"))


def _actor(connection: sa.Connection, id_: str | None) -> Actor:
    person = Records(connection).get("person", id_) if id_ else None
    return Actor(id_, frozenset(person.roles) if person and person.here else frozenset[Role]())


def _carry_out(connection: sa.Connection, operation: Operation, actor: Actor) -> list[dict[str, Any]]:
    records = Records(connection)
    context = Context(operation.id, operation.made_at, actor, "console")
    undo = []
    for change in decide(operation, context, records):
        if isinstance(change, Put):
            kind, before, _ = records.put(change.record)
            undo.append({"kind": kind, "id": change.record.id, "before": before})
    return undo


def _keep(connection: sa.Connection, operation: Operation, undo: list[dict[str, Any]]) -> None:
    body = {**operation_json(operation), "by": fact(connection, "me")}
    row = {
        "n": operation.n,
        "operation": operation.id,
        "body": json.dumps(body, ensure_ascii=False),
        "undo": json.dumps(undo, ensure_ascii=False),
        "made_at": utc_text(operation.made_at),
        "sent": False,
    }
    connection.execute(sa.insert(pending), row)


def _take_back(connection: sa.Connection, undo: list[dict[str, Any]]) -> set[str]:
    records = Records(connection)
    for change in reversed(undo):
        records.restore(change["kind"], change["id"], change["before"])
    return {change["kind"] for change in undo}


def _follow(connection: sa.Connection, entry: Mapping[str, Any]) -> dict[str, Any]:
    """Keeps the entry if it is the next of the chain; its body."""
    cursor, before = fact(connection, "cursor") or 0, fact(connection, "hash") or GENESIS
    body: dict[str, Any] = json.loads(entry["body"])
    if body["seq"] != cursor + 1 or digest(before.encode(), entry["body"].encode()) != entry["hash"]:
        raise Refused("chain_broken", seq=body["seq"], cursor=cursor)
    row = {name: body[name] for name in ("seq", "operation", "kind", "author", "device", "n", "at")}
    outcome = "refused" if "refused" in body else "accepted"
    connection.execute(sa.insert(entries), {**row, "outcome": outcome, "body": entry["body"], "hash": entry["hash"]})
    marks = {(change["kind"], change["id"]) for change in body["changes"]}
    for kind, record in sorted(marks):
        connection.execute(sa.insert(touched), {"kind": kind, "record": record, "seq": body["seq"]})
    set_fact(connection, "cursor", body["seq"])
    set_fact(connection, "hash", entry["hash"])
    return body


def _lay(connection: sa.Connection, body: Mapping[str, Any], clear: Mapping[str, Any]) -> set[str]:
    records = Records(connection)
    for change in body["changes"]:
        if change["kind"] in RECORDS:
            records.restore(change["kind"], change["id"], opened(change["after"], clear))
    return {change["kind"] for change in body["changes"]}


def _settle(connection: sa.Connection, body: Mapping[str, Any], row: Any) -> Refused | None:
    """One of this console's operations has its entry; a refused one that had run here becomes a conflict."""
    connection.execute(sa.delete(pending).where(pending.c.n == row.n))
    if "refused" not in body:
        return None
    refused = Refused(body["refused"], **body["facts"])
    if json.loads(row.undo) or known_kind(body["kind"]).offline:
        kept = {
            "operation": row.operation,
            "body": row.body,
            "code": refused.code,
            "facts": canonical(refused.facts).decode(),
            "at": body["received_at"],
        }
        connection.execute(sa.insert(conflicts), kept)
    return refused


def _again(connection: sa.Connection, row: Any) -> set[str]:
    """Runs a waiting operation on the new ground. Refused here: it has no effect for now, and the hub decides."""
    body = json.loads(row.body)
    before = connection.begin_nested()
    try:
        undo = _carry_out(connection, operation_from(body), _actor(connection, body["by"]))
        before.commit()
    except Refused:
        before.rollback()
        undo = []
    text = json.dumps(undo, ensure_ascii=False)
    connection.execute(sa.update(pending).where(pending.c.n == row.n).values(undo=text))
    return {change["kind"] for change in undo}


def oldest_waiting(connection: sa.Connection) -> tuple[int, datetime | None]:
    """How many operations wait, and since when the oldest does."""
    count, oldest = connection.execute(sa.select(sa.func.count(), sa.func.min(pending.c.made_at))).one()
    return count, utc_moment(oldest) if oldest else None


def unconfirmed(connection: sa.Connection) -> frozenset[str]:
    """The ids of records that this console's waiting operations have changed here."""
    rows = connection.execute(sa.select(pending.c.undo)).scalars()
    return frozenset(change["id"] for undo in rows for change in json.loads(undo))


def undoable(connection: sa.Connection) -> str | None:
    """The newest waiting operation, if it has not been sent yet."""
    row = connection.execute(_PENDING.order_by(pending.c.n.desc()).limit(1)).first()
    return None if row is None or row.sent else str(row.operation)


def open_conflicts(connection: sa.Connection) -> int:
    """How many refused operations nobody has settled yet."""
    unsettled = sa.select(sa.func.count()).select_from(conflicts).where(conflicts.c.settled_at.is_(None))
    return int(connection.execute(unsettled).scalar() or 0)


_PENDING = sa.select(pending)
