"""The plant's calendar: public holidays and make-up workdays (调休) over the plain rule that weekends are free."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal

from services.core.ids import id_from
from services.core.operation import Change, Changed, Context, Look, Put, Way, operation
from services.core.plant import the_plant
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, OFFICE, Role
from services.core.shape import Text

MOST_DAYS = 400
PLANNERS = OFFICE | ADMINISTRATION | {Role.HR}
DayKind = Literal["work", "rest", "usual"]


@record("calendar_day", indexed=("day",), group="calendar")
@dataclass(frozen=True, kw_only=True)
class CalendarDay:
    """A day that is not what its weekday says, or is confirmed to be (`usual` again); `reason` is what people call
    it."""

    id: str
    day: date
    kind: DayKind
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Day:
    """One line of a year's calendar as the State publishes it."""

    day: date
    kind: DayKind
    reason: Annotated[str, Text(most=40, least=0)] = ""


def day_of(look: Look, moment: datetime) -> date:
    """The plant's day that a moment falls on."""
    from zoneinfo import ZoneInfo

    return moment.astimezone(ZoneInfo(the_plant(look).timezone)).date()


def special_day(look: Look, day: date) -> CalendarDay | None:
    """What the calendar says of a day, if anything."""
    found: CalendarDay | None = look.get("calendar_day", id_from("calendar", day.isoformat()))
    return found


def working_day(look: Look, day: date) -> bool:
    """Whether the plant's offices and day teams work on a day."""
    special = special_day(look, day)
    return special.kind == "work" if special and special.kind != "usual" else day.weekday() < 5


@operation("calendar.set_days", roles=PLANNERS, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetDays:
    """Days that are holidays or make-up workdays, or what their weekday says: one, or a whole year's."""

    days: tuple[Day, ...]

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        usual = {"kind": "usual", "reason": ""}
        back = [{"day": one["after"]["day"], **(one["before"] or usual)} for one in changes if one["after"]]
        days = [{name: day[name] for name in ("day", "kind", "reason")} for day in back]
        return "calendar.set_days", {"days": days}

    def decide(self, context: Context, look: Look) -> list[Change]:
        if not self.days or len(self.days) > MOST_DAYS:
            raise Refused("days_too_many", most=MOST_DAYS)
        if len({one.day for one in self.days}) != len(self.days):
            raise Refused("day_twice")
        return [
            Put(CalendarDay(id=id_from("calendar", one.day.isoformat()), day=one.day, kind=one.kind, reason=one.reason))
            for one in self.days
        ]
