"""Registers as workbooks: what the plant can bring in again, and what a person can go on with."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from services.core.paper import Register
from services.imports.headings import KEPT_BACK, NAMES
from services.imports.lines import Line

TITLES: dict[Register, str] = {"hazards": "隐患台账", "inspections": "巡检登记", "incidents": "工伤登记"}
MOMENT = "yyyy-mm-dd hh:mm"


def write_register(path: Path, register: Register, rows: Iterable[Mapping[str, Any]]) -> None:
    """A workbook with one row a mapping of field to value (see `headings.NAMES`), under a title and the usual
    headings. Moments are written by their own clock. Nothing is ever a formula."""
    found = [dict(row) for row in rows]
    fields = [name for name in NAMES[register] if any(name in row for row in found)]
    heads = [NAMES[register][name][0] for name in fields]
    cells = [[row.get(name) for name in fields] for row in found]
    write_sheet(path, TITLES[register], heads, cells)


def write_kept_back(
    path: Path, register: Register, heads: Sequence[str], lines: Sequence[Line], why: Callable[[Line], str], lang: str
) -> None:
    """A workbook of rows that were not taken, as they stand, with the reason before each: mended, it can be brought in
    like any other. Raises OSError."""
    shown = [head for head in heads if head not in KEPT_BACK.values()]
    rows = [[why(line), *(line.cells.get(head) for head in shown)] for line in lines]
    write_sheet(path, TITLES[register], [KEPT_BACK[lang], *shown], rows)


def write_sheet(path: Path, title: str, heads: list[str], rows: list[list[Any]]) -> None:
    """One sheet: a title, a head that stays in sight and can be filtered, and the rows. Raises OSError."""
    import xlsxwriter

    path.open("wb").close()  # a folder that can't be written to is told as any other file tells it
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet(title[:31])
        bold, when = book.add_format({"bold": True}), book.add_format({"num_format": MOMENT})
        sheet.write_string(0, 0, title, bold)
        for column, head in enumerate(heads):
            sheet.write_string(1, column, head, bold)
            sheet.set_column(column, column, 18)
        for line, row in enumerate(rows, start=2):
            for column, value in enumerate(row):
                if isinstance(value, datetime):
                    sheet.write_datetime(line, column, value.replace(tzinfo=None), when)
                elif isinstance(value, int | float):
                    sheet.write_number(line, column, value)
                elif value not in (None, ""):
                    sheet.write_string(line, column, str(value))
        sheet.freeze_panes(2, 0)
        sheet.autofilter(1, 0, max(2, len(rows) + 1), max(0, len(heads) - 1))
