"""The papers of a period: their names at the left, the chosen one's pages to look at, and where it goes."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop import words
from desktop.style.tokens import PAGE_PADDING
from desktop.tasks import Cancelled
from desktop.views.reports.papers import Papers, Shown
from desktop.widgets.asking import ask_save
from desktop.widgets.page_preview import PagePreview
from desktop.widgets.parts import box, button, column, label, row
from services.core.refused import Refused
from services.reports.names import OF_PERIODS, OfPeriod

if TYPE_CHECKING:
    from desktop.tasks import Task, Tasks
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.reports.report_facts import ReportFacts

SIDE, GROUP = 232, "reports"


class PapersView(QWidget):
    """`chosen` is the paper that is looked at."""

    def __init__(self, workbench: "Workbench", tasks: "Tasks", toast: "Toast") -> None:
        super().__init__()
        self.setObjectName("papers")
        self.toast = toast
        self.chosen: OfPeriod = "monthly"
        self.shown: Shown | None = None
        self._stale = True
        self._saving: Task | None = None
        self.papers = Papers(workbench, tasks, self)
        self.papers.ready.connect(self._on_ready)
        self._build()

    def _build(self) -> None:
        about = {
            "monthly": self.tr("Figures, charts, what to decide"),
            "hazards": self.tr("Every hazard reported in the period"),
            "inspections": self.tr("Every inspection due in the period"),
            "points": self.tr("Points given for what was reported and done"),
        }
        self._names = {}
        parts: list[QWidget | None] = []
        for name in OF_PERIODS:
            made = button(_title(name), f"paper-{name}", partial(self.choose, name), "segment")
            made.setCheckable(True)
            self._names[name] = made
            parts += [made, label(about[name], "caption", wrap=True)]
        side = box(column(*parts, None, gap=6))
        side.setFixedWidth(SIDE)
        self.preview = PagePreview("paperPreview")
        self.before = button("‹", "paperBefore", partial(self._turn, -1), "tool")
        self.before.setAccessibleName(self.tr("Previous page"))
        self.after = button("›", "paperAfter", partial(self._turn, 1), "tool")
        self.after.setAccessibleName(self.tr("Next page"))
        self.place = label("", "muted", "paperPlace")
        self.bar = QProgressBar()
        self.bar.setObjectName("paperProgress")
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.cancel = button(self.tr("Cancel"), "paperCancel", self._on_cancel)
        self.excel = button(self.tr("Save as Excel"), "paperExcel", partial(self._ask, "xlsx"), "", "excel")
        self.pdf = button(self.tr("Save as PDF"), "paperPdf", partial(self._ask, "pdf"), "primary")
        foot = row(self.before, self.place, self.after, None, self.bar, self.cancel, self.excel, self.pdf)
        shown = column(self.preview, foot, gap=10)
        shown.setStretch(0, 1)
        whole = row(side, shown, gap=20, margins=(PAGE_PADDING, 4, PAGE_PADDING, PAGE_PADDING))
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._tell_saving(None)
        self.choose("monthly")

    def show_facts(self, facts: "ReportFacts") -> None:
        """The papers are about this from now on."""
        self.papers.of(facts)
        self._stale = True
        if self.isVisible():
            self._look(1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self.papers.facts is not None:
            self._look(1)

    def choose(self, name: OfPeriod) -> None:
        """This paper is looked at."""
        self.chosen = name
        for other, made in self._names.items():
            made.setChecked(other == name)
        self.excel.setVisible(name != "monthly")
        if self.papers.facts is not None:
            self._look(1)

    def _look(self, page: int) -> None:
        self._stale = False
        self.preview.set_stale()
        self.place.setText(self.tr("being drawn…"))
        self.papers.want(self.chosen, page)

    def _turn(self, by: int) -> None:
        if self.shown is not None:
            self._look(self.shown.page + by)

    def _on_ready(self, shown: Shown) -> None:
        if shown.name != self.chosen:
            return
        self.shown = shown
        self.preview.show_page(shown.picture)
        told = self.tr("{page} of {pages}").format(page=shown.page, pages=shown.pages)
        if shown.rows:
            told += " · " + self.tr("%n rows in the file", "", shown.rows)
        self.place.setText(told)
        self.before.setEnabled(shown.page > 1)
        self.after.setEnabled(shown.page < shown.pages)

    # as a file

    def _ask(self, ending: str) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = str(QSettings().value(f"{GROUP}/folder") or documents)
        forms = {"pdf": "PDF (*.pdf)", "xlsx": self.tr("Excel workbook (*.xlsx)")}
        proposed = str(Path(folder) / f"{self._file_name()}.{ending}")
        title = self.pdf.text() if ending == "pdf" else self.excel.text()
        ask_save(self.window(), "paperFile", title, [forms[ending]], self.save_to, proposed)

    def _file_name(self) -> str:
        facts = self.papers.facts
        days = f" {facts.period.first:%Y-%m-%d} {facts.period.last:%Y-%m-%d}" if facts else ""
        return f"{_title(self.chosen)}{days}"

    def save_to(self, file: str) -> None:
        """Writes the chosen paper into a file."""
        path = Path(file)
        QSettings().setValue(f"{GROUP}/folder", str(path.parent))
        self._tell_saving(self.papers.save(self.chosen, path, self._on_saved, self._on_unsaved, self._on_progress))

    def _tell_saving(self, task: "Task | None") -> None:
        self._saving = task
        for part in (self.bar, self.cancel):
            part.setVisible(task is not None)
        for part in (self.pdf, self.excel):
            part.setEnabled(task is None)
        self.bar.setValue(0)

    def _on_progress(self, share: float) -> None:
        self.bar.setValue(round(share * 100))

    def _on_cancel(self) -> None:
        if self._saving is not None:
            self._saving.cancel()

    def _on_saved(self, path: Path) -> None:
        self._tell_saving(None)
        self.toast.good(self.tr("Saved as {file}").format(file=path.name))

    def _on_unsaved(self, error: Exception) -> None:
        self._tell_saving(None)
        if isinstance(error, Cancelled):
            self.toast.good(self.tr("Given up; no file was written."))
        elif isinstance(error, Refused):
            self.toast.bad(words.refusal(error))
        elif isinstance(error, OSError):
            self.toast.bad(self.tr("The file could not be written: {why}").format(why=error.strerror or str(error)))
        else:
            raise error


def _title(name: OfPeriod) -> str:
    return words.say("report.title" if name == "monthly" else f"report.ledger.{name}")
