"""Beside the preview: the cell that is chosen, what was made of it, and what could stand in its place."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from desktop.language import language
from desktop.views.ledgers.shown import ShownLine, field_word, remark_line, remark_words
from desktop.widgets.choice import Choice
from desktop.widgets.parts import button, label, row
from desktop.widgets.side_panel import SidePanel
from services.imports.lines import PEOPLE, PLACES, Line, Remark
from services.imports.looked import Looked
from services.imports.names import SPOKEN, plain
from services.imports.workbook import text_of

WIDTH = 320
NAMED = (*PLACES, *PEOPLE, "team", "department")


class CellPanel(SidePanel):
    """`mended` carries row, field, the text that stood there, the text instead of it, and whether it holds wherever
    the field says so; `restored` the same without the new text; `next_wanted` to go to the next cell to be mended."""

    mended = Signal(int, str, str, str, bool)
    restored = Signal(int, str, str)
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("cellPanel", WIDTH)
        self._at: tuple[int, str, str] = (0, "", "")
        self._field: QLineEdit | Choice | None = None
        self._all: QCheckBox | None = None

    def show_cell(self, found: Looked, one: ShownLine, field: str, left: int) -> None:
        """A cell of a line; `left` is how many are to be mended in all."""
        line, head = one.line, found.columns.get(field, "")
        here = text_of(line.cells.get(head)) if head else ""
        mended = _mended(line, field)
        self._at = (line.row, field, mended.was if mended else here)
        said = field_word(found.register, field) if head else ""
        self.start(self.tr("Row {n}").format(n=line.row) + (f" · {said}" if said else ""))
        if head:
            self._stands(line, field, mended.was if mended else here, mended)
            self._instead(found, field, here)
        self._others(found, one, field)
        if left:
            self.foot.addWidget(button(self.tr("Next to mend (%n)", "", left), "nextToMend", self.next_wanted.emit), 1)
        self.end()

    def _stands(self, line: Line, field: str, stood: str, mended: Remark | None) -> None:
        self.body.addWidget(label(self.tr("As it came"), "caption"))
        self.body.addWidget(label(stood or self.tr("(empty)"), "", "cellStands", wrap=True, copy=True))
        remark = line.remark(field)
        if remark is not None:
            look = "error" if remark in line.problems else "warning"
            self.body.addWidget(label(remark_words(remark), look, "cellRemark", wrap=True))
        if mended:
            back = button(self.tr("Put it back as it came"), "cellRestore", self._on_restore, "link")
            self.body.addLayout(row(back, None))

    def _instead(self, found: Looked, field: str, here: str) -> None:
        self.body.addSpacing(8)
        self.body.addWidget(label(self.tr("In its place"), "caption"))
        for place, name in enumerate(found.names.near(field, here) if field in NAMED and here else ()):
            if plain(name) != plain(here):
                self.body.addWidget(button(name, f"suggest{place}", partial(self._put, name)))
        self._field = self._entry(found, field, here)
        self.body.addWidget(self._field)
        same = _same(found, field, self._at[2])
        self._all = None
        if same > 1 and self._at[2]:
            self._all = QCheckBox(self.tr("In all %n cells that say this", "", same))
            self._all.setObjectName("mendAll")
            self._all.setChecked(field in NAMED or field in SPOKEN)
            self.body.addWidget(self._all)
        self.body.addLayout(row(button(self.tr("Put it in place"), "mendCell", self._on_put), None))

    def _entry(self, found: Looked, field: str, here: str) -> "QLineEdit | Choice":
        """A choice where it can only be something known, else a line."""
        known: tuple[str, ...] = ()
        if field in NAMED:
            known = found.names.all(field)
        elif field in SPOKEN:
            known = found.names.choices(field, language.name)
        if known:
            made = Choice("mendTo", self.tr("In its place"))
            made.offer([(self.tr("Choose…"), ""), *((one, one) for one in known)], here if here in known else "")
            return made
        line = QLineEdit(here)
        line.setObjectName("mendTo")
        line.setAccessibleName(self.tr("In its place"))
        line.returnPressed.connect(self._on_put)
        return line

    def _others(self, found: Looked, one: ShownLine, field: str) -> None:
        """What else is to be said of the row."""
        other = [remark for remark in (*one.line.problems, *one.line.repairs) if remark.field != field]
        if other:
            self.body.addSpacing(8)
            self.body.addWidget(label(self.tr("In the same row"), "caption"))
        for remark in other:
            look = "error" if remark in one.line.problems else "muted"
            self.body.addWidget(label(remark_line(found.register, remark), look, wrap=True))

    def _on_put(self) -> None:
        text = self._field.currentData() if isinstance(self._field, Choice) else self._text()
        if text:
            self._put(str(text))

    def _text(self) -> str:
        return self._field.text().strip() if isinstance(self._field, QLineEdit) else ""

    def _put(self, text: str) -> None:
        everywhere = self._all is not None and self._all.isChecked()
        self.mended.emit(*self._at, text, everywhere)

    def _on_restore(self) -> None:
        self.restored.emit(*self._at)


def _same(found: Looked, field: str, stood: str) -> int:
    """How many cells of the column say the same, mended ones too."""
    head, wanted = found.columns[field], plain(stood)
    count = 0
    for line in found.lines:
        mended = _mended(line, field)
        count += plain(mended.was if mended else text_of(line.cells.get(head))) == wanted
    return count


def _mended(line: Line, field: str) -> Remark | None:
    """What a person has put in a cell's place."""
    return next((one for one in line.repairs if one.field == field and one.code == "mended"), None)
