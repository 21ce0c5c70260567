"""An item of a form answered at the desk, and all items of one."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.figures import takes_figures
from desktop.widgets.form import A_DAY
from desktop.widgets.parts import column, label, line
from desktop.widgets.photo_tray import PhotoTray
from services.core.answers import is_day
from services.core.checklists import CheckItem, Items

if TYPE_CHECKING:
    from desktop.tasks import Tasks
    from services.core.answers import Result, Results
    from services.core.checklists import ChecklistVersion
    from services.photos.picture import CleanPhoto

OUTCOMES = ("pass", "fail", "not_applicable")
MOST_AT_ONCE, ROOM_HIGH = 4, 260
FIGURES, BY_PHONE, IN_WORDS = ("number", "sensor"), ("photo", "signature"), ("text", "date")


class ItemAnswer(QWidget):
    """One item with the way to answer it: pass or fail, a figure, a choice, words, a day, and photos where there are
    `tasks` to clean them. What is taken on a phone only does not apply here. `given` is what was answered before."""

    def __init__(
        self,
        number: int,
        item: CheckItem,
        given: "Result | None" = None,
        named: str = "answer",
        tasks: "Tasks | None" = None,
    ) -> None:
        super().__init__()
        self.item, name = item, f"{named}{number}"
        self.tray = PhotoTray(tasks, name) if tasks is not None and item.kind == "photo" else None
        self._kept = given.photos if given is not None else ()
        self._figure: QLineEdit | None = None
        self._words: QLineEdit | None = None
        self._choice: Choice | None = None
        layout = column(label(f"{number}. {item.text}", "", wrap=True), gap=4)
        if self.tray is not None:
            self._photos_field(self.tray, layout)
        elif item.kind in BY_PHONE:
            layout.addWidget(label(self.tr("Taken on a phone only: does not apply here."), "caption", wrap=True))
        elif item.kind in FIGURES:
            layout.addWidget(self._figure_field(name))
        elif item.kind in IN_WORDS:
            layout.addWidget(self._words_field(name))
        else:
            layout.addWidget(self._choice_field(name))
        self._note = QLineEdit()
        self._note.setObjectName(f"{name}Note")
        self._note.setMaxLength(200)
        self._note.setPlaceholderText(self.tr("What is wrong"))
        self._note.setAccessibleName(self._note.placeholderText())
        self._note.hide()
        layout.addWidget(self._note)
        self.setLayout(layout)
        if given is not None:
            self._answer(given)

    def _answer(self, given: "Result") -> None:
        if self._figure is not None and given.value is not None:
            self._figure.setText(f"{given.value:.10g}")
        if self._words is not None:
            self._words.setText(given.note)
        if self._choice is not None:
            chosen = given.choice if self.item.kind == "choice" else given.outcome
            self._choice.setCurrentIndex(max(0, self._choice.findData(chosen)))

    def _figure_field(self, name: str) -> QLineEdit:
        item = self.item
        self._figure = made = QLineEdit()
        takes_figures(made, -1e9, 1e9, decimals=4)
        made.setObjectName(name)
        made.setAccessibleName(item.text)
        limits = "–".join("" if one is None else f"{one:g}" for one in (item.low, item.high)) if item.has_limits else ""
        made.setPlaceholderText(" ".join(part for part in (limits, item.unit) if part))
        made.textChanged.connect(self._on_answered)
        return made

    def _words_field(self, name: str) -> QLineEdit:
        self._words = made = QLineEdit()
        made.setObjectName(name)
        made.setAccessibleName(self.item.text)
        made.setMaxLength(200)
        if self.item.kind == "date":
            made.setPlaceholderText(self.tr("e.g. {day}").format(day=A_DAY))
        return made

    def _photos_field(self, tray: PhotoTray, layout: QVBoxLayout) -> None:
        if self._kept:
            there = self.tr("%n photos are there. Those chosen now take their place.", "", len(self._kept))
            layout.addWidget(label(there, "caption", "answerKept", wrap=True))
        layout.addWidget(tray)

    def _choice_field(self, name: str) -> Choice:
        self._choice = made = Choice(name, self.item.text)
        options = [(self.tr("Not answered"), "")]
        if self.item.kind == "choice":
            options += [(one, one) for one in self.item.choices]
        else:
            options += [(words.say(f"value.outcome.{one}"), one) for one in OUTCOMES]
        made.offer(options, "")
        made.currentIndexChanged.connect(self._on_answered)
        return made

    def _on_answered(self) -> None:
        self._note.setVisible(self.failed())

    def _value(self) -> float | None:
        try:
            return float(self._figure.text()) if self._figure is not None else None
        except ValueError:
            return None

    def given(self) -> bool:
        """Whether there is an answer."""
        if self._choice is not None:
            return bool(self._choice.currentData())
        if self._words is not None:
            said = self._words.text().strip()
            return is_day(said) if self.item.kind == "date" else bool(said)
        if self.tray is not None:
            return bool(self.tray.photos or self._kept)
        return self.item.kind in BY_PHONE or self._value() is not None

    def lacks(self) -> bool:
        """Whether an answer is still needed, or what stands there is none."""
        typed = self._words is not None and bool(self._words.text().strip())
        return (self.item.required or typed) and not self.given()

    def failed(self) -> bool:
        """Whether the answer is a fail, as the item's limits judge it."""
        value = self._value()
        if value is not None:
            return self.item.has_limits and not self.item.within(value)
        chosen = self._choice.currentData() if self._choice is not None else ""
        return chosen in self.item.bad if self.item.kind == "choice" else chosen == "fail"

    def photos(self) -> list[str]:
        """The photos of the answer by their hashes: those that were chosen, else those of before."""
        return [one.sha256 for one in self.tray.photos] if self.tray and self.tray.photos else [*self._kept]

    def result(self, *, keyed: bool) -> dict[str, Any]:
        """The answer as the operation takes it."""
        made: dict[str, Any] = {"item": self.item.text, "outcome": "fail" if self.failed() else "pass"}
        if self.tray is not None:
            made["photos"] = self.photos()
        elif self.item.kind in BY_PHONE:
            made["outcome"] = "not_applicable"
        elif self._words is not None:
            made["note"] = self._words.text().strip()
        elif self._figure is not None:
            made["value"] = self._value()
        elif self._choice is not None and self.item.kind == "choice":
            made["choice"] = self._choice.currentData()
        elif self._choice is not None:
            made["outcome"] = self._choice.currentData()
        note = self._note.text().strip()
        return made | ({"key": self.item.key} if keyed else {}) | ({"note": note} if note and self.failed() else {})


class AnswerItems(QWidget):
    """Items one below the other, numbered; `given` are answers from before, which are found by their keys. `named` is
    what its fields are called by beside their numbers."""

    def __init__(
        self, items: Items, given: "Results" = (), named: str = "answer", tasks: "Tasks | None" = None
    ) -> None:
        super().__init__()
        before = {one.key: one for one in given}
        self.answers = [
            ItemAnswer(number, item, before.get(item.key), named, tasks) for number, item in enumerate(items, start=1)
        ]
        layout = column(gap=6)
        for one in self.answers:
            layout.addWidget(line())
            layout.addWidget(one)
        self.setLayout(layout)

    def missing(self) -> str | None:
        """What is still to be filled in."""
        return next((one.item.text for one in self.answers if one.lacks()), None)

    def fails(self) -> int:
        """How many items are answered with a fail."""
        return sum(one.failed() for one in self.answers)

    def results(self, *, keyed: bool = True) -> list[dict[str, Any]]:
        """The answers as an operation takes them."""
        return [one.result(keyed=keyed) for one in self.answers if one.given()]


class ExtraFields(AnswerItems):
    """The plant's own fields of a hazard or an inspection, as a version of their form asks them. In a dialog, `room` is
    to be shown: many of them scroll there. With `tasks` they take photos, which are to be kept (`chosen`)."""

    def __init__(self, form: "ChecklistVersion", given: "Results" = (), tasks: "Tasks | None" = None) -> None:
        super().__init__(form.items, given, "extra", tasks)
        self._trays = [one.tray for one in self.answers if one.tray is not None]
        self._takes_photos = tasks is not None
        self._form = form.id

    def room(self) -> QWidget:
        """The fields, or as much of them as a dialog has room for."""
        if len(self.answers) <= MOST_AT_ONCE:
            return self
        scroll = QScrollArea()
        scroll.setWidget(self)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(words.say("field.hazard.extra"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedHeight(ROOM_HIGH)
        return scroll

    def values(self) -> dict[str, Any]:
        """The operation's arguments."""
        photos = dict.fromkeys(sha for one in self.answers for sha in one.photos())
        return {"extra": self.results(), "extra_form": self._form} | (
            {"extra_photos": [*photos]} if self._takes_photos else {}
        )

    @property
    def busy(self) -> bool:
        """Whether a photo is still being cleaned."""
        return any(tray.busy for tray in self._trays)

    def chosen(self) -> "list[CleanPhoto]":
        """The photos that were chosen here."""
        return [photo for tray in self._trays for photo in tray.photos]
