"""The one table model: rows are frozen records with an `id`, columns say how a record is shown and sorted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

Index = QModelIndex | QPersistentModelIndex
RECORD = int(Qt.ItemDataRole.UserRole) + 1
SORT = int(Qt.ItemDataRole.UserRole) + 2
SIGN = int(Qt.ItemDataRole.UserRole) + 3
BADGE = int(Qt.ItemDataRole.UserRole) + 4


@dataclass(frozen=True)
class Column:
    """`text` is what is shown; `sort` what is compared (the text where absent); `sign` a status or None; `badge` a
    class letter or None; `tip` what a pointer that rests is told; `picture` a QIcon or None; `width` in px, which is
    the least where `grows` says that the column takes what room is left."""

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


class RecordTable(QAbstractTableModel):
    """Shows records. `show` changes only what differs, so that selection and scroll stay."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[Any] = []

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

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

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
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        record, column = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(record)
        if role == SORT:
            return column.sort(record) if column.sort else column.text(record)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return self._more(record, column, role)

    def _more(self, record: Any, column: Column, role: int) -> Any:
        if role == RECORD:
            return record
        if role == SIGN and column.sign:
            return column.sign(record)
        if role == BADGE and column.badge:
            return column.badge(record)
        if role == Qt.ItemDataRole.DecorationRole and column.picture:
            return column.picture(record)
        if role == Qt.ItemDataRole.ToolTipRole and column.tip:
            return column.tip(record)
        return None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class Sorted(QSortFilterProxyModel):
    """Sorts by the sort role (records without a value last) and keeps rows that hold a text anywhere."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT)
        self._wanted = ""

    def want(self, text: str) -> None:
        """Only rows with this text in any column, whatever its case."""
        self.beginFilterChange()
        self._wanted = text.strip().casefold()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        model = self.sourceModel()
        if not self._wanted or not isinstance(model, RecordTable):
            return True
        record = model.rows[row]
        return any(self._wanted in column.text(record).casefold() for column in model.columns)

    def lessThan(self, left: Index, right: Index) -> bool:
        one, other = left.data(SORT), right.data(SORT)
        if one is None or other is None:
            return one is not None
        return bool(one < other)
