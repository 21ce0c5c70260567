"""The one table model: rows are frozen records with an `id`, columns say how a record is shown, sorted and filtered.
Here it holds its rows; desktop.models.paged_table reads them page by page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QGuiApplication

from desktop.style.theme import theme
from services.core.alphabet import by_sound

Index = QModelIndex | QPersistentModelIndex
RECORD = int(Qt.ItemDataRole.UserRole) + 1
SORT = int(Qt.ItemDataRole.UserRole) + 2
SIGN = int(Qt.ItemDataRole.UserRole) + 3
MARK = int(Qt.ItemDataRole.UserRole) + 4  # a sign and a badge, as a pair; None where there is neither
Predicate = Callable[[Any], bool]


@dataclass(frozen=True)
class Column:
    """`text` is what is shown; `sort` what is compared (the text where absent); `sign` a status or None; `badge` a
    class letter or None; `tip` what a pointer that rests is told; `picture` a QIcon or None; `width` in px, which is
    the least where `grows` says that the column takes what room is left; one that `yields` is left out where there is
    none. `loud` names the colour in which the text stands out, or None; `plain` is what a copy has instead of the text.
    It is filtered by its text, or by a choice among `choices` (code and word) where `code` answers a record's, or by a
    span of days where `moment` does. In a workbook it is a date by its `moment`, a number by its `amount`, else its
    text, which is a number where it stands at the `right` and reads as one."""

    key: str
    title: str
    text: Callable[[Any], str]
    width: int = 140
    sort: Callable[[Any], Any] | None = None
    sign: Callable[[Any], str | None] | None = None
    badge: Callable[[Any], str | None] | None = None
    tip: Callable[[Any], str] | None = None
    picture: Callable[[Any], Any] | None = None
    right: bool = False
    grows: bool = False
    yields: bool = False
    loud: Callable[[Any], str | None] | None = None
    code: Callable[[Any], str | None] | None = None
    choices: Callable[[], Sequence[tuple[str, str]]] | None = None
    moment: Callable[[Any], datetime | None] | None = None
    amount: Callable[[Any], float | None] | None = None
    plain: Callable[[Any], str] | None = None

    @property
    def copied(self) -> Callable[[Any], str]:
        """What a record has here where it is copied or saved."""
        return self.plain or self.text

    @cached_property
    def says(self) -> frozenset[int]:
        """The roles that a record of it may have something for: most that Qt asks have nothing."""
        roles, found = Qt.ItemDataRole, {int(Qt.ItemDataRole.DisplayRole), SORT, RECORD}
        found |= {SIGN, MARK} if self.sign or self.badge else set()
        found |= {int(roles.ForegroundRole), int(roles.FontRole)} if self.loud else set()
        found |= {int(roles.DecorationRole)} if self.picture else set()
        return frozenset(found | ({int(roles.ToolTipRole)} if self.tip else set()))


class ColumnTable(QAbstractTableModel):
    """What shows records by columns, wherever they come from: `record_at` answers a row's, None while it is not here
    yet."""

    ABSENT = "…"

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)

    def record_at(self, row: int) -> Any | None:
        """The record of a row."""
        raise NotImplementedError

    def many(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self.many()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(self.columns[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if not 0 <= row < self.many():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role not in column.says:
            return None
        record = self.record_at(row)
        if record is None:
            return self.ABSENT if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(record)
        if role == SORT:
            return column.sort(record) if column.sort else column.text(record)
        return self._more(record, column, role)

    def _more(self, record: Any, column: Column, role: int) -> Any:
        if role == RECORD:
            return record
        if role == SIGN and column.sign:
            return column.sign(record)
        if role == MARK:
            return _mark(record, column)
        if role in (Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.FontRole) and column.loud:
            return _outstanding(column.loud(record), role)
        if role == Qt.ItemDataRole.DecorationRole and column.picture:
            return column.picture(record)
        if role == Qt.ItemDataRole.ToolTipRole and column.tip:
            return column.tip(record)
        return None


class RecordTable(ColumnTable):
    """Holds its records. `show` changes only what differs, so that selection and scroll stay."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self.rows: list[Any] = []

    def record_at(self, row: int) -> Any | None:
        return self.rows[row]

    def show(self, rows: Sequence[Any]) -> None:
        """The rows to be shown from now on, in their order. Each id stands once."""
        wanted = {row.id for row in rows}
        if wanted.isdisjoint(row.id for row in self.rows):
            self._start_again(rows)
            return
        self._leave_out(wanted)
        self._put_in_order(rows)
        self._take_in(rows)

    def _start_again(self, rows: Sequence[Any]) -> None:
        """None of the rows stays, so no selection is lost."""
        if self.rows or rows:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()

    def _leave_out(self, wanted: set[str]) -> None:
        end = len(self.rows)
        while end > 0:
            start = end
            while start > 0 and self.rows[start - 1].id not in wanted:
                start -= 1
            if start < end:
                self.beginRemoveRows(QModelIndex(), start, end - 1)
                del self.rows[start:end]
                self.endRemoveRows()
            end = start - 1

    def _put_in_order(self, rows: Sequence[Any]) -> None:
        """Brings the rows that stay into their new order at once; one move after the other takes minutes."""
        present = {row.id: row for row in self.rows}
        order = [row.id for row in rows if row.id in present]
        if order == list(present):
            return
        self.layoutAboutToBeChanged.emit()
        place = {id_: number for number, id_ in enumerate(order)}
        before = self.persistentIndexList()
        after = [self.index(place[self.rows[index.row()].id], index.column()) for index in before]
        self.rows = [present[id_] for id_ in order]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _take_in(self, rows: Sequence[Any]) -> None:
        """What is new comes in, a run of rows at a time; what has changed is told."""
        present = {row.id for row in self.rows}
        at = 0
        while at < len(rows):
            end = at
            while end < len(rows) and rows[end].id not in present:
                end += 1
            if end > at:
                self.beginInsertRows(QModelIndex(), at, end - 1)
                self.rows[at:at] = rows[at:end]
                self.endInsertRows()
            elif self.rows[at] != rows[at]:
                self.rows[at] = rows[at]
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))
            at = max(end, at + 1)

    def many(self) -> int:
        return len(self.rows)


def _mark(record: Any, column: Column) -> tuple[str | None, str | None] | None:
    sign = column.sign(record) if column.sign else None
    badge = column.badge(record) if column.badge else None
    return (sign, badge) if sign or badge else None


def _outstanding(colour: str | None, role: int) -> QColor | QFont | None:
    """The colour, or the weight, of a text that stands out; None for one that does not."""
    if colour is None:
        return None
    if role == Qt.ItemDataRole.ForegroundRole:
        return theme.colour(colour)
    font = QGuiApplication.font()
    font.setBold(True)
    return font


LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _alignment(column: Column) -> Qt.AlignmentFlag:
    return RIGHT if column.right else LEFT


class Sorted(QSortFilterProxyModel):
    """Sorts by the sort role (texts by sound, records without a value last) and keeps the rows that are wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT)
        self._holds: Predicate | None = None

    def want(self, holds: Predicate | None) -> None:
        """Only records for which this holds; all of them by None."""
        self.beginFilterChange()
        self._holds = holds
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        model = self.sourceModel()
        if self._holds is None or not isinstance(model, RecordTable):
            return True
        return self._holds(model.rows[row])

    def lessThan(self, left: Index, right: Index) -> bool:
        one, other = left.data(SORT), right.data(SORT)
        if one is None or other is None:
            last, first = (one, other) if self.sortOrder() == Qt.SortOrder.DescendingOrder else (other, one)
            return last is None and first is not None
        if isinstance(one, str) and isinstance(other, str):
            return by_sound(one) < by_sound(other)
        return bool(one < other)
