"""One company: its papers, its score and the hazards behind it, the black list; or the form of a new one."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from desktop import words
from desktop.views.contractors.companies import standing_said
from desktop.widgets import unconfirmed
from desktop.widgets.choice import Choice
from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, label, line, pill, row
from desktop.widgets.reason import ReasonDialog
from desktop.widgets.side_panel import SidePanel
from services.core.contractors import ContractorPaper
from services.core.hazards import Hazard
from services.store.queries.contractors import SIGNS, CompanyRow

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

PAPERS = ("licence", "qualification", "safety_licence", "insurance", "agreement", "other_paper")
MOST_OFFERED = 60


class CompanyPanel(SidePanel):
    """`made` carries the id of a company that has just been added."""

    made = Signal(str)

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("companyPanel")
        self.workbench, self.toast = workbench, toast
        self.shown: CompanyRow | None = None
        self.closed.connect(self._on_closed)

    def follow(self, rows: Sequence[CompanyRow]) -> None:
        """The companies as they are now."""
        if self.shown is not None:
            now = next((one for one in rows if one.id == self.shown.id), None)
            if now is not None and now != self.shown:
                self.show_company(now)

    def show_add(self) -> None:
        """The form of a new company."""
        self.shown = None
        self.start(self.tr("New contractor"))
        self._form = self._details({})
        self.body.addWidget(self._form)
        self.foot.addWidget(button(self.tr("Add the contractor"), "companyAdd", self._on_add, "primary"), 1)
        self.end()
        self._form.begin()

    def _details(self, values: dict[str, Any]) -> Form:
        found = self.workbench.ask(lambda look: look.find("person"))
        people = [(self.tr("Nobody yet"), ""), *sorted((one.name, one.id) for one in found if one.here)]
        return Form(
            "contractors.add", "company", "contractor", values=values, choices={"contact": people, "owner": people}
        )

    def show_company(self, one: CompanyRow) -> None:
        """All about it."""
        self.shown, company = one, one.company
        self.start(company.name)
        self.body.addWidget(pill(SIGNS[one.standing], standing_said(one.standing), "companyStanding"))
        if self.workbench.waiting_for(one.id):
            self.body.addWidget(unconfirmed.mark("companyUnconfirmed"))
        if company.banned_at is not None:
            told = self.tr("On the black list: {reason}").format(reason=company.ban_reason)
            self.body.addWidget(label(told, "error", "companyBan", wrap=True, copy=True))
        self._papers(one)
        self._score(one)
        self._edit(one)
        self._ban(one)
        self.end()

    def _papers(self, one: CompanyRow) -> None:
        self.body.addWidget(label(self.tr("Qualifications and insurance"), "head"))
        may = self.workbench.may("contractor_papers.add")
        for paper in one.papers:
            kind, title = words.say(f"value.paper.{paper.paper}"), paper.title
            until = self.tr("valid until {day}").format(day=paper.valid_until.isoformat())
            told = column(label(title, wrap=True), label(" · ".join((kind, until)), "caption", wrap=True), gap=0)
            away = button(self.tr("Withdraw"), "paperWithdraw", partial(self._on_withdraw, paper), "link")
            away.setEnabled(may)
            part = row(told, away)
            part.setStretch(0, 1)
            self.body.addLayout(part)
        if not one.papers:
            self.body.addWidget(label(self.tr("None yet."), "muted"))
        if may:
            kinds = [(words.say(f"value.paper.{kind}"), kind) for kind in PAPERS]
            only = ("paper", "title", "paper_no", "valid_until")
            self._paper = Form(
                "contractor_papers.add", "paper", "contractor_paper", only=only, choices={"paper": kinds}
            )
            self.body.addWidget(self._paper)
            self.body.addWidget(button(self.tr("Add the paper"), "paperAdd", self._on_paper))

    def _score(self, one: CompanyRow) -> None:
        self.body.addWidget(line())
        self.body.addWidget(label(self.tr("Score {score} of 100").format(score=one.score), "head", "companyScore"))
        told = self.tr("General hazards: {general} · major: {major} · work stopped: {stopped}")
        counts = told.format(general=one.general, major=one.major, stopped=one.stopped)
        self.body.addWidget(label(counts, "caption", wrap=True))
        for _, hazard in one.hazards[:10]:
            said = f"{hazard.number or ''} {hazard.description or words.category(hazard.category)}"
            self.body.addWidget(label(said, wrap=True, copy=True))
        if self.workbench.may("contractor_hazards.attribute"):
            offered = self.workbench.ask(lambda look: look.find("hazard"))
            known = {hazard.id for _, hazard in one.hazards}
            newest = [hazard for hazard in offered if hazard.id not in known][-MOST_OFFERED:]
            self._hazard = Choice("companyHazard", self.tr("Hazard"))
            options = [(self.tr("A hazard that it caused…"), ""), *((_called(h), h.id) for h in reversed(newest))]
            self._hazard.offer(options, None)
            act = button(self.tr("Attribute"), "companyAttribute", self._on_attribute)
            self.body.addLayout(row(self._hazard, act))

    def _edit(self, one: CompanyRow) -> None:
        if self.workbench.may("contractors.change"):
            self.body.addWidget(line())
            names = ("name", "trade", "code", "contact", "owner")
            self._form = self._details({name: getattr(one.company, name) for name in names})
            self.body.addWidget(self._form)
            self.body.addWidget(button(self.tr("Save details"), "companySave", self._on_save))

    def _ban(self, one: CompanyRow) -> None:
        banned = one.company.banned_at is not None
        text = self.tr("Take off the black list…") if banned else self.tr("Black list…")
        act = button(text, "companyBanAsk", partial(self._ask_ban, banned))
        act.setEnabled(self.workbench.may("contractors.ban"))
        self.foot.addWidget(act)
        self.foot.addStretch(1)

    def _complete(self, form: Form) -> bool:
        missing = form.missing()
        if missing:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
        return missing is None

    def _on_add(self) -> None:
        if self._complete(self._form):
            local = self.workbench.run("contractors.add", **self._form.values())
            if local.ok:
                self.toast.good(self.tr("The contractor has been added."), self.tr("Undo"), self.workbench.undo)
                self.made.emit(local.id)

    def _run(self, kind: str, told: str, **args: Any) -> None:
        if self.workbench.run(kind, **args).ok:
            self.toast.good(told, self.tr("Undo"), self.workbench.undo)

    def _on_save(self) -> None:
        if self.shown is not None and self._complete(self._form):
            self._run("contractors.change", self.tr("Saved."), contractor=self.shown.id, **self._form.values())

    def _on_paper(self) -> None:
        if self.shown is not None and self._complete(self._paper):
            told = self.tr("The paper has been added.")
            self._run("contractor_papers.add", told, contractor=self.shown.id, **self._paper.values())

    def _on_withdraw(self, paper: ContractorPaper) -> None:
        self._run("contractor_papers.withdraw", self.tr("The paper has been withdrawn."), contractor_paper=paper.id)

    def _on_attribute(self) -> None:
        hazard = self._hazard.currentData()
        if self.shown is not None and hazard:
            told = self.tr("The hazard counts against its score.")
            self._run("contractor_hazards.attribute", told, hazard=hazard, contractor=self.shown.id)

    def _ask_ban(self, banned: bool) -> None:
        usual = [self.tr("Serious breach of safety rules"), self.tr("Concealed an incident"), self.tr("False papers")]
        good = [self.tr("Put right and checked")]
        title = self.tr("Take off the black list") if banned else self.tr("Put on the black list")
        about = self.tr("From now on: no permits, no inductions.") if not banned else ""
        dialog = ReasonDialog(title, about, good if banned else usual, title, self.window())
        dialog.given.connect(partial(self._on_ban, banned))
        dialog.open()

    def _on_ban(self, banned: bool, reason: str) -> None:
        if self.shown is not None:
            kind = "contractors.lift_ban" if banned else "contractors.ban"
            self._run(kind, self.tr("Done."), contractor=self.shown.id, reason=reason)

    def _on_closed(self) -> None:
        self.shown = None


def _called(hazard: Hazard) -> str:
    said = hazard.description or words.category(hazard.category)
    return f"{hazard.number or ''} {words.short(said, 24)}".strip()
