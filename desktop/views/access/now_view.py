"""Who is where now, the riskiest zones first, by pseudonyms."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.views.access.asked import AskedView, ask_hub
from desktop.views.access.rows import NowRow, flaws_said, now_rows, who_said
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, column, label
from desktop.widgets.table import Table
from services.core.refused import Refused

if TYPE_CHECKING:
    from desktop.workbench import Workbench


class NowView(AskedView):
    """Asks the hub while it is seen. `told` says how many are on the site."""

    told = Signal(str)

    def __init__(self, workbench: "Workbench") -> None:
        super().__init__()
        self.workbench = workbench
        self.rows: list[NowRow] = []
        self._asking = False
        self.table = Table("accessNowTable", self._columns())
        self.table.filter.show()
        self.fault = label("", "error", "accessNowFault", wrap=True)
        self.fault.hide()
        nothing = self.tr("As soon as somebody swipes at a door, it stands here who is in which zone.")
        self.stack = QStackedWidget()
        self.stack.addWidget(box(column(self.fault, self.table, margins=(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING))))
        self.stack.addWidget(EmptyState("access", self.tr("By the doors' word nobody is on the site"), nothing))
        self.setLayout(column(self.stack))

    def refresh(self) -> None:
        """Asks again."""
        if not self._asking:
            self._asking = True
            ask_hub(self.workbench, "/api/access/now", self._on_found, self._on_failed)

    def _on_found(self, found: dict[str, Any]) -> None:
        self._asking = False
        self.fault.hide()
        self.rows = list(now_rows(found))
        self.table.show_rows(self.rows)
        self.stack.setCurrentIndex(0 if self.rows else 1)
        people = {one.who for one in self.rows if one.who}
        self.told.emit(self.tr("%n on the site by the doors' word", "", len(people)))

    def _on_failed(self, refused: Refused) -> None:
        """What was seen last is not what is so now: it goes."""
        self._asking = False
        self.rows = []
        self.table.show_rows([])
        self.fault.setText(words.refusal(refused))
        self.fault.show()
        self.stack.setCurrentIndex(0)
        self.told.emit("")

    def _columns(self) -> list[Column]:
        def stayed(one: NowRow) -> timedelta | None:
            return self.workbench.now() - one.since if one.since else None

        def lasting(one: NowRow) -> str:
            span = stayed(one)
            return words.lasting(span) if span is not None else ""

        def when(one: NowRow) -> str:
            return words.when(one.since, self.workbench.now()) if one.since else ""

        def who(one: NowRow) -> str:
            return who_said(one.who) if one.who else self.tr("nobody")

        return [
            Column("zone", words.say("record.zone"), lambda one: one.zone, 200, badge=lambda one: one.zone_class,
                   sort=lambda one: (one.zone_class, one.zone)),
            Column("who", words.say("field.muster_tick.person"), who, 220, grows=True),
            Column("since", self.tr("Since"), when, 150, sort=lambda one: one.since or self.workbench.now(),
                   moment=lambda one: one.since),
            Column("stayed", self.tr("For"), lasting, 150, sort=lambda one: stayed(one) or timedelta(), right=True),
            Column("flaws", self.tr("Oddities"), lambda one: flaws_said(one.flaws), 200, yields=True),
        ]  # fmt: skip
