"""What is to be inspected in a zone next, by whom and when."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.floor_plan.facts import MapFacts
from desktop.widgets.parts import column, label, row
from desktop.words import when

if TYPE_CHECKING:
    from services.store.queries.today import Round

MOST = 3


class ZoneRounds(QWidget):
    """The next inspections of a zone, the soonest first."""

    def __init__(self, facts: MapFacts, zone: str) -> None:
        from services.store.queries.today import zone_rounds

        super().__init__()
        layout = column(label(self.tr("Next inspections"), "head"), gap=6, margins=(0, 8, 0, 0))
        rounds = facts.ask(zone_rounds, zone=zone, now=facts.now, most=MOST)
        for one in rounds:
            layout.addLayout(self._row(one, facts))
        if not rounds:
            layout.addWidget(label(self.tr("No inspection is planned."), "muted", "noRounds"))
        self.setLayout(layout)

    def _row(self, one: "Round", facts: MapFacts) -> QVBoxLayout:
        task = one.inspection
        what = f"{one.plan.name} · {one.equipment.name}" if one.equipment else one.plan.name
        who = one.person.name if one.person else one.team.name if one.team else self.tr("anybody")
        if task.opens_at <= facts.now:
            due = self.tr("open until {moment}").format(moment=when(task.closes_at, facts.today))
        else:
            due = when(task.due_at, facts.today)
        inner = row(label(due, "caption"), None, label(who, "caption", "roundWho"))
        return column(label(what, "", "roundName", wrap=True), inner, gap=2)
