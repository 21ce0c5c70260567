"""A passage that nobody is known by: whose card it is is said here, and what was seen of it before becomes theirs."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.parts import button, label
from desktop.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench


class StrangePanel(SidePanel):
    """`matched` when a card has become somebody's."""

    matched = Signal()

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("strangePanel")
        self.workbench, self.toast = workbench, toast
        self.told: dict[str, Any] = {}

    def show_strange(self, told: dict[str, Any]) -> None:
        """What is known of it, and the choice of a person."""
        self.told = told
        self.start(words.say("phone.muster.card", card=told["card"] or told["employee_no"]))
        if not told["zone"]:
            lost = self.tr("Nobody has said where this reader leads: choose the device, and give its reader a zone.")
            self.body.addWidget(label(lost, "warning", "strangeReader", wrap=True))
        if not told["card"]:
            gone = self.tr("Nobody here has this employee number. Give it to a person on the people page.")
            self.body.addWidget(label(gone, "", "strangeNumber", wrap=True))
            self.end()
            return
        about = self.tr(
            "Whose card is it? Other forms of the same number, as other readers show it, are known with it. That a "
            "card was given is recorded, its number is not."
        )
        self.body.addWidget(label(about, "caption", wrap=True))
        self.whose = Choice("strangeWhose", self.tr("Whose card is it?"))
        people = self.workbench.ask(lambda look: [one for one in look.find("person") if one.here])
        named = sorted((f"{one.name} {one.employee_no or ''}".strip(), one.id) for one in people)
        self.whose.offer([("", ""), *named], "")
        self.body.addWidget(self.whose)
        give = button(self.tr("It is theirs"), "giveCard", self._on_give, "primary")
        give.setEnabled(self.workbench.may("people.card_set"))
        self.foot.addWidget(give)
        self.end()

    def _on_give(self) -> None:
        person, number = str(self.whose.currentData() or ""), self.told["card"]
        if not person:
            self.toast.bad(self.tr("Choose a person first."))
            return

        def give(client: Any) -> Any:
            return client.call("POST", "/api/cards", json={"number": number, "person": person})

        self.workbench.call(give, self._on_given)

    def _on_given(self, found: dict[str, Any]) -> None:
        self.toast.good(self.tr("The card has been given; %n passages are theirs now.", "", found["matched"]))
        self.hide()
        self.matched.emit()
