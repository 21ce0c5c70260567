"""The journal as people read it: entries, the newest first, with the names of what they are about."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from services import words
from services.core.people import Person
from services.core.record import KINDS
from services.core.shape import utc_moment
from services.store.journal import head
from services.store.records import Memory, Records
from services.store.tables import RECORDS, entries, touched

if TYPE_CHECKING:
    from services.store.verify import Verdict

_PLACED = ("sensor", "equipment", "door", "zone", "label", "device")
_MANY = ("hazard", "inspection")
_DONE = ("import", "hazard", "inspection_plan", "inspection")
_OTHERS = ("person", "team", "department", "shift", "floor", "route")
_NAMED = tuple(name for name, kind in KINDS.items() if kind.called and name not in (*_DONE, *_PLACED, *_OTHERS))
_ABOUT = (*_DONE, *_NAMED, *_PLACED, *_OTHERS)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry. `about` is what people call the thing it touched; `refused` the code where it was refused. `at` is
    when it was done, `received_at` when the hub learned of it; `time_uncertain` where only the device's wall clock
    tells the former. `waiting`: the hub has yet to confirm it."""

    seq: int
    id: str
    kind: str
    at: datetime
    author: Person | None
    device: str
    about: str
    about_kind: str
    refused: str | None
    args: dict[str, Any]
    changes: tuple[dict[str, Any], ...]
    hash: str
    received_at: datetime
    facts: dict[str, Any] = field(default_factory=dict)
    time_uncertain: bool = False
    waiting: bool = False


def entry_rows(
    look: Records,
    most: int = 500,
    before: int | None = None,
    *,
    kind: str | None = None,
    record: str | None = None,
) -> tuple[EntryRow, ...]:
    """Up to `most` entries before a sequence number; of one operation kind, or touching one record, where asked."""
    query = sa.select(entries).order_by(entries.c.seq.desc()).limit(most)
    if before is not None:
        query = query.where(entries.c.seq < before)
    if kind is not None:
        query = query.where(entries.c.kind == kind)
    if record is not None:
        query = query.where(entries.c.seq.in_(sa.select(touched.c.seq).where(touched.c.record == record)))
    return read_entries(look, look.connection.execute(query).mappings().all())


def read_entries(look: Records, rows: Sequence[sa.RowMapping]) -> tuple[EntryRow, ...]:
    """The entries of whole rows, in their order. What many are about is read once."""
    remembering = Records(look.connection, Memory(), look.recall)
    people = _people(look, {row["author"] for row in rows} - {None})
    return tuple(_row(remembering, row, people) for row in rows)


def _people(look: Records, ids: set[str]) -> dict[str, Person]:
    """These people by id."""
    query = sa.select(RECORDS["person"]).where(RECORDS["person"].c.id.in_(sorted(ids)))
    return {row.id: look.read("person", row) for row in look.connection.execute(query)} if ids else {}


def entry_of(look: Records, operation: str) -> EntryRow | None:
    """The entry that answered an operation; None while it has none here."""
    row = look.connection.execute(sa.select(entries).where(entries.c.operation == operation)).mappings().first()
    found = read_entries(look, [row] if row else [])
    return found[0] if found else None


def review_of(entry: EntryRow) -> str:
    """What an approval counted as: 'first', 'second', or 'kept' where its author's role was withdrawn before it
    arrived and another reviewer is needed; empty for any other entry."""
    if entry.kind != "hazards.approve" or entry.refused:
        return ""
    for change in entry.changes:
        if change["kind"] == "hazard" and change["after"]:
            before, after = change["before"] or {}, change["after"]
            if after.get("second_by") != before.get("second_by"):
                return "second"
            return "first" if after.get("first_by") != before.get("first_by") else "kept"
    return "kept"  # kept once before: nothing was left to change


def _row(look: Records, row: sa.RowMapping, people: dict[str, Person]) -> EntryRow:
    body = json.loads(row["body"])
    kind, about = about_of(look, body)
    return EntryRow(
        row["seq"],
        row["operation"],
        row["kind"],
        utc_moment(row["at"]),
        people.get(row["author"] or ""),
        row["device"],
        about,
        kind,
        body.get("refused"),
        body["args"],
        tuple(body["changes"]),
        row["hash"],
        utc_moment(body["received_at"]),
        body.get("facts", {}),
        body.get("time_uncertain", False),
    )


def about_of(look: Records, body: Mapping[str, Any]) -> tuple[str, str]:
    """The kind of the thing that an operation touched or names, and what people call it."""
    kinds = Counter(change["kind"] for change in body["changes"])
    single = [one for one in reversed(body["changes"]) if kinds[one["kind"]] == 1 or one["kind"] not in _MANY]
    touched_ = {change["kind"]: change["id"] for change in single}
    named = {kind: body["args"].get(kind) for kind in _ABOUT if isinstance(body["args"].get(kind), str)}
    for kind in _ABOUT:
        id_ = touched_.get(kind) or named.get(kind)
        record = look.get(kind, id_) if id_ else None
        if record is not None:
            return kind, _called(look, kind, record)
    return "", ""


def _called(look: Records, kind: str, record: Any) -> str:
    if kind == "hazard":
        return str(record.number or record.description)
    if kind == "label":
        return f"{record.code}.{record.version}"
    if kind == "category":  # a built-in one that was put away has no name of its own
        return str(record.name_zh or words.say(f"category.{record.id}"))
    if kind == "inspection":
        return _called(look, "inspection_plan", look.get("inspection_plan", record.plan))
    return _by_field(look, kind, record)


def _by_field(look: Records, kind: str, record: Any) -> str:
    """What the field says that people call it by; where that is another record, as a rule is of what was shelved, what
    they call that one."""
    by = KINDS[kind].called
    said = getattr(record, by)
    other = look.get(by, said) if by in KINDS and said else None
    return str(said) if other is None else _by_field(look, by, other)


def last_entry(look: Records) -> int:
    """The newest entry's sequence number; 0 where there is none."""
    return head(look.connection)[0]


def names_of(look: Records) -> dict[str, str]:
    """What people call the records that others refer to, by id; routes go by their place."""
    called = {name: kind.called for name, kind in KINDS.items() if kind.few and kind.called}
    found: dict[str, str] = {}
    for name, by in called.items():  # the one column: to read whole records would take ten times as long
        if by not in KINDS:
            table = RECORDS[name]
            rows = look.connection.execute(sa.select(table.c.id, table.c[by]))
            found |= {row[0]: str(row[1]) for row in rows}
    for name, by in called.items():
        if by in KINDS:
            found |= {one.id: found.get(getattr(one, by)) or _by_field(look, name, one) for one in look.find(name)}
    return found


def chain_is_whole(look: Records) -> "Verdict":
    """The check of the whole journal that is here, entry by entry. Reads it all: for a task, not for a window."""
    from services.store.verify import verify

    return verify(look.connection)
