"""Figures rounded for the eye, which is the only place where they are rounded: on paper, on screen, in a command."""

from typing import TYPE_CHECKING

from services import words
from services.core.measures import relative_change

if TYPE_CHECKING:
    from services.store.queries.figures import Figures

PLACES = {"recordable_injuries": 2, "reports": 3}
SCALES = {"plan_completion": 100}
GOOD_DOWN = ("time_to_fix", "recordable_injuries")  # what is better when it is less


def measures(found: "Figures") -> dict[str, float | None]:
    """The figures that are compared, by name: hours, a share, a month's count, a worker and month's count."""
    return {
        "time_to_fix": found.time_to_fix.mean_hours,
        "plan_completion": found.completion.rate,
        "recordable_injuries": found.injuries.per_month,
        "reports": found.reports.per_worker_month,
    }


def number(value: float | None, lang: str, places: int = 1) -> str:
    """A figure, or that there is none."""
    return words.say("figure.none", lang) if value is None else f"{value:.{places}f}"


def arrow(change: float | None, lang: str) -> str:
    """A relative change such as ↓65.4 %."""
    if change is None:
        return words.say("figure.none", lang)
    return f"{'↓' if change < 0 else '↑'}{abs(change) * 100:.1f} %"


def rounded(name: str, value: float | None) -> float | None:
    """A figure of `measures` as a number with as many places as it has; a share in percent."""
    return None if value is None else round(value * SCALES.get(name, 1), PLACES.get(name, 1))


def shown(name: str, value: float | None, lang: str) -> str:
    """A figure of `measures` with as many places as it has; a share in percent, without its sign."""
    return number(None if value is None else value * SCALES.get(name, 1), lang, PLACES.get(name, 1))


def points(before: float | None, after: float | None) -> float | None:
    """The change of a share in percentage points."""
    return None if before is None or after is None else (after - before) * 100


def changed(name: str, before: float | None, after: float | None, lang: str) -> str:
    """How a figure of `measures` has changed, relative to what it was; a share also in points."""
    facts = {
        "before": shown(name, before, lang),
        "after": shown(name, after, lang),
        "change": arrow(relative_change(before, after), lang),
    }
    off = points(before, after) if name == "plan_completion" else None
    if off is None:
        return words.say("figure.change", lang, **facts)
    return words.say("figure.change_points", lang, **facts, points=f"{off:+.1f}")


def sentences(found: "Figures", lang: str) -> dict[str, str]:
    """Each figure of `measures` with what it is made of."""
    fix, plan, hurt, told = found.time_to_fix, found.completion, found.injuries, found.reports
    mean, p50, p90 = (number(one, lang) for one in (fix.mean_hours, fix.p50_hours, fix.p90_hours))
    rate = number(None if plan.rate is None else plan.rate * 100, lang)
    made = {"done": plan.done, "late": plan.late, "missed": plan.missed}
    besides = {"excused": plan.excused, "doubtful": plan.doubtful}
    low, high = number(hurt.low, lang, 2), number(hurt.high, lang, 2)
    rare = {
        "count": hurt.count,
        "rate": number(hurt.per_month, lang, 2),
        "low": low,
        "high": high,
        "days": hurt.days_lost,
    }
    seen = {"count": told.count, "rate": number(told.per_worker_month, lang, 3), "workers": told.workers}
    return {
        "time_to_fix": words.say("figure.time_to_fix", lang, mean=mean, p50=p50, p90=p90, count=fix.count),
        "plan_completion": words.say("figure.completion", lang, rate=rate, **made, **besides),
        "recordable_injuries": words.say("figure.injuries", lang, **rare),
        "reports": words.say("figure.reports", lang, **seen),
    }
