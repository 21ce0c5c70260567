"""Over the list of alerts: what is critical and waits for a second person before it is shelved."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.style.tokens import PAGE_PADDING
from desktop.views.rules.shelving_card import ShelvingCard
from desktop.widgets.parts import column, emptied
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
        self._shown: tuple[ShelvingRow, ...] = ()
        self._cards = column(gap=8, margins=(PAGE_PADDING, 0, PAGE_PADDING, 8))
        self.setLayout(self._cards)
        self.hide()

    def refresh(self) -> None:
        """As it is now."""
        rows = self._workbench.ask(asked, now=self._workbench.now())[:MOST]
        if rows != self._shown:
            self._shown = rows
            emptied(self._cards)
            for number, one in enumerate(rows, start=1):
                self._cards.addWidget(ShelvingCard(self._workbench, self._toast, one, number, named=True))
        self.setVisible(bool(rows))
