"""A table of the screen as a workbook: row by row as they come, so that it holds 200,000 as easily as ten."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

MOST_ROWS = 1_000_000  # of a sheet, of the 1,048,576 that it has room for
MOST_LETTERS = 32_767  # of a cell
MOMENT = "yyyy-mm-dd hh:mm"
FORMULAS = ("=", "@", "+", "-")
FIRST_YEAR = 1901  # before it, Excel's days are not ours
HEAD = 2  # lines above the titles
PIXELS = 7.0  # of a letter, by which Excel measures columns
Cell = str | int | float | datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """`name` is the tab's, `told` the line below it: of what plant, how filtered, when. `heads` are the columns' titles
    and their widths in px."""

    name: str
    told: str
    heads: Sequence[tuple[str, int]]


def write_table(
    path: Path, sheet: Sheet, parts: Iterable[Sequence[Sequence[Cell]]], wrote: Callable[[int], None]
) -> int:
    """Writes the rows, which come in parts, and answers how many; `wrote` is told after each part. Moments are written
    by their own clock, and no text is ever a formula. Whatever goes wrong or is raised by `wrote`, the file that
    was there stays. Raises OSError."""
    from xlsxwriter.exceptions import XlsxWriterException

    part = path.with_name(f".{path.name}.part")
    try:
        count = _written(part, sheet, parts, wrote)
        part.replace(path)
    except XlsxWriterException as error:
        raise error.args[0] if error.args and isinstance(error.args[0], OSError) else OSError(str(error)) from error
    finally:
        part.unlink(missing_ok=True)
    return count


def _written(path: Path, sheet: Sheet, parts: Iterable[Sequence[Sequence[Cell]]], wrote: Callable[[int], None]) -> int:
    import xlsxwriter

    count = 0
    with xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False}) as book:
        pen = _Pen(book, sheet)
        for part in parts:
            for cells in part:
                pen.write(cells)
            count += len(part)
            wrote(count)
        pen.end()
    return count


class _Pen:
    """Writes rows below a head, on as many sheets as they need."""

    def __init__(self, book: Any, sheet: Sheet) -> None:
        self._book, self._what = book, sheet
        self._title = book.add_format({"bold": True, "font_size": 14})
        self._head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self._when = book.add_format({"num_format": MOMENT, "align": "left", "valign": "top"})
        self._text = book.add_format({"valign": "top", "text_wrap": True})
        self._plain = book.add_format({"valign": "top", "quote_prefix": True})
        self._sheets = 0
        self._begin()

    def _begin(self) -> None:
        """Another sheet, with its head."""
        self._sheets += 1
        self._sheet = self._book.add_worksheet(tab_name(self._what.name, self._sheets))
        for column, (_, width) in enumerate(self._what.heads):
            self._sheet.set_column(column, column, max(width / PIXELS, 12))
        self._sheet.freeze_panes(HEAD + 1, 1)
        self._sheet.write_string(0, 0, self._what.name, self._title)
        self._sheet.write_string(1, 0, self._what.told[:MOST_LETTERS])
        for column, (title, _) in enumerate(self._what.heads):
            self._sheet.write_string(HEAD, column, title, self._head)
        self._rows = 0

    def write(self, cells: Sequence[Cell]) -> None:
        """The next row."""
        if self._rows == MOST_ROWS:
            self.end()
            self._begin()
        self._rows += 1
        for column, cell in enumerate(cells):
            self._cell(HEAD + self._rows, column, cell)

    def _cell(self, row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, datetime) and cell.year >= FIRST_YEAR:
            self._sheet.write_datetime(row, column, cell.replace(tzinfo=None), self._when)
        elif isinstance(cell, int | float):
            self._sheet.write_number(row, column, cell)
        elif cell not in (None, ""):
            text = str(cell)[:MOST_LETTERS]
            self._sheet.write_string(row, column, text, self._plain if text.startswith(FORMULAS) else self._text)

    def end(self) -> None:
        """The sheet has all its rows: they can be filtered there, too."""
        self._sheet.autofilter(HEAD, 0, HEAD + max(self._rows, 1), max(0, len(self._what.heads) - 1))


def tab_name(name: str, number: int) -> str:
    """What a sheet may be called: 31 letters, without those that Excel keeps for itself."""
    plain = "".join(" " if letter in "[]:*?/\\" or not letter.isprintable() else letter for letter in name).strip("' ")
    last = f" {number}" if number > 1 else ""
    return (plain or "1")[: 31 - len(last)] + last
