"""The ledger of hazards (隐患台账), the record of inspections, the ledger of rewards and the costs of the shop over a
period, as rows for a
workbook or for paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from services.core.hazards import Hazard
from services.core.inspections import Inspection
from services.core.measures import Period
from services.core.plant import the_plant
from services.reports.board_table import Column, draw_table
from services.reports.inks import MUTED
from services.reports.label_sheets import Box
from services.reports.names import Ledger
from services.reports.narrative import period_said
from services.reports.pen import Pen, sign_foot
from services.reports.plan_paper import MARGIN, Page, page_of
from services.reports.plan_sheet import GivenUp, Sheets, Step
from services.reports.reward_lines import reward_lines
from services.reports.shop_lines import shop_lines
from services.reports.table_book import Cell, Sheet
from services.store.queries.categories import categories, word
from services.store.queries.figures import span_of
from services.store.queries.hazards import rows_of
from services.store.records import Records
from services.store.tables import RECORDS
from services.words import say

HEAD, FOOT, PT = 16.0, 9.0, 7.5
PIXELS = 7  # of a share, in a workbook
PART = 500
_HAZARDS = (
    ("number", 17), ("reported", 12), ("zone", 11), ("category", 11), ("description", 28), ("grade", 10), ("state", 9),
    ("responsible", 11), ("due", 12), ("fixed", 13), ("fixed_by", 9), ("first_by", 9), ("second_by", 9), ("closed", 13),
)  # fmt: skip
_INSPECTIONS = (
    ("due", 14), ("plan", 20), ("zone", 14), ("inspection_state", 10), ("checked", 14), ("by", 10), ("doubts", 18),
    ("reason", 20),
)  # fmt: skip
_POINTS = (
    ("given", 14), ("person", 10), ("team", 13), ("what_for", 18), ("rests_on", 40), ("verified_by", 11), ("points", 8),
    ("yuan", 10),
)  # fmt: skip
_SHOP = (
    ("reward", 22), ("shelf", 13), ("supplier", 16), ("before", 8), ("bought", 8), ("bought_yuan", 11),
    ("redeemed", 10),
    ("redeemed_points", 9), ("redeemed_yuan", 11), ("other", 9), ("other_yuan", 11), ("after", 8), ("worth", 12),
)  # fmt: skip
_COLUMNS = {"hazards": _HAZARDS, "inspections": _INSPECTIONS, "points": _POINTS, "shop": _SHOP}


@dataclass(frozen=True)
class LedgerFacts:
    """A ledger's rows with what stands above them. Moments are by the plant's clock."""

    ledger: Ledger
    plant: str
    period: Period
    as_of: datetime
    rows: tuple[tuple[Cell, ...], ...]


def ledger_facts(look: Records, ledger: Ledger, period: Period, now: datetime, lang: str) -> LedgerFacts:
    """The rows in the order of time. Raises Refused: no_plant."""
    plant = the_plant(look)
    clock = ZoneInfo(plant.timezone)
    local = now.astimezone(clock)
    if ledger == "hazards":
        rows = hazard_lines(look, _reported(look, period), local, lang)
    elif ledger == "shop":
        rows = shop_lines(look, *span_of(look, period), lang)
    elif ledger == "points":
        rows = reward_lines(look, *span_of(look, period), clock, lang)
    else:
        rows = _inspections(look, period, clock, lang)
    return LedgerFacts(ledger, plant.name, period, local, tuple(rows))


def _reported(look: Records, period: Period) -> list[Hazard]:
    table, (begins, ends) = RECORDS["hazard"], span_of(look, period)
    query = sa.select(table).where(table.c.reported_at >= begins, table.c.reported_at < ends)
    return [look.read("hazard", row) for row in look.connection.execute(query.order_by(table.c.reported_at))]


def hazard_lines(look: Records, hazards: Sequence[Hazard], now: datetime, lang: str) -> Iterator[tuple[Cell, ...]]:
    """The lines of a ledger of these hazards, in their order; `now` is by the plant's clock."""
    known, clock = categories(look), now.tzinfo
    for row in rows_of(look, hazards, now):
        one, whose = row.hazard, row.assignee or row.team
        people = (row.fixer, row.first_by, row.second_by)
        fixer, first, second = (person.name if person else "" for person in people)
        yield (
            one.number or one.old_number,
            _at(one.reported_at, clock),
            row.zone.name,
            word(known, one.category, lang),
            one.description,
            say(f"value.grade.{one.grade}", lang),
            say(f"state.{one.state}", lang),
            whose.name if whose else "",
            _at(one.due_at, clock),
            _at(one.fixed_at, clock),
            fixer,
            first,
            second,
            _at(one.closed_at, clock),
        )


def _inspections(look: Records, period: Period, clock: ZoneInfo, lang: str) -> Iterator[tuple[Cell, ...]]:
    table, (begins, ends) = RECORDS["inspection"], span_of(look, period)
    query = sa.select(table).where(table.c.due_at >= begins, table.c.due_at < ends).order_by(table.c.due_at, table.c.id)
    plans = {one.id: one.name for one in look.find("inspection_plan")}
    zones = {one.id: one.name for one in look.find("zone")}
    people = {one.id: one.name for one in look.find("person")}
    for row in look.connection.execute(query):
        one = look.read("inspection", row)
        yield (
            _at(one.due_at, clock),
            plans.get(one.plan, ""),
            zones.get(one.zone, ""),
            say(f"state.{one.state}", lang),
            _at(one.at, clock),
            people.get(one.by or "", ""),
            say(f"value.doubtful.{one.doubtful}", lang) if one.doubtful else "",
            _reason(one, lang),
        )


def _reason(one: Inspection, lang: str) -> str:
    return " · ".join(filter(None, (say(f"value.excused.{one.excused}", lang) if one.excused else "", one.reason)))


def _at(moment: datetime | None, clock: tzinfo | None) -> datetime | None:
    return moment.astimezone(clock) if moment else None


def columns_of(ledger: Ledger, lang: str) -> list[Column]:
    """The columns' titles and shares of the width."""
    return [Column(say(f"report.ledger.col.{key}", lang), share) for key, share in _COLUMNS[ledger]]


def title(facts: LedgerFacts, lang: str) -> str:
    """What the ledger is called."""
    return say(f"report.ledger.{facts.ledger}", lang)


def sheet_of(facts: LedgerFacts, lang: str) -> Sheet:
    """The head of its workbook."""
    told = {"plant": facts.plant, "period": period_said(facts.period, lang), "at": f"{facts.as_of:%Y-%m-%d %H:%M}"}
    heads = [(one.title, round(one.share * PIXELS)) for one in columns_of(facts.ledger, lang)]
    return Sheet(title(facts, lang), say("report.told", lang, **told), heads)


def parts_of(facts: LedgerFacts) -> Iterator[tuple[tuple[Cell, ...], ...]]:
    """The rows in parts, as a workbook is written."""
    for start in range(0, len(facts.rows), PART):
        yield facts.rows[start : start + PART]


def print_ledger(facts: LedgerFacts, lang: str, step: Step = lambda _: True) -> Sheets:
    """The ledger on A4 across: of the same rows always the same bytes. Raises GivenUp."""
    page = page_of("A4", landscape=True)
    pen = Pen(f"{facts.plant} · {title(facts, lang)}", lang)
    rows = [[cell_said(cell) for cell in row] for row in facts.rows]

    def begin() -> None:
        if not step(min(0.99, 0.02 * pen.pages)):
            raise GivenUp
        _begin(pen, page, facts)

    draw_table(pen, _room(page), columns_of(facts.ledger, lang), rows, PT, begin)
    if not pen.pages:
        begin()
        pen.lines(_room(page), say(f"report.ledger.{facts.ledger}.none", lang), 11, 400, MUTED)
    data = pen.data()
    return Sheets(data, page, 0, 0, pen.pages)


def cell_said(cell: Cell) -> str:
    """A cell as it stands on paper."""
    return f"{cell:%Y-%m-%d %H:%M}" if isinstance(cell, datetime) else "" if cell is None else str(cell)


def _room(page: Page) -> Box:
    top = MARGIN + HEAD
    return Box(MARGIN, top, page.width - 2 * MARGIN, page.height - MARGIN - FOOT - 2 - top)


def _begin(pen: Pen, page: Page, facts: LedgerFacts) -> None:
    pen.page(page.width, page.height)
    wide = page.width - 2 * MARGIN
    pen.lines(Box(MARGIN, MARGIN, wide * 0.4, HEAD - 4), title(facts, pen.lang), 15, 700, middle=True)
    told = {"plant": facts.plant, "period": period_said(facts.period, pen.lang), "at": f"{facts.as_of:%Y-%m-%d %H:%M}"}
    about = Box(MARGIN + wide * 0.4, MARGIN, wide * 0.6, HEAD - 4)
    pen.lines(about, say("report.told", pen.lang, **told), 8.5, 400, MUTED, "right", True)
    sign_foot(pen, (page.width, page.height), MARGIN, FOOT)
