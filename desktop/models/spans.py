"""Spans of days that people ask for: today, this week, from one day to another. They are kept by name, so that "today"
means another day tomorrow, and become moments by the plant's clock when they are asked."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop import words
from desktop.language import language
from services.store.queries.wanted import Between

translate = QCoreApplication.translate
SPANS = {
    "today": str(QT_TRANSLATE_NOOP("Spans", "Today")),
    "yesterday": str(QT_TRANSLATE_NOOP("Spans", "Yesterday")),
    "this_week": str(QT_TRANSLATE_NOOP("Spans", "This week")),
    "last_week": str(QT_TRANSLATE_NOOP("Spans", "Last week")),
    "this_month": str(QT_TRANSLATE_NOOP("Spans", "This month")),
    "last_month": str(QT_TRANSLATE_NOOP("Spans", "Last month")),
    "last_30_days": str(QT_TRANSLATE_NOOP("Spans", "Last 30 days")),
    "this_year": str(QT_TRANSLATE_NOOP("Spans", "This year")),
}
DAY = timedelta(days=1)


def days(span: str, today: date) -> tuple[date, date]:
    """The first and the last day of a span: one of SPANS, or 'first/last' in ISO. Raises ValueError."""
    if span in SPANS:
        return _named(span, today)
    first, _, last = span.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last)


def _named(span: str, today: date) -> tuple[date, date]:
    monday, first = today - today.weekday() * DAY, today.replace(day=1)
    before = (first - DAY).replace(day=1)
    return {
        "today": (today, today),
        "yesterday": (today - DAY, today - DAY),
        "this_week": (monday, monday + 6 * DAY),
        "last_week": (monday - 7 * DAY, monday - DAY),
        "this_month": (first, (first + 31 * DAY).replace(day=1) - DAY),
        "last_month": (before, first - DAY),
        "last_30_days": (today - 29 * DAY, today),
        "this_year": (today.replace(month=1, day=1), today.replace(month=12, day=31)),
    }[span]


def between(span: str, now: datetime) -> Between:
    """The span as moments, by the plant's clock; both its days are whole."""
    first, last = days(span, words.local(now).date())
    return Between(_begin(first), _begin(last + DAY))


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), language.zone)


def known(span: str) -> bool:
    """Whether this is a span; what was kept by an older version may not be."""
    try:
        days(span, date(2026, 1, 1))
    except ValueError:
        return False
    return True


def said(span: str) -> str:
    """The span in words."""
    if span in SPANS:
        return translate("Spans", SPANS[span])
    first, _, last = span.partition("/")
    return first if first == last else f"{first} – {last}"
