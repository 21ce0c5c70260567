"""Points by hand: what was proposed, by whom and why, and what became of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import button, column, label, row
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.table import Table
from services.reports.points_said import signed
from services.store.queries.points import ByHand, adjustments

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.refused import Refused


class ByHandList(QWidget):
    """The table; `panel` is the chosen one's."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench = workbench
        self.panel = DecisionPanel(workbench, toast)
        self.panel.closed.connect(self._on_closed)
        self.table = Table("byHandTable", _columns(workbench))
        self.table.chosen.connect(self._on_chosen)
        nothing = self.tr("Choose somebody in the ranking to propose points by hand. Somebody else approves it.")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(EmptyState("points", self.tr("Nothing was proposed by hand"), nothing))
        self.setLayout(column(self.stack, margins=(PAGE_PADDING, 4, PAGE_PADDING, PAGE_PADDING)))

    def refresh(self) -> None:
        """As it is now."""
        rows = self.workbench.ask(adjustments)
        self.table.show_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        self.panel.follow(rows)

    def _on_chosen(self, one: ByHand | None) -> None:
        if one is not None:
            self.panel.show_one(one)

    def _on_closed(self) -> None:
        self.table.view.clearSelection()


class DecisionPanel(SidePanel):
    """One proposal, and what may be done about it."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("byHandPanel")
        self.workbench, self.toast = workbench, toast
        self.one: ByHand | None = None

    def follow(self, rows: tuple[ByHand, ...]) -> None:
        """What has changed is shown again."""
        if self.one is not None and self.isVisible():
            now = next((row for row in rows if self.one and row.id == self.one.id), None)
            if now is not None and now != self.one:
                self.show_one(now)

    def show_one(self, one: ByHand) -> None:
        """This one."""
        self.one = one
        self.start(self.tr("{name}: {points} points").format(name=one.name, points=signed(one.adjustment.points)))
        self.body.addWidget(label(one.adjustment.reason, "", "byHandReason", wrap=True, copy=True))
        when = words.when(one.adjustment.proposed_at, self.workbench.now())
        told = self.tr("Proposed by {name}, {when}").format(name=one.proposed_by, when=when)
        self.body.addWidget(label(told, "muted", wrap=True))
        if one.adjustment.standing == "proposed":
            self._decide(one)
        else:
            self.body.addWidget(label(self._decided(one), "muted", wrap=True))
        self.end()

    def _decided(self, one: ByHand) -> str:
        standing = words.say(f"value.standing.{one.adjustment.standing}")
        parts = [f"{standing} · {one.decided_by}", words.when(one.adjustment.decided_at, self.workbench.now())]
        return " · ".join((*parts, one.adjustment.said)).rstrip(" ·")

    def _decide(self, one: ByHand) -> None:
        me = self.workbench.me
        if me is None or not self.workbench.may("adjustments.approve"):
            self.body.addWidget(label(self.tr("The EHS manager decides."), "caption"))
            return
        if me.id in (one.adjustment.proposed_by, one.adjustment.person):
            told = self.tr("Somebody else has to decide: neither who proposed it nor whom it is for.")
            self.body.addWidget(label(told, "caption", wrap=True))
            return
        self.answer = QLineEdit()
        self.answer.setObjectName("byHandAnswer")
        self.answer.setMaxLength(200)
        self.answer.setPlaceholderText(self.tr("Why not, if it is declined"))
        self.answer.setAccessibleName(self.answer.placeholderText())
        self.body.addWidget(self.answer)
        decline = button(self.tr("Decline"), "byHandDecline", self._on_decline)
        approve = button(self.tr("Approve"), "byHandApprove", self._on_approve, "primary")
        self.foot.addLayout(row(decline, None, approve), 1)

    def _on_approve(self) -> None:
        if self.one is not None:
            self.workbench.send("adjustments.approve", self._on_answered, adjustment=self.one.id)

    def _on_decline(self) -> None:
        reason = self.answer.text().strip()
        if not reason:
            self.toast.bad(self.tr("Please say why."))
        elif self.one is not None:
            self.workbench.send("adjustments.decline", self._on_answered, adjustment=self.one.id, reason=reason)

    def _on_answered(self, refused: "Refused | None") -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("Saved."))


def _columns(workbench: "Workbench") -> list[Column]:
    translate = QCoreApplication.translate

    def sign(one: ByHand) -> str | None:
        return {"proposed": "pending", "approved": "normal"}.get(one.adjustment.standing, "unknown")

    return [
        Column("name", words.say("field.person.name"), lambda one: one.name, 132),
        Column("points", words.say("field.adjustment.points"), lambda one: signed(one.adjustment.points), 88,
               sort=lambda one: one.adjustment.points, amount=lambda one: float(one.adjustment.points), right=True),
        Column("reason", words.say("field.adjustment.reason"), lambda one: one.adjustment.reason, 200, grows=True),
        Column("proposed_by", words.say("field.adjustment.proposed_by"), lambda one: one.proposed_by, 112),
        Column("proposed_at", translate("ByHandList", "When"),
               lambda one: words.when(one.adjustment.proposed_at, workbench.now()), 140,
               sort=lambda one: one.adjustment.proposed_at),
        Column("standing", words.say("field.adjustment.standing"),
               lambda one: words.say(f"value.standing.{one.adjustment.standing}"), 140, sign=sign),
    ]  # fmt: skip
