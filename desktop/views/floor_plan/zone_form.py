"""The four things a person says of a zone: name, class, supervisor, team. For a new zone and for one being edited."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.views.floor_plan.wording import class_words
from desktop.widgets.choice import Choice
from desktop.widgets.parts import column, label
from services.core.zones import Zone

CLASSES = "ABCD"
LONGEST_NAME = 60


class ZoneForm(QWidget):
    """`changed` carries a field and its value when a person has changed it; `entered` when Enter is pressed in the
    name."""

    changed = Signal(str, object)
    entered = Signal()

    def __init__(self, supervisors: list[tuple[str, str]], teams: list[tuple[str, str]]) -> None:
        super().__init__()
        self.name = QLineEdit()
        self.name.setObjectName("zoneName")
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(self.tr("Name"))
        self.zone_class = Choice("zoneClass", self.tr("Class"))
        self.supervisor = Choice("zoneSupervisor", self.tr("Responsible supervisor"))
        self.team = Choice("zoneTeam", self.tr("Maintenance team"))
        nobody, no_team = (self.tr("Nobody yet"), ""), (self.tr("No team yet"), "")
        self.zone_class.offer([(f"{one} · {class_words(one)}", one) for one in CLASSES], "C")
        self.supervisor.offer([nobody, *supervisors], None)
        self.team.offer([no_team, *teams], None)
        fields = (self.name, self.zone_class, self.supervisor, self.team)
        parts: list[QWidget] = []
        for field in fields:
            parts += [label(field.accessibleName(), "caption"), field]
        layout = column(*parts, gap=4)
        for place in (2, 5, 8):  # before each label but the first
            layout.insertSpacing(place, 6)
        self.setLayout(layout)
        self.name.editingFinished.connect(self._on_name)
        self.name.returnPressed.connect(self.entered)
        self.zone_class.activated.connect(self._on_class)
        self.supervisor.activated.connect(self._on_supervisor)
        self.team.activated.connect(self._on_team)

    def show_zone(self, zone: Zone) -> None:
        """The zone's values; a field that is being typed into keeps what is there."""
        if not (self.name.hasFocus() and self.name.isModified()):
            self.name.setText(zone.name)
        for choice, value in self._choices(zone.zone_class, zone.supervisor, zone.team):
            choice.setCurrentIndex(max(choice.findData(value or ""), 0))

    def values(self) -> dict[str, Any]:
        """What stands in the fields: name, zone_class, supervisor, team."""
        return {
            "name": self.name.text().strip(),
            "zone_class": self.zone_class.currentData(),
            "supervisor": self.supervisor.currentData() or None,
            "team": self.team.currentData() or None,
        }

    def _choices(self, *values: str | None) -> Iterable[tuple[Choice, str | None]]:
        return zip((self.zone_class, self.supervisor, self.team), values, strict=True)

    def _on_name(self) -> None:
        name = self.name.text().strip()
        if self.name.isModified() and name:
            self.name.setModified(False)
            self.changed.emit("name", name)

    def _on_class(self) -> None:
        self.changed.emit("zone_class", self.zone_class.currentData())

    def _on_supervisor(self) -> None:
        self.changed.emit("supervisor", self.supervisor.currentData() or None)

    def _on_team(self) -> None:
        self.changed.emit("team", self.team.currentData() or None)
