"""`anhuan figures`: the figures of a period, by the same queries as everywhere, and their change against another."""

import argparse
import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from services import words
from services.commands.printing import language, out
from services.commands.reach import looking, readable
from services.core.measures import Period, relative_change
from services.core.refused import Refused
from services.core.shape import utc_text
from services.reports.figures_said import changed, measures, number, points, sentences
from services.store.folder import PlantFolder

if TYPE_CHECKING:
    from services.store.queries.figures import Figures


def figures(args: argparse.Namespace) -> int:
    """Prints the figures; with a period to compare with, also the change from it."""
    from services.store.queries.figures import figures as reckoned

    if (args.against_from is None) != (args.against_to is None):
        raise Refused("period_half")
    period, now = Period(args.first, args.last), datetime.now(UTC)
    against = Period(args.against_from, args.against_to) if args.against_from else None
    with looking(readable(PlantFolder(args.data))) as look:
        found = reckoned(look, period, now)
        before = reckoned(look, against, now) if against else None
    if args.json:
        return out(json.dumps(as_json(found, before), ensure_ascii=False, indent=2))
    return out("\n".join(lines(found, before, language(args))))


def as_json(found: "Figures", before: "Figures | None") -> dict[str, Any]:
    """All of it as a JSON object; `change` is relative, from unrounded values, and for the rate also in points."""
    told: dict[str, Any] = _told(found)
    if before is None:
        return told
    was, is_ = measures(before), measures(found)
    change: dict[str, Any] = {
        name: {"before": was[name], "after": is_[name], "relative": relative_change(was[name], is_[name])}
        for name in is_
    }
    change["plan_completion"]["points"] = points(was["plan_completion"], is_["plan_completion"])
    return {**told, "against": _told(before), "change": change}


def _told(found: "Figures") -> dict[str, Any]:
    period = found.period
    whole = {
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
        "days": period.days,
        "months": period.months,
    }
    injuries = asdict(found.injuries)
    interval = [injuries.pop("low"), injuries.pop("high")]
    return {
        "period": whole,
        "time_to_fix": asdict(found.time_to_fix),
        "plan_completion": asdict(found.completion),
        "recordable_injuries": {**injuries, "interval": interval, "method": "exact Poisson (Garwood 1936), 95 %"},
        "reports": {**asdict(found.reports), "workers_at": utc_text(found.reports.workers_at)},
        "waterfall": [asdict(stage) for stage in found.waterfall],
    }


def lines(found: "Figures", before: "Figures | None", lang: str) -> list[str]:
    """The figures as people read them."""
    said = [_period("figure.period", found.period, lang)]
    if before:
        said.append(_period("figure.against", before.period, lang))
    for name, text in sentences(found, lang).items():
        said.append(text)
        if before:
            said.append(changed(name, measures(before)[name], measures(found)[name], lang))
    said.append(words.say("figure.waterfall", lang))
    for stage in found.waterfall:
        facts = {"mean": number(stage.mean_hours, lang), "p50": number(stage.p50_hours, lang), "count": stage.count}
        said.append(words.say("figure.step", lang, name=words.say(f"figure.stage.{stage.name}", lang), **facts))
    return said


def _period(key: str, period: Period, lang: str) -> str:
    return words.say(key, lang, first=period.first.isoformat(), last=period.last.isoformat(), days=period.days)
