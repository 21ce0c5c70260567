"""Inspection plans: which places are checked, how often, within which window, by whom and with which checklist."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from services.core.calendar import working_day
from services.core.checklists import to_check_by
from services.core.equipment import Equipment, living
from services.core.operation import Change, Changed, Context, Look, Put, Way, name_free, operation, required
from services.core.people import Team, present
from services.core.plant import the_plant
from services.core.record import record
from services.core.recurrence import days, recurrence
from services.core.refused import Refused
from services.core.roles import OFFICE
from services.core.shape import Range, Ref, Text
from services.core.shifts import ClockTime, Shift, clock_time, living_shift, stretch
from services.core.zones import living_zone

MOST_PLACES = 200
MOST_TIMES = 24
USUAL_WINDOW_MIN = 30
Minutes = Annotated[int, Range(0, 44_640)]
Name = Annotated[str, Text(most=60)]
Item = Annotated[str, Text(most=120)]
Rule = Annotated[str, Text(most=120)]
ListOfItems = Annotated[str, Ref("checklist"), Text(most=60, least=0)]
Zones = tuple[Annotated[str, Ref("zone")], ...]
Machines = tuple[Annotated[str, Ref("equipment")], ...]
Shifts = tuple[Annotated[str, Ref("shift")], ...]
Order = tuple[Annotated[str, Text(most=64)], ...]


@record("inspection_plan", indexed=("name",), few=True)
@dataclass(frozen=True, kw_only=True)
class InspectionPlan:
    """`checklist` is the id of the checklist; in plans from before there were any, what their `items` are called.
    `every` is a recurrence rule (RFC 5545) that begins with `since`. With `times` (HH:MM by the plant's clock) an
    inspection is due at each of them, from `before_min` before until `after_min` after; without, at any time of its
    day, widened by them. With `shifts` instead, one is due in each of these shifts of the day. `late_counts`: one made
    after its window counts as done in the completion rate. `order` names places (ids of zones and equipment) in the
    order in which they are walked; those that it does not name come after them."""

    id: str
    name: str
    zones: tuple[str, ...]
    every: str
    since: date
    equipment: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    before_min: int | None = None
    after_min: int | None = None
    workdays_only: bool = False
    late_counts: bool = False
    team: str | None = None
    person: str | None = None
    checklist: str = ""
    items: tuple[str, ...] = ()
    shifts: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    retired_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """When one inspection is due, and from when until when a check-in is in time."""

    due_at: datetime
    opens_at: datetime
    closes_at: datetime


def windows(look: Look, plan: InspectionPlan, first: date, last: date) -> Iterator[Window]:
    """The windows that a plan gives from `first` to `last`, both included, by the plant's clock."""
    zone = ZoneInfo(the_plant(look).timezone)
    for day in days(recurrence(plan.every), plan.since, first, last):
        if not plan.workdays_only or working_day(look, day):
            yield from _of_shifts(look, plan, day, zone) if plan.shifts else _of_day(plan, day, zone)


def _of_shifts(look: Look, plan: InspectionPlan, day: date, zone: ZoneInfo) -> Iterator[Window]:
    before, after = timedelta(minutes=plan.before_min or 0), timedelta(minutes=plan.after_min or 0)
    for id_ in plan.shifts:
        shift: Shift | None = look.get("shift", id_)
        if shift is not None and shift.retired_at is None:
            begins, ends = stretch(shift, day, zone)
            yield Window(begins, begins - before, ends + after)


def _of_day(plan: InspectionPlan, day: date, zone: ZoneInfo) -> Iterator[Window]:
    usual = USUAL_WINDOW_MIN if plan.times else 0
    before = timedelta(minutes=usual if plan.before_min is None else plan.before_min)
    after = timedelta(minutes=usual if plan.after_min is None else plan.after_min)
    if not plan.times:
        begins = datetime.combine(day, time(), zone)
        ends = datetime.combine(day + timedelta(days=1), time(), zone)
        yield Window(begins, begins - before, ends + after)
    for text in plan.times:
        due = datetime.combine(day, clock_time(text), zone)
        yield Window(due, due - before, due + after)


def living_plan(look: Look, plan: str) -> InspectionPlan:
    """The plan, which must not be retired. Raises Refused: no_such_record, plan_retired."""
    found = required(look, InspectionPlan, plan)
    if found.retired_at is not None:
        raise Refused("plan_retired", name=found.name)
    return found


def sound(look: Look, plan: InspectionPlan) -> InspectionPlan:
    """The plan, if it can be carried out. Raises Refused: name_taken, plan_without_places, plan_places_too_many,
    plan_times_too_many, recurrence_wrong, clock_wrong, shift_retired, times_or_shifts, zone_retired, thing_retired,
    person_left, checklist_retired, checklist_is_fields, no_such_record."""
    name_free(look, "inspection_plan", plan.name, but=plan.id)
    if not plan.zones and not plan.equipment:
        raise Refused("plan_without_places")
    if len(plan.zones) + len(plan.equipment) > MOST_PLACES:
        raise Refused("plan_places_too_many", most=MOST_PLACES)
    if len(plan.times) > MOST_TIMES or len(set(plan.times)) != len(plan.times):
        raise Refused("plan_times_too_many", most=MOST_TIMES)
    _sound_times(look, plan)
    for zone in plan.zones:
        living_zone(look, zone)
    for machine in plan.equipment:
        living(look, Equipment, machine)
    if plan.checklist and not plan.items:
        to_check_by(look, plan.checklist)
    if plan.team:
        required(look, Team, plan.team)
    if plan.person:
        present(look, plan.person)
    zones, machines = tuple(dict.fromkeys(plan.zones)), tuple(dict.fromkeys(plan.equipment))
    order = tuple(one for one in dict.fromkeys(plan.order) if one in zones or one in machines)
    shifts = tuple(dict.fromkeys(plan.shifts))
    team, who = plan.team or None, plan.person or None
    return replace(plan, zones=zones, equipment=machines, order=order, shifts=shifts, team=team, person=who)


def _sound_times(look: Look, plan: InspectionPlan) -> None:
    if plan.times and plan.shifts:
        raise Refused("times_or_shifts")
    recurrence(plan.every)
    for shift in plan.shifts:
        living_shift(look, shift)
    for text in plan.times:
        clock_time(text)


@operation("inspections.plan", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class MakePlan:
    """A new inspection plan."""

    name: Name
    every: Rule
    since: date
    zones: Zones = ()
    equipment: Machines = ()
    times: tuple[ClockTime, ...] = ()
    before_min: Minutes | None = None
    after_min: Minutes | None = None
    workdays_only: bool = False
    late_counts: bool = False
    team: Annotated[str, Ref("team")] | None = None
    person: Annotated[str, Ref("person")] | None = None
    checklist: ListOfItems = ""
    items: tuple[Item, ...] = ()
    shifts: Shifts = ()
    order: Order = ()

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        return "inspections.retire_plan", {"plan": id_}

    def decide(self, context: Context, look: Look) -> list[Change]:
        plan = InspectionPlan(
            id=context.id,
            name=self.name,
            zones=self.zones,
            every=self.every,
            since=self.since,
            equipment=self.equipment,
            times=self.times,
            before_min=self.before_min,
            after_min=self.after_min,
            workdays_only=self.workdays_only,
            late_counts=self.late_counts,
            team=self.team,
            person=self.person,
            checklist=self.checklist,
            items=self.items,
            shifts=self.shifts,
            order=self.order,
        )
        return [Put(sound(look, plan))]
