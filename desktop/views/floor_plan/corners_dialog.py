"""A zone's corners as numbers: x and y in metres, one row each, for outlines that were measured on the ground."""

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHeaderView, QPushButton, QTableWidget, QTableWidgetItem, QWidget

from desktop.widgets.parts import button, column, label, row
from desktop.widgets.spoken import SpokenCells
from desktop.words import refusal
from services.core.geometry import Polygon, area
from services.core.refused import Refused
from services.core.zones import sound_outline


class CornersDialog(QDialog):
    """`given` carries the new outline, which is sound. What cannot be saved is told below the table, and nothing that
    was typed is lost. Open it with `open()`; it ends itself."""

    given = Signal(object)

    def __init__(self, name: str, polygon: Polygon, above: QWidget) -> None:
        super().__init__(above)
        self.setObjectName("cornersDialog")
        self.setWindowTitle(self.tr("Corners of '{zone}'").format(zone=name))
        self.resize(360, 460)
        self.table = QTableWidget(0, 2)
        self.table.setTabKeyNavigation(False)
        self.table.setItemDelegate(SpokenCells(self.table))
        self.table.setObjectName("corners")
        self.table.setAccessibleName(self.tr("Corners in metres"))
        self.table.setHorizontalHeaderLabels([self.tr("x (m)"), self.tr("y (m)")])
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.told = label("", "caption", "cornersArea")
        self.why = label("", "error", "cornersRefused", wrap=True)
        self.save = button(self.tr("Save"), "saveCorners", self._on_save, "primary")
        self._build()
        self._fill(polygon)
        self.table.itemChanged.connect(self._on_typed)
        self.finished.connect(self.deleteLater)

    def _build(self) -> None:
        head = label(self.tr("Metres from the lower left corner of the drawing."), "muted", wrap=True)
        tools = row(
            button(self.tr("Add corner"), "addCorner", self._on_add),
            button(self.tr("Remove corner"), "removeCorner", self._on_remove),
            None,
        )
        foot = row(self.told, None, button(self.tr("Cancel"), "cornersCancel", self.reject), self.save)
        self.setLayout(column(head, self.table, tools, self.why, foot, gap=12, margins=(20, 20, 20, 20)))
        for each in self.findChildren(QPushButton):
            each.setAutoDefault(False)  # Enter in a cell ends typing there

    def _fill(self, polygon: Polygon) -> None:
        for x, y in polygon:
            self._insert(self.table.rowCount(), f"{x:.3f}", f"{y:.3f}")
        self.told.setText(f"{area(polygon):,.1f} m²")

    def _insert(self, at: int, x: str, y: str) -> None:
        self.table.insertRow(at)
        for place, text in enumerate((x, y)):
            self.table.setItem(at, place, QTableWidgetItem(text))

    def outline(self) -> Polygon | None:
        """The outline that stands in the table; None, with the reason told, where it is none."""
        corners = []
        for at in range(self.table.rowCount()):
            numbers = [_metres(self.table.item(at, place)) for place in (0, 1)]
            if None in numbers:
                self.why.setText(self.tr("Corner {n} is no pair of numbers such as 12.5.").format(n=at + 1))
                return None
            corners.append((numbers[0] or 0.0, numbers[1] or 0.0))
        try:
            return sound_outline(tuple(corners))
        except Refused as refused:
            self.why.setText(refusal(refused))
            return None

    def _on_typed(self) -> None:
        self.why.clear()
        outline = self.outline()
        self.told.setText(f"{area(outline):,.1f} m²" if outline else "")

    def _on_add(self) -> None:
        at = self.table.currentRow() + 1 or self.table.rowCount()
        self.table.blockSignals(True)
        self._insert(at, "", "")
        self.table.blockSignals(False)
        self.table.setCurrentCell(at, 0)
        self.table.edit(self.table.currentIndex())

    def _on_remove(self) -> None:
        self.table.removeRow(self.table.currentRow())
        self._on_typed()

    def _on_save(self) -> None:
        outline = self.outline()
        if outline is not None:
            self.given.emit(outline)
            self.accept()


def _metres(item: QTableWidgetItem | None) -> float | None:
    try:
        value = float(item.text().strip().replace(",", ".")) if item else math.nan
    except ValueError:
        return None
    return round(value, 3) if abs(value) <= 100_000 else None
