"""What visits people made in the last days, by pseudonyms, and what is odd about them."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.views.access.asked import ask_hub
from desktop.views.access.rows import VisitRow, flaws_said, visit_row, who_said
from desktop.widgets.choice import Choice
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, column, label, row
from desktop.widgets.table import Table
from services.core.refused import Refused

if TYPE_CHECKING:
    from desktop.workbench import Workbench

DAYS = ("1", "7", "28")


class VisitsView(QWidget):
    """Asks the hub when it is shown, or something else is wanted."""

    def __init__(self, workbench: "Workbench") -> None:
        super().__init__()
        self.workbench = workbench
        self.rows: list[VisitRow] = []
        self.days = Choice("visitDays", self.tr("Days"))
        self.days.offer([(self.tr("%n days", "", int(one)), one) for one in DAYS], "7")
        self.days.activated.connect(self.refresh)
        self.odd = QCheckBox(self.tr("Only odd ones"))
        self.odd.setObjectName("oddVisits")
        self.odd.toggled.connect(self.refresh)
        self.count = label("", "muted", "visitCount")
        self.table = Table("visitTable", visit_columns(self.workbench))
        self.table.filter.show()
        self.fault = label("", "error", "visitFault", wrap=True)
        self.fault.hide()
        nothing = self.tr("Visits are made of swipes: who went in when, and out again.")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(EmptyState("access", self.tr("No visits"), nothing))
        tools = row(self.days, self.odd, self.count, None)
        self.setLayout(
            column(box(column(tools, self.fault, self.stack, margins=(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING))))
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Asks again."""
        odd = "true" if self.odd.isChecked() else "false"
        path = f"/api/access/visits?days={self.days.currentData()}&odd={odd}"
        ask_hub(self.workbench, path, self._on_found, self._on_failed)

    def _on_found(self, found: dict[str, Any]) -> None:
        self.fault.hide()
        self.rows = [visit_row(one) for one in found["visits"]]
        self.table.show_rows(self.rows)
        self.count.setText(self.tr("%n visits", "", found["count"]))
        self.stack.setCurrentIndex(0 if self.rows else 1)

    def _on_failed(self, refused: Refused) -> None:
        self.fault.setText(words.refusal(refused))
        self.fault.show()


def visit_columns(workbench: "Workbench") -> list[Column]:
    """How visits are shown, wherever they are."""
    translate = QCoreApplication.translate

    def when(one: VisitRow) -> str:
        return words.when(one.begins, workbench.now()) if one.begins else translate("VisitsView", "not seen")

    def until(one: VisitRow) -> str:
        if one.ends:
            return words.when(one.ends, workbench.now())
        return translate("VisitsView", "still there") if one.open else translate("VisitsView", "not seen")

    def stayed(one: VisitRow) -> timedelta | None:
        return one.ends - one.begins if one.begins and one.ends and "clock" not in one.flaws else None

    def lasting(one: VisitRow) -> str:
        span = stayed(one)
        return words.lasting(span) if span is not None else "—"

    return [
        Column("zone", words.say("record.zone"), lambda one: one.zone, 180),
        Column("who", words.say("field.muster_tick.person"), lambda one: who_said(one.who), 190, grows=True),
        Column(
            "begins",
            translate("VisitsView", "In"),
            when,
            140,
            sort=lambda one: one.at,
            moment=lambda one: one.at,
        ),
        Column("ends", translate("VisitsView", "Out"), until, 140, sort=lambda one: one.ends or one.at),
        Column(
            "stayed",
            translate("VisitsView", "Stayed"),
            lasting,
            120,
            sort=lambda one: stayed(one) or timedelta(),
            right=True,
        ),
        Column("flaws", translate("VisitsView", "Oddities"), lambda one: flaws_said(one.flaws), 220),
    ]
