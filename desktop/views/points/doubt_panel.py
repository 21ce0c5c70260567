"""The side panel of a doubt: why it was raised, what it rests on, and the decision with its reason."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from desktop import words
from desktop.language import language
from desktop.widgets.parts import button, label, line, row
from desktop.widgets.side_panel import SidePanel
from services.reports.doubt_said import explained
from services.store.queries.points_doubts import DoubtRow

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.refused import Refused


class DoubtPanel(SidePanel):
    """`wanted` carries the kind and id of a record that the doubt is about."""

    wanted = Signal(str, str)

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("doubtPanel")
        self.workbench, self.toast = workbench, toast
        self.one: DoubtRow | None = None

    def follow(self, rows: tuple[DoubtRow, ...]) -> None:
        """What has changed is shown again."""
        if self.one is not None and self.isVisible():
            now = next((row for row in rows if self.one and row.id == self.one.id), None)
            if now is not None and now != self.one:
                self.show_one(now)

    def show_one(self, one: DoubtRow) -> None:
        """This one."""
        self.one, doubt = one, one.doubt
        self.start(words.say(f"value.why.{doubt.why}"))
        self.body.addWidget(label(explained(doubt, language.name), "", "doubtSaid", wrap=True, copy=True))
        if one.note:
            self.body.addWidget(label(one.note, "head", wrap=True, copy=True))
        self.body.addWidget(label(words.say("field.points_doubt.people"), "caption"))
        self.body.addWidget(label(words.listed(one.names), "head", wrap=True))
        stake = self.tr("%n points rest on it now", "", one.points)
        self.body.addWidget(label(stake, "muted"))
        self.body.addWidget(line())
        self.body.addWidget(label(words.say("field.points_doubt.about"), "caption"))
        for id_, called in zip(doubt.about, one.called, strict=False):
            look = button(self.tr("Look"), "doubtLook", partial(self.wanted.emit, doubt.kind, id_), "link")
            look.setVisible(doubt.kind == "hazard")
            about = row(label(called, "", wrap=True), look)
            about.setStretch(0, 1)
            self.body.addLayout(about)
        more = len(doubt.about) - len(one.called)
        if more > 0:
            self.body.addWidget(label(self.tr("and %n more", "", more), "caption"))
        self.body.addWidget(line())
        if doubt.standing != "open":
            self._decided(one)
        self._decide(one)
        self.end()

    def _decided(self, one: DoubtRow) -> None:
        said, when = words.say(f"value.standing.{one.doubt.standing}"), one.doubt.decided_at
        told = " · ".join((said, one.decided_by, words.when(when, self.workbench.now()) if when else ""))
        self.body.addWidget(label(told, "muted", wrap=True))
        self.body.addWidget(label(one.doubt.said, "", "doubtReason", wrap=True, copy=True))

    def _decide(self, one: DoubtRow) -> None:
        me, doubt = self.workbench.me, one.doubt
        if me is None or not self.workbench.may("points_doubts.decide"):
            self.body.addWidget(label(self.tr("The safety office decides."), "caption"))
            return
        if me.id in doubt.people:
            told = self.tr("It is about yourself: somebody else has to decide.")
            self.body.addWidget(label(told, "caption", wrap=True))
            return
        if doubt.standing != "open" and ("ehs_manager" not in me.roles or doubt.decided_by == me.id):
            told = self.tr("Another EHS manager may decide it otherwise.")
            self.body.addWidget(label(told, "caption", wrap=True))
            return
        self.reason = QLineEdit()
        self.reason.setObjectName("doubtReason")
        self.reason.setMaxLength(200)
        self.reason.setAccessibleName(self.tr("What you found: they will read it"))
        self.reason.setPlaceholderText(self.reason.accessibleName())
        self.body.addWidget(self.reason)
        fine = button(words.say("value.verdict.fine"), "doubtFine", partial(self._on_decide, "fine"))
        upheld = button(self.tr("Take the points back"), "doubtUphold", partial(self._on_decide, "upheld"))
        if doubt.why == "reversal":
            upheld.setText(self.tr("It was not in order"))
        fine.setEnabled(doubt.standing != "fine")
        upheld.setEnabled(doubt.standing != "upheld")
        self.foot.addLayout(row(fine, None, upheld), 1)

    def _on_decide(self, verdict: str) -> None:
        reason = self.reason.text().strip()
        if len(reason) < 2:
            self.toast.bad(self.tr("Please say why."))
        elif self.one is not None:
            given = {"points_doubt": self.one.id, "verdict": verdict, "reason": reason}
            self.workbench.send("points_doubts.decide", self._on_answered, **given)

    def _on_answered(self, refused: "Refused | None") -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("Decided."))
