"""A chart's values saved for Excel: a few hundred cells at most, so that they are written at once."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop import words
from desktop.widgets.asking import ask_save
from services.reports.table_book import Cell, Sheet, write_table

if TYPE_CHECKING:
    from desktop.widgets.charts.chart import Chart

NAME, VALUE = 260, 110  # px
BOUNDS = ("low", "high")


class ChartBook(QObject):
    """`told` carries a sentence about what came of it, `refused` one that says why nothing did. `about` is what stands
    below the title: of what plant and period."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, chart: "Chart") -> None:
        super().__init__(chart)
        self._chart, self.about = chart, ""

    def save(self) -> None:
        """Asks for a file, and writes the values into it."""
        forms = [self.tr("Excel workbook (*.xlsx)")]
        ask_save(self._chart.window(), "saveChart", self.tr("Save as Excel"), forms, self.save_to, self._chart.title)

    def save_to(self, path: str) -> None:
        """Writes each part with its value, and with what is ordinary where that is known."""
        bounded = any(one.low is not None or one.high is not None for one in self._chart.items)
        heads = [(words.say("paper.col.name"), NAME), (words.say("paper.col.value"), VALUE)]
        heads += [(words.say(f"paper.col.{one}"), VALUE) for one in BOUNDS] if bounded else []
        rows: list[list[Cell]] = [
            [one.name, one.value, *((one.low, one.high) if bounded else ())] for one in self._chart.items
        ]
        try:
            count = write_table(Path(path), Sheet(self._chart.title, self.about, heads), [rows], lambda _: None)
        except OSError as error:
            self.refused.emit(self.tr("The file could not be written: {why}").format(why=error.strerror or str(error)))
        else:
            self.told.emit(self.tr("%n rows saved.", "", count))
