"""The current language on this console: sentences of codes, and dates and durations as people say them."""

from collections.abc import Iterable, Mapping
from datetime import date as Date  # noqa: N812 - `date` is what says one here
from datetime import datetime, timedelta

from desktop.language import language
from services import words
from services.core.refused import Refused

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = {"zh": "一二三四五六日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}

_categories: dict[str, Mapping[str, str]] = {}  # the plant's own, by code


def say(key: str, /, **facts: object) -> str:
    """The catalogue's sentence for a code, in the language in force."""
    return words.say(key, language.name, **facts)


def known(key: str) -> bool:
    """Whether there is a sentence for the code."""
    return words.has(key, language.name)


def category(code: str) -> str:
    """What a category of hazards is called, also one of the plant's own; one that is not known here yet as other."""
    if code in _categories:
        return _categories[code][language.name]
    return say(f"category.{code}" if known(f"category.{code}") else "category.other")


def call_categories(names: Mapping[str, Mapping[str, str]]) -> None:
    """The plant's own categories are called so, by code and language."""
    _categories.update(names)


def refusal(refused: Refused) -> str:
    """What a refusal says: what happened, what was kept, what to do."""
    return words.refusal(refused.code, refused.facts, language.name)


def listed(parts: Iterable[str]) -> str:
    """Several things in one line: 甲、乙; a, b."""
    return ("、" if language.name == "zh" else ", ").join(parts)


def with_value(name: str, value: str) -> str:
    """What a thing is and how it stands: 区域：不限; zone: any."""
    return f"{name}：{value}" if language.name == "zh" else f"{name}: {value}"


def sentences(parts: Iterable[str]) -> str:
    """Whole sentences after each other; Chinese has no space between them."""
    return ("" if language.name == "zh" else " ").join(parts)


def short(text: str, most: int) -> str:
    """At most so many letters of a text; what is left out is shown by three dots."""
    return text if len(text) <= most else text[: most - 1] + "…"


def local(moment: datetime) -> datetime:
    """The moment by the plant's clock."""
    return moment.astimezone(language.zone)


def when(moment: datetime | None, now: datetime, *, about: bool = False) -> str:
    """今天 14:02, 昨天 14:02, 11-20 周四 14:02; the year where it is another; 今天 约 14:02 where it is uncertain."""
    if moment is None:
        return "–"
    at, today = local(moment), local(now).date()
    clock = ("~" if language.name == "en" else "约 ") * about + at.strftime("%H:%M")
    near = near_day(at.date(), today)
    if near:
        return f"{near} {clock}"
    day = at.strftime("%m-%d" if at.year == today.year else "%Y-%m-%d")
    named = weekday(at.weekday())
    return f"{day} {named} {clock}" if language.name == "zh" else f"{named} {day} {clock}"


def near_day(day: Date, today: Date) -> str:
    """今天, 昨天, 明天; empty for any other day."""
    near = {0: ("今天", "today"), 1: ("昨天", "yesterday"), -1: ("明天", "tomorrow")}.get((today - day).days)
    return near[language.name == "en"] if near else ""


def weekday(number: int) -> str:
    """周二; Tue. Monday is 0."""
    name = WEEKDAYS[language.name][number]
    return f"周{name}" if language.name == "zh" else name


def day(moment: datetime | None) -> str:
    """2026-11-24, by the plant's clock."""
    return "–" if moment is None else local(moment).strftime("%Y-%m-%d")


def date(moment: datetime) -> str:
    """11 月 24 日 周二; Tue 24 November; by the plant's clock."""
    return date_of(local(moment).date())


def date_of(day: Date) -> str:
    """The same of a day of the plant's."""
    named = weekday(day.weekday())
    if language.name == "zh":
        return f"{day.month} 月 {day.day} 日 {named}"
    return f"{named} {day.day} {MONTHS[day.month - 1]}"


def month(moment: datetime) -> str:
    """2025年10月; October 2025; by the plant's clock."""
    at = local(moment)
    return f"{at.year}年{at.month}月" if language.name == "zh" else f"{MONTHS[at.month - 1]} {at.year}"


def full(moment: datetime | None) -> str:
    """The whole moment, for tooltips."""
    return "" if moment is None else local(moment).strftime("%Y-%m-%d %H:%M:%S %z")


def lasting(span: timedelta) -> str:
    """3 小时 12 分; 2 天 4 小时; 12 分; 不到 1 分 for less."""
    minutes = int(abs(span.total_seconds()) // 60)
    days, hours, rest = minutes // 1440, minutes % 1440 // 60, minutes % 60
    day, hour, minute = ("天", "小时", "分") if language.name == "zh" else ("d", "h", "min")
    if days:
        return f"{days} {day} {hours} {hour}" if hours else f"{days} {day}"
    if hours:
        return f"{hours} {hour} {rest} {minute}" if rest else f"{hours} {hour}"
    if not rest:
        return "不到 1 分" if language.name == "zh" else "under 1 min"
    return f"{rest} {minute}"


def clock(until: datetime | None, now: datetime) -> str:
    """How long is left, or for how long it is over."""
    if until is None:
        return "–"
    span = lasting(until - now)
    if until < now:
        return f"超时 {span}" if language.name == "zh" else f"{span} over"
    return f"剩 {span}" if language.name == "zh" else f"{span} left"
