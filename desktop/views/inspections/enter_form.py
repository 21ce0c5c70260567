"""What somebody without a phone found, written down at the desk: who, when, and an answer to each item of the form."""

from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.figures import takes_figures
from desktop.widgets.form import Form
from desktop.widgets.moment import moment_field, moment_of, shown_moment
from desktop.widgets.parts import column, label, line
from services.core.checklists import CheckItem
from services.core.shape import utc_text
from services.store.queries.check_in import Form as Asked

OUTCOMES = ("pass", "fail", "not_applicable")
FIGURES, BY_PHONE = ("number", "sensor"), ("photo", "signature")


class EnterForm(QWidget):
    """`asked` is the form of the inspection, `at` the moment that is proposed."""

    def __init__(self, asked: Asked, people: list[tuple[str, str]], person: str, at: datetime) -> None:
        super().__init__()
        self._asked = asked
        who = words.say("field.inspection.by")
        self._who = Choice("enterPerson", who)
        self._who.offer(people, person)
        self._note = Form("inspections.enter", "enter", "inspection", only=("note",))
        said = words.say("field.inspection.at")
        self._at = moment_field("enterAt", said)
        self._at.setDateTime(shown_moment(at))
        self._answers = [ItemAnswer(number, item) for number, item in enumerate(asked.items, start=1)]
        layout = column(label(said, "caption"), self._at, label(who, "caption"), self._who, self._note, gap=6)
        for one in self._answers:
            layout.addWidget(line())
            layout.addWidget(one)
        self.setLayout(layout)

    def begin(self) -> None:
        """The keyboard goes to the first field."""
        self._at.setFocus()

    def missing(self) -> str | None:
        """What is still to be filled in."""
        return next((one.item.text for one in self._answers if one.lacks()), None)

    def fails(self) -> int:
        """How many items are answered with a fail."""
        return sum(one.failed() for one in self._answers)

    def values(self) -> dict[str, Any]:
        """The operation's arguments."""
        form = {"form": self._asked.version} if self._asked.version else {}
        results = [one.result(keyed=bool(form)) for one in self._answers if one.given()]
        given = {"person": self._who.currentData(), **self._note.values()}
        return {**given, "at": utc_text(moment_of(self._at.dateTime())), "results": results, **form}


class ItemAnswer(QWidget):
    """One item with the way to answer it: pass or fail, a figure, a choice. A photo and a signature, which are taken on
    a phone only, do not apply here."""

    def __init__(self, number: int, item: CheckItem) -> None:
        super().__init__()
        self.item, name = item, f"answer{number}"
        self._figure: QLineEdit | None = None
        self._choice: Choice | None = None
        layout = column(label(f"{number}. {item.text}", "", wrap=True), gap=4)
        if item.kind in BY_PHONE:
            layout.addWidget(label(self.tr("Taken on a phone only: does not apply here."), "caption", wrap=True))
        elif item.kind in FIGURES:
            layout.addWidget(self._figure_field(name))
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
        return self.item.kind in BY_PHONE or self._value() is not None

    def lacks(self) -> bool:
        """Whether an answer is still needed."""
        return self.item.required and not self.given()

    def failed(self) -> bool:
        """Whether the answer is a fail, as the item's limits judge it."""
        value = self._value()
        if value is not None:
            return self.item.has_limits and not self.item.within(value)
        chosen = self._choice.currentData() if self._choice is not None else ""
        return chosen in self.item.bad if self.item.kind == "choice" else chosen == "fail"

    def result(self, *, keyed: bool) -> dict[str, Any]:
        """The answer as the operation takes it."""
        made: dict[str, Any] = {"item": self.item.text, "outcome": "fail" if self.failed() else "pass"}
        if self.item.kind in BY_PHONE:
            made["outcome"] = "not_applicable"
        elif self._figure is not None:
            made["value"] = self._value()
        elif self._choice is not None and self.item.kind == "choice":
            made["choice"] = self._choice.currentData()
        elif self._choice is not None:
            made["outcome"] = self._choice.currentData()
        note = self._note.text().strip()
        return made | ({"key": self.item.key} if keyed else {}) | ({"note": note} if note and self.failed() else {})
