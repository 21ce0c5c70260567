"""A table of the screen as a workbook: row by row as they come, so that it holds 200,000 as easily as ten."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any

MOST_ROWS = 1_000_000  # of a sheet, of the 1,048,576 that it has room for
MOST_LETTERS = 32_767  # of a cell
MOMENT, DAY = "yyyy-mm-dd hh:mm", "yyyy-mm-dd"
FORMULAS = ("=", "@", "+", "-")
LONG_AGO = datetime(1980, 1, 1)  # noqa: DTZ001 - as a ZIP file has it
FIRST_YEAR = 1901  # before it, Excel's days are not ours
HEAD = 2  # lines above the titles
PIXELS = 7.0  # of a letter, by which Excel measures columns
Cell = str | int | float | datetime | date | None


Parts = Iterable[Sequence[Sequence[Cell]]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`name` is the tab's, `told` the line below it: of what plant, how filtered, when. `heads` are the columns' titles
    and their widths in px."""

    name: str
    told: str
    heads: Sequence[tuple[str, int]]


def write_table(path: Path, sheet: Sheet, parts: Parts, wrote: Callable[[int], None]) -> int:
    """Writes the rows, which come in parts, and answers how many; `wrote` is told after each part. Moments are written
    by their own clock, and no text is ever a formula. Whatever goes wrong or is raised by `wrote`, the file that
    was there stays. Raises OSError."""
    return write_book(path, [(sheet, parts)], wrote)


def write_book(path: Path, sheets: Iterable[tuple[Sheet, Parts]], wrote: Callable[[int], None]) -> int:
    """As write_table, of several tables; tabs of one name are numbered."""
    from xlsxwriter.exceptions import XlsxWriterException

    part = path.with_name(f".{path.name}.part")
    try:
        rows = _written(part, sheets, wrote)
        part.replace(path)
    except XlsxWriterException as error:
        raise error.args[0] if error.args and isinstance(error.args[0], OSError) else OSError(str(error)) from error
    finally:
        part.unlink(missing_ok=True)
    return rows


def _written(path: Path, sheets: Iterable[tuple[Sheet, Parts]], wrote: Callable[[int], None]) -> int:
    import xlsxwriter

    rows = 0
    with xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": LONG_AGO})  # the same rows are the same bytes
        inks, taken = _Inks(book), set[str]()
        for sheet, parts in sheets:
            pen = _Pen(book, inks, taken, sheet)
            for part in parts:
                for cells in part:
                    pen.write(cells)
                rows += len(part)
                wrote(rows)
            pen.end()
    return rows


class _Inks:
    """The formats of a book, made once."""

    def __init__(self, book: Any) -> None:
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.when = book.add_format({"num_format": MOMENT, "align": "left", "valign": "top"})
        self.day = book.add_format({"num_format": DAY, "align": "left", "valign": "top"})
        self.text = book.add_format({"valign": "top", "text_wrap": True})
        self.plain = book.add_format({"valign": "top", "quote_prefix": True})


class _Pen:
    """Writes rows below a head, on as many sheets as they need."""

    def __init__(self, book: Any, inks: _Inks, taken: set[str], sheet: Sheet) -> None:
        self._book, self._inks, self._taken, self._what = book, inks, taken, sheet
        self._begin()

    def _begin(self) -> None:
        """Another sheet, with its head."""
        names = (tab_name(self._what.name, number) for number in count(1))
        name = next(one for one in names if one.casefold() not in self._taken)  # to Excel a and A are one name
        self._taken.add(name.casefold())
        self._sheet = self._book.add_worksheet(name)
        for column, (_, width) in enumerate(self._what.heads):
            self._sheet.set_column(column, column, max(width / PIXELS, 12))
        self._sheet.freeze_panes(HEAD + 1, 1)
        self._sheet.write_string(0, 0, self._what.name, self._inks.title)
        self._sheet.write_string(1, 0, self._what.told[:MOST_LETTERS])
        for column, (title, _) in enumerate(self._what.heads):
            self._sheet.write_string(HEAD, column, title, self._inks.head)
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
            self._sheet.write_datetime(row, column, cell.replace(tzinfo=None), self._inks.when)
        elif isinstance(cell, date) and cell.year >= FIRST_YEAR:
            self._sheet.write_datetime(row, column, cell, self._inks.day)
        elif isinstance(cell, int | float):
            self._sheet.write_number(row, column, cell)
        elif cell not in (None, ""):
            text = str(cell)[:MOST_LETTERS]
            self._sheet.write_string(
                row, column, text, self._inks.plain if text.startswith(FORMULAS) else self._inks.text
            )

    def end(self) -> None:
        """The sheet has all its rows: they can be filtered there, too."""
        self._sheet.autofilter(HEAD, 0, HEAD + max(self._rows, 1), max(0, len(self._what.heads) - 1))


def tab_name(name: str, number: int) -> str:
    """What a sheet may be called: 31 letters, without those that Excel keeps for itself."""
    plain = "".join(" " if letter in "[]:*?/\\" or not letter.isprintable() else letter for letter in name).strip("' ")
    last = f" {number}" if number > 1 else ""
    return (plain or "1")[: 31 - len(last)] + last
