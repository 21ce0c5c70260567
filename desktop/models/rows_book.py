"""Records as rows of a workbook: dates as dates, numbers as numbers, all else as the table shows it."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from desktop import words
from desktop.models.record_table import Column
from services.reports.table_book import Cell

ToCell = Callable[[Any], Cell]
NUMBER = re.compile(r"-?(0|[1-9]\d{0,2}(,\d{3})+|[1-9]\d*)(\.\d+)?")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def row(cells: Sequence[ToCell], record: Any) -> list[Cell]:
    """The cells of a record."""
    return [cell(record) for cell in cells]


def cells_of(columns: Sequence[Column]) -> list[ToCell]:
    """What answers each column's cell."""
    return [_cell_of(column) for column in columns]


def _cell_of(column: Column) -> ToCell:
    moment, amount, text = column.moment, column.amount, column.copied
    if amount is not None:
        return amount
    if moment is None:
        return lambda record: typed(text(record), number=column.right)

    def at(record: Any) -> Cell:
        found = moment(record)
        return None if found is None else words.local(found).replace(microsecond=0)

    return at


def typed(text: str, *, number: bool) -> Cell:
    """A day that is written whole is a date, and where numbers stand (`number`) a number is one; what begins with a
    nought that says nothing is a name."""
    if number and NUMBER.fullmatch(text):
        plain = text.replace(",", "")
        return float(plain) if "." in plain else int(plain)
    if DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text
