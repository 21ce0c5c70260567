"""Fields for figures: typed, stepped by keys and wheel, within bounds. One look, as the style cannot reach the text."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QLineEdit, QSpinBox

OFF_EDGE = 8  # px between the field's edge and its text, as in other fields


class Whole(QSpinBox):
    """A whole number; `said` is what it is called by those who can't see it."""

    def __init__(self, name: str, said: str, least: int, most: int) -> None:
        super().__init__()
        self.setRange(least, most)
        _made(self, name, said)


class Figure(QDoubleSpinBox):
    """A number with decimals; `said` as of `Whole`."""

    def __init__(self, name: str, said: str, least: float, most: float) -> None:
        super().__init__()
        self.setRange(least, most)
        _made(self, name, said)


def _made(field: QAbstractSpinBox, name: str, said: str) -> None:
    field.setObjectName(name)
    field.setAccessibleName(said)
    field.lineEdit().setTextMargins(OFF_EDGE, 0, OFF_EDGE, 0)


def takes_figures(line: QLineEdit, least: float, most: float, decimals: int = 2) -> None:
    """Lets a line that may stay empty take nothing but a number within bounds, with a point whatever the computer's own
    mark is."""
    made = QDoubleValidator(least, most, decimals, line)
    made.setLocale(QLocale.c())
    made.setNotation(QDoubleValidator.Notation.StandardNotation)
    line.setValidator(made)
