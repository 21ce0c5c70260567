"""Checks a plant's journal without its program running: the chain, the columns and tables beside it, the personal
values, and that every record is what its last entry says. Each finding names an entry or a record."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from services.core.ids import digest
from services.store.facts import fact
from services.store.journal import GENESIS, beside
from services.store.personal import commitment_in, opened
from services.store.records import unpacked, younger
from services.store.tables import RECORDS, entries, pending
from services.store.verify_beside import Told, of_personal, of_tables

SLICE = 1000  # entries in memory at once
LEFT_OUT = object()  # in the place of a body


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


def verify(connection: sa.Connection, cut: frozenset[str] | None = None) -> Verdict:
    """Reads the whole journal once. In a console's copy there are no salts, what it has not sent yet stands on top of
    the records, and the entries may begin in the middle. An audit bag is such a copy, of whose records those of the
    kinds in `cut` need not be there, nor more of an entry than its hash; only who has opened a bag says so, as the
    word in a database would hide what was taken away."""
    told = Told()
    faults = list(_of_file(connection))
    floor = _floor(connection)
    before, last = (GENESIS, 0) if floor == 1 else ("", floor - 1)
    for row in _journal(connection, in_bag=cut is not None):
        faults += list(_of_entry(row, before, last))
        before, last = row["hash"], row["seq"]
        if row["body"] is not LEFT_OUT:
            told.hear(row["seq"], row["body"])
    if floor > 1 and (last, before or fact(connection, "hash")) != (
        fact(connection, "cursor"),
        fact(connection, "hash"),
    ):
        faults.append(Fault("entry_missing", last + 1))
    faults += list(_beside(connection, told, fact(connection, "device") is not None, cut))
    return Verdict(last, before, tuple(faults))


def _floor(connection: sa.Connection) -> int:
    """The first entry of a copy that a console has begun from the hub's ready records; 1 everywhere else."""
    return int(fact(connection, "floor") or 1) if fact(connection, "device") is not None else 1


def _of_file(connection: sa.Connection) -> Iterator[Fault]:
    """What SQLite itself finds wrong: an index that says other than its table would hide a row from every question."""
    if connection.dialect.name == "sqlite":
        for line in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
            if line != "ok":
                yield Fault("file_damaged", 0, str(line)[:200])


def _journal(connection: sa.Connection, *, in_bag: bool) -> Iterator[dict[str, Any]]:
    """The entries in their order, with those that a bag has left out."""
    left_out = (fact(connection, "left_out") or {}) if in_bag else {}
    waiting = iter(sorted((int(seq), hash_) for seq, hash_ in left_out.items()))
    gap = next(waiting, None)
    journal = sa.select(entries).order_by(entries.c.seq).execution_options(yield_per=SLICE)
    for row in connection.execute(journal).mappings():
        while gap is not None and gap[0] < row["seq"]:
            yield {"seq": gap[0], "hash": gap[1], "body": LEFT_OUT}
            gap = next(waiting, None)
        yield dict(row)
    while gap is not None:
        yield {"seq": gap[0], "hash": gap[1], "body": LEFT_OUT}
        gap = next(waiting, None)


def _beside(connection: sa.Connection, told: Told, on_console: bool, cut: frozenset[str] | None) -> Iterator[Fault]:
    clear: dict[str, Any] = {}
    if not on_console:
        clear, broken = of_personal(connection, told)
        yield from (Fault(*one) for one in broken)
    yield from (Fault(*one) for one in of_tables(connection, told, on_console))
    waiting = _touched_by_pending(connection) if on_console else set()
    begun_later = _floor(connection) > 1 or cut is not None
    for fault in _of_records(connection, told, clear, waiting, on_console, begun_later):
        if fault.code != "record_missing" or fault.what.partition(" ")[0] not in (cut or ()):
            yield fault


def _of_entry(row: dict[str, Any], before: str, last: int) -> Iterator[Fault]:
    seq = row["seq"]
    if seq != last + 1:
        yield Fault("entry_missing", last + 1)
    if row["body"] is LEFT_OUT:
        return
    text = row["body"].encode() if isinstance(row["body"], str) else row["body"]
    if not isinstance(text, bytes) or (before and digest(before.encode(), text) != row["hash"]):
        yield Fault("entry_changed", seq)
        return
    for name, said in beside(json.loads(text)).items():
        if row[name] != said:
            yield Fault("entry_changed", seq, name)


def _touched_by_pending(connection: sa.Connection) -> set[tuple[str, str]]:
    undone = connection.execute(sa.select(pending.c.undo)).scalars()
    return {(change["kind"], change["id"]) for undo in undone for change in json.loads(undo)}


def _of_records(
    connection: sa.Connection,
    told: Told,
    clear: dict[str, Any],
    waiting: set[tuple[str, str]],
    on_console: bool,
    begun_later: bool,
) -> Iterator[Fault]:
    seen = set(waiting)
    for kind, table in RECORDS.items():
        for row in connection.execute(sa.select(table)).mappings():
            id_ = row["id"]
            if (kind, id_) in waiting:
                continue
            seen.add((kind, id_))
            if (kind, id_) not in told.latest:
                if not begun_later:
                    yield Fault("record_without_entry", 0, f"{kind} {id_}")
                continue
            seq, after = told.latest[kind, id_]
            if not _same(_values(kind, row), {**younger(kind, frozenset(after)), **after}, clear, on_console):
                yield Fault("record_changed", seq, f"{kind} {id_}")
    for kind, id_ in told.latest.keys() - seen:
        yield Fault("record_missing", told.latest[kind, id_][0], f"{kind} {id_}")


def _same(row: Any, after: dict[str, Any], clear: dict[str, Any], on_console: bool) -> bool:
    """Whether a record's row is what its entry says; on a console a sealed value can't be checked."""
    if not isinstance(row, dict) or row.keys() != after.keys():
        return False
    return all(
        (on_console and commitment_in(value) is not None) or row[name] == opened(value, clear)
        for name, value in after.items()
    )


def _values(kind: str, row: Any) -> Any:
    try:
        return unpacked(kind, row)
    except (ValueError, TypeError):
        return None
