"""The rows of a workbook as they stand there: below the head, with merged cells filled, nothing changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from services.core.ids import digest
from services.core.refused import Refused

MOST_BYTES, MOST_UNPACKED = 50_000_000, 1_000_000_000
HEAD_WITHIN = 20
Row = tuple[int, dict[str, Any]]
Grid = list[list[Any]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`heads` in the order of their columns; `rows` with their number in the sheet and their cells by head. `above` is
    the text that stands over the head."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    above: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """A file that was read: its name, its SHA-256, by which it is known again, and its sheets cell by cell."""

    file: str
    sha256: str
    grids: Mapping[str, Grid]


def read_book(path: Path) -> Book:
    """Reads a whole workbook. Raises Refused: no_such_file, workbook_too_large, workbook_unreadable."""
    if not path.is_file():
        raise Refused("no_such_file", file=str(path))
    if path.stat().st_size > MOST_BYTES or _unpacked(path) > MOST_UNPACKED:
        raise Refused("workbook_too_large", file=path.name, most_megabytes=MOST_BYTES // 1_000_000)
    return Book(path.name, digest(path.read_bytes()), _grids(path))


def _unpacked(path: Path) -> int:
    """How many bytes the parts of a workbook say that they have; 0 for old ones, which are not packed."""
    try:
        with ZipFile(path) as parts:
            return sum(part.file_size for part in parts.infolist())
    except (BadZipFile, OSError, ValueError):
        return 0


def find_sheet(book: Book, heads_known: Callable[[Sequence[str]], int], named: str = "") -> Sheet:
    """The sheet whose head has most columns that are known, counted by `heads_known`; the head may stand below a
    title. With `named` that sheet, by its likeliest head if none is known. Raises Refused: workbook_without_head."""
    best: tuple[int, str, int] = (0, "", 0)
    for name, grid in book.grids.items():
        for place, cells in enumerate(grid[:HEAD_WITHIN] if named in ("", name) else ()):
            score = heads_known([text_of(cell) for cell in cells])
            if score > best[0]:
                best = (score, name, place)
    score, name, place = best
    if not score and named in book.grids:
        name, place = named, likely_head(book.grids[named])
    if not name:
        raise Refused("workbook_without_head", file=book.file)
    return _below(name, book.grids[name], place)


def _below(name: str, grid: Grid, place: int) -> Sheet:
    heads = [text_of(cell) for cell in grid[place]] if place < len(grid) else []
    rows = []
    for number, cells in enumerate(grid[place + 1 :], start=place + 2):
        found = {head: cell for head, cell in zip(heads, cells, strict=False) if head and cell not in ("", None)}
        if found:
            rows.append((number, found))
    above = " ".join(text_of(cell) for cells in grid[:place] for cell in cells[:1])
    return Sheet(name, tuple(head for head in heads if head), tuple(rows), above)


def likely_head(grid: Grid) -> int:
    """The first row that has as many different texts as any near the top: titles are merged, data comes later."""
    counts = [len({cell for cell in cells if isinstance(cell, str) and cell.strip()}) for cells in grid[:HEAD_WITHIN]]
    return counts.index(max(counts)) if counts else 0


def _grids(path: Path) -> dict[str, Grid]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(str(path))
        return {name: _filled(book.get_sheet_by_name(name)) for name in book.sheet_names}
    except (CalamineError, OSError, ValueError) as error:
        raise Refused("workbook_unreadable", file=path.name) from error


def _filled(sheet: Any) -> Grid:
    """All cells from the sheet's first one on; what is merged stands in each of its cells."""
    grid: Grid = sheet.to_python(skip_empty_area=False)
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
