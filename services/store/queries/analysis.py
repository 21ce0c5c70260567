"""What the hazards of a period have in common: where, what, when and how often, each part with the records behind it,
so that whoever sees a bar can ask which they are.

A hazard counts in the period in which it was reported. What was found to be none, was taken back or is a second report
of another is left out, as in `figures.reports`."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from services.core.measures import Period
from services.core.plant import the_plant
from services.core.shape import utc_moment
from services.store.queries.figures import FIXED, NOT_COUNTED, headcount, mean, span_of
from services.store.records import Records
from services.store.tables import RECORDS

AGAIN = timedelta(days=30)  # within which the same in the same place is the same trouble
AGES = (1, 3, 7, 30)  # days: bounds between the ages of what is open
Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One of several kinds. `name` is that of a record, empty where `key` is a code. `share` is that of this and all
    larger ones together, `hours` the mean time to fix of those that are fixed."""

    key: str
    name: str
    ids: Ids
    share: float
    hours: float | None

    @property
    def count(self) -> int:
        """How many."""
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Repeat:
    """What came again: hazards of one category in one zone, each within `AGAIN` of the one before."""

    zone: str
    category: str
    ids: Ids
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class Analysis:
    """All of it. `week` has 7 × 24 parts, Monday first, by the plant's clock; `ages` those that are open now, whenever
    they were reported, by `AGES`; `reached` how far those of the period have come, from reported to closed; `reporters`
    of `workers` have reported at least one by name,
    `unnamed` hazards have nobody's."""

    period: Period
    ids: Ids
    categories: tuple[Bar, ...]
    zones: tuple[Bar, ...]
    teams: tuple[Bar, ...]
    equipment: tuple[Bar, ...]
    week: tuple[tuple[Ids, ...], ...]
    repeats: tuple[Repeat, ...]
    ages: tuple[Ids, ...]
    reached: tuple[tuple[str, Ids], ...]
    reporters: int
    unnamed: int
    workers: int

    @property
    def participation(self) -> float | None:
        """The share of workers who have reported; None where nobody works here."""
        return self.reporters / self.workers if self.workers else None


def analysis(look: Records, period: Period, now: datetime) -> Analysis:
    """See Analysis. Raises Refused: no_plant."""
    rows = _reported(look, period)
    clock, machines = ZoneInfo(the_plant(look).timezone), look.find("equipment")
    return Analysis(
        period,
        _ids(rows),
        _bars(rows, lambda row: row.category, {}),
        _bars(rows, lambda row: row.zone, {one.id: one.name for one in look.find("zone")}),
        _bars(rows, lambda row: row.team, {one.id: one.name for one in look.find("team")}),
        _bars(rows, lambda row: row.equipment, {one.id: f"{one.code} {one.name}".strip() for one in machines}),
        _week(rows, clock),
        _repeats(rows),
        _ages(look, now),
        tuple((name, _ids(row for row in rows if row.reached[step])) for step, name in enumerate(REACHED)),
        len({row.reporter for row in rows if row.reporter}),
        sum(not row.reporter for row in rows),
        headcount(look, period, now)[0],
    )


REACHED = ("reported", "dispatched", "accepted", "fixed", "closed")
COLUMNS = ("id", "category", "zone", "team", "equipment", "reporter", "state", *(f"{name}_at" for name in REACHED))


class _Reported(NamedTuple):
    """One hazard; `reached` in the order of REACHED, `hours` to its fix where it is fixed."""

    id: str
    category: str
    zone: str
    team: str | None
    equipment: str | None
    reporter: str | None
    at: datetime
    reached: tuple[bool, ...]
    hours: float | None


def _reported(look: Records, period: Period) -> list[_Reported]:
    """Those that count, in the order in which they were reported."""
    table = RECORDS["hazard"]
    begins, ends = span_of(look, period)
    query = (
        sa.select(*(table.c[name] for name in COLUMNS))
        .where(table.c.reported_at >= begins, table.c.reported_at < ends, table.c.state.not_in(NOT_COUNTED))
        .order_by(table.c.reported_at, table.c.id)
    )
    found = []
    for id_, category, zone, team, machine, reporter, state, reported, *later in look.connection.execute(query):
        at, fixed = utc_moment(reported), later[2]
        hours = (utc_moment(fixed) - at).total_seconds() / 3600 if fixed and state in FIXED else None
        found.append(_Reported(id_, category, zone, team, machine, reporter, at, (True, *map(bool, later)), hours))
    return found


def _ids(rows: Iterable[_Reported]) -> Ids:
    return tuple([row.id for row in rows])


def _bars(rows: Sequence[_Reported], by: Callable[[_Reported], str | None], names: dict[str, str]) -> tuple[Bar, ...]:
    """Those that have one, the most frequent first (V. Pareto's order); even ones by name."""
    parts: dict[str, list[_Reported]] = defaultdict(list)
    for row in rows:
        if key := by(row):
            parts[key].append(row)
    ranked = sorted(parts.items(), key=lambda one: (-len(one[1]), names.get(one[0], one[0])))
    whole, so_far, bars = sum(map(len, parts.values())), 0, []
    for key, own in ranked:
        so_far += len(own)
        hours = [row.hours for row in own if row.hours is not None]
        bars.append(Bar(key, names.get(key, ""), _ids(own), so_far / whole, mean(hours)))
    return tuple(bars)


def _week(rows: Sequence[_Reported], clock: ZoneInfo) -> tuple[tuple[Ids, ...], ...]:
    parts: list[list[list[str]]] = [[[] for _ in range(24)] for _ in range(7)]
    for row in rows:
        at = row.at.astimezone(clock)
        parts[at.weekday()][at.hour].append(row.id)
    return tuple(tuple(tuple(hour) for hour in day) for day in parts)


def _repeats(rows: Sequence[_Reported]) -> tuple[Repeat, ...]:
    """The longest first, then the newest."""
    chains: dict[tuple[str, str], list[list[_Reported]]] = defaultdict(list)
    for row in rows:
        of_kind = chains[row.zone, row.category]
        if of_kind and row.at - of_kind[-1][-1].at <= AGAIN:
            of_kind[-1].append(row)
        else:
            of_kind.append([row])
    found = [
        Repeat(*key, _ids(chain), chain[0].at, chain[-1].at)
        for key, of_kind in chains.items()
        for chain in of_kind
        if len(chain) > 1
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.ids), -one.last.timestamp(), one.zone)))


def _ages(look: Records, now: datetime) -> tuple[Ids, ...]:
    """What is open, by its age."""
    table = RECORDS["hazard"]
    ended = (*NOT_COUNTED, "closed")
    query = sa.select(table.c.id, table.c.reported_at).where(table.c.state.not_in(ended)).order_by(table.c.reported_at)
    parts: list[list[str]] = [[] for _ in range(len(AGES) + 1)]
    for row in look.connection.execute(query):
        age = (now - utc_moment(row.reported_at)) / timedelta(days=1)
        parts[sum(age >= bound for bound in AGES)].append(row.id)
    return tuple(map(tuple, parts))
