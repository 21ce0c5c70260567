"""The fields in which a slot is filled: a list to choose from, boxes to tick, or a value to type. Each says its value
as soon as it is one."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop import words
from desktop.widgets.choice import MANY, Choice
from desktop.widgets.parts import column, label, row
from services.core.refused import Refused
from services.core.rule_grammar import Slot
from services.core.shifts import clock_time
from services.rules.durations import parts_of, seconds_of

UNITS = {"s": 1, "min": 60, "h": 3600, "d": 86_400}
DAYS = range(1, 8)


class Field(QWidget):
    """`filled` with the document's field and its value (None: empty); `done` when nothing more is to be chosen."""

    filled = Signal(str, object)
    done = Signal()
    first: QWidget


class ListField(Field):
    """One of several, found by typing where they are many."""

    def __init__(self, slot: Slot, options: Sequence[tuple[str, Any]], value: Any) -> None:
        super().__init__()
        self.name = slot.name
        self.finding = QLineEdit()
        self.finding.setObjectName("pickFind")
        self.finding.setPlaceholderText(self.tr("Type to find"))
        self.finding.setAccessibleName(self.tr("Type to find"))
        self.finding.setVisible(len(options) >= MANY)
        self.finding.textEdited.connect(self._on_find)
        self.list = QListWidget()
        self.list.setObjectName("pickList")
        self.list.setAccessibleName(words.say(f"block.slot.{slot.name}"))
        for text, key in options:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.list.addItem(item)
            if key == value:
                self.list.setCurrentItem(item)
        self.list.itemClicked.connect(self._on_taken)
        self.list.itemActivated.connect(self._on_taken)
        self.list.setFixedSize(300, 28 * min(max(len(options), 1), 9) + 8)
        nothing = label(self.tr("The plant has none of these yet."), "caption", wrap=True)
        if options:
            nothing.hide()
        self.setLayout(column(self.finding, self.list, nothing, gap=6))
        self.first = self.finding if len(options) >= MANY else self.list

    def _on_find(self, text: str) -> None:
        for at in range(self.list.count()):
            item = self.list.item(at)
            item.setHidden(text.lower() not in item.text().lower())
        shown = [at for at in range(self.list.count()) if not self.list.item(at).isHidden()]
        if shown:
            self.list.setCurrentRow(shown[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.list.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._on_taken(item)
        else:
            super().keyPressEvent(event)

    def _on_taken(self, item: QListWidgetItem) -> None:
        value = item.data(Qt.ItemDataRole.UserRole)
        self.done.emit()  # first, as other slots may come of it
        self.filled.emit(self.name, value)


class TicksField(Field):
    """Several of a few."""

    def __init__(self, slot: Slot, options: Sequence[tuple[str, Any]], value: Sequence[Any]) -> None:
        super().__init__()
        self.name, self.boxes = slot.name, []
        for text, key in options:
            box = QCheckBox(text)
            box.setObjectName(f"pick-{key}")
            box.setChecked(key in value)
            box.clicked.connect(self._on_ticked)
            self.boxes.append((box, key))
        self.setLayout(column(*(box for box, _ in self.boxes), gap=6))
        self.first = self.boxes[0][0]

    def _on_ticked(self) -> None:
        self.filled.emit(self.name, [key for box, key in self.boxes if box.isChecked()] or None)


class TypedField(Field):
    """A value to type: a number, a length with its unit, a time of day, a text; a bound with its side."""

    def __init__(self, slot: Slot, values: Mapping[str, Any]) -> None:
        super().__init__()
        self.slot = slot
        name = slot.other if slot.other in values else slot.name
        value = values.get(name, slot.usual)
        self.line = QLineEdit()
        self.line.setObjectName("pickText")
        self.line.setAccessibleName(words.say(f"block.slot.{slot.name}"))
        self.line.setMaxLength(int(slot.most) if slot.takes == "text" else 40)
        self.unit, self.side = self._unit(value), self._side(name)
        self.line.setText(self._text(value))
        self.wrong = label("", "error", "pickWrong", wrap=True)
        self.wrong.hide()
        for choice in (self.unit, self.side):
            if choice is not None:
                choice.activated.connect(self._on_typed)
        self.line.textEdited.connect(self._on_typed)
        self.line.returnPressed.connect(self._on_return)
        parts = [one for one in (self.side, self.line, self.unit) if one is not None]
        self.setLayout(column(row(*parts, gap=6), self.wrong, gap=4))
        self.setMinimumWidth(260)
        self.first = self.line
        self.line.selectAll()

    def _unit(self, value: Any) -> Choice | None:
        if self.slot.takes != "length":
            return None
        made = Choice("pickUnit", self.tr("Unit"))
        parts = parts_of(value or 900)
        made.offer([(words.say(f"rule.unit.{one}", n="").strip(), one) for one in UNITS], parts[-1][1])
        return made

    def _side(self, name: str) -> Choice | None:
        if not self.slot.other:
            return None
        made = Choice("pickSide", self.tr("Above or below"))
        above = [words.say("block.above", n="").strip(), words.say("block.below", n="").strip()]
        names = [self.slot.name, self.slot.other]
        texts = above if self.slot.name == "above" else above[::-1]
        made.offer(list(zip(texts, names, strict=True)), name)
        made.setEnabled(self.slot.name == "above")
        return made

    def _text(self, value: Any) -> str:
        if value is None:
            return ""
        if self.unit is not None:
            return f"{value / UNITS[str(self.unit.currentData())]:g}" if value else ""
        return f"{value:g}" if isinstance(value, int | float) else str(value)

    def _on_typed(self) -> None:
        name = str(self.side.currentData()) if self.side is not None else self.slot.name
        try:
            value = self._value(self.line.text().strip())
        except (ValueError, Refused):
            self.wrong.setText(self._hint())
            self.wrong.show()
            return
        self.wrong.hide()
        self.filled.emit(name, value)

    def _on_return(self) -> None:
        if self.wrong.isHidden():
            self.done.emit()

    def _value(self, text: str) -> Any:
        """The value of a text, None for none. Raises ValueError or Refused where it is none."""
        if not text or self.slot.takes == "text":
            return text or None
        if self.slot.takes == "clock":
            clock_time(text)
            return text
        value = seconds_of(text, UNITS[str(self.unit.currentData())]) if self.unit is not None else float(text)
        whole = int(value) if self.slot.takes == "whole" else value
        if whole != value or not self.slot.least <= value <= self.slot.most:
            raise ValueError(text)
        return whole

    def _hint(self) -> str:
        if self.slot.takes == "clock":
            return self.tr("A time of day such as 22:00")
        if self.slot.takes == "length":
            return self.tr("A length of time such as 15")
        least, most = f"{self.slot.least:g}", f"{self.slot.most:g}"
        return self.tr("A number from {least} to {most}").format(least=least, most=most)


def field_for(slot: Slot, options: Sequence[tuple[str, Any]], values: Mapping[str, Any], empty: str) -> Field:
    """The field for a slot; `empty` is what leaving it open is called, where it may be."""
    value = values.get(slot.name, slot.usual)
    if slot.takes in ("several", "days"):
        days = [(words.say(f"rule.day.{day}"), day) for day in DAYS]
        return TicksField(slot, days if slot.takes == "days" else options, value or ())
    if slot.takes == "flag":
        options = [(text, key == "true") for text, key in options]
    if slot.takes in ("sensor", "zone", "equipment", "line", "shift", "category", "choice", "flag"):
        open_ = [] if slot.required or slot.usual is not None else [(empty, None)]
        return ListField(slot, [*open_, *options], value)
    return TypedField(slot, values)
