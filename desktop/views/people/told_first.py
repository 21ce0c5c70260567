"""In a person's panel: by which way they are told first. Everyone says it of themselves, HR and the office of all."""

from typing import TYPE_CHECKING, get_args

from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.parts import column, label
from services.core.people import Person, Way

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench


class ToldFirst(QWidget):
    """Of one person; what is chosen is saved at once."""

    def __init__(self, workbench: "Workbench", toast: "Toast", person: Person, *, may: bool) -> None:
        super().__init__()
        self.workbench, self.toast, self.person = workbench, toast, person
        said = self.tr("Told first by")
        self.way = Choice("toldFirst", said)
        first = person.told_by[0] if person.told_by else ""
        ways = [(words.say(f"value.told_by.{one}"), one) for one in get_args(Way)]
        self.way.offer([(self.tr("The plant's order"), ""), *ways], first)
        self.way.currentIndexChanged.connect(self._on_chosen)
        self.way.setEnabled(may)
        told = self.tr("When it fails, the other ways follow.")
        self.setLayout(column(label(said, "caption"), self.way, label(told, "caption", wrap=True), gap=4))

    def _on_chosen(self) -> None:
        way = self.way.currentData()
        if self.workbench.run("people.tell_by", person=self.person.id, told_by=[way] if way else []).ok:
            self.toast.good(self.tr("Saved."), self.tr("Undo"), self.workbench.undo)
