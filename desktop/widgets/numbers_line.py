"""Some whole numbers in a line, as an argument: how many days before something people are told."""

import re
from collections.abc import Iterable

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop import words
from desktop.widgets.parts import column, label


class NumbersLine(QWidget):
    """`name` is the operation's argument, `object_name` the line's."""

    def __init__(self, name: str, object_name: str, said: str, numbers: Iterable[int]) -> None:
        super().__init__()
        self._name = name
        self.line = QLineEdit(words.listed(str(one) for one in numbers))
        self.line.setObjectName(object_name)
        self.line.setAccessibleName(said)
        self.setLayout(column(label(said, "caption", wrap=True), self.line, gap=4))

    def values(self) -> dict[str, list[int]]:
        """The numbers in the line."""
        return {self._name: [int(one) for one in re.findall(r"\d+", self.line.text())]}
