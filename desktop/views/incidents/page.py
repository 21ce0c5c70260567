"""Incidents: what waits first, with what the year has counted; a panel, the investigation, and the report of one."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QStackedWidget

from desktop import words
from desktop.language import language
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.views.action import Action, deed_button
from desktop.views.incidents.codes_dialog import CodesDialog
from desktop.views.incidents.finding import INCIDENTS
from desktop.views.incidents.panel import IncidentPanel
from desktop.views.incidents.said import called, stands
from desktop.views.page import Page
from desktop.views.palette.finder import Finder
from desktop.widgets.asking import ask_save
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, button, column, label, row
from desktop.widgets.table import Table
from desktop.workbench import Workbench
from services.core.refused import Refused
from services.store.queries.incidents import IncidentRow, incident_counts, incident_row, incident_rows

KINDS = ("recordable_injury", "first_aid", "near_miss", "damage")


class IncidentsPage(Page):
    """Injuries, first aid, near misses and damage."""

    key, icon = "incidents", "incidents"
    kinds = frozenset({"incident", "investigation", "hazard", "zone", "person", "accident_edition", "plant", "blob"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Incidents")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        record = QCoreApplication.translate("IncidentsPage", "Record an incident")
        return (
            Action(
                name="recordIncident", title=record, run="record", keys="Ctrl+N", picture="add",
                operation="incidents.record", anywhere=True,
            ),
        )  # fmt: skip

    @classmethod
    def finders(cls) -> tuple[Finder, ...]:
        return (INCIDENTS,)

    def show_record(self, kind: str, id_: str) -> None:
        self.table.choose(id_)

    def build(self) -> None:
        self.count = label("", "muted", "incidentCount")
        self.withdrawn = QCheckBox(self.tr("Also those that were withdrawn"))
        self.withdrawn.setObjectName("showWithdrawn")
        self.withdrawn.toggled.connect(self.refresh)
        self.table = Table("incidentTable", _columns(self.workbench))
        self.table.filter.show()
        self.table.chosen.connect(self._on_chosen)
        self.tell_copies(self.table)
        self.panel = IncidentPanel(self.workbench, self.toast)
        self.panel.closed.connect(self._on_closed)
        self.panel.made.connect(self.table.choose)
        self.panel.print_wanted.connect(self._on_print)
        self.panel.hazard_wanted.connect(partial(self.record_wanted.emit, "hazard"))
        record = self.deeds["recordIncident"]
        content = column(self.count, self.table, margins=(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING))
        self.stack = QStackedWidget()
        self.stack.addWidget(box(content))
        nothing = self.tr("Near misses and injuries, told of on the phone in a minute or recorded here.")
        none = EmptyState("incidents", self.tr("No incidents"), nothing, record.text(), "recordFirst", record.trigger)
        self.stack.addWidget(none)
        codes = button(self.tr("Accident codes…"), "accidentCodes", self._on_codes, "tool")
        head = self.head(None, self.withdrawn, codes, deed_button(record, "primary"))
        self.setLayout(row(column(head, self.stack, gap=0), self.panel, gap=0))
        self.first = self.table.view

    def only_said(self) -> str:
        return self.withdrawn.text() if self.withdrawn.isChecked() else self.tr("without those that were withdrawn")

    def refresh(self) -> None:
        everything = self.workbench.ask(incident_rows)
        rows = [one for one in everything if self.withdrawn.isChecked() or one.incident.withdrawn_at is None]
        self.count.setText(self._counted())
        self.table.show_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        self.panel.follow(everything)

    def _counted(self) -> str:
        if self.workbench.plant is None:
            return ""
        found = self.workbench.ask(incident_counts, now=self.workbench.now())
        parts = [
            self.tr("%n recordable injuries this year", "", found.recordable),
            self.tr("%n days lost", "", found.days_lost),
            self.tr("%n near misses", "", found.near_misses),
        ]
        if found.since is not None:
            parts.append(self.tr("%n days since the last injury", "", found.since))
        return " · ".join(parts)

    def record(self) -> None:
        """The form of an incident."""
        self.table.view.clearSelection()
        self.panel.show_record()

    def _on_codes(self) -> None:
        CodesDialog(self.workbench, self.toast, self.window()).open()

    def _on_chosen(self, one: IncidentRow | None) -> None:
        if one is not None:
            self.panel.show_incident(one)

    def _on_closed(self) -> None:
        self.table.view.clearSelection()
        self.table.view.setFocus()

    def _on_print(self, id_: str) -> None:
        name = f"{words.say('record.incident')}.pdf"
        ask_save(
            self.window(),
            "saveIncident",
            self.tr("Save the report"),
            ["PDF (*.pdf)"],
            partial(self.print_to, id_),
            name,
        )

    def print_to(self, id_: str, path: str) -> None:
        """Writes the report of one incident; with what is personal for those who may correct it."""
        from services.reports.incident_sheet import print_incident
        from services.reports.labels import put

        found, plant = self.workbench.ask(incident_row, id_=id_), self.workbench.plant
        if found is None or plant is None:
            return
        personal = self.may("incidents.correct")
        data = print_incident(found, plant, self.workbench.now(), language.name, personal=personal)
        try:
            put(Path(path), data)
        except Refused as refused:
            self.toast.bad(words.refusal(refused))
            return
        self.toast.good(self.tr("Saved as {file}.").format(file=Path(path).name))


def _columns(workbench: Workbench) -> list[Column]:
    def at(one: IncidentRow) -> str:
        return words.when(one.incident.at, workbench.now())

    def kinds() -> list[tuple[str, str]]:
        return [(code, words.say(f"value.kind.{code}")) for code in KINDS]

    state = QCoreApplication.translate("IncidentsPage", "State")
    state_room, kind_room = (160, 144) if language.name == "en" else (128, 112)
    return [
        Column("state", state, stands, state_room, sign=lambda one: one.status),
        Column("at", words.say("field.incident.at"), at, 128, sort=_at, moment=_at),
        Column(
            "kind",
            words.say("field.incident.kind"),
            _kind,
            kind_room,
            code=lambda one: one.incident.kind,
            choices=kinds,
        ),
        Column("zone", words.say("field.incident.zone"), _zone, 128, badge=lambda one: one.zone.zone_class),
        Column("what", words.say("field.incident.description"), lambda one: one.incident.description, 200, grows=True),
        Column("type", words.say("field.incident.accident_type"), _type, 104, yields=True),
        Column("days", words.say("field.incident.days_lost"), _days, 80, right=True, sort=_lost, yields=True),
        Column("number", words.say("field.incident.number"), called, 164, yields=True),
    ]


def _at(one: IncidentRow) -> datetime:
    return one.incident.at


def _code(one: IncidentRow) -> str:
    return one.incident.kind


def _kind(one: IncidentRow) -> str:
    return words.say(f"value.kind.{one.incident.kind}")


def _zone(one: IncidentRow) -> str:
    return one.zone.name


def _type(one: IncidentRow) -> str:
    return words.say(f"value.accident_type.{one.incident.accident_type}")


def _lost(one: IncidentRow) -> int:
    return one.incident.days_lost


def _days(one: IncidentRow) -> str:
    return str(one.incident.days_lost) if one.incident.days_lost else ""
