"""Who passed the demo plant's doors in the last days: everybody at the gates with the shifts, those who had something
to do behind a lock, and one who was in the switch room at night, alone, three times in a week."""

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

from services.core.calendar import working_day
from services.core.people import Person
from services.core.shifts import clock_time, shift_on, stretch
from services.demo.life import SHANGHAI, Life, midnight
from services.store.records import Records
from services.store.swipes import KEEP, Swipe, append, mark_of

OFFICE_HOURS = ("08:00", "17:00")
GATES = {"": "门厅", "team": "主通道"}  # offices come in by the hall, teams by the west gate
LOCKED = ("配电室", "化学品库", "调漆区", "危废库", "空压机房")
LONER, DARK_ROOM = "朱海涛", "配电室"
LATE = 21  # from this hour on nobody goes behind a lock but in twos; all but one keep to it
ABSENT = 0.04


class Night(NamedTuple):
    """How many days before the last, from when, for how many minutes."""

    day: int
    begins: str
    minutes: int


NIGHTS = (Night(-6, "22:47", 26), Night(-5, "23:05", 31), Night(-3, "22:52", 47))


class Passed(NamedTuple):
    """Somebody (id) was in a zone (its name) from a moment to another."""

    zone: str
    person: str
    begins: datetime
    ends: datetime


def keep(life: Life, since: datetime | None = None) -> int:
    """Keeps what the doors have seen until now, as long as swipes are kept, or since a moment; how many. Within a
    chapter."""
    begins = max(life.founded, life.until - KEEP, since or life.founded)
    zones = {name: life.ids[name] for name in (*GATES.values(), *LOCKED)}
    stays = [*_at_gates(life, begins), *_behind_locks(life, begins)]
    if since is None:
        stays += _alone(life)
    told = (_swipe(zones[one.zone], one.person, at, inward=inward) for one in stays for at, inward in _ways(one))
    return append(life.journal.connection, [one for one in told if begins < one.at <= life.until])


def _ways(one: Passed) -> tuple[tuple[datetime, bool], ...]:
    return (one.begins, True), (one.ends, False)


def _swipe(zone: str, person: str, at: datetime, *, inward: bool) -> Swipe:
    return Swipe(mark_of("", "", at, zone, person, inward=inward), at, zone, person, inward)


def _at_gates(life: Life, begins: datetime) -> Iterator[Passed]:
    """Everybody who works here, day by day, some minutes before and after what the team works that day."""
    look = life.journal.records
    people = sorted(look.find("person"), key=lambda one: one.employee_no or "")

    @cache
    def hours(team: str | None, day: date) -> tuple[datetime, datetime] | None:
        if team:
            shift = shift_on(look, team, day)
            return stretch(shift, day, SHANGHAI) if shift else None  # type: ignore[arg-type]
        office = (datetime.combine(day, clock_time(text), SHANGHAI) for text in OFFICE_HOURS)
        return (next(office), next(office)) if working_day(look, day) else None

    for day in _days(begins, life.until):
        chance = random.Random(f"{life.seed} gates {day}")
        for person in people:
            absent, early, late = chance.random() < ABSENT, chance.uniform(4, 26), chance.uniform(2, 24)
            work = hours(person.team, day)
            if work and not absent and _works_here(person, work):
                gate = GATES["team" if person.team else ""]
                yield Passed(gate, person.id, work[0] - timedelta(minutes=early), work[1] + timedelta(minutes=late))


def _works_here(person: Person, work: tuple[datetime, datetime]) -> bool:
    return person.since <= work[0] and (person.left_at is None or person.left_at >= work[1])


def _days(begins: datetime, ends: datetime) -> Iterator[date]:
    day, last = begins.astimezone(SHANGHAI).date(), ends.astimezone(SHANGHAI).date()
    while day <= last:
        yield day
        day += timedelta(days=1)


def _behind_locks(life: Life, begins: datetime) -> Iterator[Passed]:
    """Who checked, reported or fixed something in a locked room was in it; late in the day with somebody else."""
    look = life.journal.records
    zones = {life.ids[name]: name for name in LOCKED}
    for zone, name in zones.items():
        done = [(one.by, one.at) for one in look.find("inspection", zone=zone)]
        for one in look.find("hazard", zone=zone):
            done += [(one.reporter, one.reported_at), (one.fixed_by, one.fixed_at)]
        for person, at in done:
            if person and at and at > begins:
                yield from _visit(life, look, name, person, at)


def _visit(life: Life, look: Records, zone: str, person: str, at: datetime) -> Iterator[Passed]:
    chance = random.Random(f"{life.seed} {zone} {at.timestamp()}")
    begins = at - timedelta(seconds=chance.randint(50, 400))
    ends = at + timedelta(seconds=chance.randint(90, 600))
    yield Passed(zone, person, begins, ends)
    if begins.astimezone(SHANGHAI).hour >= LATE or ends.astimezone(SHANGHAI).hour < 6:
        with_her = _mate(look, person, chance)
        yield Passed(zone, with_her, begins + timedelta(seconds=9), ends - timedelta(seconds=6))


def _mate(look: Records, person: str, chance: random.Random) -> str:
    """Somebody else of the team, or of the plant where the team is one person."""
    someone: Any = look.get("person", person)
    others = [one for one in look.find("person") if one.here and one.id != person]
    mates: list[str] = sorted(one.id for one in others if one.team == someone.team) or sorted(one.id for one in others)
    return chance.choice(mates)


def _alone(life: Life) -> Iterator[Passed]:
    day0 = midnight(life.until).astimezone(SHANGHAI).date()
    for night in NIGHTS:
        begins = datetime.combine(day0 + timedelta(days=night.day), clock_time(night.begins), SHANGHAI)
        yield Passed(DARK_ROOM, life.ids[LONER], begins, begins + timedelta(minutes=night.minutes))
