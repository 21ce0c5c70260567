"""A slot of a block: shows what stands in it, or asks for it; pressed, it is chosen or typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop import words
from desktop.widgets.parts import loud
from services.core.rule_grammar import Slot
from services.rules.draft import Path


class Chip(QPushButton):
    """`wanted` with itself, when it is to be filled."""

    wanted = Signal(object)

    def __init__(self, path: Path, slot: Slot, shown: str, *, wrong: bool, labelled: bool) -> None:
        named = words.say(f"block.slot.{slot.name}")
        super().__init__()
        self.path, self.slot, self.labelled = path, slot, labelled
        self.setObjectName(chip_name(path, slot.name))
        self.setProperty("look", "slot")
        self.setToolTip(named)
        self.show_value(shown, wrong=wrong)
        self.clicked.connect(self._on_clicked)

    def show_value(self, shown: str, *, wrong: bool) -> None:
        """What stands in it now."""
        named = words.say(f"block.slot.{self.slot.name}")
        self.setText(words.with_value(named, shown) if self.labelled else shown)
        self.setAccessibleName(words.with_value(named, shown))
        loud(self, wrong)

    def _on_clicked(self) -> None:
        self.wanted.emit(self)


def chip_name(path: Path, slot: str) -> str:
    """By which a chip is found: slot-when-0-1-sensor."""
    return "-".join(["slot", *map(str, path), slot])
