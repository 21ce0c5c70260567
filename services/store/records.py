"""Records on one connection: read, find by indexed fields, put. Generic: a row is the record's JSON object."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from functools import cache
from typing import Any

import sqlalchemy as sa

from services.core import features
from services.core.record import KINDS, kind_of
from services.core.shape import shapes, utc_text, written
from services.store.recall import Recall
from services.store.tables import RECORDS

assert features.FEATURES


class Memory:
    """What the one writer has read: records by id, and whole answers for the kinds that are few and change seldom.
    Only who holds the store's exclusive lock may keep it from one transaction to the next."""

    FEW = frozenset(name for name, kind in KINDS.items() if kind.few)
    MOST = 20_000

    def __init__(self) -> None:
        self.records: dict[tuple[str, str], Any] = {}
        self.answers: dict[str, dict[Any, tuple[Any, ...]]] = {}

    def clear(self) -> None:
        """Forgets everything: after a rollback nothing read before is sure."""
        self.records.clear()
        self.answers.clear()

    def keep(self, kind: str, record: Any) -> None:
        """A record has been written."""
        self.answers.pop(kind, None)
        if len(self.records) >= self.MOST:
            self.records.clear()
        self.records[kind, record.id] = record


class Records:
    """The Look of one connection's snapshot, and the writer of records into it. A `recall` spares reading what is as
    it was."""

    def __init__(self, connection: sa.Connection, memory: Memory | None = None, recall: Recall | None = None) -> None:
        self.connection = connection
        self.memory = memory
        self.recall = recall

    def get(self, kind: str, id_: str) -> Any | None:
        """The record, or None."""
        known = self.memory.records.get((kind, id_)) if self.memory else None
        if known is not None:
            return known
        row = self.connection.execute(_getting(kind), {"p_id": id_}).first()
        found = None if row is None else self.read(kind, row)
        if self.memory and found is not None:
            self.memory.records[kind, id_] = found
        return found

    def find(self, kind: str, /, **equal: Any) -> tuple[Any, ...]:
        """All records of a kind whose fields equal these, in the order of birth."""
        if self.memory is None or kind not in Memory.FEW:
            return self._found(kind, equal)
        answers = self.memory.answers.setdefault(kind, {})
        asked = tuple(sorted(equal.items()))
        if asked not in answers:
            answers[asked] = self._found(kind, equal)
        return answers[asked]

    def _found(self, kind: str, equal: dict[str, Any]) -> tuple[Any, ...]:
        statement = _finding(kind, tuple(sorted(equal)))
        values = {f"p_{name}": _plain(value) for name, value in equal.items()}
        return tuple(self.read(kind, row) for row in self.connection.execute(statement, values))

    def read(self, kind: str, row: sa.Row[Any]) -> Any:
        """The record of a row with all columns of its kind."""
        return _record(kind, row) if self.recall is None else self.recall.record(kind, row, _record)

    def row(self, kind: str, id_: str) -> dict[str, Any] | None:
        """The record's JSON object, or None."""
        found = self.connection.execute(_getting(kind), {"p_id": id_}).mappings().first()
        return None if found is None else unpacked(kind, found)

    def put(self, record: Any) -> tuple[str, dict[str, Any] | None, dict[str, Any]]:
        """Writes the record. Returns its kind and its JSON objects before and after."""
        kind = kind_of(type(record))
        after = written(record)
        known = self.memory.records.get((kind, record.id)) if self.memory else None
        before = self.row(kind, record.id) if known is None else written(known)
        self.put_row(kind, after, fresh=before is None)
        if self.memory:
            self.memory.keep(kind, record)
        return kind, before, after

    def put_row(self, kind: str, values: dict[str, Any], *, fresh: bool) -> None:
        """Writes a record's JSON object, as a new row or over the present one."""
        row = packed(kind, values)
        if fresh:
            self.connection.execute(_inserting(kind), row)
        else:
            self.connection.execute(_updating(kind), {**row, "p_id": values["id"]})

    def restore(self, kind: str, id_: str, values: dict[str, Any] | None) -> None:
        """Puts a row back to an earlier JSON object; None takes it away (it had not been born)."""
        if values is None:
            self.connection.execute(_removing(kind), {"p_id": id_})
        else:
            self.put_row(kind, values, fresh=self.row(kind, id_) is None)


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, datetime):
        return utc_text(value)
    return value.isoformat() if isinstance(value, date) else value


def _record(kind: str, row: sa.Row[Any]) -> Any:
    return KINDS[kind].read(unpacked(kind, row._mapping))


@cache
def listed(kind: str) -> tuple[str, ...]:
    """The names of a kind's fields that are lists, and texts of JSON in a row."""
    known = shapes(KINDS[kind].cls)
    return tuple(name for name, shape in known.items() if shape.schema.get("type") == "array")


@cache
def younger(kind: str, names: frozenset[str]) -> dict[str, Any]:
    """The JSON values that fields have which an object with these names does not know, being older than they are. A
    field without such a value was never young: an object that lacks it is no record."""
    known, blank = shapes(KINDS[kind].cls), {field.name: field.default for field in fields(KINDS[kind].cls)}
    missing = [name for name in known if name not in names and blank[name] is not MISSING]
    return {name: known[name].write(blank[name]) for name in missing}


def packed(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """A record's JSON object as its row."""
    packed = {**younger(kind, frozenset(values)), **values}
    for name in listed(kind):
        packed[name] = packed_list(packed[name])
    return packed


def packed_list(value: Any) -> str:
    """A list as it stands in a row."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def unpacked(kind: str, row: Mapping[str, Any] | sa.RowMapping) -> dict[str, Any]:
    """A row as the record's JSON object."""
    values = dict(row)
    for name in listed(kind):
        values[name] = json.loads(values[name])
    return values


@cache
def _getting(kind: str) -> sa.Select[Any]:
    table = RECORDS[kind]
    return sa.select(table).where(table.c.id == sa.bindparam("p_id"))


@cache
def _finding(kind: str, names: tuple[str, ...]) -> sa.Select[Any]:
    table = RECORDS[kind]
    matches = [table.c[name] == sa.bindparam(f"p_{name}") for name in names]
    return sa.select(table).where(*matches).order_by(table.c.id)


@cache
def _inserting(kind: str) -> sa.Insert:
    return sa.insert(RECORDS[kind])


@cache
def _updating(kind: str) -> sa.Update:
    table = RECORDS[kind]
    return sa.update(table).where(table.c.id == sa.bindparam("p_id"))


@cache
def _removing(kind: str) -> sa.Delete:
    table = RECORDS[kind]
    return sa.delete(table).where(table.c.id == sa.bindparam("p_id"))
