"""The plant's figures on a phone: of a period by its name or of any days, against what came before or other days."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Request
from fastapi.responses import Response

from services.core.measures import Period, relative_change
from services.core.refused import Refused
from services.core.report_designs import Span, span_of_day
from services.core.roles import CONSOLE_ROLES
from services.hub.api import TheHub
from services.hub.pages import language_of, page
from services.hub.phone import PageRoute, frame
from services.reports.figures_said import GOOD_DOWN, changed, measures, sentences, shown
from services.reports.report_facts import stretch_before
from services.store.queries.figures import Figures, figures

SPANS: tuple[Span, ...] = ("last_month", "year", "twelve", "last_year")
OTHER = "days"

routes = APIRouter(route_class=PageRoute)


@dataclass(frozen=True, slots=True)
class Told:
    """One figure: its value as it is shown, what it is made of, and how it has changed, with the sign of a status; both
    empty where there is nothing to compare with."""

    name: str
    value: str
    about: str
    change: str
    sign: str


def sees_figures(values: dict[str, Any]) -> bool:
    """Whether the person of a page may see the plant's figures: who may use a console."""
    return values["person"] is not None and not CONSOLE_ROLES.isdisjoint(values["person"].roles)


@routes.get("/figures")
def figures_page(
    request: Request, hub: TheHub, span: str = "last_month", first: str = "", last: str = "",
    against_first: str = "", against_last: str = "",
) -> Response:  # fmt: skip
    """The figures; `span` is one of SPANS, or `days` for those from `first` to `last`. Raises Refused: sign_in_needed,
    figures_not_yours, period_half, period_wrong."""
    with hub.store.look() as look:
        values = frame(request, look)
        if values["person"] is None:
            raise Refused("sign_in_needed")
        if not sees_figures(values):
            raise Refused("figures_not_yours")
        today = hub.now().astimezone(ZoneInfo(values["plant"].timezone)).date()
        named = next((one for one in SPANS if one == span), None)
        period = span_of_day(named, today) if named else days_of(first, last) or span_of_day(SPANS[0], today)
        against = days_of(against_first, against_last) or stretch_before(period)
        found, before = figures(look, period, hub.now()), figures(look, against, hub.now())
    told = told_of(found, before, language_of(request))
    more: dict[str, Any] = {"spans": SPANS, "span": named or OTHER, "other": not named or bool(against_first)}
    more["again"] = f"{request.url.path}?{request.url.query}"
    return page(request, "figures.html", told=told, period=period, against=against, **more, **values)


def days_of(first: str, last: str) -> Period | None:
    """The days of two fields; None where both are empty. Raises Refused: period_half, period_wrong."""
    if not first and not last:
        return None
    try:
        return Period(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        raise Refused("period_half") from None


def told_of(found: Figures, before: Figures, lang: str) -> tuple[Told, ...]:
    """Each figure, against what it was before."""
    now, was, said = measures(found), measures(before), sentences(found, lang)
    return tuple(_told(name, now[name], was[name], said[name], lang) for name in now)


def _told(name: str, now: float | None, was: float | None, about: str, lang: str) -> Told:
    change = relative_change(was, now)
    good = change is not None and (change < 0) == (name in GOOD_DOWN)
    sign = "" if not change else "normal" if good else "overdue"
    said = "" if change is None else changed(name, was, now, lang).strip()
    return Told(name, shown(name, now, lang), about, said, sign)
