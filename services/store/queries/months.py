"""A period month by month: the same figures as of the whole, read once and parted by the plant's calendar."""

import itertools
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from services.core.control_charts import Limits, g_limits, u_limits
from services.core.measures import Period
from services.core.shape import utc_moment
from services.store.queries.figures import FIXED, NOT_COUNTED, headcount, mean, plan_completion, span_of
from services.store.records import Memory, Records
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
    known = Records(look.connection, memory=Memory())  # the plant and its plans are read once, not once a month
    parts = list(parts_of(period))
    bounds = [span_of(known, part)[0] for part in parts]
    span = bounds[0], span_of(known, period)[1]
    reported, hours = _reported(known, span, bounds), _hours(known, span, bounds)
    hurt = Counter(_place(at, bounds) for at in _hurt_at(known, span))
    people = [headcount(known, part, now)[0] for part in parts]
    exposures = [count * part.months for count, part in zip(people, parts, strict=True)]
    limits = u_limits([reported[place] for place in range(len(parts))], exposures)
    return tuple(
        Month(
            part,
            reported[place],
            workers,
            mean(hours[place]),
            len(hours[place]),
            plan_completion(known, part, now).rate,
            hurt[place],
            ordinary,
        )
        for place, (part, workers, ordinary) in enumerate(zip(parts, people, limits, strict=True))
    )


def _place(at: str, bounds: list[str]) -> int:
    """Which of the months a moment lies in, by where they begin: moments are kept as texts that sort as they do."""
    return bisect_right(bounds, at) - 1


def _reported(look: Records, span: tuple[str, str], bounds: list[str]) -> Counter[int]:
    table = RECORDS["hazard"]
    within = (table.c.reported_at >= span[0], table.c.reported_at < span[1], table.c.state.not_in(NOT_COUNTED))
    query = sa.select(table.c.reported_at).where(*within)
    return Counter(_place(at, bounds) for at in look.connection.execute(query).scalars())


def _hours(look: Records, span: tuple[str, str], bounds: list[str]) -> list[list[float]]:
    """The times to fix by the month in which the hazard was fixed."""
    table = RECORDS["hazard"]
    within = (table.c.fixed_at >= span[0], table.c.fixed_at < span[1], table.c.state.in_(FIXED))
    found: list[list[float]] = [[] for _ in bounds]
    for begins, ends in look.connection.execute(sa.select(table.c.reported_at, table.c.fixed_at).where(*within)):
        found[_place(ends, bounds)].append((utc_moment(ends) - utc_moment(begins)).total_seconds() / 3600)
    return found


def _hurt_at(look: Records, span: tuple[str, str]) -> list[str]:
    table = RECORDS["incident"]
    within = (table.c.at >= span[0], table.c.at < span[1])
    kinds = (table.c.kind == "recordable_injury", table.c.withdrawn_at.is_(None))
    query = sa.select(table.c.at).where(*within, *kinds).order_by(table.c.at)
    return list(look.connection.execute(query).scalars())


def injury_gaps(look: Records, period: Period, now: datetime) -> Gaps:
    """See Gaps. Raises Refused: no_plant."""
    span = span_of(look, period)
    hurt = [utc_moment(at) for at in _hurt_at(look, span)]
    days = tuple((later - one) / timedelta(days=1) for one, later in itertools.pairwise(hurt))
    until = min(now, utc_moment(span[1]))
    return Gaps(days, g_limits(days), (until - hurt[-1]) / timedelta(days=1) if hurt else None)
