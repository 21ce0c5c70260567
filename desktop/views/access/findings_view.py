"""What stands out in how people visit zones, by pseudonyms: each finding with its figures and its visits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.views.access.asked import ask_hub
from desktop.views.access.finding_panel import FindingPanel
from desktop.views.access.rows import VisitRow, visit_row
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, column, label, row
from desktop.widgets.table import Table
from services.core.refused import Refused
from services.core.shape import utc_moment

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as the hub tells it."""

    id: str
    kind: str
    who: str
    zone: str
    at: datetime
    facts: Mapping[str, Any]
    visits: tuple[VisitRow, ...]

    @property
    def why(self) -> str:
        """In a sentence."""
        return words.say(f"access.why.{self.kind}", **figures(self.facts))


def figures(facts: Mapping[str, Any]) -> dict[str, str]:
    """Figures as people write them."""
    return {name: f"{value:g}" for name, value in facts.items()}


def finding_row(one: dict[str, Any]) -> FindingRow:
    """Of `GET /api/access/findings`."""
    visits = tuple(visit_row(each) for each in one["visits"])
    return FindingRow(
        one["id"], one["kind"], one["who"], one["zone"], utc_moment(one["at"]), one["facts"], visits
    )  # fmt: skip


class FindingsView(QWidget):
    """Asks the hub when it is shown: it takes some moments, as eight weeks are looked at."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench = workbench
        self.rows: list[FindingRow] = []
        self._asking = False
        told = self.tr(
            "Unusual is not wrong: look at the visits before anything else. People go by pseudonyms; a name takes a "
            "reason and a second person, and each look stands in the journal."
        )
        self.waits = label("", "warning", "unmaskingsWait", wrap=True)
        self.waits.hide()
        self.fault = label("", "error", "findingsFault", wrap=True)
        self.fault.hide()
        self.table = Table("findingTable", _columns(workbench))
        self.table.chosen.connect(self._on_chosen)
        self.panel = FindingPanel(workbench, toast)
        nothing = self.tr("Who is often alone out of hours, stays unusually long or comes unusually often stands here.")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(EmptyState("access", self.tr("Nothing stands out"), nothing))
        parts = (label(told, "muted", wrap=True), self.waits, self.fault, self.stack)
        left = box(column(*parts, gap=12, margins=(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING)))
        self.setLayout(row(left, self.panel, gap=0))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Asks again."""
        self.follow()
        if not self._asking:
            self._asking = True
            ask_hub(self.workbench, "/api/access/findings", self._on_found, self._on_failed)

    def follow(self) -> None:
        """What has been asked and agreed since."""
        me = self.workbench.me
        asked = self.workbench.ask(lambda look: look.find("unmasking"))
        others = [one for one in asked if one.waits and me is not None and one.asked_by != me.id]
        self.waits.setText(self.tr("%n requests for a name wait for another person.", "", len(others)))
        self.waits.setVisible(bool(others) and self.workbench.may("unmaskings.agree"))
        self.panel.follow()

    def _on_found(self, found: dict[str, Any]) -> None:
        self._asking = False
        self.fault.hide()
        self.rows = [finding_row(one) for one in found["findings"]]
        self.table.show_rows(self.rows)
        self.stack.setCurrentIndex(0 if self.rows else 1)

    def _on_failed(self, refused: Refused) -> None:
        self._asking = False
        self.fault.setText(words.refusal(refused))
        self.fault.show()

    def _on_chosen(self, one: FindingRow | None) -> None:
        if one is not None:
            self.panel.show_finding(one)


def _columns(workbench: "Workbench") -> list[Column]:
    translate = QCoreApplication.translate

    def kind(one: FindingRow) -> str:
        return words.say(f"access.finding.{one.kind}")

    def at(one: FindingRow) -> datetime:
        return one.at

    return [
        Column("kind", translate("FindingsView", "What stands out"), kind, 170),
        Column("who", words.say("field.unmasking.who"), lambda one: one.who, 110),
        Column("zone", words.say("record.zone"), lambda one: one.zone, 120),
        Column("at", translate("FindingsView", "Last"), lambda one: words.when(one.at, workbench.now()), 140, sort=at,
               moment=at),
        Column("why", translate("FindingsView", "Why"), lambda one: one.why, 300, grows=True, tip=lambda one: one.why),
    ]  # fmt: skip
