"""Rows of a few fields each, added and taken away: steps, roles, numbers to call. Part of a form, as one argument."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.widgets.choice import Choice
from desktop.widgets.parts import button, column, emptied, label, row


@dataclass(frozen=True)
class Field:
    """A field of a row; with `options` (text, value) it is chosen. `wide` ones have a line of their own; `number` ones
    are read as one. A row whose first field is empty is left out."""

    name: str
    said: str
    options: Sequence[tuple[str, str]] = ()
    wide: bool = False
    number: bool = False
    most: int = 200


class RowsEditor(QWidget):
    """`name` is the operation's argument; `rows` what stands there now, as JSON objects."""

    def __init__(self, name: str, said: str, fields: Sequence[Field], rows: Sequence[Mapping[str, Any]] = ()) -> None:
        super().__init__()
        self._name, self._fields = name, tuple(fields)
        self._rows: list[dict[str, QWidget]] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        add = button(self.tr("Add a line"), f"{name}Add", partial(self._add, {}), "link", "add")
        self.setLayout(column(label(said, "head"), self._list, row(add, None), gap=6))
        self._show(rows)

    def values(self) -> dict[str, list[dict[str, Any]]]:
        """The rows as the argument; empty fields are left out."""
        return {self._name: [one for one in map(self._read, self._rows) if one.get(self._fields[0].name)]}

    def _show(self, rows: Sequence[Mapping[str, Any]]) -> None:
        emptied(self._list)
        self._rows = []
        for one in rows or [{}]:
            self._add(one)

    def _add(self, values: Mapping[str, Any]) -> None:
        made = {field.name: self._part(field, values.get(field.name)) for field in self._fields}
        number = len(self._rows) + 1
        away = button("✕", f"{self._name}Away{number}", partial(self._take_away, made), "link")
        away.setAccessibleName(self.tr("Take this line away"))
        away.setToolTip(self.tr("Take this line away"))
        narrow = [made[field.name] for field in self._fields if not field.wide]
        wide = [made[field.name] for field in self._fields if field.wide]
        self._rows.append(made)
        self._list.addLayout(column(row(*narrow, away, gap=6), *wide, gap=4))

    def _part(self, field: Field, value: Any) -> QWidget:
        if field.options:
            choice = Choice(f"{self._name}-{field.name}", field.said)
            choice.offer([(f"{field.said}：–", ""), *field.options], str(value or ""))
            choice.setMinimumContentsLength(4)
            return choice
        line = QLineEdit("" if value in (None, 0, 0.0) else f"{value:g}" if field.number else str(value))
        line.setObjectName(f"{self._name}-{field.name}")
        line.setPlaceholderText(field.said)
        line.setAccessibleName(field.said)
        line.setMaxLength(field.most)
        line.setCursorPosition(0)
        return line

    def _read(self, parts: Mapping[str, QWidget]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for field in self._fields:
            part = parts[field.name]
            value = part.currentData() if isinstance(part, Choice) else part.text().strip()  # type: ignore[attr-defined]
            if field.number:
                value = _number(str(value))
            if value not in ("", None):
                found[field.name] = value
        return found

    def _take_away(self, parts: dict[str, QWidget]) -> None:
        self._rows.remove(parts)
        self._show([self._read(one) for one in self._rows])


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
