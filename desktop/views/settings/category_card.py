"""The card of the times that fixing may take by category: a field for each, empty where the zone's class is enough."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop import words
from desktop.widgets.figures import takes_figures
from desktop.widgets.parts import button, column, emptied, label, row
from services.core.categories import offered

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.plant import CategoryHours

COLUMNS, LEAST, MOST = 2, 0.25, 8760.0


class CategoryCard(QWidget):
    """The content of the card."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self._shown: tuple[CategoryHours, ...] | None = None
        self._named: tuple[str, ...] = ()
        self._fields: dict[str, QLineEdit] = {}
        self._grid = column(gap=8)
        told = self.tr("In hours. Where both are given, the shorter one of category and zone class holds.")
        self.save = button(self.tr("Save the times"), "saveCategoryHours", self._on_save)
        self.setLayout(column(self._grid, label(told, "caption", wrap=True), row(self.save, None), gap=8))

    def _field(self, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(f"hours-{name}")
        made.setAccessibleName(words.category(name))
        made.setPlaceholderText(self.tr("as the zone's class"))
        takes_figures(made, LEAST, MOST)
        made.returnPressed.connect(self._on_save)
        return made

    def follow(self) -> None:
        """Shows what is so now, unless it is the same as before: what is being typed stays."""
        self._follow_categories()
        plant, may = self.workbench.plant, self.workbench.may("plant.set_category_hours")
        for part in (*self._fields.values(), self.save):
            part.setEnabled(may)
        if plant is None or plant.category_hours == self._shown:
            return
        self._shown = plant.category_hours
        hours = {one.category: one.hours for one in plant.category_hours}
        for name, field in self._fields.items():
            field.setText(f"{hours[name]:g}" if name in hours else "")

    def _follow_categories(self) -> None:
        """A field for each category that is offered, or has a time; made anew where they are others or called so."""
        plant = self.workbench.plant
        timed = [one.category for one in plant.category_hours] if plant else []
        codes = dict.fromkeys((*self.workbench.ask(offered), *timed))
        named = tuple(f"{code} {words.category(code)}" for code in codes)
        if named == self._named:
            return
        self._named, self._shown = named, None
        emptied(self._grid)
        self._fields = {code: self._field(code) for code in codes}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for place, (code, field) in enumerate(self._fields.items()):
            said = column(label(words.category(code), "caption"), field, gap=2)
            grid.addLayout(said, place // COLUMNS, place % COLUMNS)
        self._grid.addLayout(grid)

    def _on_save(self) -> None:
        wrong = [field for field in self._fields.values() if field.text() and not field.hasAcceptableInput()]
        if wrong:
            told = self.tr("{category}: please give {least} to {most} hours.")
            self.toast.bad(told.format(category=wrong[0].accessibleName(), least=f"{LEAST:g}", most=f"{MOST:g}"))
            wrong[0].setFocus()
            return
        given = [(name, field.text()) for name, field in self._fields.items() if field.text()]
        hours = [{"category": name, "hours": float(text)} for name, text in given]
        if self.workbench.run("plant.set_category_hours", category_hours=hours).ok:
            self.toast.good(self.tr("Saved."), self.tr("Undo"), self.workbench.undo)
