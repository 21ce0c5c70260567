"""A finding: why, how it was reckoned, its visits; and the name, where two people agree that it is told."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

from desktop import words
from desktop.views.access.rows import VisitRow, flaws_said
from desktop.widgets.parts import button, column, label, line, row
from desktop.widgets.side_panel import SidePanel
from services.core.refused import Refused

if TYPE_CHECKING:
    from desktop.views.access.findings_view import FindingRow
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

SHOWN_MS = 60_000
MOST_VISITS = 30


class FindingPanel(SidePanel):
    """The name that was told is seen for a minute, and no longer than the panel."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("findingPanel")
        self.workbench, self.toast = workbench, toast
        self.shown: FindingRow | None = None
        self.asked: Any = None
        self._hide = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._hide.timeout.connect(self._forget_name)
        self.closed.connect(self._on_gone)

    def _on_gone(self) -> None:
        self.shown = None
        self._forget_name()

    def follow(self) -> None:
        """Something was asked, agreed or declined: the panel shows how it stands now."""
        if self.shown is not None and self.isVisible() and self._asked(self.shown.who) != self.asked:
            self.show_finding(self.shown)

    def _asked(self, who: str) -> Any:
        """The newest request for this name."""
        some = self.workbench.ask(lambda look: look.find("unmasking", who=who))
        return max(some, key=lambda one: one.asked_at, default=None)

    def show_finding(self, one: "FindingRow") -> None:
        """All about it."""
        from desktop.views.access.findings_view import figures

        self.shown, self.asked = one, self._asked(one.who)
        self._hide.stop()
        self.start(f"{words.say(f'access.finding.{one.kind}')} · {one.zone}")
        self.body.addWidget(label(one.who, "head", "findingWho", copy=True))
        self.body.addWidget(label(one.why, "", "findingWhy", wrap=True, copy=True))
        self.body.addWidget(label(words.say(f"access.method.{one.kind}", **figures(one.facts)), "caption", wrap=True))
        self.body.addWidget(line())
        self.body.addWidget(label(self.tr("The visits it rests on"), "head"))
        for visit in one.visits[:MOST_VISITS]:
            self.body.addLayout(self._visit(visit))
        if len(one.visits) > MOST_VISITS:
            self.body.addWidget(label(self.tr("and %n more", "", len(one.visits) - MOST_VISITS), "caption"))
        self.body.addWidget(line())
        self.body.addWidget(label(self.tr("Whom the pseudonym stands for"), "head"))
        self.name = label("", "section", "unmaskedName", wrap=True)
        self.name.hide()
        self.body.addWidget(self.name)
        self._standing()
        self.end()

    def _visit(self, one: VisitRow) -> Any:
        now = self.workbench.now()
        at = words.when(one.at, now) if one.at else "—"
        stayed = one.ends - one.begins if one.begins and one.ends else timedelta()
        said = words.lasting(stayed) if stayed else flaws_said(one.flaws)
        return row(label(at), None, label(said, "muted"))

    def _standing(self) -> None:
        """How it stands with the name: to be asked, waiting, agreed, declined."""
        one, me, now = self.asked, self.workbench.me, self.workbench.now()
        mine = me.id if me else None
        if one is not None and one.open_for(mine, now):
            until = self.tr("Agreed until {when}. Each look stands in the journal.")
            self.body.addWidget(label(until.format(when=words.when(one.ends_at, now)), "caption", wrap=True))
            self.foot.addWidget(button(self.tr("Show the name"), "showName", self._on_show, "primary"))
        elif one is not None and one.waits:
            self._waiting(one, mine)
        else:
            if one is not None and one.ends_at is None:
                self.body.addWidget(label(self.tr("The last request was declined."), "caption", wrap=True))
            self._form()

    def _waiting(self, one: Any, mine: str | None) -> None:
        asker = self.workbench.ask(lambda look: look.get("person", one.asked_by)) if one.asked_by else None
        told = self.tr("{name} asks for the name: {reason}")
        text = told.format(name=asker.name if asker else "—", reason=one.reason)
        self.body.addWidget(label(text, "warning", "unmaskingAsked", wrap=True, copy=True))
        if one.asked_by != mine:
            agree = button(self.tr("Agree"), "unmaskAgree", lambda: self._decide("agree"), "primary")
            agree.setEnabled(self.workbench.may("unmaskings.agree"))
            self.foot.addWidget(agree)
        else:
            self.body.addWidget(
                label(self.tr("Another person of the safety office has to agree."), "caption", wrap=True)
            )
        self.foot.addWidget(button(self.tr("Decline"), "unmaskDecline", lambda: self._decide("decline")))

    def _form(self) -> None:
        self.reason = QLineEdit()
        self.reason.setObjectName("unmaskReason")
        self.reason.setMaxLength(300)
        self.reason.setAccessibleName(words.say("field.unmasking.reason"))
        self.reason.setPlaceholderText(self.tr("Why the name is needed"))
        self.reason.returnPressed.connect(self._on_ask)
        self.body.addLayout(column(label(words.say("field.unmasking.reason"), "caption"), self.reason, gap=4))
        ask = button(self.tr("Ask for the name"), "unmaskAsk", self._on_ask)
        ask.setEnabled(self.workbench.may("unmaskings.ask"))
        self.foot.addWidget(ask)

    def _on_ask(self) -> None:
        reason = self.reason.text().strip()
        if self.shown is None or len(reason) < 4:
            self.toast.bad(self.tr("Please say why the name is needed."))
            return
        self.workbench.send("unmaskings.ask", self._on_answered, who=self.shown.who, reason=reason)

    def _decide(self, how: str) -> None:
        if self.asked is not None:
            self.workbench.send(f"unmaskings.{how}", self._on_answered, unmasking=self.asked.id)

    def _on_answered(self, refused: Refused | None) -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("Your answer has reached the hub."))
        self.follow()

    def _on_show(self) -> None:
        if self.asked is not None:
            path = f"/api/unmaskings/{self.asked.id}/name"
            self.workbench.call(lambda client: client.call("GET", path), self._on_name)

    def _on_name(self, found: dict[str, Any]) -> None:
        if self.shown is None:
            return
        self.name.setText(" · ".join(filter(None, (found["name"], found["employee_no"], found["team"]))))
        self.name.show()
        self.bring(self.name)
        self._hide.start()

    def _forget_name(self) -> None:
        """The name goes from the screen."""
        if self.shown is not None:
            self.name.clear()
            self.name.hide()
