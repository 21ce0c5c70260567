"""A workbook beside the plant: its register and sheet at the top, what is doubtful of the whole, and its rows."""

from collections.abc import Callable
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from desktop import words
from desktop.views.ledgers.lines_view import LinesView
from desktop.widgets.choice import Choice
from desktop.widgets.figures import takes_figures
from desktop.widgets.parts import label, row
from desktop.widgets.table import Table
from services.core.paper import Register
from services.imports.bringing_in import Preview

YEARS = (2000, 2099)


class Looking(LinesView):
    """`register_wanted`, `sheet_wanted` and `year_wanted` carry what was chosen at the top."""

    register_wanted = Signal(str)
    sheet_wanted = Signal(str)
    year_wanted = Signal(int)

    def __init__(self, told: Callable[[Table], object]) -> None:
        super().__init__(told, remembered=True)
        self._year = 0
        self.file = label("", "section", "ledgerFile")
        self.register = Choice("ledgerRegister", self.tr("Register"))
        self.register.activated.connect(self._on_register)
        self.sheet = Choice("ledgerSheet", self.tr("Sheet"))
        self.sheet.activated.connect(self._on_sheet)
        self.year = QLineEdit()
        self.year.setObjectName("ledgerYear")
        self.year.setFixedWidth(72)
        self.year.setAccessibleName(self.tr("Year of days without one"))
        takes_figures(self.year, *YEARS, decimals=0)
        self.year.editingFinished.connect(self._on_year)
        self._year_said = label(self.tr("Days without a year are of"), "caption")
        self.doubt = label("", "warning", "ledgerDoubt", wrap=True)
        self.above.addLayout(row(self.file, self.register, self.sheet, None, self._year_said, self.year))
        self.notes.addWidget(self.doubt)

    def show_found(self, found: Preview, sheets: tuple[str, ...]) -> None:
        """What was read; what was chosen stays where the columns are the same."""
        self.file.setText(words.short(found.file, 36))
        self.file.setToolTip(found.file)
        self.register.offer([(words.say(f"value.register.{one}"), one) for one in get_args(Register)], found.register)
        self.sheet.offer([(one, one) for one in sheets], found.sheet)
        self.sheet.setVisible(len(sheets) > 1)
        self._show_year(found)
        self._show_doubt(found)
        self.show_lines(found)

    def _show_year(self, found: Preview) -> None:
        bare = any(remark.code == "year" for line in found.lines for remark in line.repairs)
        for part in (self._year_said, self.year):
            part.setVisible(bare)
        self._year = found.year
        if not self.year.hasFocus():
            self.year.setText(str(found.year))

    def _show_doubt(self, found: Preview) -> None:
        said = ""
        if found.before:
            said = self.tr("This very file has been brought in already. What you mend in it can still come in.")
        elif found.batch:
            said = self.tr("This file was broken off; it goes on from where it stopped.")
        self.doubt.setText(said)
        self.doubt.setVisible(bool(said))

    def _on_register(self) -> None:
        self.register_wanted.emit(str(self.register.currentData()))

    def _on_sheet(self) -> None:
        self.sheet_wanted.emit(str(self.sheet.currentData()))

    def _on_year(self) -> None:
        if self._found is not None and self.year.hasAcceptableInput() and int(self.year.text()) != self._year:
            self.year_wanted.emit(int(self.year.text()))
