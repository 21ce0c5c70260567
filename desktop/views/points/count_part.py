"""A count of stock that waits for a second person, in the panel of its reward."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLineEdit

from desktop import words
from desktop.widgets.parts import button, column, label, row
from services.reports.points_said import signed
from services.store.queries.shop import Counting

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.refused import Refused


class CountPart(QFrame):
    """What was found, and what may be done about it."""

    def __init__(self, workbench: "Workbench", toast: "Toast", one: Counting) -> None:
        super().__init__()
        self.setObjectName("stockCount")
        self.setProperty("look", "card-yellow")
        self.workbench, self.toast, self.one = workbench, toast, one
        count = one.count
        told = self.tr("{size} counted {counted}, {expected} in the book: {pieces} (¥{value})").format(
            size=count.size, counted=count.counted, expected=count.expected, pieces=signed(count.pieces),
            value=f"{count.value:,.2f}",
        )  # fmt: skip
        by = " · ".join(filter(None, (one.name, words.when(count.at, workbench.now()), count.note)))
        layout = column(margins=(12, 10, 12, 12))
        layout.addWidget(label(told.strip(), "head", "stockCountSaid", wrap=True))
        layout.addWidget(label(by, "caption", wrap=True))
        self.setLayout(layout)
        me = workbench.me
        if me is None or me.id == count.by or not workbench.may("stock_counts.approve"):
            layout.addWidget(
                label(self.tr("It waits for somebody of the safety office who has not counted."), "", wrap=True)
            )
            return
        self.answer = QLineEdit()
        self.answer.setObjectName("stockCountAnswer")
        self.answer.setMaxLength(200)
        self.answer.setPlaceholderText(self.tr("Why not, if it is declined"))
        self.answer.setAccessibleName(self.answer.placeholderText())
        layout.addWidget(self.answer)
        decline = button(self.tr("Decline"), "stockCountDecline", self._on_decline)
        layout.addLayout(row(decline, None, button(self.tr("Approve"), "stockCountApprove", self._on_approve)))

    def _on_approve(self) -> None:
        self.workbench.send("stock_counts.approve", self._on_answered, stock_count=self.one.count.id)

    def _on_decline(self) -> None:
        reason = self.answer.text().strip()
        if not reason:
            self.toast.bad(self.tr("Please say why."))
            return
        self.workbench.send("stock_counts.decline", self._on_answered, stock_count=self.one.count.id, reason=reason)

    def _on_answered(self, refused: "Refused | None") -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("Saved."))
