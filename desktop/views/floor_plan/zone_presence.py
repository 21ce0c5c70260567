"""Who is in a zone, as far as anything tells: whom its doors have let in, who checked in there lately, and what nobody
can know."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.views.access.rows import now_rows, who_said
from desktop.views.floor_plan.facts import MapFacts
from desktop.widgets.parts import column, label, row
from desktop.words import when
from services.core.refused import Refused

if TYPE_CHECKING:
    from services.core.doors import Door
    from services.store.queries.presence import Seen
    from services.store.records import Records

MOST = 4


class ZonePresence(QWidget):
    """The latest first. That no door tells who is inside is said, so that nobody takes an empty list for an empty
    zone."""

    def __init__(self, facts: MapFacts, zone: str) -> None:
        from services.store.queries.presence import seen_lately

        super().__init__()
        self._today = facts.today
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
        self._by_doors = column(gap=4)
        layout.addLayout(self._by_doors)
        if facts.ask_hub is not None and any(zone in (one.zone, one.leads_to) for one in facts.ask(_doors)):
            facts.ask_hub("/api/access/now", partial(self._on_told, zone), self._on_not_told)
        limits = self.tr("No door tells who is here: in an emergency count the people at the assembly point.")
        self._limits = label(limits, "caption", "presenceLimits", wrap=True)
        layout.addWidget(self._limits)
        self.setLayout(layout)

    def _on_told(self, zone: str, found: dict[str, Any]) -> None:
        """What the doors say goes before the check-ins: by pseudonyms, as everywhere but on the list of a muster."""
        if not isValid(self):
            return
        inside = [one for one in now_rows(found) if one.id.startswith(zone) and one.who]
        self._by_doors.addWidget(
            label(self.tr("%n inside by the doors' word", "", len(inside)), "head", "insideByDoors")
        )
        for one in inside[:MOST]:
            since = self.tr("since {moment}").format(moment=when(one.since, self._today)) if one.since else ""
            self._by_doors.addLayout(row(label(who_said(one.who)), None, label(since, "caption")))
        self._limits.setText(
            self.tr("Doors can be passed without a card: in an emergency count the people at the assembly point.")
        )

    def _on_not_told(self, _: Refused) -> None:
        """The hub is away, or this is not for whoever looks: the check-ins stand, with what they do not tell."""


def _doors(look: "Records") -> tuple["Door", ...]:
    return tuple(one for one in look.find("door") if one.retired_at is None)
