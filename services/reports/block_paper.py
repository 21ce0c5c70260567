"""Blocks as a PDF on A4 upright: of the same blocks always the same bytes."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import singledispatch
from io import BytesIO

from services.reports.blocks import Bars, Block, Course, Facts, Pairs, Part, Rows, Values, Week, Words
from services.reports.board_table import Column
from services.reports.flowing import Flowing
from services.reports.inks import LINE, MUTED, TINT
from services.reports.label_sheets import Box
from services.reports.paper_charts import TITLE, draw_bars, draw_course, draw_week
from services.reports.pen import height_of
from services.reports.plan_paper import MARGIN
from services.reports.plan_sheet import GivenUp, Sheets, Step
from services.reports.table_book import Cell
from services.words import say

BAR, COURSE, WEEK, PICTURE, CAPTION, SPACE = 6.0, 52.0, 48.0, 46.0, 10.0, 3.0
MOST_BARS = 15
LOGO, LINES = 11.0, 24.0
YUAN = 1000  # from so much on a number has no places


def print_blocks(
    title: str, about: str, plant: str, at: datetime, blocks: Sequence[Block], lang: str,
    step: Step = lambda _: True, logo: bytes | None = None,
) -> Sheets:  # fmt: skip
    """The blocks below each other. `about` says what period it is of. Raises GivenUp."""
    paper = Flowing(title, about, plant, at, lang, signed=True)
    if logo:
        _logo(paper, logo)
    for place, block in enumerate(blocks):
        if not step(place / max(len(blocks), 1)):
            raise GivenUp
        paper.head(block.title, least_of(block))
        for part in block.parts:
            if isinstance(part, Values):
                continue
            draw(part, paper)
            paper.place += SPACE
    return Sheets(paper.data(), paper.page, 0, 0, paper.pen.pages)


def least_of(block: Block) -> float:
    """What has to follow a title on its page, in mm: all of a chart, some lines of anything else."""
    first = block.parts[0] if block.parts else None
    if isinstance(first, Bars):
        return TITLE + BAR * max(len(first.bars[:MOST_BARS]), 1)
    return {Course: COURSE, Week: WEEK, Pairs: PICTURE + CAPTION + SPACE}.get(type(first), LINES)


def _logo(paper: Flowing, logo: bytes) -> None:
    _picture(paper, Box(MARGIN, paper.place, LOGO * 4, LOGO), logo, left=True)
    paper.place += LOGO + 1


@singledispatch
def draw(part: Part, paper: Flowing) -> None:
    """One part at the paper's place, which moves on."""
    raise TypeError(type(part).__name__)


@draw.register
def _(part: Words, paper: Flowing) -> None:
    paper.words(part.text, part.loud)


@draw.register
def _(part: Facts, paper: Flowing) -> None:
    paper.facts(part.pairs)


@draw.register
def _(part: Rows, paper: Flowing) -> None:
    if not part.rows:
        paper.words(part.none)
        return
    numbers = [_numbers([row[place] for row in part.rows]) for place in range(len(part.columns))]
    columns = [Column(title, share, numbers=so) for (title, share), so in zip(part.columns, numbers, strict=True)]
    paper.table(columns, [[cell_text(cell) for cell in row] for row in part.rows[: part.most]])
    if (left := len(part.rows) - part.most) > 0:
        paper.words(say("paper.more_rows", paper.pen.lang, count=left))


def _numbers(cells: Sequence[Cell]) -> bool:
    known = [cell for cell in cells if cell is not None]
    return bool(known) and all(isinstance(cell, int | float) for cell in known)


@draw.register
def _(part: Bars, paper: Flowing) -> None:
    bars = part.bars[:MOST_BARS]
    tall = TITLE + BAR * max(len(bars), 1)
    paper.room(tall)
    draw_bars(paper.pen, Box(MARGIN, paper.place, paper.wide, tall), part.title, bars)
    paper.place += tall


@draw.register
def _(part: Course, paper: Flowing) -> None:
    paper.room(COURSE)
    draw_course(paper.pen, Box(MARGIN, paper.place, paper.wide, COURSE - 2), part.title, part.spots, part.most)
    paper.place += COURSE


@draw.register
def _(part: Week, paper: Flowing) -> None:
    paper.room(WEEK)
    draw_week(paper.pen, Box(MARGIN, paper.place, paper.wide, WEEK - 2), part.title, part.days, part.counts)
    paper.place += WEEK


@draw.register
def _(part: Pairs, paper: Flowing) -> None:
    half = (paper.wide - 6) / 2
    for said, before, after in part.pairs:
        paper.room(PICTURE + CAPTION + SPACE)
        for place, (name, data) in enumerate((("before", before), ("after", after))):
            box = Box(MARGIN + place * (half + 6), paper.place, half, PICTURE)
            paper.pen.rect(box, TINT, LINE)
            if data is None:
                missing = say(part.missing, paper.pen.lang)
                paper.pen.lines(box, missing, 8.5, 400, MUTED, "middle", True)
            else:
                _picture(paper, box.shrunk(0.6), data)
            tag = Box(box.x + 1, box.y + 1, 12, height_of(1, 8) + 1)
            paper.pen.rect(tag, "#FFFFFF", LINE)
            paper.pen.lines(tag, say(f"paper.photo.{name}", paper.pen.lang), 8, 700, align="middle", middle=True)
        paper.pen.lines(Box(MARGIN, paper.place + PICTURE + 1, paper.wide, CAPTION - 1), said, 8.5, 400, MUTED)
        paper.place += PICTURE + CAPTION + SPACE


def _picture(paper: Flowing, box: Box, data: bytes, *, left: bool = False) -> None:
    """As large as the box allows; what is no picture leaves it empty."""
    from PIL import Image, UnidentifiedImageError
    from reportlab.lib.utils import ImageReader

    from services.reports.label_sheets import MM_PER_PT

    try:
        with Image.open(BytesIO(data)) as image:
            image.load()
            plain = image.convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError):
        return
    factor = min(box.width / plain.width, box.height / plain.height)
    wide, high = plain.width * factor, plain.height * factor
    x = box.x if left else box.x + (box.width - wide) / 2
    y = box.y + (box.height - high) / 2
    at = (x / MM_PER_PT, paper.pen.y(y + high), wide / MM_PER_PT, high / MM_PER_PT)
    paper.pen.canvas.drawImage(ImageReader(plain), *at)


def cell_text(cell: Cell) -> str:
    """A cell as it stands on paper: moments to the minute, days as days, numbers with no more places than they need."""
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return f"{cell:,.0f}" if abs(cell) >= YUAN or cell == int(cell) else f"{cell:,.2f}".rstrip("0").rstrip(".")
    return "" if cell is None else f"{cell:,}" if isinstance(cell, int) else cell
