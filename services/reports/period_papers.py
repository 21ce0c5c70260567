"""Every paper of a period by its name, on paper and as a workbook: the console, the command and the mail all make
them here."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from services.core.plant import the_plant
from services.core.report_designs import BlockName, ReportDesign
from services.reports.block_book import write_blocks
from services.reports.block_list import NEEDS_STOPS, PAPERS, made
from services.reports.block_paper import print_blocks
from services.reports.blocks import Asked, Block
from services.reports.ledgers import LedgerFacts, ledger_facts, parts_of, print_ledger, sheet_of
from services.reports.names import LEDGERS, Ledger, OfBlocks, OfPeriod
from services.reports.narrative import period_said
from services.reports.plan_sheet import GivenUp, Sheets, Step
from services.reports.safety_report import print_report
from services.reports.table_book import write_table
from services.reports.titles import Paper, title_of
from services.words import say

MONTHLY_BOOK: tuple[BlockName, ...] = (
    "figures",
    "words",
    "forecast",
    "courses",
    "categories",
    "zones",
    "teams",
    "equipment",
    "week",
    "steps",
    "ages",
    "repeats",
    "open",
    "method",
)


def blocks_of(paper: Paper) -> tuple[BlockName, ...]:
    """What it is made of; nothing for a ledger."""
    if isinstance(paper, ReportDesign):
        return paper.blocks
    return MONTHLY_BOOK if paper == "monthly" else () if paper in LEDGERS else PAPERS[_of_blocks(paper)]


def zones_of(paper: Paper) -> frozenset[str]:
    """The only zones that it tells of; none where that is all of them."""
    return frozenset(paper.zones) if isinstance(paper, ReportDesign) else frozenset()


def needs_stops(paper: Paper) -> bool:
    """Whether it tells of stops, which only the hub knows."""
    return not NEEDS_STOPS.isdisjoint(blocks_of(paper))


def print_paper(
    paper: Paper, asked: Asked, step: Step = lambda _: True, *, most: int | None = None
) -> tuple[Sheets, int]:
    """The paper as a PDF, and how many rows it has where it is a ledger, of which at most `most` are printed. Raises
    GivenUp."""
    if paper == "monthly":
        return print_report(asked.facts(), asked.lang, step), 0
    if ledger := _ledger(paper):
        facts = _rows(ledger, asked)
        return print_ledger(replace(facts, rows=facts.rows[:most]), asked.lang, step), len(facts.rows)
    logo = asked.photo(paper.logo) if isinstance(paper, ReportDesign) and paper.logo else None
    name, about = the_plant(asked.look).name, period_said(asked.period, asked.lang)
    blocks = _stepwise(paper, asked, step)
    return print_blocks(title_of(paper, asked.lang), about, name, asked.now, blocks, asked.lang, step, logo), 0


def _stepwise(paper: Paper, asked: Asked, step: Step) -> list[Block]:
    names, blocks = blocks_of(paper), list[Block]()
    for block in made(names, asked):
        blocks.append(block)
        if not step(0.5 * len(blocks) / len(names)):
            raise GivenUp
    return blocks


def write_paper(paper: Paper, asked: Asked, path: Path, wrote: Callable[[float], None] = lambda _: None) -> int:
    """The paper as a workbook; how many rows. `wrote` is told which share is written. Raises OSError."""
    if ledger := _ledger(paper):
        facts = _rows(ledger, asked)
        whole = max(len(facts.rows), 1)
        return write_table(path, sheet_of(facts, asked.lang), parts_of(facts), lambda count: wrote(count / whole))
    blocks: Sequence[Block] = list(made(blocks_of(paper), asked))
    told = say(
        "report.told",
        asked.lang,
        plant=the_plant(asked.look).name,
        period=period_said(asked.period, asked.lang),
        at=f"{asked.now:%Y-%m-%d %H:%M}",
    )
    return write_blocks(path, told, blocks, asked.lang, lambda _: wrote(0.5))


def _rows(ledger: Ledger, asked: Asked) -> LedgerFacts:
    return ledger_facts(asked.look, ledger, asked.period, asked.now, asked.lang)


def _ledger(paper: Paper) -> Ledger | None:
    return next((one for one in LEDGERS if one == paper), None)


def _of_blocks(paper: OfPeriod) -> OfBlocks:
    return next(one for one in PAPERS if one == paper)
