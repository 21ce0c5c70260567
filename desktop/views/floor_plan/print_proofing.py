"""Draws what is to be printed in the background, again as the choice changes; only the last choice counts, and what is
being drawn for an older one is given up."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.language import language

if TYPE_CHECKING:
    from desktop.tasks import Task, Tasks
    from desktop.workbench import Workbench
    from services.plans.drawing import Drawing
    from services.reports.plan_sheet import Sheets, Wanted

PICTURE_PX = 1800  # of the longer side of a page as it is looked at
MM_PER_INCH = 25.4


@dataclass(frozen=True)
class Proof:
    """What was drawn, and the picture of one of its pages, counted from 1."""

    wanted: "Wanted"
    sheets: "Sheets"
    page: int
    picture: QImage


class PlanProofing(QObject):
    """`ready` carries a Proof, `refused` what stands against it, `progress` how far it is, 0 to 1."""

    ready = Signal(object)
    refused = Signal(object)
    progress = Signal(float)

    def __init__(
        self, workbench: "Workbench", tasks: "Tasks", floor: str, drawing: "Drawing | None", parent: QObject
    ) -> None:
        super().__init__(parent)
        self.workbench, self.tasks, self.floor, self.drawing = workbench, tasks, floor, drawing
        self._last: Proof | None = None
        self._task: Task | None = None
        self._round = 0

    @property
    def busy(self) -> bool:
        """Whether something is being drawn."""
        return self._task is not None

    def want(self, wanted: "Wanted", page: int = 1) -> None:
        """This is what should be seen."""
        self.stop()
        self._round += 1
        number, lang = self._round, language.name
        last = self._last.sheets if self._last and self._last.wanted == wanted else None
        self._task = self.tasks.run(
            lambda task: self._work(task, wanted, page, lang, last),
            lambda made: self._on_done(number, made),
            lambda error: self._on_failed(number, error),
            lambda share: self._on_progress(number, share),
        )

    def stop(self) -> None:
        """Gives up what is being drawn; nothing is told of it any more."""
        self._round += 1
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _work(self, task: "Task", wanted: "Wanted", page: int, lang: str, last: "Sheets | None") -> Proof:
        from services.reports.pages import page_image

        sheets = last or self._drawn(task, wanted, lang)
        page = min(page, sheets.pages)
        dpi = PICTURE_PX / max(sheets.page.width, sheets.page.height) * MM_PER_INCH
        return Proof(wanted, sheets, page, QImage.fromData(page_image(sheets.pdf, page, dpi)))

    def _drawn(self, task: "Task", wanted: "Wanted", lang: str) -> "Sheets":
        from services.reports.board_facts import board_facts
        from services.reports.board_pages import print_board
        from services.reports.plan_facts import plan_facts
        from services.reports.plan_sheet import print_plan

        now = self.workbench.now()
        if wanted.board is not None:
            said = self.workbench.ask(board_facts, floor=self.floor, now=now)
            return print_board(said, wanted.board, wanted.paper, lang, wanted.landscape, task.step)
        facts = self.workbench.ask(plan_facts, floor=self.floor, now=now)
        return print_plan(facts, self.drawing, wanted, lang, task.step)

    def _on_done(self, number: int, made: Proof) -> None:
        if number == self._round:
            self._task, self._last = None, made
            self.ready.emit(made)

    def _on_failed(self, number: int, error: Exception) -> None:
        if number == self._round:
            self._task = None
            self.refused.emit(error)

    def _on_progress(self, number: int, share: float) -> None:
        if number == self._round:
            self.progress.emit(share)
