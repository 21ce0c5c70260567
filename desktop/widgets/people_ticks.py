"""Several people out of many: ticked by name, found by typing, a whole team at once."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop.widgets.choice import Choice
from desktop.widgets.parts import button, column, label, row
from services.core.people import Person, Team

ID, TEAM = int(Qt.ItemDataRole.UserRole) + 1, int(Qt.ItemDataRole.UserRole) + 2
HIGH = 220


class PeopleTicks(QWidget):
    """`changed` when somebody is ticked or no more."""

    changed = Signal()

    def __init__(self, people: Sequence[Person], teams: Sequence[Team], ticked: Iterable[str] = ()) -> None:
        super().__init__()
        names, chosen = {one.id: one.name for one in teams}, set(ticked)
        self._find = QLineEdit()
        self._find.setObjectName("ticksFind")
        self._find.setPlaceholderText(self.tr("Find by name or number"))
        self._find.setAccessibleName(self.tr("Find by name or number"))
        self._find.textChanged.connect(self._narrow)
        self._team = Choice("ticksTeam", self.tr("Team"))
        self._team.offer([(self.tr("All teams"), ""), *((one.name, one.id) for one in teams)], "")
        self._team.currentIndexChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setObjectName("ticksPeople")
        self.list.setFixedHeight(HIGH)
        for one in people:
            told = " · ".join(part for part in (one.name, one.employee_no or "", names.get(one.team or "", "")) if part)
            item = QListWidgetItem(told, self.list)
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setData(ID, one.id)
            item.setData(TEAM, one.team or "")
            item.setCheckState(Qt.CheckState.Checked if one.id in chosen else Qt.CheckState.Unchecked)
        self.list.itemChanged.connect(self._count)
        self._said = label("", "caption", "ticksSaid")
        every = button(self.tr("Tick all shown"), "ticksAll", self._on_all, "link")
        none = button(self.tr("Tick none"), "ticksNone", self._on_none, "link")
        self.setLayout(column(self._find, self._team, self.list, row(self._said, None, every, none), gap=6))
        self._count()

    def ids(self) -> list[str]:
        """Those who are ticked, in the order of the list."""
        return [str(one.data(ID)) for one in self._items() if one.checkState() == Qt.CheckState.Checked]

    def values(self) -> dict[str, list[str]]:
        """The same as an operation's argument."""
        return {"people": self.ids()}

    def tick(self, ids: Iterable[str]) -> None:
        """These, and nobody else."""
        wanted = set(ids)
        for one in self._items():
            one.setCheckState(Qt.CheckState.Checked if one.data(ID) in wanted else Qt.CheckState.Unchecked)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(place) for place in range(self.list.count())]

    def _narrow(self) -> None:
        text, team = self._find.text().strip().lower(), self._team.currentData() or ""
        for one in self._items():
            one.setHidden(text not in one.text().lower() or team not in ("", one.data(TEAM)))

    def _count(self) -> None:
        self._said.setText(self.tr("%n ticked", "", len(self.ids())))
        self.changed.emit()

    def _on_all(self) -> None:
        for one in self._items():
            if not one.isHidden():
                one.setCheckState(Qt.CheckState.Checked)

    def _on_none(self) -> None:
        self.tick(())
