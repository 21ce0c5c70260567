"""What was wanted beside what is so now, field by field, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from desktop import words
from desktop.views.journal.values import shown
from desktop.widgets.parts import box, column, emptied, label, line, picture
from services.core.record import as_json
from services.store.queries.conflicts import UNIQUE, Conflict

# Arguments that stand in a record under another name, by operation.
PLACES = {
    "hazards.dispatch": {"person": "assignee"},
    "hazards.submit_fix": {"photos": "after", "note": "fix_note"},
    "hazards.report": {"photos": "before"},
    "hazards.return": {"reason": "return_reason"},
    "hazards.reject": {"reason": "reject_reason"},
}
STATES = {"hazard": "state", "person": "left_at"}  # what says that a thing is in use; of others, retired_at


@dataclass(frozen=True)
class Field:
    """One line; `sign` is overdue where the two cannot both be, pending where they differ, else empty. `key` is the
    argument that it is about."""

    name: str
    mine: str
    now: str
    sign: str = ""
    key: str = ""


def fields_of(one: Conflict, names: Mapping[str, str]) -> tuple[Field, ...]:
    """What was wanted, and what the thing says now; of a new thing whose name is taken, what has it."""
    present = as_json(one.target if one.target is not None else one.holder) if one.target or one.holder else {}
    places = PLACES.get(one.row.kind, {})
    found = []
    for argument, value in one.row.args.items():
        if argument == one.thing:
            continue
        place = places.get(argument, argument)
        there = present.get(place)
        sign = _sign(one, argument, differs=one.target is not None and value != there)
        now = shown(place, there, names) if place in present else "–"
        if argument == UNIQUE.get(one.row.code) and one.target is not None:
            now = QCoreApplication.translate("Conflicts", "{now} (the other name is taken)").format(now=now)
        found.append(Field(_called(one, place), shown(argument, value, names), now, sign, argument))
    state = STATES.get(one.thing, "retired_at")
    if present.get(state):
        bad = one.row.code in ("wrong_state", "person_left") or one.row.code.endswith("_retired")
        found.append(Field(_called(one, state), "–", shown(state, present[state], names), "overdue" if bad else ""))
    return tuple(found)


def _sign(one: Conflict, argument: str, *, differs: bool) -> str:
    if argument == UNIQUE.get(one.row.code):
        return "overdue"
    return "pending" if differs else ""


def _called(one: Conflict, place: str) -> str:
    known = f"field.{one.thing}.{place}"
    return words.say(known) if words.known(known) else place


class FieldsTable(QWidget):
    """The small table of fields."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("fieldsTable")
        self._told: object = None
        self._grid = QGridLayout()
        self._grid.setContentsMargins(16, 4, 16, 16)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        for place in (2, 3):
            self._grid.setColumnStretch(place, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = box(column(box(self._grid, "card"), None), "page")
        scroll.setWidget(inner)
        head = label(self.tr("Field by field"), "head")
        scroll.setAccessibleName(head.text())
        head.setFixedHeight(28)
        whole = column(head, gap=0)
        whole.addWidget(scroll, 1)
        self.setLayout(whole)

    def show_fields(self, fields: tuple[Field, ...], heads: tuple[str, str]) -> None:
        """These lines, under these heads. What stands there already is left alone."""
        if (fields, heads) == self._told:
            return
        self._told = (fields, heads)
        emptied(self._grid)
        for place, head in enumerate(("", *heads), 1):
            made = label(head, "head")
            made.setFixedHeight(36)
            self._grid.addWidget(made, 0, place)
        for number, one in enumerate(fields):
            at = 2 * number + 1
            self._grid.addWidget(line(), at, 0, 1, 4)
            self._line(at + 1, one)

    def _line(self, at: int, one: Field) -> None:
        if one.sign:
            self._grid.addWidget(picture(one.sign, "sign", 12), at, 0)
        strong: dict[str, Any] = {"overdue": "error", "pending": "warning"}
        parts = (label(one.name, "muted"), label(one.mine, "", wrap=True), label(one.now, strong.get(one.sign, "")))
        for place, part in enumerate(parts, 1):
            part.setMinimumHeight(40)
            part.setWordWrap(place > 1)
            self._grid.addWidget(part, at, place)
