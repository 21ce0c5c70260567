"""Which parts of the program this plant uses: a switch for each page that may be left out."""

from typing import TYPE_CHECKING, get_args

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.views.pages import PAGES, page_title
from desktop.widgets.parts import column, label

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench


class ModulesCard(QWidget):
    """Applied at once, for everybody in the plant."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        from services.core.plant import Module

        self.workbench, self.toast = workbench, toast
        self._switches: dict[str, QCheckBox] = {}
        for key, _ in PAGES:
            if key in get_args(Module):
                made = QCheckBox(page_title(key))
                made.setObjectName(f"module-{key}")
                made.clicked.connect(self._on_clicked)
                self._switches[key] = made
        told = self.tr("A page that is off is not shown to anybody here; what stands on it stays.")
        self.setLayout(column(label(told, "caption", wrap=True), *self._switches.values(), gap=10))

    def follow(self) -> None:
        """Shows what is so now."""
        plant, may = self.workbench.plant, self.workbench.may("plant.set_modules")
        for key, switch in self._switches.items():
            switch.setChecked(plant is None or key not in plant.modules_off)
            switch.setEnabled(may)

    def _on_clicked(self) -> None:
        plant = self.workbench.plant
        if plant is None:
            return
        others = [one for one in plant.modules_off if one not in self._switches]
        off = [key for key, switch in self._switches.items() if not switch.isChecked()]
        if self.workbench.run("plant.set_modules", modules_off=[*others, *off]).ok:
            self.toast.good(self.tr("Saved."), self.tr("Undo"), self.workbench.undo)
        self.follow()
