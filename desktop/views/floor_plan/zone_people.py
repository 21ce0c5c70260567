"""Who answers for a zone, and which team repairs in it, with the number to call."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.style.icons import pixmap
from desktop.widgets import unconfirmed
from desktop.widgets.parts import column, label, row

if TYPE_CHECKING:
    from services.core.people import Person, Team
    from services.store.queries.people import ZoneRow


class ZonePeople(QWidget):
    """`waiting` are the ids of records whose change the hub has yet to confirm."""

    def __init__(self, zone: "ZoneRow", waiting: frozenset[str]) -> None:
        super().__init__()
        self._lines = column()
        self._supervisor(zone.supervisor, waiting)
        self._team(zone.team, waiting)
        self.setLayout(self._lines)

    def _supervisor(self, who: "Person | None", waiting: frozenset[str]) -> None:
        if who is None:
            self._lines.addWidget(label(self.tr("No supervisor yet"), "muted"))
            return
        name = label(who.name, "", "supervisorName", copy=True)
        role = label(self.tr("supervisor"), "caption")
        self._lines.addLayout(row(_icon("person"), name, role, None, *self._phone(who.phone), gap=6))
        if who.id in waiting:
            self._lines.addWidget(unconfirmed.mark("supervisorUnconfirmed"))

    def _phone(self, number: str | None) -> list[QWidget]:
        if not number:
            return [label(self.tr("no phone number"), "caption")]
        return [_icon("phone", "accent"), label(number, "", "supervisorPhone", copy=True)]

    def _team(self, team: "Team | None", waiting: frozenset[str]) -> None:
        said = label(team.name if team else self.tr("No team yet"), "" if team else "muted")
        self._lines.addLayout(row(_icon("people"), said, label(self.tr("maintenance team"), "caption"), None, gap=6))
        if team and team.id in waiting:
            self._lines.addWidget(unconfirmed.mark("teamUnconfirmed"))


def _icon(name: str, token: str = "muted") -> QWidget:
    made = label()
    made.setPixmap(pixmap(name, 16, token))
    return made
