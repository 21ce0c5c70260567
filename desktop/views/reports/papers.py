"""Makes the papers of a period in the background: a page of one to look at, and whole ones as files. What is looked at
has no more rows than a person turns over; a file has all of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.language import language
from desktop.tasks import Cancelled
from services.reports.names import OfPeriod

if TYPE_CHECKING:
    from desktop.tasks import Task, Tasks
    from desktop.workbench import Workbench
    from services.reports.ledgers import LedgerFacts
    from services.reports.plan_sheet import Sheets, Step
    from services.reports.report_facts import ReportFacts

MOST_ROWS, DPI = 200, 130


@dataclass(frozen=True)
class Shown:
    """A page, counted from 1, of so many; `rows` is how many rows the whole paper has, 0 where it has
    none of its own."""

    name: OfPeriod
    picture: QImage
    page: int
    pages: int
    rows: int


class Papers(QObject):
    """`ready` carries a Shown."""

    ready = Signal(object)

    def __init__(self, workbench: "Workbench", tasks: "Tasks", parent: QObject) -> None:
        super().__init__(parent)
        self.workbench, self.tasks = workbench, tasks
        self.facts: ReportFacts | None = None
        self._made: dict[OfPeriod, tuple[Sheets, int]] = {}
        self._round = 0

    def of(self, facts: "ReportFacts") -> None:
        """The papers are about this from now on."""
        self.facts, self._made = facts, {}
        self._round += 1

    def want(self, name: OfPeriod, page: int = 1) -> None:
        """A page is to be seen."""
        work = partial(self._page, self._round, name, page, language.name)
        self.tasks.run(work, self._on_page)

    def _page(self, number: int, name: OfPeriod, page: int, lang: str) -> "tuple[int, Shown]":
        from services.reports.pages import page_image

        if name not in self._made:
            self._made[name] = self._sheets(name, lang, MOST_ROWS, lambda _: True)
        sheets, rows = self._made[name]
        page = min(page, sheets.pages)
        picture = QImage.fromData(page_image(sheets.pdf, page, DPI))
        return number, Shown(name, picture, page, sheets.pages, rows)

    def _on_page(self, made: "tuple[int, Shown]") -> None:
        if made[0] == self._round:
            self.ready.emit(made[1])

    def _sheets(self, name: OfPeriod, lang: str, most: int | None, step: "Step") -> "tuple[Sheets, int]":
        from services.reports.ledgers import print_ledger
        from services.reports.safety_report import print_report

        assert self.facts is not None
        if name == "monthly":
            return print_report(self.facts, lang, step), 0
        facts = self._rows(name, lang)
        return print_ledger(replace(facts, rows=facts.rows[:most]), lang, step), len(facts.rows)

    def _rows(self, name: OfPeriod, lang: str) -> "LedgerFacts":
        from services.reports.ledgers import ledger_facts

        assert self.facts is not None
        period, now = self.facts.period, self.workbench.now()
        made: LedgerFacts = self.workbench.ask(ledger_facts, ledger=name, period=period, now=now, lang=lang)
        return made

    def save(
        self,
        name: OfPeriod,
        path: Path,
        done: Callable[[Path], object],
        failed: Callable[[Exception], object],
        progress: Callable[[float], None],
    ) -> "Task":
        """Writes a whole paper: a workbook where the file is called so, else a PDF. Can be cancelled."""
        lang = language.name

        def work(task: "Task") -> Path:
            if path.suffix.lower() == ".xlsx":
                self._book(name, path, lang, task)
            else:
                self._pdf(name, path, lang, task)
            return path

        return self.tasks.run(work, done, failed, progress)

    def _pdf(self, name: OfPeriod, path: Path, lang: str, task: "Task") -> None:
        from services.reports.labels import put
        from services.reports.plan_sheet import GivenUp

        try:
            put(path, self._sheets(name, lang, None, task.step)[0].pdf)
        except GivenUp:
            raise Cancelled from None

    def _book(self, name: OfPeriod, path: Path, lang: str, task: "Task") -> None:
        from services.reports.ledgers import parts_of, sheet_of
        from services.reports.table_book import write_table

        facts = self._rows(name, lang)

        def wrote(count: int) -> None:
            if not task.step(count / max(len(facts.rows), 1)):
                raise Cancelled

        write_table(path, sheet_of(facts, lang), parts_of(facts), wrote)
