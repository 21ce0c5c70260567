"""What the phone pages ask: a place, my jobs, my reports, and which hazards a phone may see at all."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from services.core.absences import REVIEWING, Absence, away, stood_for
from services.core.alphabet import by_sound
from services.core.calendar import day_of
from services.core.hazard_pool import in_pool
from services.core.hazard_time import answers_time
from services.core.hazards import TO_FIX, TO_REVIEW, Hazard
from services.core.operation import Actor, premise_of, required
from services.core.people import Person, Team
from services.core.photo_place import LEAST_POINTS
from services.core.plant import Plant
from services.core.roles import CONSOLE_ROLES, LEADERS, STAFF
from services.core.zones import Floor, Zone
from services.store.accounts import VISIT_MINUTES
from services.store.queries.checklists import Answer, extra_answers
from services.store.queries.hazards import may_review, waiting_for_review, work_of
from services.store.queries.status import by_urgency, clock_of
from services.store.records import Records

MOST_OF_POOL = 20
MOST_DEPUTIES = 12


@dataclass(frozen=True, slots=True)
class Place:
    """A zone with its floor and its team."""

    zone: Zone
    floor: Floor | None
    team: Team | None


@dataclass(frozen=True, slots=True)
class Job:
    """A hazard as a card: `clock` is the time by which the next one must have acted, `sent_to` the team or person
    it was sent to, `more` what the plant's own fields say of it."""

    hazard: Hazard
    zone: Zone
    clock: datetime | None
    overdue: bool
    sent_to: str
    more: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """What one person has to do, the most urgent first, what of theirs waits for others, and the open pool: what anyone
    may take."""

    to_do: tuple[Job, ...]
    waiting: tuple[Job, ...]
    pool: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What waits for one person's word: fixes to review, each with what an approval of it rests on, and more time that
    was asked for. The most urgent first."""

    reviews: tuple[tuple[Job, dict[str, Any]], ...]
    requests: tuple[Job, ...]


def plant_of(look: Records) -> Plant | None:
    """The plant, if it has been founded."""
    found = look.find("plant")
    return found[0] if found else None


def person_of(look: Records, actor: Actor | None) -> tuple[Person | None, Team | None]:
    """Who is signed in, and their team."""
    person = look.get("person", actor.person) if actor and actor.person else None
    return person, look.get("team", person.team) if person and person.team else None


def place(look: Records, zone: str) -> Place:
    """Where a label hangs. Raises Refused: no_such_record."""
    found = required(look, Zone, zone)
    return Place(found, look.get("floor", found.floor), look.get("team", found.team) if found.team else None)


def place_known(look: Records, zone: Zone) -> bool:
    """Whether a phone's position can be held against a zone."""
    floor: Floor | None = look.get("floor", zone.floor)
    return floor is not None and len(floor.control_points) >= LEAST_POINTS


def work(look: Records, person: Person, now: datetime) -> Work:
    """The jobs of a person and the person's team."""
    to_do = tuple(job_of(look, hazard, now) for hazard in work_of(look, person))
    waiting = tuple(job_of(look, hazard, now) for hazard in waiting_for_review(look, person))
    pool = by_urgency([one for one in look.find("hazard", state="reported") if may_take(person, one)])
    return Work(to_do, waiting, tuple(job_of(look, one, now) for one in pool[:MOST_OF_POOL]))


def may_take(person: Person, hazard: Hazard) -> bool:
    """Whether a person may take a hazard out of the open pool."""
    return in_pool(hazard) and not STAFF.isdisjoint(person.roles)


def mates(look: Records, person: Person, now: datetime) -> tuple[Person, ...]:
    """The others of a person's team who are not away, to whom a job can be passed on."""
    found = look.find("person", team=person.team) if person.team else ()
    others = (one for one in found if one.here and one.id != person.id and away(look, one.id, now) is None)
    return tuple(sorted(others, key=lambda one: by_sound(one.name)))


def decides(look: Records, person: Person, now: datetime) -> bool:
    """Whether a person is ever asked for a word: by role, as the supervisor of a zone, or as such a one's deputy."""
    mine = (person, *filter(None, (look.get("person", one) for one in stood_for(look, person.id, now))))
    supervisors = {zone.supervisor for zone in look.find("zone")}
    return any(not LEADERS.isdisjoint(one.roles) or one.id in supervisors for one in mine)


@dataclass(frozen=True, slots=True)
class Standing:
    """When somebody is away or will be, each with the name of who stands in, and for whom they stand in themselves,
    each with the last day."""

    mine: tuple[tuple[Absence, str], ...]
    stands_for: tuple[tuple[str, date], ...]


def standing(look: Records, person: Person, now: datetime) -> Standing:
    """See Standing."""
    today = day_of(look, now)
    coming = [one for one in look.find("absence", person=person.id) if one.ended_at is None and one.last >= today]
    mine = ((one, look.get("person", one.deputy or "")) for one in sorted(coming, key=lambda one: one.first))
    others = [(look.get("person", one), away(look, one, now)) for one in stood_for(look, person.id, now)]
    return Standing(
        tuple((one, deputy.name if deputy else "") for one, deputy in mine),
        tuple((who.name, one.last) for who, one in others if who and one),
    )


def deputies(look: Records, person: Person, now: datetime) -> tuple[Person, ...]:
    """Who is proposed to stand in: the own team first, then who has a reviewing role in common; nobody who is away."""
    team = mates(look, person, now)
    shared = REVIEWING & set(person.roles)
    known = {person.id, *(one.id for one in team)}
    peers = (one for one in look.find("person") if one.here and one.id not in known and shared & set(one.roles))
    free = sorted((one for one in peers if away(look, one.id, now) is None), key=lambda one: by_sound(one.name))
    return (*team, *free)[:MOST_DEPUTIES]


def decisions(look: Records, person: Person, now: datetime, most: int = 30) -> Decisions:
    """What waits for a person's word, at most so many of each."""
    zones = {zone.id: zone for zone in look.find("zone")}
    fixed = [*look.find("hazard", state="fixed"), *look.find("hazard", state="first_passed")]
    waiting = [one for one in by_urgency(fixed) if may_review(look, person, one, zones[one.zone], now)]
    asked = [one for state in TO_FIX for one in look.find("hazard", state=state) if one.more_until is not None]
    mine = [one for one in by_urgency(asked) if answers_time(look, person, one, zones[one.zone], now)]
    return Decisions(
        tuple(
            (job_of(look, one, now), premise_of("hazards.approve", {"hazard": one.id}, look)) for one in waiting[:most]
        ),
        tuple(job_of(look, one, now) for one in mine[:most]),
    )


def reports_of(look: Records, person: str, now: datetime, most: int = 50) -> tuple[Job, ...]:
    """What a person has reported by name, the newest first."""
    found = sorted(look.find("hazard", reporter=person), key=lambda hazard: hazard.reported_at, reverse=True)
    return tuple(job_of(look, hazard, now) for hazard in found[:most])


def job(look: Records, actor: Actor, hazard: str, now: datetime) -> Job | None:
    """One hazard, for whoever may see it; None for anybody else and for what does not exist."""
    found = look.get("hazard", hazard)
    return job_of(look, found, now) if found and may_see(look, actor, found, now) else None


def may_see(look: Records, actor: Actor, hazard: Hazard, now: datetime) -> bool:
    """The desk sees all; others what they reported, fix, fixed, or their team or zone has; a phone without a name
    what was just reported where it stands."""
    if actor.person is None:
        fresh = now - hazard.reported_at <= timedelta(minutes=VISIT_MINUTES)
        return fresh and hazard.reporter is None and hazard.zone == actor.scanned
    if actor.has(*CONSOLE_ROLES) or actor.person in (hazard.reporter, hazard.assignee, hazard.fixed_by):
        return True
    person, zone = look.get("person", actor.person), look.get("zone", hazard.zone)
    if person is None or zone is None:
        return False
    own_team = person.team is not None and person.team == hazard.team
    return (
        own_team
        or may_take(person, hazard)
        or zone.supervisor == person.id
        or may_review(look, person, hazard, zone, now)
    )


def job_of(look: Records, hazard: Hazard, now: datetime) -> Job:
    """A hazard as a card, for whoever has been found to see it."""
    zone = required(look, Zone, hazard.zone)
    team = look.get("team", hazard.team) if hazard.team else None
    person = look.get("person", hazard.assignee) if hazard.assignee else None
    clock = hazard.review_due_at if hazard.state in TO_REVIEW else clock_of(hazard)
    sent_to = person.name if person else team.name if team else ""
    more = tuple(one for one in extra_answers(look, hazard.extra_form, hazard.extra) if one.result is not None)
    return Job(hazard, zone, clock if hazard.open else None, hazard.overdue(now), sent_to, more)
