"""The year's drills by months: which were run, which are to come, and months without any."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.language import language
from desktop.views.training.drill_part import SIGNS
from desktop.widgets.parts import box, button, column, emptied, label, picture, row
from services.store.queries.emergencies import DrillRow

MOST_SIGNS = 4
MONTHS = 12


class DrillYear(QWidget):
    """`picked` carries a month (1 to 12) whose drills are wanted alone, 0 for all of them. Years are turned by the
    arrows."""

    picked = Signal(int)

    def __init__(self, today: datetime) -> None:
        super().__init__()
        self.year, self._this = words.local(today).year, words.local(today)
        self.rows: tuple[DrillRow, ...] = ()
        self._title = label("", "head", "drillYear")
        back = button("‹", "yearBack", partial(self._turn, -1), "link")
        back.setAccessibleName(self.tr("The year before"))
        on = button("›", "yearOn", partial(self._turn, 1), "link")
        on.setAccessibleName(self.tr("The year after"))
        self._all = button(self.tr("All drills"), "yearAll", partial(self.picked.emit, 0), "link")
        self._months = row(gap=4)
        self.setLayout(column(row(back, self._title, on, None, self._all), self._months, gap=6))

    def show_rows(self, rows: Iterable[DrillRow]) -> None:
        """The drills as they are now."""
        self.rows = tuple(rows)
        self._fill()

    def of(self, month: int) -> list[DrillRow]:
        """Those of a month of the year that is shown; of all months for 0."""
        there = [(words.local(one.drill.planned_at), one) for one in self.rows]
        return [one for at, one in there if month == 0 or (at.year, at.month) == (self.year, month)]

    def _turn(self, by: int) -> None:
        self.year += by
        self._fill()

    def _fill(self) -> None:
        emptied(self._months)
        self._title.setText(str(self.year))
        for month in range(1, MONTHS + 1):
            found = self.of(month)
            name = button(_named(month), f"month{month}", partial(self.picked.emit, month),
                          "link")  # fmt: skip
            told = self.tr("Month {month}: %n drills", "", len(found)).format(month=month)
            name.setAccessibleName(told)
            name.setToolTip(words.listed(one.drill.name for one in found) or told)
            signs = [picture(SIGNS[one.stands], "sign", 12) for one in found[:MOST_SIGNS]]
            more = [label(f"+{len(found) - MOST_SIGNS}", "caption")] if len(found) > MOST_SIGNS else []
            now = (self.year, month) == (self._this.year, self._this.month)
            card = box(column(row(name, None), row(*(signs or [label("–", "caption")]), *more, None, gap=3), gap=0,
                              margins=(6, 2, 6, 6)), "card-yellow" if now else "card")  # fmt: skip
            self._months.addWidget(card, 1)


def _named(month: int) -> str:
    tongue = QLocale.Language.Chinese if language.name == "zh" else QLocale.Language.English
    return QLocale(tongue).standaloneMonthName(month, QLocale.FormatType.ShortFormat)
