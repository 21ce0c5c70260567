"""Prints the plan: shows the page as it will be, and sends it to a file or a printer in the background."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QStandardPaths, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from desktop import words
from desktop.views.floor_plan.print_choices import GROUP, WIDTH, PrintChoices
from desktop.views.floor_plan.print_proofing import PlanProofing, Proof
from desktop.views.labels.paper_printer import printer_names
from desktop.widgets.asking import ask_save
from desktop.widgets.choice import Choice
from desktop.widgets.page_preview import PagePreview
from desktop.widgets.parts import box, button, column, label, row
from services.core.refused import Refused

if TYPE_CHECKING:
    from desktop.tasks import Task, Tasks
    from desktop.workbench import Workbench
    from services.plans.drawing import Drawing

SIZE = (1060, 690)


class PlanPrintDialog(QDialog):
    """`told` says where the pages went. Open it with `open()`; it ends itself. `name` is what a file would be
    called."""

    told = Signal(str)

    def __init__(
        self,
        workbench: "Workbench",
        tasks: "Tasks",
        floor: str,
        drawing: "Drawing | None",
        name: str,
        above: QWidget,
    ) -> None:
        super().__init__(above)
        self.setObjectName("planPrint")
        self.setWindowTitle(self.tr("Print the plan"))
        self.tasks, self.name = tasks, name
        self.proof: Proof | None = None
        self._sending: Task | None = None
        self.proofing = PlanProofing(workbench, tasks, floor, drawing, self)
        self.proofing.ready.connect(self._on_ready)
        self.proofing.refused.connect(self._on_refused)
        self.choices = PrintChoices(with_drawing=drawing is not None)
        self.choices.changed.connect(self._on_changed)
        self._build()
        room = above.window().size()
        self.resize(min(SIZE[0], room.width() - 40), min(SIZE[1], room.height() - 40))
        self.finished.connect(self._on_finished)
        self._on_changed()

    def _build(self) -> None:
        self.preview = PagePreview()
        self.said = label("", "muted", "printSaid", wrap=True)
        self.fault = label("", "error", "printFault", wrap=True)
        self.take = button("", "printTake", self._on_take)
        self.bar = QProgressBar()
        self.bar.setObjectName("printProgress")
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        self.bar.setAccessibleName(self.tr("How far the pages have been drawn"))
        keeps = self.bar.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(keeps)
        self.proofing.progress.connect(self._on_progress)
        self.before = button(self.tr("Previous sheet"), "printBefore", partial(self._turn, -1), "tool")
        self.after = button(self.tr("Next sheet"), "printAfter", partial(self._turn, 1), "tool")
        self.sheet = label("", "muted", "printSheet")
        self.turning = box(row(None, self.before, self.sheet, self.after, None))
        side = column(self.choices, self.said, self.fault, self.take, None, gap=14)
        shown = column(self.preview, self.turning, self.bar, gap=8)
        shown.setStretch(0, 1)
        beside = box(side)
        beside.setFixedWidth(WIDTH)
        middle = row(box(shown), beside, gap=20)
        middle.setStretch(0, 1)
        whole = column(middle, self._foot(), gap=16, margins=(20, 16, 20, 16))
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _foot(self) -> QWidget:
        self.printers = Choice("printPrinter", self.tr("Printer"))
        names = printer_names()
        self.printers.offer([(name, name) for name in names], str(QSettings().value(f"{GROUP}/printer") or ""))
        self.print_button = button(self.tr("Print"), "printGo", self._on_print, "", "print")
        none = label(self.tr("This computer has no printer: save the pages as a file."), "caption")
        for one in (none,) if names else (self.printers, self.print_button):
            one.hide()
        self.save = button(self.tr("Save as PDF"), "printSave", self._on_save, "primary")
        self.save.setDefault(True)
        cancel = button(self.tr("Cancel"), "printCancel", self._on_cancel)
        return box(row(self.printers, self.print_button, none, None, cancel, self.save))

    # what is seen

    def _on_changed(self) -> None:
        self._want(1)

    def _want(self, page: int) -> None:
        self.preview.set_stale()
        self._show_ready(False)
        self.proofing.want(self.choices.wanted(), page)

    def _show_ready(self, ready: bool) -> None:
        for one in (self.save, self.print_button):
            one.setEnabled(ready)
        self.bar.setVisible(not ready)
        self.bar.setValue(0)
        self._tell("", "")

    def _tell(self, fault: str, take: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        self.take.setText(take)
        self.take.setVisible(bool(take))

    def _on_progress(self, share: float) -> None:
        self.bar.setValue(round(100 * share))

    def _on_ready(self, proof: Proof) -> None:
        self.proof = proof
        sheets = proof.sheets
        self.preview.show_page(proof.picture)
        self._show_ready(True)
        way = self.tr("landscape") if sheets.page.landscape else self.tr("portrait")
        on = self.tr("1:{scale} on {paper}, {way}") if sheets.scale else self.tr("{paper}, {way}")
        told = on.format(scale=sheets.scale, paper=sheets.page.paper, way=way)
        self.said.setText(told + "\n" + self.tr("%n pages", "", sheets.pages))
        self.sheet.setText(self.tr("{page} of {pages}").format(page=proof.page, pages=sheets.pages))
        self.turning.setVisible(sheets.pages > 1)
        self.before.setEnabled(proof.page > 1)
        self.after.setEnabled(proof.page < sheets.pages)

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        self._show_ready(False)
        self.bar.hide()
        self.turning.hide()
        self.said.clear()
        proposed = error.facts.get("proposed")
        self._tell(words.refusal(error), self.tr("Take 1:{scale}").format(scale=proposed) if proposed else "")
        self.take.setProperty("scale", proposed)

    def _on_take(self) -> None:
        self.choices.take_scale(int(self.take.property("scale")))

    def _turn(self, by: int) -> None:
        if self.proof is not None:
            self._want(self.proof.page + by)

    # where it goes

    def _on_save(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = str(QSettings().value(f"{GROUP}/folder") or documents)
        proposed = str(Path(folder) / self.name)
        ask_save(self, "planFile", self.tr("Save as PDF"), ["PDF (*.pdf)"], self.save_to, proposed)

    def save_to(self, file: str) -> None:
        """Writes the pages that are seen into a file."""
        assert self.proof is not None
        from services.reports.labels import put

        path, pdf = Path(file), self.proof.sheets.pdf
        QSettings().setValue(f"{GROUP}/folder", str(path.parent))
        said = self.tr("Saved as {file}").format(file=path.name)
        self._send(lambda _: put(path, pdf), said)

    def _on_print(self) -> None:
        assert self.proof is not None
        from desktop.views.floor_plan.print_paper import print_sheets

        name, sheets, title = str(self.printers.currentData()), self.proof.sheets, self.name.removesuffix(".pdf")
        QSettings().setValue(f"{GROUP}/printer", name)
        said = self.tr("Sent to {printer}").format(printer=name)
        self._send(lambda task: print_sheets(name, title, sheets, task.step), said)

    def _send(self, work: Callable[["Task"], object], said: str) -> None:
        self._show_ready(False)
        self.choices.setEnabled(False)
        self._sending = self.tasks.run(work, lambda _: self._on_sent(said), self._on_unsent, self._on_progress)

    def _on_sent(self, said: str) -> None:
        self._sending = None
        self.choices.keep()
        self.told.emit(said)
        self.accept()

    def _on_unsent(self, error: Exception) -> None:
        from desktop.tasks import Cancelled

        self._sending = None
        self.choices.setEnabled(True)
        self._show_ready(True)
        if isinstance(error, OSError):
            self._tell(self.tr("The file could not be written: {why}").format(why=error.strerror or error), "")
        elif isinstance(error, Refused):
            self._tell(words.refusal(error), "")
        elif not isinstance(error, Cancelled):
            raise error

    def _on_cancel(self) -> None:
        if self._sending is not None:
            self._sending.cancel()
        else:
            self.reject()

    def _on_finished(self) -> None:
        self.proofing.stop()
        if self._sending is not None:
            self._sending.cancel()
        self.deleteLater()
