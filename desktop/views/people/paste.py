"""Rows of people from the clipboard: looked at and mended first, then added and changed as one step."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPushButton

from desktop.language import language
from desktop.views.ledgers.lines_view import LinesView
from desktop.views.ledgers.shown import why
from desktop.views.people.taking import Taking
from desktop.widgets.parts import button, column, label, row
from services.imports.clipboard import text_of_rows
from services.imports.headings import KEPT_BACK
from services.imports.people import Pasted, look_at_people
from services.imports.workbook import text_of

if TYPE_CHECKING:
    from desktop.views.page import Page
    from services.imports.looked import Looked
    from services.imports.workbook import Grid

SIZE = (1240, 700)


class PasteWindow(QDialog):
    """Open it with `open()`; it ends itself, and stays while rows are left that were not taken."""

    def __init__(self, page: "Page", grid: "Grid") -> None:
        super().__init__(page.window())
        self.setObjectName("pasteWindow")
        self.setWindowTitle(self.tr("Paste people from Excel"))
        self.resize(*SIZE)
        self._page, self._grid, self._workbench = page, grid, page.workbench
        self._asked = Pasted()
        self._found: Looked | None = None
        self._reading = 0
        self._taking: Taking | None = None
        self._build()
        self.finished.connect(self._on_finished)
        self._workbench.changed.connect(self._on_changed)
        self._look()

    def _build(self) -> None:
        self.lines = LinesView(self._page.tell_copies, remembered=False)
        told = self.tr(
            "Who is found by the employee number is changed, everybody else is new. An empty cell changes nothing. "
            "Nothing is done before you take the rows over."
        )
        self.lines.above.addWidget(label(told, "muted", "pasteTold", wrap=True))
        self.lines.heads.mapped.connect(self._on_mapped)
        self.lines.cells.mended.connect(self._on_mended)
        self.lines.cells.restored.connect(self._on_restored)
        self.said = label("", "muted", "pasteSaid")
        self.keep = button(self.tr("Copy what is kept back"), "copyKept", self.copy_kept)
        self.shut = button(self.tr("Close"), "closePaste", self.reject)
        self.take = button("", "takePasted", self.take_rows, "primary")
        self.setLayout(
            column(self.lines, row(self.said, None, self.keep, self.shut, self.take), gap=12, margins=(20, 16, 20, 16))
        )
        for each in self.findChildren(QPushButton):
            each.setAutoDefault(False)  # Enter puts something in a cell and must press nothing

    # how it is read

    def _look(self) -> None:
        """Looks at the rows again, as they are asked for now; only the newest answer counts."""
        self._reading += 1
        number, grid, asked = self._reading, self._grid, self._asked
        me = self._workbench.me
        self._busy(self.tr("The rows are being looked at…"))
        self._workbench.ask_later(
            look_at_people,
            partial(self._on_looked, number),
            grid=grid,
            asked=asked,
            me=me.id if me else "",
        )

    def _on_looked(self, number: int, found: "Looked") -> None:
        if number != self._reading:
            return
        self._found = found
        self.lines.show_lines(found)
        self._busy("")
        self.keep.setVisible(bool(found.bad))
        self.keep.setEnabled(True)
        self.take.setText(self.tr("Take over %n rows", "", len(found.fresh)))
        self.take.setEnabled(bool(found.fresh))

    def _busy(self, text: str) -> None:
        self.said.setText(text)
        for part in (self.take, self.keep):
            part.setEnabled(False)

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if self._taking is None and kinds & {"person", "team", "department"}:
            self._look()

    def _on_mapped(self, mapped: dict[str, str]) -> None:
        self._asked = replace(self._asked, mapped=mapped)
        self._look()

    def _on_mended(self, line: int, field: str, stood: str, text: str, everywhere: bool) -> None:
        self._asked = replace(self._asked, mends=self._asked.mends.mended(line, field, stood, text, everywhere))
        self._look()

    def _on_restored(self, line: int, field: str, stood: str) -> None:
        self._asked = replace(self._asked, mends=self._asked.mends.restored(line, field, stood))
        self._look()

    # what is done

    def take_rows(self) -> None:
        """Adds and changes what can be; what can't stays here."""
        found = self._found
        if found is None or not found.fresh or self._taking is not None:
            return
        self._busy(self.tr("The rows are being taken over…"))
        self._taking = Taking(self._page, found.fresh)
        self._taking.ended.connect(self._on_ended)
        self._taking.begin()

    def _on_ended(self) -> None:
        taking, found = self._taking, self._found
        assert taking is not None
        assert found is not None
        self._taking = None
        if taking.whole and not found.bad:
            self.accept()
        else:
            self._look()

    def copy_kept(self) -> None:
        """Puts the rows that can't be taken on the clipboard, each with the reason before it."""
        found = self._found
        if found is None:
            return
        head = [KEPT_BACK[language.name], *found.heads]
        rows = [
            [why(found.register, line), *(text_of(line.cells.get(one)) for one in found.heads)] for line in found.bad
        ]
        QGuiApplication.clipboard().setText(text_of_rows([head, *rows]))
        self.said.setText(self.tr("%n rows are on the clipboard, with the reasons.", "", len(rows)))

    # the window

    def _on_finished(self) -> None:
        QTimer.singleShot(0, self, self.deleteLater)


def opened(page: "Page", grid: "Grid") -> PasteWindow:
    """The window over a page with these cells."""
    window = PasteWindow(page, grid)
    window.open()
    return window
