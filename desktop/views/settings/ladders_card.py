"""Who is told next while nobody acknowledges an alert: for each level its rungs, put in order by dragging them."""

from typing import TYPE_CHECKING, Any, get_args

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.figures import takes_figures
from desktop.widgets.parts import button, column, label, row
from services.core.ladders import USUAL, Ladder, ladders
from services.core.rule_document import Whom

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

LATER_MIN, FIRST_MIN, HIGH, FIELD = 15.0, 10.0, 132, 72
TO = Qt.ItemDataRole.UserRole


class Rungs(QListWidget):
    """The rungs from the first on. Dragged (or with Alt and an arrow key), one takes another place, and the times stay;
    Delete takes one away."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ladderRungs")
        self.setFixedHeight(HIGH)
        self.times: list[float] = []
        self._held = -1

    def fill(self, ladder: Ladder) -> None:
        """Shows a ladder."""
        self.clear()
        self.times = [one.after_min for one in ladder.rungs]
        for one in ladder.rungs:
            self._put(one.to)
        self.say()

    def add(self, whom: str) -> None:
        """One more at the top, a while after the one before it."""
        self.times.append(self.times[-1] + LATER_MIN if self.times else FIRST_MIN)
        self._put((whom,))
        self.say()
        self.setCurrentRow(self.count() - 1)

    def _put(self, to: tuple[str, ...]) -> None:
        item = QListWidgetItem(self)
        item.setData(TO, list(to))

    def rungs(self) -> list[dict[str, Any]]:
        """As the operation takes them."""
        return [{"after_min": self.times[place], "to": self.item(place).data(TO)} for place in range(self.count())]

    def set_time(self, minutes: float) -> None:
        """When the chosen one is told."""
        place = self.currentRow()
        if 0 <= place < len(self.times):
            self.times[place] = minutes
            self.say()

    def say(self) -> None:
        """Writes on each when it is told, and who."""
        for place in range(self.count()):
            item = self.item(place)
            whom = words.listed(words.say(f"rule.whom.{one}") for one in item.data(TO))
            item.setText(self.tr("After {minutes} min: {whom}").format(minutes=f"{self.times[place]:g}", whom=whom))

    def carry(self, place: int, to: int) -> None:
        """Who is at a place comes at another."""
        if 0 <= to < self.count() and to != place:
            self.insertItem(to, self.takeItem(place))
            self.setCurrentRow(to)
            self.say()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._held = self._place_at(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        to = self._place_at(event)
        if self._held >= 0 and to >= 0 and event.buttons() & Qt.MouseButton.LeftButton:
            self.carry(self._held, to)
            self._held = to

    def _place_at(self, event: QMouseEvent) -> int:
        return self.indexAt(event.position().toPoint()).row()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._held = -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place, alt = self.currentRow(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Delete and place >= 0:
            self.takeItem(place)
            del self.times[place]
        elif alt and step and place >= 0:
            self.carry(place, place + step)
        else:
            super().keyPressEvent(event)


class LaddersCard(QWidget):
    """The content of the card."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self._shown: tuple[Ladder, ...] = ()
        self.level = Choice("ladderLevel", words.say("field.ladder.level"))
        self.level.offer([(words.say(f"value.level.{one}"), one) for one in USUAL], "critical")
        self.level.currentIndexChanged.connect(self._fill)
        self.rungs = Rungs()
        self.rungs.setAccessibleName(words.say("field.ladder.rungs"))
        self.rungs.currentRowChanged.connect(self._on_chosen)
        self.minutes = self._figure("rungMinutes", self.tr("Minutes after the alert"))
        self.minutes.textEdited.connect(self._on_minutes)
        self.repeat = self._figure("ladderRepeat", words.say("field.ladder.repeat_min"))
        self.whom = Choice("rungWhom", self.tr("Who is told as well"))
        self.whom.offer([(words.say(f"rule.whom.{one}"), one) for one in get_args(Whom)], "ehs_manager")
        add = button(self.tr("Add"), "addRung", self._on_add)
        save = button(self.tr("Save the order"), "saveLadder", self._on_save)
        self.fields = [self.rungs, self.minutes, self.repeat, self.whom, add, save]
        told = self.tr("Drag to change who comes first; Delete takes one away. Whoever is off duty is passed over.")
        self.setLayout(
            column(
                label(told, "caption", wrap=True),
                row(label(words.say("field.ladder.level"), "caption"), self.level, None),
                self.rungs,
                row(
                    label(self.tr("The chosen one after"), "caption"),
                    self.minutes,
                    label(self.tr("min"), "caption"),
                    None,
                ),
                row(self.whom, add, None),
                row(label(words.say("field.ladder.repeat_min"), "caption"), self.repeat, None, save),
                gap=8,
            )
        )

    def _figure(self, name: str, said: str) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(name)
        made.setAccessibleName(said)
        made.setFixedWidth(FIELD)
        takes_figures(made, 0.5, 1440)
        return made

    def follow(self) -> None:
        """Shows what is so now; what is being changed stays unless it has changed elsewhere."""
        found = self.workbench.ask(ladders)
        for part in self.fields:
            part.setEnabled(self.workbench.may("ladders.set"))
        if found != self._shown:
            self._shown = found
            self._fill()

    def _fill(self, *_: Any) -> None:
        ladder = next(one for one in self._shown if one.level == self.level.currentData())
        self.rungs.fill(ladder)
        self.minutes.clear()
        self.repeat.setText(f"{ladder.repeat_min:g}" if ladder.repeat_min else "")

    def _on_chosen(self, place: int) -> None:
        chosen = 0 <= place < len(self.rungs.times)
        self.minutes.setText(f"{self.rungs.times[place]:g}" if chosen else "")

    def _on_minutes(self, text: str) -> None:
        if self.minutes.hasAcceptableInput():
            self.rungs.set_time(float(text))

    def _on_add(self) -> None:
        self.rungs.add(self.whom.currentData())

    def _on_save(self) -> None:
        again = float(self.repeat.text()) if self.repeat.hasAcceptableInput() else None
        given = {"level": self.level.currentData(), "rungs": self.rungs.rungs(), "repeat_min": again}
        if self.workbench.run("ladders.set", **given).ok:
            self.toast.good(self.tr("Saved."), self.tr("Undo"), self.workbench.undo)
