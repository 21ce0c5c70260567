"""What the safety report of a period needs, read in one snapshot."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from services.core.measures import Period
from services.core.modules import uses
from services.core.plant import the_plant
from services.store.queries.alert_drills import DrillCount, drills_in
from services.store.queries.analysis import Analysis, analysis
from services.store.queries.categories import Named, categories
from services.store.queries.figures import Figures, figures, first_day
from services.store.queries.forecast import WHATS, Forecast, forecast
from services.store.queries.hazards import HazardRow, hazard_rows
from services.store.queries.months import Gaps, Month, injury_gaps, months
from services.store.records import Records

LONG_OVER = 45  # days
COURSE_MONTHS = 12  # at least so many are drawn, so that a month is seen in its course


@dataclass(frozen=True)
class ReportFacts:
    """`before` are the figures of the period compared with. `course` are the months up to the period's end. `open` is
    what is open now, the most urgent first. `forecasts` are from now on,
    where the period is not long over. `drills` are those of alerts; None where the plant does without alerts. `as_of`
    is by the plant's clock."""

    plant: str
    as_of: datetime
    figures: Figures
    before: Figures | None
    analysis: Analysis
    course: tuple[Month, ...]
    gaps: Gaps
    open: tuple[HazardRow, ...]
    zones: dict[str, str]
    forecasts: tuple[Forecast, ...]
    categories: tuple[Named, ...]
    drills: DrillCount | None

    @property
    def period(self) -> Period:
        """What it is about."""
        return self.figures.period


def report_facts(look: Records, period: Period, against: Period | None, now: datetime) -> ReportFacts:
    """Everything. Raises Refused: no_plant."""
    plant = the_plant(look)
    course = Period(min(period.first, year_before(period.last)), period.last)
    return ReportFacts(
        plant.name,
        now.astimezone(ZoneInfo(plant.timezone)),
        figures(look, period, now),
        figures(look, against, now) if against else None,
        analysis(look, period, now),
        months(look, _since(course, look), now),
        injury_gaps(look, course, now),
        hazard_rows(look, now),
        {one.id: one.name for one in look.find("zone")},
        ahead_of(look, period, now),
        categories(look),
        drills_in(look, period) if uses(look, "alerts") else None,
    )


def _since(course: Period, look: Records) -> Period:
    """Without the months before anything was recorded: in them nothing was reported because nobody could."""
    oldest = [one.at.astimezone(ZoneInfo(the_plant(look).timezone)).date() for one in look.find("incident")]
    known = [day for day in (first_day(look), *oldest) if day is not None]
    begins = max(course.first, min(known, default=course.first))
    return Period(begins, course.last) if begins <= course.last else course


def ahead_of(look: Records, period: Period, now: datetime) -> tuple[Forecast, ...]:
    """What is to be expected from now on; nothing for a period that is long over, whose report tells of another
    time."""
    today = now.astimezone(ZoneInfo(the_plant(look).timezone)).date()
    if (today - period.last).days > LONG_OVER:
        return ()
    found = (forecast(look, what, now) for what in WHATS)
    return tuple(one for one in found if one is not None)


def year_before(last: date) -> date:
    """The first day of the twelve months that end with the month of this day."""
    return date(last.year - 1 + last.month // COURSE_MONTHS, last.month % COURSE_MONTHS + 1, 1)


def month_of(day: date) -> Period:
    """The whole month of a day."""
    first = day.replace(day=1)
    return Period(first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1))


def last_month(today: date) -> Period:
    """The last month that is over."""
    return month_of(today.replace(day=1) - timedelta(days=1))


def stretch_before(period: Period) -> Period:
    """What came right before: for whole months as many months, else as many days."""
    last = period.first - timedelta(days=1)
    if period.first.day == 1 and (period.last + timedelta(days=1)).day == 1:
        first = period.first
        for _ in range(round(period.months)):
            first = month_of(first - timedelta(days=1)).first
        return Period(first, last)
    return Period(last - timedelta(days=period.days - 1), last)
