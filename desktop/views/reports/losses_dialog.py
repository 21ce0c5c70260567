"""What stops, hazards and injuries cost this plant: by these figures the annual assessment of equipment is reckoned."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from desktop import words
from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, label, row
from services.core.losses import loss_rates
from services.core.record import as_json

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

KIND = "loss_rates.set"


class LossesDialog(QDialog):
    """Open it with `open()`; it ends itself."""

    def __init__(self, workbench: "Workbench", toast: "Toast", above: QWidget) -> None:
        super().__init__(above)
        self.setObjectName("lossesDialog")
        self.setWindowTitle(words.say("record.loss_rates"))
        self.setMinimumWidth(460)
        self.workbench, self.toast = workbench, toast
        rates = workbench.ask(loss_rates)
        self.form = Form(KIND, "loss", "loss_rates", values=as_json(rates))
        about = self.tr("With these figures the annual assessment of equipment reckons losses and paybacks.")
        usual = self.tr("These are the program's assumptions to begin with; the plant has not set its own yet.")
        save = button(self.tr("Save"), "lossSave", self._on_save, "primary")
        save.setEnabled(workbench.may(KIND))
        foot = row(None, button(self.tr("Cancel"), "lossCancel", self.reject), save)
        told = label(f"{about} {usual}" if rates.usual else about, "muted", wrap=True)
        self.setLayout(column(told, self.form, foot, gap=12, margins=(20, 20, 20, 16)))
        self.finished.connect(self.deleteLater)

    def _on_save(self) -> None:
        if missing := self.form.missing():
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
        elif self.workbench.run(KIND, **self.form.values()).ok:
            self.toast.good(self.tr("Saved."))
            self.accept()
