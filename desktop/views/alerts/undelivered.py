"""What never reached anybody: the messages that did not arrive by any of the ways that were tried."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from desktop import words
from desktop.views.alerts.told_part import told_row
from desktop.widgets.parts import box, button, column, emptied, label, row
from services.core.refused import Refused
from services.core.shape import utc_moment
from services.words import has

if TYPE_CHECKING:
    from desktop.workbench import Workbench

WIDE, HIGH = 640, 520


class Undelivered(QDialog):
    """The list, as the hub has it now."""

    def __init__(self, workbench: "Workbench", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("undelivered")
        self.setWindowTitle(self.tr("Not delivered"))
        self.resize(WIDE, HIGH)
        self.workbench = workbench
        self._rows = column(label(self.tr("Asking the hub…"), "caption"), None, gap=12, margins=(16, 12, 16, 12))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(box(self._rows, "panel"))
        scroll.setAccessibleName(self.windowTitle())
        told = self.tr("Messages that did not arrive, and those that were tried in vain and go on. The newest first.")
        shut = button(self.tr("Close"), "closeUndelivered", self.accept)
        self.setLayout(
            column(label(told, "caption", wrap=True), scroll, row(None, shut), gap=12, margins=(20, 16, 20, 16))
        )
        client = workbench.opened.client
        if client is None:
            self._on_nothing(Refused("needs_hub"))
        else:
            workbench.tasks.run(lambda: client.call("GET", "/api/undelivered"), self._on_answer, self._on_nothing)

    def _on_answer(self, found: dict[str, Any]) -> None:
        emptied(self._rows)
        for one in found["undelivered"]:
            self._rows.addWidget(self._one(one))
        if not found["undelivered"]:
            self._rows.addWidget(label(self.tr("Everything has arrived."), "", "allArrived"))
        self._rows.addStretch(1)

    def _one(self, one: dict[str, Any]) -> QWidget:
        when = words.when(utc_moment(one["made_at"]), self.workbench.now())
        what = words.say(f"told.{one['message']}") if has(f"told.{one['message']}") else one["message"]
        return box(column(label(f"{when} · {what}", "head"), told_row(self.workbench, one), gap=4))

    def _on_nothing(self, error: Exception) -> None:
        emptied(self._rows)
        refused = error if isinstance(error, Refused) else Refused("hub_unreachable")
        self._rows.addWidget(label(words.refusal(refused), "error", "undeliveredError", wrap=True))
        self._rows.addStretch(1)
