"""A period month by month: the same figures as of the whole, read once and parted by the plant's calendar."""

import itertools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from services.core.control_charts import Limits, g_limits, u_limits
from services.core.measures import Period
from services.core.plant import the_plant
from services.core.shape import utc_moment
from services.store.queries.analysis import hours_to_fix
from services.store.queries.figures import FIXED, NOT_COUNTED, headcount, mean, plan_completion, span_of
from services.store.records import Records
from services.store.tables import RECORDS


@dataclass(frozen=True, slots=True)
class Month:
    """`period` is the part of the month that lies in what was asked for. `ordinary` are the limits of a u chart of the
    reports a worker and month."""

    period: Period
    reported: int
    workers: int
    hours: float | None
    fixed: int
    completion: float | None
    injuries: int
    ordinary: Limits | None

    @property
    def per_worker(self) -> float | None:
        """Hazards reported, a worker and month."""
        worked = self.workers * self.period.months
        return self.reported / worked if worked else None


@dataclass(frozen=True, slots=True)
class Gaps:
    """The days between recordable injuries (g chart), and those since the last one until the period's end."""

    days: tuple[float, ...]
    ordinary: Limits | None
    since: float | None


def parts_of(period: Period) -> Iterator[Period]:
    """Its months; the first and the last may be parts of one."""
    first = period.first
    while first <= period.last:
        following = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield Period(first, min(period.last, following - timedelta(days=1)))
        first = following


def months(look: Records, period: Period, now: datetime) -> tuple[Month, ...]:
    """See Month. Raises Refused: no_plant."""
    clock = ZoneInfo(the_plant(look).timezone)
    parts = list(parts_of(period))
    reported, hours, hurt = _reported(look, period, clock), _hours(look, period, clock), _injuries(look, period, clock)
    people = [headcount(look, part, now)[0] for part in parts]
    keys = [part.first.replace(day=1) for part in parts]
    exposures = [count * part.months for count, part in zip(people, parts, strict=True)]
    limits = u_limits([reported[key] for key in keys], exposures)
    return tuple(
        Month(
            part,
            reported[key],
            workers,
            mean(hours[key]),
            len(hours[key]),
            plan_completion(look, part, now).rate,
            hurt[key],
            ordinary,
        )
        for part, key, workers, ordinary in zip(parts, keys, people, limits, strict=True)
    )


def _month(text: str, clock: ZoneInfo) -> date:
    return utc_moment(text).astimezone(clock).date().replace(day=1)


def _reported(look: Records, period: Period, clock: ZoneInfo) -> dict[date, int]:
    table, (begins, ends) = RECORDS["hazard"], span_of(look, period)
    within = (table.c.reported_at >= begins, table.c.reported_at < ends, table.c.state.not_in(NOT_COUNTED))
    counts: dict[date, int] = defaultdict(int)
    for at in look.connection.execute(sa.select(table.c.reported_at).where(*within)).scalars():
        counts[_month(at, clock)] += 1
    return counts


def _hours(look: Records, period: Period, clock: ZoneInfo) -> dict[date, list[float]]:
    """The times to fix by the month in which the hazard was fixed."""
    table, (begins, ends) = RECORDS["hazard"], span_of(look, period)
    within = (table.c.fixed_at >= begins, table.c.fixed_at < ends, table.c.state.in_(FIXED))
    query = sa.select(table.c.reported_at, table.c.fixed_at, table.c.state).where(*within)
    found: dict[date, list[float]] = defaultdict(list)
    for row in look.connection.execute(query).mappings():
        found[_month(row["fixed_at"], clock)] += hours_to_fix([row])
    return found


def _injuries(look: Records, period: Period, clock: ZoneInfo) -> dict[date, int]:
    counts: dict[date, int] = defaultdict(int)
    for at in _hurt_at(look, period):
        counts[at.astimezone(clock).date().replace(day=1)] += 1
    return counts


def _hurt_at(look: Records, period: Period) -> list[datetime]:
    table, (begins, ends) = RECORDS["incident"], span_of(look, period)
    within = (table.c.at >= begins, table.c.at < ends)
    kinds = (table.c.kind == "recordable_injury", table.c.withdrawn_at.is_(None))
    query = sa.select(table.c.at).where(*within, *kinds).order_by(table.c.at)
    return [utc_moment(at) for at in look.connection.execute(query).scalars()]


def injury_gaps(look: Records, period: Period, now: datetime) -> Gaps:
    """See Gaps. Raises Refused: no_plant."""
    hurt = _hurt_at(look, period)
    days = tuple((later - one) / timedelta(days=1) for one, later in itertools.pairwise(hurt))
    until = min(now, utc_moment(span_of(look, period)[1]))
    return Gaps(days, g_limits(days), (until - hurt[-1]) / timedelta(days=1) if hurt else None)
