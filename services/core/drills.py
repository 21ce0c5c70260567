"""Emergency drills: planned, run by a sheet of steps with their times, joined by people who scan its code; what is
found becomes hazards. (Drills of alerts are another thing.)"""

import hmac
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any, Literal

from services.core.drill_forms import EvaluationItem, ItemScore
from services.core.emergency_plans import MOST_STEPS, EmergencyPlan, PlanStep, living_plan
from services.core.hazards import MOST_PHOTOS, Hazard
from services.core.ids import id_from
from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import present
from services.core.plant import day_number
from services.core.posts import MOST_PEOPLE
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import LEADERS, STAFF
from services.core.shape import Blob, Range, Ref, Text
from services.core.zones import Zone

Manner = Literal["tabletop", "functional", "full_scale"]
Photo = Annotated[str, Blob()]


@dataclass(frozen=True, kw_only=True)
class DrillRole:
    """A role of the drill and the person who plays it."""

    name: Annotated[str, Text(most=40)]
    person: Annotated[str, Ref("person")]


@record("drill", indexed=("plan",))
@dataclass(frozen=True, kw_only=True)
class Drill:
    """`steps` are its run sheet, taken from the plan as it was when the drill was planned. It runs from `begun_at` to
    `ended_at`; meanwhile one joins by its code, sealed by `mac`. `score` of 100 is what the evaluation came to, by
    `items` as they were."""

    id: str
    name: str
    manner: Manner
    planned_at: datetime
    steps: tuple[PlanStep, ...]
    number: str | None = None
    plan: str | None = None
    zones: tuple[str, ...] = ()
    leader: str | None = None
    roles: tuple[DrillRole, ...] = ()
    planned_by: str | None = None
    mac: str | None = None
    begun_at: datetime | None = None
    ended_at: datetime | None = None
    cancelled_at: datetime | None = None
    items: tuple[EvaluationItem, ...] = ()
    scores: tuple[ItemScore, ...] = ()
    score: int | None = None
    conclusion: str = ""
    evaluated_at: datetime | None = None
    evaluated_by: str | None = None

    @property
    def runs(self) -> bool:
        """Whether it goes on now."""
        return self.begun_at is not None and self.ended_at is None


@record("drill_mark", indexed=("drill",), called="")
@dataclass(frozen=True, kw_only=True)
class DrillMark:
    """A step of a drill was done: its place in the run sheet, from 0, when, and what was seen. The last word counts."""

    id: str
    drill: str
    step: int
    at: datetime
    by: str | None = None
    note: str = ""
    photos: tuple[Photo, ...] = ()


@record("drill_joining", indexed=("drill", "person"), called="")
@dataclass(frozen=True, kw_only=True)
class DrillJoining:
    """Somebody took part in a drill; `by` is who says so, they themselves with the phone or a leader."""

    id: str
    drill: str
    person: str
    at: datetime
    by: str | None = None


@record("drill_finding", indexed=("drill", "hazard"), called="")
@dataclass(frozen=True, kw_only=True)
class DrillFinding:
    """A hazard that a drill has shown; it goes the way of every hazard."""

    id: str
    drill: str
    hazard: str
    at: datetime
    by: str | None = None


def steps_of(plan: EmergencyPlan) -> tuple[PlanStep, ...]:
    """A plan's steps as a run sheet: where a step has no time, two minutes after the one before."""
    found, at = [], 0.0
    for step in plan.steps:
        at = step.minutes or at + 2.0
        found.append(replace(step, minutes=at))
    return tuple(found)


def _may_run(context: Context, drill: Drill) -> None:
    if not context.actor.has(*LEADERS) and context.actor.person != drill.leader:
        raise Refused("not_allowed", kind="drills.begin")


def _may_mark(context: Context, drill: Drill) -> None:
    if not context.actor.has(*LEADERS) and context.actor.person not in _players(drill):
        raise Refused("not_allowed", kind="drills.mark")


def _running(look: Look, drill: str) -> Drill:
    found = required(look, Drill, drill)
    if found.begun_at is None:
        raise Refused("drill_not_begun")
    if found.ended_at is not None:
        raise Refused("drill_over")
    return found


def _facts(drill: Drill) -> dict[str, Any]:
    return {"drill": drill.name, "starts_at": drill.planned_at.isoformat(), "number": drill.number or ""}


def _players(drill: Drill) -> tuple[str, ...]:
    meant = [*([drill.leader] if drill.leader else []), *(role.person for role in drill.roles)]
    return tuple(dict.fromkeys(meant))


@operation("drills.plan", roles=LEADERS)
@dataclass(frozen=True, kw_only=True)
class Plan:
    """A drill is to be. Its run sheet is the plan's, unless one is given; who has a part in it is told."""

    name: Annotated[str, Text(most=60)]
    manner: Manner
    planned_at: datetime
    plan: Annotated[str, Ref("emergency_plan")] | None = None
    zones: tuple[Annotated[str, Ref("zone")], ...] = ()
    leader: Annotated[str, Ref("person")] | None = None
    steps: tuple[PlanStep, ...] = ()
    drill_roles: tuple[DrillRole, ...] = ()

    def decide(self, context: Context, look: Look) -> list[Change]:
        plan = living_plan(look, self.plan) if self.plan else None
        steps = self.steps or (steps_of(plan) if plan else ())
        if not 0 < len(steps) <= MOST_STEPS:
            raise Refused("drill_steps_needed", most=MOST_STEPS)
        for zone in self.zones:
            required(look, Zone, zone)
        drill = Drill(
            id=context.id,
            name=self.name,
            manner=self.manner,
            planned_at=self.planned_at,
            steps=steps,
            number=day_number(context, look, "YJ", "drill"),
            plan=self.plan,
            zones=self.zones or (plan.zones if plan else ()),
            leader=present(look, self.leader).id if self.leader else context.actor.person,
            roles=self.drill_roles or _cast(look, plan),
            planned_by=context.actor.person,
        )
        for role in drill.roles:
            present(look, role.person)
        told = _players(drill) if self.planned_at > context.now else ()
        return [Put(drill), *([Tell(told, "drill_planned", drill.id, _facts(drill))] if told else [])]


def _cast(look: Look, plan: EmergencyPlan | None) -> tuple[DrillRole, ...]:
    """The plan's roles with those of their people who are still here."""
    found = []
    for role in plan.roles if plan else ():
        people = [look.get("person", one) for one in (role.person, role.deputy) if one]
        here = next((one for one in people if one is not None and one.here), None)
        if here is not None:
            found.append(DrillRole(name=role.name, person=here.id))
    return tuple(found)


@operation("drills.cancel", roles=LEADERS)
@dataclass(frozen=True, kw_only=True)
class Cancel:
    """It will not be; who has a part in it is told."""

    drill: Annotated[str, Ref("drill")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        drill = required(look, Drill, self.drill)
        if drill.begun_at is not None or drill.cancelled_at is not None:
            raise Refused("drill_begun")
        people = _players(drill)
        told = [Tell(people, "drill_cancelled", drill.id, _facts(drill))] if people else []
        return [Put(replace(drill, cancelled_at=context.now)), *told]


@operation("drills.begin", roles=STAFF, offline=False)
@dataclass(frozen=True, kw_only=True)
class Begin:
    """The clock runs from now on, and one can join by the code that the hub seals."""

    drill: Annotated[str, Ref("drill")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        drill = required(look, Drill, self.drill)
        _may_run(context, drill)
        if drill.begun_at is not None or drill.cancelled_at is not None or context.gifts is None:
            raise Refused("drill_begun")
        _, mac = context.gifts.seal(f"drill.{drill.id}")
        return [Put(replace(drill, begun_at=context.now, mac=mac))]


@operation("drills.mark", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class Mark:
    """A step was done, at the moment at which this was said on the device; said again, the new word counts."""

    drill: Annotated[str, Ref("drill")]
    step: Annotated[int, Range(0, MOST_STEPS - 1)]
    note: Annotated[str, Text(most=200, least=0)] = ""
    photos: tuple[Photo, ...] = ()

    def decide(self, context: Context, look: Look) -> list[Change]:
        drill = _running(look, self.drill)
        _may_mark(context, drill)
        if self.step >= len(drill.steps):
            raise Refused("drill_step_wrong")
        if len(self.photos) > MOST_PHOTOS:
            raise Refused("photos_too_many", most=MOST_PHOTOS)
        made = DrillMark(
            id=id_from("drill_mark", drill.id, str(self.step)),
            drill=drill.id,
            step=self.step,
            at=context.now,
            by=context.actor.person,
            note=self.note,
            photos=self.photos,
        )
        return [Put(made)]


@operation("drills.end", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class End:
    """The drill is over."""

    drill: Annotated[str, Ref("drill")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        drill = _running(look, self.drill)
        _may_run(context, drill)
        return [Put(replace(drill, ended_at=context.now))]


def _joined(context: Context, look: Look, drill: Drill, person: str) -> list[Change]:
    id_ = id_from("drill_joining", drill.id, person)
    if look.get("drill_joining", id_) is not None:
        return []
    return [Put(DrillJoining(id=id_, drill=drill.id, person=person, at=context.now, by=context.actor.person))]


@operation("drills.join", roles=STAFF, offline=False)
@dataclass(frozen=True, kw_only=True)
class Join:
    """Whoever scans the drill's code while it runs takes part. Twice is once."""

    drill: Annotated[str, Ref("drill")]
    seal: Annotated[str, Text(most=40)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        drill = required(look, Drill, self.drill)
        if drill.mac is None or not hmac.compare_digest(drill.mac.encode(), self.seal.encode()):
            raise Refused("session_code_wrong")
        if context.actor.person is None:
            raise Refused("not_allowed", kind="drills.join")
        return _joined(context, look, _running(look, drill.id), context.actor.person)


@operation("drill_joinings.note", roles=LEADERS)
@dataclass(frozen=True, kw_only=True)
class NoteJoined:
    """People took part who have no phone with them: a leader says so, also when it is over."""

    drill: Annotated[str, Ref("drill")]
    people: tuple[Annotated[str, Ref("person")], ...]

    def decide(self, context: Context, look: Look) -> list[Change]:
        drill = required(look, Drill, self.drill)
        if drill.begun_at is None:
            raise Refused("drill_not_begun")
        if not 0 < len(self.people) <= MOST_PEOPLE:
            raise Refused("people_count_wrong", most=MOST_PEOPLE)
        found: list[Change] = []
        for one in dict.fromkeys(self.people):
            found += _joined(context, look, drill, present(look, one).id)
        return found


@operation("drills.find", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class Find:
    """A hazard that was reported comes of a drill."""

    drill: Annotated[str, Ref("drill")]
    hazard: Annotated[str, Ref("hazard")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        drill, hazard = required(look, Drill, self.drill), required(look, Hazard, self.hazard)
        if drill.begun_at is None:
            raise Refused("drill_not_begun")
        id_ = id_from("drill_finding", drill.id, hazard.id)
        made = DrillFinding(id=id_, drill=drill.id, hazard=hazard.id, at=context.now, by=context.actor.person)
        return [] if look.get("drill_finding", id_) else [Put(made)]
