"""The one table view: sorting, filter row, copying with head, columns chosen by right-click and remembered."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSettings,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.models.record_table import BADGE, RECORD, SIGN, Column, RecordTable, Sorted
from desktop.style.signs import paint_badge, paint_sign
from desktop.style.tokens import ROW


class Cells(QStyledItemDelegate):
    """Paints signs and badges before the text of a cell."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        sign, badge = index.data(SIGN), index.data(BADGE)
        if not sign and not badge:
            super().paint(painter, option, index)
            return
        moved = QStyleOptionViewItem(option)
        width = 18 if sign else 26
        self.initStyleOption(moved, index)
        moved.rect = option.rect.adjusted(width, 0, 0, 0)
        style = moved.widget.style()
        whole = QStyleOptionViewItem(moved)
        whole.rect, whole.text = option.rect, ""
        style.drawControl(style.ControlElement.CE_ItemViewItem, whole, painter, moved.widget)
        super().paint(painter, moved, index)
        middle = option.rect.center().y()
        if sign:
            paint_sign(painter, sign, QRectF(option.rect.left() + 8, middle - 6, 13, 13))
        if badge:
            paint_badge(painter, badge, QRectF(option.rect.left() + 8, middle - 8, 18, 18))


class Table(QWidget):
    """A table of records. `chosen` carries the record of the current row (or None), `opened` one that was
    double-clicked or entered. `menu_for` may add actions for a record to the context menu."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._just_told = False
        self.menu_for: Callable[[Any, QMenu], None] | None = None
        self.model = RecordTable(columns, self)
        self.sorted = Sorted(self)
        self.sorted.setSourceModel(self.model)
        self.filter = QLineEdit()
        self.filter.setObjectName(f"{name}Filter")
        self.filter.setPlaceholderText(self.tr("Filter: any text of the rows"))
        self.filter.setClearButtonEnabled(True)
        self.filter.hide()
        self.filter.textChanged.connect(self.sorted.want)
        self.view = self._view()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.filter)
        layout.addWidget(self.view)
        self._actions()
        self._recall()
        self.view.viewport().installEventFilter(self)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """The records to be shown from now on; selection and scroll stay."""
        self.model.show(rows)

    def record(self) -> Any | None:
        """The record of the current row."""
        return self.view.currentIndex().data(RECORD) if self.view.currentIndex().isValid() else None

    def choose(self, id_: str) -> None:
        """Makes the row of this record the current one."""
        for row in range(self.sorted.rowCount()):
            index = self.sorted.index(row, 0)
            if index.data(RECORD).id == id_:
                self.view.setCurrentIndex(index)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._grow()
        return super().eventFilter(watched, event)

    def _growing(self) -> int:
        """The place of the column that grows, -1 where none does."""
        return next((place for place, column in enumerate(self.model.columns) if column.grows), -1)

    def _grow(self) -> None:
        """The column that grows takes the room that the others leave, and never less than its own width."""
        head, place = self.view.horizontalHeader(), self._growing()
        if place >= 0 and not head.isSectionHidden(place):
            left = self.view.viewport().width() - (head.length() - head.sectionSize(place))
            self.view.setColumnWidth(place, max(self.model.columns[place].width, left))

    def _view(self) -> QTableView:
        view = QTableView()
        view.setObjectName(self.name)
        view.setModel(self.sorted)
        view.setItemDelegate(Cells(view))
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setSortingEnabled(True)
        view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        view.horizontalHeader().setSortIndicatorClearable(True)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(ROW)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setSectionsMovable(True)
        view.horizontalHeader().setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.horizontalHeader().customContextMenuRequested.connect(self._on_header_menu)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._on_menu)
        view.selectionModel().currentRowChanged.connect(self._on_current)
        view.selectionModel().selectionChanged.connect(self._on_selected)
        self.sorted.modelAboutToBeReset.connect(self._on_all_go)
        view.activated.connect(self._on_activated)
        for place, column in enumerate(self.model.columns):
            view.setColumnWidth(place, column.width)
        return view

    def _actions(self) -> None:
        self._copy = QAction(self.tr("Copy rows with head"), self)
        self._copy.setShortcut(QKeySequence.StandardKey.Copy)
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._copy.triggered.connect(self.copy)
        find = QAction(self)
        find.setShortcut(QKeySequence.StandardKey.Find)
        find.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.triggered.connect(self._on_find)
        self.addActions([self._copy, find])

    def copy(self) -> None:
        """Puts the selected rows with their head on the clipboard, tab by tab, for Excel."""
        header = self.view.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        shown = [place for place in order if not self.view.isColumnHidden(place)]
        lines = ["\t".join(self.model.columns[place].title for place in shown)]
        for index in self.view.selectionModel().selectedRows():
            cells = [str(self.sorted.index(index.row(), place).data() or "") for place in shown]
            lines.append("\t".join(cells))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _on_find(self) -> None:
        self.filter.setVisible(True)
        self.filter.setFocus()
        self.filter.selectAll()

    def _on_current(self, index: QModelIndex, _: QModelIndex) -> None:
        self._just_told = True  # its selection follows at once
        QTimer.singleShot(0, self, self._on_told)
        self.chosen.emit(index.data(RECORD) if index.isValid() else None)

    def _on_selected(self, selected: QItemSelection, _: QItemSelection) -> None:
        """A row that was let go may be taken again, although it never ceased to be the current one."""
        index = self.view.currentIndex()
        if not self._just_told and selected.contains(index):
            self.chosen.emit(index.data(RECORD))

    def _on_told(self) -> None:
        self._just_told = False

    def _on_all_go(self) -> None:
        """Qt is silent when the current row goes with all the others."""
        if self.view.currentIndex().isValid():
            self.chosen.emit(None)

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(RECORD))

    def _on_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        index = self.view.indexAt(place)
        if index.isValid() and self.menu_for:
            self.menu_for(index.data(RECORD), menu)
            menu.addSeparator()
        menu.addAction(self._copy)
        menu.popup(self.view.viewport().mapToGlobal(place))

    def _on_header_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, column in enumerate(self.model.columns):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.view.isColumnHidden(number))
            action.setData(number)
            action.setEnabled(number > 0)
        menu.triggered.connect(self._on_column)
        menu.popup(self.view.horizontalHeader().mapToGlobal(place))

    def _on_column(self, action: QAction) -> None:
        self.view.setColumnHidden(action.data(), not action.isChecked())
        self._grow()
        self._keep()

    def _recall(self) -> None:
        state = QSettings().value(f"tables/{self.name}/{len(self.model.columns)}")
        if state is not None:
            self.view.horizontalHeader().restoreState(state)
        self.view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.view.horizontalHeader().setStretchLastSection(self._growing() < 0)
        self.view.horizontalHeader().sectionResized.connect(self._on_resized)
        self.view.horizontalHeader().sectionMoved.connect(self._keep)

    def _on_resized(self, place: int, _: int, __: int) -> None:
        if place != self._growing():  # its width follows from the window's
            self._grow()
            self._keep()

    def _keep(self) -> None:
        QSettings().setValue(f"tables/{self.name}/{len(self.model.columns)}", self.view.horizontalHeader().saveState())
