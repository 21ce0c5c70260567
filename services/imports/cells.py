"""Single cells as values: moments in the spellings that people use, and whether one had to be put right."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from services.imports.workbook import text_of

YEAR_MONTH_DAY = re.compile(r"(\d{4}|\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
MONTH_DAY = re.compile(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?=\D|$)")
RUN_TOGETHER = re.compile(r"(19\d\d|20\d\d)(\d\d)(\d\d)")
CLOCK = re.compile(r"(上午|下午|晚上|am|pm)?\s*(\d{1,2})\s*[:时点]\s*(\d{1,2})?\s*[:分]?\s*(\d{1,2})?\s*秒?\s*(am|pm)?")
AFTERNOON = ("下午", "晚上", "pm")
EXCEL_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel's days have no zone
SERIALS = range(20_000, 80_000)  # 1954 to 2119
SPELLED = re.compile(r"\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d)?)?")


class Unreadable(ValueError):
    """A cell that can't be what its column should have."""


def moment(cell: Any, zone: ZoneInfo, *, end: bool = False, year: int | None = None) -> tuple[datetime, bool]:
    """The moment a cell tells by a zone's clock, and whether it was spelled in a way that had to be put right. A day
    alone is its beginning, with `end` its last minute; one without a year (`without_year`) is of `year`. Raises
    Unreadable."""
    local, spelled = _local(cell, year)
    if local.time() == time() and end and not isinstance(cell, datetime):
        local += timedelta(hours=23, minutes=59)
    return local.replace(tzinfo=zone), not spelled


def without_year(cell: Any) -> bool:
    """Whether a cell has a month and a day, and no year."""
    return isinstance(cell, str) and _dated(_narrow(cell)) is None and MONTH_DAY.match(_narrow(cell)) is not None


def _narrow(cell: Any) -> str:
    return unicodedata.normalize("NFKC", text_of(cell)).lower()


def _dated(text: str) -> re.Match[str] | None:
    return YEAR_MONTH_DAY.match(text) or RUN_TOGETHER.match(text)


def _local(cell: Any, year: int | None) -> tuple[datetime, bool]:
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None), True
    if isinstance(cell, date):
        return datetime.combine(cell, time()), True
    if isinstance(cell, int | float) and not isinstance(cell, bool) and int(cell) in SERIALS:
        return _serial(float(cell)), False
    text = _narrow(cell)
    if year is not None and without_year(cell):
        text = f"{year}-{text}"
    return _spelled(text), bool(SPELLED.fullmatch(text)) and not without_year(cell)


def _serial(days: float) -> datetime:
    """Excel's number of a day whose cell lost its format, to the second."""
    return EXCEL_DAY_ZERO + timedelta(seconds=round(days * 86_400))


def _spelled(text: str) -> datetime:
    found = _dated(text)
    if found is None:
        raise Unreadable(text)
    year, month, day = (int(part) for part in found.groups())
    try:
        begins = datetime(year + 2000 if year < 100 else year, month, day)  # noqa: DTZ001 - its zone comes later
        return begins + _clock(text[found.end() :].strip(" t,周星期一二三四五六日()"))
    except ValueError:
        raise Unreadable(text) from None


def _clock(text: str) -> timedelta:
    if not text:
        return timedelta()
    found = CLOCK.fullmatch(text)
    if found is None:
        raise Unreadable(text)
    before, hour, minute, second, after = found.groups()
    hours, minutes, seconds = int(hour), int(minute or 0), int(second or 0)
    if (before in AFTERNOON or after in AFTERNOON) and hours < 12:
        hours += 12
    if hours > 24 or minutes > 59 or seconds > 59:
        raise Unreadable(text)
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)


def whole(cell: Any) -> int:
    """A whole number, also with a word behind it such as 3 天. Raises Unreadable."""
    found = re.fullmatch(r"(\d{1,6})\s*\D{0,4}", unicodedata.normalize("NFKC", text_of(cell)))
    if found is None:
        raise Unreadable(text_of(cell))
    return int(found[1])
