"""Inspections: the tasks that plans give, checked in, missed or excused; how many in a row were missed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal

from services.core.ids import id_from
from services.core.inspection_plans import (
    InspectionPlan,
    Item,
    Machines,
    Minutes,
    Name,
    Rule,
    Window,
    Zones,
    living_plan,
    sound,
    windows,
)
from services.core.label_life import scanned
from services.core.labels import Label
from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import LEADERS, OFFICE, STAFF, Role
from services.core.shape import Range, Ref, Text, utc_text
from services.core.shifts import ClockTime

MOST_TASKS = 1000
MOST_DAYS = 62
MOST_AT_ONCE = 500
MOST_RESULTS = 100
KEEPERS = OFFICE | {Role.SYSTEM}


Outcome = Literal["pass", "fail", "not_applicable"]
Doubt = Literal["", "no_label", "other_place", "old_label"]


class InspectionState(StrEnum):
    """DUE covers all that is neither made nor past its window; MISSED may yet become DONE or LATE."""

    DUE = "due"
    DONE = "done"
    LATE = "late"
    MISSED = "missed"
    EXCUSED = "excused"


@dataclass(frozen=True, kw_only=True)
class Result:
    """What one item of the checklist showed."""

    item: Item
    outcome: Outcome = "pass"
    value: Annotated[float, Range(-1e9, 1e9)] | None = None
    note: Annotated[str, Text(most=200, least=0)] = ""


@record("inspection", indexed=("plan", "zone", "state", "due_at", "batch"))
@dataclass(frozen=True, kw_only=True)
class Inspection:
    """One place to be checked once. `by` checked in at `at`; `doubtful` is the code of what speaks against it, empty
    where nothing does. Excused without a `reason`: its plan no longer asks for it. `batch` is the import that it came
    with from paper."""

    id: str
    plan: str
    zone: str
    due_at: datetime
    opens_at: datetime
    closes_at: datetime
    state: InspectionState = InspectionState.DUE
    equipment: str | None = None
    team: str | None = None
    person: str | None = None
    by: str | None = None
    at: datetime | None = None
    note: str = ""
    results: tuple[Result, ...] = ()
    doubtful: Doubt = ""
    reason: str = ""
    batch: str | None = None

    @property
    def decided(self) -> bool:
        """Whether it counts in a row of misses: neither still to be made nor excused."""
        return self.state not in (InspectionState.DUE, InspectionState.EXCUSED)


def misses_in_a_row(inspections: Iterable[Inspection]) -> int:
    """How many were missed in a row up to the newest decided one, in order of due time. Those given are of one plan
    and one place; what is excused or still due neither counts nor breaks."""
    row = 0
    for one in sorted(inspections, key=lambda one: (one.due_at, one.id), reverse=True):
        if one.decided and one.state != InspectionState.MISSED:
            break
        row += one.decided
    return row


def task_of(plan: InspectionPlan, zone: str, equipment: str | None, window: Window) -> Inspection:
    """The inspection of a place in a window; the same ones always have the same id."""
    return Inspection(
        id=id_from("inspection", plan.id, equipment or zone, utc_text(window.due_at)),
        plan=plan.id,
        zone=zone,
        due_at=window.due_at,
        opens_at=window.opens_at,
        closes_at=window.closes_at,
        equipment=equipment,
        team=plan.team,
        person=plan.person,
    )


def places_of(look: Look, plan: InspectionPlan) -> list[tuple[str, str | None]]:
    """The places in use that a plan checks, as zone and equipment."""
    zones = [look.get("zone", one) for one in plan.zones]
    machines = [look.get("equipment", one) for one in plan.equipment]
    found: list[tuple[str, str | None]] = [(one.id, None) for one in zones if one and one.retired_at is None]
    return found + [(one.zone, one.id) for one in machines if one and one.retired_at is None]


@operation("inspections.make_tasks", roles=KEEPERS, offline=False)
@dataclass(frozen=True, kw_only=True)
class MakeTasks:
    """The inspections that the plans give from one day to another, both included: of some plans, or of all. Those
    that are there already stay as they are."""

    first: date
    last: date
    plans: tuple[Annotated[str, Ref("inspection_plan")], ...] = ()

    def decide(self, context: Context, look: Look) -> list[Change]:
        if not 0 <= (self.last - self.first).days < MOST_DAYS:
            raise Refused("days_too_many", most=MOST_DAYS)
        plans = [living_plan(look, one) for one in self.plans] or [
            one for one in look.find("inspection_plan") if one.retired_at is None
        ]
        tasks = (task for plan in plans for task in asked_for(look, plan, self.first, self.last))
        made: list[Change] = [Put(task) for task in tasks if to_be_made(look, task)]
        if len(made) > MOST_TASKS:
            raise Refused("tasks_too_many", most=MOST_TASKS)
        return made


def asked_for(look: Look, plan: InspectionPlan, first: date, last: date) -> Iterator[Inspection]:
    """The inspections that a plan asks for from one day to another, both included."""
    places = places_of(look, plan)
    for window in windows(look, plan, first, last):
        yield from (task_of(plan, zone, machine, window) for zone, machine in places)


def to_be_made(look: Look, task: Inspection) -> bool:
    """Whether a task is not there, or was taken away when its plan was another."""
    known: Inspection | None = look.get("inspection", task.id)
    return known is None or withdrawn(known)


def withdrawn(one: Inspection) -> bool:
    """Whether its plan no longer asks for it."""
    return one.state == InspectionState.EXCUSED and not one.reason and one.batch is None


def withdrawals(look: Look, plan: InspectionPlan, now: datetime) -> list[Change]:
    """The plan's tasks whose window has not opened are asked for no more."""
    ahead = [one for one in look.find("inspection", plan=plan.id, state="due") if one.opens_at > now]
    return [Put(replace(one, state=InspectionState.EXCUSED)) for one in ahead]


@operation("inspections.change_plan", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class ChangePlan:
    """What is given of a plan is other from now on; its tasks that have not opened yet are made anew by the next
    `make_tasks`."""

    plan: Annotated[str, Ref("inspection_plan")]
    name: Name | None = None
    every: Rule | None = None
    zones: Zones | None = None
    equipment: Machines | None = None
    times: tuple[ClockTime, ...] | None = None
    before_min: Minutes | None = None
    after_min: Minutes | None = None
    workdays_only: bool | None = None
    late_counts: bool | None = None
    team: Annotated[str, Ref("team")] | None = None
    person: Annotated[str, Ref("person")] | None = None
    checklist: Annotated[str, Text(most=60, least=0)] | None = None
    items: tuple[Item, ...] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        plan = living_plan(look, self.plan)
        names = [field.name for field in fields(self) if field.name != "plan"]
        given = {name: getattr(self, name) for name in names if getattr(self, name) is not None}
        changed = sound(look, replace(plan, **given))
        return [Put(changed), *withdrawals(look, plan, context.now)]


@operation("inspections.retire_plan", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class RetirePlan:
    """The plan makes no more tasks; those that have not opened yet are asked for no more."""

    plan: Annotated[str, Ref("inspection_plan")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        plan = living_plan(look, self.plan)
        return [Put(replace(plan, retired_at=context.now)), *withdrawals(look, plan, context.now)]


@operation("inspections.check_in", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class CheckIn:
    """Someone was there and looked. What was made in its window is done, whenever it arrives; else it is late. The
    label shows the place: without it, or with that of another place, the check-in is kept and doubtful."""

    inspection: Annotated[str, Ref("inspection")]
    results: tuple[Result, ...] = ()
    note: Annotated[str, Text(most=500, least=0)] = ""
    label: Annotated[str, Ref("label")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        task = required(look, Inspection, self.inspection)
        if context.now < task.opens_at:
            raise Refused("too_early", opens_at=task.opens_at.isoformat())
        if len(self.results) > MOST_RESULTS:
            raise Refused("results_too_many", most=MOST_RESULTS)
        in_time = context.now <= task.closes_at
        if task.state == InspectionState.DONE or (task.state == InspectionState.LATE and not in_time):
            raise Refused("checked_in_already")
        made = replace(
            task,
            state=InspectionState.DONE if in_time else InspectionState.LATE,
            by=context.actor.person,
            at=context.now,
            note=self.note,
            results=self.results,
            doubtful=self.doubt(context, look, task),
            reason="",
        )
        return [*self.seen(context, look, task), Put(made)]

    def seen(self, context: Context, look: Look, task: Inspection) -> list[Change]:
        """A label that was shown where it belongs hangs there."""
        label = required(look, Label, self.label) if self.label else None
        return scanned(look, label, context.now, context.id) if label and label.zone == task.zone else []

    def doubt(self, context: Context, look: Look, task: Inspection) -> Doubt:
        """What speaks against the place."""
        if self.label is None:
            return "no_label"
        label = required(look, Label, self.label)
        if label.zone != task.zone:
            return "other_place"
        revoked = label.revoked_at is not None and label.revoked_at <= context.now
        return "old_label" if revoked or label.ended(context.now) else ""


def some(look: Look, ids: tuple[str, ...]) -> list[Inspection]:
    """The inspections that an operation names. Raises Refused: tasks_too_many, no_such_record."""
    if not 0 < len(ids) <= MOST_AT_ONCE:
        raise Refused("tasks_too_many", most=MOST_AT_ONCE)
    return [required(look, Inspection, one) for one in dict.fromkeys(ids)]


@operation("inspections.miss", roles=frozenset({Role.SYSTEM}), offline=False)
@dataclass(frozen=True, kw_only=True)
class Miss:
    """The windows of these have closed and nobody was there. What is otherwise by now stays as it is."""

    inspections: tuple[Annotated[str, Ref("inspection")], ...]

    def decide(self, context: Context, look: Look) -> list[Change]:
        past = [
            one
            for one in some(look, self.inspections)
            if one.state == InspectionState.DUE and one.closes_at < context.now
        ]
        return [Put(replace(one, state=InspectionState.MISSED)) for one in past]


@operation("inspections.excuse", roles=LEADERS)
@dataclass(frozen=True, kw_only=True)
class Excuse:
    """These could not or need not be made: the line stood, a holiday. They count for nothing."""

    inspections: tuple[Annotated[str, Ref("inspection")], ...]
    reason: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        tasks = some(look, self.inspections)
        if any(one.state not in (InspectionState.DUE, InspectionState.MISSED) for one in tasks):
            raise Refused("checked_in_already")
        return [Put(replace(one, state=InspectionState.EXCUSED, reason=self.reason)) for one in tasks]
