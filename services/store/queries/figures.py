"""The figures that people see, each by one query: window, page, workbook and command all ask here.

A period is days of the plant's calendar. What is asked is what the records say now, imported ones among them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from services.core.measures import Period, percentile, poisson_interval
from services.core.plant import the_plant
from services.core.shape import utc_moment, utc_text
from services.store.records import Records
from services.store.tables import RECORDS

FIXED = ("fixed", "first_passed", "closed")
FIRST_MONTH = timedelta(days=30)
NOT_COUNTED = ("rejected", "merged")  # no hazard, taken back, or a second report of another


@dataclass(frozen=True, slots=True)
class TimeToFix:
    """From report to fixed, in hours, over the hazards fixed in the period; nothing where there are none."""

    count: int
    mean_hours: float | None
    p50_hours: float | None
    p90_hours: float | None


@dataclass(frozen=True, slots=True)
class PlanCompletion:
    """Of the inspections due in the period: `rate` is done / (all − excused). Late ones count as done where their plan
    says so (`late_counted` of `late`). `doubtful` are among those done. Those whose window is still open are out."""

    rate: float | None
    due: int
    done: int
    late: int
    late_counted: int
    missed: int
    excused: int
    doubtful: int


@dataclass(frozen=True, slots=True)
class Injuries:
    """Recordable injuries a month with the exact 95 % Poisson interval of the rate (Garwood 1936)."""

    count: int
    months: float
    per_month: float
    low: float
    high: float
    days_lost: int


@dataclass(frozen=True, slots=True)
class Reports:
    """Hazards reported, a worker and month. `workers` is the headcount at the period's end; before the plant was set
    up here nobody was counted, and it is that of its first month (`workers_at`)."""

    count: int
    workers: int
    workers_at: datetime
    per_worker_month: float | None


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the loop, in hours, over the hazards closed in the period that have both its ends."""

    name: str
    count: int
    mean_hours: float | None
    p50_hours: float | None


@dataclass(frozen=True, slots=True)
class Figures:
    """All of a period."""

    period: Period
    time_to_fix: TimeToFix
    completion: PlanCompletion
    injuries: Injuries
    reports: Reports
    waterfall: tuple[Stage, ...]


def figures(look: Records, period: Period, now: datetime) -> Figures:
    """All figures of a period. Raises Refused: no_plant."""
    return Figures(
        period,
        time_to_fix(look, period),
        plan_completion(look, period, now),
        injuries(look, period),
        reports(look, period, now),
        waterfall(look, period),
    )


def span_of(look: Records, period: Period) -> tuple[str, str]:
    """From when until when a period of the plant's days lasts, as texts; the end is not included. Raises Refused:
    no_plant."""
    begins, ends = period.span(ZoneInfo(the_plant(look).timezone))
    return utc_text(begins), utc_text(ends)


def first_day(look: Records) -> date | None:
    """The day, by the plant's clock, of the oldest hazard or inspection; None where there are none."""
    columns = (RECORDS["hazard"].c.reported_at, RECORDS["inspection"].c.due_at)
    oldest = [look.connection.execute(sa.select(sa.func.min(column))).scalar() for column in columns]
    known = [one for one in oldest if one]
    return utc_moment(min(known)).astimezone(ZoneInfo(the_plant(look).timezone)).date() if known else None


def _within(column: "sa.Column[str]", span: tuple[str, str]) -> "sa.ColumnElement[bool]":
    return sa.and_(column >= span[0], column < span[1])


def time_to_fix(look: Records, period: Period) -> TimeToFix:
    """See TimeToFix. One that was returned is not fixed until it is again."""
    table = RECORDS["hazard"]
    query = sa.select(table.c.reported_at, table.c.fixed_at).where(
        _within(table.c.fixed_at, span_of(look, period)), table.c.state.in_(FIXED)
    )
    hours = [_hours(utc_moment(begins), utc_moment(ends)) for begins, ends in look.connection.execute(query)]
    return TimeToFix(len(hours), mean(hours), percentile(hours, 0.5), percentile(hours, 0.9))


def fixed_in(look: Records, period: Period) -> tuple[str, ...]:
    """The ids of those that the time to fix is reckoned from, in the order in which they were fixed."""
    table = RECORDS["hazard"]
    query = sa.select(table.c.id).where(_within(table.c.fixed_at, span_of(look, period)), table.c.state.in_(FIXED))
    return tuple(look.connection.execute(query.order_by(table.c.fixed_at)).scalars())


def _hours(begins: datetime, ends: datetime) -> float:
    return (ends - begins).total_seconds() / 3600


def mean(values: list[float]) -> float | None:
    """The mean; None of none."""
    return sum(values) / len(values) if values else None


def counted(inspections: sa.FromClause) -> "sa.ColumnElement[bool]":
    """Whether an inspection counts in any figure: all but extra rounds and those whose plan asks no more for them."""
    c = inspections.c
    return sa.and_(c.plan != "", sa.or_(c.state != "excused", c.reason != "", c.batch.is_not(None)))


def plan_completion(look: Records, period: Period, now: datetime) -> PlanCompletion:
    """See PlanCompletion. One whose window has closed unmade is missed, whether or not that was written down yet."""
    table = RECORDS["inspection"]
    state = sa.case(
        (sa.and_(table.c.state == "due", table.c.closes_at >= utc_text(now)), "open"),
        (table.c.state == "due", "missed"),
        else_=table.c.state,
    )
    doubtful = sa.func.sum(sa.case((sa.and_(table.c.state == "done", table.c.doubtful != ""), 1), else_=0))
    query = (
        sa.select(table.c.plan, state.label("state"), sa.func.count().label("tasks"), doubtful.label("doubtful"))
        .where(_within(table.c.due_at, span_of(look, period)))
        .where(counted(table))
        .group_by(table.c.plan, state)
    )
    late_counts = {plan.id for plan in look.find("inspection_plan") if plan.late_counts}
    rows = look.connection.execute(query).all()

    def of(*states: str, plans: Iterable[str] | None = None) -> int:
        return sum(row.tasks for row in rows if row.state in states and (plans is None or row.plan in plans))

    asked, late_counted = of("done", "late", "missed"), of("late", plans=late_counts)
    return PlanCompletion(
        (of("done") + late_counted) / asked if asked else None,
        asked + of("excused"),
        of("done"),
        of("late"),
        late_counted,
        of("missed"),
        of("excused"),
        sum(row.doubtful for row in rows),
    )


def injuries(look: Records, period: Period) -> Injuries:
    """See Injuries; what was withdrawn is none."""
    table = RECORDS["incident"]
    query = sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(table.c.days_lost), 0)).where(
        table.c.kind == "recordable_injury", table.c.withdrawn_at.is_(None), _within(table.c.at, span_of(look, period))
    )
    count, days_lost = look.connection.execute(query).one()
    low, high = poisson_interval(count)
    months = period.months
    return Injuries(count, months, count / months, low / months, high / months, int(days_lost))


def reports(look: Records, period: Period, now: datetime) -> Reports:
    """See Reports; what was found to be no hazard, was taken back, or is a second report of another, is none."""
    table = RECORDS["hazard"]
    query = sa.select(sa.func.count()).where(
        _within(table.c.reported_at, span_of(look, period)), table.c.state.not_in(NOT_COUNTED)
    )
    count = int(look.connection.execute(query).scalar() or 0)
    workers, at = headcount(look, period, now)
    rate = count / workers / period.months if workers else None
    return Reports(count, workers, at, rate)


def headcount(look: Records, period: Period, now: datetime) -> tuple[int, datetime]:
    """How many people work here at a period's end, and at which moment that was counted (see Reports)."""
    plant = the_plant(look)
    _, ends = period.span(ZoneInfo(plant.timezone))
    at = min(now, max(ends, plant.founded_at + FIRST_MONTH))
    table = RECORDS["person"]
    here = sa.and_(table.c.since < utc_text(at), sa.or_(table.c.left_at.is_(None), table.c.left_at >= utc_text(at)))
    return int(look.connection.execute(sa.select(sa.func.count()).where(here)).scalar() or 0), at


MOMENTS = ("reported_at", "dispatched_at", "accepted_at", "fixed_at", "first_at", "closed_at")
STAGES = ("dispatch", "accept", "fix", "first_review", "second_review")  # each between two of them


def waterfall(look: Records, period: Period) -> tuple[Stage, ...]:
    """Where the time went: the steps of the loop one after the other. What came from paper has not all of them."""
    table = RECORDS["hazard"]
    query = sa.select(*(table.c[name] for name in MOMENTS)).where(
        _within(table.c.closed_at, span_of(look, period)), table.c.state == "closed"
    )
    hours: list[list[float]] = [[] for _ in STAGES]
    for row in look.connection.execute(query):
        moments = [utc_moment(text) if text else None for text in row]
        for step, (begins, ends) in zip(hours, pairwise(moments), strict=True):
            if begins and ends:
                step.append(_hours(begins, ends))
    named = zip(STAGES, hours, strict=True)
    return tuple(Stage(name, len(step), mean(step), percentile(step, 0.5)) for name, step in named)
