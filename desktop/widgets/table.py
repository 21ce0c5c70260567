"""The one table view: sorting, filter row, copying with head, columns chosen by right-click and remembered."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QMetaMethod,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.models import rows_text
from desktop.models.filtering import predicate
from desktop.models.paged_table import PagedTable, Source
from desktop.models.record_table import RECORD, Column, ColumnTable, RecordTable, Sorted
from desktop.opening import utc_now
from desktop.style.tokens import ROW
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.rows_view import RowsView
from desktop.widgets.table_book import TableBook
from desktop.widgets.table_columns import TableColumns
from desktop.widgets.table_copy import TableCopy
from desktop.widgets.table_filters import TableFilters
from services.store.queries.wanted import Wanted


class Table(QWidget):
    """A table of records. `chosen` carries the record of the current row (or None), `opened` one that was
    double-clicked or entered. `menu_for` may add actions for a record to the context menu; `menu_also` are in it
    wherever it is opened."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        parent: QWidget | None = None,
        source: Source | None = None,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self.name = name
        self._just_told = False
        self._awaited = False
        self._narrowing = False
        self._top: QPersistentModelIndex | None = None
        self.menu_for: Callable[[Any, QMenu], None] | None = None
        self.menu_also: tuple[QAction, ...] = ()
        self._count_soon = QTimer(self)
        self._count_soon.setSingleShot(True)
        self._count_soon.timeout.connect(self._on_count)
        self.model: ColumnTable = PagedTable(columns, source, self) if source else RecordTable(columns, self)
        self.sorted = self._what_is_shown()
        self.view = self._view()
        self.columns = TableColumns(name, self.model, self.view, self)
        self.filters = TableFilters(name, columns, self.columns.head, now, self)
        self.filter = self.filters.text
        self.copying = TableCopy(self)
        self.book = TableBook(self, now)
        self.nothing: EmptyState | None = None  # made when it is first wanted
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.filter, self.filters.chips, self.view):
            layout.addWidget(part)
        self._actions()
        self.columns.recall()
        self.filters.altered.connect(self._on_filters)
        self._on_filters()
        self.view.viewport().installEventFilter(self)

    def _what_is_shown(self) -> QAbstractItemModel:
        """What the view stands on: rows that are held are sorted and filtered beside them, others where they are."""
        if isinstance(self.model, PagedTable):
            self.model.top = self._top_row
            self.model.came.connect(self._on_came)
            self.model.failed.connect(self._on_failed)
            self.model.layoutAboutToBeChanged.connect(self._on_moving)
            self.model.layoutChanged.connect(self._on_moved)
            return self.model
        rows = Sorted(self)
        rows.setSourceModel(self.model)
        return rows

    def _on_failed(self, error: Exception) -> None:
        """What could not be read is shown and logged, as any fault; the next look tries again."""
        raise error

    def show_rows(self, rows: Sequence[Any]) -> None:
        """The records to be shown from now on; selection and scroll stay."""
        assert isinstance(self.model, RecordTable)
        self.model.show(rows)

    def look_again(self) -> None:
        """What a paged table shows may have changed; also the first time."""
        assert isinstance(self.model, PagedTable)
        self.model.reload()

    def record(self) -> Any | None:
        """The record of the current row."""
        return self.view.currentIndex().data(RECORD) if self.view.currentIndex().isValid() else None

    def records(self) -> tuple[Any, ...]:
        """The records of the rows that are selected, as far as they are here."""
        rows = self.view.selectionModel().selectedRows()
        return tuple(one for one in (row.data(RECORD) for row in rows) if one is not None)

    def copy_cell(self) -> None:
        """Puts the text of the current cell on the clipboard."""
        index = self.view.currentIndex()
        if index.isValid():
            QGuiApplication.clipboard().setText(rows_text.cell(str(index.data() or "")))

    def copy(self) -> None:
        """Puts the chosen rows with their head on the clipboard, tab by tab, for Excel."""
        self.copying.copy()

    def choose(self, id_: str) -> None:
        """Makes the row of this record the current one; a filter that hides it is taken away."""
        if isinstance(self.model, PagedTable):
            self.model.find(id_, lambda row: self._on_found(id_, row))
            return
        row = self._row_of(id_)
        if row < 0 and self.filters.wanted().narrowed and any(one.id == id_ for one in self._held()):
            self.filters.clear()
            row = self._row_of(id_)
        if row >= 0:
            self.view.setCurrentIndex(self.sorted.index(row, 0))

    def _held(self) -> Sequence[Any]:
        return self.model.rows if isinstance(self.model, RecordTable) else ()

    def _row_of(self, id_: str) -> int:
        """Where a record that is held stands; -1 where it is not shown."""
        rows = range(self.sorted.rowCount())
        return next((row for row in rows if self.sorted.index(row, 0).data(RECORD).id == id_), -1)

    def _on_found(self, id_: str, row: int | None) -> None:
        assert isinstance(self.model, PagedTable)
        if row is not None and row < self.sorted.rowCount():
            self.view.setCurrentIndex(self.sorted.index(row, 0))
        elif row is None and self.filters.wanted().narrowed:
            self.model.arranged.connect(lambda: self.choose(id_), Qt.ConnectionType.SingleShotConnection)
            self.filters.clear()

    # filters

    def _on_filters(self) -> None:
        """Other rows are wanted."""
        wanted = self.filters.wanted()
        if isinstance(self.model, PagedTable):
            asked = replace(self.model.wanted, text=wanted.text, columns=wanted.columns)
            if asked != self.model.wanted:
                self.model.want(asked)
        else:
            self._narrow(wanted)
        self._count_soon.start()

    def _narrow(self, wanted: Wanted) -> None:
        """What was chosen stays so while it fits; else nothing is, and not what happens to stand in its place."""
        assert isinstance(self.sorted, Sorted)
        picked = self.view.selectionModel()
        before, selected = self.record(), picked.hasSelection()
        self._narrowing = True
        self.sorted.want(predicate(self.model.columns, wanted))
        here = self.record()
        stays = selected and before is not None and here is not None and here.id == before.id
        if not stays:
            picked.clear()
        self._narrowing = False
        if before is not None and not stays:
            self.chosen.emit(None)

    def _nothing(self) -> EmptyState:
        """What stands in place of rows when the filters leave none."""
        text = self.tr("No row fits what is asked above. The rows are all still there.")
        made = EmptyState(
            "search",
            self.tr("Nothing matches"),
            text,
            self.tr("Clear the filters"),
            "clearAllFilters",
            self._on_clear,
        )
        made.setParent(self.view)
        made.setObjectName(f"{self.name}Nothing")
        return made

    def _on_clear(self) -> None:
        self.filters.clear()
        self.view.setFocus()

    def _on_count(self) -> None:
        """How many rows are left, and what to say when none is."""
        left, narrowed = self.sorted.rowCount(), self.filters.wanted().narrowed
        paged = self.model if isinstance(self.model, PagedTable) else None
        if paged is None:
            said = self.tr("{n} of {all} rows").format(n=f"{left:,}", all=f"{len(self._held()):,}")
        else:
            said = self.tr("{n} rows").format(n=f"{left:,}") if paged.known else ""
        self.filters.chips.left.setText(said)
        none = narrowed and not left and (bool(self._held()) if paged is None else paged.known)
        if none and self.nothing is None:
            self.nothing = self._nothing()
        if self.nothing is not None:
            self.nothing.setVisible(none)
            self._place_nothing()

    def _place_nothing(self) -> None:
        if self.nothing is not None and not self.nothing.isHidden():
            self.nothing.setGeometry(self.view.viewport().geometry())
            self.nothing.raise_()

    # the view

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.columns.grow()
            self._place_nothing()
        return super().eventFilter(watched, event)

    def _view(self) -> RowsView:
        view = RowsView(self.name, ROW)
        view.setAccessibleName(self.tr("Rows"))
        view.typed = self._on_typed
        view.setModel(self.sorted)
        view.customContextMenuRequested.connect(self._on_menu)
        view.selectionModel().currentRowChanged.connect(self._on_current)
        view.selectionModel().selectionChanged.connect(self._on_selected)
        view.activated.connect(self._on_activated)
        self.sorted.modelAboutToBeReset.connect(self._on_all_go)
        for changed in (self.sorted.rowsInserted, self.sorted.rowsRemoved, self.sorted.modelReset):
            changed.connect(self._count_soon.start)
        self.sorted.layoutChanged.connect(self._count_soon.start)
        return view

    def _actions(self) -> None:
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self._copy = QAction(self.tr("Copy rows with head"), self)
        self._copy.setShortcut(QKeySequence.StandardKey.Copy)
        self._copy.triggered.connect(self.copy)
        self._plain = QAction(self.tr("Copy rows without head"), self)
        self._plain.setShortcut(QKeySequence("Ctrl+Shift+C"))
        self._plain.triggered.connect(self.copying.copy_plain)
        self._cell = QAction(self.tr("Copy this cell"), self)
        self._cell.triggered.connect(self.copy_cell)
        self._open = QAction(self.tr("Open"), self)
        self._open.triggered.connect(self._on_open)
        self._all = QAction(self.tr("Choose all rows"), self)
        self._all.triggered.connect(self.view.selectAll)
        self._book = QAction(self.tr("Save as Excel…"), self)
        self._book.triggered.connect(self.book.save)
        self._save = QAction(self.tr("Save rows as a text file…"), self)
        self._save.triggered.connect(self.copying.save)
        find = QAction(self)
        find.setShortcut(QKeySequence.StandardKey.Find)
        find.triggered.connect(self.filters.open)
        for action in (self._copy, self._plain, find):
            action.setShortcutContext(within)
        self.addActions([self._copy, self._plain, find])
        self.filters.left.connect(self.view.setFocus)

    def _on_typed(self, text: str) -> None:
        """Leads to the next row whose first column begins so; a longer text may keep the row it has led to."""
        here = self.view.currentIndex().row()
        after = here - 1 if len(text) > 1 and here >= 0 else here
        if isinstance(self.model, PagedTable):
            self.model.find_start(0, text, after, self._on_start_found)
            return
        rows, wanted = self.sorted.rowCount(), text.casefold()
        for row in (*range(after + 1, rows), *range(max(after + 1, 0))):
            if str(self.sorted.index(row, 0).data() or "").casefold().startswith(wanted):
                self._on_start_found(row)
                return

    def _on_start_found(self, row: int | None) -> None:
        if row is not None and row < self.sorted.rowCount():
            self.view.setCurrentIndex(self.sorted.index(row, max(self.view.currentIndex().column(), 0)))

    # what is chosen

    def _on_current(self, index: QModelIndex, _: QModelIndex) -> None:
        if self._narrowing:
            return
        self._just_told = True  # its selection follows at once
        QTimer.singleShot(0, self, self._on_told)
        record = index.data(RECORD) if index.isValid() else None
        self._awaited = index.isValid() and record is None
        self.chosen.emit(record)

    def _on_came(self, first: int, last: int) -> None:
        """The record of the current row may be among those that have come."""
        index = self.view.currentIndex()
        if self._awaited and first <= index.row() <= last and index.data(RECORD) is not None:
            self._awaited = False
            self.chosen.emit(index.data(RECORD))

    def _on_selected(self, selected: QItemSelection, _: QItemSelection) -> None:
        """A row that was let go may be taken again, although it never ceased to be the current one."""
        index = self.view.currentIndex()
        if self._just_told or self._narrowing or self._awaited:
            return
        if selected.contains(index):
            self.chosen.emit(index.data(RECORD))

    def _on_told(self) -> None:
        self._just_told = False

    def _on_all_go(self) -> None:
        """Qt is silent when the current row goes with all the others."""
        if self.view.currentIndex().isValid():
            self.chosen.emit(None)

    def _on_activated(self, index: QModelIndex) -> None:
        if index.data(RECORD) is not None:
            self.opened.emit(index.data(RECORD))

    # rows that are read page by page stand anew

    def _top_row(self) -> int:
        return max(self.view.rowAt(0), 0)

    def _on_moving(self) -> None:
        """What is at the top of the view stays there, unless the view is at its very beginning."""
        top = self._top_row()
        self._top = QPersistentModelIndex(self.sorted.index(top, 0)) if top > 0 else None
        self._had_current = self.view.currentIndex().isValid()

    def _on_moved(self) -> None:
        top, self._top = self._top, None
        if top is not None and top.isValid() and top.row() != self._top_row():
            self.view.scrollTo(self.sorted.index(top.row(), 0), RowsView.ScrollHint.PositionAtTop)
        if self._had_current and not self.view.currentIndex().isValid():
            self.chosen.emit(None)

    def _on_open(self) -> None:
        self._on_activated(self.view.currentIndex())

    def _on_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        index = self.view.indexAt(place)
        if index.isValid() and self.menu_for and index.data(RECORD) is not None:
            self.menu_for(index.data(RECORD), menu)
            menu.addSeparator()
        if index.isValid() and self.isSignalConnected(QMetaMethod.fromSignal(self.opened)):
            menu.addAction(self._open)
            menu.addSeparator()
        if index.isValid():
            menu.addActions([self._cell, self._copy, self._plain])
        menu.addAction(self._all)
        menu.addSeparator()
        menu.addActions([*self.menu_also, self._book, self._save])
        menu.popup(self.view.viewport().mapToGlobal(place))
