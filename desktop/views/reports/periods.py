"""The periods that people ask for, by name, and any other by its days."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from services.core.measures import Period
from services.reports.report_facts import last_month, month_of, stretch_before, year_before

OTHER = "days"
Options = list[tuple[str, str]]


def period_options() -> Options:
    """Names and keys of periods."""
    translate = QCoreApplication.translate
    return [
        (translate("Periods", "This month"), "month"),
        (translate("Periods", "Last month"), "last_month"),
        (translate("Periods", "This year"), "year"),
        (translate("Periods", "Last year"), "last_year"),
        (translate("Periods", "Twelve months"), "twelve"),
        (translate("Periods", "Other days…"), OTHER),
    ]


def against_options() -> Options:
    """Names and keys of what a period is compared with."""
    translate = QCoreApplication.translate
    return [
        (translate("Periods", "The time before"), "before"),
        (translate("Periods", "A year earlier"), "year_ago"),
        (translate("Periods", "The first year"), "first"),
        (translate("Periods", "Other days…"), OTHER),
    ]


def period_of(key: str, today: date) -> Period:
    """The period of a key, or of two days as 'first/last'. One that is not over ends today."""
    if key == "last_month":
        return last_month(today)
    if key == "year":
        return Period(date(today.year, 1, 1), today)
    if key == "last_year":
        return Period(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))
    if key == "twelve":
        return Period(year_before(today), today)
    return _days(key) if "/" in key else Period(month_of(today).first, today)


def against_of(key: str, period: Period, first: date) -> Period:
    """What a period is compared with; `first` is the day of the oldest record."""
    if key == "year_ago":
        return Period(_year_ago(period.first), _year_ago(period.last))
    if key == "first":
        return Period(date(first.year, 1, 1), date(first.year, 12, 31))
    return _days(key) if "/" in key else stretch_before(period)


def _days(text: str) -> Period:
    first, _, last = text.partition("/")
    return Period(date.fromisoformat(first), date.fromisoformat(last))


def _year_ago(day: date) -> date:
    last = month_of(date(day.year - 1, day.month, 1)).last
    return date(day.year - 1, day.month, min(day.day, last.day))
