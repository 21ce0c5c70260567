"""What was redeemed: by whom, how far it is, and what is to be done about it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QStackedWidget, QWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import button, column, label, pill, row
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.table import Table
from services.core.redemptions import OPEN
from services.store.queries.shop import Order, orders, to_approve

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.refused import Refused

SIGNS = {"waiting": "pending", "ready": "pending", "handed_out": "normal", "cancelled": "unknown"}


class OrdersView(QWidget):
    """The table; `panel` is that of the chosen one."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench = workbench
        self.panel = OrderPanel(workbench, toast)
        self.panel.closed.connect(self._on_closed)
        self.count = label("", "muted", "ordersCount")
        self.over = QCheckBox(self.tr("Also what is over"))
        self.over.setObjectName("ordersOver")
        self.over.setChecked(True)
        self.over.toggled.connect(self.refresh)
        self.table = Table("ordersTable", _columns(workbench))
        self.table.chosen.connect(self._on_chosen)
        nothing = self.tr("What people redeem on their phones is here, to be approved and handed out.")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(EmptyState("points", self.tr("Nothing was redeemed"), nothing))
        tools = row(self.count, None, self.over, gap=12)
        self.setLayout(column(tools, self.stack, gap=10, margins=(PAGE_PADDING, 4, PAGE_PADDING, PAGE_PADDING)))

    def refresh(self) -> None:
        """As it is now."""
        rows = self.workbench.ask(orders, courses=() if self.over.isChecked() else OPEN)
        waiting = sum(one.redemption.course == "waiting" for one in rows)
        ready = sum(one.redemption.course == "ready" for one in rows)
        told = [self.tr("%n to be approved", "", waiting), self.tr("%n to be handed out", "", ready)]
        self.count.setText(" · ".join(told))
        self.table.show_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        self.panel.follow(rows)

    def _on_chosen(self, one: Order | None) -> None:
        if one is not None:
            self.panel.show_one(one)

    def _on_closed(self) -> None:
        self.table.view.clearSelection()


class OrderPanel(SidePanel):
    """One redemption, and what may be done about it."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("orderPanel")
        self.workbench, self.toast = workbench, toast
        self.one: Order | None = None

    def follow(self, rows: tuple[Order, ...]) -> None:
        """What has changed is shown again."""
        if self.one is not None and self.isVisible():
            now = next((row for row in rows if self.one and row.id == self.one.id), None)
            if now is not None and now != self.one:
                self.show_one(now)

    def show_one(self, one: Order) -> None:
        """This one."""
        self.one, order = one, one.redemption
        self.start(order.number or "")
        self.body.addWidget(pill(SIGNS[order.course], words.say(f"value.course.{order.course}"), "orderCourse"))
        self.body.addWidget(label(one.what, "section", wrap=True))
        who = " · ".join(part for part in (one.person.name if one.person else "", one.team) if part)
        now = self.workbench.now()
        self.body.addWidget(label(who))
        self.body.addWidget(label(self.tr("%n points", "", order.points)))
        self.body.addWidget(label(self.tr("Redeemed {when}").format(when=words.when(order.at, now)), "muted"))
        if order.handed_out_at is not None:
            told = self.tr("Handed out by {name}, {when}")
            when = words.when(order.handed_out_at, now)
            self.body.addWidget(label(told.format(name=one.handed_out_by, when=when), "muted", wrap=True))
        if order.reason:
            self.body.addWidget(label(order.reason, wrap=True, copy=True))
        self._may(one)
        self.end()

    def _may(self, one: Order) -> None:
        me = self.workbench.me
        if me is None or one.redemption.course not in OPEN:
            return
        if one.redemption.course == "ready" and self.workbench.may("redemptions.hand_out"):
            self.code = self._field("orderCode", self.tr("Code on the slip"))
            self.foot.addWidget(button(self.tr("Hand out"), "orderHandOut", self._on_hand_out, "primary"))
            return
        approves = any(each.id == one.id for each in self.workbench.ask(to_approve, me=me))
        if not (approves or self.workbench.may("redemptions.cancel")):
            return
        self.reason = self._field("orderReason", self.tr("Why not, for who redeemed it"))
        no = button(self.tr("Cancel it"), "orderCancel", self._on_no)
        self.foot.addLayout(row(no, None), 1)
        if approves:
            self.foot.addWidget(button(self.tr("Approve"), "orderApprove", self._on_approve, "primary"))
        self._declines = approves

    def _field(self, name: str, said: str) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(name)
        made.setMaxLength(200)
        made.setAccessibleName(said)
        made.setPlaceholderText(said)
        self.body.addWidget(made)
        return made

    def _on_hand_out(self) -> None:
        self._send("redemptions.hand_out", code=self.code.text().strip())

    def _on_approve(self) -> None:
        self._send("redemptions.approve")

    def _on_no(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self.toast.bad(self.tr("Please say why."))
        else:
            self._send("redemptions.decline" if self._declines else "redemptions.cancel", reason=reason)

    def _send(self, kind: str, **given: Any) -> None:
        if self.one is not None:
            self.workbench.send(kind, self._on_answered, redemption=self.one.id, **given)

    def _on_answered(self, refused: "Refused | None") -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("Saved."))


def _columns(workbench: "Workbench") -> list[Column]:
    translate = QCoreApplication.translate

    def course(one: Order) -> str:
        return words.say(f"value.course.{one.redemption.course}")

    return [
        Column("number", words.say("field.redemption.number"), lambda one: one.redemption.number or "", 150),
        Column("person", words.say("field.redemption.person"), lambda one: one.person.name if one.person else "", 104),
        Column("team", words.say("record.team"), lambda one: one.team, 112, yields=True),
        Column("what", words.say("record.reward"), lambda one: one.what, 180, grows=True),
        Column("points", words.say("field.redemption.points"), lambda one: f"{one.redemption.points:,}", 80, right=True,
               sort=lambda one: one.redemption.points, amount=lambda one: float(one.redemption.points)),
        Column("course", words.say("field.redemption.course"), course, 150,
               sign=lambda one: SIGNS[one.redemption.course]),
        Column("at", translate("OrdersView", "Redeemed"),
               lambda one: words.when(one.redemption.at, workbench.now()), 140,
               sort=lambda one: one.redemption.at, moment=lambda one: one.redemption.at),
    ]  # fmt: skip
