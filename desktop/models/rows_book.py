"""Records as rows of a workbook: dates as dates, numbers as numbers, all else as the table shows it."""

from collections.abc import Callable, Sequence
from typing import Any

from desktop import words
from desktop.models.record_table import Column
from services.reports.table_book import Cell

ToCell = Callable[[Any], Cell]


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
        return text

    def at(record: Any) -> Cell:
        found = moment(record)
        return None if found is None else words.local(found).replace(microsecond=0)

    return at
