"""A table saved for Excel: its rows, columns, order and filters as they are shown, in the background."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QProgressBar, QProgressDialog

from desktop import words
from desktop.models import rows_book
from desktop.models.record_table import Column
from desktop.tasks import Cancelled, Task, Tasks
from desktop.widgets.asking import ask_save
from services.reports.table_book import Sheet, write_table

if TYPE_CHECKING:
    from desktop.widgets.table import Table

SHOWN_AFTER_MS, FINE, TITLE_ROOM = 400, 1000, 24
PART = 1000


class TableBook(QObject):
    """`told` carries a sentence about what came of it, `refused` one that says why nothing did. Set before it is asked:
    `tasks`, and `about`, which answers the page's title, the plant's name and what the page itself leaves out."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, table: "Table", now: Callable[[], Any]) -> None:
        super().__init__(table)
        self._table, self._now = table, now
        self.tasks: Tasks | None = None
        self.about: Callable[[], tuple[str, str, str]] = lambda: (table.name, "", "")
        self.waiting: QProgressDialog | None = None
        self._task: Task | None = None

    def save(self) -> None:
        """Asks for a file, and writes the chosen rows into it; all rows where fewer than two are chosen."""
        if self.waiting is None:
            forms = [self.tr("Excel workbook (*.xlsx)")]
            proposed = f"{self.about()[0]} {words.day(self._now())}.xlsx"
            ask_save(self._table.window(), "saveBook", self.tr("Save as Excel"), forms, self.save_to, proposed)

    def save_to(self, path: str) -> None:
        """Writes the rows into a file, in a task; it can be stopped, and then there is no file."""
        assert self.tasks is not None
        ranges = self._table.copying.rows_wanted()
        columns, total = self._table.copying.columns(), sum(map(len, ranges))
        sheet = Sheet(self.about()[0], self._said(total), [(one.title, one.width + TITLE_ROOM) for one in columns])
        parts = _rows(columns, self._table.copying.parts(ranges))

        def work(task: Task) -> int:
            def wrote(count: int) -> None:
                if not task.step(count / max(total, 1)):
                    raise Cancelled

            return write_table(Path(path), sheet, parts, wrote)

        self.waiting = self._waiting()
        self._task = self.tasks.run(work, self._on_written, self._on_failed, self._on_share)
        # never to the task's own method: the worker may be the last to hold it, and take the connection apart
        # while this thread does
        self.waiting.canceled.connect(self._on_stop)

    def _said(self, total: int) -> str:
        """Of what plant, what was left out, by what it stands, and when it was saved."""
        _, plant, only = self.about()
        asked = words.listed(one for one in (only, *self._table.filters.all_said()) if one)
        head = self._table.columns.head
        place = head.sortIndicatorSection()
        said = [plant, self.tr("Filter: {said}").format(said=asked or self.tr("none"))]
        if 0 <= place < len(self._table.model.columns):
            column = self._table.model.columns[place].title
            down = head.sortIndicatorOrder().value
            order = self.tr("Sorted by {column}, falling") if down else self.tr("Sorted by {column}, rising")
            said.append(order.format(column=column))
        saved = words.local(self._now()).strftime("%Y-%m-%d %H:%M")
        said += [self.tr("%n rows", "", total), self.tr("Saved {when}").format(when=saved)]
        return " · ".join(one for one in said if one)

    def _waiting(self) -> QProgressDialog:
        """Shown when it takes long enough to be asked about."""
        made = QProgressDialog(self.tr("The rows are being saved…"), self.tr("Cancel"), 0, FINE, self._table.window())
        made.setObjectName("savingBook")
        bar = QProgressBar(made)
        bar.setTextVisible(False)  # the bar is lower than a text
        made.setBar(bar)
        made.setMaximum(FINE)
        made.setWindowTitle(self.tr("Save as Excel"))
        made.setAutoReset(False)
        made.setAutoClose(False)
        made.setMinimumDuration(SHOWN_AFTER_MS)
        made.setValue(0)
        return made

    def _on_stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _on_share(self, share: float) -> None:
        if self.waiting is not None and not self.waiting.wasCanceled():
            self.waiting.setValue(round(share * FINE))

    def _end(self) -> None:
        if self.waiting is not None:
            self.waiting.reset()
            self.waiting.deleteLater()
            self.waiting = self._task = None

    def _on_written(self, count: int) -> None:
        self._end()
        self.told.emit(self.tr("%n rows saved.", "", count))

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self.told.emit(self.tr("Stopped. No file was written."))
        elif isinstance(error, OSError):
            self.refused.emit(self.tr("The file could not be written: {why}").format(why=error.strerror or str(error)))
        else:
            raise error


def _rows(columns: Sequence[Column], parts: Iterator[Sequence[Any]]) -> Iterator[list[list[Any]]]:
    cells = rows_book.cells_of(columns)
    for part in parts:
        for start in range(0, len(part), PART):
            yield [rows_book.row(cells, record) for record in part[start : start + PART]]
