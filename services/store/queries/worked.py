"""How many hours people work at each hour of the week, by the rotas: what happens often where many work is no more
dangerous than what happens seldom where few do."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from services.core.measures import Period
from services.core.plant import the_plant
from services.core.shifts import Shift, shift_on, stretch
from services.store.records import Records

HOUR = timedelta(hours=1)
PER = 1000.0  # person-hours
MONDAY = date(2024, 1, 1)  # any one: shifts are as long in every week
LEAST = 20.0  # person-hours a week, below which a rate would be made of nothing

Week = tuple[tuple[float, ...], ...]


def worked_hours(look: Records, period: Period) -> Week:
    """Person-hours in the period for each of 7 × 24 hours of the week, Monday first, by the plant's clock: of the
    people who are in a team with a rota now. Raises Refused: no_plant."""
    known = _AtOnce(look)
    clock = ZoneInfo(the_plant(look).timezone)
    teams = Counter(one.team for one in look.find("person") if one.left_at is None and one.team)
    days = [period.first + timedelta(days=number) for number in range(period.days)]
    begun: Counter[tuple[Shift, int]] = Counter()  # people who began a shift, by the day of the week
    for team, people in sorted(teams.items()):
        for day in days:
            if shift := shift_on(known, team, day):
                begun[shift, day.weekday()] += people
    week = [[0.0] * 24 for _ in range(7)]
    for (shift, weekday), people in begun.items():
        _add(week, shift, people, MONDAY + timedelta(days=weekday), clock)
    return tuple(map(tuple, week))


class _AtOnce:
    """A Look on rotas, shifts and days, each read once and not once a day."""

    def __init__(self, look: Records) -> None:
        kinds = ("rota", "shift", "calendar_day")
        self._by_id = {kind: {one.id: one for one in look.find(kind)} for kind in kinds}
        self._found: dict[tuple[Any, ...], tuple[Any, ...]] = {}

    def get(self, kind: str, id_: str) -> Any | None:
        """The record, or None."""
        return self._by_id[kind].get(id_)

    def find(self, kind: str, /, **equal: Any) -> tuple[Any, ...]:
        """All of a kind whose fields equal these."""
        asked = (kind, *equal.items())
        if asked not in self._found:
            wanted, all_ = equal.items(), self._by_id[kind].values()
            self._found[asked] = tuple(
                one for one in all_ if all(getattr(one, name) == value for name, value in wanted)
            )
        return self._found[asked]


def _add(week: list[list[float]], shift: Shift, people: int, day: date, clock: ZoneInfo) -> None:
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
