"""Drills of alerts: once a week a message goes the whole way of an alert to a person on duty, who says that it came."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from services.core.absences import reached
from services.core.alerts import SYSTEM_ONLY, people_of
from services.core.duty import of_them_on_duty
from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import holders
from services.core.plant import DrillTo, Plant, day_number, the_plant
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE, STAFF, Role
from services.core.shape import Range, Ref
from services.core.shifts import ClockTime, clock_time

PATIENCE = timedelta(minutes=30)
LATE = timedelta(minutes=30)  # so much later a hub that was off still begins one
Weekday = Annotated[int, Range(0, 6)]


@record("alert_drill", indexed=("person", "number"), called="number", few=True)
@dataclass(frozen=True, kw_only=True)
class AlertDrill:
    """One drill. `person` was told; nobody where nobody was on duty. `by` began it by hand. Half an hour after
    `made_at` it is over (`closed_at`): who has not acknowledged by then, late or never, was not reached in time."""

    id: str
    made_at: datetime
    number: str | None = None
    person: str | None = None
    by: str | None = None
    acknowledged_at: datetime | None = None
    closed_at: datetime | None = None

    @property
    def in_time(self) -> bool:
        """Whether it was acknowledged before it was over."""
        return self.acknowledged_at is not None and self.acknowledged_at <= self.made_at + PATIENCE


def due_drill(plant: Plant, now: datetime) -> datetime | None:
    """The weekly drill that is to begin at `now`: that of today, if its time has come and is not long past."""
    if plant.drill_day is None:
        return None
    zone = ZoneInfo(plant.timezone)
    there = now.astimezone(zone)
    due = datetime.combine(there.date(), clock_time(plant.drill_at), zone)
    return due if there.weekday() == plant.drill_day and due <= now < due + LATE else None


def whose_turn(look: Look, to: DrillTo, now: datetime) -> str | None:
    """Of those with the role who are on duty (nobody of them, of the EHS managers) the one whose last drill is longest
    ago."""
    people = of_them_on_duty(look, people_of(look, (to,), None), now)
    people = people or of_them_on_duty(look, people_of(look, ("ehs_manager",), None), now)
    last = {one: max((drill.made_at for drill in look.find("alert_drill", person=one)), default=None) for one in people}
    return min(people, key=lambda one: (last[one] is not None, last[one] or now), default=None)


@operation("plant.set_drill", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetDrill:
    """On which weekday (0 is Monday) and when by the plant's clock the weekly drill begins, and to whom it goes;
    without a day there is none."""

    drill_day: Weekday | None = None
    drill_at: ClockTime = "10:00"
    drill_to: DrillTo = "safety_officer"

    def decide(self, context: Context, look: Look) -> list[Change]:
        clock_time(self.drill_at)
        plant = replace(the_plant(look), drill_day=self.drill_day, drill_at=self.drill_at, drill_to=self.drill_to)
        return [Put(plant)]


@operation("alert_drills.begin", roles=OFFICE | SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class Begin:
    """The one whose turn it is is told, by the ways of a critical alert, that this is a drill."""

    def decide(self, context: Context, look: Look) -> list[Change]:
        plant = the_plant(look)
        person = whose_turn(look, plant.drill_to, context.now)
        made = AlertDrill(
            id=context.id,
            made_at=context.now,
            number=day_number(context, look, "YL", "alert_drill"),
            person=person,
            by=context.actor.person,
        )
        if person is None:
            return [Put(replace(made, closed_at=context.now)), *_failed(context, look, made)]
        return [Put(made), Tell((person,), "alert_drill", made.id, _facts(made))]


def _facts(drill: AlertDrill) -> dict[str, Any]:
    return {"number": drill.number or "", "level": "critical", "made_at": drill.made_at.isoformat()}


def _failed(context: Context, look: Look, drill: AlertDrill) -> list[Change]:
    """The EHS managers are told that nobody was reached."""
    managers = [one.id for one in holders(look, Role.EHS_MANAGER)]
    people = tuple(reached(look, managers, context.now))
    return [Tell(people, "drill_unanswered", drill.id, _facts(drill))] if people else []


@operation("alert_drills.acknowledge", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class Acknowledge:
    """The message came. Late is late, and still better known than not."""

    alert_drill: Annotated[str, Ref("alert_drill")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        drill = required(look, AlertDrill, self.alert_drill)
        if context.actor.person != drill.person or drill.person is None:
            raise Refused("drill_not_yours", number=drill.number or "")
        if drill.acknowledged_at is not None:
            raise Refused("acknowledged_already", number=drill.number or "")
        return [Put(replace(drill, acknowledged_at=context.now))]


@operation("alert_drills.close", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class Close:
    """Half an hour is over. Where nobody has acknowledged, the EHS managers hear of it."""

    alert_drill: Annotated[str, Ref("alert_drill")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        drill = required(look, AlertDrill, self.alert_drill)
        if drill.closed_at is not None or context.now < drill.made_at + PATIENCE:
            return []
        failed = [] if drill.acknowledged_at else _failed(context, look, drill)
        return [Put(replace(drill, closed_at=context.now)), *failed]
