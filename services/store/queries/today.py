"""What the first page asks, one query a figure: who is in danger, what waits for one person, whether today's
inspections are on time; and the sensors in use, whose readings the console has from its hub."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from services.core.calendar import day_of
from services.core.equipment import Equipment
from services.core.hazards import State
from services.core.inspection_plans import InspectionPlan
from services.core.inspections import Inspection
from services.core.measures import Period
from services.core.people import Person, Team
from services.core.roles import LEADERS
from services.core.sensors import Sensor
from services.core.shape import utc_text
from services.core.zones import Zone
from services.store.queries.figures import counted, span_of
from services.store.queries.hazards import HazardRow, rows_of, work_of
from services.store.queries.status import by_urgency, open_hazards, unmade
from services.store.records import Records
from services.store.tables import RECORDS


@dataclass(frozen=True, slots=True)
class Round:
    """An inspection with the names that a list needs; `team` and `person` are those who are to make it."""

    inspection: Inspection
    plan: InspectionPlan
    zone: Zone
    equipment: Equipment | None
    team: Team | None
    person: Person | None

    @property
    def id(self) -> str:
        """The inspection's id."""
        return self.inspection.id


@dataclass(frozen=True, slots=True)
class Danger:
    """Hazards past their time, the longest first, and inspections whose miss nobody has made good, the oldest first."""

    hazards: tuple[HazardRow, ...]
    missed: tuple[Round, ...]


@dataclass(frozen=True, slots=True)
class Mine:
    """What waits for one person: fixes to review (by the eligibility table), hazards to fix, hazards that went to
    nobody to be sent on, and inspections of the person or the person's team whose window is open; by urgency."""

    reviews: tuple[HazardRow, ...]
    fixes: tuple[HazardRow, ...]
    strays: tuple[HazardRow, ...]
    rounds: tuple[Round, ...]


@dataclass(frozen=True, slots=True)
class RoundsToday:
    """The inspections due on the plant's present day, each counted once: made in time, made late, missed (written
    down as missed or not yet), excused, those whose window is open, and those whose window is still to
    come."""

    done: int
    late: int
    missed: int
    excused: int
    open: int
    to_come: int

    @property
    def asked(self) -> int:
        """How many have had their time: made in time or late, or missed."""
        return self.done + self.late + self.missed


@dataclass(frozen=True, slots=True)
class Probe:
    """A sensor in use, its zone, and who answers for that."""

    sensor: Sensor
    zone: Zone
    supervisor: Person | None


def in_danger(look: Records, now: datetime, me: str | None = None) -> Danger:
    """See Danger; `me` is who looks, whose own reviews the rows mark."""
    late = [hazard for hazard in by_urgency(open_hazards(look)) if hazard.overdue(now)]
    return Danger(rows_of(look, late, now, me), rounds_of(look, unmade(look)))


def waiting_for(look: Records, me: Person, now: datetime, but: Collection[str] = ()) -> Mine:
    """See Mine. `but` are hazards whose change the hub has yet to confirm: nothing more can be done about them now."""
    here = [hazard for hazard in by_urgency(open_hazards(look)) if hazard.id not in but]
    rows = rows_of(look, here, now, me.id)
    work = {hazard.id for hazard in work_of(look, me)}
    may_send = not LEADERS.isdisjoint(me.roles)
    return Mine(
        tuple(row for row in rows if row.mine),
        tuple(row for row in rows if row.id in work),
        tuple(row for row in rows if may_send and _stray(row)),
        rounds_of(look, _due_for(look, me, now)),
    )


def _stray(row: HazardRow) -> bool:
    return row.hazard.state == State.REPORTED and not (row.hazard.team or row.hazard.assignee)


def _due_for(look: Records, me: Person, now: datetime) -> list[Inspection]:
    due = [one for one in look.find("inspection", state="due") if one.opens_at <= now <= one.closes_at]
    mine = [one for one in due if one.person == me.id or (one.person is None and me.team and one.team == me.team)]
    return sorted(mine, key=lambda one: (one.closes_at, one.id))


def rounds_of(look: Records, inspections: Iterable[Inspection]) -> tuple[Round, ...]:
    """Inspections with their names; those in zones that are retired are left out."""
    found = []
    for one in inspections:
        plan, zone = look.get("inspection_plan", one.plan), look.get("zone", one.zone)
        if plan is not None and zone is not None and zone.retired_at is None:
            equipment = look.get("equipment", one.equipment or "")
            team, person = look.get("team", one.team or ""), look.get("person", one.person or "")
            found.append(Round(one, plan, zone, equipment, team, person))
    return tuple(found)


def zone_rounds(look: Records, zone: str, now: datetime, most: int) -> tuple[Round, ...]:
    """The inspections that are asked for in a zone next, those whose window is open among them, the soonest first; at
    most so many."""
    due = [one for one in look.find("inspection", zone=zone, state="due") if one.closes_at >= now]
    return rounds_of(look, sorted(due, key=lambda one: (one.due_at, one.id))[:most])


def rounds_today(look: Records, now: datetime) -> RoundsToday:
    """See RoundsToday. Raises Refused: no_plant."""
    table, at = RECORDS["inspection"], utc_text(now)
    begins, ends = _day(look, now)
    due = table.c.state == "due"
    state = sa.case(
        (sa.and_(due, table.c.opens_at > at), "to_come"),
        (sa.and_(due, table.c.closes_at >= at), "open"),
        (due, "missed"),
        else_=table.c.state,
    )
    query = (
        sa.select(state.label("state"), sa.func.count().label("tasks"))
        .where(table.c.due_at >= begins, table.c.due_at < ends)
        .where(counted(table))
        .group_by(state)
    )
    many = {row.state: row.tasks for row in look.connection.execute(query)}
    return RoundsToday(*(many.get(name, 0) for name in ("done", "late", "missed", "excused", "open", "to_come")))


def _day(look: Records, now: datetime) -> tuple[str, str]:
    """From when until when the plant's present day lasts."""
    today = day_of(look, now)
    return span_of(look, Period(today, today))


def probes(look: Records) -> tuple[Probe, ...]:
    """All sensors in use in zones in use, by code."""
    zones = {zone.id: zone for zone in look.find("zone") if zone.retired_at is None}
    used = [one for one in look.find("sensor") if one.retired_at is None and one.zone in zones]
    return tuple(
        Probe(one, zones[one.zone], look.get("person", zones[one.zone].supervisor or ""))
        for one in sorted(used, key=lambda one: one.code)
    )
