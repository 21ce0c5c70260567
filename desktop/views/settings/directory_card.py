"""The directory that is read each day, under settings: whose, and when."""

from typing import TYPE_CHECKING, get_args

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.parts import button, column, label, row
from services.core.plant import DirectoryFrom

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.plant import Plant

FIELD = 72
DIRECTORY = ("directory_from", "directory_at", "directory_doubt")


class DirectoryCard(QWidget):
    """The content of the card."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self._shown: tuple[str | None, str, int] | None = None
        self.of = Choice("directoryFrom", words.say("field.plant.directory_from"))
        self.at = QLineEdit()
        self.at.setObjectName("directoryAt")
        self.at.setAccessibleName(words.say("field.plant.directory_at"))
        self.at.setInputMask("99:99")
        self.at.setFixedWidth(FIELD)
        self.doubt = QSpinBox()
        self.doubt.setObjectName("directoryDoubt")
        self.doubt.setAccessibleName(words.say("field.plant.directory_doubt"))
        self.doubt.setRange(1, 50)
        self.doubt.setSuffix(" %")
        self.save = button(self.tr("Save"), "saveDirectory", self._on_save)
        told = self.tr(
            "The hub reads the directory of WeCom or DingTalk each day and tells those who look after people what "
            "would change. Nothing changes before somebody has ticked it on the page People; where many are missing "
            "at once it asks."
        )
        said = label(words.say("field.plant.directory_doubt"), "caption", wrap=True)
        share = row(said, None, self.doubt, self.save)
        self.setLayout(column(label(told, "caption", wrap=True), row(self.of, self.at, None), share, gap=8))

    def follow(self, plant: "Plant") -> None:
        """Shows what is so now; what is being changed stays unless it has changed elsewhere."""
        now = (plant.directory_from, plant.directory_at, plant.directory_doubt)
        if now != self._shown:
            self._shown = now
            providers = [(words.say(f"value.directory_from.{one}"), one) for one in get_args(DirectoryFrom)]
            self.of.offer([(self.tr("not read by itself"), ""), *providers], plant.directory_from or "")
            self.at.setText(plant.directory_at)
            self.doubt.setValue(plant.directory_doubt)
        self.setEnabled(self.workbench.may("plant.set_directory"))

    def _on_save(self) -> None:
        of = self.of.currentData()
        given = {"directory_from": of} if of else {}
        more = {"directory_at": self.at.text(), "directory_doubt": self.doubt.value()}
        if self.workbench.run("plant.set_directory", **given, **more).ok:
            self.toast.good(self.tr("Saved."), self.tr("Undo"), self.workbench.undo)
