"""Lengths of time as people type them: 900, 15m, 24 h, 15 分钟."""

import re

from services.core.refused import Refused

UNITS = {
    **dict.fromkeys(("", "s", "sec", "second", "seconds", "秒"), 1),
    **dict.fromkeys(("m", "min", "minute", "minutes", "分", "分钟"), 60),
    **dict.fromkeys(("h", "hour", "hours", "小时", "时"), 3600),
    **dict.fromkeys(("d", "day", "days", "天", "日"), 86_400),
}
SPELLED = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([a-z]*|[秒分钟小时天日]*)\s*", re.IGNORECASE)


def seconds_of(text: str, unit: int = 1) -> float:
    """Seconds of a text; a number without a unit is in units of `unit` seconds. Raises Refused: duration_wrong."""
    found = SPELLED.fullmatch(text)
    if found is None or found[2].lower() not in UNITS:
        raise Refused("duration_wrong", text=text[:40])
    return float(found[1]) * (UNITS[found[2].lower()] if found[2] else unit)


def parts_of(seconds: float) -> list[tuple[float, str]]:
    """A length in the largest units that say it exactly: 5,400 s as 1 h 30 min. Units are d, h, min, s; days from two
    on, as people say 24 hours."""
    left, found = float(seconds), []
    units = ((86_400, "d"), (3600, "h"), (60, "min"))
    for size, unit in units if seconds >= 2 * 86_400 else units[1:]:
        whole, left = divmod(left, size)
        if whole:
            found.append((whole, unit))
    if left or not found:
        found.append((left, "s"))
    return found
