"""The matrix as Qt sees it: a row for each plan, a column for each day of the month."""

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop import words
from desktop.language import language
from desktop.models.record_table import SIGN
from desktop.style.theme import theme
from desktop.views.inspections.standing import sign_of, told
from services.store.queries.rounds import Cell, PlanMonth, PlantDay

Index = QModelIndex | QPersistentModelIndex
EMPTY = Cell()


class MatrixModel(QAbstractTableModel):
    """The first column is the plan's name; the others are the days."""

    def __init__(self) -> None:
        super().__init__()
        self.plans: tuple[PlanMonth, ...] = ()
        self.days: tuple[PlantDay, ...] = ()

    def show(self, plans: tuple[PlanMonth, ...], days: tuple[PlantDay, ...]) -> None:
        """What is shown from now on; what is chosen stays where only figures differ."""
        same = [one.id for one in plans] == [one.id for one in self.plans] and days == self.days
        if not same:
            self.beginResetModel()
        self.plans, self.days = plans, days
        if not same:
            self.endResetModel()
        elif plans:
            self.dataChanged.emit(self.index(0, 0), self.index(len(plans) - 1, len(days)))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.plans)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.days) + 1

    def day_at(self, column: int) -> date | None:
        """The day of a column; None for that of the names."""
        return self.days[column - 1].day if 0 < column <= len(self.days) else None

    def cell(self, index: Index) -> Cell:
        """What became of the plan's inspections of the day."""
        day = self.day_at(index.column())
        return self.plans[index.row()].cells.get(day, EMPTY) if day is not None else EMPTY

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.column() == 0:
            named = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return self.plans[index.row()].plan.name if named else None
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return _figure(cell)
        if role == SIGN:
            return sign_of(cell)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return told(cell)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        day = self.days[section - 1] if 0 < section <= len(self.days) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return _head(day) if day else words.say("field.inspection.plan")
        if day is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return day_told(day)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour("text" if day.works else "muted")
        return None


def _figure(cell: Cell) -> str:
    """How many were made of those that were asked for; how many are missed where some are."""
    if cell.asked == 0:
        return "–" if cell.excused else ""
    return str(cell.missed) if cell.missed else f"{cell.made}/{cell.asked}"


def _head(day: PlantDay) -> str:
    """The number of the day, its weekday, and what is special about it: 休 and 班, as calendars print it."""
    weekday = words.WEEKDAYS[language.name][day.day.weekday()]
    special = words.say(f"value.kind.{day.special}") if day.special else ""
    short = special[:1] if language.name == "zh" else special[:4]
    return f"{day.day.day}\n{short or weekday[:2]}"


def day_told(day: PlantDay) -> str:
    """What the calendar says of a day."""
    kind = words.say(f"value.kind.{day.special or ('work' if day.works else 'rest')}")
    return " · ".join(part for part in (day.day.isoformat(), kind, day.reason) if part)
