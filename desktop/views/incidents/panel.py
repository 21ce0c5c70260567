"""One incident: what happened, what stands of it, its investigation in short; or the form of a new one."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from desktop import words
from desktop.views.incidents.desk import InvestigationDesk
from desktop.views.incidents.said import called, stands
from desktop.widgets import unconfirmed
from desktop.widgets.choice import Choice
from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, label, line, pill, row
from desktop.widgets.pictures import decoded
from desktop.widgets.reason import ReasonDialog
from desktop.widgets.side_panel import SidePanel
from services.core.incidents import AccidentType, IncidentKind
from services.core.roles import LEADERS
from services.store.queries.incidents import IncidentRow

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

FIELDS = ("kind", "at", "zone", "description", "accident_type", "days_lost", "person", "injury")
PHOTO_EDGE = 300


class IncidentPanel(SidePanel):
    """`made` carries the id of an incident just recorded, `print_wanted` that of one to be printed, `hazard_wanted`
    that of a hazard to be shown."""

    made = Signal(str)
    print_wanted = Signal(str)
    hazard_wanted = Signal(str, str)

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("incidentPanel")
        self.workbench, self.toast = workbench, toast
        self.shown: IncidentRow | None = None
        self.desk: InvestigationDesk | None = None
        self.closed.connect(self._on_closed)

    def follow(self, rows: Sequence[IncidentRow]) -> None:
        """The incidents as they are now."""
        if self.shown is not None:
            now = next((one for one in rows if one.id == self.shown.id), None)
            if now is not None and now != self.shown:
                self.show_incident(now)
                if self.desk is not None:
                    self.desk.show_row(now)

    def show_record(self) -> None:
        """The form of an incident."""
        self.shown = None
        self.start(self.tr("Record an incident"))
        self._form = self._details(
            "incidents.record", {"kind": "near_miss", "accident_type": "other", "at": self.workbench.now()}
        )
        self.body.addWidget(self._form)
        self.foot.addWidget(button(self.tr("Record"), "incidentRecord", self._on_record, "primary"), 1)
        self.end()

    def _details(self, kind: str, values: dict[str, Any]) -> Form:
        zones = sorted(
            (one.name, one.id) for one in self.workbench.ask(lambda look: look.find("zone")) if one.retired_at is None
        )
        people = sorted((one.name, one.id) for one in self.workbench.ask(lambda look: look.find("person")) if one.here)
        kinds = [(words.say(f"value.kind.{code}"), code) for code in get_args(IncidentKind)]
        types = [(words.say(f"value.accident_type.{code}"), code) for code in get_args(AccidentType)]
        choices = {
            "kind": kinds,
            "accident_type": types,
            "zone": [(self.tr("Choose"), ""), *zones],
            "person": [(self.tr("Nobody was hurt"), ""), *people],
        }
        return Form(kind, "incident", "incident", only=FIELDS, values=values, choices=choices)

    def show_incident(self, one: IncidentRow) -> None:
        """All about it."""
        self.shown, now = one, self.workbench.now()
        self.start(called(one) or words.say(f"value.kind.{one.incident.kind}"))
        self.body.addWidget(pill(one.status, stands(one), "incidentState"))
        if self.workbench.waiting_for(one.id):
            self.body.addWidget(unconfirmed.mark("incidentUnconfirmed"))
        self.body.addWidget(label(one.incident.description, "", "incidentStory", wrap=True, copy=True))
        for said, value in self._facts(one):
            if value:
                self.body.addLayout(column(label(said, "caption"), label(value, "", wrap=True, copy=True), gap=0))
        self._photos(one)
        if one.incident.withdrawn_at is None:
            self._first_report(one)
            self._investigation(one)
            self._correction(one)
        else:
            told = self.tr("Withdrawn {when}; it counts for nothing.")
            self.body.addWidget(label(told.format(when=words.when(one.incident.withdrawn_at, now)), "muted", wrap=True))
        self.foot.addWidget(button(self.tr("Print…"), "incidentPrint", self._on_print, "", "print"))
        self.foot.addStretch(1)
        self.end()

    def _facts(self, one: IncidentRow) -> list[tuple[str, str]]:
        incident, now, say = one.incident, self.workbench.now(), words.say
        kind = say(f"value.accident_type.{incident.accident_type}")
        if one.code is not None:
            kind += f" · {one.edition} {one.code.code} {one.code.name}"
        personal = self.workbench.may("incidents.correct")
        hidden = self.tr("personal: only the safety office sees it")
        return [
            (say("field.incident.kind"), say(f"value.kind.{incident.kind}")),
            (say("field.incident.at"), words.when(incident.at, now)),
            (say("field.incident.zone"), " · ".join(filter(None, (one.zone.name, incident.place)))),
            (say("field.incident.accident_type"), kind),
            (say("field.incident.days_lost"), str(incident.days_lost) if incident.days_lost else ""),
            (say("field.incident.person"), (one.hurt if personal else hidden) if incident.person else ""),
            (say("field.incident.injury"), incident.injury if personal else ""),
            (say("field.incident.reported_by"), one.reporter),
            (say("field.incident.recorded_at"), words.when(incident.recorded_at, now)),
        ]

    def _photos(self, one: IncidentRow) -> None:
        for sha256 in one.incident.photos:
            data = self.workbench.photo(sha256)
            picture = decoded(data, PHOTO_EDGE) if data else None
            if picture is not None:
                shown = QLabel()
                shown.setPixmap(picture)
                shown.setAccessibleName(words.say("field.incident.photos"))
                self.body.addWidget(shown)

    def _first_report(self, one: IncidentRow) -> None:
        if one.incident.to_classify and self.workbench.may("incidents.classify"):
            told = self.tr("A first report: say whether it stands so, or correct it below.")
            self.body.addWidget(label(told, "warning", wrap=True))
            self.body.addWidget(button(self.tr("It stands so"), "incidentClassify", self._on_classify, "primary"))

    def _investigation(self, one: IncidentRow) -> None:
        self.body.addWidget(line())
        self.body.addWidget(label(self.tr("Investigation"), "head"))
        study = one.investigation
        if study is None:
            self._opening()
            return
        told = self.tr("Led by {name} since {when}")
        when = words.when(study.opened_at, self.workbench.now())
        self.body.addWidget(label(told.format(name=one.leader, when=when), "caption", wrap=True))
        for cause in study.causes:
            if cause.root:
                said = f"{words.say(f'value.branch.{cause.branch}')} · {cause.text}"
                self.body.addWidget(label(said, "", wrap=True, copy=True))
        if study.conclusion:
            self.body.addWidget(label(study.conclusion, "", "incidentConclusion", wrap=True, copy=True))
        for hazard in one.actions:
            self.body.addWidget(label(hazard.description, "", wrap=True, copy=True))
            text = f"{hazard.number or ''} · {words.say(f'state.{hazard.state.value}')}".strip(" ·")
            show = partial(self.hazard_wanted.emit, hazard.id, "")
            self.body.addWidget(button(text, f"action-{hazard.id}", show, "link"))
        me = self.workbench.me
        may = me is not None and (self.workbench.may("investigations.open") or me.id == study.leader)
        act = button(self.tr("Whys, causes, actions…"), "investigate", self.open_desk, "primary")
        act.setEnabled(may)
        self.body.addWidget(act)

    def _opening(self) -> None:
        if not self.workbench.may("investigations.open"):
            self.body.addWidget(label(self.tr("None yet; the safety office opens it."), "muted", wrap=True))
            return
        found = self.workbench.ask(lambda look: look.find("person"))
        leaders = sorted((one.name, one.id) for one in found if one.here and set(one.roles) & LEADERS)
        self._leader = Choice("investigationLeader", self.tr("Who leads it"))
        self._leader.offer([(self.tr("Who leads it…"), ""), *leaders], None)
        self.body.addLayout(
            row(self._leader, button(self.tr("Open the investigation"), "investigationOpen", self._on_open))
        )

    def _correction(self, one: IncidentRow) -> None:
        if self.workbench.may("incidents.correct"):
            self.body.addWidget(line())
            self.body.addWidget(label(self.tr("Classify or correct"), "head"))
            values = {name: getattr(one.incident, name) for name in FIELDS}
            self._form = self._details("incidents.correct", values)
            self.body.addWidget(self._form)
            save = button(self.tr("Save"), "incidentSave", self._on_save)
            away = button(self.tr("Withdraw the incident…"), "incidentWithdraw", self._ask_withdraw)
            self.body.addLayout(row(save, away, None))

    def open_desk(self) -> None:
        """The investigation at length."""
        if self.shown is not None:
            self.desk = InvestigationDesk(self.workbench, self.toast, self.shown, self.window())
            self.desk.finished.connect(self._on_desk_closed)
            self.desk.open()

    def _on_desk_closed(self) -> None:
        self.desk = None

    def _complete(self) -> bool:
        missing = self._form.missing()
        if missing:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
        return missing is None

    def _on_record(self) -> None:
        if self._complete():
            local = self.workbench.run("incidents.record", **self._form.values())
            if local.ok:
                self.toast.good(self.tr("The incident is recorded."), self.tr("Undo"), self.workbench.undo)
                self.made.emit(local.id)

    def _run(self, kind: str, told: str, **args: Any) -> None:
        if self.workbench.run(kind, **args).ok:
            self.toast.good(told)

    def _on_classify(self) -> None:
        if self.shown is not None:
            self._run("incidents.classify", self.tr("It stands so from now on."), incident=self.shown.id)

    def _on_save(self) -> None:
        if self.shown is not None and self._complete():
            self._run("incidents.correct", self.tr("Saved."), incident=self.shown.id, **self._form.values())

    def _on_open(self) -> None:
        leader = self._leader.currentData()
        if self.shown is not None and leader:
            told = self.tr("The investigation is open.")
            self._run("investigations.open", told, incident=self.shown.id, leader=leader)

    def _ask_withdraw(self) -> None:
        usual = [self.tr("Recorded twice"), self.tr("It did not happen")]
        text = self.tr("It stays to be seen and counts for nothing.")
        title = self.tr("Withdraw the incident")
        dialog = ReasonDialog(title, text, usual, title, self.window())
        dialog.given.connect(self._on_withdraw)
        dialog.open()

    def _on_withdraw(self, reason: str) -> None:
        if self.shown is not None:
            self._run("incidents.withdraw", self.tr("Withdrawn."), incident=self.shown.id, reason=reason)

    def _on_print(self) -> None:
        if self.shown is not None:
            self.print_wanted.emit(self.shown.id)

    def _on_closed(self) -> None:
        self.shown = None
