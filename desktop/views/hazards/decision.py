"""The bar at the desk's bottom: approve, return, undo, previous, next; and what an approval does not do yet."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame

from desktop.views.action import Action
from desktop.views.hazards.shown import Shown, name
from desktop.widgets.key_button import KeyButton
from desktop.widgets.parts import box, column, label, line, row
from services.core.hazards import TO_FIX, TO_REVIEW, State

HIGH = 64


def desk_offers() -> tuple[Action, ...]:
    """What the desk's buttons and keys do."""
    translate = QCoreApplication.translate
    texts = (
        ("approve", "A", translate("DecisionBar", "Approve first review"), "bar.approve.click"),
        ("return", "R", translate("DecisionBar", "Return…"), "bar.send_back.click"),
        ("undoReview", "U", translate("DecisionBar", "Undo"), "bar.undo.click"),
        ("previous", "K", translate("DecisionBar", "Previous"), "bar.previous.click"),
        ("next", "J", translate("DecisionBar", "Next"), "bar.next.click"),
        ("side", "1", translate("DecisionBar", "Side by side"), "modes.side.click"),
        ("wipe", "2", translate("DecisionBar", "Wipe"), "modes.wipe.click"),
        ("blink", "3", translate("DecisionBar", "Blink"), "modes.blink.click"),
        ("difference", "4", translate("DecisionBar", "Difference"), "modes.difference.click"),
        ("turnBoth", "T", translate("DecisionBar", "Turn both photos"), "pair.rotate"),
        ("findPhoto", "F", translate("DecisionBar", "Find this photo elsewhere"), "find_photo"),
        ("leaveDesk", "Esc", translate("DecisionBar", "Back to the list"), "left.emit"),
    )
    return tuple(Action(name=n, title=t, keys=k, run=f"desk.{run}", part="desk") for n, k, t, run in texts)


class DecisionBar(QFrame):
    """Its buttons carry their keys; the desk connects them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("decisionBar")
        self.setProperty("look", "panel")
        self.setMinimumHeight(HIGH)
        offered = {one.name: (one.title, one.keys) for one in desk_offers()}
        self.approve = KeyButton(*offered["approve"], "approve", "big", "check")
        self.send_back = KeyButton(*offered["return"], "returnFix", "big-plain")
        self.undo = KeyButton(*offered["undoReview"], "undoReview", "flat", "undo")
        self.previous = KeyButton(*offered["previous"], "previousItem", "big-plain")
        self.next = KeyButton(*offered["next"], "nextItem", "big-plain")
        self._says = label("", "caption", "decisionSays", wrap=True)
        self._says.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        keys = row(self.approve, self.send_back, self.undo, gap=8, margins=(16, 0, 16, 0))
        keys.addWidget(self._says, 1)
        keys.addWidget(self.previous)
        keys.addWidget(self.next)
        whole = column(line(), gap=0)
        whole.addWidget(box(keys), 1)
        self.setLayout(whole)

    def show_hazard(self, one: Shown, seconds: str) -> None:
        """Names the review, and says what an approval does not do yet and who is barred. `seconds` are the names of
        who can do the second review."""
        first = one.hazard.state in (*TO_FIX, State.REPORTED, State.FIXED)
        self.approve.call(self.tr("Approve first review") if first else self.tr("Approve second review"))
        self._says.setText(self._sentence(one, seconds))

    def enable(self, one: Shown, *, looked: bool, undo: bool) -> None:
        """`looked`: all photos have been on the screen."""
        self.approve.setEnabled(one.mine and looked and not one.row.plan_lacks)
        self.send_back.setEnabled(one.mine)
        self.undo.setEnabled(undo)

    def at(self, place: int, many: int) -> None:
        """Where in the queue the desk is."""
        self.previous.setEnabled(place > 0)
        self.next.setEnabled(place + 1 < many)

    def _sentence(self, one: Shown, seconds: str) -> str:
        hazard = one.hazard
        if one.unconfirmed and not one.mine:
            return self.tr("Kept here. It counts once the hub has confirmed it.")
        if hazard.state not in TO_REVIEW:
            return self.tr("Nothing to review: it is not fixed yet, or already settled.")
        fixer = self.tr("{who} fixed it and may not review it.").format(who=name(one.row.fixer))
        if not one.row.mine:
            return self.tr("This review is not yours.") + "\n" + fixer
        if hazard.state == State.FIXED:
            return self._second(one, seconds) + "\n" + fixer
        closes = self.tr("It is closed only once the hub has confirmed this.")
        barred = self.tr("{one} passed it first, {other} fixed it: neither may.")
        return closes + "\n" + barred.format(one=name(one.row.first_by), other=name(one.row.fixer))

    def _second(self, one: Shown, seconds: str) -> str:
        if not seconds:
            return self.tr("Not closed by this, and nobody can do the second review.")
        if one.row.zone.zone_class == "A":
            return self.tr("Not closed by this: class A needs {who} as second.").format(who=seconds)
        return self.tr("Not closed by this: the second review is with {who}.").format(who=seconds)
