"""What can be done with a hazard beside reviewing it: its grade, its plan, its time, and that it is none."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.views.hazards.plan_dialog import PlanDialog
from desktop.views.hazards.reasons import general_reasons, major_reasons, reject_reasons, time_reasons
from desktop.widgets.reason import ReasonDialog

if TYPE_CHECKING:
    from desktop.workbench import Workbench
    from services.store.records import Records


class HazardDeeds(QObject):
    """`told` carries in words what has been done, which can be undone. `begin` does a deed by its name, or asks first
    for what it needs; dialogs stand above `above`."""

    told = Signal(str)

    def __init__(self, workbench: "Workbench", above: QWidget) -> None:
        super().__init__(above)
        self._workbench, self._above = workbench, above
        self._id = ""
        self._ways: dict[str, Callable[[], None]] = {
            "reject": self._ask_reject,
            "grant_time": self._grant_time,
            "refuse_time": self._ask_time_refusal,
            "grade_major": self._ask_major,
            "grade_general": self._ask_general,
            "plan": self._ask_plan,
        }

    def begin(self, deed: str, id_: str) -> None:
        """One of the deeds, on this hazard."""
        self._id = id_
        self._ways[deed]()

    def _do(self, kind: str, text: str, **args: object) -> None:
        if self._workbench.run(kind, hazard=self._id, **args).ok:
            self.told.emit(text)

    def _ask(self, dialog: ReasonDialog, then: Callable[[str], None]) -> None:
        dialog.given.connect(then)
        dialog.open()

    # whether it is one, and its time

    def _ask_reject(self) -> None:
        self._ask(reject_reasons(self._above), self._on_reject)

    def _on_reject(self, reason: str) -> None:
        self._do("hazards.reject", self.tr("Settled as no hazard."), reason=reason)

    def _grant_time(self) -> None:
        self._do("hazards.answer_time", self.tr("More time granted."), granted=True)

    def _ask_time_refusal(self) -> None:
        self._ask(time_reasons(self._above), self._on_time_refused)

    def _on_time_refused(self, reason: str) -> None:
        text = self.tr("The deadline stays; who asked reads your reason.")
        self._do("hazards.answer_time", text, granted=False, reason=reason)

    # major hazards

    def _ask_major(self) -> None:
        self._ask(major_reasons(self._above), self._on_major)

    def _on_major(self, reason: str) -> None:
        self._do(
            "hazards.grade", self.tr("Graded major. Its five requirements come first."), grade="major", reason=reason
        )

    def _ask_general(self) -> None:
        self._ask(general_reasons(self._above), self._on_general)

    def _on_general(self, reason: str) -> None:
        self._do("hazards.grade", self.tr("Graded general."), grade="general", reason=reason)

    def _ask_plan(self) -> None:
        plan = self._workbench.ask(_get, kind="fix_plan", id_=self._id)
        dialog = PlanDialog(self._workbench, self._id, plan, self._above)
        dialog.written.connect(self._on_plan)
        dialog.open()

    def _on_plan(self) -> None:
        self.told.emit(self.tr("The five requirements are written down."))


def _get(look: "Records", kind: str, id_: str) -> object:
    return look.get(kind, id_)
