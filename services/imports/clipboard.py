"""Cells on the clipboard as spreadsheets write them: tabs between cells, a line for each row, quotes around a cell that
has a line break in it."""

import re
from collections.abc import Sequence

from services.core.refused import Refused
from services.imports.workbook import Grid

MOST_LETTERS, MOST_ROWS = 1_000_000, 500
QUOTED = re.compile(r'"((?:[^"\t]|"")*)"(?=[\t\r\n]|\Z)')  # a quote that nothing closes is a letter like others
PLAIN = re.compile(r"[^\t\r\n]*")
BREAK = re.compile(r"\r\n|\r|\n")
FORMULAS = ("=", "@", "+", "-")


def grid_of(text: str) -> Grid:
    """The cells of each row; empty rows at the end are gone. Raises Refused: pasted_nothing (fewer than two cells),
    pasted_too_much."""
    if len(text) > MOST_LETTERS:
        raise Refused("pasted_too_much", most=MOST_ROWS)
    rows: Grid = [[]]
    at, ends = 0, False
    while not ends:
        cell, at = _cell(text, at)
        rows[-1].append(cell)
        ends = at >= len(text)
        if text[at : at + 1] == "\t":
            at += 1
        elif broken := BREAK.match(text, at):
            at = broken.end()
            rows.append([])
    return _looked_over(rows)


def _cell(text: str, at: int) -> tuple[str, int]:
    """A cell that begins here, and where it ends."""
    quoted = QUOTED.match(text, at)
    if quoted:
        return BREAK.sub("\n", quoted[1].replace('""', '"')).strip(), quoted.end()
    plain = PLAIN.match(text, at)
    assert plain is not None  # it may be empty
    return _unmarked(plain[0].strip()), plain.end()


def _unmarked(cell: str) -> str:
    """Without the mark by which a spreadsheet is told that a text is no formula."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULAS) else cell


def _looked_over(rows: Grid) -> Grid:
    while rows and not any(rows[-1]):
        rows.pop()
    if len(rows) > MOST_ROWS + 1:
        raise Refused("pasted_too_much", most=MOST_ROWS)
    if sum(1 for row in rows for cell in row if cell) < 2:
        raise Refused("pasted_nothing")
    return rows


def text_of_rows(rows: Sequence[Sequence[str]]) -> str:
    """The same the other way round, for a spreadsheet to take."""
    return "\r\n".join("\t".join(_written(cell) for cell in row) for row in rows)


def _written(cell: str) -> str:
    safe = f"'{cell}" if cell.startswith(FORMULAS) and not cell[1:].replace(" ", "").isdigit() else cell
    broken = BREAK.search(safe) or safe.startswith('"')
    return '"' + safe.replace('"', '""') + '"' if broken else safe.replace("\t", " ")
