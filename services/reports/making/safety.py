"""The parts of the safety report as blocks, for papers that are put together by hand."""

from collections.abc import Callable

from services.core.measures import relative_change
from services.reports.blocks import Asked, Bars, Block, Course, Facts, Rows, Values, Week, Words
from services.reports.figures_said import arrow, measures, number, rounded, shown
from services.reports.narrative import narrative
from services.reports.safety_report import course_of, gaps_of
from services.reports.table_book import Cell
from services.store.queries.analysis import AGES, Bar
from services.store.queries.categories import word
from services.words import say

MOST_BARS = 12
VALUES = ("value", "unit", "before", "change")


def hard_figures(asked: Asked) -> Block:
    """The figures with what they were before and how they changed."""
    facts = asked.facts()
    was = measures(facts.before) if facts.before else {}
    pairs, rows = [], list[tuple[Cell, ...]]()
    for name, value in measures(facts.figures).items():
        before, called, unit = (
            was.get(name),
            say(f"figure.name.{name}", asked.lang),
            say(f"figure.unit.{name}", asked.lang),
        )
        change = relative_change(before, value)
        told = f"{shown(name, value, asked.lang)} {unit}"
        if change is not None:
            told += f"　{arrow(change, asked.lang)} ({shown(name, before, asked.lang)})"
        pairs.append((called, told))
        moved = None if change is None else round(change * 100, 1)
        rows.append((called, rounded(name, value), unit, rounded(name, before), moved))
    columns = [(asked.say("col.name"), 0.3), *((asked.say(f"col.{one}"), 0.2) for one in VALUES)]
    return Block(asked.say("block.figures"), (Facts(tuple(pairs)), Values(tuple(columns), tuple(rows))))


def words(asked: Asked) -> Block:
    """What there is to say, by rules."""
    said = [one for sentences in narrative(asked.facts(), asked.lang).values() for one in sentences]
    return Block(asked.say("block.words"), tuple(Words(f"· {one}") for one in said) or (Words(asked.say("none")),))


def courses(asked: Asked) -> Block:
    """The figures month by month."""
    parts = [
        Course(say(f"report.chart.{name}", asked.lang), tuple(spots), 100.0 if name == "completion" else None)
        for name, spots in course_of(asked.facts()).items()
    ]
    return Block(asked.say("block.courses"), tuple(parts))


def categories(asked: Asked) -> Block:
    """Hazards by category."""
    facts = asked.facts()
    bars = _bars(asked, facts.analysis.categories, lambda one: word(facts.categories, one.key, asked.lang))
    return Block(asked.say("block.categories"), (bars,))


def zones(asked: Asked) -> Block:
    """Hazards by zone."""
    found = tuple(one for one in asked.facts().analysis.zones if asked.holds(one.key))
    return Block(asked.say("block.zones"), (_bars(asked, found, lambda one: one.name, shares=not asked.zones),))


def teams(asked: Asked) -> Block:
    """Hazards by the team that fixes them."""
    return Block(asked.say("block.teams"), (_bars(asked, asked.facts().analysis.teams, lambda one: one.name),))


def equipment(asked: Asked) -> Block:
    """Hazards by machine."""
    return Block(asked.say("block.equipment"), (_bars(asked, asked.facts().analysis.equipment, lambda one: one.name),))


def _bars(asked: Asked, found: tuple[Bar, ...], name: Callable[[Bar], str], *, shares: bool = True) -> Bars:
    bars = tuple(
        (name(one), float(one.count), f"{one.count} · {one.share * 100:.0f} %" if shares else str(one.count))
        for one in found[:MOST_BARS]
    )
    return Bars(asked.say("chart.by_count"), asked.say("col.count"), bars)


def week(asked: Asked) -> Block:
    """When hazards are reported, by weekday and hour."""
    days = tuple(say(f"mail.weekday.{day}", asked.lang) for day in range(7))
    counts = tuple(tuple(len(ids) for ids in day) for day in asked.facts().analysis.week)
    return Block(asked.say("block.week"), (Week(say("report.chart.week", asked.lang), days, counts),))


def steps(asked: Asked) -> Block:
    """Where the time goes, step by step."""
    bars = tuple(
        (say(f"figure.stage.{one.name}", asked.lang), one.mean_hours or 0.0, number(one.mean_hours, asked.lang))
        for one in asked.facts().figures.waterfall
    )
    return Block(
        asked.say("block.steps"), (Bars(say("report.chart.waterfall", asked.lang), asked.say("col.hours"), bars),)
    )


def ages(asked: Asked) -> Block:
    """How old what is open is."""
    bounds = [0, *AGES]
    names = [asked.say("age", first=a, last=b) for a, b in zip(bounds, AGES, strict=False)]
    names.append(asked.say("age.over", days=AGES[-1]))
    found = zip(names, asked.facts().analysis.ages, strict=True)
    bars = tuple((name, float(len(ids)), str(len(ids))) for name, ids in found)
    return Block(asked.say("block.ages"), (Bars(asked.say("chart.by_count"), asked.say("col.count"), bars),))


def repeats(asked: Asked) -> Block:
    """What came again in the same place."""
    facts = asked.facts()
    rows = tuple(
        (facts.zones.get(one.zone, ""), word(facts.categories, one.category, asked.lang), len(one.ids),
         max(1, (one.last - one.first).days))
        for one in facts.analysis.repeats
        if asked.holds(one.zone)
    )  # fmt: skip
    heads = tuple((asked.say(f"repeats.col.{key}"), share) for key, share in (
        ("zone", 34.0), ("category", 34.0), ("count", 16.0), ("days", 16.0)))  # fmt: skip
    return Block(asked.say("block.repeats"), (Rows(heads, rows, asked.say("none"), 25),))


def open_now(asked: Asked) -> Block:
    """What is open now, the most urgent first."""
    rows = tuple(
        (row.hazard.number or "", row.zone.name, row.hazard.description, say(f"state.{row.hazard.state}", asked.lang),
         asked.local(row.clock), say("report.overdue", asked.lang) if row.overdue else "")
        for row in asked.facts().open
        if asked.holds(row.zone.id)
    )  # fmt: skip
    heads = (*((say(f"report.col.{key}", asked.lang), share) for key, share in (
        ("number", 20.0), ("zone", 14.0), ("hazard", 36.0), ("state", 12.0), ("due", 18.0))), ("", 10.0))  # fmt: skip
    return Block(asked.say("block.open"), (Rows(heads, rows, say("report.table.open.none", asked.lang), 60),))


def method(asked: Asked) -> Block:
    """How the figures are reckoned and what they lack."""
    lacking = tuple(Words(one) for one in gaps_of(asked.facts(), asked.lang))
    return Block(say("report.method", asked.lang), (Words(say("report.method.text", asked.lang)), *lacking))
