"""Who went through doors without what the zone asks for, by what they had on that day; at the hub only, as swipes
are."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from services.core.contractor_people import ContractorPerson
from services.core.people import Person
from services.core.plant import the_plant
from services.core.training_gaps import Need
from services.core.zone_needs import Holding, Lacking, lacking
from services.core.zones import Zone
from services.store import swipes
from services.store.records import Records
from services.store.tables import RECORDS

MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class Lack:
    """A course (its id), a trade, or the induction of a contractor's person (nothing more to say), and how it lacks."""

    of: Literal["course", "trade", "induction"]
    what: str
    how: Lacking


@dataclass(frozen=True, slots=True)
class Unfit:
    """Somebody went into a zone, or out of it, without something it asks for."""

    at: datetime
    zone: str
    person: str
    inward: bool
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True)
class UnfitRow:
    """A person who went into a zone without something, how often in the stretch, when last, and what lacked then."""

    person: Person
    team: str
    zone: Zone
    times: int
    last: datetime
    lacks: tuple[Lack, ...]

    @property
    def id(self) -> str:
        """Of the row."""
        return f"{self.zone.id}.{self.person.id}"


def unfit_between(look: Records, begins: datetime, ends: datetime, zone: str = "") -> list[Unfit]:
    """In order of time, from a moment on and before another; of one zone, or of all. On a plant that uses neither
    training nor contractors nobody is unfit."""
    off = the_plant(look).modules_off if look.find("plant") else ()
    needs = {one.zone: one.needs for one in look.find("zone_need") if "training" not in off and one.needs}
    members = {} if "contractors" in off else _members(look)
    if not needs and not members:
        return []
    passed = [
        one
        for one in swipes.between(look.connection, begins, ends)
        if zone in ("", one.zone) and (one.zone in needs or one.person in members)
    ]
    held = holdings(look, {one.person for one in passed if one.zone in needs})
    clock = ZoneInfo(the_plant(look).timezone) if passed else None
    found = []
    for one in passed:
        day = one.at.astimezone(clock).date()
        lacks = _lacks(needs.get(one.zone, ()), held.get(one.person, []), members.get(one.person), day)
        if lacks:
            found.append(Unfit(one.at, one.zone, one.person, one.inward, lacks))
    return found


def _lacks(
    needs: tuple[Need, ...], held: list[Holding], member: ContractorPerson | None, day: date
) -> tuple[Lack, ...]:
    some = tuple(Lack(need.of, need.what, how) for need, how in lacking(needs, held, day).items())
    if member is None or (member.inducted_on is not None and day < member.inducted_on):
        return some  # what held before the newest induction is not known any more
    if member.valid_until is None:
        return (*some, Lack("induction", "", "missing"))
    return (*some, Lack("induction", "", "expired")) if member.valid_until < day else some


def _members(look: Records) -> dict[str, ContractorPerson]:
    return {one.person: one for one in look.find("contractor_person") if one.ended_at is None}


def holdings(look: Records, people: Iterable[str]) -> Mapping[str, list[Holding]]:
    """What these people have passed and hold, each with the days from and through which it counts."""
    found: dict[str, list[Holding]] = {one: [] for one in people}
    if not found:
        return found
    table = RECORDS["training_record"]
    query = sa.select(table.c.person, table.c.course, table.c.day, table.c.until).where(
        table.c.passed.is_(True), table.c.withdrawn_at.is_(None), table.c.person.in_(found)
    )
    for row in look.connection.execute(query):
        until = date.fromisoformat(row.until) if row.until else None
        found[row.person].append(Holding(Need("course", row.course), date.fromisoformat(row.day), until))
    for one in look.find("certificate"):
        if one.person in found and one.withdrawn_at is None:
            since = one.issued_on or date.min
            found[one.person].append(Holding(Need("trade", one.trade), since, one.until))
    return found


def unfit_rows(look: Records, now: datetime, days: float, zone: str = "") -> tuple[UnfitRow, ...]:
    """Who went in without something in the last days, the latest first, each person and zone once."""
    last: dict[tuple[str, str], Unfit] = {}
    times: Counter[tuple[str, str]] = Counter()
    for one in unfit_between(look, now - timedelta(days=days), now, zone):
        if one.inward:
            last[one.zone, one.person] = one
            times[one.zone, one.person] += 1
    rows = [_row(look, one, times[key]) for key, one in last.items()]
    known = [one for one in rows if one is not None]
    return tuple(sorted(known, key=lambda one: one.last, reverse=True)[:MOST_ROWS])


def _row(look: Records, one: Unfit, times: int) -> UnfitRow | None:
    person, zone = look.get("person", one.person), look.get("zone", one.zone)
    if person is None or zone is None:
        return None
    company = [who.contractor for who in look.find("contractor_person", person=person.id) if who.ended_at is None]
    group = look.get("contractor", company[0]) if company else look.get("team", person.team or "")
    return UnfitRow(person, group.name if group else "", zone, times, one.at, one.lacks)
