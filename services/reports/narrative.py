"""Half a page in words, made from the figures by rules: what has changed, what stands out, what there is to decide.
No sentence without its number; where a number proves nothing, the sentence says so."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from services.core.measures import relative_change
from services.core.rates import chance_of
from services.reports.figures_said import arrow, measures, number, points, shown
from services.reports.forecast_said import forecast_said
from services.store.queries.categories import word
from services.words import say

if TYPE_CHECKING:
    from services.core.measures import Period
    from services.reports.report_facts import ReportFacts

Part = Literal["changed", "stands_out", "to_decide"]
PARTS: tuple[Part, ...] = ("changed", "stands_out", "to_decide")
SURE = 0.05  # below it a difference of injuries is called more than chance
OFTEN = 3  # the same in the same place so many times is a matter for the zone, not for its cleaner
FEW = 0.3  # of the workers having reported, below which it is said
DOUBTFUL = 0.05  # of the inspections done
HALF = 0.5
FEWEST = 10  # reports, below which no share of them is spoken of


def narrative(facts: "ReportFacts", lang: str) -> dict[Part, list[str]]:
    """The sentences of each part, in order; a part may have none."""
    made = {"changed": _changed, "stands_out": _stands_out, "to_decide": _to_decide}
    return {part: list(made[part](facts, lang)) for part in PARTS}


def _changed(facts: "ReportFacts", lang: str) -> Iterator[str]:
    found, before = facts.figures, facts.before
    now, was = measures(found), measures(before) if before else dict.fromkeys(measures(found))
    for name, value in now.items():
        said = {"now": shown(name, value, lang), "was": shown(name, was[name], lang)}
        change = relative_change(was[name], value)
        if change is None:
            yield say(f"report.now.{name}", lang, **said, **_beside(facts, name, lang))
            continue
        off = points(was[name], value)
        told = {"change": arrow(change, lang), "points": f"{off or 0:+.1f}"}
        yield say(f"report.changed.{name}", lang, **said, **told, **_beside(facts, name, lang))
    if before:
        yield _by_chance(facts, before.injuries.count, before.injuries.months, lang)


def _beside(facts: "ReportFacts", name: str, lang: str) -> dict[str, str]:
    """What a figure is never said without."""
    found = facts.figures
    if name == "time_to_fix":
        fix = found.time_to_fix
        return {"p50": number(fix.p50_hours, lang), "p90": number(fix.p90_hours, lang), "count": str(fix.count)}
    if name == "plan_completion":
        plan = found.completion
        return {"missed": str(plan.missed), "due": str(plan.due), "excused": str(plan.excused)}
    if name == "recordable_injuries":
        hurt = found.injuries
        interval = {"low": number(hurt.low, lang, 2), "high": number(hurt.high, lang, 2)}
        return {"count": str(hurt.count), "days": str(hurt.days_lost), **interval}
    return {"count": str(found.reports.count), "workers": str(found.reports.workers)}


def _by_chance(facts: "ReportFacts", was: int, months: float, lang: str) -> str:
    hurt = facts.figures.injuries
    chance = chance_of(hurt.count, hurt.months, was, months)
    told = {"now": hurt.count, "was": was, "chance": f"{chance:.3f}" if chance >= 0.001 else "< 0.001"}
    return say("report.injuries.sure" if chance < SURE else "report.injuries.unsure", lang, **told)


def _stands_out(facts: "ReportFacts", lang: str) -> Iterator[str]:
    yield from _unusual_months(facts, lang)
    found = facts.analysis
    if len(found.ids) >= FEWEST:
        first = found.categories[0]
        share = f"{first.count / len(found.ids) * 100:.0f}"
        yield say("report.category", lang, name=word(facts.categories, first.key, lang), count=first.count, share=share,
                  all=len(found.ids), hours=number(first.hours, lang))  # fmt: skip
        place = found.zones[0]
        yield say("report.zone", lang, name=place.name, count=place.count, hours=number(place.hours, lang))
    overdue = [row for row in facts.open if row.overdue]
    yield say("report.open", lang, count=len(facts.open), overdue=len(overdue), old=len(found.ages[-1]))
    yield from _drills(facts, lang)
    for one in facts.forecasts:
        yield from forecast_said(one, lang)
    if facts.gaps.since is not None:
        usual = facts.gaps.ordinary
        key = "report.since_injury.gaps" if usual else "report.since_injury"
        told = {"mean": f"{usual.centre:.0f}", "most": f"{usual.high:.0f}"} if usual else {}
        yield say(key, lang, days=f"{facts.gaps.since:.0f}", **told)


def _drills(facts: "ReportFacts", lang: str) -> Iterator[str]:
    """Whether alerts reach people, as far as it was tried."""
    found = facts.drills
    if found is not None and found.all:
        slowest = number(found.slowest_min, lang)
        key = "report.drills.all" if found.in_time == found.all else "report.drills"
        yield say(key, lang, all=found.all, good=found.in_time, slowest=slowest)


def _unusual_months(facts: "ReportFacts", lang: str) -> Iterator[str]:
    """Months of the period in which workers reported out of the ordinary."""
    for month in facts.course:
        rate, limits = month.per_worker, month.ordinary
        if rate is None or limits is None or month.period.first < facts.period.first or not limits.out(rate):
            continue
        key = "report.many" if rate > limits.high else "report.few"
        told = {"rate": number(rate, lang, 3), "low": number(limits.low, lang, 3), "high": number(limits.high, lang, 3)}
        yield say(key, lang, month=f"{month.period.first:%Y-%m}", count=month.reported, **told)


def _to_decide(facts: "ReportFacts", lang: str) -> Iterator[str]:
    found = facts.analysis
    for one in [one for one in found.repeats if len(one.ids) >= OFTEN][:2]:
        told = {"zone": facts.zones.get(one.zone, ""), "category": word(facts.categories, one.category, lang)}
        yield say("report.again", lang, **told, count=len(one.ids), days=max(1, (one.last - one.first).days))
    if len(found.ids) >= FEWEST:
        few = next((n for n, bar in enumerate(found.categories, 1) if bar.share >= HALF), 0)
        names = say("report.and", lang).join(word(facts.categories, bar.key, lang) for bar in found.categories[:few])
        yield say("report.spend", lang, names=names, share=f"{found.categories[few - 1].share * 100:.0f}", kinds=few)
    steps = [step for step in facts.figures.waterfall if step.mean_hours]
    if steps:
        slow = max(steps, key=lambda step: step.mean_hours or 0.0)
        share = (slow.mean_hours or 0.0) / sum(step.mean_hours or 0.0 for step in steps) * 100
        yield say("report.slow", lang, name=say(f"figure.stage.{slow.name}", lang),
                  hours=number(slow.mean_hours, lang), share=f"{share:.0f}")  # fmt: skip
    drills = facts.drills
    if drills is not None and drills.unanswered:
        yield say("report.drills.unanswered", lang, count=drills.unanswered)
    if drills is not None and drills.nobody:
        yield say("report.drills.nobody", lang, count=drills.nobody)
    if found.participation is not None and found.participation < FEW:
        yield say("report.taking_part", lang, count=found.reporters, all=found.workers,
                  share=f"{found.participation * 100:.0f}")  # fmt: skip
    plan = facts.figures.completion
    if plan.done and plan.doubtful / plan.done > DOUBTFUL:
        yield say("report.doubtful", lang, count=plan.doubtful, share=f"{plan.doubtful / plan.done * 100:.0f}")


def period_said(period: "Period", lang: str) -> str:
    """Such as 2025-07-01 to 2025-12-31 (184 days)."""
    facts = {"first": period.first.isoformat(), "last": period.last.isoformat(), "days": period.days}
    return say("figure.period", lang, **facts)
