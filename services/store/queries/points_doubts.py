"""What looks odd in how points were earned and is not yet known, and what people see of doubts and re-checks."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from services.core.doubt_rules import DoubtRules, doubt_rules_of
from services.core.hazards import Hazard, State
from services.core.ids import id_from
from services.core.people import Person
from services.core.points_doubts import PointsDoubt
from services.core.points_patterns import Arrival, Suspicion, Undone, suspicions
from services.core.points_rules import takes_part
from services.core.rechecks import Recheck
from services.core.roles import OFFICE
from services.core.shape import utc_moment, utc_text
from services.store.photo_tables import photos
from services.store.queries.points import source_of
from services.store.records import Records
from services.store.tables import RECORDS, entries, hazards, touched

CHECKED_IN = "inspections.check_in"


def doubt_id(one: Suspicion) -> str:
    """The same finding always has the same id."""
    return id_from("points doubt", one.why, *one.key)


def new_suspicions(look: Records, now: datetime) -> tuple[Suspicion, ...]:
    """What is odd in the days that the plant's figures name, and has not been raised before."""
    rules = doubt_rules_of(look)
    since = now - timedelta(days=rules.days)
    reported = _hazards(look, since)
    looks, owners = _photos(look, reported)
    found = suspicions(reported, looks, _arrivals(look, since), _undone(look, since, rules), rules, owners)
    return tuple(one for one in found if _concerns(look, one) and look.get("points_doubt", doubt_id(one)) is None)


def _concerns(look: Records, one: Suspicion) -> bool:
    """Whether points are at stake, as nobody else takes part."""
    return one.why == "reversal" or any(takes_part(look, person) for person in one.people)


def _hazards(look: Records, since: datetime) -> list[Hazard]:
    query = sa.select(hazards).where(hazards.c.reported_at >= utc_text(since))
    return [look.read("hazard", row) for row in look.connection.execute(query)]


def _photos(look: Records, reported: Sequence[Hazard]) -> tuple[dict[str, int], dict[str, str]]:
    """The fingerprints of their photos, and which hazard each was a photo of first, where that was not merged."""
    wanted = {photo for one in reported for photo in (*one.before, *one.after)}
    known = {one.id: one.state for one in reported}
    looks, owners = dict[str, int](), dict[str, str]()
    rows = look.connection.execute(sa.select(photos.c.id, photos.c.fingerprint, photos.c.hazard))
    for row in rows:
        if row.id not in wanted:
            continue
        looks[row.id] = int(row.fingerprint, 16)
        if row.hazard and known.get(row.hazard) != State.MERGED:
            owners[row.id] = row.hazard
    return looks, owners


def _arrivals(look: Records, since: datetime) -> list[Arrival]:
    """The check-ins of people, as they came."""
    columns = entries.c
    query = sa.select(columns.author, columns.device, columns.body)
    query = query.where(columns.kind == CHECKED_IN, columns.at >= utc_text(since), columns.outcome == "accepted")
    found = []
    for author, device, body in look.connection.execute(query):
        said = json.loads(body)
        if author:
            args, made, received = said["args"], utc_moment(said["at"]), utc_moment(said["received_at"])
            found.append(Arrival(args["inspection"], author, made, received, device, tuple(args.get("photos", ()))))
    return found


def _undone(look: Records, since: datetime, rules: DoubtRules) -> list[Undone]:
    """The earnings that were taken back on days with very many, each with who had touched its source last before."""
    table = RECORDS["points_entry"]
    query = sa.select(table.c.at, table.c.source_kind, table.c.source)
    query = query.where(table.c.meaning == "taken_back", table.c.at >= utc_text(since))
    rows = look.connection.execute(query.where(table.c.source_kind.in_(("hazard", "inspection")))).all()
    if len(rows) < rules.reversals:
        return []
    found = []
    for at, kind, source in rows:
        by = _last_hand(look, kind, source, at)
        if by:
            found.append(Undone(utc_moment(at), by, kind, source))
    return found


def _last_hand(look: Records, kind: str, record: str, at: str) -> str | None:
    query = sa.select(entries.c.author).join(touched, touched.c.seq == entries.c.seq)
    query = query.where(touched.c.kind == kind, touched.c.record == record, entries.c.author.is_not(None))
    found = look.connection.execute(query.where(entries.c.at <= at).order_by(entries.c.seq.desc()).limit(1))
    return found.scalar()


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """A doubt with the names of whom it is about, what its records are called, the points that rest on it now,
    and what a re-check found."""

    doubt: PointsDoubt
    names: tuple[str, ...]
    called: tuple[str, ...]
    points: int
    decided_by: str
    note: str

    @property
    def id(self) -> str:
        """The doubt's id."""
        return self.doubt.id


def doubt_rows(look: Records) -> tuple[DoubtRow, ...]:
    """All doubts: what is open first, the oldest before; then the newest decided."""
    found = sorted(look.find("points_doubt"), key=lambda one: one.decided_at or one.raised_at, reverse=True)
    open_ = [one for one in reversed(found) if one.standing == "open"]
    return tuple(_row(look, one) for one in (*open_, *(one for one in found if one.standing != "open")))


def open_doubts(look: Records, me: Person) -> tuple[DoubtRow, ...]:
    """What waits for the safety office, without what is about oneself."""
    if OFFICE.isdisjoint(me.roles):
        return ()
    waiting = [one for one in look.find("points_doubt", standing="open") if me.id not in one.people]
    return tuple(_row(look, one) for one in sorted(waiting, key=lambda one: one.raised_at))


def _row(look: Records, one: PointsDoubt) -> DoubtRow:
    stands = sum(
        earning.stands for id_ in one.about for earning in look.find("earning", source=id_)
        if earning.person in one.people
    )  # fmt: skip
    called = tuple(_called(look, one.kind, id_) for id_ in one.about[:6])
    seen = look.find("recheck", source=one.about[0]) if one.why == "recheck_failed" else ()
    note = "".join(each.note for each in seen)
    return DoubtRow(one, names_of(look, one.people), called, stands, "".join(names_of(look, [one.decided_by])), note)


def names_of(look: Records, ids: Iterable[str | None]) -> tuple[str, ...]:
    """The names of people who are known."""
    found = (look.get("person", one) for one in ids if one)
    return tuple(one.name for one in found if one is not None)


def _called(look: Records, kind: str, id_: str) -> str:
    number, what, _ = source_of(look, kind, id_)
    return " ".join(part for part in (number, what) if part)


@dataclass(frozen=True, slots=True)
class RecheckRow:
    """A re-check with what it is about, where, and who looks or has looked."""

    recheck: Recheck
    called: str
    zone: str
    zone_class: str
    assigned: str
    by: str

    @property
    def id(self) -> str:
        """The re-check's id."""
        return self.recheck.id

    def overdue(self, now: datetime) -> bool:
        """Whether its time has passed."""
        return self.recheck.result == "due" and now > self.recheck.due_at


def recheck_rows(look: Records) -> tuple[RecheckRow, ...]:
    """All of them: what is due first, the soonest before; then the newest."""
    found = sorted(look.find("recheck"), key=lambda one: one.drawn_at, reverse=True)
    due = sorted((one for one in found if one.result == "due"), key=lambda one: one.due_at)
    return tuple(recheck_row(look, one) for one in (*due, *(one for one in found if one.result != "due")))


def my_rechecks(look: Records, me: Person) -> tuple[RecheckRow, ...]:
    """What somebody is to look at, the soonest first."""
    mine = [one for one in look.find("recheck", assigned=me.id) if one.result == "due"]
    return tuple(recheck_row(look, one) for one in sorted(mine, key=lambda one: one.due_at))


def recheck_row(look: Records, one: Recheck) -> RecheckRow:
    """One of them, with its names."""
    zone = look.get("zone", one.zone)
    assigned, by = ("".join(names_of(look, [id_])) for id_ in (one.assigned, one.by))
    called = _called(look, one.source_kind, one.source)
    return RecheckRow(one, called, zone.name if zone else "", zone.zone_class if zone else "", assigned, by)
