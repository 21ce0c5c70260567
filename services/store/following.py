"""A console follows the hub's journal: entries that fit the chain are kept, their records laid down, and what became
of its own operations is written down."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from services.core.ids import canonical, digest
from services.core.operation import known_kind
from services.core.record import KINDS
from services.core.refused import Refused
from services.store.facts import fact, set_fact
from services.store.journal import GENESIS
from services.store.personal import opened
from services.store.records import Records
from services.store.side_log import SideLog
from services.store.tables import RECORDS, answered, conflicts, entries, pending, touched

Entry = tuple[str, str]  # hash, body
Body = dict[str, Any]


def follow(connection: sa.Connection, page: Sequence[Entry]) -> list[Body]:
    """Keeps entries if they are the next of the chain; their bodies. Raises Refused: chain_broken."""
    cursor, before = int(fact(connection, "cursor") or 0), fact(connection, "hash") or GENESIS
    bodies = chained(page, before)
    if bodies and bodies[0]["seq"] != cursor + 1:
        raise Refused("chain_broken", seq=bodies[0]["seq"], cursor=cursor)
    if bodies:
        keep_entries(connection, page, bodies)
        set_fact(connection, "cursor", bodies[-1]["seq"])
        set_fact(connection, "hash", page[-1][0])
    return bodies


def chained(page: Sequence[Entry], before: str | None) -> list[Body]:
    """The bodies of entries that follow each other, the first after the hash `before` (None: not to be known).
    Raises Refused: chain_broken."""
    bodies: list[Body] = []
    for hash_, text in page:
        body: Body = json.loads(text)
        follows = not bodies or body["seq"] == bodies[-1]["seq"] + 1
        if not follows or (before is not None and digest(before.encode(), text.encode()) != hash_):
            raise Refused("chain_broken", seq=body["seq"], cursor=bodies[-1]["seq"] if bodies else body["seq"] - 1)
        before = hash_
        bodies.append(body)
    return bodies


def keep_entries(connection: sa.Connection, page: Sequence[Entry], bodies: Sequence[Body]) -> None:
    """Writes entries and the marks of what they touched."""
    rows = []
    marks: list[dict[str, Any]] = []
    for (hash_, text), body in zip(page, bodies, strict=True):
        row = {name: body[name] for name in ("seq", "operation", "kind", "author", "device", "n", "at")}
        rows.append({**row, "outcome": "refused" if "refused" in body else "accepted", "body": text, "hash": hash_})
        changed = {(change["kind"], change["id"]) for change in body["changes"]}
        marks += [{"kind": kind, "record": record, "seq": body["seq"]} for kind, record in sorted(changed)]
    connection.execute(sa.insert(entries), rows)
    if marks:
        connection.execute(sa.insert(touched), marks)


def lay(connection: sa.Connection, bodies: Iterable[Body], clear: Mapping[str, Any]) -> set[str]:
    """The records as these entries leave them; the kinds that changed."""
    last: dict[str, dict[str, Any]] = {}
    for body in bodies:
        for change in body["changes"]:
            last.setdefault(change["kind"], {})[change["id"]] = change["after"]
    records = Records(connection)
    for kind, found in last.items():
        if kind in RECORDS:
            sealed = bool(KINDS[kind].personal)
            records.lay(kind, [opened(after, clear) if sealed else after for after in found.values()])
    return set(last)


def settle(connection: sa.Connection, body: Body, row: Any, log: SideLog) -> Refused | None:
    """One of this console's operations has its entry, and is kept a while for a hub that is set back; a refused one
    that had run here becomes a conflict."""
    connection.execute(sa.delete(pending).where(pending.c.n == row.n))
    log.done(row.operation)
    if "refused" not in body:
        kept = {"n": row.n, "operation": row.operation, "seq": body["seq"], "body": row.body, "at": body["received_at"]}
        connection.execute(sa.delete(answered).where(answered.c.n == row.n))
        connection.execute(sa.insert(answered), kept)
        return None
    refused = Refused(body["refused"], **body["facts"])
    if json.loads(row.undo) or known_kind(body["kind"]).offline:
        add_conflict(connection, log, row.operation, json.loads(row.body), refused, body["received_at"])
    return refused


def add_conflict(
    connection: sa.Connection, log: SideLog, operation: str, body: Mapping[str, Any], refused: Refused, at: str
) -> None:
    """An operation that has no effect is kept where a person sees it."""
    row = {
        "operation": operation,
        "body": json.dumps(dict(body), ensure_ascii=False),
        "code": refused.code,
        "facts": canonical(refused.facts).decode(),
        "at": at,
    }
    connection.execute(sa.delete(conflicts).where(conflicts.c.operation == operation))
    connection.execute(sa.insert(conflicts), row)
    log.conflict(row)


def settled_elsewhere(connection: sa.Connection, bodies: Sequence[Body], log: SideLog) -> bool:
    """Conflicts about operations that the journal has accepted by now are settled; whether there were any."""
    open_ = connection.execute(sa.select(conflicts.c.operation).where(conflicts.c.settled_at.is_(None))).scalars()
    waiting = set(open_)
    found = [body for body in bodies if body["operation"] in waiting and "refused" not in body] if waiting else []
    for body in found:
        now = {"settled_at": body["received_at"], "settled": "elsewhere"}
        connection.execute(sa.update(conflicts).where(conflicts.c.operation == body["operation"]).values(now))
        log.settled(body["operation"])
    return bool(found)


def forget_erased(connection: sa.Connection, bodies: Iterable[Body]) -> bool:
    """What this console still keeps of people who were erased goes too; whether there was an erasure."""
    gone = [body["args"]["person"] for body in bodies if body["kind"] == "people.erase" and "refused" not in body]
    for person in gone:
        for table in (answered, conflicts):
            connection.execute(sa.delete(table).where(table.c.body.contains(person, autoescape=True)))
    return bool(gone)
