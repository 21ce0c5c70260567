"""How many hours people work at each hour of the week, by the rotas: what happens often where many work is no more
dangerous than what happens seldom where few do."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from services.core.measures import Period
from services.core.plant import the_plant
from services.core.shifts import shift_on, stretch
from services.store.records import Memory, Records

HOUR = timedelta(hours=1)
PER = 1000.0  # person-hours
LEAST = 20.0  # person-hours a week, below which a rate would be made of nothing

Week = tuple[tuple[float, ...], ...]


def worked_hours(look: Records, period: Period) -> Week:
    """Person-hours in the period for each of 7 × 24 hours of the week, Monday first, by the plant's clock: of the
    people who are in a team with a rota now. Raises Refused: no_plant."""
    known = Records(look.connection, memory=Memory())  # rotas and shifts are read once, not once a day
    clock = ZoneInfo(the_plant(known).timezone)
    here = (one for one in known.find("person") if one.left_at is None and one.team)
    week = [[0.0] * 24 for _ in range(7)]
    for team, people in sorted(Counter(one.team for one in here).items()):
        for number in range(period.days):
            _add(week, known, team, people, period.first + timedelta(days=number), clock)
    return tuple(map(tuple, week))


def _add(week: list[list[float]], look: Records, team: str, people: int, day: date, clock: ZoneInfo) -> None:
    shift = shift_on(look, team, day)
    if shift is None:
        return
    at, ends = stretch(shift, day, clock)
    while at < ends:
        begun = at.replace(minute=0, second=0, microsecond=0)
        until = min(begun + HOUR, ends)
        week[at.weekday()][at.hour] += people * (until - at) / HOUR
        at = until


def rates(counts: Sequence[Sequence[int]], hours: Week, weeks: float) -> tuple[tuple[float | None, ...], ...]:
    """So many per 1,000 person-hours, for each hour of the week; None where fewer than `LEAST` are worked a week.
    `weeks` is how many the hours are of."""
    return tuple(
        tuple(
            count / worked * PER if worked >= LEAST * weeks else None
            for count, worked in zip(row, row_hours, strict=True)
        )
        for row, row_hours in zip(counts, hours, strict=True)
    )
