"""Emergency plans with the people and zones that they name, and drills with what became of them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from services.core.alphabet import by_sound
from services.core.drill_forms import FORM, EvaluationItem
from services.core.drills import Drill, DrillMark
from services.core.emergency_plans import EmergencyPlan, PlanRole
from services.core.hazards import Hazard
from services.core.operation import required
from services.core.people import Person
from services.core.shape import read_as
from services.core.zones import Zone
from services.library.emergencies import ready_items
from services.store.records import Records

LATELY = timedelta(hours=24)
Stands = Literal["planned", "running", "over", "evaluated"]


@dataclass(frozen=True, slots=True)
class Player:
    """A role of a plan with its people as they are now; none where nobody is named, or who was has left."""

    role: PlanRole
    person: Person | None
    deputy: Person | None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan, its players, its zones, and the codes of the labels that lead to it."""

    plan: EmergencyPlan
    players: tuple[Player, ...]
    zones: tuple[Zone, ...]
    codes: tuple[str, ...]
    drilled_at: datetime | None

    @property
    def id(self) -> str:
        """The plan's id."""
        return self.plan.id


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of a drill and what was noted of it; `after` is how long after the beginning it was done."""

    place: int
    text: str
    who: str
    minutes: float
    mark: DrillMark | None
    after: timedelta | None

    @property
    def late(self) -> bool:
        """Whether it was done later than planned."""
        return self.after is not None and self.after > timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class DrillRow:
    """A drill with its plan's name, its leader, the zones, who took part and what was found."""

    drill: Drill
    plan: str
    leader: Person | None
    zones: tuple[Zone, ...]
    roles: tuple[tuple[str, Person], ...]
    people: tuple[Person, ...]
    steps: tuple[StepRow, ...]
    hazards: tuple[Hazard, ...]

    @property
    def id(self) -> str:
        """The drill's id."""
        return self.drill.id

    @property
    def stands(self) -> Stands:
        """How far it is."""
        one = self.drill
        if one.evaluated_at is not None:
            return "evaluated"
        return "over" if one.ended_at else "running" if one.begun_at else "planned"

    @property
    def lasted(self) -> timedelta | None:
        """How long it went on."""
        one = self.drill
        return one.ended_at - one.begun_at if one.begun_at and one.ended_at else None


def plan_rows(look: Records) -> tuple[PlanRow, ...]:
    """The plans in use, by name."""
    last: dict[str, datetime] = {}
    for one in look.find("drill"):
        if one.plan and one.begun_at:
            last[one.plan] = max(one.begun_at, last.get(one.plan, one.begun_at))
    living = [one for one in look.find("emergency_plan") if one.retired_at is None]
    return tuple(_plan_row(look, one, last.get(one.id)) for one in sorted(living, key=lambda one: by_sound(one.name)))


def _plan_row(look: Records, plan: EmergencyPlan, drilled_at: datetime | None) -> PlanRow:
    zones = tuple(required(look, Zone, one) for one in plan.zones)
    codes = [one.code for zone in zones for one in look.find("label", zone=zone.id)]
    players = tuple(Player(role, _here(look, role.person), _here(look, role.deputy)) for role in plan.roles)
    return PlanRow(plan, players, zones, tuple(dict.fromkeys([*(zone.code for zone in zones), *codes])), drilled_at)


def _here(look: Records, person: str | None) -> Person | None:
    found = look.get("person", person) if person else None
    return found if found is not None and found.here else None


def drill_rows(look: Records) -> tuple[DrillRow, ...]:
    """The drills that were not cancelled, the latest first."""
    found = [one for one in look.find("drill") if one.cancelled_at is None]
    return tuple(drill_row(look, one) for one in sorted(found, key=lambda one: one.planned_at, reverse=True))


def drill_row(look: Records, drill: Drill) -> DrillRow:
    """One drill with all about it."""
    plan = look.get("emergency_plan", drill.plan) if drill.plan else None
    marks = {one.step: one for one in look.find("drill_mark", drill=drill.id)}
    joined = sorted(look.find("drill_joining", drill=drill.id), key=lambda one: (one.at, one.id))
    people = [look.get("person", one.person) for one in joined]
    found = [look.get("hazard", one.hazard) for one in look.find("drill_finding", drill=drill.id)]
    steps = tuple(
        StepRow(place, step.text, step.who, step.minutes, marks.get(place), _after(drill, marks.get(place)))
        for place, step in enumerate(drill.steps)
    )
    return DrillRow(
        drill,
        plan.name if plan else "",
        look.get("person", drill.leader) if drill.leader else None,
        tuple(required(look, Zone, one) for one in drill.zones),
        tuple((role.name, required(look, Person, role.person)) for role in drill.roles),
        tuple(one for one in people if one is not None),
        steps,
        tuple(one for one in found if one is not None),
    )


def _after(drill: Drill, mark: DrillMark | None) -> timedelta | None:
    return mark.at - drill.begun_at if mark is not None and drill.begun_at is not None else None


def drills_for(look: Records, now: datetime) -> tuple[DrillRow, ...]:
    """The drills that a phone shows: those that run or are to come, and those of the last day."""
    rows = [
        row
        for row in drill_rows(look)
        if row.stands in ("planned", "running") or (row.drill.ended_at or now) > now - LATELY
    ]
    return tuple(sorted(rows, key=lambda row: (row.stands != "running", row.drill.planned_at)))


def evaluation_items(look: Records, lang: str) -> tuple[EvaluationItem, ...]:
    """By what drills are evaluated: the plant's own items, or the ready ones in a language."""
    form = look.get("drill_form", FORM)
    if form is not None:
        return tuple(form.items)
    return tuple(read_as(EvaluationItem, one) for one in ready_items(lang))
