"""The active filters of a table as chips that can be cleared, and how many rows they leave."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.style.icons import icon
from desktop.widgets.flow import Flow
from desktop.widgets.parts import button, emptied, label, row

LONGEST = 40


class FilterChips(QWidget):
    """`cleared` carries the key of a filter; empty for all of them."""

    cleared = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}Chips")
        self.left = label("", "caption", f"{name}Left")
        self._chips = Flow()
        self.setLayout(row(self._chips, self.left, gap=12))
        self.hide()

    def show_filters(self, filters: Sequence[tuple[str, str]]) -> None:
        """Each as its key and what it says."""
        emptied(self._chips)
        for key, said in filters:
            chip = button(words.short(said, LONGEST), f"filtered-{key}", self._on_chip, "chip")
            chip.setIcon(icon("close", "muted"))
            chip.setProperty("filter", key)
            chip.setToolTip(self.tr("Clear this filter"))
            self._chips.addWidget(chip)
        if len(filters) > 1:
            self._chips.addWidget(button(self.tr("Clear all"), "clearFilters", self._on_all, "link"))
        self.setVisible(bool(filters))

    def _on_chip(self) -> None:
        self.cleared.emit(str(self.sender().property("filter")))

    def _on_all(self) -> None:
        self.cleared.emit("")
