"""Over the list of alerts: a drill that waits for my word; what waits for a second person before it is shelved."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.style.tokens import PAGE_PADDING
from desktop.views.rules.shelving_card import ShelvingCard
from desktop.widgets.parts import box, button, column, emptied, label, row
from services.core.alert_drills import AlertDrill
from services.store.queries.alert_drills import drill_for
from services.store.queries.shelvings import ShelvingRow, asked

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

MOST = 3


class Asked(QWidget):
    """Hidden while there is none; the oldest few are shown, the others follow."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.setObjectName("shelvingsAsked")
        self._workbench, self._toast = workbench, toast
        self._shown: tuple[AlertDrill | None, tuple[ShelvingRow, ...]] = (None, ())
        self._cards = column(gap=8, margins=(PAGE_PADDING, 0, PAGE_PADDING, 8))
        self.setLayout(self._cards)
        self.hide()

    def refresh(self) -> None:
        """As it is now."""
        me = self._workbench.me
        drill = self._workbench.ask(drill_for, person=me.id) if me else None
        rows = self._workbench.ask(asked, now=self._workbench.now())[:MOST]
        if (drill, rows) != self._shown:
            self._shown = (drill, rows)
            emptied(self._cards)
            if drill is not None:
                self._cards.addWidget(self._drill(drill))
            for number, one in enumerate(rows, start=1):
                self._cards.addWidget(ShelvingCard(self._workbench, self._toast, one, number, named=True))
        self.setVisible(bool(rows) or drill is not None)

    def _drill(self, drill: AlertDrill) -> QWidget:
        when = words.when(drill.made_at, self._workbench.now())
        head = label(self.tr("A drill of alerts went to you {when}").format(when=when), "head", "drillAsked", wrap=True)
        came = button(self.tr("It has come"), "drillCame", self._on_came, "primary")
        return box(column(head, row(came, None), gap=6, margins=(12, 10, 12, 10)), "card-yellow")

    def _on_came(self) -> None:
        drill = self._shown[0]
        if drill is not None and self._workbench.run("alert_drills.acknowledge", alert_drill=drill.id).ok:
            self._toast.good(self.tr("Acknowledged. Thank you."))
