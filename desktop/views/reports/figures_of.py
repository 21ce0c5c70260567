"""What the charts show, from the facts of a period."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.language import language
from desktop.widgets.charts.chart import Item
from services.reports.figures_said import number
from services.reports.forecast_said import expected
from services.reports.report_facts import ReportFacts
from services.store.queries.analysis import AGES, Bar
from services.store.queries.months import Month

NONE = "–"
FORECASTS = ("forecast-hazards", "forecast-missed", "forecast-zones", "forecast-missed-zones")


def bars(found: Iterable[Bar], *, kinds: bool = False) -> list[Item]:
    """Bars of an analysis; `kinds` are categories, whose names are words."""
    return [
        Item(
            words.category(one.key) if kinds else one.name,
            float(one.count),
            f"{one.count} · {one.share * 100:.0f} %",
            one.ids,
        )
        for one in found
    ]


def repeats(facts: ReportFacts) -> list[Item]:
    """What came again, as bars: where and what, how often within how long."""
    made = []
    for one in facts.analysis.repeats:
        days = max(1, (one.last - one.first).days)
        said = QCoreApplication.translate("Reports", "{count} in {days} d").format(count=len(one.ids), days=days)
        name = f"{facts.zones.get(one.zone, '')} · {words.category(one.category)}"
        made.append(Item(name, float(len(one.ids)), said, one.ids))
    return made


def ages(facts: ReportFacts) -> list[Item]:
    """What is open, by its age."""
    translate = QCoreApplication.translate
    bounds = [0, *AGES]
    names = [translate("Reports", "{a}–{b} days").format(a=a, b=b) for a, b in zip(bounds, AGES, strict=False)]
    names.append(translate("Reports", "over {a} days").format(a=AGES[-1]))
    return [
        Item(name, float(len(ids)), str(len(ids)), ids) for name, ids in zip(names, facts.analysis.ages, strict=True)
    ]


def steps(facts: ReportFacts) -> list[Item]:
    """The steps of the loop, by their mean time."""
    hour = QCoreApplication.translate("Reports", "{hours} h")
    return [
        Item(
            words.say(f"figure.stage.{one.name}"),
            one.mean_hours,
            NONE if one.mean_hours is None else hour.format(hours=number(one.mean_hours, language.name)),
        )
        for one in facts.figures.waterfall
    ]


def funnel(facts: ReportFacts) -> list[Item]:
    """How far the hazards of the period have come."""
    return [
        Item(words.say(f"report.reached.{name}"), float(len(ids)), str(len(ids)), ids)
        for name, ids in facts.analysis.reached
    ]


def course(months: Iterable[Month], name: str) -> list[Item]:
    """One of the figures month by month."""
    return [_of_month(month, name) for month in months]


def forecasts(facts: ReportFacts) -> dict[str, list[Item]]:
    """The weeks to come, by chart: of the whole plant, and zone by zone with the hazards of the weeks just over."""
    made: dict[str, list[Item]] = {name: [] for name in FORECASTS}
    for one in facts.forecasts:
        past = [Item(f"{day:%m-%d}", float(count), str(count)) for day, count in one.past]
        coming = [
            Item(f"{day:%m-%d}", week.mean, expected(week, language.name), (), float(week.low), float(week.high))
            for day, week in one.next
        ]
        course, zones = ("forecast-hazards", "forecast-zones")
        if one.what == "missed":
            course, zones = ("forecast-missed", "forecast-missed-zones")
        made[course] = [*past, *coming]
        made[zones] = [
            Item(
                zone.name,
                zone.ahead.mean,
                expected(zone.ahead, language.name),
                zone.ids if one.what == "hazards" else (),
            )
            for zone in one.zones
            if zone.ahead.high
        ]
    return made


def _of_month(month: Month, name: str) -> Item:
    called, lang = f"{month.period.first:%Y-%m}", language.name
    if name == "reports":
        limits = month.ordinary
        said = f"{number(month.per_worker, lang, 3)} ({month.reported})"
        if limits is None:
            return Item(called, month.per_worker, said)
        return Item(called, month.per_worker, said, (), limits.low, limits.high)
    if name == "hours":
        return Item(called, month.hours, number(month.hours, lang))
    if name == "completion":
        share = None if month.completion is None else month.completion * 100
        return Item(called, share, number(share, lang))
    return Item(called, float(month.injuries), str(month.injuries))
