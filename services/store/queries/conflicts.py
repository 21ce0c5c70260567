"""Operations of this console that the hub has refused: what was wanted, on which basis, and what is so now."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from services.core.operation import OPERATIONS, Context, Operation, decide, premise_of
from services.core.people import Person
from services.core.record import KINDS
from services.core.refused import Refused
from services.core.shape import utc_moment
from services.store.pending import actor_here
from services.store.queries.journal import EntryRow, entry_rows
from services.store.records import Records
from services.store.tables import conflicts

THINGS = {kind.group: name for name, kind in KINDS.items()}
UNIQUE = {"name_taken": "name", "code_taken": "code", "employee_no_taken": "employee_no"}
MOST_SETTLED = 200
MOST_SINCE = 100


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One of them. `by` is the person who wanted it, `made_at` when it was done here, `at` when the hub refused it;
    `settled` is how it was settled (see services.store.tables), None while it is open."""

    operation: str
    kind: str
    args: dict[str, Any]
    code: str
    facts: dict[str, Any]
    at: datetime
    made_at: datetime
    by: str | None = None
    premise: dict[str, Any] = field(default_factory=dict)
    settled_at: datetime | None = None
    settled: str | None = None

    @property
    def id(self) -> str:
        """The operation's id."""
        return self.operation


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row with the records that it is about, as they are now. `thing` is the kind of record that the operation
    changes or makes, `target` the one it changes, `holder` another that has the name it wanted, `named` what its
    arguments name. `seen` and `now` are the facts that mattered to its author, then and now."""

    row: ConflictRow
    author: Person | None
    thing: str
    target: Any | None
    holder: Any | None
    named: dict[str, Any]
    seen: dict[str, Any]
    now: dict[str, Any]

    @property
    def id(self) -> str:
        """The operation's id."""
        return self.row.operation


def conflict_rows(look: Records, *, settled: bool = False) -> tuple[ConflictRow, ...]:
    """The open ones, the oldest first; or up to MOST_SETTLED of those that are settled, the newest first."""
    if settled:
        query = sa.select(conflicts).where(conflicts.c.settled_at.is_not(None))
        query = query.order_by(conflicts.c.settled_at.desc(), conflicts.c.operation).limit(MOST_SETTLED)
    else:
        query = (
            sa.select(conflicts).where(conflicts.c.settled_at.is_(None)).order_by(conflicts.c.at, conflicts.c.operation)
        )
    return tuple(_row(row) for row in look.connection.execute(query))


def conflicts_of(look: Records, *, settled: bool = False) -> tuple[Conflict, ...]:
    """The same with all that they are about."""
    return tuple(_conflict(look, row) for row in conflict_rows(look, settled=settled))


def settled_conflicts(look: Records) -> int:
    """How many have been settled."""
    query = sa.select(sa.func.count()).select_from(conflicts).where(conflicts.c.settled_at.is_not(None))
    return int(look.connection.execute(query).scalar() or 0)


def happened_since(look: Records, one: Conflict) -> tuple[EntryRow, ...]:
    """What the hub took, after it was wanted here, about the thing that it is about and about what has its name, the
    oldest first."""
    about = [record.id for record in (one.target, one.holder) if record is not None]
    entries = {entry.seq: entry for id_ in about for entry in entry_rows(look, MOST_SINCE, record=id_)}
    since = one.row.made_at
    return tuple(e for _, e in sorted(entries.items()) if e.refused is None and e.received_at >= since)


def refused_now(look: Records, row: ConflictRow, now: datetime) -> Refused | None:
    """Why the same operation would be refused on this console, too, if it were done at `now`; None where it would not.
    Nothing is done. For operations that a console can do by itself."""
    try:
        premise = premise_of(row.kind, row.args, look)
        operation = Operation(row.operation, row.kind, row.args, "", 0, now, premise)
        decide(operation, Context(row.operation, now, actor_here(look.connection), "console"), look)
    except Refused as refused:
        return refused
    return None


def _row(row: Any) -> ConflictRow:
    body = json.loads(row.body)
    at = utc_moment(row.at)
    return ConflictRow(
        row.operation,
        body["kind"],
        body["args"],
        row.code,
        json.loads(row.facts),
        at,
        utc_moment(body.get("made_at") or body.get("at") or at),
        body.get("by") or body.get("author"),
        body.get("premise") or {},
        utc_moment(row.settled_at) if row.settled_at else None,
        row.settled,
    )


def _conflict(look: Records, row: ConflictRow) -> Conflict:
    thing = THINGS.get(row.kind.partition(".")[0], "")
    named = _named(look, row)
    target = named.get(thing) if thing != "plant" else next(iter(look.find("plant")), None)
    seen = row.facts.get("seen") or row.premise
    author = look.get("person", row.by) if row.by else None
    return Conflict(row, author, thing, target, _holder(look, row, thing, target), named, seen, _now(look, row))


def _named(look: Records, row: ConflictRow) -> dict[str, Any]:
    if row.kind not in OPERATIONS:
        return {}
    fields = OPERATIONS[row.kind].schema()["properties"]
    refs = {name: schema["x-ref"] for name, schema in fields.items() if "x-ref" in schema}
    found = {name: look.get(kind, str(row.args[name])) for name, kind in refs.items() if row.args.get(name)}
    return {name: record for name, record in found.items() if record is not None}


def _holder(look: Records, row: ConflictRow, thing: str, target: Any | None) -> Any | None:
    """The living record that already has what must be the only one of its kind, or the ground."""
    if row.code == "zones_overlap":
        return look.get("zone", str(row.facts.get("id")))
    name = UNIQUE.get(row.code)
    if name is None or not thing:
        return None
    floor = row.args.get("floor") or getattr(target, "floor", None)
    equal = {"floor": floor} if thing == "zone" and floor else {}
    others = [one for one in look.find(thing, **equal) if getattr(one, name, None) == row.args.get(name)]
    living = [one for one in others if not getattr(one, "retired_at", None) and one is not target]
    return living[0] if living else None


def _now(look: Records, row: ConflictRow) -> dict[str, Any]:
    """The facts that matter, as who looks now sees them; none where the arguments are of another version."""
    try:
        return premise_of(row.kind, row.args, look)
    except Refused:
        return {}
