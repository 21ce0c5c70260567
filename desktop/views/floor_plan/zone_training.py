"""What a zone asks for of whoever goes in, who went in without it lately, and which emergency plans hold there."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.views.floor_plan.facts import MapFacts
from desktop.views.training.doors_view import DoorRow, door_rows
from desktop.views.training.needs_part import needs_said
from desktop.widgets.parts import button, column, emptied, label, row
from desktop.words import refusal, when
from services.core.emergency_plans import EmergencyPlan, plans_for
from services.core.modules import uses
from services.core.refused import Refused
from services.core.training_gaps import Need
from services.core.zone_needs import need_of
from services.store.queries.training import need_names

if TYPE_CHECKING:
    from services.store.records import Records

MOST = 4
DAYS = 28


class ZoneTraining(QWidget):
    """`plan_wanted` carries the id of an emergency plan to be opened, `needs_wanted` asks for the form of what the zone
    asks for. On a plant that does not use training it is empty."""

    plan_wanted = Signal(str)
    needs_wanted = Signal()

    def __init__(self, facts: MapFacts, zone: str) -> None:
        super().__init__()
        self._today, self._ask, self._zone = facts.today, facts.ask_hub, zone
        used, needs, names, plans = facts.ask(_facts, zone=zone)
        layout = column(gap=6)
        self._without = column(gap=4)
        self.setLayout(layout)
        if not used:
            return
        head = row(label(self.tr("Whoever goes in needs"), "head"), None)
        if facts.may_edit:
            head.addWidget(button(self.tr("Set…"), "zoneNeedsSet", self.needs_wanted.emit, "link"))
        layout.addLayout(head)
        asked = needs_said(needs, names)
        layout.addWidget(label(asked or self.tr("Nothing is asked for."), "" if asked else "muted", "zoneNeeds",
                               wrap=True))  # fmt: skip
        layout.addLayout(self._without)
        layout.addSpacing(8)
        layout.addWidget(label(self.tr("Emergency plans"), "head"))
        for one in plans:
            open_ = button(one.name, f"plan-{one.id}", partial(self.plan_wanted.emit, one.id), "link")
            layout.addLayout(row(open_, None))
        if not plans:
            layout.addWidget(label(self.tr("No plan holds here yet."), "muted"))
        if needs and facts.ask_hub is not None and facts.may_edit:
            who = button(self.tr("Who went in without it"), "zoneWithout", self._on_who, "link")
            self._without.addLayout(row(who, None))

    def _on_who(self) -> None:
        """Names are asked for when somebody wants them, as the journal keeps that they were looked at."""
        assert self._ask is not None
        emptied(self._without)
        self._ask(f"/api/training/doors?days={DAYS}&zone={self._zone}", self._on_told, self._on_failed)

    def _on_failed(self, refused: Refused) -> None:
        if isValid(self):
            self._without.addWidget(label(refusal(refused), "error", "wentWithoutFault", wrap=True))

    def _on_told(self, found: dict[str, Any]) -> None:
        if not isValid(self):
            return
        rows: list[DoorRow] = door_rows(found)
        many = len({one.person for one in rows})
        said = self.tr("%n people went in without it", "", many) if rows else self.tr("Nobody went in without it.")
        self._without.addWidget(label(said, "error" if rows else "muted", "wentWithout", wrap=True))
        for one in rows[:MOST]:
            who = row(label(one.name), None, label(when(one.last, self._today), "caption"))
            self._without.addLayout(column(who, label(one.lacks, "caption", wrap=True), gap=0))


Facts = tuple[bool, tuple[Need, ...], dict[Need, str], tuple[EmergencyPlan, ...]]


def _facts(look: "Records", zone: str) -> Facts:
    return uses(look, "training"), need_of(look, zone).needs, need_names(look), plans_for(look, zone)
