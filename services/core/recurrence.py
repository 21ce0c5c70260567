"""Which days a rule falls on: the part of RFC 5545's recurrence rules that a plant's plans need, as text.

FREQ=DAILY|WEEKLY|MONTHLY|YEARLY with INTERVAL, BYDAY (also 1MO, -1FR), BYMONTHDAY (also -1) and BYMONTH; weeks begin
on Monday. A plan ends by being retired, so that COUNT and UNTIL are not known.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from services.core.refused import Refused

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
BY_DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")


@dataclass(frozen=True, slots=True)
class Recurrence:
    """`weekdays` are (which of the month, 0 for every; 0 for Monday to 6), `month_days` count from the end where
    they are negative."""

    frequency: str
    interval: int = 1
    weekdays: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()


@cache
def recurrence(text: str) -> Recurrence:
    """The rule that a text says. Raises Refused: recurrence_wrong."""
    parts = dict(part.partition("=")[::2] for part in text.upper().removeprefix("RRULE:").split(";"))
    known = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH"}
    frequency = parts.get("FREQ", "")
    if frequency not in FREQUENCIES or not set(parts) <= known or len(parts) != text.count(";") + 1:
        raise Refused("recurrence_wrong", text=text[:60])
    try:
        rule = Recurrence(
            frequency,
            _within(parts.get("INTERVAL", "1"), 1, 366),
            tuple(_weekday(one) for one in _listed(parts, "BYDAY")),
            tuple(_within(one, -31, 31) for one in _listed(parts, "BYMONTHDAY")),
            tuple(_within(one, 1, 12) for one in _listed(parts, "BYMONTH")),
        )
    except ValueError:
        raise Refused("recurrence_wrong", text=text[:60]) from None
    numbered = any(place for place, _ in rule.weekdays)
    by_month = frequency == "MONTHLY" or (frequency == "YEARLY" and rule.months)
    if (numbered and not by_month) or (rule.month_days and frequency == "WEEKLY"):
        raise Refused("recurrence_wrong", text=text[:60])
    return rule


def _listed(parts: dict[str, str], name: str) -> list[str]:
    return parts[name].split(",") if name in parts else []


def _within(text: str, least: int, most: int) -> int:
    value = int(text)
    if not least <= value <= most or value == 0:
        raise ValueError(text)
    return value


def _weekday(text: str) -> tuple[int, int]:
    found = BY_DAY.fullmatch(text)
    if not found:
        raise ValueError(text)
    return int(found[1] or 0), WEEKDAYS.index(found[2])


def days(rule: Recurrence, since: date, first: date, last: date) -> Iterator[date]:
    """The days from `first` to `last` (both included) on which a rule that begins with `since` falls."""
    day = max(first, since)
    while day <= last:
        if falls_on(rule, since, day):
            yield day
        day += timedelta(days=1)


def falls_on(rule: Recurrence, since: date, day: date) -> bool:
    """Whether a rule that begins with `since` falls on a day not before it."""
    if rule.months and day.month not in rule.months:
        return False
    return _FALLS[rule.frequency](rule, since, day)


def _daily(rule: Recurrence, since: date, day: date) -> bool:
    on_weekday = not rule.weekdays or _on_weekday(rule, day)
    on_month_day = not rule.month_days or _on_month_day(rule.month_days, day)
    return (day - since).days % rule.interval == 0 and on_weekday and on_month_day


def _weekly(rule: Recurrence, since: date, day: date) -> bool:
    weeks = ((day - timedelta(days=day.weekday())) - (since - timedelta(days=since.weekday()))).days // 7
    wanted = [weekday for _, weekday in rule.weekdays] or [since.weekday()]
    return weeks % rule.interval == 0 and day.weekday() in wanted


def _monthly(rule: Recurrence, since: date, day: date) -> bool:
    months = (day.year - since.year) * 12 + day.month - since.month
    return months % rule.interval == 0 and _in_month(rule, since, day)


def _yearly(rule: Recurrence, since: date, day: date) -> bool:
    in_month = bool(rule.months) or day.month == since.month
    return (day.year - since.year) % rule.interval == 0 and in_month and _in_month(rule, since, day)


def _in_month(rule: Recurrence, since: date, day: date) -> bool:
    if not rule.weekdays and not rule.month_days:
        return day.day == since.day
    on_weekday = not rule.weekdays or _on_weekday(rule, day)
    return on_weekday and (not rule.month_days or _on_month_day(rule.month_days, day))


def _on_month_day(wanted: tuple[int, ...], day: date) -> bool:
    length = monthrange(day.year, day.month)[1]
    return day.day in wanted or day.day - length - 1 in wanted


def _on_weekday(rule: Recurrence, day: date) -> bool:
    length = monthrange(day.year, day.month)[1]
    from_start, from_end = (day.day - 1) // 7 + 1, -((length - day.day) // 7 + 1)
    return any(day.weekday() == weekday and place in (0, from_start, from_end) for place, weekday in rule.weekdays)


_FALLS: dict[str, Callable[[Recurrence, date, date], bool]] = {
    "DAILY": _daily,
    "WEEKLY": _weekly,
    "MONTHLY": _monthly,
    "YEARLY": _yearly,
}
