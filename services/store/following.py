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
from services.store.journal import GENESIS, beside
from services.store.laying import change_rows, lay_rows
from services.store.personal import opened
from services.store.side_log import SideLog
from services.store.tables import RECORDS, answered, conflicts, pending
from services.store.thin import Body, Entry, is_thin, widened

_KEEPING = (
    "INSERT INTO entries (seq, operation, kind, author, device, n, at, outcome, body, hash) "
    f"VALUES ({', '.join('?' * 10)})"
)


def follow(connection: sa.Connection, page: Sequence[Entry]) -> list[Body]:
    """Keeps entries if they are the next of the chain; their bodies. Raises Refused: chain_broken; Misfit."""
    cursor, before = int(fact(connection, "cursor") or 0), fact(connection, "hash") or GENESIS
    if is_thin(page):
        page, bodies = widened(connection, page, before)
    else:
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
    rows, marks = [], []
    for (hash_, text), body in zip(page, bodies, strict=True):
        rows.append((*beside(body).values(), text, hash_))
        changed = {(change["kind"], change["id"]) for change in body["changes"]}
        marks += [(*one, body["seq"]) for one in sorted(changed)]
    connection.exec_driver_sql(_KEEPING, rows)
    if marks:
        connection.exec_driver_sql("INSERT INTO touched (kind, record, seq) VALUES (?, ?, ?)", marks)


def lay(connection: sa.Connection, bodies: Iterable[Body], clear: Mapping[str, Any]) -> set[str]:
    """The records as these entries leave them; the kinds that changed."""
    first: dict[tuple[str, str], Body | None] = {}
    last: dict[tuple[str, str], Body] = {}
    for body in bodies:
        for change in body["changes"]:
            key = change["kind"], change["id"]
            first.setdefault(key, change["before"])
            last[key] = change["after"]
    alike: dict[tuple[str, tuple[str, ...] | None], list[Body]] = {}
    for key, after in last.items():
        if key[0] in RECORDS:
            alike.setdefault((key[0], _differing(key[0], first[key], after)), []).append(after)
    for (kind, names), rows in alike.items():
        if names is None:
            lay_rows(connection, kind, [opened(row, clear) for row in rows] if KINDS[kind].personal else rows)
        elif names:
            change_rows(connection, kind, names, rows)
    return {kind for kind, _ in last}


def _differing(kind: str, before: Body | None, after: Body) -> tuple[str, ...] | None:
    """What has changed of a record; None where it was just born, has personal values or other names."""
    if before is None or KINDS[kind].personal or before.keys() != after.keys():
        return None
    return tuple(name for name, value in after.items() if before[name] != value)


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
