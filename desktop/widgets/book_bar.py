"""Below a table that stands in a dialog: saves it for Excel, and says what came of that or of copied rows."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.widgets.parts import button, label, row

if TYPE_CHECKING:
    from desktop.widgets.table import Table
    from desktop.workbench import Workbench


class BookBar(QWidget):
    """`title` is that of the workbook."""

    def __init__(self, table: "Table", workbench: "Workbench", title: str) -> None:
        super().__init__()
        self._workbench, self._title = workbench, title
        said = label("", "caption", f"{table.name}Said")
        save = button(self.tr("Save as Excel…"), f"{table.name}Excel", table.book.save, "link", "excel")
        save.setAutoDefault(False)
        for way in (table.copying, table.book):
            way.told.connect(said.setText)
            way.refused.connect(said.setText)
        table.book.tasks = workbench.tasks
        table.book.about = self._about
        self.setLayout(row(said, None, save))

    def _about(self) -> tuple[str, str, str]:
        plant = self._workbench.plant
        return self._title, plant.name if plant else "", ""
