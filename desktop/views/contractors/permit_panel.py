"""One permit: how it stands, its lists, and what the person signed in can do; or the form of an application."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from desktop import words
from desktop.views.contractors.apply_form import ApplyForm
from desktop.views.contractors.lists_part import ListsPart
from desktop.views.contractors.said import called, line_said, span, stands
from desktop.widgets import unconfirmed
from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, label, line, pill, row
from desktop.widgets.reason import ReasonDialog
from desktop.widgets.side_panel import SidePanel
from services.core.refused import Refused
from services.store.queries.permits import PermitRow, deeds

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench


class PermitPanel(SidePanel):
    """`made` carries the id of a permit that has just been applied for, `print_wanted` that of one to be printed."""

    made = Signal(str)
    print_wanted = Signal(str)

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("permitPanel")
        self.workbench, self.toast = workbench, toast
        self.shown: PermitRow | None = None
        self.closed.connect(self._on_closed)

    def follow(self, rows: Sequence[PermitRow]) -> None:
        """The permits as they are now; one that is shown and has changed is shown again."""
        if self.shown is not None:
            now = next((one for one in rows if one.id == self.shown.id), None)
            if now is not None and now != self.shown:
                self.show_permit(now)

    def show_apply(self) -> None:
        """The form of an application."""
        self.shown = None
        self.start(self.tr("Apply for a work permit"))
        self._form = ApplyForm(self.workbench)
        self._form.entered.connect(self._on_apply)
        self.body.addWidget(self._form)
        self.foot.addWidget(button(self.tr("Send the application"), "permitApply", self._on_apply, "primary"), 1)
        self.end()

    def show_permit(self, one: PermitRow) -> None:
        """All about it."""
        self.shown, now = one, self.workbench.now()
        self.start(called(one.permit))
        self.body.addWidget(pill(one.status, stands(one), "permitState"))
        if self.workbench.waiting_for(one.id):
            self.body.addWidget(unconfirmed.mark("permitUnconfirmed"))
        self.body.addWidget(label(one.permit.task, "", "permitTask", wrap=True, copy=True))
        for said, value in self._facts(one):
            if value:
                self.body.addLayout(column(label(said, "caption"), label(value, "", wrap=True, copy=True), gap=0))
        self._deeds(one)
        self.body.addWidget(ListsPart(one, now))
        self.foot.addWidget(button(self.tr("Print…"), "permitPrint", self._on_print, "", "print"))
        self.end()

    def _facts(self, one: PermitRow) -> list[tuple[str, str]]:
        permit, now, say = one.permit, self.workbench.now(), words.say
        closed = f"{one.name(permit.closed_by)} · {words.when(permit.closed_at, now)}" if permit.closed_at else ""
        return [
            (say("field.permit.number"), permit.number or ""),
            (say("field.permit.zone"), " · ".join(filter(None, (one.zone.name, permit.place)))),
            (self.tr("Holds"), span(permit, now)),
            (say("field.permit.contractor"), one.company),
            (say("field.permit.leader"), one.name(permit.leader)),
            (say("field.permit.guardian"), one.name(permit.guardian)),
            (say("field.permit.workers"), words.listed(one.name(id_) for id_ in permit.workers)),
            (say("field.permit.applicant"), one.name(permit.applicant)),
            (say("field.permit.reason"), permit.reason),
            (say("field.permit.closed_by"), closed),
            (say("field.permit.closing_note"), permit.closing_note),
        ]

    def _deeds(self, one: PermitRow) -> None:
        me = self.workbench.me
        can = deeds(one, me) if me is not None else frozenset[str]()
        if not can:
            return
        if "confirm" in can and one.permit.open_measures:
            self.body.addWidget(button(self.tr("All measures are in place"), "permitConfirm", self._on_confirm))
        if "sign" in can and not one.permit.open_measures:
            part = words.say(f"value.signs.{one.permit.next_sign}")
            text = self.tr("Sign as {part}").format(part=part)
            self.body.addWidget(button(text, "permitSign", partial(self._ask_hub, "sign"), "primary"))
        for kind, text in (("start", self.tr("Start work")), ("resume", self.tr("Go on with work"))):
            if kind in can:
                self.body.addWidget(button(text, f"permit-{kind}", partial(self._ask_hub, kind)))
        reasons = {"stop": self.tr("Stop the work…"), "reject": self.tr("Reject…"), "pause": self.tr("Pause…")}
        asked = [
            button(text, f"permit-{kind}", partial(self._ask_reason, kind))
            for kind, text in reasons.items()
            if kind in can
        ]
        if asked:
            self.body.addLayout(row(*asked, None))
        if "extend" in can:
            self._extension(one)
        if "close" in can and one.permit.stage != "approved":
            self._closing(one)
        self.body.addWidget(line())

    def _extension(self, one: PermitRow) -> None:
        self._until = Form(
            "permits.extend", "extend", "permit", only=("ends_at",), values={"ends_at": one.permit.ends_at}
        )
        self.body.addWidget(self._until)
        self.body.addWidget(button(self.tr("Extend"), "permit-extend", self._on_extend))

    def _closing(self, one: PermitRow) -> None:
        self.body.addWidget(label(words.say("field.permit.closing"), "head"))
        self._points = {code: QCheckBox(line_said("closing", code)) for code in one.permit.closing}
        for code, tick in self._points.items():
            tick.setObjectName(f"closing-{code}")
            self.body.addWidget(tick)
        self._note = QLineEdit()
        self._note.setObjectName("closingNote")
        self._note.setMaxLength(300)
        self._note.setPlaceholderText(words.say("field.permit.closing_note"))
        self._note.setAccessibleName(words.say("field.permit.closing_note"))
        self.body.addWidget(self._note)
        self.body.addWidget(button(self.tr("All in order: close the permit"), "permit-close", self._on_close_permit))

    def _on_apply(self) -> None:
        missing = self._form.missing()
        if missing:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
            return
        local = self.workbench.run("permits.apply", **self._form.values())
        if local.ok:
            self.toast.good(self.tr("Applied. It goes to those who sign."), self.tr("Undo"), self.workbench.undo)
            self.made.emit(local.id)

    def _run(self, kind: str, told: str, **args: Any) -> None:
        if self.shown is not None and self.workbench.run(f"permits.{kind}", permit=self.shown.id, **args).ok:
            self.toast.good(told)

    def _on_confirm(self) -> None:
        if self.shown is not None:
            measures = list(self.shown.permit.measures)
            self._run("confirm", self.tr("The measures are confirmed."), confirmed=measures)

    def _ask_hub(self, kind: str) -> None:
        if self.shown is not None:
            self.workbench.send(f"permits.{kind}", self._on_answered, permit=self.shown.id)

    def _on_answered(self, refused: Refused | None) -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("Done; the hub has confirmed it."))

    def _ask_reason(self, kind: str) -> None:
        titles = {"stop": self.tr("Stop the work"), "reject": self.tr("Reject"), "pause": self.tr("Pause")}
        usual = [
            self.tr("Danger on the spot"),
            self.tr("Measures are not in place"),
            self.tr("Put off to another time"),
        ]
        about = self.shown.permit.number or "" if self.shown else ""
        dialog = ReasonDialog(titles[kind], about, usual, titles[kind], self.window())
        dialog.given.connect(partial(self._on_reason, kind))
        dialog.open()

    def _on_reason(self, kind: str, reason: str) -> None:
        self._run(kind, self.tr("Done; those concerned are told."), reason=reason)

    def _on_extend(self) -> None:
        if self.shown is not None:
            values = self._until.values()
            self.workbench.send("permits.extend", self._on_answered, permit=self.shown.id, **values)

    def _on_close_permit(self) -> None:
        checked = [code for code, tick in self._points.items() if tick.isChecked()]
        self._run("close", self.tr("The permit is closed."), checked=checked, note=self._note.text().strip())

    def _on_print(self) -> None:
        if self.shown is not None:
            self.print_wanted.emit(self.shown.id)

    def _on_closed(self) -> None:
        self.shown = None
