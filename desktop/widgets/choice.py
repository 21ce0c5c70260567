"""A choice among records: shows texts, answers ids, and can be searched by typing where there are many."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter

MANY = 12  # from here on a choice can be searched by typing


class Choice(QComboBox):
    """One of some records; typing finds it where they are many. The wheel scrolls the panel, not the choice."""

    def __init__(self, name: str, said: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(8)

    def offer(self, options: Iterable[tuple[str, str]], chosen: str | None) -> None:
        """The options as (text, id); `chosen` is the id in force."""
        self.blockSignals(True)
        self.clear()
        for text, id_ in options:
            self.addItem(text, id_)
        self.setCurrentIndex(max(self.findData(chosen or ""), 0))
        self._make_searchable()
        if (line := self.lineEdit()) is not None:
            line.setCursorPosition(0)  # a narrow one shows the beginning of what is chosen
        self.blockSignals(False)

    def _make_searchable(self) -> None:
        if self.count() < MANY or self.isEditable():
            return
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer, line = self.completer(), self.lineEdit()
        if completer is not None and line is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            line.editingFinished.connect(self._restore_text)
            self.currentIndexChanged.connect(lambda _: line.setCursorPosition(0))  # a long text shows its beginning
            line.setCursorPosition(0)

    def _restore_text(self) -> None:
        """A piece of a text that fits one option alone is that one; what fits none, or several, is no answer."""
        typed = self.currentText().strip().casefold()
        if self.currentText() == self.itemText(self.currentIndex()):
            return
        fitting = [at for at in range(self.count()) if typed and typed in self.itemText(at).casefold()]
        if len(fitting) == 1 and fitting[0] != self.currentIndex():
            self.setCurrentIndex(fitting[0])
            self.activated.emit(fitting[0])
        self.setEditText(self.itemText(self.currentIndex()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
