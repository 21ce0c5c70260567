"""What is to be expected of the next weeks, zone by zone: hazards reported and inspections missed, and how such
forecasts would have done before. Weeks begin on Monday by the plant's clock; only those that are over count."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from services.core.forecasts import LEAST, Ahead, Trial, ahead, likeliest, mean_rate, states, tried
from services.core.plant import the_plant
from services.core.shape import utc_moment, utc_text
from services.store.queries.figures import NOT_COUNTED, counted
from services.store.records import Records
from services.store.tables import RECORDS

WEEKS, FAR, SHOWN = 4, 8, 16  # that are summed up, that are drawn ahead, that are drawn before
MOST_WEEKS = 208  # that are looked back on
What = Literal["hazards", "missed"]
WHATS: tuple[What, ...] = ("hazards", "missed")


@dataclass(frozen=True, slots=True)
class ZoneAhead:
    """A zone's next `WEEKS` weeks, how many there were in the `WEEKS` just over, and the ids of those hazards."""

    zone: str
    name: str
    ahead: Ahead
    before: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forecast:
    """`past` are the last weeks (their Mondays) with their counts, `next` the weeks to come, both of the whole plant;
    `whole` the next `WEEKS` together. `zones` has the most at the top. `trial` is how zone by zone forecasts would have
    done, None where too little is known to try."""

    what: What
    past: tuple[tuple[date, int], ...]
    next: tuple[tuple[date, Ahead], ...]
    whole: Ahead
    zones: tuple[ZoneAhead, ...]
    trial: Trial | None
    trial_whole: Trial | None


def forecast(look: Records, what: What, now: datetime) -> Forecast | None:
    """See Forecast; None while fewer than twelve weeks are over. Raises Refused: no_plant."""
    clock = ZoneInfo(the_plant(look).timezone)
    today = now.astimezone(clock).date()
    this = today - timedelta(days=today.weekday())
    rows = _rows(look, what, this, clock)
    if not rows:
        return None
    first = _monday(rows[0][1], clock)
    length = (this - first).days // 7
    if length < LEAST:
        return None
    zones = {one.id: one.name for one in look.find("zone") if one.retired_at is None}
    counts, lately = Counter[tuple[str, int]](), dict[str, list[str]]()
    for zone, at, id_ in rows:
        place = (_monday(at, clock) - first).days // 7
        counts[zone, place] += 1
        if place >= length - WEEKS:
            lately.setdefault(zone, []).append(id_)
    series = {zone: [counts[zone, place] for place in range(length)] for zone in zones}
    return _made(what, first, length, zones, series, lately) if series else None


def _made(
    what: What,
    first: date,
    length: int,
    zones: dict[str, str],
    series: dict[str, list[int]],
    lately: dict[str, list[str]],
) -> Forecast | None:
    many = list(series.values())
    total = [sum(counts[place] for counts in many) for place in range(length)]
    begin = mean_rate(many)
    keep, keep_whole = likeliest(many, begin), likeliest([total], mean_rate([total]))
    of_zones = [
        ZoneAhead(zone, zones[zone], ahead(_last(counts, keep, begin), WEEKS), sum(counts[-WEEKS:]),
                  tuple(lately.get(zone, ())))
        for zone, counts in series.items()
    ]  # fmt: skip
    known = _last(total, keep_whole, mean_rate([total]))
    monday = first + timedelta(weeks=length)
    return Forecast(
        what,
        tuple((first + timedelta(weeks=place), total[place]) for place in range(max(0, length - SHOWN), length)),
        tuple((monday + timedelta(weeks=week), ahead(known, 1, week, keep_whole)) for week in range(FAR)),
        ahead(known, WEEKS),
        tuple(sorted(of_zones, key=lambda one: (-one.ahead.mean, one.name))),
        tried(many, WEEKS),
        tried([total], WEEKS),
    )


def _last(counts: list[int], keep: float, begin: float) -> tuple[float, float]:
    *_, last = states(counts, keep, begin)
    return last


def _monday(at: datetime, clock: ZoneInfo) -> date:
    day = at.astimezone(clock).date()
    return day - timedelta(days=day.weekday())


def _rows(look: Records, what: What, this: date, clock: ZoneInfo) -> list[tuple[str, datetime, str]]:
    """Zone, moment and id of each, in the order of time, of the weeks before this one."""
    begins = datetime.combine(this - timedelta(weeks=MOST_WEEKS), datetime.min.time(), clock)
    ends = datetime.combine(this, datetime.min.time(), clock)
    table = RECORDS["hazard" if what == "hazards" else "inspection"]
    at = table.c.reported_at if what == "hazards" else table.c.due_at
    missed = sa.and_(table.c.state == "missed", counted(table)) if what == "missed" else sa.true()
    kept = table.c.state.not_in(NOT_COUNTED) if what == "hazards" else missed
    within = (at >= utc_text(begins), at < utc_text(ends), kept)
    query = sa.select(table.c.zone, at.label("at"), table.c.id).where(*within).order_by(at, table.c.id)
    return [(row.zone, utc_moment(row.at), row.id) for row in look.connection.execute(query)]
