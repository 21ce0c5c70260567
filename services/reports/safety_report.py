"""The safety report of a period: words and figures first, then charts, then what is open and how it was reckoned."""

from datetime import timedelta

from services.core.measures import relative_change
from services.reports.board_table import Column, draw_table
from services.reports.figures_said import GOOD_DOWN, arrow, measures, number, shown
from services.reports.inks import LINE, MUTED, STATUS, TEXT, TINT
from services.reports.label_sheets import Box
from services.reports.narrative import narrative, period_said
from services.reports.paper_charts import Spot, draw_bars, draw_course, draw_week
from services.reports.pen import Pen, height_of, sign_foot, wrapped
from services.reports.plan_paper import MARGIN, Page, page_of
from services.reports.plan_sheet import GivenUp, Sheets, Step
from services.reports.report_facts import ReportFacts
from services.reports.typeset import width_mm
from services.store.queries.categories import word
from services.store.queries.hazards import HazardRow
from services.words import say

HEAD, FOOT, TEXT_PT, LINE_MM = 18.0, 9.0, 9.5, 1.6
STEPS_MM, STEPS_LEAST = 52.0, 30.0  # of the chart of steps, which stands below the words where there is room
MOST_BARS, TABLE_HEAD = 10, 8.0
DAYS = "mail.weekday"


def print_report(facts: ReportFacts, lang: str, step: Step = lambda _: True) -> Sheets:
    """The report as a PDF on A4 upright: of the same facts always the same bytes. Raises GivenUp."""
    page = page_of("A4", landscape=False)
    pen = Pen(f"{facts.plant} · {say('report.title', lang)}", lang)
    late = False
    for share, draw in enumerate((_words, _charts, _open, _method)):
        if not step(share / 4):
            raise GivenUp
        late = draw(pen, page, facts, late)
    data = pen.data()
    return Sheets(data, page, 0, 0, pen.pages)


def begin(pen: Pen, page: Page, facts: ReportFacts) -> Box:
    """A new page with head and foot; the room between them."""
    pen.page(page.width, page.height)
    wide = page.width - 2 * MARGIN
    pen.lines(Box(MARGIN, MARGIN, wide * 0.5, HEAD - 8), say("report.title", pen.lang), 17, 700, middle=True)
    at = say("sheet.as_of", pen.lang, at=f"{facts.as_of:%Y-%m-%d %H:%M}")
    told = Box(MARGIN + wide * 0.5, MARGIN, wide * 0.5, HEAD - 8)
    pen.lines(told, f"{facts.plant}\n{at}", 8.5, 400, MUTED, "right", True)
    pen.lines(Box(MARGIN, MARGIN + HEAD - 8, wide, 5), _about(facts, pen.lang), 8.5, 400, MUTED)
    sign_foot(pen, (page.width, page.height), MARGIN, FOOT)
    top = MARGIN + HEAD
    return Box(MARGIN, top, wide, page.height - MARGIN - FOOT - 2 - top)


def _about(facts: ReportFacts, lang: str) -> str:
    period = period_said(facts.period, lang)
    if facts.before is None:
        return period
    return say("report.about", lang, period=period, against=period_said(facts.before.period, lang))


def _words(pen: Pen, page: Page, facts: ReportFacts, late: bool) -> bool:
    """Answers whether the chart of steps is still to come: the words have left no room for it."""
    room = begin(pen, page, facts)
    _cards(pen, Box(room.x, room.y, room.width, 27), facts)
    y = room.y + 32
    for part, sentences in narrative(facts, pen.lang).items():
        pen.lines(Box(room.x, y, room.width, 7), say(f"report.part.{part}", pen.lang), 12, 700)
        y += 7.5
        for sentence in sentences or [say("report.nothing", pen.lang)]:
            lines = wrapped(sentence, room.width - 5, TEXT_PT)
            tall = height_of(len(lines), TEXT_PT)
            pen.circle((room.x + 1.2, y + 2.4), 0.7, TEXT)
            pen.lines(Box(room.x + 5, y, room.width - 5, tall), sentence, TEXT_PT)
            y += tall + LINE_MM
        y += 3
    if (left := room.bottom - y) < STEPS_LEAST:
        return True
    _waterfall(pen, Box(room.x, y + 1, room.width, min(left, STEPS_MM) - 2), facts)
    return late


def _cards(pen: Pen, box: Box, facts: ReportFacts) -> None:
    now = measures(facts.figures)
    was = measures(facts.before) if facts.before else {}
    wide = (box.width - 3 * 4) / 4
    for place, (name, value) in enumerate(now.items()):
        card = Box(box.x + place * (wide + 4), box.y, wide, box.height)
        pen.rect(card, TINT, LINE, 0.2, radius=1.5)
        inner = card.shrunk(3)
        pen.lines(Box(inner.x, inner.y, inner.width, 5), say(f"figure.name.{name}", pen.lang), 8, 400, MUTED)
        said = shown(name, value, pen.lang)
        pen.text(inner.x, inner.y + 12.5, said, 17, 700)
        x = inner.x + width_mm(said, 17, 700) + 1.5
        room = Box(x, inner.y + 7.2, inner.right - x, 6.4)  # two lines where the words are long
        pen.lines(room, say(f"figure.unit.{name}", pen.lang), 8, 400, MUTED, middle=True)
        change = relative_change(was.get(name), value)
        if change is not None:
            ink = STATUS["normal" if (change < 0) == (name in GOOD_DOWN) else "overdue"]
            told = f"{arrow(change, pen.lang)}  ({shown(name, was[name], pen.lang)})"
            pen.lines(Box(inner.x, inner.y + 15.5, inner.width, 5), told, 8.5, 700, ink)


def _waterfall(pen: Pen, box: Box, facts: ReportFacts) -> None:
    steps = [
        (say(f"figure.stage.{one.name}", pen.lang), one.mean_hours or 0.0, number(one.mean_hours, pen.lang))
        for one in facts.figures.waterfall
    ]
    draw_bars(pen, box, say("report.chart.waterfall", pen.lang), steps)


def _charts(pen: Pen, page: Page, facts: ReportFacts, late: bool) -> bool:
    room, lang = begin(pen, page, facts), pen.lang
    half, gap = (room.width - 8) / 2, 6.0
    rows = [(room.y, 52.0), (room.y + 58, 52.0), (room.y + 116, 62.0), (room.y + 184, 48.0)]

    def place(row: int, column: int) -> Box:
        y, tall = rows[row]
        return Box(room.x + column * (half + 8), y, half, tall - gap)

    courses = course_of(facts)
    for at, (name, spots) in enumerate(courses.items()):
        most = 100.0 if name == "completion" else None
        draw_course(pen, place(at // 2, at % 2), say(f"report.chart.{name}", lang), spots, most)
    found = facts.analysis
    kinds = [(word(facts.categories, one.key, lang), one) for one in found.categories[:MOST_BARS]]
    zones = [(one.name, one) for one in found.zones[:MOST_BARS]]
    for at, (name, bars) in enumerate((("categories", kinds), ("zones", zones))):
        said = [(called, float(one.count), f"{one.count} · {one.share * 100:.0f} %") for called, one in bars]
        draw_bars(pen, place(2, at), say(f"report.chart.{name}", lang), said)
    days = [say(f"{DAYS}.{day}", lang) for day in range(7)]
    week = [[len(hour) for hour in day] for day in found.week]
    y, tall = rows[3]
    draw_week(pen, Box(room.x, y, room.width, tall), say("report.chart.week", lang), days, week)
    return late


def course_of(facts: ReportFacts) -> dict[str, list[Spot]]:
    """The charts over the months, by name."""
    made: dict[str, list[Spot]] = {"reports": [], "hours": [], "completion": [], "injuries": []}
    for month in facts.course:
        name, limits = f"{month.period.first:%y-%m}", month.ordinary
        low, high = (limits.low, limits.high) if limits else (None, None)
        made["reports"].append(Spot(name, month.per_worker, low, high))
        made["hours"].append(Spot(name, month.hours))
        made["completion"].append(Spot(name, None if month.completion is None else month.completion * 100))
        made["injuries"].append(Spot(name, float(month.injuries)))
    return made


def _method(pen: Pen, page: Page, facts: ReportFacts, late: bool) -> bool:
    lang, room = pen.lang, begin(pen, page, facts)
    y = room.y
    if late:
        _waterfall(pen, Box(room.x, y, room.width, STEPS_MM - 2), facts)
        y += STEPS_MM
    for title, text in ((say("report.method", lang), say("report.method.text", lang)),
                        (say("report.missing", lang), "\n".join(gaps_of(facts, lang)))):  # fmt: skip
        pen.lines(Box(room.x, y, room.width, 6), title, 10, 700)
        y += 6.5
        y += pen.lines(Box(room.x, y, room.width, room.bottom - y), text, 8.5, 400, MUTED) + 4
    return False


def _open(pen: Pen, page: Page, facts: ReportFacts, late: bool) -> bool:
    """What is open now, on as many pages as it takes."""
    lang = pen.lang

    page_room = Box(MARGIN, MARGIN + HEAD, page.width - 2 * MARGIN, page.height - 2 * MARGIN - HEAD - FOOT - 2)
    room = Box(page_room.x, page_room.y + TABLE_HEAD, page_room.width, page_room.height - TABLE_HEAD)

    def new_page() -> None:
        begin(pen, page, facts)
        pen.lines(page_room, say("report.table.open", lang), 10, 700)

    if not facts.open:
        new_page()
        pen.lines(room, say("report.table.open.none", lang), TEXT_PT, 400, MUTED)
        return late
    shares = (("number", 22), ("zone", 14), ("hazard", 38), ("state", 12), ("due", 18), ("whose", 12))
    columns = [Column(say(f"report.col.{key}", lang), share) for key, share in shares]
    draw_table(pen, room, columns, [_row(one, facts, lang) for one in facts.open], 8, new_page)
    return late


def _row(one: HazardRow, facts: ReportFacts, lang: str) -> list[str]:
    whose = one.assignee or one.team
    due = f"{one.clock.astimezone(facts.as_of.tzinfo):%m-%d %H:%M}" if one.clock else "—"
    return [
        one.hazard.number or "—",
        one.zone.name,
        one.hazard.description,
        say(f"state.{one.hazard.state}", lang),
        f"{due} {say('report.overdue', lang)}" if one.overdue else due,
        whose.name if whose else "—",
    ]


def gaps_of(facts: ReportFacts, lang: str) -> list[str]:
    """What the figures are made without."""
    found, said = facts.analysis, []
    counts = [step.count for step in facts.figures.waterfall]
    if lacking := max(counts) - min(counts):
        said.append(say("report.missing.steps", lang, count=lacking))
    at = facts.figures.reports.workers_at.astimezone(facts.as_of.tzinfo).date()
    if at > facts.period.last + timedelta(days=1) and facts.figures.reports.workers:
        said.append(say("report.missing.headcount", lang, day=at.isoformat()))
    if found.unnamed:
        said.append(say("report.missing.reporters", lang, count=found.unnamed))
    if facts.drills is not None and not facts.drills.all:
        said.append(say("report.missing.drills", lang))
    return said or [say("report.missing.none", lang)]
