"""The window for old registers: a file is chosen, looked at cell by cell, brought in, and taken back as one."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget

from desktop import words
from desktop.tasks import Tasks
from desktop.views.ledgers import keeping
from desktop.views.ledgers.kept_back import KeptBack
from desktop.views.ledgers.looking import Looking
from desktop.views.ledgers.outcome import Outcome
from desktop.views.ledgers.sending import Sending, TakingBack
from desktop.views.ledgers.start import Start
from desktop.widgets.asking import ask_open
from desktop.widgets.parts import button, column, label, row
from desktop.widgets.reason import ReasonDialog
from desktop.workbench import Workbench
from services.core.refused import Refused
from services.imports.bringing_in import Asked, Preview, look_at
from services.imports.lines import Mends
from services.imports.remembering import Remembered
from services.imports.workbook import Book, read_book
from services.store.queries.imports import import_row, import_rows

if TYPE_CHECKING:
    from desktop.views.page import Page
    from desktop.widgets.table import Table
    from services.core.paper import Register

SIZE = (1240, 700)


class LedgerWindow(QDialog):
    """Open it with `open()`; it ends itself."""

    def __init__(self, workbench: Workbench, tasks: Tasks, register: "Register", page: "Page") -> None:
        super().__init__(page.window())
        self.setObjectName("ledgerWindow")
        self.setWindowTitle(self.tr("Bring in a register from Excel"))
        self.resize(*SIZE)
        self._workbench, self._tasks, self._page = workbench, tasks, page
        self._home: Register = register
        self._book: Book | None = None
        self._asked = Asked()
        self._found: Preview | None = None
        self._reading = 0
        self._sending: Sending | None = None
        self._batch = ""
        self.kept = KeptBack(tasks, workbench.opened.folder / "kept-back", self)
        self._memory = Remembered(workbench.opened.folder / "headings.json")
        self._build()
        self.finished.connect(self._on_finished)
        self._show_start()

    def _build(self) -> None:
        self.start, self.outcome = Start(), Outcome()
        self.looking = Looking(self._tell_copies)
        self.start.chosen.connect(self.read)
        self.start.file_wanted.connect(self.choose_file)
        self.start.earlier.back_wanted.connect(self.ask_back)
        self.start.earlier.kept_wanted.connect(self.kept.ask_of)
        self.looking.register_wanted.connect(self._on_register)
        self.looking.sheet_wanted.connect(self._on_sheet)
        self.looking.year_wanted.connect(self._on_year)
        self.looking.heads.mapped.connect(self._on_mapped)
        self.looking.cells.mended.connect(self._on_mended)
        self.looking.cells.restored.connect(self._on_restored)
        self.outcome.stopped.connect(self._on_stop)
        self.outcome.kept_wanted.connect(self.kept.ask)
        self.outcome.back_wanted.connect(self._on_back)
        self.outcome.another_wanted.connect(self._show_start)
        self.stack = QStackedWidget()
        for part in (self.start, self.looking, self.outcome):
            self.stack.addWidget(part)
        self.said = label("", "muted", "ledgerSaid")
        self.kept.told.connect(self.said.setText)
        self.other = button(self.tr("Another workbook"), "otherLedger", self._show_start)
        self.keep = button(self.tr("Save what is kept back…"), "saveKeptNow", self.kept.ask, "", "excel")
        self.take = button("", "bringIn", self._on_bring_in, "primary")
        self.shut = button(self.tr("Close"), "closeLedgers", self.reject)
        foot = row(self.said, None, self.other, self.keep, self.shut, self.take)
        self.setLayout(column(self.stack, foot, gap=12, margins=(20, 16, 20, 16)))
        for each in self.findChildren(QPushButton):
            each.setAutoDefault(False)  # Enter puts something in a cell and must press nothing

    # the file

    def choose_file(self) -> None:
        """Asks for a workbook."""
        forms = [self.tr("Workbooks (*.xlsx *.xlsm *.xls *.ods)")]
        ask_open(self, "ledgerFileDialog", self.tr("Choose a workbook"), forms, self.read)

    def read(self, path: str) -> None:
        """Reads a workbook, in a task; then it is looked at."""
        self.start.tell("")
        self._busy(self.tr("The workbook is being read…"))
        home, memory = self._home, self._memory

        def begin() -> tuple[Book, Asked]:
            book = read_book(Path(path))
            return book, keeping.first_asked(book, home, memory)

        self._tasks.run(begin, self._on_book, self._on_unreadable)

    def _on_book(self, read: tuple[Book, Asked]) -> None:
        self._book, self._asked = read
        self.looking.begin()
        self._look()

    def _on_unreadable(self, error: Exception) -> None:
        if not isinstance(error, Refused | OSError):
            raise error
        self._show_start()
        said = words.refusal(error) if isinstance(error, Refused) else error.strerror or str(error)
        self.start.tell(said)

    def _look(self) -> None:
        """Looks at the book again, as it is asked for now; only the newest answer counts."""
        assert self._book is not None
        self._reading += 1
        number, book, asked, now = self._reading, self._book, self._asked, self._workbench.now()
        self._busy(self.tr("The rows are being looked at…"))
        self._tasks.run(
            lambda: self._workbench.ask(look_at, book=book, now=now, asked=asked),
            partial(self._on_looked, number),
            self._on_unreadable,
        )

    def _on_looked(self, number: int, found: Preview) -> None:
        if number != self._reading or self._book is None:
            return
        self._found, self.kept.found, self.kept.lines = found, found, found.bad
        self.looking.show_found(found, tuple(self._book.grids))
        self.stack.setCurrentWidget(self.looking)
        self._show_foot()

    def _busy(self, text: str) -> None:
        self.said.setText(text)
        for part in (self.take, self.keep):
            part.setEnabled(False)

    def _show_foot(self) -> None:
        looking = self.stack.currentWidget() is self.looking
        fresh = len(self._found.fresh) if self._found else 0
        bad = len(self._found.bad) if self._found else 0
        for part, seen in ((self.take, looking), (self.keep, looking and bad > 0), (self.other, looking)):
            part.setVisible(seen)
            part.setEnabled(True)
        self.take.setText(self.tr("Bring in %n rows", "", fresh))
        self.take.setEnabled(fresh > 0 and self._page.may("imports.begin"))
        self.said.setText("")

    # how it is read

    def _on_register(self, register: "Register") -> None:
        texts = self._memory.texts(register)
        self._asked = replace(self._asked, register=register, mends=Mends(texts=texts))
        self._look()

    def _on_sheet(self, sheet: str) -> None:
        self._asked = replace(self._asked, sheet=sheet, mends=Mends(texts=self._asked.mends.texts))
        self._look()

    def _on_year(self, year: int) -> None:
        self._asked = replace(self._asked, year=year)
        self._look()

    def _on_mapped(self, mapped: dict[str, str]) -> None:
        self._asked = replace(self._asked, mapped=mapped)
        self._look()

    def _on_mended(self, line: int, field: str, stood: str, text: str, everywhere: bool) -> None:
        self._mend(self._asked.mends.mended(line, field, stood, text, everywhere))

    def _on_restored(self, line: int, field: str, stood: str) -> None:
        self._mend(self._asked.mends.restored(line, field, stood))

    def _mend(self, mends: Mends) -> None:
        self._asked = replace(self._asked, mends=mends)
        self._look()

    # bringing in

    def _on_bring_in(self) -> None:
        found = self._found
        if found is None or not found.fresh:
            return
        self._memory.keep(found.register, found.heads, found.mapped, self._asked.mends.texts)
        self.outcome.begin(len(found.fresh))
        self.stack.setCurrentWidget(self.outcome)
        self._sending = Sending(self._workbench, found, self)
        self._sending.moved.connect(self.outcome.show_count)
        self._sending.ended.connect(self._on_ended)
        self._show_foot()
        self._sending.begin()

    def _on_stop(self) -> None:
        if self._sending is not None:
            self._sending.stop()
            self.outcome.stop.setEnabled(False)

    def _on_ended(self, batch: str, refused: Refused | None) -> None:
        sending, found = self._sending, self._found
        if sending is None or found is None:
            return
        self._sending, self._batch = None, batch
        self.outcome.stop.setEnabled(True)
        self.kept.lines = kept = [*found.bad, *found.fresh[sending.came :]]
        told = (
            [self.tr("%n rows were kept back; they are in a workbook for you to mend.", "", len(kept))] if kept else []
        )
        told += [self.tr("%n rows were here already.", "", len(found.here))] if found.here else []
        told += [words.refusal(refused)] if refused is not None else []
        if kept and batch:
            self.kept.keep(batch)
        title = self.tr("%n rows have come in", "", sending.came)
        self.outcome.end(title, words.sentences(told), kept=bool(kept), back=bool(batch))

    # taking back

    def _on_back(self) -> None:
        self.ask_back(self._batch)

    def ask_back(self, batch: str) -> None:
        """Asks for the reason, then takes an import back."""
        self._batch = batch
        told = self.tr("Its records stay to be seen and count for nothing. What has been worked on since is left.")
        reasons = [self.tr("The wrong file"), self.tr("Brought in twice"), self.tr("Columns were mixed up")]
        asked = ReasonDialog(self.tr("Take the import back"), told, reasons, self.tr("Take it back"), self)
        asked.given.connect(self._on_reason)
        asked.open()

    def _on_reason(self, reason: str) -> None:
        self.outcome.wait(self.tr("The import is being taken back…"))
        self.stack.setCurrentWidget(self.outcome)
        self._show_foot()
        self._taking = TakingBack(self._workbench, self._batch, reason, self)
        self._taking.ended.connect(self._on_taken_back)
        self._taking.begin()

    def _on_taken_back(self, refused: Refused | None) -> None:
        if refused is not None:
            self.outcome.end(self.tr("It was not taken back"), words.refusal(refused), kept=False, back=True)
            return
        self._workbench.ask_later(_row_of, self._tell_taken_back, batch=self._batch)

    def _tell_taken_back(self, one: Any) -> None:
        told = ""
        if one.worked_on:
            told = self.tr("%n stay, as they have been worked on since", "", one.worked_on)
            told = words.with_value(told, words.listed(one.numbers)) if one.numbers else told
        title = self.tr("%n rows count for nothing any more", "", one.here - one.worked_on)
        self.outcome.end(title, told, kept=False, back=False)

    # the window

    def _show_start(self) -> None:
        self._found, self._book = None, None
        self._reading += 1
        self.stack.setCurrentWidget(self.start)
        self._show_foot()
        self._workbench.ask_later(import_rows, self._on_earlier)

    def _on_earlier(self, rows: Any) -> None:
        may = self._page.may("imports.take_back")
        self.start.earlier.show_rows(rows, self.kept.folder, self._workbench.now(), may=may)

    def _tell_copies(self, table: "Table") -> None:
        self._page.tell_copies(table)

    def reject(self) -> None:
        """While rows come in, closing stops it first."""
        if self._sending is not None:
            self._on_stop()
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._sending is not None:
            self._on_stop()
            event.ignore()

    def _on_finished(self) -> None:
        QTimer.singleShot(0, self, self.deleteLater)


def _row_of(look: Any, batch: str) -> Any:
    return import_row(look, look.get("import", batch))
