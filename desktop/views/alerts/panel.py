"""One alert: why, whom it went to, what has become of it; and the answer of the person who takes care."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from desktop import words
from desktop.views.alerts.pauses import PauseCard
from desktop.views.alerts.standing import stands, status
from desktop.views.alerts.told_part import ToldPart
from desktop.views.rules.shelving_part import ShelvingPart
from desktop.views.rules.speaking import cause_of, speaker, why
from desktop.views.rules.trace_view import TraceView
from desktop.widgets import unconfirmed
from desktop.widgets.parts import button, column, label, line, pill
from desktop.widgets.side_panel import SidePanel
from services.core.refused import Refused
from services.rules.spoken import undone
from services.store.queries.alerts import AlertRow, may_answer
from services.store.queries.shelvings import ShelvingRow, shelvings_of

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

MOST_NOTE = 300


class AlertPanel(SidePanel):
    """For the alert that is selected."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("alertPanel")
        self.workbench, self.toast = workbench, toast
        self.shown: AlertRow | None = None
        self.shelvings: tuple[ShelvingRow, ...] = ()
        self.note = QLineEdit()
        self.closed.connect(self._on_closed)

    def follow(self, rows: Sequence[AlertRow]) -> None:
        """The alerts as they are now; one that is shown and has changed is shown again."""
        if self.shown is not None:
            now = next((one for one in rows if one.id == self.shown.id), None)
            if now is not None and (now != self.shown or self._shelvings(now) != self.shelvings):
                self.show_alert(now)

    def show_alert(self, one: AlertRow) -> None:
        """All about it."""
        self.shown, alert = one, one.alert
        self.shelvings = self._shelvings(one)
        self.start(one.rule.name if one.rule else alert.key)
        self.body.addWidget(pill(status(one), stands(one), "alertState"))
        if self.workbench.waiting_for(one.id):
            self.body.addWidget(unconfirmed.mark("alertUnconfirmed"))
        self.body.addWidget(label(why(speaker(self.workbench), alert), "", "alertWhy", wrap=True, copy=True))
        for lacking in alert.undone:
            told = undone(words.say, lacking.do, lacking.lacks, lacking.zone)
            self.body.addWidget(label(told, "warning", "alertUndone", wrap=True, copy=True))
        if one.rule is not None:
            rule = cause_of(alert) or one.rule.rule
            self.body.addWidget(ShelvingPart(self.workbench, self.toast, one.rule, alert.key))
            self.body.addWidget(label(self.tr("How it came"), "head"))
            self.body.addWidget(TraceView(self.workbench, rule, alert.key, alert.fired_at, quiet=True))
        self.body.addWidget(line())
        for pause in one.pauses:
            self.body.addWidget(PauseCard(self.workbench, pause, self._on_decided))
        for said, value in self._facts(one):
            if value:
                self.body.addLayout(column(label(said, "caption"), label(value, "", wrap=True, copy=True), gap=0))
        self.body.addWidget(label(self.tr("Who was told when"), "head"))
        self.body.addWidget(ToldPart(self.workbench, one.id))
        if alert.waits:
            self._answer(one)
        self.end()

    def _shelvings(self, one: AlertRow) -> tuple[ShelvingRow, ...]:
        """Those that cover what it is about."""
        alert, now = one.alert, self.workbench.now()
        return self.workbench.ask(shelvings_of, rule=alert.rule, now=now, key=alert.key)

    def _facts(self, one: AlertRow) -> list[tuple[str, str]]:
        alert, now = one.alert, self.workbench.now()
        say = words.say
        answered = f"{one.by.name} · {words.when(alert.acknowledged_at, now)}" if one.by else ""
        return [
            (say("field.alert.number"), alert.number or ""),
            (say("field.alert.key"), alert.key),
            (say("field.alert.zone"), one.zone.name if one.zone else ""),
            (say("field.alert.level"), say(f"value.level.{alert.level}")),
            (say("field.alert.fired_at"), words.when(alert.fired_at, now)),
            (say("field.alert.raised_at"), words.when(alert.raised_at, now)),
            (say("field.alert.told"), words.listed(person.name for person in one.told)),
            (say("field.alert.next_step_at"), words.when(alert.next_step_at, now) if alert.next_step_at else ""),
            (say("field.alert.acknowledged_by"), answered),
            (say("field.alert.note"), alert.note),
            (say("field.alert.cleared_at"), words.when(alert.cleared_at, now) if alert.cleared_at else ""),
            (say("field.alert.ended"), say(f"value.ended.{alert.ended}") if alert.ended else ""),
            (say("field.alert.withdrawn_at"), words.when(alert.withdrawn_at, now) if alert.withdrawn_at else ""),
        ]

    def _answer(self, one: AlertRow) -> None:
        me = self.workbench.me
        self.note = QLineEdit()
        self.note.setObjectName("alertNote")
        self.note.setMaxLength(MOST_NOTE)
        self.note.setPlaceholderText(self.tr("Note, such as: stopped, looking into it"))
        self.note.setAccessibleName(words.say("field.alert.note"))
        self.note.returnPressed.connect(self._on_answer)
        act = button(self.tr("Acknowledge: I will handle it"), "acknowledge", self._on_answer, "primary")
        mine = me is not None and may_answer(me, one.alert)
        for part in (self.note, act):
            part.setEnabled(mine)
        self.body.addSpacing(8)
        self.body.addWidget(self.note)
        if not mine:
            told = self.tr("It is answered by someone it went to, or by the safety office.")
            self.body.addWidget(label(told, "caption", wrap=True))
        self.foot.addWidget(act, 1)

    def _on_answer(self) -> None:
        if self.shown is not None:
            local = self.workbench.run("alerts.acknowledge", alert=self.shown.id, note=self.note.text().strip())
            if local.ok:
                self.toast.good(self.tr("Answered. Others see that you take care."))

    def _on_decided(self, refused: Refused | None) -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("Your answer has reached the hub."))

    def _on_closed(self) -> None:
        self.shown = None
