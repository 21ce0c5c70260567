"""Rows in an order that is made by dragging, each of a few fields that are filled in below the list. Part of a form, as
one argument."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop.widgets.choice import Choice
from desktop.widgets.parts import button, column, label, row
from desktop.widgets.rows_editor import Field

ROW = Qt.ItemDataRole.UserRole
LEAST_HIGH, MOST_HIGH, LINE_HIGH = 64, 236, 26


class DragRows(QWidget):
    """`name` is the operation's argument, `rows` what stands there now, `shown` how a row is said in the list. A row
    whose first field is empty is left out."""

    def __init__(
        self,
        name: str,
        said: str,
        fields: Sequence[Field],
        rows: Sequence[Mapping[str, Any]],
        shown: Callable[[Mapping[str, Any]], str],
    ) -> None:
        super().__init__()
        self._name, self._fields, self._shown = name, tuple(fields), shown
        self.list = QListWidget()
        self.list.setObjectName(f"{name}Rows")
        self.list.setAccessibleName(said)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._on_chosen)
        self._parts = {field.name: self._part(field) for field in self._fields}
        add = button(self.tr("Add a line"), f"{name}Add", self._on_add, "link", "add")
        self._up = button(self.tr("Up"), f"{name}Up", partial(self._move, -1), "link")
        self._down = button(self.tr("Down"), f"{name}Down", partial(self._move, 1), "link")
        self._away = button(self.tr("Take this line away"), f"{name}Away", self._on_away, "link")
        hint = label(self.tr("Drag lines into their order; choose one to change it."), "caption", wrap=True)
        wide = [self._parts[field.name] for field in self._fields if field.wide]
        narrow = [self._parts[field.name] for field in self._fields if not field.wide]
        below: list[QWidget | QLayout] = [*wide, *([row(*narrow, gap=6)] if narrow else [])]
        deeds = row(add, None, self._up, self._down, self._away)
        self.setLayout(column(label(said, "head"), hint, self.list, *below, deeds, gap=6))
        for one in rows:
            self._append(dict(one))
        self._fit()
        self.list.setCurrentRow(0)
        self._on_chosen()

    def values(self) -> dict[str, list[dict[str, Any]]]:
        """The rows in their order, as the argument."""
        first = self._fields[0].name
        found = [self.list.item(place).data(ROW) for place in range(self.list.count())]
        return {self._name: [one for one in found if one.get(first) not in ("", None)]}

    def _part(self, field: Field) -> QWidget:
        if field.options:
            choice = Choice(f"{self._name}-{field.name}", field.said)
            choice.offer(list(field.options), str(field.options[0][1]))
            choice.activated.connect(self._on_typed)
            return choice
        made = QLineEdit()
        made.setObjectName(f"{self._name}-{field.name}")
        made.setPlaceholderText(field.said)
        made.setAccessibleName(field.said)
        made.setToolTip(field.said)
        made.setMaxLength(field.most)
        made.textEdited.connect(self._on_typed)
        return made

    def _append(self, values: dict[str, Any]) -> QListWidgetItem:
        item = QListWidgetItem()
        item.setData(ROW, values)
        item.setText(self._shown(values))
        item.setToolTip(item.text())
        self.list.addItem(item)
        return item

    def _fit(self) -> None:
        self.list.setFixedHeight(max(LEAST_HIGH, min(MOST_HIGH, self.list.count() * LINE_HIGH + 12)))

    def _on_chosen(self, *_: object) -> None:
        item = self.list.currentItem()
        values = item.data(ROW) if item else {}
        for field in self._fields:
            part, value = self._parts[field.name], values.get(field.name)
            part.setEnabled(item is not None)
            if isinstance(part, Choice):
                part.setCurrentIndex(max(0, part.findData(str(value or field.options[0][1]))))
            else:
                text = "" if value is None else f"{value:g}" if field.number else str(value)
                part.setText(text)  # type: ignore[attr-defined]
                part.setCursorPosition(0)  # type: ignore[attr-defined]
        for deed in (self._up, self._down, self._away):
            deed.setEnabled(item is not None)

    def _on_typed(self, *_: object) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        values = dict(item.data(ROW))
        for field in self._fields:
            part = self._parts[field.name]
            text = part.currentData() if isinstance(part, Choice) else part.text().strip()  # type: ignore[attr-defined]
            values[field.name] = _number(text) if field.number else text
        item.setData(ROW, values)
        item.setText(self._shown(values))

    def _on_add(self) -> None:
        fresh = {field.name: field.options[0][1] if field.options else None for field in self._fields}
        self.list.setCurrentItem(self._append(fresh))
        self._fit()
        self._parts[self._fields[0].name].setFocus()

    def _on_away(self) -> None:
        self.list.takeItem(self.list.currentRow())
        self._fit()

    def _move(self, by: int) -> None:
        place = self.list.currentRow()
        if 0 <= place + by < self.list.count():
            item = self.list.takeItem(place)
            self.list.insertItem(place + by, item)
            self.list.setCurrentItem(item)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
