"""The papers in a bag: the hazard ledger and the clause map, as a PDF and as a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from services.core.hazards import Hazard
from services.reports.bag.evidence import Evidence
from services.reports.board_table import Column, draw_table
from services.reports.inks import MUTED, TEXT
from services.reports.label_sheets import Box
from services.reports.ledgers import cell_said, columns_of, hazard_lines
from services.reports.pen import Pen
from services.reports.plan_paper import MARGIN, page_of
from services.reports.table_book import Cell, Sheet, write_table
from services.store.records import Records
from services.words import say

PT, HEAD = 8.5, 18.0
NONE = "—"
CLAUSE = (("standard", 12), ("clause", 10), ("title", 30), ("evidence", 40), ("newest", 12))


@dataclass(frozen=True, slots=True)
class Told:
    """What the papers say: the plant and the days as a heading, rows of the ledger and of the clause map."""

    title: str
    told: str
    hazards: list[tuple[Cell, ...]]
    clauses: list[list[str]]
    lang: str


def told(look: Records, title: str, days: str, clauses: Sequence[Evidence], now: datetime, lang: str) -> Told:
    """Reads the ledger of all hazards in the bag, the newest first. `now` is of the plant's clock."""
    hazards: tuple[Hazard, ...] = look.find("hazard")
    ordered = sorted(hazards, key=lambda one: (one.reported_at, one.id), reverse=True)
    return Told(
        title, days, list(hazard_lines(look, ordered, now, lang)), [clause_row(one, now, lang) for one in clauses], lang
    )


def clause_row(one: Evidence, now: datetime, lang: str) -> list[str]:
    """A clause as cells of text: standard, number, title, evidence, newest day."""
    evidence = " · ".join(f"{say(f'record.{kind}', lang)} {count}" for kind, count in one.found)
    newest = f"{one.newest.astimezone(now.tzinfo):%Y-%m-%d}" if one.newest else NONE
    title = one.clause.en if lang == "en" else one.clause.zh
    standard = say(f"bag.standard.{one.clause.standard}", lang)
    return [standard, one.clause.number, title, evidence or say("bag.gap", lang), newest]


def as_pdf(papers: Told) -> bytes:
    """The clause map, then the ledger, on A4."""
    pen = Pen(f"{papers.title} · {papers.told}", papers.lang)
    page = page_of("A4", landscape=True)
    room = Box(MARGIN, MARGIN + HEAD, page.width - 2 * MARGIN, page.height - 2 * MARGIN - HEAD)
    lines = [[cell_said(cell) for cell in row] for row in papers.hazards]
    for name, columns, rows in (
        ("clauses", _columns(CLAUSE, papers.lang), papers.clauses),
        ("ledger", columns_of("hazards", papers.lang), lines),
    ):

        def begin(name: str = name) -> None:
            pen.page(page.width, page.height)
            head = Box(MARGIN, MARGIN, page.width - 2 * MARGIN, HEAD)
            pen.lines(head, f"{say(f'bag.{name}', papers.lang)} · {papers.title}", 15, 700, TEXT)
            note = say(f"bag.note.{name}", papers.lang)
            pen.lines(Box(head.x, head.y + 8, head.width, 9), f"{papers.told} · {note}", 9, 400, MUTED)

        draw_table(pen, room, columns, rows, PT, begin)
        if not rows:
            begin()
            pen.lines(room, say("bag.no_hazards", papers.lang), 12, 400, MUTED)
    return pen.data()


def write_books(folder: Path, papers: Told) -> tuple[Path, Path]:
    """Ledger and clause map as workbooks in a folder; where they are."""
    made = []
    tables: tuple[tuple[str, list[Column], Sequence[Sequence[Cell]]], ...] = (
        ("ledger", columns_of("hazards", papers.lang), papers.hazards),
        ("clauses", _columns(CLAUSE, papers.lang), papers.clauses),
    )
    for name, columns, rows in tables:
        heads = [(one.title, round(one.share * 8)) for one in columns]
        sheet = Sheet(say(f"bag.{name}", papers.lang), f"{papers.title} · {papers.told}", heads)
        path = folder / f"{name}.xlsx"
        write_table(path, sheet, [rows], lambda _: None)
        made.append(path)
    return made[0], made[1]


def _columns(columns: Sequence[tuple[str, int]], lang: str) -> list[Column]:
    return [Column(say(f"bag.column.{key}", lang), share) for key, share in columns]
