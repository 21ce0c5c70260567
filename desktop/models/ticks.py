"""The record table with ticks before its rows, a quiet last column, and a red ground for what cannot go through."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFont

from desktop.models.record_table import Column, Index, RecordTable
from desktop.style.theme import theme
from desktop.style.tokens import CAPTION

ROLES = Qt.ItemDataRole
OWN = frozenset(map(int, (ROLES.CheckStateRole, ROLES.BackgroundRole, ROLES.ForegroundRole, ROLES.FontRole)))


class TickTable(RecordTable):
    """`ticks_changed` when a person ticks or unticks. `ticked` holds ids; ids in `faulty` have a red ground."""

    ticks_changed = Signal()

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self.ticked: set[str] = set()
        self.faulty: frozenset[str] = frozenset()

    def chosen(self) -> list[Any]:
        """The ticked rows in their order."""
        return [row for row in self.rows if row.id in self.ticked]

    def tick(self, ids: Iterable[str]) -> None:
        """Exactly these rows are ticked from now on."""
        wanted = set(ids)
        if wanted != self.ticked:
            self.ticked = wanted
            self._tell(0, 0)
            self.ticks_changed.emit()

    def mark(self, ids: Iterable[str]) -> None:
        """These rows cannot go through."""
        faulty = frozenset(ids)
        if faulty != self.faulty:
            self.faulty = faulty
            self._tell(0, len(self.columns) - 1)

    def _tell(self, first: int, last: int) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, first), self.index(len(self.rows) - 1, last))

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == 0 else found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in OWN and 0 <= index.row() < len(self.rows):
            found = self._dress(self.rows[index.row()].id, index.column(), role)
            if found is not None:
                return found
        return super().data(index, role)

    def _dress(self, id_: str, column: int, role: int) -> Any:
        last = column == len(self.columns) - 1
        if role == Qt.ItemDataRole.CheckStateRole and column == 0:
            return Qt.CheckState.Checked if id_ in self.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.BackgroundRole and id_ in self.faulty:
            return theme.colour("danger_ground")
        if role == Qt.ItemDataRole.ForegroundRole and last:
            return theme.colour("overdue" if id_ in self.faulty else "muted")
        return _caption() if role == Qt.ItemDataRole.FontRole and last else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or index.column() != 0:
            return False
        id_ = self.rows[index.row()].id
        wanted = Qt.CheckState(value) == Qt.CheckState.Checked
        if wanted != (id_ in self.ticked):
            self.ticked = self.ticked | {id_} if wanted else self.ticked - {id_}
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
            self.ticks_changed.emit()
        return True

    def place_of(self, id_: str) -> QModelIndex:
        """The index of a record's row; an invalid one where there is none."""
        found = next((place for place, row in enumerate(self.rows) if row.id == id_), None)
        return QModelIndex() if found is None else self.index(found, 0)


def _caption() -> QFont:
    font = QFont(QFont().families())
    font.setPixelSize(CAPTION)
    return font
