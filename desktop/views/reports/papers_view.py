"""The papers of a period: their names at the left, the chosen one's pages to look at, and where it goes. Below the
program's own stand those that people have put together."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QStandardPaths, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QPushButton, QScrollArea, QWidget

from desktop import words
from desktop.language import language
from desktop.style.tokens import PAGE_PADDING
from desktop.tasks import Cancelled
from desktop.views.reports.papers import Papers, Shown, key_of
from desktop.widgets.asking import ask_save
from desktop.widgets.page_preview import PagePreview
from desktop.widgets.parts import box, button, column, emptied, label, line, row
from services.core.refused import Refused
from services.core.report_designs import ReportDesign
from services.reports.names import OF_PERIODS, OfPeriod
from services.reports.titles import Paper, title_of

if TYPE_CHECKING:
    from desktop.tasks import Task, Tasks
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.reports.report_facts import ReportFacts
    from services.store.records import Records

SIDE, PADDED, GROUP = 296, 56, "reports"
EQUIPMENT: OfPeriod = "annual-equipment"
# The papers that are about a part which a plant may do without.
OF_MODULES = {"inspections": "inspections", "points": "points", "shop": "points", "training": "training",
              "contractors": "contractors"}  # fmt: skip


class PapersView(QWidget):
    """`chosen` is the paper that is looked at. `design_wanted` carries the one that is to be changed, None for a new
    one; `rates_wanted` when what losses cost is to be seen."""

    design_wanted = Signal(object)
    rates_wanted = Signal()

    def __init__(self, workbench: "Workbench", tasks: "Tasks", toast: "Toast") -> None:
        super().__init__()
        self.setObjectName("papers")
        self.workbench, self.toast = workbench, toast
        self.chosen: Paper = "monthly"
        self.shown: Shown | None = None
        self._stale = True
        self._saving: Task | None = None
        self.papers = Papers(workbench, tasks, self)
        self.papers.ready.connect(self._on_ready)
        self._build()

    def _build(self) -> None:
        self._names: dict[str, QPushButton] = {}
        self._list = column(gap=4, margins=(0, 0, 8, 0))
        inner = box(self._list, "page")
        side = QScrollArea()
        side.setObjectName("paperList")
        side.setAccessibleName(self.tr("Papers"))
        side.setWidgetResizable(True)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setWidget(inner)
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
        self.rates = button(self.tr("What losses cost…"), "paperRates", self.rates_wanted.emit)
        self.change = button(self.tr("Change…"), "designChange", self._on_change)
        self.retire = button(self.tr("Retire"), "designRetire", self._on_retire)
        self.excel = button(self.tr("Save as Excel"), "paperExcel", partial(self._ask, "xlsx"), "", "excel")
        self.pdf = button(self.tr("Save as PDF"), "paperPdf", partial(self._ask, "pdf"), "primary")
        foot = row(
            self.before,
            self.place,
            self.after,
            None,
            self.bar,
            self.cancel,
            self.rates,
            self.change,
            self.retire,
            self.excel,
            self.pdf,
        )
        shown = column(self.preview, foot, gap=10)
        shown.setStretch(0, 1)
        whole = row(side, shown, gap=20, margins=(PAGE_PADDING, 4, PAGE_PADDING, PAGE_PADDING))
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._tell_saving(None)
        self.list_papers()
        self.choose("monthly")

    def _about(self) -> dict[str, str]:
        return {
            "monthly": self.tr("Figures, charts, what to decide"),
            "hazards": self.tr("Every hazard reported in the period"),
            "inspections": self.tr("Every inspection due in the period"),
            "points": self.tr("Points given for what was reported and done"),
            "shop": self.tr("Stock, what came and went, and what it cost"),
            "annual-equipment": self.tr("Which posts, how much money, when it is paid back"),
            "customer": self.tr("For a customer's audit, without names"),
            "training": self.tr("Gaps by post, certificates, sessions"),
            "contractors": self.tr("Companies, papers, permits"),
            "major-hazards": self.tr("For the authority, with the five requirements"),
            "clauses": self.tr("Which records are evidence of which clause"),
        }

    def list_papers(self) -> None:
        """The names, with one's own as they are now."""
        emptied(self._list)
        self._names = {}
        about = self._about()
        plant = self.workbench.plant
        off = plant.modules_off if plant else ()
        for name in [one for one in OF_PERIODS if OF_MODULES.get(one) not in off]:
            self._list.addWidget(self._name_button(name))
            self._list.addWidget(label(about[name], "caption", wrap=True))
        self._list.addWidget(line())
        self._list.addWidget(label(self.tr("Reports of our own"), "head"))
        self._own: tuple[ReportDesign, ...] = self.workbench.ask(_designs)
        for one in self._own:
            self._list.addWidget(self._name_button(one))
        more = button(self.tr("New report…"), "designNew", partial(self.design_wanted.emit, None), picture="add")
        more.setEnabled(self.workbench.may("report_designs.add"))
        self._list.addWidget(more)
        self._list.addStretch()
        if isinstance(self.chosen, ReportDesign):
            known = {one.id: one for one in self._own}
            self.choose(known.get(self.chosen.id, "monthly"))
        elif self.chosen not in self._names:
            self.choose("monthly")

    @property
    def names(self) -> tuple[str, ...]:
        """The keys of the papers that can be chosen."""
        return tuple(self._names)

    def _name_button(self, paper: Paper) -> QPushButton:
        key, title = key_of(paper), _title(paper)
        short = self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, SIDE - PADDED)
        made = button(short, f"paper-{key}", partial(self.choose, paper), "segment")
        made.setAccessibleName(title)
        if short != title:
            made.setToolTip(title)
        made.setCheckable(True)
        made.setChecked(key == key_of(self.chosen))
        self._names[key] = made
        return made

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

    def choose(self, paper: Paper) -> None:
        """This paper is looked at."""
        self.chosen = paper
        for other, made in self._names.items():
            made.setChecked(other == key_of(paper))
        own = isinstance(paper, ReportDesign)
        self.rates.setVisible(paper == EQUIPMENT)
        for deed, kind in ((self.change, "report_designs.change"), (self.retire, "report_designs.retire")):
            deed.setVisible(own)
            deed.setEnabled(self.workbench.may(kind))
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
        if shown.key != key_of(self.chosen):
            return
        self.shown = shown
        self.preview.show_page(shown.picture)
        told = self.tr("{page} of {pages}").format(page=shown.page, pages=shown.pages)
        if shown.rows:
            told += " · " + self.tr("%n rows in the file", "", shown.rows)
        self.place.setText(told)
        self.before.setEnabled(shown.page > 1)
        self.after.setEnabled(shown.page < shown.pages)

    def _on_change(self) -> None:
        self.design_wanted.emit(self.chosen)

    def _on_retire(self) -> None:
        if isinstance(self.chosen, ReportDesign):
            gone = self.chosen
            self.choose("monthly")
            if self.workbench.run("report_designs.retire", report_design=gone.id).ok:
                told = self.tr("{name} is used no more.").format(name=gone.name)
                self.toast.good(told, self.tr("Undo"), self.workbench.undo)

    # as a file

    def _ask(self, ending: str) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = str(QSettings().value(f"{GROUP}/folder") or documents)
        forms = {"pdf": "PDF (*.pdf)", "xlsx": self.tr("Excel workbook (*.xlsx)")}
        proposed = str(Path(folder) / f"{self._file_name()}.{ending}")
        title = self.pdf.text() if ending == "pdf" else self.excel.text()
        ask_save(self.window(), "paperFile", title, [forms[ending]], self.save_to, proposed)

    def _file_name(self) -> str:
        if self.papers.facts is None:
            return _title(self.chosen)
        period = self.papers.period_of(self.chosen)
        return f"{_title(self.chosen)} {period.first:%Y-%m-%d} {period.last:%Y-%m-%d}"

    def save_to(self, file: str) -> None:
        """Writes the chosen paper into a file."""
        path = Path(file)
        QSettings().setValue(f"{GROUP}/folder", str(path.parent))
        self._tell_saving(self.papers.save(self.chosen, path, self._on_saved, self._on_unsaved, self._on_progress))

    def _tell_saving(self, task: "Task | None") -> None:
        self._saving = task
        for part in (self.bar, self.cancel):
            part.setVisible(task is not None)
        for deed in (self.pdf, self.excel):
            deed.setEnabled(task is None)
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


def _title(paper: Paper) -> str:
    return title_of(paper, language.name)


def _designs(look: "Records") -> tuple[ReportDesign, ...]:
    found = (one for one in look.find("report_design") if one.retired_at is None)
    return tuple(sorted(found, key=lambda one: (one.name, one.id)))
