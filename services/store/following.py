"""A console follows the hub's journal: entries that fit the chain are kept, their records laid down, and what became
of its own operations is written down."""

import json
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from services.core.ids import canonical, digest
from services.core.operation import known_kind
from services.core.record import KINDS
from services.core.refused import Refused
from services.store.facts import fact, set_fact
from services.store.journal import BESIDE, GENESIS, outcome
from services.store.laying import change_rows, lay_rows
from services.store.personal import opened
from services.store.side_log import SideLog
from services.store.tables import RECORDS, answered, conflicts, pending
from services.store.thin import OVER, Body, Entry, is_thin, widened

Key = tuple[str, str]  # a record's kind and id
_KEEPING = (
    "INSERT INTO entries (seq, operation, kind, author, device, n, at, outcome, body, hash) "
    f"VALUES ({', '.join('?' * 8)}, CAST(? AS TEXT), ?)"
)
_said = itemgetter(*BESIDE)


def follow(connection: sa.Connection, page: Sequence[Entry]) -> list[Body]:
    """Keeps entries if they are the next of the chain; their bodies. Raises Refused: chain_broken; Misfit."""
    cursor, before = int(fact(connection, "cursor") or 0), fact(connection, "hash") or GENESIS
    written: Sequence[tuple[str, str | bytes]] = page
    if is_thin(page):
        written, bodies = widened(connection, page, before)
    else:
        bodies = chained(page, before)
    if bodies and bodies[0]["seq"] != cursor + 1:
        raise Refused("chain_broken", seq=bodies[0]["seq"], cursor=cursor)
    if bodies:
        keep_entries(connection, written, bodies)
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


def keep_entries(connection: sa.Connection, page: Sequence[tuple[str, str | bytes]], bodies: Sequence[Body]) -> None:
    """Writes entries and the marks of what they touched."""
    rows, marks = [], []
    for (hash_, text), body in zip(page, bodies, strict=True):
        rows.append((*_said(body), outcome(body), text, hash_))
        marks += [(*one, body["seq"]) for one in {(change["kind"], change["id"]) for change in body["changes"]}]
    connection.exec_driver_sql(_KEEPING, rows)
    if marks:
        connection.exec_driver_sql("INSERT INTO touched (kind, record, seq) VALUES (?, ?, ?)", marks)


def lay(connection: sa.Connection, bodies: Iterable[Body], clear: Mapping[str, Any]) -> set[str]:
    """The records as these entries leave them; the kinds that changed."""
    last, over = _left_by(bodies)
    alike: dict[tuple[str, tuple[str, ...]], list[Key]] = {}
    anew: dict[str, list[Key]] = {}
    for key, other in over.items():
        if key[0] in RECORDS and other is not None:
            alike.setdefault((key[0], tuple(other)), []).append(key)
        elif key[0] in RECORDS:
            anew.setdefault(key[0], []).append(key)
    for (kind, names), keys in alike.items():
        if not change_rows(connection, kind, names, [(over[key] or {}, key[1]) for key in keys]):
            anew.setdefault(kind, []).extend(keys)
    for kind, keys in anew.items():
        rows = [last[key] for key in keys]
        lay_rows(connection, kind, [opened(row, clear) for row in rows] if KINDS[kind].personal else rows)
    return {kind for kind, _ in over}


def _left_by(bodies: Iterable[Body]) -> tuple[dict[Key, Body], dict[Key, Body | None]]:
    """The records that entries have whole, as they leave them; and what of all that they touch has become other, None
    where that is everything."""
    last: dict[Key, Body] = {}
    over: dict[Key, Body | None] = {}
    for body in bodies:
        for change in body["changes"]:
            key, other = (change["kind"], change["id"]), _other(change)
            if OVER not in change:
                last[key] = change["after"]
            elif key in last:
                last[key] = {**last[key], **change[OVER]}
            before = over.get(key, {})
            over[key] = None if before is None or other is None else {**before, **other}
    return last, over


def _other(change: Body) -> Body | None:
    """What has changed of a record; None where it was just born, has personal values or other names."""
    if OVER in change:
        over: Body = change[OVER]
        return over
    kind, before, after = change["kind"], change["before"], change["after"]
    if before is None or kind not in RECORDS or KINDS[kind].personal or before.keys() != after.keys():
        return None
    return {name: value for name, value in after.items() if before[name] != value}


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
