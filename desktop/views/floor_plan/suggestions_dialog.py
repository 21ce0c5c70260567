"""All that the drawing suggests, as a list: what is ticked becomes zones, under the names that stand there."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHeaderView, QPushButton, QTableWidget, QTableWidgetItem, QWidget

from desktop.views.floor_plan.shapes import Suggestion
from desktop.views.floor_plan.wording import class_words
from desktop.views.floor_plan.zone_form import CLASSES, LONGEST_NAME
from desktop.widgets.choice import Choice
from desktop.widgets.parts import button, column, label, row
from desktop.widgets.spoken import SpokenCells
from services.core.geometry import area

CHECKED, OPEN = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class SuggestionsDialog(QDialog):
    """`given` carries the suggestions to be taken, named, and their class. Open it with `open()`; it ends itself."""

    given = Signal(object, str)

    def __init__(self, suggestions: tuple[Suggestion, ...], taken: Iterable[str], above: QWidget) -> None:
        super().__init__(above)
        self.setObjectName("suggestionsDialog")
        self.setWindowTitle(self.tr("Take zones from the drawing"))
        self.resize(460, 560)
        self._suggestions = suggestions
        self.table = QTableWidget(len(suggestions), 2)
        self.table.setTabKeyNavigation(False)
        self.table.setItemDelegate(SpokenCells(self.table))
        self.table.setObjectName("suggestions")
        self.table.setAccessibleName(self.tr("Zones that the drawing suggests"))
        self.table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Area (m²)")])
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.zone_class = Choice("suggestionsClass", self.tr("Class"))
        self.zone_class.offer([(f"{one} · {class_words(one)}", one) for one in CLASSES], "C")
        self.take = button("", "takeSuggestions", self._on_take, "primary")
        self._fill(set(taken))
        self._build()
        self.table.itemChanged.connect(self._count)
        self._count()
        self.finished.connect(self.deleteLater)

    def _build(self) -> None:
        said = self.tr("Untick what is no zone. Names can be changed here, class and people later for each zone.")
        foot = row(None, button(self.tr("Cancel"), "suggestionsCancel", self.reject), self.take)
        classes = column(label(self.zone_class.accessibleName(), "caption"), self.zone_class, gap=4)
        whole = column(label(said, "muted", wrap=True), self.table, classes, foot, gap=12, margins=(20, 20, 20, 20))
        self.setLayout(whole)
        for each in self.findChildren(QPushButton):
            each.setAutoDefault(False)  # Enter in a name ends typing there

    def _fill(self, taken: set[str]) -> None:
        """Names that the drawing has not, or that are used already, are numbered."""
        for at, one in enumerate(self._suggestions):
            name = self._free(one.name, taken)
            taken.add(name)
            item, size = QTableWidgetItem(name), QTableWidgetItem(f"{area(one.polygon):,.1f}")
            item.setCheckState(CHECKED)
            size.setFlags(Qt.ItemFlag.ItemIsEnabled)
            size.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(at, 0, item)
            self.table.setItem(at, 1, size)

    def _free(self, name: str, taken: set[str]) -> str:
        if name and name not in taken:
            return name
        wanted = (name[: LONGEST_NAME - 5] + " {n}") if name else self.tr("Room {n}")
        first = 2 if name else 1
        return next(free for n in range(first, len(taken) + 3) if (free := wanted.replace("{n}", str(n))) not in taken)

    def ticked(self) -> list[Suggestion]:
        """What is to be taken, under the names that stand there."""
        found = []
        for at, one in enumerate(self._suggestions):
            item = self.table.item(at, 0)
            if item is not None and item.checkState() == CHECKED and item.text().strip():
                found.append(Suggestion(item.text().strip()[:LONGEST_NAME], one.polygon))
        return found

    def _count(self) -> None:
        many = len(self.ticked())
        self.take.setText(self.tr("Take %n zones", "", many))
        self.take.setEnabled(many > 0)

    def _on_take(self) -> None:
        self.given.emit(self.ticked(), str(self.zone_class.currentData()))
        self.accept()
