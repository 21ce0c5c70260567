"""The cards that somebody opens doors with: as the hub has them, and withdrawn where one is lost or handed back."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.views.access.asked import ask_hub
from desktop.widgets.parts import button, column, emptied, label, row
from services.core.refused import Refused

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench


class CardsPart(QWidget):
    """For one person. Numbers are asked for only when somebody wants to see them: consoles keep none."""

    def __init__(self, workbench: "Workbench", toast: "Toast", person: str) -> None:
        super().__init__()
        self.workbench, self.toast, self.person = workbench, toast, person
        self.rows = column(gap=4)
        self.ask = button(self.tr("Show the cards"), "showCards", self.show_cards)
        self.setLayout(column(self.rows, row(self.ask, None), gap=6))

    def show_cards(self) -> None:
        """Asks the hub."""
        ask_hub(self.workbench, f"/api/cards/{self.person}", self._on_found, self._on_failed)

    def _on_found(self, found: dict[str, Any]) -> None:
        if not isValid(self):
            return
        emptied(self.rows)
        for number in found["cards"]:
            drop = button(self.tr("Withdraw"), f"dropCard-{number}", partial(self._on_drop, number), "link")
            self.rows.addLayout(row(label(number, "", "cardNumber"), None, drop))
        if not found["cards"]:
            self.rows.addWidget(label(self.tr("No card is theirs."), "muted", "noCards"))

    def _on_drop(self, number: str) -> None:
        def drop(client: Any) -> Any:
            return client.call("POST", "/api/cards/drop", json={"number": number})

        self.workbench.call(drop, self._on_dropped)

    def _on_dropped(self, _: dict[str, Any]) -> None:
        if isValid(self):
            self.toast.good(self.tr("The card opens nothing in their name any more."))
            self.show_cards()

    def _on_failed(self, refused: Refused) -> None:
        from desktop import words

        if isValid(self):
            self.toast.bad(words.refusal(refused))
