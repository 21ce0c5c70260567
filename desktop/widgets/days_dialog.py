"""Asks for a span of days: from one day to another, both of them whole."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QDialog, QWidget

from desktop.widgets.parts import button, column, label, row


class DaysDialog(QDialog):
    """`given` carries the span as 'first/last' in ISO; `deed` is what the button says. Open it with `open()`; it ends
    itself."""

    given = Signal(str)

    def __init__(self, first: date, last: date, above: QWidget, deed: str = "") -> None:
        super().__init__(above)
        self.setObjectName("daysDialog")
        self.setWindowTitle(self.tr("Which days?"))
        self.setMinimumWidth(360)
        self.first, self.last = _day("firstDay", first), _day("lastDay", last)
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        take = button(deed or self.tr("Filter"), "takeDays", self._on_take, "primary")
        take.setDefault(True)
        fields = row(
            column(label(self.tr("First day"), "caption"), self.first, gap=4),
            column(label(self.tr("Last day"), "caption"), self.last, gap=4),
            gap=12,
        )
        foot = row(None, button(self.tr("Cancel"), "daysCancel", self.reject), take)
        head = label(self.tr("Which days?"), "section")
        self.setLayout(column(head, fields, foot, gap=16, margins=(24, 20, 24, 20)))
        self.finished.connect(self.deleteLater)

    def _on_take(self) -> None:
        days = sorted(one.date().toString("yyyy-MM-dd") for one in (self.first, self.last))
        self.given.emit("/".join(days))
        self.accept()


def _day(name: str, day: date) -> QDateEdit:
    made = QDateEdit(QDate(day.year, day.month, day.day))
    made.setObjectName(name)
    made.setDisplayFormat("yyyy-MM-dd")
    made.setCalendarPopup(True)
    return made
