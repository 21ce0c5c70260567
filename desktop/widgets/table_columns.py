"""The columns of one table: their order and widths, which are shown, what the rows are sorted by. Chosen in the head,
kept by the table's name, and put back to what they were at first."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPoint, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu

from desktop.models.paged_table import PagedTable
from desktop.models.record_table import ColumnTable
from desktop.widgets.filter_head import FilterHead, room_of
from desktop.widgets.rows_view import RowsView


class TableColumns(QObject):
    """`head` is the view's head from now on."""

    def __init__(self, name: str, model: ColumnTable, view: RowsView, above: QObject) -> None:
        super().__init__(above)
        self._setting = f"tables/{name}/{len(model.columns)}"
        self._model, self._view = model, view
        self._yielded: dict[int, int] = {}  # how wide the columns were that have no room now
        self._settling = False
        self.head = head = FilterHead()
        view.setHorizontalHeader(head)
        head.setHighlightSections(False)
        head.setSectionsMovable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSortIndicatorClearable(True)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._on_menu)
        head.sortIndicatorChanged.connect(self._on_sort)
        view.setSortingEnabled(True)
        view.horizontalScrollBar().valueChanged.connect(head.arrange)
        for place in range(len(model.columns)):
            view.setColumnWidth(place, self._narrowest(place))
        self._plain = head.saveState()

    def recall(self) -> None:
        """Puts the columns as they were left."""
        state = QSettings().value(self._setting)
        if state is not None:
            self.head.restoreState(state)
        self.head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.head.setStretchLastSection(self._growing() < 0)
        self.head.sectionResized.connect(self._on_resized)
        self.head.sectionMoved.connect(self._keep)

    def grow(self) -> None:
        """The column that grows takes the room that the others leave, and never less than its own width; where there
        is none, columns that yield are left out."""
        self._make_room()
        head, place = self.head, self._growing()
        if place >= 0 and not head.isSectionHidden(place):
            left = self._view.viewport().width() - (head.length() - head.sectionSize(place))
            self._view.setColumnWidth(place, max(self._narrowest(place), left))

    def wanted(self, place: int) -> bool:
        """Whether a person wants to see this column, also where it has no room now."""
        return place in self._yielded or not self.head.isSectionHidden(place)

    def _make_room(self) -> None:
        """Of the columns that yield, the last goes first."""
        columns, room, gone = self._model.columns, self._view.viewport().width(), dict[int, int]()
        least = {place: self._least(place) for place in range(len(columns)) if self.wanted(place)}
        for place in reversed(least):
            if columns[place].yields and sum(least.values()) - sum(gone.values()) > room:
                gone[place] = least[place]
        if gone.keys() != self._yielded.keys():
            self._hide(self._yielded.keys() - gone.keys(), hidden=False)
            self._yielded = gone
            self._hide(gone, hidden=True)
            self.head.arrange()

    def _least(self, place: int) -> int:
        """How wide a column must be, in px."""
        if self._model.columns[place].grows:
            return self._narrowest(place)
        return self._yielded.get(place) or self.head.sectionSize(place)

    def _narrowest(self, place: int) -> int:
        """Its own width, or what its title takes, in px."""
        column = self._model.columns[place]
        return max(column.width, room_of(column.title))

    def _hide(self, places: Iterable[int], *, hidden: bool) -> None:
        """Takes columns out, or in again; nothing of that is kept."""
        self._settling = True
        for place in places:
            self.head.setSectionHidden(place, hidden)
        self._settling = False

    def _growing(self) -> int:
        """The place of the column that grows, -1 where none does."""
        return next((place for place, column in enumerate(self._model.columns) if column.grows), -1)

    def _on_menu(self, place: QPoint) -> None:
        menu = QMenu(self.head)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, column in enumerate(self._model.columns):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(self.wanted(number))
            action.setData(number)
            action.setEnabled(number > 0)
            action.triggered.connect(self._on_column)
        menu.addSeparator()
        menu.addAction(self.tr("Reset columns"), self._on_reset)
        menu.popup(self.head.mapToGlobal(place))

    def _on_column(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._yielded.pop(action.data(), None)
        self._view.setColumnHidden(action.data(), not action.isChecked())
        self.grow()
        self.head.arrange()
        self._keep()

    def _on_reset(self) -> None:
        """All columns, their order, widths and sorting as they were at first."""
        self._yielded.clear()
        self.head.restoreState(self._plain)
        self.head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.head.setStretchLastSection(self._growing() < 0)
        self.grow()
        self.head.arrange()
        self._keep()

    def _on_sort(self, place: int, _: Qt.SortOrder) -> None:
        """By a column that a paged table cannot be sorted by, it is not."""
        if isinstance(self._model, PagedTable) and place >= 0 and not self._model.sortable(place):
            self.head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        else:
            self._keep()

    def _on_resized(self, place: int, _: int, __: int) -> None:
        """Somebody made a column wider. That of the one that grows follows from the window's; of those that were left
        out the head itself speaks, when rows have come in another order, while its length does not hold."""
        if place != self._growing() and not self._settling and place not in self._yielded:
            self.grow()
            self._keep()

    def _keep(self) -> None:
        """What a person wants is kept, not what there was room for."""
        self._hide(self._yielded, hidden=False)
        QSettings().setValue(self._setting, self.head.saveState())
        self._hide(self._yielded, hidden=True)
