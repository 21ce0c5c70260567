"""Shifts and rotas: when which team works. A rota is a pattern of shifts that repeats from its first day on."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from services.core.calendar import PLANNERS, working_day
from services.core.operation import Change, Context, Look, Put, name_free, operation, required
from services.core.people import Team
from services.core.plant import the_plant
from services.core.record import record
from services.core.refused import Refused
from services.core.shape import Ref, Text

ClockTime = Annotated[str, Text(most=5, least=5)]
CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)
MOST_PATTERN = 366


@record("shift", indexed=("name",), few=True)
@dataclass(frozen=True, kw_only=True)
class Shift:
    """`starts` and `ends` are HH:MM by the plant's clock; one that ends no later than it starts ends the next day."""

    id: str
    name: str
    starts: str
    ends: str
    retired_at: datetime | None = None


@record("rota", indexed=("team",), few=True)
@dataclass(frozen=True, kw_only=True)
class Rota:
    """`pattern` names a shift for each day, none for a day off, and begins again at its end. The rota of a team that
    began last is the one that holds. With `calendar` the team is off on holidays and comes on make-up workdays."""

    id: str
    team: str
    first_day: date
    pattern: tuple[str | None, ...]
    calendar: bool = False
    retired_at: datetime | None = None


def clock_time(text: str) -> time:
    """A time of day from HH:MM. Raises Refused: clock_wrong."""
    if not CLOCK.fullmatch(text):
        raise Refused("clock_wrong", text=text[:20])
    return time(int(text[:2]), int(text[3:]))


def stretch(shift: Shift, day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """When the shift that begins on a day begins and ends."""
    starts, ends = clock_time(shift.starts), clock_time(shift.ends)
    last = day if ends > starts else day + timedelta(days=1)
    return datetime.combine(day, starts, zone), datetime.combine(last, ends, zone)


def rota_of(look: Look, team: str, day: date) -> Rota | None:
    """The rota that a team works by on a day."""
    begun = [one for one in look.find("rota", team=team) if one.first_day <= day and one.retired_at is None]
    return max(begun, key=lambda one: (one.first_day, one.id), default=None)


def shift_on(look: Look, team: str, day: date) -> Shift | None:
    """The shift that a team begins on a day; None on a day off."""
    rota = rota_of(look, team, day)
    if rota is None:
        return None
    named = rota.pattern[(day - rota.first_day).days % len(rota.pattern)]
    if rota.calendar:
        named = (named or next(filter(None, rota.pattern), None)) if working_day(look, day) else None
    found: Shift | None = look.get("shift", named) if named else None
    return found


def on_shift(look: Look, team: str, moment: datetime) -> Shift | None:
    """The shift that a team works at a moment, which may have begun the day before; None when it is off."""
    zone = ZoneInfo(the_plant(look).timezone)
    today = moment.astimezone(zone).date()
    for day in (today, today - timedelta(days=1)):
        shift = shift_on(look, team, day)
        if shift:
            begins, ends = stretch(shift, day, zone)
            if begins <= moment < ends:
                return shift
    return None


def shift_at(look: Look, moment: datetime) -> tuple[tuple[Team, Shift], ...]:
    """The teams at work at a moment, each with its shift, by name."""
    teams = sorted((team for team in look.find("team") if team.retired_at is None), key=lambda team: team.name)
    at_work = [(team, on_shift(look, team.id, moment)) for team in teams]
    return tuple((team, shift) for team, shift in at_work if shift is not None)


def living_shift(look: Look, shift: str) -> Shift:
    """The shift, which must not be retired. Raises Refused: no_such_record, shift_retired."""
    found = required(look, Shift, shift)
    if found.retired_at is not None:
        raise Refused("shift_retired", name=found.name)
    return found


@operation("shifts.add", roles=PLANNERS)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A new shift, with its hours by the plant's clock."""

    name: Annotated[str, Text(most=40)]
    starts: ClockTime
    ends: ClockTime

    def decide(self, context: Context, look: Look) -> list[Change]:
        clock_time(self.starts), clock_time(self.ends)
        name_free(look, "shift", self.name)
        return [Put(Shift(id=context.id, name=self.name, starts=self.starts, ends=self.ends))]


@operation("shifts.set_hours", roles=PLANNERS, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetHours:
    """Other hours for a shift."""

    shift: Annotated[str, Ref("shift")]
    starts: ClockTime
    ends: ClockTime

    def decide(self, context: Context, look: Look) -> list[Change]:
        clock_time(self.starts), clock_time(self.ends)
        return [Put(replace(living_shift(look, self.shift), starts=self.starts, ends=self.ends))]


@operation("shifts.retire", roles=PLANNERS)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """The shift is worked no more; no rota may name it."""

    shift: Annotated[str, Ref("shift")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        shift = living_shift(look, self.shift)
        if any(shift.id in rota.pattern and rota.retired_at is None for rota in look.find("rota")):
            raise Refused("shift_in_use", name=shift.name)
        return [Put(replace(shift, retired_at=context.now))]


@operation("rotas.add", roles=PLANNERS)
@dataclass(frozen=True, kw_only=True)
class AddRota:
    """From its first day on a team works by this pattern, until a rota that begins later."""

    team: Annotated[str, Ref("team")]
    first_day: date
    pattern: tuple[Annotated[str, Ref("shift")] | None, ...]
    calendar: bool = False

    def decide(self, context: Context, look: Look) -> list[Change]:
        required(look, Team, self.team)
        if not any(self.pattern) or len(self.pattern) > MOST_PATTERN:
            raise Refused("pattern_wrong", most=MOST_PATTERN)
        for shift in filter(None, self.pattern):
            living_shift(look, shift)
        rota = Rota(
            id=context.id,
            team=self.team,
            first_day=self.first_day,
            pattern=self.pattern,
            calendar=self.calendar,
        )
        return [Put(rota)]


@operation("rotas.retire", roles=PLANNERS)
@dataclass(frozen=True, kw_only=True)
class RetireRota:
    """The rota was a mistake, or is worked no more; the one before it holds again."""

    rota: Annotated[str, Ref("rota")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(required(look, Rota, self.rota), retired_at=context.now))]
