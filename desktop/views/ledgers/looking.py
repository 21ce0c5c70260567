"""A workbook beside the plant: each row as it will be read, what was repaired or is kept back, and hands to mend it."""

from collections.abc import Callable
from functools import partial
from typing import get_args

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTableView, QWidget

from desktop import words
from desktop.views.ledgers.cell_panel import CellPanel
from desktop.views.ledgers.columns_panel import ColumnsPanel
from desktop.views.ledgers.shown import (
    STANDINGS,
    ShownLine,
    columns,
    shown_lines,
    standing_word,
    wrong_cells,
)
from desktop.widgets.choice import Choice
from desktop.widgets.figures import takes_figures
from desktop.widgets.parts import button, column, emptied, joined, label, row
from desktop.widgets.table import Table
from services.core.paper import Register
from services.imports.bringing_in import Preview

YEARS = (2000, 2099)


class Looking(QWidget):
    """`register_wanted`, `sheet_wanted` and `year_wanted` carry what was chosen at the top; the panels' own signals
    say how a cell or a column is to be read."""

    register_wanted = Signal(str)
    sheet_wanted = Signal(str)
    year_wanted = Signal(int)

    def __init__(self, told: Callable[[Table], object]) -> None:
        super().__init__()
        self._told = told
        self._found: Preview | None = None
        self._rows: list[ShownLine] = []
        self._only = ""
        self._at = ("", "")
        self.table: Table | None = None
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
        self._columns = button(self.tr("Columns"), "showColumns", self.show_columns, "", "columns")
        self._segments: QHBoxLayout = row(gap=0)
        self.doubt = label("", "warning", "ledgerDoubt", wrap=True)
        self.cells, self.heads = CellPanel(), ColumnsPanel()
        self.cells.next_wanted.connect(self.next_to_mend)
        self._place = column()
        head = row(self.file, self.register, self.sheet, None, self._year_said, self.year)
        left = column(row(self._segments, None, self._columns), self.doubt, self._place, gap=8)
        self.setLayout(column(head, row(left, self.cells, self.heads, gap=12), gap=10))

    def begin(self) -> None:
        """Another book comes."""
        self._found, self.table, self._only = None, None, ""
        self._at = ("", "")
        emptied(self._place)

    def show_found(self, found: Preview, sheets: tuple[str, ...]) -> None:
        """What was read; what was chosen stays where the columns are the same."""
        before, self._found = self._found, found
        self._rows = shown_lines(found)
        self.file.setText(words.short(found.file, 36))
        self.file.setToolTip(found.file)
        self.register.offer([(words.say(f"value.register.{one}"), one) for one in get_args(Register)], found.register)
        self.sheet.offer([(one, one) for one in sheets], found.sheet)
        self.sheet.setVisible(len(sheets) > 1)
        self._show_year(found)
        self._show_doubt(found)
        same = before is not None and (before.register, before.columns) == (found.register, found.columns)
        if self.table is None or not same:
            self._new_table(found)
        self._show_segments()
        self._show_rows()
        if found.lacking or not same:
            self._show_heads(found)
        else:
            self._follow()

    def _show_year(self, found: Preview) -> None:
        bare = any(remark.code == "year" for line in found.lines for remark in line.repairs)
        for part in (self._year_said, self.year):
            part.setVisible(bare)
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

    def _new_table(self, found: Preview) -> None:
        emptied(self._place)
        self.table = made = Table(f"ledger-{found.register}", columns(found))
        made.view.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        made.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        made.view.selectionModel().currentChanged.connect(self._on_cell)
        self._told(made)
        self._place.addWidget(made)
        self._at = ("", "")

    def _show_segments(self) -> None:
        counts = {one: sum(row.standing == one for row in self._rows) for one in STANDINGS}
        emptied(self._segments)
        made = [button(self.tr("All %n", "", len(self._rows)), "only-all", partial(self.show_only, ""), "segment")]
        for one in STANDINGS:
            text = f"{standing_word(one)} {counts[one]}"
            made.append(button(text, f"only-{one}", partial(self.show_only, one), "segment"))
        for name, segment in zip(("", *STANDINGS), made, strict=True):
            segment.setCheckable(True)
            segment.setChecked(name == self._only)
        self._segments.addLayout(joined(*made))

    def show_only(self, standing: str) -> None:
        """Rows of which this becomes; all of them by an empty text."""
        self._only = standing
        self._show_segments()
        self._show_rows()

    def _show_rows(self) -> None:
        assert self.table is not None
        self.table.show_rows([one for one in self._rows if self._only in ("", one.standing)])

    def show_columns(self) -> None:
        """The panel of headings and fields."""
        if self._found is not None:
            self._show_heads(self._found)

    def _show_heads(self, found: Preview) -> None:
        self.cells.hide()
        self.heads.show_columns(found)

    def _on_cell(self, index: QModelIndex, _: QModelIndex) -> None:
        if self.table is None or not index.isValid():
            return
        record = self.table.record()
        if isinstance(record, ShownLine):
            key = self.table.model.columns[index.column()].key
            self._at = (record.id, "" if key == "row" else key)
            self._follow()

    def _follow(self) -> None:
        """The cell that was chosen, as it is now."""
        one = next((one for one in self._rows if one.id == self._at[0]), None)
        if one is None or self._found is None:
            return
        self.heads.hide()
        self.cells.show_cell(self._found, one, self._at[1], len(wrong_cells(self._rows)))

    def next_to_mend(self) -> None:
        """Goes to the next cell for which a row is kept back."""
        wrong = wrong_cells(self._rows)
        places = [(int(one.id), field) for one, field in wrong]
        here = (int(self._at[0] or 0), self._at[1])
        later = [place for place in places if place > here and place != here]
        if not places or self.table is None:
            return
        at, field = (later or places)[0]
        self._at = (str(at), field)
        self.show_only("")
        self._choose(str(at), field)
        self._follow()

    def _choose(self, id_: str, field: str) -> None:
        assert self.table is not None
        keys = [one.key for one in self.table.model.columns]
        self.table.choose(id_)
        current = self.table.view.currentIndex()
        if current.isValid() and field in keys:
            index = current.siblingAtColumn(keys.index(field))
            self.table.view.setCurrentIndex(index)
            self.table.view.scrollTo(index)

    def _on_register(self) -> None:
        self.register_wanted.emit(str(self.register.currentData()))

    def _on_sheet(self) -> None:
        self.sheet_wanted.emit(str(self.sheet.currentData()))

    def _on_year(self) -> None:
        if self._found is not None and self.year.hasAcceptableInput() and int(self.year.text()) != self._found.year:
            self.year_wanted.emit(int(self.year.text()))
