"""The side panel of a re-check: what was drawn, who looks, and the answer."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from desktop import words
from desktop.widgets.parts import button, label, line, row
from desktop.widgets.side_panel import SidePanel
from services.core.roles import OFFICE
from services.store.queries.points_doubts import RecheckRow

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.refused import Refused


class RecheckPanel(SidePanel):
    """`wanted` carries the kind and id of what was drawn."""

    wanted = Signal(str, str)

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("recheckPanel")
        self.workbench, self.toast = workbench, toast
        self.one: RecheckRow | None = None

    def follow(self, rows: tuple[RecheckRow, ...]) -> None:
        """What has changed is shown again."""
        if self.one is not None and self.isVisible():
            now = next((row for row in rows if self.one and row.id == self.one.id), None)
            if now is not None and now != self.one:
                self.show_one(now)

    def show_one(self, one: RecheckRow) -> None:
        """This one."""
        self.one, recheck, now = one, one.recheck, self.workbench.now()
        self.start(self.tr("Random re-check"))
        look = button(self.tr("Look"), "recheckLook", partial(self.wanted.emit, recheck.source_kind, recheck.source),
                      "link")  # fmt: skip
        look.setVisible(recheck.source_kind == "hazard")
        about = row(label(one.called, "", wrap=True, copy=True), look)
        about.setStretch(0, 1)
        self.body.addLayout(about)
        self.body.addWidget(label(one.zone, "muted"))
        given = self.tr("{name} looks at it by {moment}").format(
            name=one.assigned, moment=words.when(recheck.due_at, now)
        )
        self.body.addWidget(label(given, "muted", wrap=True))
        self.body.addWidget(line())
        if recheck.result == "due":
            self._answer(one)
        else:
            result = words.say(f"value.result.{recheck.result}")
            told = " · ".join((result, one.by, words.when(recheck.at, now) if recheck.at else ""))
            self.body.addWidget(label(told, "head", "recheckResult", wrap=True))
            self.body.addWidget(label(recheck.note, "", wrap=True, copy=True))
        self.end()

    def _answer(self, one: RecheckRow) -> None:
        me = self.workbench.me
        mine = me is not None and (me.id == one.recheck.assigned or not OFFICE.isdisjoint(me.roles))
        if me is None or not mine or me.id in one.recheck.people:
            self.body.addWidget(label(self.tr("Whom it was given to answers, or the safety office."), "caption"))
            return
        self.note = QLineEdit()
        self.note.setObjectName("recheckNote")
        self.note.setMaxLength(200)
        self.note.setAccessibleName(self.tr("What was seen on the spot"))
        self.note.setPlaceholderText(self.note.accessibleName())
        self.body.addWidget(self.note)
        drop = button(self.tr("Can't be looked at"), "recheckDrop", self._on_drop, "link")
        drop.setVisible(self.workbench.may("rechecks.drop"))
        self.body.addLayout(row(drop, None))
        wrong = button(self.tr("Not as told"), "recheckWrong", partial(self._on_answer, "not_confirmed"))
        right = button(self.tr("As told"), "recheckRight", partial(self._on_answer, "confirmed"), "primary")
        self.foot.addLayout(row(wrong, None, right), 1)

    def _on_answer(self, result: str) -> None:
        note = self.note.text().strip()
        if result == "not_confirmed" and not note:
            self.toast.bad(self.tr("Please say what was seen."))
        elif self.one is not None:
            given = {"recheck": self.one.id, "result": result, "note": note}
            self.workbench.send("rechecks.answer", self._on_answered, **given)

    def _on_drop(self) -> None:
        reason = self.note.text().strip()
        if not reason:
            self.toast.bad(self.tr("Please say why."))
        elif self.one is not None:
            self.workbench.send("rechecks.drop", self._on_answered, recheck=self.one.id, reason=reason)

    def _on_answered(self, refused: "Refused | None") -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("Saved."))
