"""The rows of a workbook as they stand there: below the head, with merged cells filled, nothing changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from services.core.ids import digest
from services.core.refused import Refused

MOST_BYTES = 50_000_000
HEAD_WITHIN = 20
Row = tuple[int, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`heads` in the order of their columns; `rows` with their number in the sheet and their cells by head."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, by which it is known again. Raises Refused: no_such_file, workbook_too_large."""
    if not path.is_file():
        raise Refused("no_such_file", file=str(path))
    if path.stat().st_size > MOST_BYTES:
        raise Refused("workbook_too_large", file=path.name, most_megabytes=MOST_BYTES // 1_000_000)
    return digest(path.read_bytes())


def read_sheet(path: Path, heads_known: Callable[[Sequence[str]], int]) -> Sheet:
    """The sheet whose head has most columns that are known, counted by `heads_known`; the head may stand below a
    title. Raises Refused: workbook_unreadable, workbook_without_head."""
    best: tuple[int, str, int, list[list[Any]]] = (0, "", 0, [])
    for name, grid in _grids(path):
        for place, cells in enumerate(grid[:HEAD_WITHIN]):
            score = heads_known([text_of(cell) for cell in cells])
            if score > best[0]:
                best = (score, name, place, grid)
    score, name, place, grid = best
    if not score:
        raise Refused("workbook_without_head", file=path.name)
    heads = [text_of(cell) for cell in grid[place]]
    rows = []
    for number, cells in enumerate(grid[place + 1 :], start=place + 2):
        found = {head: cell for head, cell in zip(heads, cells, strict=False) if head and cell not in ("", None)}
        if found:
            rows.append((number, found))
    return Sheet(name, tuple(head for head in heads if head), tuple(rows))


def _grids(path: Path) -> list[tuple[str, list[list[Any]]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(str(path))
        return [(name, _filled(book.get_sheet_by_name(name))) for name in book.sheet_names]
    except (CalamineError, OSError, ValueError) as error:
        raise Refused("workbook_unreadable", file=path.name) from error


def _filled(sheet: Any) -> list[list[Any]]:
    """All cells from the sheet's first one on; what is merged stands in each of its cells."""
    grid: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if top < len(grid) and left < len(grid[top]):
            for line in grid[top : bottom + 1]:
                line[left : right + 1] = [grid[top][left]] * len(line[left : right + 1])
    return grid


def text_of(cell: Any) -> str:
    """A cell as text: whole numbers without a point, blanks at the ends and line ends gone."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str(cell).split()) if cell is not None else ""
