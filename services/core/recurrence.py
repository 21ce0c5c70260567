"""Which days a rule falls on: the part of RFC 5545's recurrence rules that a plant's plans need, as text.

FREQ=DAILY|WEEKLY|MONTHLY|YEARLY with INTERVAL, BYDAY (also 1MO, -1FR), BYMONTHDAY (also -1), BYMONTH and BYSETPOS,
ended by COUNT or UNTIL (a day); weeks begin on Monday.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from itertools import islice

from services.core.refused import Refused

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
BY_DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
KNOWN = frozenset({"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "COUNT", "UNTIL"})
MOST_COUNT = 9_999
LONGEST = timedelta(days=366 * 200)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """`weekdays` are (which of the month, 0 for every; 0 for Monday to 6), `month_days` count from the end where
    they are negative. Of the days that fall into one period (week, month, year) only those at `positions` count, from
    its end where they are negative. It ends after `count` days, or with the day `until`."""

    frequency: str
    interval: int = 1
    weekdays: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    count: int | None = None
    until: date | None = None


@cache
def recurrence(text: str) -> Recurrence:
    """The rule that a text says. Raises Refused: recurrence_wrong."""
    parts = dict(part.partition("=")[::2] for part in text.upper().removeprefix("RRULE:").split(";"))
    frequency = parts.get("FREQ", "")
    if frequency not in FREQUENCIES or not set(parts) <= KNOWN or len(parts) != text.count(";") + 1:
        raise Refused("recurrence_wrong", text=text[:60])
    try:
        rule = Recurrence(
            frequency,
            _within(parts.get("INTERVAL", "1"), 1, 366),
            tuple(_weekday(one) for one in _listed(parts, "BYDAY")),
            tuple(_within(one, -31, 31) for one in _listed(parts, "BYMONTHDAY")),
            tuple(_within(one, 1, 12) for one in _listed(parts, "BYMONTH")),
            tuple(_within(one, -366, 366) for one in _listed(parts, "BYSETPOS")),
            _within(parts["COUNT"], 1, MOST_COUNT) if "COUNT" in parts else None,
            _last_day(parts["UNTIL"]) if "UNTIL" in parts else None,
        )
    except ValueError:
        raise Refused("recurrence_wrong", text=text[:60]) from None
    if not _sound(rule):
        raise Refused("recurrence_wrong", text=text[:60])
    return rule


def _sound(rule: Recurrence) -> bool:
    """Whether the parts go together: as RFC 5545 says which may stand beside which."""
    numbered = any(place for place, _ in rule.weekdays)
    by_month = rule.frequency == "MONTHLY" or (rule.frequency == "YEARLY" and rule.months)
    from_many = rule.weekdays or rule.month_days or rule.months
    placed = not rule.positions or (from_many and rule.frequency != "DAILY")
    one_end = rule.count is None or rule.until is None
    return not ((numbered and not by_month) or (rule.month_days and rule.frequency == "WEEKLY")) and bool(
        placed and one_end
    )


def _last_day(text: str) -> date:
    """YYYYMMDD, with a time or without; the plans know days only."""
    return datetime.strptime(text[:8], "%Y%m%d").date()  # noqa: DTZ007 - a day of the plant's calendar


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
    last = min(last, rule.until or last)
    if rule.count is None:
        yield from _falling(rule, since, max(first, since), last)
        return
    made = islice(_falling(rule, since, since, min(last, since + LONGEST)), rule.count)
    yield from (day for day in made if day >= first)


def following(rule: Recurrence, since: date, first: date, most: int) -> list[date]:
    """The next days from `first` on, at most so many; fewer where it ends before, or seldom falls."""
    return list(islice(days(rule, since, first, first + timedelta(days=366 * 5)), most))


def _falling(rule: Recurrence, since: date, first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        if falls_on(rule, since, day):
            yield day
        day += timedelta(days=1)


def falls_on(rule: Recurrence, since: date, day: date) -> bool:
    """Whether a rule that begins with `since` falls on a day not before it, wherever it ends."""
    if not _fits(rule, since, day):
        return False
    if not rule.positions:
        return True
    first, length = _period(rule, day)
    inside = [one for one in (first + timedelta(days=n) for n in range(length)) if _fits(rule, since, one)]
    place = inside.index(day)
    return place + 1 in rule.positions or place - len(inside) in rule.positions


def _period(rule: Recurrence, day: date) -> tuple[date, int]:
    """The first day and the length of the week, month or year that a day lies in."""
    if rule.frequency == "WEEKLY":
        return day - timedelta(days=day.weekday()), 7
    if rule.frequency == "MONTHLY":
        return day.replace(day=1), monthrange(day.year, day.month)[1]
    first = date(day.year, 1, 1)
    return first, (date(day.year + 1, 1, 1) - first).days


def _fits(rule: Recurrence, since: date, day: date) -> bool:
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
    in_month = rule.months or rule.weekdays or rule.month_days or day.month == since.month
    return (day.year - since.year) % rule.interval == 0 and bool(in_month) and _in_month(rule, since, day)


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
