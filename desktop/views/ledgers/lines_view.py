"""Rows beside the plant: each as it will be read, what was repaired or is kept back, and hands to mend it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QTableView, QWidget

from desktop.views.ledgers.cell_panel import CellPanel
from desktop.views.ledgers.columns_panel import ColumnsPanel
from desktop.views.ledgers.shown import ShownLine, columns, shown_lines, standing_word, standings, wrong_cells
from desktop.widgets.parts import button, column, emptied, joined, row
from desktop.widgets.table import Table
from services.imports.looked import Looked


class LinesView(QWidget):
    """A table of lines with segments by what becomes of them; the panels' own signals say how a cell or a column is to
    be read. `told` has the page say what became of copies of the table. `above` and `notes` are rooms for
    what is to be said of all the rows."""

    def __init__(self, told: Callable[[Table], object], *, remembered: bool) -> None:
        super().__init__()
        self._told = told
        self._found: Looked | None = None
        self._rows: list[ShownLine] = []
        self._only = ""
        self._at = ("", "")
        self.table: Table | None = None
        self._columns = button(self.tr("Columns"), "showColumns", self.show_columns, "", "columns")
        self._segments: QHBoxLayout = row(gap=0)
        self.cells, self.heads = CellPanel(), ColumnsPanel(remembered=remembered)
        self.cells.next_wanted.connect(self.next_to_mend)
        self._place = column()
        self.above, self.notes = column(), column()
        left = column(row(self._segments, None, self._columns), self.notes, self._place, gap=8)
        self.setLayout(column(self.above, row(left, self.cells, self.heads, gap=12), gap=10))

    def begin(self) -> None:
        """Other rows come."""
        self._found, self.table, self._only = None, None, ""
        self._at = ("", "")
        emptied(self._place)

    def show_lines(self, found: Looked) -> None:
        """What was read; what was chosen stays where the columns are the same."""
        before, self._found = self._found, found
        self._rows = shown_lines(found)
        same = before is not None and (before.register, before.columns) == (found.register, found.columns)
        if self.table is None or not same:
            self._new_table(found)
        self._show_segments()
        self._show_rows()
        if found.lacking or not same:
            self._show_heads(found)
        else:
            self._follow()

    def _new_table(self, found: Looked) -> None:
        emptied(self._place)
        self.table = made = Table(f"ledger-{found.register}", columns(found))
        made.view.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        made.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        made.view.selectionModel().currentChanged.connect(self._on_cell)
        self._told(made)
        self._place.addWidget(made)
        self._at = ("", "")

    def _show_segments(self) -> None:
        assert self._found is not None
        each = standings(self._found.register)
        counts = {one: sum(row.standing == one for row in self._rows) for one in each}
        emptied(self._segments)
        # by the name of this class: `tr` of a class made from it finds no text with a number
        many = len(self._rows)
        every = QCoreApplication.translate("LinesView", "All %n", "", many)
        made = [button(every, "only-all", partial(self.show_only, ""), "segment")]
        for one in each:
            text = f"{standing_word(one)} {counts[one]}"
            made.append(button(text, f"only-{one}", partial(self.show_only, one), "segment"))
        for name, segment in zip(("", *each), made, strict=True):
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

    def _show_heads(self, found: Looked) -> None:
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
