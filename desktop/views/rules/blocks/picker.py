"""What opens below a slot that was pressed: the field in which it is filled."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.views.rules.blocks.chip import Chip
from desktop.views.rules.blocks.choices import Choices
from desktop.views.rules.blocks.fields import Field, field_for
from desktop.widgets.floating import Floating
from desktop.widgets.parts import button, column, emptied, label, row
from services.rules.draft import Path

GAP = 4


class Picker(Floating):
    """`filled` with a path, the document's field and its value; `ended` with the path and the slot that was open."""

    filled = Signal(object, str, object)
    ended = Signal(object, str)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, "slotPicker")
        self.path: Path = ()
        self.slot = ""
        self._below = QRect()
        self._body = column(gap=6, margins=(12, 10, 12, 10))
        self.setLayout(self._body)

    def open_at(self, chip: Chip, choices: Choices, values: Mapping[str, Any]) -> None:
        """Opens below a slot, with what stands in it."""
        self.path, self.slot = chip.path, chip.slot.name
        self._below = QRect(chip.mapTo(self._over, QPoint()), chip.size())
        emptied(self._body)
        empty = words.say("block.any_value")
        field = field_for(chip.slot, choices.options(chip.slot), values, empty)
        field.filled.connect(self._on_filled)
        field.done.connect(self._on_done)
        called = words.say(f"block.slot.{chip.slot.name}")
        self.setAccessibleName(called)
        self._body.addWidget(label(called, "caption"))
        self._body.addWidget(field)
        if not hasattr(field, "list"):
            self._body.addLayout(row(None, button(self.tr("Done"), "pickDone", self._on_done)))
        self.open_for(field.first)

    def arrange(self) -> None:
        self.adjustSize()
        size, room = self.sizeHint(), self._over.rect()
        left = min(self._below.left(), room.right() - size.width() - GAP)
        top = self._below.bottom() + GAP
        if top + size.height() > room.bottom():
            top = self._below.top() - size.height() - GAP
        self.setGeometry(QRect(QPoint(max(left, GAP), max(top, GAP)), size))

    def follow(self) -> None:
        self.arrange()

    def field(self) -> Field | None:
        """The field that is open."""
        return self.findChild(Field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_done()
        else:
            super().keyPressEvent(event)

    def shut(self) -> None:
        super().shut()
        self.ended.emit(self.path, self.slot)

    def _on_filled(self, name: str, value: Any) -> None:
        self.filled.emit(self.path, name, value)

    def _on_done(self) -> None:
        self.shut()
