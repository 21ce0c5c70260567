"""Which parts of the program this plant uses: each with what it consists of, what it needs, and a switch."""

from collections.abc import Set
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop import words
from desktop.views.pages import PAGES
from desktop.widgets.parts import button, column, label, literal, row
from services.core.modules import FIRST, MODULES, NEEDS, all_off

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench


class ModulesCard(QWidget):
    """Applied at once, for everybody in the plant."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self._switches: dict[str, QCheckBox] = {}
        self._known = [key for key in MODULES if key in dict(PAGES)]
        told = self.tr(
            "Begin small and switch on one after another. What is off is shown to nobody, on consoles and on phones, "
            "and does nothing by itself; its records stay."
        )
        self.few = button(self.tr("Only hazards and inspections"), "modulesFew", self._on_few, "link")
        self.all = button(self.tr("All"), "modulesAll", self._on_all, "link")
        rows = [self._row(key) for key in self._known]
        self.setLayout(column(label(told, "caption", wrap=True), *rows, row(self.few, self.all, None), gap=10))

    def _row(self, key: str) -> QWidget:
        made = QCheckBox(literal(words.say(f"value.module.{key}")))
        made.setObjectName(f"module-{key}")
        made.clicked.connect(self._on_clicked)
        self._switches[key] = made
        about = words.say(f"module.{key}")
        needs = words.listed(words.say(f"value.module.{one}") for one in NEEDS.get(key, ()))
        if needs:
            about = words.sentences((about, self.tr("Needs: {parts}.").format(parts=needs)))
        part = QWidget()
        part.setLayout(column(made, row(label(about, "caption", wrap=True), margins=(26, 0, 0, 0)), gap=2))
        return part

    def follow(self) -> None:
        """Shows what is so now."""
        plant, may = self.workbench.plant, self.workbench.may("plant.set_modules")
        off = plant.modules_off if plant else ()
        for key, switch in self._switches.items():
            switch.setChecked(key not in off)
            switch.setEnabled(may and not set(NEEDS.get(key, ())) & set(off))
        self.few.setVisible(may and set(self._known) - set(off) != set(FIRST))
        self.all.setVisible(may and bool(set(self._known) & set(off)))

    def _on_clicked(self) -> None:
        self._set({key for key, switch in self._switches.items() if not switch.isChecked()})

    def _on_few(self) -> None:
        self._set(set(self._known) - set(FIRST))

    def _on_all(self) -> None:
        self._set(set())

    def _set(self, off: Set[str]) -> None:
        """Parts whose page is not here yet stay as they are."""
        plant = self.workbench.plant
        if plant is None:
            return
        others = [one for one in plant.modules_off if one not in self._switches]
        if self.workbench.run("plant.set_modules", modules_off=list(all_off([*others, *off]))).ok:
            self.toast.good(self.tr("Saved."), self.tr("Undo"), self.workbench.undo)
        self.follow()
