"""The view of a table's rows: whole rows are chosen, Home and End lead to the first and the last of them, and what is
typed leads to the next row whose first column begins so."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from desktop.widgets.cells import Cells


class RowsView(QTableView):
    """`typed` is called with what was typed, as soon as it grows."""

    def __init__(self, name: str, row_height: int) -> None:
        super().__init__()
        self.typed: Callable[[str], None] | None = None
        self._text = ""
        self._since = QElapsedTimer()
        self.setObjectName(name)
        self.setItemDelegate(Cells(self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # Tab leads on to the next part of the page, arrows from cell to cell
        self.setWordWrap(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height)

    def moveCursor(self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        rows, column = self.model().rowCount(), max(self.currentIndex().column(), 0)
        if action == QTableView.CursorAction.MoveHome and rows:
            return self.model().index(0, column)
        if action == QTableView.CursorAction.MoveEnd and rows:
            return self.model().index(rows - 1, column)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        if not self._since.isValid() or self._since.restart() > QApplication.keyboardInputInterval():
            self._text = ""
        self._since.start()
        self._text += search
        if self.typed is not None:
            self.typed(self._text)
