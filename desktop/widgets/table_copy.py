"""Copying what is chosen in a table: onto the clipboard, or into a file where that is too much for it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.models import rows_text
from desktop.models.paged_table import PagedTable
from desktop.models.record_table import RECORD, Column
from desktop.widgets.asking import ask_save
from services.store.queries.paging import rows_at

if TYPE_CHECKING:
    from desktop.widgets.table import Table

MOST_COPIED = 20_000
PART = 1000


class TableCopy(QObject):
    """`told` carries a sentence about what came of it, `refused` one that says why nothing did. `more` answers columns
    that are not on the screen and go along all the same."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, table: "Table") -> None:
        super().__init__(table)
        self._table = table
        self.more: Callable[[], list[Column]] = list

    def columns(self) -> list[Column]:
        """The columns that are wanted, in the order they are shown, and those that are only told of here."""
        head = self._table.view.horizontalHeader()
        order = [head.logicalIndex(place) for place in range(head.count())]
        shown = [self._table.model.columns[place] for place in order if self._table.columns.wanted(place)]
        return [*shown, *self.more()]

    def rows(self) -> list[range]:
        """The rows that are chosen, as ranges from the top."""
        chosen = self._table.view.selectionModel().selection()
        found = [chosen.at(place) for place in range(chosen.count())]
        return sorted((range(one.top(), one.bottom() + 1) for one in found), key=lambda one: one.start)

    def rows_wanted(self) -> list[range]:
        """The rows that are to be saved: the chosen ones; all where fewer than two are chosen."""
        ranges = self.rows()
        return ranges if sum(map(len, ranges)) > 1 else [range(self._table.sorted.rowCount())]

    def copy(self) -> None:
        """Puts the chosen rows with their head on the clipboard, tab by tab, for Excel."""
        self._copy(head=True)

    def copy_plain(self) -> None:
        """The same without the head, to be put below rows that are there."""
        self._copy(head=False)

    def _copy(self, *, head: bool) -> None:
        ranges = self.rows()
        count = sum(map(len, ranges))
        if count > MOST_COPIED:
            said = self.tr("{n} rows are too many for the clipboard. Right-click and save them as Excel.")
            self.refused.emit(said.format(n=f"{count:,}"))
            return
        columns, parts = self.columns(), self.parts(ranges)
        text = rows_text.for_clipboard if head else rows_text.bare
        self._run(lambda: text(columns, (one for part in parts for one in part)), self._on_text)

    def save(self) -> None:
        """Asks for a file and writes the chosen rows into it; all rows where fewer than two are chosen."""
        forms = [self.tr("Spreadsheet (*.csv)")]
        ask_save(self._table.window(), "saveRows", self.tr("Save rows"), forms, self.save_to)

    def save_to(self, path: str) -> None:
        """Writes the chosen rows into a file; all rows where fewer than two are chosen."""
        columns, parts = self.columns(), self.parts(self.rows_wanted())
        self._run(lambda: rows_text.write(Path(path), columns, parts), self._on_written)

    def parts(self, ranges: Sequence[range]) -> Iterator[Sequence[Any]]:
        """The records of these rows, in parts; where they are not held they are read, part by part, when they are
        taken."""
        model = self._table.model
        if not isinstance(model, PagedTable):
            index = self._table.sorted.index
            return iter([[index(row, 0).data(RECORD) for one in ranges for row in one]])
        numbers, source, listing = model.numbers, model.source, model.source.listing()
        spans = [numbers[start : min(start + PART, one.stop)] for one in ranges for start in one[::PART]]
        read = (source.ask(rows_at, listing=listing, numbers=part) for part in spans)
        return ([record for record in part if record is not None] for part in read)

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """In a task where rows must be read; at once where they are held."""
        model = self._table.model
        if isinstance(model, PagedTable):
            model.source.tasks.run(work, done, self._on_failed)
            return
        try:
            done(work())
        except OSError as error:
            self._on_failed(error)

    def _on_text(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def _on_written(self, count: int) -> None:
        self.told.emit(self.tr("%n rows saved.", "", count))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        self.refused.emit(self.tr("The file could not be written: {why}").format(why=error.strerror or str(error)))
