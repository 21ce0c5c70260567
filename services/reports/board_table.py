"""Tables over as many pages as they take: the head comes again on each, and a row is never parted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from services.reports.fonts import Weight
from services.reports.inks import LINE, TEXT, TINT
from services.reports.label_sheets import Box
from services.reports.pen import Pen, height_of, wrapped
from services.reports.plan_zones import draw_level
from services.words import say

PAD = 1.2


@dataclass(frozen=True, slots=True)
class Column:
    """`share` of the width; a column of `levels` shows the colour and hatch of a level beside its words. What is
    `numbers` stands at the right, where papers flow."""

    title: str
    share: float
    levels: bool = False
    numbers: bool = False


def draw_table(
    pen: Pen, box: Box, columns: Sequence[Column], rows: Sequence[Sequence[str]], pt: float, begin: Callable[[], None]
) -> None:
    """Rows below each other in a box of the page that `begin` makes. A cell of a column of levels is a level's code;
    what is taller than the box is written smaller."""
    whole = sum(column.share for column in columns)
    widths = [box.width * column.share / whole for column in columns]
    titles = [column.title for column in columns]
    head = _height(titles, widths, pt, 700)
    y = box.bottom + 1.0
    for row in rows:
        said = [_said(column, cell, pen.lang) for column, cell in zip(columns, row, strict=True)]
        room = [width - _mark(pt) if column.levels else width for column, width in zip(columns, widths, strict=True)]
        tall = min(_height(said, room, pt, 400), box.height - head)
        if y + tall > box.bottom:
            begin()
            pen.rect(Box(box.x, box.y, box.width, head), fill=TINT)
            _row(pen, Box(box.x, box.y, box.width, head), titles, widths, pt, bold=True)
            y = box.y + head
        line = Box(box.x, y, box.width, tall)
        _row(pen, line, said, widths, pt, marks=[c if k.levels else "" for k, c in zip(columns, row, strict=True)])
        pen.line((line.x, line.bottom), (line.right, line.bottom), LINE, 0.2)
        y += tall


def _said(column: Column, cell: str, lang: str) -> str:
    return say(f"risk.level.{cell}", lang) if column.levels and cell else cell


def _mark(pt: float) -> float:
    return height_of(1, pt) * 1.3


def _height(cells: Sequence[str], widths: Sequence[float], pt: float, weight: Weight) -> float:
    lines = (len(wrapped(cell, width - 2 * PAD, pt, weight)) for cell, width in zip(cells, widths, strict=True))
    return height_of(max((1, *lines)), pt) + 2 * PAD


def _row(
    pen: Pen,
    line: Box,
    cells: Sequence[str],
    widths: Sequence[float],
    pt: float,
    *,
    bold: bool = False,
    marks: Sequence[str] = (),
) -> None:
    x = line.x
    for at, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        room = Box(x + PAD, line.y + PAD, width - 2 * PAD, line.height - 2 * PAD)
        if marks and marks[at]:
            side = height_of(1, pt) * 0.74
            draw_level(pen, Box(room.x, room.y + side * 0.15, side * 1.4, side), marks[at])
            room = Box(room.x + _mark(pt), room.y, room.width - _mark(pt), room.height)
        pen.lines(room, cell, pt, 700 if bold else 400, TEXT)
        x += width
