"""Ordinary hazards between go-live and the story's days: found, fixed and reviewed at hours when people are there.

The lengths are drawn, then stretched as a whole and nudged until the mean time to fix of a period is what the plant
stands for; everything is planned before the first operation is issued.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from services.core.roles import Role
from services.demo.cast import MAINTENANCE, MEMBERS, PLACE, Member
from services.demo.findings import FINDINGS, Finding
from services.demo.holidays import works
from services.demo.life import SHANGHAI

GO_LIVE = date(2025, 4, 1)
# from when on a half of a year is like the one before
HALF_YEARS = tuple(
    (date(year, first, 1), date(year, first + 5, 30 if first == 1 else 31))
    for year in range(2026, 2040)
    for first in (1, 7)
)
ON_PAPER = 10  # reports a month in a plant of 380 before go-live
FIXERS_DAY = (time(7, 10), time(21, 40))
OFFICE_DAY = (time(8, 10), time(17, 20))
REJECTED = 0.04  # of those that are none, for each that is one
ROUNDS_OF_NUDGING = 12
LEAST_FIX, LONGEST_FIX = timedelta(minutes=20), timedelta(days=9)


class Period(NamedTuple):
    """A stretch of ordinary life: reports a month relative to those on paper, and the mean time to fix in hours."""

    first: date
    last: date
    rate: float
    hours: float


PAPER = (
    Period(date(2024, 1, 1), date(2024, 12, 31), 1.0, 52.0),
    Period(date(2025, 1, 1), date(2025, 3, 31), 1.0, 47.0),
)
PERIODS = (
    Period(GO_LIVE, date(2025, 6, 30), 4.4, 30.0),  # up 340 %
    Period(date(2025, 7, 1), date(2025, 12, 31), 3.6, 18.0),
    *(Period(first, last, 3.2, 16.0) for first, last in HALF_YEARS),
)


@dataclass(frozen=True)
class Ordinary:
    """A hazard as it will go. `length` is drawn from; `returned_at` is when a first try at fixing came back."""

    key: str
    finding: Finding
    place: str
    machine: str
    says: str
    reporter: str
    reported_at: datetime
    fixer: str
    accepted_at: datetime
    fixed_at: datetime
    length: float
    notes: tuple[str, ...]
    rejected: bool = False
    returned: bool = False
    chance: random.Random = field(compare=False, default_factory=random.Random)


def periods_until(until: date) -> Iterator[Period]:
    """The periods that have begun by a day."""
    return (period for period in PERIODS if period.first <= until)


def planned(seed: int, period: Period, members: tuple[Member, ...]) -> list[Ordinary]:
    """All hazards of a period, in the order in which they are reported."""
    chance = random.Random(f"{seed} hazards {period.first}")
    months = (period.last.month - period.first.month) + 1
    paper = max(1, round(ON_PAPER * (len(members) + 1) / 380))
    count = round(period.rate * paper * months)  # and some more that turn out to be none
    rejected = set() if period in PAPER else set(chance.sample(range(count), round(count * REJECTED)))
    moments = sorted(_moment(chance, period) for _ in range(count + len(rejected)))
    crews = {team: [m for m in members if m.team == team] for team in dict.fromkeys(m.team for m in members)}
    found = [
        _found(chance, f"ordinary {period.first} {place}", moment, crews, rejected=place in rejected)
        for place, moment in enumerate(moments)
    ]
    return calibrated(found, timedelta(hours=period.hours), _end(period))


def _end(period: Period) -> datetime:
    return datetime.combine(period.last, time(23, 0), SHANGHAI)


def _moment(chance: random.Random, period: Period) -> datetime:
    """When something is found: on working days by day, less in the evening, hardly on days off; more in summer."""
    days = (period.last - period.first).days  # the very last day is left to finish what is open
    while True:
        day = period.first + timedelta(days=chance.randrange(days))
        likely = (1.0 if works(day) else 0.16) * (1.0 if day.month in (6, 7, 8, 9) else 0.8)
        if chance.random() < likely:
            break
    hour = chance.choices(
        (7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 19, 20, 21, 22), (4, 9, 10, 9, 5, 7, 9, 9, 7, 3, 2, 2, 2, 1)
    )
    return datetime.combine(day, time(hour[0], chance.randrange(60), chance.randrange(60)), SHANGHAI)


def _found(
    chance: random.Random, key: str, moment: datetime, crews: dict[str | None, list[Member]], *, rejected: bool
) -> Ordinary:
    spots = [(finding, spot) for finding in FINDINGS for spot in finding.spots]
    finding, (place, machine, _) = chance.choices(spots, [spot[2] for _, spot in spots])[0]
    zone = PLACE[place]
    team = "电气班" if finding.category == "electrical" else zone.team
    fixers = [m for m in crews[team] if Role.FIXER in m.roles]
    witnesses = crews.get(zone.workers) or crews["仓储班"]
    others = [m for team, crew in crews.items() if team not in MAINTENANCE for m in crew if m.roles != (Role.AUDITOR,)]
    reporter = "" if chance.random() < 0.06 else chance.choice(witnesses if chance.random() < 0.7 else others).name
    accepted = at_work(moment + timedelta(minutes=chance.uniform(4, 40)), FIXERS_DAY, every_day)
    length = chance.lognormvariate(0.0, 0.75) * {"A": 0.6, "B": 0.9, "C": 1.2, "D": 1.6}[zone.zone_class]
    return Ordinary(
        key=key,
        finding=finding,
        place=place,
        machine=machine,
        says=chance.choice(finding.says).format(m=machine),
        reporter=reporter,
        reported_at=moment,
        fixer=chance.choices(fixers, [3 if m in MEMBERS else 1 for m in fixers])[0].name,
        accepted_at=accepted,
        fixed_at=accepted,
        length=length,
        notes=tuple(chance.sample(finding.notes, 2)),
        rejected=rejected,
        returned=chance.random() < 0.08,
        chance=random.Random(chance.getrandbits(64)),
    )


def every_day(_: date) -> bool:
    """The fixers' hours: two shifts, weekends too."""
    return True


def at_work(moment: datetime, hours: tuple[time, time], comes: Callable[[date], bool]) -> datetime:
    """The moment, or the next one at which people who work these hours on such days are there."""
    local = moment.astimezone(SHANGHAI)
    if comes(local.date()) and hours[0] <= local.time() <= hours[1]:
        return local
    day = local.date() if local.time() < hours[0] else local.date() + timedelta(days=1)
    while not comes(day):
        day += timedelta(days=1)
    into = timedelta(seconds=(local.minute * 60 + local.second) * 0.4)  # not all of them at the stroke of the hour
    return datetime.combine(day, hours[0], SHANGHAI) + into


def calibrated(found: list[Ordinary], mean: timedelta, end: datetime) -> list[Ordinary]:
    """The hazards with times of fixing such that the mean from report to fix is `mean`, whole seconds aside. None is
    fixed after `end`."""
    counted = [one for one in found if not one.rejected]
    if not counted:
        return found
    low, high = 0.0, 4 * mean.total_seconds()
    for _ in range(40):
        middle = (low + high) / 2
        fixed = [_fixed(one, middle, end) for one in counted]
        low, high = (low, middle) if _total(fixed) > mean * len(fixed) else (middle, high)
    fixed = _nudged([_fixed(one, low, end) for one in counted], mean, end)
    by_key = {one.key: one for one in fixed}
    return [by_key.get(one.key, one) for one in found]


def _fixed(one: Ordinary, scale: float, end: datetime) -> Ordinary:
    length = min(timedelta(seconds=scale * one.length), LONGEST_FIX)
    earliest = one.accepted_at + LEAST_FIX
    at = at_work(max(one.reported_at + length, earliest), FIXERS_DAY, every_day)
    return replace(one, fixed_at=max(min(at, end), earliest))


def _total(found: list[Ordinary]) -> timedelta:
    return sum((one.fixed_at - one.reported_at for one in found), timedelta())


def _nudged(found: list[Ordinary], mean: timedelta, end: datetime) -> list[Ordinary]:
    """What stretching leaves over is spread, half an hour at a time, where people are still at work."""
    left, most = mean * len(found) - _total(found), timedelta(minutes=30)
    for place in list(range(len(found))) * ROUNDS_OF_NUDGING:
        one, step = found[place], max(-most, min(most, left))
        at = one.fixed_at + step
        if at_work(at, FIXERS_DAY, every_day) == at and one.accepted_at + LEAST_FIX <= at <= end:
            found[place], left = replace(one, fixed_at=at), left - step
    return found
