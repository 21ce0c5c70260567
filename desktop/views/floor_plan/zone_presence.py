"""Who is in a zone, as far as anything tells: who checked in there lately, and what nobody can know."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.views.floor_plan.facts import MapFacts
from desktop.widgets.parts import column, label, row
from desktop.words import when

if TYPE_CHECKING:
    from services.store.queries.presence import Seen

MOST = 4


class ZonePresence(QWidget):
    """The latest first. That no door tells who is inside is said, so that nobody takes an empty list for an empty
    zone."""

    def __init__(self, facts: MapFacts, zone: str) -> None:
        from services.store.queries.presence import seen_lately

        super().__init__()
        seen: tuple[Seen, ...] = facts.ask(seen_lately, zone=zone, now=facts.now)
        head = self.tr("Who is in it") if facts.present else self.tr("Who was in it")
        layout = column(label(head, "head"), gap=6, margins=(0, 8, 0, 0))
        for one in seen[:MOST]:
            said = self.tr("checked in {moment}").format(moment=when(one.at, facts.today))
            layout.addLayout(row(label(one.person.name, "", "seenName"), None, label(said, "caption", "seenAt")))
        if len(seen) > MOST:
            layout.addWidget(label(self.tr("and {n} more").format(n=len(seen) - MOST), "caption"))
        if not seen:
            told = self.tr("Nobody has checked in here in the last 12 hours.")
            layout.addWidget(label(told, "muted", "nobodySeen", wrap=True))
        limits = self.tr("No door tells who is here: in an emergency count the people at the assembly point.")
        layout.addWidget(label(limits, "caption", "presenceLimits", wrap=True))
        self.setLayout(layout)
