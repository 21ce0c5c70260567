"""The category of a report follows what is written, by what was said of earlier hazards, until somebody chooses one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop.widgets.parts import label
from services.store.queries.likely_category import Said, likely_category, said_before

if TYPE_CHECKING:
    from desktop.widgets.form import Form
    from desktop.workbench import Workbench


class Likely(QObject):
    """Chooses in the form's field of categories; `told` says so, and that it can be changed."""

    def __init__(self, workbench: "Workbench", form: "Form", above: QObject) -> None:
        super().__init__(above)
        self._workbench = workbench
        self._said: Said | None = None
        self._chosen = False
        self.told = label(self.tr("Category by earlier reports; you can change it."), "caption", "likelyCategory")
        self.told.hide()
        field, line = form.findChild(QComboBox, "reportCategory"), form.findChild(QLineEdit, "reportDescription")
        assert field is not None
        assert line is not None
        self._field = field
        field.activated.connect(self._on_chosen)
        line.textChanged.connect(self._on_text)

    def _on_chosen(self) -> None:
        self._chosen = True
        self.told.hide()

    def _on_text(self, text: str) -> None:
        if self._chosen:
            return
        if self._said is None:  # read once, when somebody writes
            self._said = self._workbench.ask(said_before)
        place = self._field.findData(likely_category(self._said, text))
        if place >= 0:
            self._field.setCurrentIndex(place)
        self.told.setVisible(place >= 0)
