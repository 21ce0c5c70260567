"""Phone pages as text: templates, the reader's language, moments and durations as people say them."""

import hashlib
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import Request
from fastapi.responses import HTMLResponse

from services import words
from services.store.queries.categories import Named, built_in, word

HERE = Path(__file__).parent
LANGUAGE_COOKIE = "anhuan_lang"
OFFER = "Offered-Form"


def language_of(request: Request) -> str:
    """What the reader has chosen, else what the browser prefers among ours, else Chinese."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    if chosen in words.LANGUAGES:
        return chosen
    for part in request.headers.get("accept-language", "").lower().split(","):
        wished = part.strip()[:2]
        if wished in words.LANGUAGES:
            return wished
    return "zh"


@cache
def environment() -> Any:
    """The templates; everything that comes into them is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(request: Request, template: str, status: int = 200, lang: str = "", **values: Any) -> HTMLResponse:
    """A page in the reader's language. Phones keep no copy: it may be about a person."""
    from services.hub.shell import modules, version

    lang = lang or language_of(request)

    def say(key: str, **facts: Any) -> str:
        return words.say(key, lang, **facts)

    named = values.get("named") or built_in()

    def category(code: str) -> str:
        return word(named, code, lang)

    here = request.url.path
    shared = {
        "category": category,
        "categories": [one for one in named if one.offered],
        "static": f"/static/{version()}",
        "modules": modules,
        "plain": over_plain_http(request),
        "safe": safe_address(request),
    }
    text = (
        environment()
        .get_template(template)
        .render(lang=lang, say=say, here=here, script_words=words_of(lang), **shared, **values)
    )
    headers = {"Cache-Control": "no-store", "Content-Language": lang}
    if "named" in values:
        headers[OFFER] = _offer(named, values.get("fields"))
    return HTMLResponse(text, status, headers=headers)


def _offer(named: tuple[Named, ...], fields: dict[str, Any] | None) -> str:
    """A name for the categories and extra fields as they are asked: a phone that keeps a form with others fetches it
    anew."""
    shown = [(one.code, sorted(one.names.items()), one.icon) for one in named if one.offered]
    form = fields["form"] if fields else ""
    return hashlib.sha256(repr((shown, form)).encode()).hexdigest()[:12]


def over_plain_http(request: Request) -> bool:
    """Whether the page came unsealed from another machine: then the phone gives it no camera stream, keeps nothing for
    dead spots, and the page says so."""
    return request.url.scheme == "http" and request.url.hostname not in ("localhost", "127.0.0.1", "::1")


def safe_address(request: Request) -> str:
    """The same page over HTTPS, or how the phone learns to trust that; "" where the hub has no HTTPS."""
    https = request.scope["hub"].https
    return "" if https is None else "/trust" if https.authority else f"{https.url}{request.url.path}"


@cache
def words_of(lang: str) -> dict[str, str]:
    """The sentences that the scripts say themselves: theirs, and those about refusals."""
    prefixes = ("phone.js.", "refused.")
    return {key: words.say(key, lang) for prefix in prefixes for key in words.keys(prefix)}


class Times:
    """Moments in the plant's zone, as seen at `now`."""

    def __init__(self, now: datetime, zone: str, lang: str) -> None:
        self.zone = ZoneInfo(zone)
        self.now = now.astimezone(self.zone)
        self.lang = lang

    def moment(self, moment: datetime) -> str:
        """今天 14:02, 昨天 09:10, 明天 08:00, 11-20 周五 14:02; with the year when it is another."""
        there = moment.astimezone(self.zone)
        clock = there.strftime("%H:%M")
        days = (there.date() - self.now.date()).days
        if -1 <= days <= 1:
            return words.say(f"phone.day.{('yesterday', 'today', 'tomorrow')[days + 1]}", self.lang, clock=clock)
        if there.year != self.now.year:
            return there.strftime("%Y-%m-%d %H:%M")
        weekday = words.say(f"phone.weekday.{there.weekday()}", self.lang)
        return words.say("phone.day.other", self.lang, date=there.strftime("%m-%d"), weekday=weekday, clock=clock)

    def left(self, due: datetime) -> str:
        """剩 13 小时 2 分, or 超时 3 小时 12 分."""
        key = "phone.left" if due >= self.now else "phone.over"
        return words.say(key, self.lang, time=self.duration(abs(due - self.now)))

    def duration(self, span: timedelta) -> str:
        """The two largest of days, hours and minutes."""
        minutes = int(span.total_seconds() // 60)
        days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
        if days:
            return words.say("phone.span.days", self.lang, days=days, hours=hours)
        if hours:
            return words.say("phone.span.hours", self.lang, hours=hours, minutes=rest)
        return words.say("phone.span.minutes", self.lang, minutes=rest)
