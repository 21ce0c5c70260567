"""What an audit bag holds of a plant, chosen by days, zones and whether names are told: records, the stretch of the
chain from the first day on, and which photos belong to them.

What the plant is (people, zones, plans, rules) always comes along; what happened in it is cut to the choice.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from services.core.hazards import ENDED
from services.core.ids import digest, new_id
from services.core.refused import Refused
from services.core.shape import utc_text
from services.store.alert_tables import alerts, pauses
from services.store.audit_tables import audit_comments
from services.store.database import Database
from services.store.digests import hidden_columns
from services.store.facts import epoch_of, fact, set_fact
from services.store.incident_tables import incidents
from services.store.journal import head
from services.store.photo_tables import photos
from services.store.records import Records
from services.store.tables import RECORDS, entries, hazards, pending, touched
from services.store.works_tables import fix_plans, inspections

CUT = frozenset({"hazard", "inspection", "alert", "incident", "photo", "fix_plan", "pause", "audit_comment"})
SHORT = 16  # hex digits of a row's sum: enough to name the row, the file's own SHA-256 vouches for it
PART = 2000


@dataclass(frozen=True, slots=True)
class Choice:
    """The plant's days from `first` to `last`, both included; `zones` by id, none for all; `masked`: names, numbers and
    addresses of people are left out."""

    first: date
    last: date
    zones: frozenset[str] = frozenset()
    masked: bool = False
    photos: bool = True


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a choice comes to: records of some kinds, entries from the number `floor` on, and the photos by hash.
    `since` is when the oldest entry here was written, if that is later than the first day."""

    counts: dict[str, int]
    entries: int
    floor: int
    photos: tuple[str, ...]
    since: str | None


def contents(look: Records, choice: Choice) -> Contents:
    """Looks at what a bag would hold."""
    connection = look.connection
    counts = {
        kind: connection.execute(
            sa.select(sa.func.count()).select_from(_chosen(look, kind, choice).subquery())
        ).scalar()
        or 0
        for kind in ("hazard", "inspection", "alert", "incident")
    }
    floor, last = _floor(look, choice), head(connection)[0]
    begins, _ = span(look, choice)
    oldest = connection.execute(sa.select(entries.c.seq, entries.c.at).order_by(entries.c.seq).limit(1)).first()
    late = oldest is not None and oldest.seq > 1 and oldest.at > begins
    found = _photos(look, choice) if choice.photos else ()
    return Contents(counts, max(0, last - floor + 1), floor, found, oldest.at if oldest and late else None)


def span(look: Records, choice: Choice) -> tuple[str, str]:
    """The moments at which the choice's days begin and have ended, by the plant's clock. Raises Refused: no_plant,
    days_turned."""
    if choice.last < choice.first:
        raise Refused("days_turned")
    plants = look.find("plant")
    if not plants:
        raise Refused("no_plant")
    zone = ZoneInfo(plants[0].timezone)
    begins = datetime.combine(choice.first, time(), zone)
    return utc_text(begins), utc_text(datetime.combine(choice.last + timedelta(days=1), time(), zone))


def fill(look: Records, target: Database, choice: Choice) -> Contents:
    """Writes records, entries and facts into an empty store. Raises Refused: bag_waits, where a console has operations
    that its hub has not confirmed: nobody could vouch for them."""
    source = look.connection
    if fact(source, "device") is not None and source.execute(sa.select(pending.c.n).limit(1)).first() is not None:
        raise Refused("bag_waits")
    found = contents(look, choice)
    with target.writing() as into:
        for kind in RECORDS:
            for rows in _rows(look, kind, choice):
                into.execute(sa.insert(RECORDS[kind]), rows)
        left_out = _entries(source, into, found.floor) if choice.zones else _all_entries(source, into, found.floor)
        seq, hash_ = head(source)
        plant = look.find("plant")[0].id
        facts = {"device": new_id(), "plant": plant, "cursor": seq, "hash": hash_, "floor": found.floor}
        for name, value in {**facts, "epoch": epoch_of(source), "bag": True, "left_out": left_out}.items():
            set_fact(into, name, value)
    return found


def row_sums(connection: sa.Connection) -> dict[str, dict[str, str]]:
    """A short sum of every record's row, by table and id."""
    sums: dict[str, dict[str, str]] = {}
    for table in RECORDS.values():
        names = sorted(column.name for column in table.columns)
        listed = ", ".join(f'"{name}"' for name in names)
        at = names.index("id")
        rows = connection.exec_driver_sql(f"SELECT {listed} FROM {table.name}")
        sums[table.name] = {str(row[at]): digest(_text(tuple(row)))[:SHORT] for row in rows}
    return sums


def _text(row: tuple[Any, ...]) -> bytes:
    """A row as bytes, with the type of each value: what is damaged need not be text."""
    return repr(row).encode("utf-8", "surrogatepass")


def _floor(look: Records, choice: Choice) -> int:
    """The first entry of the stretch; one past the last where nothing has happened since."""
    begins, _ = span(look, choice)
    first = sa.select(sa.func.min(entries.c.seq)).where(entries.c.at >= begins)
    return int(look.connection.execute(first).scalar() or head(look.connection)[0] + 1)


def _chosen(look: Records, kind: str, choice: Choice) -> "sa.Select[Any]":
    """The rows of a kind that belong to a choice."""
    table = RECORDS[kind]
    query = sa.select(table)
    if kind not in CUT:
        return query
    begins, ends = span(look, choice)
    mine = sa.select(hazards.c.id).where(*_of_hazards(choice, begins, ends))
    conditions: dict[str, list[Any]] = {
        "hazard": _of_hazards(choice, begins, ends),
        "inspection": [inspections.c.due_at.between(begins, ends), *_in_zones(inspections, choice)],
        "alert": [alerts.c.raised_at.between(begins, ends), *_in_zones(alerts, choice)],
        "incident": [incidents.c.at.between(begins, ends), *_in_zones(incidents, choice)],
        "photo": [photos.c.hazard.in_(mine)],
        "fix_plan": [fix_plans.c.hazard.in_(mine)],
        "audit_comment": [sa.or_(audit_comments.c.hazard.is_(None), audit_comments.c.hazard.in_(mine))],
        "pause": [pauses.c.made_at.between(begins, ends), *([sa.false()] if choice.zones else [])],
    }
    return query.where(*conditions[kind])


def _of_hazards(choice: Choice, begins: str, ends: str) -> list[Any]:
    """Reported by the last day, and open for at least a moment of the period."""
    ended = [state.value for state in ENDED]
    over = sa.and_(hazards.c.state.in_(ended), sa.func.coalesce(hazards.c.closed_at, hazards.c.reported_at) < begins)
    return [hazards.c.reported_at < ends, sa.not_(over), *_in_zones(hazards, choice)]


def _in_zones(table: sa.Table, choice: Choice) -> list[Any]:
    return [table.c.zone.in_(sorted(choice.zones))] if choice.zones else []


def _rows(look: Records, kind: str, choice: Choice) -> Iterator[list[dict[str, Any]]]:
    names = sorted(column.name for column in RECORDS[kind].columns)
    hidden = {names[place] for place in hidden_columns(kind)} if choice.masked else set()
    found = look.connection.execute(_chosen(look, kind, choice).execution_options(yield_per=PART))
    for part in found.mappings().partitions(PART):
        yield [{name: "" if name in hidden and value else value for name, value in row.items()} for row in part]


def _photos(look: Records, choice: Choice) -> tuple[str, ...]:
    mine = _chosen(look, "hazard", choice).subquery()
    rows = look.connection.execute(sa.select(mine.c.before, mine.c.after, mine.c.extra_photos))
    names = [sha for row in rows for text in row for sha in json.loads(text)]
    checks = _chosen(look, "inspection", choice).subquery()
    for text in look.connection.execute(sa.select(checks.c.photos).where(checks.c.photos != "[]")).scalars():
        names += json.loads(text)
    return tuple(dict.fromkeys(names))


def _all_entries(source: sa.Connection, into: sa.Connection, floor: int) -> dict[str, str]:
    for part in _stretch(source, floor):
        into.execute(sa.insert(entries), [dict(row) for row in part])
    for marks in _marks(source, floor).partitions(PART):
        into.execute(sa.insert(touched), [dict(mark) for mark in marks])
    return {}


def _entries(source: sa.Connection, into: sa.Connection, floor: int) -> dict[str, str]:
    """Entries whose records are all in the bag; of the others the hash alone, by number, so that the chain goes on."""
    here = {(kind, id_) for kind in CUT for id_ in into.execute(sa.select(RECORDS[kind].c.id)).scalars()}
    left_out: dict[str, str] = {}
    for part in _stretch(source, floor):
        kept = [dict(row) for row in part if _told(json.loads(row["body"]), here)]
        if kept:
            into.execute(sa.insert(entries), kept)
        numbers = {row["seq"] for row in kept}
        left_out |= {str(row["seq"]): row["hash"] for row in part if row["seq"] not in numbers}
    for marks in _marks(source, floor).partitions(PART):
        rows = [dict(mark) for mark in marks if str(mark["seq"]) not in left_out]
        if rows:
            into.execute(sa.insert(touched), rows)
    return left_out


def _told(body: dict[str, Any], here: set[tuple[str, str]]) -> bool:
    changed = [(change["kind"], change["id"]) for change in body["changes"]]
    return bool(changed) and all(kind not in CUT or (kind, id_) in here for kind, id_ in changed)


def _stretch(source: sa.Connection, floor: int) -> Iterator[Any]:
    query = sa.select(entries).where(entries.c.seq >= floor).order_by(entries.c.seq)
    yield from source.execute(query.execution_options(yield_per=PART)).mappings().partitions(PART)


def _marks(source: sa.Connection, floor: int) -> Any:
    return source.execute(sa.select(touched).where(touched.c.seq >= floor)).mappings()


def newest_of(connection: sa.Connection) -> dict[str, tuple[int, str | None]]:
    """Of each kind: how many records are here, and when the newest entry on one of them was done."""
    newest = sa.select(touched.c.kind, sa.func.max(entries.c.at)).join(entries, entries.c.seq == touched.c.seq)
    told = {row[0]: row[1] for row in connection.execute(newest.group_by(touched.c.kind))}
    return {
        kind: (int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar() or 0), told.get(kind))
        for kind, table in RECORDS.items()
    }
