"""Blocks as a workbook: a sheet for every table and for the values of every chart, with typed cells."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from services.reports.blocks import Bars, Block, Course, Facts, Part, Rows, Values, Week, Words
from services.reports.table_book import Cell, Sheet, write_book
from services.words import say

WIDE, NARROW = 220, 96


def write_blocks(
    path: Path, told: str, blocks: Sequence[Block], lang: str, wrote: Callable[[int], None] = lambda _: None
) -> int:
    """Writes the sheets; how many rows. `told` stands below each sheet's title. Raises OSError."""
    sheets = [sheet for block in blocks for sheet in _sheets(block, told, lang)]
    return write_book(path, sheets, wrote)


def _sheets(block: Block, told: str, lang: str) -> Iterator[tuple[Sheet, Sequence[Sequence[Sequence[Cell]]]]]:
    """Those of a block; of several tables in it each has a number or its chart's title."""
    said = [part for part in block.parts if isinstance(part, Words | Facts)]
    if said and not any(isinstance(part, Values) for part in block.parts):
        heads = [(block.title, WIDE), ("", WIDE)]
        yield Sheet(block.title, told, heads), [[row for part in said for row in _lines(part)]]
    for part in block.parts:
        made = _values(part, lang)
        if made is not None:
            title, heads, rows = made
            yield Sheet(title or block.title, told, heads), [rows]


def _lines(part: Words | Facts) -> list[tuple[Cell, ...]]:
    return [(part.text, "")] if isinstance(part, Words) else [(name, value) for name, value in part.pairs if value]


def _values(part: Part, lang: str) -> tuple[str, list[tuple[str, int]], list[tuple[Cell, ...]]] | None:
    name = say("paper.col.name", lang)
    if isinstance(part, Rows | Values):
        whole = sum(share for _, share in part.columns)
        return "", [(title, round(900 * share / whole)) for title, share in part.columns], list(part.rows)
    if isinstance(part, Bars):
        return part.title, [(name, WIDE), (part.value, NARROW)], [(one, value) for one, value, _ in part.bars]
    if isinstance(part, Course):
        heads = [(name, NARROW), *((say(f"paper.col.{one}", lang), NARROW) for one in ("value", "low", "high"))]
        return part.title, heads, [(one.name, one.value, one.low, one.high) for one in part.spots]
    if isinstance(part, Week):
        hours = [(f"{hour}:00", NARROW) for hour in range(24)]
        rows: list[tuple[Cell, ...]] = [(day, *counts) for day, counts in zip(part.days, part.counts, strict=True)]
        return part.title, [(name, NARROW), *hours], rows
    return None
