"""Who went into a zone without what it asks for, by the doors' word: with names, so that they can be taught. Only the
hub knows, and that the list was opened stands in its journal."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.views.access.asked import AskedView, ask_hub
from desktop.widgets.choice import Choice
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import column, label, row
from desktop.widgets.table import Table
from services.core.refused import Refused
from services.core.shape import utc_moment

if TYPE_CHECKING:
    from desktop.workbench import Workbench

DAYS = ("7", "28", "90")


@dataclass(frozen=True, slots=True)
class DoorRow:
    """Somebody in a zone: how often in the stretch, when last, and what lacked then, in words."""

    person: str
    name: str
    group: str
    zone: str
    times: int
    last: datetime
    lacks: str

    @property
    def id(self) -> str:
        """Of the row."""
        return f"{self.zone}.{self.person}"


def lacks_said(lacks: list[dict[str, str]]) -> str:
    """What somebody was without, in words."""
    return words.listed(
        words.say(
            f"training.lack.{one['of']}.{one['how']}",
            what=words.say(f"value.trade.{one['what']}") if one["of"] == "trade" else one["what"],
        )
        for one in lacks
    )


def door_rows(found: dict[str, Any]) -> list[DoorRow]:
    """Of `GET /api/training/doors`."""
    return [
        DoorRow(one["person"], one["name"], one["group"], one["zone_name"], one["times"], utc_moment(one["last"]),
                lacks_said(one["lacks"]))
        for one in found["people"]
    ]  # fmt: skip


class DoorsView(AskedView):
    """`chosen` carries the row that is selected, or None; `needs_wanted` when what zones ask for is to be set."""

    chosen = Signal(object)
    needs_wanted = Signal()

    def __init__(self, workbench: "Workbench") -> None:
        super().__init__()
        self.workbench = workbench
        self.days = Choice("doorDays", self.tr("Days"))
        self.days.offer([(self.tr("last %n days", "", int(one)), one) for one in DAYS], "28")
        self.days.activated.connect(self.refresh)
        self.said = label("", "muted", "doorsSaid", wrap=True)
        self.fault = label("", "error", "doorsFault", wrap=True)
        self.fault.hide()
        self.table = Table("untrainedTable", self._columns())
        self.table.filter.show()
        self.table.chosen.connect(self.chosen)
        about = self.tr(
            "Say what zones ask for; doors then tell who went in without. Contractors need their induction anywhere."
        )
        nobody = self.tr("Nobody went in without what a zone asks for")
        none = EmptyState("training", nobody, about, self.tr("What zones ask for"), "setNeeds", self.needs_wanted.emit)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(none)
        self.setLayout(column(row(self.days, self.said, None), self.fault, self.stack, gap=12))

    def _columns(self) -> list[Column]:
        translate = QCoreApplication.translate

        def last(one: DoorRow) -> datetime:
            return one.last

        return [
            Column("name", words.say("field.person.name"), lambda one: one.name, 110),
            Column("group", translate("DoorsView", "Team or company"), lambda one: one.group or "–", 150, yields=True),
            Column("zone", words.say("record.zone"), lambda one: one.zone, 140),
            Column("lacks", translate("DoorsView", "What was lacking"), lambda one: one.lacks, 260, grows=True,
                   tip=lambda one: one.lacks, sign=lambda _: "overdue"),
            Column("times", translate("DoorsView", "Times"), lambda one: str(one.times), 64, right=True,
                   sort=lambda one: one.times),
            Column("last", translate("DoorsView", "Last"), lambda one: words.when(one.last, self.workbench.now()), 150,
                   sort=last, moment=last),
        ]  # fmt: skip

    def refresh(self) -> None:
        """Asks the hub."""
        path = f"/api/training/doors?days={self.days.currentData()}"
        ask_hub(self.workbench, path, self._on_found, self._on_failed)

    def _on_found(self, found: dict[str, Any]) -> None:
        self.fault.hide()
        rows = door_rows(found)
        self.table.show_rows(rows)
        people = len({one.person for one in rows})
        self.said.setText(self.tr("%n people went in without", "", people) if rows else "")
        self.stack.setCurrentIndex(0 if rows else 1)

    def _on_failed(self, refused: Refused) -> None:
        self.fault.setText(words.refusal(refused))
        self.fault.show()
