"""A form made from an operation's own schema: a field for each argument, by its type, its choices and its bounds.

Fields are called by the words `field.<record>.<argument>`, and named `<prefix><Argument>` for tests and scripts.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.figures import takes_figures
from desktop.widgets.moment import moment_field, moment_of, shown_moment
from desktop.widgets.parts import column, label, literal, row
from services.core.operation import known_kind
from services.core.shape import utc_text

Options = Sequence[tuple[str, str]]
NUMBER_WIDTH = 72
ZONE_CLASSES = "ABCD"
A_DAY = "2026-12-31"  # how a day is written
LONG, LONG_HIGH = 1000, 62  # texts that may be so long have several lines


class Form(QWidget):
    """`entered` when Enter is pressed in a line, `changed` when anything is filled in or chosen. `choices` holds, by
    argument, what can be chosen as (text, value); `words_of` names the record whose field words and value words are
    used."""

    entered = Signal()
    changed = Signal()

    def __init__(
        self,
        kind: str,
        prefix: str,
        words_of: str,
        *,
        only: Sequence[str] = (),
        values: Mapping[str, Any] | None = None,
        choices: Mapping[str, Options] | None = None,
    ) -> None:
        super().__init__()
        schema = known_kind(kind).schema()
        self.required = set(schema["required"])
        self._read: dict[str, Callable[[], Any]] = {}
        self._said: dict[str, str] = {}
        self._prefix, self._words_of, self._choices = prefix, words_of, choices or {}
        layout = column(gap=4)
        for name in only or tuple(schema["properties"]):
            self._add(layout, name, schema["properties"][name], (values or {}).get(name))
        self.setLayout(layout)

    @property
    def count(self) -> int:
        """How many fields there are."""
        return len(self._read)

    def values(self) -> dict[str, Any]:
        """What has been filled in, as the operation takes it; empty fields are left out."""
        read = {name: read() for name, read in self._read.items()}
        return {name: value for name, value in read.items() if value not in (None, "")}

    def begin(self) -> None:
        """The keyboard goes to the first line."""
        first = self.findChild(QLineEdit)
        if first is not None:
            first.setFocus()

    def missing(self) -> str | None:
        """What the first required field that is empty is called; None when nothing is missing."""
        return next(iter(self.lacking()), None)

    def lacking(self) -> tuple[str, ...]:
        """What the required fields that are empty are called."""
        found = self.values()
        return tuple(said for name, said in self._said.items() if name in self.required and name not in found)

    def _add(self, layout: Any, name: str, schema: dict[str, Any], value: Any) -> None:
        said = words.say(f"field.{self._words_of}.{name}")
        self._said[name] = said
        if layout.count():
            layout.addSpacing(6)
        if schema["type"] == "boolean":
            layout.addWidget(self._yes_or_no(name, value, said))
            return
        layout.addWidget(label(said, "caption"))
        part = self._part(name, schema, value, said)
        if isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)

    def _part(self, name: str, schema: dict[str, Any], value: Any, said: str) -> Any:
        if name in self._choices:
            return self._choice(name, value, said)
        kind = schema["type"][0] if isinstance(schema["type"], list) else schema["type"]
        if kind == "array":
            items = schema["items"]
            return self._ticks(name, items["enum"], value) if "enum" in items else self._numbers(name, items, value)
        if schema.get("format") == "date-time":
            return self._moment(name, value, said)
        if kind == "string" and schema.get("maxLength", 0) >= LONG:
            return self._text(name, schema, value, said)
        line = self._line(name, schema, kind, value, said)
        self._read[name] = lambda: _value(line.text(), kind)
        return line

    def _yes_or_no(self, name: str, value: Any, said: str) -> QCheckBox:
        made = QCheckBox(literal(said))
        made.setObjectName(self._name(name))
        made.setChecked(bool(value))
        made.toggled.connect(self.changed)
        self._read[name] = made.isChecked
        return made

    def _text(self, name: str, schema: dict[str, Any], value: Any, said: str) -> QPlainTextEdit:
        """Of several lines; no more of it is taken than may be."""
        made = QPlainTextEdit(str(value or ""))
        made.setObjectName(self._name(name))
        made.setAccessibleName(said)
        made.setFixedHeight(LONG_HIGH)
        made.setTabChangesFocus(True)
        made.textChanged.connect(self.changed)
        self._read[name] = lambda: made.toPlainText().strip()[: schema["maxLength"]]
        return made

    def _moment(self, name: str, value: Any, said: str) -> QDateTimeEdit:
        made = moment_field(self._name(name), said)
        if value is not None:
            at = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
            made.setDateTime(shown_moment(at))
        made.dateTimeChanged.connect(self.changed)
        self._read[name] = lambda: utc_text(moment_of(made.dateTime()))
        return made

    def _name(self, name: str) -> str:
        first, *rest = name.split("_")
        start = self._prefix + first.capitalize() if self._prefix else first
        return start + "".join(part.capitalize() for part in rest)

    def _choice(self, name: str, value: Any, said: str) -> Choice:
        made = Choice(self._name(name), said)
        made.offer(self._choices[name], value)
        made.currentIndexChanged.connect(self.changed)
        self._read[name] = made.currentData
        return made

    def _line(self, name: str, schema: dict[str, Any], kind: str, value: Any, said: str) -> QLineEdit:
        made = QLineEdit("" if value is None else _text(value))
        made.setCursorPosition(0)  # of what is longer than the field, the beginning is seen
        made.setObjectName(self._name(name))
        made.setAccessibleName(said)
        made.returnPressed.connect(self.entered)
        made.textChanged.connect(self.changed)
        if kind == "string":
            made.setMaxLength(schema.get("maxLength", 200))
            if schema.get("format") == "date":
                made.setPlaceholderText(self.tr("e.g. {day}").format(day=A_DAY))
        elif kind == "integer":
            made.setValidator(QIntValidator(int(schema["minimum"]), int(schema["maximum"]), made))
        else:
            takes_figures(made, schema["minimum"], schema["maximum"])
        return made

    def _ticks(self, name: str, options: Sequence[str], value: Any) -> Any:
        offered = self._choices.get(f"{name}[]") or [(option, option) for option in options]
        boxes = []
        layout = QGridLayout()
        layout.setVerticalSpacing(0)
        for place, (text, option) in enumerate(offered):
            tick = QCheckBox(literal(text))
            tick.setObjectName(f"{name.removesuffix('s')}-{option}")
            tick.setChecked(option in (value or ()))
            layout.addWidget(tick, place // 2, place % 2)
            boxes.append((tick, option))
        self._read[name] = lambda: [option for tick, option in boxes if tick.isChecked()] or None
        return layout

    def _numbers(self, name: str, schema: dict[str, Any], value: Sequence[float]) -> QHBoxLayout:
        """One number for each zone class, A to D."""
        lines = []
        layout = row(gap=8)
        for letter, number in zip(ZONE_CLASSES, value, strict=True):
            line = self._line(f"{name}_{letter}", schema, "number", number, letter)
            line.setFixedWidth(NUMBER_WIDTH)
            layout.addWidget(label(letter, "muted"))
            layout.addWidget(line)
            lines.append(line)
        layout.addStretch(1)
        self._read[name] = lambda: _all([_value(line.text(), "number") for line in lines])
        return layout


def _all(values: list[Any]) -> list[Any] | None:
    return None if None in values else values


def _text(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _value(text: str, kind: str) -> Any:
    text = text.strip()
    if not text or kind == "string":
        return text or None
    try:
        return int(text) if kind == "integer" else float(text)
    except ValueError:
        return None
