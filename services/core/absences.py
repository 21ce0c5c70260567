"""Who is away and who stands in meanwhile: new work goes to the deputy, who also reviews in the absent one's place."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Annotated

from services.core.operation import Change, Changed, Context, Look, Put, Way, operation, required
from services.core.people import Person, present
from services.core.plant_time import plant_time
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, LEADERS, STAFF, Role
from services.core.shape import Ref
from services.core.zones import Zone

MOST_DAYS = 366
MOST_DEPUTY_DAYS = 14  # so long may one who reviews be stood in for; whoever is away longer hands the role on
REVIEWING = frozenset({Role.DEPARTMENT_MANAGER, Role.SAFETY_OFFICER, Role.EHS_MANAGER})
PLANNERS = LEADERS | ADMINISTRATION | {Role.HR}


@record("absence", indexed=("person",), called="person", few=True)
@dataclass(frozen=True, kw_only=True)
class Absence:
    """Somebody is away on the plant's days from `first` to `last`, both included; `deputy` stands in. Back sooner, or
    never away after all, it has ended at `ended_at`."""

    id: str
    person: str
    first: date
    last: date
    deputy: str | None = None
    ended_at: datetime | None = None


def away(look: Look, person: str, now: datetime) -> Absence | None:
    """The absence that somebody is on at a moment."""
    return next((one for one in look.find("absence", person=person) if _covers(look, one, now)), None)


def _covers(look: Look, one: Absence, now: datetime) -> bool:
    if one.ended_at is not None and one.ended_at <= now:
        return False
    return one.first <= plant_time(look, now).date() <= one.last


def deputy_of(look: Look, person: str, now: datetime) -> str | None:
    """Who stands in for somebody who is away: still here, and not away as well. A deputy has no deputy."""
    absence = away(look, person, now)
    found: Person | None = look.get("person", absence.deputy) if absence and absence.deputy else None
    return found.id if found and found.here and not away(look, found.id, now) else None


def taker(look: Look, person: str, now: datetime | None) -> str | None:
    """Who takes what is meant for somebody: they themselves, their deputy while they are away, else nobody."""
    found: Person | None = look.get("person", person)
    if found is None or not found.here:
        return None
    if now is None or away(look, person, now) is None:
        return person
    return deputy_of(look, person, now)


def reached(look: Look, people: Iterable[str | None], now: datetime) -> list[str]:
    """Whom a message reaches that is meant for these: for one who is away, the deputy; where there is none, it waits
    for the one it is meant for."""
    given = [one for one in people if one]
    return list(dict.fromkeys(deputy_of(look, one, now) or one for one in given))


def at_work(look: Look, people: Iterable[Person], now: datetime) -> list[Person]:
    """Those of these people who are here and not away; all who are here where everybody is away."""
    here = [one for one in people if one.here]
    gone = {one.person for one in look.find("absence") if _covers(look, one, now)}
    return [one for one in here if one.id not in gone] or here


def stood_for(look: Look, person: str, now: datetime) -> tuple[str, ...]:
    """For whom somebody stands in at a moment."""
    mine = [one for one in look.find("absence") if one.deputy == person]
    return tuple(one.person for one in mine if _covers(look, one, now) and deputy_of(look, one.person, now) == person)


def acting(look: Look, person: Person, zone: Zone, now: datetime, but: Collection[str | None]) -> tuple[Person, Zone]:
    """The person with the reviewing roles of those they stand in for, and the zone with them as its supervisor where
    its own is one of those. Never in the place of somebody in `but`: who fixed or passed it can't come back as their
    own deputy."""
    absent = [look.get("person", one) for one in stood_for(look, person.id, now) if one not in but]
    if not absent:
        return person, zone
    roles = (role for one in absent if one and one.here for role in one.roles if role in REVIEWING)
    supervised = any(one and one.id == zone.supervisor for one in absent)
    stands = replace(person, roles=tuple(dict.fromkeys((*person.roles, *roles))))
    return stands, replace(zone, supervisor=person.id) if supervised else zone


def _reviews(look: Look, person: Person) -> bool:
    return bool(REVIEWING & set(person.roles)) or any(one.supervisor == person.id for one in look.find("zone"))


@operation("absences.add", roles=STAFF, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Add:
    """Somebody is away for some days. Everyone says it of themselves; leaders, HR and administration of others. Nobody
    makes themselves the deputy of somebody else, and who stands in for a leader is said by that leader or by
    administration."""

    person: Annotated[str, Ref("person")]
    first: date
    last: date
    deputy: Annotated[str, Ref("person")] | None = None

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        return "absences.end", {"absence": id_}

    def decide(self, context: Context, look: Look) -> list[Change]:
        person = present(look, self.person)
        _may_say(context, person, self.deputy)
        if not 0 <= (self.last - self.first).days < MOST_DAYS:
            raise Refused("days_too_many", most=MOST_DAYS)
        if self.last < plant_time(look, context.now).date():
            raise Refused("absence_over")
        if any(_meets(one, self.first, self.last) for one in look.find("absence", person=person.id)):
            raise Refused("absent_already", name=person.name)
        if self.deputy:
            self._sound_deputy(look, person)
        absence = Absence(id=context.id, person=person.id, first=self.first, last=self.last, deputy=self.deputy or None)
        return [Put(absence)]

    def _sound_deputy(self, look: Look, person: Person) -> None:
        deputy = present(look, self.deputy or "")
        if deputy.id == person.id:
            raise Refused("deputy_is_oneself")
        if any(_meets(one, self.first, self.last) for one in look.find("absence", person=deputy.id)):
            raise Refused("deputy_away", name=deputy.name)
        if self.last - self.first >= timedelta(days=MOST_DEPUTY_DAYS) and _reviews(look, person):
            raise Refused("deputy_too_long", most=MOST_DEPUTY_DAYS)


def _meets(one: Absence, first: date, last: date) -> bool:
    return one.ended_at is None and one.first <= last and first <= one.last


def _may_say(context: Context, person: Person, deputy: str | None) -> None:
    """Raises Refused: not_allowed, deputy_by_oneself."""
    if context.actor.person == person.id:
        return
    if not context.actor.has(*PLANNERS):
        raise Refused("not_allowed", kind="absences.add")
    if deputy and deputy == context.actor.person and not context.actor.has(*ADMINISTRATION):
        raise Refused("deputy_by_oneself")
    leads = bool(set(person.roles) & (LEADERS | ADMINISTRATION))
    if deputy and leads and not context.actor.has(*ADMINISTRATION):
        raise Refused("not_allowed", kind="absences.add")


@operation("absences.end", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class End:
    """Back sooner, or not away after all: from now on everything goes to them again."""

    absence: Annotated[str, Ref("absence")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        absence = required(look, Absence, self.absence)
        if context.actor.person != absence.person and not context.actor.has(*PLANNERS):
            raise Refused("not_allowed", kind="absences.end")
        if absence.ended_at is not None or absence.last < plant_time(look, context.now).date():
            raise Refused("absence_over")
        return [Put(replace(absence, ended_at=context.now))]
