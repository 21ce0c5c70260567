"""Inspections: the tasks that plans give, missed or excused; how many in a row were missed. Checking in: check_ins."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal

from services.core.answers import Results
from services.core.calendar import day_of
from services.core.ids import id_from
from services.core.inspection_plans import (
    USUAL_WINDOW_MIN,
    InspectionPlan,
    Item,
    ListOfItems,
    Machines,
    Minutes,
    Name,
    Order,
    Rule,
    Shifts,
    Window,
    Zones,
    living_plan,
    sound,
    windows,
)
from services.core.operation import Change, Changed, Context, Look, Put, Way, operation, required
from services.core.plant import the_plant
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import LEADERS, OFFICE, Role
from services.core.shape import Blob, Ref, Text, shapes, utc_text
from services.core.shifts import ClockTime
from services.core.walking import between, spot_of

MOST_TASKS = 1000
MOST_DAYS = 62
MOST_AT_ONCE = 500
MOST_RESULTS = 100
KEEPERS = OFFICE | {Role.SYSTEM}


Doubt = Literal["", "no_label", "other_place", "old_label", "far_off", "too_fast", "by_hand"]
Cause = Literal["", "stop", "holiday", "closed", "other"]


class InspectionState(StrEnum):
    """DUE covers all that is neither made nor past its window; MISSED may yet become DONE or LATE."""

    DUE = "due"
    DONE = "done"
    LATE = "late"
    MISSED = "missed"
    EXCUSED = "excused"


@record("inspection", indexed=("plan", "zone", "state", "due_at", "batch"))
@dataclass(frozen=True, kw_only=True)
class Inspection:
    """One place to be checked once. `by` checked in at `at`; `doubtful` is the code of what speaks against it, empty
    where nothing does. `form` is the version of the checklist that it was made by, `hazards` are those that its fails
    opened or were about. One without a `plan` was made though nothing was asked for. `excused` says in a code what kept
    it from being made (a line that stood, a holiday, a place that was closed). Excused without a `reason`: its plan no
    longer asks for it. `batch` is the import that it came with from paper. `extra` are the plant's own fields as
    `extra_form` asks for them; `off_m` how far off the zone the phone said that it was, at least."""

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
    results: Results = ()
    doubtful: Doubt = ""
    reason: str = ""
    batch: str | None = None
    excused: Cause = ""
    form: str | None = None
    photos: tuple[Annotated[str, Blob()], ...] = ()
    hazards: tuple[str, ...] = ()
    extra: Results = ()
    extra_form: str | None = None
    off_m: float | None = None

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
    """The places in use that a plan checks, as zone and equipment, in the order in which they are walked."""
    zones = [look.get("zone", one) for one in plan.zones]
    machines = [look.get("equipment", one) for one in plan.equipment]
    found: list[tuple[str, str | None]] = [(one.id, None) for one in zones if one and one.retired_at is None]
    found += [(one.zone, one.id) for one in machines if one and one.retired_at is None]
    return sorted(found, key=lambda one: step_of(plan, *one))


def step_of(plan: InspectionPlan, zone: str, equipment: str | None) -> int:
    """Which step of its plan's round a place is, from 0 on; after all others where the order does not name it."""
    place = equipment or zone
    return plan.order.index(place) if place in plan.order else len(plan.order)


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


def ahead(look: Look, plan: str, state: InspectionState, now: datetime) -> list[Inspection]:
    """The plan's tasks in a state whose window has not opened."""
    return [one for one in look.find("inspection", plan=plan, state=state.value) if one.opens_at > now]


def withdrawals(look: Look, plan: InspectionPlan, now: datetime) -> list[Change]:
    """The plan's tasks whose window has not opened are asked for no more."""
    due = ahead(look, plan.id, InspectionState.DUE, now)
    return [Put(replace(one, state=InspectionState.EXCUSED)) for one in due]


def brought_in_line(look: Look, plan: InspectionPlan, now: datetime) -> list[Change]:
    """The plan's tasks whose window has not opened, as the plan is now: those that it still asks for stay or come back,
    for whom it now names, and the others are asked for no more."""
    out = [one for one in ahead(look, plan.id, InspectionState.EXCUSED, now) if withdrawn(one)]
    known = {one.id: one for one in (*ahead(look, plan.id, InspectionState.DUE, now), *out)}
    if not known:
        return []
    days = [day_of(look, one.due_at) for one in known.values()]
    wanted = {one.id: one for one in asked_for(look, plan, min(days), max(days))}
    gone = {id_: replace(one, state=InspectionState.EXCUSED) for id_, one in known.items()}
    return [Put(now_) for id_, one in known.items() if (now_ := wanted.get(id_) or gone[id_]) != one]


@operation("inspections.change_plan", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class ChangePlan:
    """What is given of a plan is other from now on, for its tasks that have not opened yet too. An empty team or person
    is nobody."""

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
    checklist: ListOfItems | None = None
    items: tuple[Item, ...] | None = None
    shifts: Shifts | None = None
    order: Order | None = None

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        before = next(one["before"] for one in changes if one["kind"] == "inspection_plan")
        usual = USUAL_WINDOW_MIN if before["times"] else 0
        unsaid = {"team": "", "person": "", "before_min": usual, "after_min": usual}
        given = [name for name in shapes(ChangePlan) if name != "plan" and getattr(self, name) is not None]
        back = {name: unsaid[name] if before[name] is None else before[name] for name in given}
        return "inspections.change_plan", {"plan": self.plan, **back}

    def decide(self, context: Context, look: Look) -> list[Change]:
        plan = living_plan(look, self.plan)
        names = [name for name in shapes(ChangePlan) if name != "plan"]
        given = {name: getattr(self, name) for name in names if getattr(self, name) is not None}
        changed = sound(look, replace(plan, **given))
        return [Put(changed), *brought_in_line(look, changed, context.now)]


@operation("inspections.retire_plan", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class RetirePlan:
    """The plan makes no more tasks; those that have not opened yet are asked for no more."""

    plan: Annotated[str, Ref("inspection_plan")]

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        return "inspections.restore_plan", {"plan": self.plan}

    def decide(self, context: Context, look: Look) -> list[Change]:
        plan = living_plan(look, self.plan)
        return [Put(replace(plan, retired_at=context.now)), *withdrawals(look, plan, context.now)]


def too_fast(look: Look, task: Inspection, who: str | None, at: datetime) -> bool:
    """Whether the same person checked in elsewhere on this round so shortly before or after that nobody walks that
    far in the time: faster than the plant's `walk_limit`."""
    here = spot_of(look, task.zone, task.equipment)
    limit = the_plant(look).walk_limit
    for other in look.find("inspection", plan=task.plan, due_at=task.due_at):
        if other.id == task.id or other.by != who or who is None or other.at is None:
            continue
        there = spot_of(look, other.zone, other.equipment)
        metres = between(here, there) if here and there else None
        if metres and metres > limit * abs((at - other.at).total_seconds()):
            return True
    return False


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


@operation("inspections.stood", roles=frozenset({Role.SYSTEM}), offline=False)
@dataclass(frozen=True, kw_only=True)
class Stood:
    """What these are of stood from the beginning of their windows to the end, by the MES's word: they count for
    nothing. What is otherwise by now stays as it is; a check-in that comes late makes them done all the same."""

    inspections: tuple[Annotated[str, Ref("inspection")], ...]
    line: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        open_ = (InspectionState.DUE, InspectionState.MISSED)
        tasks = [one for one in some(look, self.inspections) if one.state in open_ and one.closes_at < context.now]
        excused = InspectionState.EXCUSED
        return [Put(replace(one, state=excused, reason=self.line, excused="stop")) for one in tasks]


@operation("inspections.excuse", roles=LEADERS, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Excuse:
    """These could not or need not be made: the line stood, a holiday. They count for nothing."""

    inspections: tuple[Annotated[str, Ref("inspection")], ...]
    reason: Annotated[str, Text(most=200)]
    cause: Cause = "other"

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        return "inspections.ask_again", {"inspections": list(self.inspections)}

    def decide(self, context: Context, look: Look) -> list[Change]:
        tasks = some(look, self.inspections)
        if any(one.state not in (InspectionState.DUE, InspectionState.MISSED) for one in tasks):
            raise Refused("checked_in_already")
        cause: Cause = self.cause or "other"
        excused = InspectionState.EXCUSED
        return [Put(replace(one, state=excused, reason=self.reason, excused=cause)) for one in tasks]
