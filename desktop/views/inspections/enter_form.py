"""What somebody without a phone found, written down at the desk: who, when, and an answer to each item of the form."""

from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.form import Form
from desktop.widgets.item_answer import AnswerItems, ExtraFields
from desktop.widgets.moment import moment_field, moment_of, shown_moment
from desktop.widgets.parts import column, label
from services.core.checklists import ChecklistVersion
from services.core.shape import utc_text
from services.store.queries.check_in import Form as Asked


class EnterForm(QWidget):
    """`asked` is the form of the inspection, `fields` that of the plant's extra fields, `at` the moment that is
    proposed."""

    def __init__(
        self,
        asked: Asked,
        people: list[tuple[str, str]],
        person: str,
        at: datetime,
        fields: ChecklistVersion | None = None,
    ) -> None:
        super().__init__()
        self._asked = asked
        who = words.say("field.inspection.by")
        self._who = Choice("enterPerson", who)
        self._who.offer(people, person)
        self._note = Form("inspections.enter", "enter", "inspection", only=("note",))
        said = words.say("field.inspection.at")
        self._at = moment_field("enterAt", said)
        self._at.setDateTime(shown_moment(at))
        self._answers = AnswerItems(asked.items)
        self._fields = ExtraFields(fields) if fields else None
        layout = column(label(said, "caption"), self._at, label(who, "caption"), self._who, self._note, gap=6)
        layout.addWidget(self._answers)
        if self._fields is not None:
            layout.addWidget(label(words.say("field.inspection.extra"), "head"))
            layout.addWidget(self._fields)
        self.setLayout(layout)

    def begin(self) -> None:
        """The keyboard goes to the first field."""
        self._at.setFocus()

    def missing(self) -> str | None:
        """What is still to be filled in."""
        return self._answers.missing() or (self._fields.missing() if self._fields else None)

    def fails(self) -> int:
        """How many items are answered with a fail."""
        return self._answers.fails()

    def values(self) -> dict[str, Any]:
        """The operation's arguments."""
        form = {"form": self._asked.version} if self._asked.version else {}
        results = self._answers.results(keyed=bool(form))
        more = self._fields.values() if self._fields else {}
        given = {"person": self._who.currentData(), **self._note.values(), **more}
        return {**given, "at": utc_text(moment_of(self._at.dateTime())), "results": results, **form}
