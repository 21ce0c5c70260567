"""The safety report of a month by mail: on one day of the next month, to people who are named."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from services.core.alerts import SYSTEM_ONLY
from services.core.measures import Period
from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import Person
from services.core.plant import Plant, the_plant
from services.core.refused import Refused
from services.core.report_designs import living_design
from services.core.roles import OFFICE
from services.core.shape import Range, Ref, Text

AT = time(8)  # by the plant's clock
LATE = timedelta(days=3)  # so much later a hub that was off still sends it
MOST = 20
MonthDay = Annotated[int, Range(1, 28)]


def due_report(plant: Plant, now: datetime) -> Period | None:
    """The month whose report is to be sent at `now`: the one before, from the day on that the plant has chosen."""
    if plant.report_day is None or not plant.report_to:
        return None
    zone = ZoneInfo(plant.timezone)
    this = now.astimezone(zone).date().replace(day=1)
    for month in (this, (this - timedelta(days=1)).replace(day=1)):  # three days may go into the next month
        due = datetime.combine(month.replace(day=plant.report_day), AT, zone)
        if due <= now < due + LATE:
            last = month - timedelta(days=1)
            return Period(last.replace(day=1), last)
    return None


@operation("plant.set_report_mail", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetReportMail:
    """On which day of the month, at eight by the plant's clock, the report of the month before goes out, and to whom;
    without a day it does not. It is the safety report, or one put together by hand."""

    report_day: MonthDay | None = None
    report_design: Annotated[str, Ref("report_design")] | None = None
    report_to: tuple[Annotated[str, Ref("person")], ...] = ()

    def decide(self, context: Context, look: Look) -> list[Change]:
        if len(self.report_to) > MOST:
            raise Refused("too_many_readers", most=MOST)
        for one in self.report_to:
            required(look, Person, one)
        if self.report_design:
            living_design(look, self.report_design)
        people = tuple(dict.fromkeys(self.report_to))
        plant = the_plant(look)
        return [Put(replace(plant, report_day=self.report_day, report_design=self.report_design, report_to=people))]


@operation("plant.send_report", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class SendReport:
    """The report of a month goes to those named who still work here."""

    first: Annotated[str, Text(most=10, least=10)]
    last: Annotated[str, Text(most=10, least=10)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        plant = the_plant(look)
        found = (look.get("person", one) for one in plant.report_to)
        people = tuple(one.id for one in found if one is not None and one.here)
        facts = {"first": self.first, "last": self.last, "month": self.first[:7]}
        return [Tell(people, "monthly_report", plant.id, facts)] if people else []
