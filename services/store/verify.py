"""Checks a plant's journal without its program running: the chain, the columns beside it, the personal values that
can still be opened, and that every record is what its last entry says. Each finding names an entry or a record."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from services.core.ids import commitment, digest
from services.store.journal import GENESIS
from services.store.personal import opened
from services.store.records import Records
from services.store.replica import fact
from services.store.tables import RECORDS, entries, personal


@dataclass(frozen=True, slots=True)
class Fault:
    """What is not as it was written. `seq` is the entry it concerns."""

    code: str
    seq: int
    what: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a check; whole when there are no faults."""

    entries: int
    head: str
    faults: tuple[Fault, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing was found changed."""
        return not self.faults


def verify(connection: sa.Connection) -> Verdict:
    """Reads the whole journal once. In an audit bag, which holds entries only, the chain is all there is to check."""
    before, last, faults = GENESIS, 0, []
    latest: dict[tuple[str, str], tuple[int, Any]] = {}
    for row in connection.execute(sa.select(entries).order_by(entries.c.seq)).mappings():
        faults += list(_of_entry(dict(row), before, last))
        before, last = row["hash"], row["seq"]
        for change in _changes(row["body"]):
            latest[change["kind"], change["id"]] = (row["seq"], change["after"])
    if fact(connection, "bag"):
        return Verdict(last, before, tuple(faults))
    clear, broken = _opened_commitments(connection)
    faults += [Fault("personal_changed", _seq_of(connection, one), one) for one in broken]
    faults += list(_of_records(connection, latest, clear))
    return Verdict(last, before, tuple(faults))


def _of_entry(row: dict[str, Any], before: str, last: int) -> Iterator[Fault]:
    seq = row["seq"]
    if seq != last + 1:
        yield Fault("entry_missing", last + 1)
    text = row["body"].encode() if isinstance(row["body"], str) else bytes(row["body"])
    if digest(before.encode(), text) != row["hash"]:
        yield Fault("entry_changed", seq)
        return
    body = json.loads(text)
    outcome = "refused" if "refused" in body else "accepted"
    for name in ("seq", "operation", "kind", "author", "device", "n", "at"):
        if body[name] != row[name]:
            yield Fault("entry_changed", seq, name)
    if outcome != row["outcome"]:
        yield Fault("entry_changed", seq, "outcome")


def _changes(text: str) -> list[dict[str, Any]]:
    try:
        found: list[dict[str, Any]] = json.loads(text)["changes"]
    except (ValueError, KeyError, TypeError):
        return []
    return found


def _opened_commitments(connection: sa.Connection) -> tuple[dict[str, Any], list[str]]:
    clear, broken = {}, []
    for row in connection.execute(sa.select(personal).where(personal.c.value.is_not(None))):
        try:
            value = json.loads(row.value)
            whole = commitment(row.salt, value) == row.commitment
        except (ValueError, TypeError):
            whole = False
        if whole:
            clear[row.commitment] = value
        else:
            broken.append(row.commitment)
    return clear, broken


def _seq_of(connection: sa.Connection, commitment_: str) -> int:
    first = sa.select(sa.func.min(entries.c.seq)).where(entries.c.body.contains(commitment_))
    return int(connection.execute(first).scalar() or 0)


def _of_records(
    connection: sa.Connection, latest: dict[tuple[str, str], tuple[int, Any]], clear: dict[str, Any]
) -> Iterator[Fault]:
    records = Records(connection)
    seen = set()
    for kind, table in RECORDS.items():
        for id_ in connection.execute(sa.select(table.c.id)).scalars().all():
            seen.add((kind, id_))
            if (kind, id_) not in latest:
                yield Fault("record_without_entry", 0, f"{kind} {id_}")
                continue
            seq, after = latest[kind, id_]
            if _row(records, kind, id_) != opened(after, clear):
                yield Fault("record_changed", seq, f"{kind} {id_}")
    for kind, id_ in latest.keys() - seen:
        yield Fault("record_missing", latest[kind, id_][0], f"{kind} {id_}")


def _row(records: Records, kind: str, id_: str) -> Any:
    try:
        return records.row(kind, id_)
    except ValueError:
        return None
