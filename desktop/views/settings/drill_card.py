"""The weekly drill, under settings: on which day, when, and to whom it goes."""

from typing import TYPE_CHECKING, Any, get_args

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.parts import button, column, label, row
from services.core.plant import DrillTo

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.plant import Plant

FIELD = 72


class DrillCard(QWidget):
    """The content of the card."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self._shown: tuple[Any, ...] = ()
        self.day = Choice("drillDay", words.say("field.plant.drill_day"))
        self.at = QLineEdit()
        self.at.setObjectName("drillAt")
        self.at.setAccessibleName(words.say("field.plant.drill_at"))
        self.at.setInputMask("99:99")
        self.at.setFixedWidth(FIELD)
        self.to = Choice("drillTo", words.say("field.plant.drill_to"))
        self.save = button(self.tr("Save the drill"), "saveDrill", self._on_save)
        told = self.tr(
            "A message goes the whole way of a critical alert to one person on duty, each time another one, "
            "and says that it is a drill. It is answered within 30 minutes, or the EHS manager hears of it."
        )
        self.setLayout(
            column(
                label(told, "caption", wrap=True),
                row(label(words.say("field.plant.drill_day"), "caption"), self.day, self.at, None),
                row(label(words.say("field.plant.drill_to"), "caption"), self.to, None, self.save),
                gap=8,
            )
        )

    def follow(self, plant: "Plant") -> None:
        """Shows what is so now; what is being changed stays unless it has changed elsewhere."""
        now = (plant.drill_day, plant.drill_at, plant.drill_to)
        if now != self._shown:
            self._shown = now
            days = [(words.say(f"mail.weekday.{day}"), str(day)) for day in range(7)]
            self.day.offer([(self.tr("never"), ""), *days], "" if plant.drill_day is None else str(plant.drill_day))
            self.at.setText(plant.drill_at)
            self.to.offer([(words.say(f"rule.whom.{one}"), one) for one in get_args(DrillTo)], plant.drill_to)
        self.setEnabled(self.workbench.may("plant.set_drill"))

    def _on_save(self) -> None:
        day = self.day.currentData()
        given = {"drill_at": self.at.text(), "drill_to": self.to.currentData()}
        if self.workbench.run("plant.set_drill", **given, **({"drill_day": int(day)} if day else {})).ok:
            self.toast.good(self.tr("Saved."), self.tr("Undo"), self.workbench.undo)
