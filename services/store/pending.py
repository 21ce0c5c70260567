"""What a console has done and the hub has not answered: run here, kept, taken back, run again on new ground."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from services.core.operation import Actor, Context, Operation, Put, decide
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import utc_moment, utc_text
from services.store.facts import fact
from services.store.records import Records
from services.store.tables import conflicts, pending
from services.store.wire import operation_from, operation_json

Undo = list[dict[str, Any]]
WAITING = sa.select(pending)


def actor_here(connection: sa.Connection) -> Actor:
    """Who is signed in on this console, with the roles that it knows of."""
    return actor_named(connection, fact(connection, "me"))


def actor_named(connection: sa.Connection, id_: str | None) -> Actor:
    """A person as this console knows it; without roles where it does not."""
    person = Records(connection).get("person", id_) if id_ else None
    return Actor(id_, frozenset(person.roles) if person and person.here else frozenset[Role]())


def carry_out(connection: sa.Connection, operation: Operation, actor: Actor) -> Undo:
    """Runs an operation on the records here; what stood before, in order. Raises Refused."""
    records = Records(connection)
    context = Context(operation.id, operation.made_at, actor, "console")
    undo = []
    for change in decide(operation, context, records):
        if isinstance(change, Put):
            kind, before, _ = records.put(change.record)
            undo.append({"kind": kind, "id": change.record.id, "before": before})
    return undo


def body_of(connection: sa.Connection, operation: Operation) -> dict[str, Any]:
    """An operation as it is kept: with who issued it here."""
    return {**operation_json(operation), "by": fact(connection, "me")}


def keep(connection: sa.Connection, body: Mapping[str, Any], undo: Undo, *, sent: bool = False) -> None:
    """The operation waits from now on; one that may have been sent can't be taken back."""
    row = {
        "n": body["n"],
        "operation": body["id"],
        "body": json.dumps(body, ensure_ascii=False),
        "undo": json.dumps(undo, ensure_ascii=False),
        "made_at": utc_text(utc_moment(body["made_at"])),
        "sent": sent,
    }
    connection.execute(sa.insert(pending), row)


def waiting_rows(connection: sa.Connection) -> list[Any]:
    """All rows that wait, in order."""
    return list(connection.execute(WAITING.order_by(pending.c.n)).all())


def take_back(connection: sa.Connection, undo: Undo) -> set[str]:
    """What an operation had done here is undone; the kinds that changed."""
    records = Records(connection)
    for change in reversed(undo):
        records.restore(change["kind"], change["id"], change["before"])
    return {change["kind"] for change in undo}


def run_again(connection: sa.Connection, row: Any) -> set[str]:
    """Runs a waiting operation on the new ground. Refused here: it has no effect for now, and the hub decides."""
    body = json.loads(row.body)
    before = connection.begin_nested()
    try:
        undo = carry_out(connection, operation_from(body), actor_named(connection, body["by"]))
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


def unconfirmed(connection: sa.Connection, kind: str = "") -> frozenset[str]:
    """The ids of records that this console's waiting operations have changed here; those of one kind of operation
    alone, where it is named."""
    rows = connection.execute(sa.select(pending.c.undo, pending.c.body))
    undos = (row.undo for row in rows if not kind or json.loads(row.body)["kind"] == kind)
    return frozenset(change["id"] for undo in undos for change in json.loads(undo))


def grounds(connection: sa.Connection) -> dict[tuple[str, str], dict[str, Any] | None]:
    """What stood before this console's waiting operations, for the records that they have changed here."""
    found: dict[tuple[str, str], dict[str, Any] | None] = {}
    for row in waiting_rows(connection):
        for change in json.loads(row.undo):
            found.setdefault((change["kind"], change["id"]), change["before"])
    return found


def undoable(connection: sa.Connection) -> str | None:
    """The newest waiting operation, if it has not been sent yet."""
    row = connection.execute(WAITING.order_by(pending.c.n.desc()).limit(1)).first()
    return None if row is None or row.sent else str(row.operation)


def open_conflicts(connection: sa.Connection) -> int:
    """How many refused operations nobody has settled yet."""
    unsettled = sa.select(sa.func.count()).select_from(conflicts).where(conflicts.c.settled_at.is_(None))
    return int(connection.execute(unsettled).scalar() or 0)
