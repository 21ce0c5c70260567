"""From the button to the paper: asks where labels go, has them printed, and says what came of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.views.labels.destination import Destination
from desktop.views.labels.print_dialog import PrintDialog
from desktop.views.labels.printing import Outcome, PrintJob
from services.core.refused import Refused

if TYPE_CHECKING:
    from desktop.tasks import Tasks
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.reports.label_sheets import Template
    from services.store.queries.labels import LabelRow


class PrintDesk(QObject):
    """`told` says what is being done, for a person; `ended` comes when the job in hand is over, well or not."""

    told = Signal(str)
    ended = Signal()

    def __init__(self, workbench: "Workbench", tasks: "Tasks", toast: "Toast", above: QWidget) -> None:
        super().__init__(above)
        self.workbench, self.tasks, self.toast, self.above = workbench, tasks, toast, above
        self.job = PrintJob(workbench, tasks, self)
        self.job.told.connect(self.told)
        self.job.done.connect(self._on_printed)
        self.job.failed.connect(self._on_failed)
        self._printed_to = ""

    @property
    def busy(self) -> bool:
        """Whether a job is in hand."""
        return self.job.busy

    def ask(self, template: "Template", rows: "Sequence[LabelRow]", paper: str, used: Sequence[int]) -> None:
        """Asks where the labels of these zones go, and prints them there."""
        if any(one.row.label is None for one in rows) and not self.workbench.syncing.reachable:
            self.toast.bad(words.refusal(Refused("needs_hub")))
            return
        self._rows, self._blanks, self._paper, self._used = list(rows), 0, paper, used
        self._open(template, len(rows), self.tr("zone-labels"))

    def ask_blanks(self, template: "Template", count: int, paper: str) -> None:
        """Asks where so many blank labels go, and prints them there."""
        self._rows, self._blanks, self._paper, self._used = [], count, paper, []
        self._open(template, count, self.tr("blank-labels"))

    def _open(self, template: "Template", count: int, name: str) -> None:
        file = f"{name}-{words.local(self.workbench.now()):%Y-%m-%d}.pdf"
        dialog = PrintDialog(template, count, file, self.tasks, self.above)
        dialog.chosen.connect(self._on_destination)
        dialog.open()

    def _on_destination(self, to: Destination) -> None:
        if self._blanks:
            self.job.start_blanks(self._blanks, self._paper, to)
        else:
            self.job.start(self._rows, self._paper, self._used, to)

    def _on_printed(self, outcome: Outcome) -> None:
        self.ended.emit()
        if outcome.kept:
            kept = words.listed(words.with_value(code, words.say(f"label.why.{why[0]}")) for code, why in outcome.kept)
            self.toast.bad(self.tr("Kept back, not printed: {kept}").format(kept=kept), keep="labels")
            return
        self._printed_to = outcome.to.to
        if outcome.to.kind == "file":
            done = self.tr("%n labels are in {file}.", "", outcome.printed).format(file=outcome.to.shown)
            self.toast.good(done, self.tr("Open"), self._on_open, keep="labels")
            return
        done = self.tr("%n labels went to {printer}.", "", outcome.printed).format(printer=outcome.to.shown)
        self.toast.good(done, keep="labels")

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._printed_to))

    def _on_failed(self, error: Exception) -> None:
        self.ended.emit()
        self.tell(error)

    def tell(self, error: Exception) -> None:
        """Says why something could not be printed."""
        if isinstance(error, Refused):
            self.toast.bad(words.refusal(error))
        elif isinstance(error, OSError):
            self.toast.bad(self.tr("The file could not be written; nothing was printed. ({why})").format(why=error))
        else:
            raise error
