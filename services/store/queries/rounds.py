"""Inspections as the desk looks at them: the board of one day, and the matrix of plans and days of a month."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from services.core.calendar import day_of, special_day, working_day
from services.core.inspection_plans import InspectionPlan
from services.core.inspections import Inspection
from services.core.measures import Period
from services.core.plant import the_plant
from services.core.shape import utc_moment
from services.core.shifts import Shift
from services.core.walking import Spot, spot_of
from services.store.queries.figures import counted, span_of
from services.store.queries.today import Round, rounds_of
from services.store.records import Records
from services.store.tables import RECORDS

Standing = Literal["missed", "running_late", "doubtful", "open", "to_come", "late", "done", "excused"]


@dataclass(frozen=True, slots=True)
class BoardRow:
    """An inspection of the board with how it stands now, who made it, and the shift that it falls into."""

    round: Round
    standing: Standing
    by: str
    shift: str

    @property
    def id(self) -> str:
        """The inspection's id."""
        return self.round.id

    @property
    def task(self) -> Inspection:
        """The inspection itself."""
        return self.round.inspection


@dataclass(frozen=True, slots=True)
class Cell:
    """What became of a plan's inspections of one day, each counted once."""

    missed: int = 0
    running_late: int = 0
    doubtful: int = 0
    open: int = 0
    to_come: int = 0
    late: int = 0
    done: int = 0
    excused: int = 0

    @property
    def asked(self) -> int:
        """How many were asked for and not excused."""
        return self.made + self.missed + self.running_late + self.open + self.to_come

    @property
    def made(self) -> int:
        """How many were made, late or doubtful ones among them."""
        return self.done + self.late + self.doubtful


@dataclass(frozen=True, slots=True)
class PlanMonth:
    """A plan with its days of a month; `cells` by the day."""

    plan: InspectionPlan
    cells: dict[date, Cell]

    @property
    def id(self) -> str:
        """The plan's id."""
        return self.plan.id


@dataclass(frozen=True, slots=True)
class PlantDay:
    """A day of the plant's calendar: `special` says what the calendar has set, `reason` what people call it."""

    day: date
    works: bool
    special: str
    reason: str


def standing_of(one: Inspection, now: datetime) -> Standing:
    """How an inspection stands: what is past its window unmade is missed, whether or not that is written down yet."""
    return _standing(one.state, one.due_at, one.opens_at, one.closes_at, one.doubtful, now)


def _standing(
    state: str, due_at: datetime, opens_at: datetime, closes_at: datetime, doubtful: str, now: datetime
) -> Standing:
    if state == "due":
        if closes_at < now:
            return "missed"
        late = opens_at < due_at < now  # what may be made at any time of its day is not late before that is over
        return "to_come" if opens_at > now else "running_late" if late else "open"
    if state in ("done", "late") and doubtful:
        return "doubtful"
    known: dict[str, Standing] = {"done": "done", "late": "late", "missed": "missed"}
    return known.get(state, "excused")


def board(look: Records, day: date, now: datetime) -> tuple[BoardRow, ...]:
    """The inspections due on one of the plant's days, by due time. Raises Refused: no_plant."""
    table = RECORDS["inspection"]
    begins, ends = span_of(look, Period(day, day))
    query = (
        sa.select(table)
        .where(table.c.due_at >= begins, table.c.due_at < ends, counted(table))
        .order_by(table.c.due_at, table.c.id)
    )
    rounds = rounds_of(look, [look.read("inspection", row) for row in look.connection.execute(query)])
    people = {one.id: one.name for one in look.find("person")}
    shifts = sorted((one for one in look.find("shift") if one.retired_at is None), key=lambda one: one.starts)
    return tuple(_row(look, one, now, people, shifts) for one in rounds)


def _row(look: Records, one: Round, now: datetime, people: dict[str, str], shifts: list[Shift]) -> BoardRow:
    task = one.inspection
    return BoardRow(one, standing_of(task, now), people.get(task.by or "", ""), _shift(look, one, shifts))


def _shift(look: Records, one: Round, shifts: list[Shift]) -> str:
    """The shift in whose hours it is due; none where it may be made at any time of its day."""
    if not one.plan.times and not one.plan.shifts:
        return ""
    clock = one.inspection.due_at.astimezone(ZoneInfo(the_plant(look).timezone)).strftime("%H:%M")
    return next((shift.name for shift in shifts if _holds(shift, clock)), "")


def _holds(shift: Shift, clock: str) -> bool:
    if shift.starts < shift.ends:
        return shift.starts <= clock < shift.ends
    return clock >= shift.starts or clock < shift.ends


def month_of_plans(look: Records, first: date, last: date, now: datetime) -> tuple[PlanMonth, ...]:
    """The plans in use, and those that had inspections then, by name, with what became of them from one day to
    another, both included. Raises Refused: no_plant."""
    c = RECORDS["inspection"].c
    begins, ends = span_of(look, Period(first, last))
    query = sa.select(c.plan, c.state, c.due_at, c.opens_at, c.closes_at, c.doubtful).where(
        c.due_at >= begins, c.due_at < ends, counted(RECORDS["inspection"])
    )
    cells: defaultdict[str, dict[date, Cell]] = defaultdict(dict)
    for row in look.connection.execute(query):
        due, opens, closes = (utc_moment(text) for text in (row.due_at, row.opens_at, row.closes_at))
        standing = _standing(row.state, due, opens, closes, row.doubtful, now)
        day, days = day_of(look, due), cells[row.plan]
        known = days.get(day, Cell())
        days[day] = replace(known, **{standing: getattr(known, standing) + 1})
    plans = [one for one in look.find("inspection_plan") if one.retired_at is None or one.id in cells]
    return tuple(PlanMonth(one, cells.get(one.id, {})) for one in sorted(plans, key=lambda one: (one.name, one.id)))


def plant_days(look: Records, days: list[date]) -> tuple[PlantDay, ...]:
    """What the plant's calendar says of these days."""
    return tuple(_plant_day(look, day) for day in days)


def _plant_day(look: Records, day: date) -> PlantDay:
    special = special_day(look, day)
    kind = special.kind if special is not None and special.kind != "usual" else ""
    return PlantDay(day, working_day(look, day), kind, special.reason if special is not None else "")


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of a round: what it is called and where it lies."""

    name: str
    spot: Spot


def round_of(look: Records, places: tuple[str, ...]) -> tuple[Stop, ...]:
    """The places of a round by the ids of zones and equipment, in this order; without those that are there no more."""
    found = (_stop(look, place) for place in places)
    return tuple(one for one in found if one is not None)


def _stop(look: Records, place: str) -> Stop | None:
    machine = look.get("equipment", place)
    record = machine or look.get("zone", place)
    spot = spot_of(look, machine.zone if machine else place, machine.id if machine else None)
    return Stop(record.name, spot) if record is not None and record.retired_at is None and spot else None
