"""The one zone that comes first now, said in a line; a press goes there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton

from desktop.style.signs import sign_pixmap
from desktop.views.floor_plan.facts import MapFacts
from desktop.views.floor_plan.shapes import OVERDUE, PENDING
from desktop.views.floor_plan.wording import status_words

if TYPE_CHECKING:
    from services.store.queries.status import ZoneStatus


class MostUrgent(QPushButton):
    """`wanted` carries the zone's id. Not to be seen while nothing waits."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mostUrgent")
        self.setProperty("look", "link")
        self._zone = ""
        self.clicked.connect(self._on_clicked)

    def show_facts(self, facts: MapFacts, *, wanted: bool) -> None:
        """The most urgent zone of these."""
        found = None if facts.seen_at else most_urgent(facts)
        self.setVisible(wanted and found is not None)
        if found is None:
            return
        self._zone = found.zone.id
        self.setIcon(QIcon(sign_pixmap(found.status, 12, self.devicePixelRatioF())))
        words = status_words(found, facts.now)
        self.setText(" " + self.tr("First now: {zone}, {status}").format(zone=found.zone.name, status=words))
        self.setAccessibleName(self.text())

    def _on_clicked(self) -> None:
        self.wanted.emit(self._zone)


def most_urgent(facts: MapFacts) -> "ZoneStatus | None":
    """The one that comes first."""
    return next(iter(by_urgency(facts)), None)


def by_urgency(facts: MapFacts) -> "tuple[ZoneStatus, ...]":
    """The zones in which something waits: red before yellow, then the shortest clock."""
    waiting = (one for one in facts.zones.values() if one.status in (OVERDUE, PENDING))
    return tuple(sorted(waiting, key=_urgency))


def _urgency(one: "ZoneStatus") -> tuple[bool, bool, float]:
    from services.store.queries.status import clock_of

    until = clock_of(one.hazards[0]) if one.hazards else one.since  # by a missed inspection or a sensor alone
    return (one.status != OVERDUE, until is None, until.timestamp() if until else 0.0)
