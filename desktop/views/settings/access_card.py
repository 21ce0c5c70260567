"""How the plant goes by its doors, under settings: how long swipes are kept, what is out of hours, what alone and often
mean."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, emptied, label, row
from services.core.access import AccessPolicy, access_policy
from services.core.shape import shapes

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

FIELDS = tuple(name for name in shapes(AccessPolicy) if name != "id")


class AccessCard(QWidget):
    """The content of the card."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self._shown: Any = None
        self._fields = column()
        self.save = button(self.tr("Save the policy"), "saveAccessPolicy", self._on_save)
        told = self.tr(
            "Swipes tell where people go: they are kept no longer than needed. Devices are set up on the page of "
            "equipment and doors."
        )
        self.setLayout(column(label(told, "caption", wrap=True), self._fields, row(self.save, None), gap=8))

    def follow(self) -> None:
        """Shows what is so now; what is being typed stays unless it has changed elsewhere."""
        now = self.workbench.ask(access_policy)
        if now != self._shown:
            self._shown = now
            emptied(self._fields)
            values = {name: getattr(now, name) for name in FIELDS}
            self._form = Form("access.set_policy", "access", "access_policy", only=FIELDS, values=values)
            self._form.entered.connect(self._on_save)
            self._fields.addWidget(self._form)
        self.setEnabled(self.workbench.may("access.set_policy"))

    def _on_save(self) -> None:
        values = self._form.values()
        if len(values) < self._form.count:
            self.toast.bad(self.tr("Please fill in every field."))
        elif self.workbench.run("access.set_policy", **values).ok:
            self.toast.good(self.tr("Saved."), self.tr("Undo"), self.workbench.undo)
