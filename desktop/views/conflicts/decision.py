"""The bar at the bottom: do again, change, let go, undo; previous and next; and what a decision does."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame

from desktop.views.action import Action
from desktop.views.conflicts.choices import Choices
from desktop.widgets.key_button import KeyButton
from desktop.widgets.parts import box, column, label, line, row

HIGH = 64


def bar_offers() -> tuple[Action, ...]:
    """What the bar's buttons and keys do."""
    translate = QCoreApplication.translate
    texts = (
        ("again", "A", translate("ConflictBar", "Do again")),
        ("change", "C", translate("ConflictBar", "Change…")),
        ("let_go", "L", translate("ConflictBar", "Let go")),
        ("reopen", "U", translate("ConflictBar", "Decide after all")),
        ("previous", "K", translate("ConflictBar", "Previous")),
        ("next", "J", translate("ConflictBar", "Next")),
    )
    return tuple(Action(name=n, title=t, keys=k, run=f"bar.{n}.click", part="work") for n, k, t in texts)


class ConflictBar(QFrame):
    """Its buttons carry their keys; the page connects them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("conflictBar")
        self.setProperty("look", "panel")
        self.setFixedHeight(HIGH)
        offered = {one.name: (one.title, one.keys) for one in bar_offers()}
        self.again = KeyButton(*offered["again"], "conflictAgain", "big", "check")
        self.change = KeyButton(*offered["change"], "conflictChange", "big-plain")
        self.let_go = KeyButton(*offered["let_go"], "conflictLetGo", "big-plain")
        self.reopen = KeyButton(*offered["reopen"], "conflictReopen", "big-plain", "undo")
        self.previous = KeyButton(*offered["previous"], "previousConflict", "big-plain")
        self.next = KeyButton(*offered["next"], "nextConflict", "big-plain")
        self._says = label("", "caption", "conflictSays", wrap=True)
        self._says.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        keys = row(self.again, self.change, self.let_go, self.reopen, gap=8, margins=(16, 0, 16, 0))
        keys.addWidget(self._says, 1)
        keys.addWidget(self.previous)
        keys.addWidget(self.next)
        whole = column(line(), gap=0)
        whole.addWidget(box(keys), 1)
        self.setLayout(whole)

    def show_open(self, can: Choices, *, review: bool) -> None:
        """One that waits for a decision."""
        self.again.call(self.tr("Approve again") if review else self.tr("Do again"))
        self.change.call(self.tr("Return instead…") if review else self.tr("Change…"))
        for button in (self.again, self.change, self.let_go):
            button.show()
        self.reopen.hide()
        _dress(self.again, "big" if can.again or not can.change else "big-plain")
        _dress(self.change, "big-plain" if can.again or not can.change else "big")
        self.again.setEnabled(can.again)
        self.change.setEnabled(can.change)
        self._says.setText(can.says)

    def show_settled(self, text: str, *, let_go: bool) -> None:
        """One that was settled; only what was let go can still be decided otherwise."""
        for button in (self.again, self.change, self.let_go):
            button.hide()
        self.reopen.setVisible(let_go)
        self._says.setText(text)

    def at(self, place: int, many: int, *, narrow: bool) -> None:
        """Where in the list the page is; `narrow` while a form takes the room of the ways to the others."""
        self.previous.setVisible(not narrow)
        self.next.setVisible(not narrow)
        self.previous.setEnabled(place > 0)
        self.next.setEnabled(place + 1 < many)


def _dress(button: KeyButton, look: str) -> None:
    """The one button in the accent colour is what can be done."""
    if button.property("look") != look:
        button.setProperty("look", look)
        button.style().unpolish(button)
        button.style().polish(button)
        button.tint()
