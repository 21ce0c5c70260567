"""The directory that is read each day, under settings: whose, and when."""

from typing import TYPE_CHECKING, get_args

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.parts import button, column, label, row
from services.core.plant import DirectoryFrom

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.plant import Plant

FIELD = 72


class DirectoryCard(QWidget):
    """The content of the card."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self._shown: tuple[str | None, str] | None = None
        self.of = Choice("directoryFrom", words.say("field.plant.directory_from"))
        self.at = QLineEdit()
        self.at.setObjectName("directoryAt")
        self.at.setAccessibleName(words.say("field.plant.directory_at"))
        self.at.setInputMask("99:99")
        self.at.setFixedWidth(FIELD)
        self.save = button(self.tr("Save"), "saveDirectory", self._on_save)
        told = self.tr(
            "The hub reads the directory of WeCom or DingTalk each day and tells those who look after people what "
            "would change. Nothing changes before somebody has ticked it on the page People; where many are missing "
            "at once it asks."
        )
        self.setLayout(column(label(told, "caption", wrap=True), row(self.of, self.at, None, self.save), gap=8))

    def follow(self, plant: "Plant") -> None:
        """Shows what is so now; what is being changed stays unless it has changed elsewhere."""
        now = (plant.directory_from, plant.directory_at)
        if now != self._shown:
            self._shown = now
            providers = [(words.say(f"value.directory_from.{one}"), one) for one in get_args(DirectoryFrom)]
            self.of.offer([(self.tr("not read by itself"), ""), *providers], plant.directory_from or "")
            self.at.setText(plant.directory_at)
        self.setEnabled(self.workbench.may("plant.set_directory"))

    def _on_save(self) -> None:
        of = self.of.currentData()
        given = {"directory_at": self.at.text(), **({"directory_from": of} if of else {})}
        if self.workbench.run("plant.set_directory", **given).ok:
            self.toast.good(self.tr("Saved."), self.tr("Undo"), self.workbench.undo)
