"""China's public holidays and make-up workdays (调休) of 2024 to 2026, as the State Council's office announced them."""

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple


class Holiday(NamedTuple):
    """Free days from `first` to `last` (month, day), and the weekend days worked for them."""

    name: str
    first: tuple[int, int]
    last: tuple[int, int]
    worked: tuple[tuple[int, int], ...] = ()


YEARS = {
    2024: (
        Holiday("元旦", (1, 1), (1, 1)),
        Holiday("春节", (2, 10), (2, 17), ((2, 4), (2, 18))),
        Holiday("清明节", (4, 4), (4, 6), ((4, 7),)),
        Holiday("劳动节", (5, 1), (5, 5), ((4, 28), (5, 11))),
        Holiday("端午节", (6, 10), (6, 10)),
        Holiday("中秋节", (9, 15), (9, 17), ((9, 14),)),
        Holiday("国庆节", (10, 1), (10, 7), ((9, 29), (10, 12))),
    ),
    2025: (
        Holiday("元旦", (1, 1), (1, 1)),
        Holiday("春节", (1, 28), (2, 4), ((1, 26), (2, 8))),
        Holiday("清明节", (4, 4), (4, 6)),
        Holiday("劳动节", (5, 1), (5, 5), ((4, 27),)),
        Holiday("端午节", (5, 31), (6, 2)),
        Holiday("国庆节、中秋节", (10, 1), (10, 8), ((9, 28), (10, 11))),
    ),
    2026: (
        Holiday("元旦", (1, 1), (1, 3), ((1, 4),)),
        Holiday("春节", (2, 15), (2, 23), ((2, 14), (2, 28))),
        Holiday("清明节", (4, 4), (4, 6)),
        Holiday("劳动节", (5, 1), (5, 5), ((5, 9),)),
        Holiday("端午节", (6, 19), (6, 21)),
        Holiday("中秋节", (9, 25), (9, 27)),
        Holiday("国庆节", (10, 1), (10, 7), ((9, 20), (10, 10))),
    ),
}


@cache
def special_days(year: int) -> dict[date, tuple[str, str]]:
    """The days of a year that are not what their weekday says: "work" or "rest", and why; none where none are known."""
    found: dict[date, tuple[str, str]] = {}
    for holiday in YEARS.get(year, ()):
        day, last = date(year, *holiday.first), date(year, *holiday.last)
        while day <= last:
            found[day] = ("rest", holiday.name)
            day += timedelta(days=1)
        for worked in holiday.worked:
            found[date(year, *worked)] = ("work", f"{holiday.name}调休")
    return found


def works(day: date) -> bool:
    """Whether the plant's offices and day teams work on a day."""
    special = special_days(day.year).get(day)
    return special[0] == "work" if special else day.weekday() < 5
