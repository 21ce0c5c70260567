"""Who is where by the doors' word, and what visits people made; at the hub only, as swipes are."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from services.core.access import access_policy
from services.core.behaviour import Finding, Ways, findings
from services.core.musters import Muster, MusterTick
from services.core.people import Person
from services.core.plant import the_plant
from services.core.shifts import clock_time
from services.core.visits import Passage, Present, Visit, present_of, stranger, visits_of
from services.core.zones import Zone
from services.store import swipes
from services.store.cards import strangers_between
from services.store.records import Records

RISKY = ("A", "B")
A_MOMENT = timedelta(milliseconds=1)


def gates_of(look: Records) -> frozenset[str]:
    """The zones that one comes onto the plant by: those with a door in use that leads out of doors."""
    return frozenset(one.zone for one in look.find("door") if one.retired_at is None and one.leads_to is None)


def passages(look: Records, begins: datetime, ends: datetime) -> list[Passage]:
    """What doors have seen from a moment on and before another: also of cards that nobody is known by."""
    known = [
        Passage(one.at, one.zone, one.person, one.inward, one.mark, one.device, one.serial)
        for one in swipes.between(look.connection, begins, ends)
    ]
    strange = strangers_between(look.connection, begins, ends)
    others = [(one, stranger(one.card or one.employee_no)) for one in strange]
    return known + [
        Passage(one.at, one.zone or "", who, one.inward, one.mark, one.device, one.serial) for one, who in others
    ]


def visits_between(look: Records, begins: datetime, ends: datetime) -> list[Visit]:
    """The visits that reach into a stretch. What was before it is read as far back as a way out is waited for."""
    policy = access_policy(look)
    habits = policy.habits
    some = passages(look, begins - habits.forgotten, ends + A_MOMENT)
    visits = visits_of(some, ends, gates_of(look), habits)
    return [one for one in visits if one.open or (one.ends or one.latest or one.at) >= begins]


def inside_now(look: Records, now: datetime) -> list[Present]:
    """Who is on the site by the doors' word."""
    return present_of(visits_between(look, now, now), gates_of(look))


@dataclass(frozen=True, slots=True)
class ZoneNow:
    """A zone and who is in it."""

    zone: Zone
    people: tuple[Present, ...]


def zones_now(look: Records, now: datetime) -> tuple[ZoneNow, ...]:
    """The zones with somebody in them, the riskiest first; every zone of class A or B with a door, also when it is
    empty."""
    by_zone: dict[str, list[Present]] = {}
    for one in inside_now(look, now):
        by_zone.setdefault(one.zone, []).append(one)
    doors = [one for one in look.find("door") if one.retired_at is None]
    watched = {side for one in doors for side in (one.zone, one.leads_to) if side}
    zones = [one for one in look.find("zone") if one.id in by_zone or (one.id in watched and one.zone_class in RISKY)]
    shown = [one for one in zones if one.retired_at is None or one.id in by_zone]
    found = [ZoneNow(one, tuple(by_zone.get(one.id, ()))) for one in shown]
    return tuple(sorted(found, key=lambda one: (one.zone.zone_class, not one.people, one.zone.name)))


def findings_now(look: Records, now: datetime) -> list[Finding]:
    """What stands out in how people visited zones lately."""
    policy = access_policy(look)
    ways = Ways(
        zone=ZoneInfo(the_plant(look).timezone),
        begins=clock_time(policy.begins),
        ends=clock_time(policy.ends),
        together=timedelta(seconds=policy.together_s),
        alone=timedelta(minutes=policy.alone_minutes),
        times=policy.alone_times,
        recent=timedelta(days=policy.alone_days),
        past=timedelta(days=policy.past_days),
        forgotten=policy.habits.forgotten,
    )
    visits = visits_between(look, now - ways.past, now)
    groups = {one.id: one.team or "" for one in look.find("person")}
    return findings(visits, now, ways, groups, gates_of(look))


@dataclass(frozen=True, slots=True)
class MusterRow:
    """Somebody who was on the site when the muster began, or came later: where they were seen last and when, and what
    is known since. `left` is when a gate saw them go. `person` is None for a card that nobody is known by."""

    who: str
    person: Person | None
    team: str
    zone: str
    zone_class: str
    seen_at: datetime
    left: datetime | None
    tick: MusterTick | None

    @property
    def accounted(self) -> bool:
        """Whether nobody needs to look for them."""
        return self.left is not None or bool(self.tick and self.tick.found == "safe")


def muster_rows(look: Records, muster: Muster, now: datetime) -> tuple[MusterRow, ...]:
    """Everybody to be accounted for: those still looked for first, riskiest zone first. Whoever is ticked without
    having been seen by a door is there, too."""
    until = muster.ended_at or now
    visits = visits_between(look, muster.begun_at, until)
    gates = gates_of(look)
    ticks = {one.person: one for one in look.find("muster_tick", muster=muster.id)}
    zones, teams = ({one.id: one for one in look.find(kind)} for kind in ("zone", "team"))
    known: dict[str, list[Visit]] = {}
    for one in visits:
        if one.begins is not None or (one.ends is not None and one.ends >= muster.begun_at):
            known.setdefault(one.person, []).append(one)
    found = []
    for who in dict.fromkeys((*known, *ticks)):
        own = known.get(who, [])
        if not own and ticks[who].found == "open":
            continue
        found.append(_row(look, who, own, ticks.get(who), muster, gates, zones, teams))
    return tuple(sorted(found, key=_turn))


def _row(
    look: Records,
    who: str,
    own: list[Visit],
    tick: MusterTick | None,
    muster: Muster,
    gates: frozenset[str],
    zones: dict[str, Zone],
    teams: dict[str, object],
) -> MusterRow:
    person: Person | None = look.get("person", who)
    inside = present_of(own, gates)
    ends = [one.ends for one in own if one.zone in gates and one.ends is not None]
    left = max(ends) if ends and not inside else None
    last = max(own, key=lambda one: (one.open and one.zone not in gates, one.ends or one.at), default=None)
    place = inside[0].zone if inside else last.zone if last else ""
    seen = inside[0].since if inside else (last.ends or last.at) if last else muster.begun_at
    zone = zones.get(place)
    team = teams.get(person.team) if person and person.team else None
    return MusterRow(
        who=who,
        person=person,
        team=getattr(team, "name", ""),
        zone=zone.name if zone else "",
        zone_class=str(zone.zone_class) if zone else "",
        seen_at=seen,
        left=left,
        tick=tick if tick and tick.found != "open" else None,
    )


def _turn(one: MusterRow) -> tuple[bool, bool, str, str, str]:
    missing = bool(one.tick and one.tick.found == "missing")
    name = one.person.name if one.person else one.who
    return one.accounted, not missing, one.zone_class or "Z", one.zone, name


@dataclass(frozen=True, slots=True)
class ToCall:
    """Somebody to be called in an emergency: a service (by the key of its words) or a person, and why."""

    why: str
    name: str
    phone: str
    zone: str = ""


SERVICES = (("fire", "119"), ("ambulance", "120"), ("police", "110"))
MOST_CALLED = 12


def call_card(look: Records, now: datetime) -> tuple[ToCall, ...]:
    """Whom to call, in order: fire brigade, ambulance, police; the EHS manager and the safety officers; then the
    emergency numbers and supervisors of the risky zones in which somebody is."""
    found = [ToCall(why, "", number) for why, number in SERVICES]
    people: list[Person] = [one for one in look.find("person") if one.here and one.phone]
    for role in ("ehs_manager", "safety_officer"):
        found += [ToCall(role, one.name, one.phone or "") for one in people if role in one.roles]
    by_id = {one.id: one for one in people}
    for place in zones_now(look, now):
        zone = place.zone
        if not place.people or zone.zone_class not in RISKY:
            continue
        if zone.phone:
            found.append(ToCall("zone", "", zone.phone, zone.name))
        supervisor = by_id.get(zone.supervisor or "")
        if supervisor:
            found.append(ToCall("supervisor", supervisor.name, supervisor.phone or "", zone.name))
    once = {(one.name, one.phone): one for one in reversed(found)}
    return tuple(one for one in found if once.get((one.name, one.phone)) is one)[:MOST_CALLED]
