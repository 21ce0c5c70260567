"""The side panel of one inspection: who and when, the answers with photos, what speaks against it, and its deeds."""

from typing import TYPE_CHECKING, Any, get_args

from PySide6.QtCore import QSize

from desktop import words
from desktop.views.inspections.enter_form import EnterForm
from desktop.views.inspections.standing import SIGNS, place, whose, word
from desktop.widgets.check_answers import AnswerList, fields_said
from desktop.widgets.choice import Choice
from desktop.widgets.flow import Flow
from desktop.widgets.form import Form
from desktop.widgets.parts import button, label, line, pill
from desktop.widgets.pictures import Pictures, Thumb
from desktop.widgets.side_panel import SidePanel
from services.core.checklists import fields_of
from services.core.inspections import Cause
from services.store.queries.check_in import form_of
from services.store.queries.checklists import check_record, extra_answers
from services.store.queries.naming import names_of
from services.store.queries.rounds import BoardRow

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

THUMB = QSize(96, 72)
OPEN = ("missed", "running_late", "open", "to_come")


class InspectionPanel(SidePanel):
    """One inspection, or one of its forms."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("inspectionPanel")
        self.workbench, self.toast = workbench, toast
        self.one: BoardRow | None = None
        self.reading = False
        self.pictures = Pictures(workbench, self)
        self._form: Form | EnterForm
        self.closed.connect(self._on_closed)

    def follow(self, rows: tuple[BoardRow, ...]) -> None:
        """What is shown is shown again where it changed; a form that is being filled in stays."""
        now = next((one for one in rows if self.one is not None and one.id == self.one.id), None)
        if self.reading and now is not None and now != self.one:
            self.show_inspection(now)

    def show_inspection(self, one: BoardRow) -> None:
        """All about one inspection."""
        self.one, self.reading = one, True
        task = one.task
        self.start(place(one))
        self.body.addWidget(pill(SIGNS[one.standing], word(one.standing), "inspectionStanding"))
        now = self.workbench.now()
        self._fact("plan", one.round.plan.name)
        self._fact("due_at", f"{words.when(task.opens_at, now)} – {words.when(task.closes_at, now)}")
        self._fact("person", whose(one) or self.tr("anybody"))
        if task.by:
            self._fact("by", one.by)
            self._fact("at", words.when(task.at, now))
        if task.doubtful:
            why = self.tr("Doubtful: {why}").format(why=words.say(f"value.doubtful.{task.doubtful}"))
            self.body.addWidget(label(why, "warning", "inspectionDoubt", wrap=True))
        if task.reason:
            cause = words.say(f"value.excused.{task.excused}") if task.excused else ""
            self._fact("reason", " · ".join(part for part in (cause, task.reason) if part))
        if task.note:
            self._fact("note", task.note)
        for head, said in fields_said(self.workbench.ask(extra_answers, form=task.extra_form, results=task.extra)):
            self.body.addWidget(label(head, "caption", "inspectionExtraHead", wrap=True))
            self.body.addWidget(label(said, "", "inspectionExtra", wrap=True, copy=True))
        self._answers(one)
        self._deeds(one)
        self.end()

    def _fact(self, name: str, said: str) -> None:
        self.body.addWidget(label(words.say(f"field.inspection.{name}"), "caption"))
        self.body.addWidget(label(said, "", f"inspection-{name}", wrap=True, copy=True))

    def _answers(self, one: BoardRow) -> None:
        if one.task.results:
            record = self.workbench.ask(check_record, inspection=one.id)
            self.body.addWidget(line())
            self.body.addWidget(label(words.say("field.inspection.results"), "head"))
            self.body.addWidget(AnswerList(record, self.workbench.photo))
        if one.task.photos:
            photos = Flow()
            for number, sha256 in enumerate(one.task.photos, start=1):
                said = self.tr("Photo {number}").format(number=number)
                photos.addWidget(Thumb(self.pictures, sha256, THUMB, f"inspectionPhoto{number}", said))
            self.body.addLayout(photos)

    def _deeds(self, one: BoardRow) -> None:
        if one.standing in OPEN:
            enter = button(self.tr("Enter for someone…"), "inspectionEnter", self.ask_enter)
            excuse = button(self.tr("Excuse…"), "inspectionExcuse", self.ask_excuse)
            enter.setEnabled(self.workbench.may("inspections.enter") and one.standing != "to_come")
            excuse.setEnabled(self.workbench.may("inspections.excuse"))
            for deed in (enter, excuse):
                self.foot.addWidget(deed)
        elif (one.standing == "excused" and one.task.reason) or one.task.doubtful == "by_hand":
            again = button(self.tr("Ask for it again"), "inspectionAgain", self.ask_again)
            again.setEnabled(self.workbench.may("inspections.ask_again"))
            self.foot.addWidget(again)

    def ask_enter(self) -> None:
        """The form for what somebody without a phone did."""
        if self.one is None:
            return
        self.reading = False
        self.start(self.tr("Enter for someone"))
        self.body.addWidget(label(f"{self.one.round.plan.name} · {place(self.one)}", "muted", wrap=True))
        told = self.tr("Somebody was there without a phone. As no label was shown, it is marked doubtful.")
        self.body.addWidget(label(told, "caption", wrap=True))
        people = [(name, id_) for id_, name in self.workbench.ask(names_of, kind="person")]
        mine = self.one.task.person or (self.workbench.me.id if self.workbench.me else "")
        asked = self.workbench.ask(form_of, plan=self.one.round.plan)
        fields = self.workbench.ask(fields_of, purpose="inspection")
        self._form = EnterForm(asked, people, mine, min(self.workbench.now(), self.one.task.closes_at), fields)
        self._finish(button(self.tr("Enter"), "inspectionSave", self._on_enter, "primary"))

    def ask_excuse(self) -> None:
        """The form for what kept it from being made."""
        if self.one is None:
            return
        self.reading = False
        self.start(self.tr("Excuse an inspection"))
        self.body.addWidget(label(f"{self.one.round.plan.name} · {place(self.one)}", "muted", wrap=True))
        causes = [(words.say(f"value.excused.{one}"), one) for one in get_args(Cause) if one]
        said = words.say("field.inspection.excused")
        self._cause = Choice("excuseCause", said)
        self._cause.offer(causes, "stop")
        self.body.addWidget(label(said, "caption"))
        self.body.addWidget(self._cause)
        self._form = Form("inspections.excuse", "excuse", "inspection", only=("reason",))
        self._finish(button(self.tr("Excuse"), "inspectionSave", self._on_excuse, "primary"))

    def _finish(self, save: Any) -> None:
        self.body.addWidget(self._form)
        self.foot.addWidget(save, 1)
        self.end()
        self._form.begin()

    def ask_again(self) -> None:
        """It is to be made after all."""
        if self.one is not None:
            self._run("inspections.ask_again", self.tr("It is asked for again."), inspections=[self.one.id])

    def _on_enter(self) -> None:
        if self.one is not None and isinstance(self._form, EnterForm) and self._complete():
            told, fails = self.tr("The inspection has been entered."), self._form.fails()
            if fails:
                told += " " + self.tr("%n items failed: report the hazards, with photos.", "", fails)
            self._run("inspections.enter", told, inspection=self.one.id, **self._form.values())

    def _on_excuse(self) -> None:
        if self.one is not None and self._complete():
            told = self.tr("The inspection is excused.")
            given = {**self._form.values(), "cause": self._cause.currentData()}
            self._run("inspections.excuse", told, inspections=[self.one.id], **given)

    def _complete(self) -> bool:
        missing = self._form.missing()
        if missing:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
        return missing is None

    def _run(self, kind: str, told: str, /, **args: Any) -> None:
        before, self.reading = self.reading, True
        if self.workbench.run(kind, **args).ok:
            self.toast.good(told, self.tr("Undo"), self.workbench.undo)
        else:
            self.reading = before

    def _on_closed(self) -> None:
        self.one, self.reading = None, False
