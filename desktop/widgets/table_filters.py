"""The filters of one table: the text for any column, the small fields below the titles, the chips that say what is
asked. They are kept by the table's name."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop.models.record_table import Column
from desktop.widgets.filter_chips import FilterChips
from desktop.widgets.filter_fields import field_for
from desktop.widgets.filter_head import FilterHead
from desktop.widgets.parts import loud
from services.store.queries.wanted import Wanted

TEXT = "text"
TO_ROWS = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TableFilters(QObject):
    """`altered` when other rows are wanted; `left` when the keys go back to the rows. The fields stand in the head,
    which opens their row."""

    altered = Signal()
    left = Signal()

    def __init__(
        self, name: str, columns: Sequence[Column], head: FilterHead, now: Callable[[], datetime], above: QObject
    ) -> None:
        super().__init__(above)
        self._setting = f"tables/{name}/filters"
        self._titles = {column.key: column.title for column in columns}
        self._head = head
        self._quiet = False
        self.text = QLineEdit()
        self.text.setObjectName(f"{name}Filter")
        self.text.setPlaceholderText(self.tr("Filter: any text of the rows"))
        self.text.setAccessibleName(self.text.placeholderText())
        self.text.setClearButtonEnabled(True)
        self.text.hide()
        self.fields = {column.key: field_for(column, now, head) for column in columns}
        head.take(list(self.fields.values()))
        self.chips = FilterChips(name)
        self.chips.cleared.connect(self.clear)
        self._recall()
        self.text.textChanged.connect(self._on_altered)
        for field in self.fields.values():
            field.altered.connect(self._on_altered)
        for one in (self.text, *self.fields.values()):
            one.installEventFilter(self)
        self.retell()

    def wanted(self) -> Wanted:
        """What is asked, with spans of days as of now."""
        asked = [(key, field.condition()) for key, field in self.fields.items()]
        return Wanted(self.text.text().strip(), tuple((key, one) for key, one in asked if one is not None))

    def clear(self, key: str = "") -> None:
        """Takes one filter away; all of them without a key."""
        self._quiet = True
        for name, field in self.fields.items():
            if key in ("", name):
                field.put(None)
        if key in ("", TEXT):
            self.text.clear()
        self._quiet = False
        self._on_altered()

    def open(self) -> None:
        """Opens the row; what is typed goes into the text for any column."""
        self.text.show()
        self._head.show_fields(True)
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def shut(self) -> None:
        """Shuts the row; what is asked stays, as the chips say."""
        self._head.show_fields(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc shuts the row, whatever else it means on the page; Enter and Down lead to the rows."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._head.open:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.shut()
                self.left.emit()
            return True
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if watched is self.text and pressed in TO_ROWS:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def retell(self) -> None:
        """The chips say what is asked of columns. The text for any column says it by itself."""
        for field in self.fields.values():
            loud(field, field.condition() is not None)
        said = [(key, self._said(key, field.said())) for key, field in self.fields.items() if field.condition()]
        self.chips.show_filters(said)
        if self.text.text():
            self.text.show()

    def all_said(self) -> list[str]:
        """All that is asked, each in words."""
        found = [self._said(key, field.said()) for key, field in self.fields.items() if field.condition()]
        text = self.text.text().strip()
        return [*found, self.tr("contains '{text}'").format(text=text)] if text else found

    def _said(self, key: str, said: str) -> str:
        return self.tr("{column}: {said}").format(column=self._titles[key], said=said)

    def _on_altered(self) -> None:
        if not self._quiet:
            self.retell()
            self._keep()
            self.altered.emit()

    def _keep(self) -> None:
        kept = {key: field.kept() for key, field in self.fields.items() if field.condition()}
        kept |= {TEXT: self.text.text()} if self.text.text().strip() else {}
        QSettings().setValue(self._setting, json.dumps(kept, ensure_ascii=False))

    def _recall(self) -> None:
        kept = _read(str(QSettings().value(self._setting) or ""))
        for key, field in self.fields.items():
            field.put(kept.get(key))
        text = kept.get(TEXT)
        self.text.setText(text if isinstance(text, str) else "")


def _read(text: str) -> Mapping[str, Any]:
    """What was kept; nothing where it can't be read."""
    try:
        kept = json.loads(text)
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}
