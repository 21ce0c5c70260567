"""What can be set for one item: its text, how it is answered, what is a fail, and what a fail opens."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desktop import words
from desktop.views.checklists.wording import kind_name
from desktop.widgets.categories import category_options
from desktop.widgets.choice import Choice
from desktop.widgets.figures import takes_figures
from desktop.widgets.parts import button, column, emptied, label, row
from services.core.checklists import FIELD_KINDS, MOST_CHOICES, CheckItem, ItemKind

if TYPE_CHECKING:
    from desktop.workbench import Workbench

WIDE = 264
FIGURES = ("number", "sensor")
MOST_FIGURE = 1e9


class ItemForm(QWidget):
    """`changed` carries values of CheckItem by name; `doubled` and `removed` when the item is to be so."""

    changed = Signal(dict)
    doubled = Signal()
    removed = Signal()

    def __init__(self, workbench: "Workbench") -> None:
        super().__init__()
        self.workbench = workbench
        self.item: CheckItem | None = None
        self.of_fields = False  # whether it is the plant's own field that is asked, which nothing fails by
        self.setFixedWidth(WIDE)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(4)
        self.setLayout(self._body)

    def show_item(self, item: CheckItem | None) -> None:
        """The fields of this item; what is being typed into them stays."""
        known = self.item
        self.item = item
        if known is None or item is None or known.key != item.key or not self._typed(known, item):
            self._build(item)

    def begin(self) -> None:
        """The keyboard goes to the text, which is chosen whole."""
        self.text.setFocus()
        self.text.selectAll()

    def _typed(self, known: CheckItem, item: CheckItem) -> bool:
        """Whether the fields show this item already, as the change came from them."""
        same_parts = (known.kind, len(known.choices)) == (item.kind, len(item.choices))
        return same_parts and self._shown() == item

    def _shown(self) -> CheckItem | None:
        return replace(self.item, **self._values()) if self.item else None

    def _build(self, item: CheckItem | None) -> None:
        emptied(self._body)
        if item is None:
            told = self.tr("Choose an item of the list to set what it asks.")
            self._body.addWidget(label(told, "muted", "noItem", wrap=True))
            self._body.addStretch(1)
            return
        self._body.addWidget(label(self.tr("This item"), "head"))
        self.text = self._line("itemText", words.say("field.check_item.text"), item.text, 120)
        self.kind = self._choice(
            "itemKind",
            words.say("field.check_item.kind"),
            [(kind_name(one), one) for one in (FIELD_KINDS if self.of_fields else get_args(ItemKind))],
            item.kind,
        )
        self.hint = self._line("itemHint", words.say("field.check_item.hint"), item.hint, 200)
        self._of_kind(item)
        self.required = QCheckBox(self.tr("Must be answered"))
        self.required.setObjectName("itemRequired")
        self.required.setChecked(item.required)
        self.required.clicked.connect(self._on_typed)
        self._body.addSpacing(4)
        self._body.addWidget(self.required)
        self.hazard: Choice | None = None
        if not self.of_fields:
            hazards = [(self.tr("No hazard"), ""), *category_options(self.workbench, item.hazard or "")]
            self.hazard = self._choice("itemHazard", self.tr("A fail opens a hazard of"), hazards, item.hazard or "")
        acts = row(
            button(self.tr("Copy"), "doubleItem", self.doubled.emit),
            button(self.tr("Remove"), "removeItem", self.removed.emit),
            None,
        )
        self._body.addSpacing(8)
        self._body.addLayout(acts)
        self._body.addStretch(1)

    def _of_kind(self, item: CheckItem) -> None:
        self._figures: dict[str, QLineEdit] = {}
        self._options: list[tuple[QLineEdit, QCheckBox]] = []
        self.sensor: Choice | None = None
        if item.kind in FIGURES:
            self._of_figure(item)
        if item.kind == "choice":
            self._of_choice(item)

    def _of_figure(self, item: CheckItem) -> None:
        parts = []
        for name in ("low", "high", "unit"):
            value = getattr(item, name)
            said = words.say(f"field.check_item.{name}")
            line = QLineEdit(value if name == "unit" else "" if value is None else f"{value:g}")
            line.setObjectName(f"item{name.capitalize()}")
            line.setAccessibleName(said)
            line.setMaxLength(20)
            if name != "unit":
                takes_figures(line, -MOST_FIGURE, MOST_FIGURE, 6)
            line.textEdited.connect(self._on_typed)
            self._figures[name] = line
            parts.append(column(label(said, "caption"), line, gap=2))
        self._body.addSpacing(4)
        self._body.addLayout(row(*parts, gap=8))
        if item.kind == "sensor":
            sensors = [one for one in self.workbench.ask(lambda look: look.find("sensor")) if one.retired_at is None]
            named = sorted((f"{one.code} {one.name}", one.id) for one in sensors)
            offered = [(self.tr("The one at the place with this unit"), ""), *named]
            self.sensor = self._choice("itemSensor", words.say("field.check_item.sensor"), offered, item.sensor or "")

    def _of_choice(self, item: CheckItem) -> None:
        self._body.addSpacing(4)
        self._body.addLayout(row(label(self.tr("Answers"), "caption"), None, label(self.tr("is a fail"), "caption")))
        for place, one in enumerate(item.choices):
            line, bad = QLineEdit(one), QCheckBox()
            line.setObjectName(f"choice{place}")
            line.setAccessibleName(self.tr("Answer {n}").format(n=place + 1))
            line.setMaxLength(40)
            line.textEdited.connect(self._on_typed)
            bad.setObjectName(f"bad{place}")
            bad.setAccessibleName(self.tr("Answer {n} is a fail").format(n=place + 1))
            bad.setChecked(one in item.bad and bool(one))
            bad.clicked.connect(self._on_typed)
            away = button("✕", f"dropChoice{place}", self._on_drop, "link")
            away.setAccessibleName(self.tr("Remove answer {n}").format(n=place + 1))
            away.setProperty("at", place)
            away.setEnabled(len(item.choices) > 2)
            self._options.append((line, bad))
            self._body.addLayout(row(line, bad, away, gap=6))
        more = button(self.tr("One more answer"), "addChoice", self._on_more, "link")
        more.setEnabled(len(item.choices) < MOST_CHOICES)
        self._body.addLayout(row(more, None))

    def _line(self, name: str, said: str, text: str, most: int) -> QLineEdit:
        made = QLineEdit(text)
        made.setObjectName(name)
        made.setAccessibleName(said)
        made.setMaxLength(most)
        made.setCursorPosition(0)  # a long text shows its beginning
        made.textEdited.connect(self._on_typed)
        self._add(said, made)
        return made

    def _choice(self, name: str, said: str, options: list[tuple[str, str]], chosen: str) -> Choice:
        made = Choice(name, said)
        made.offer(options, chosen)
        made.activated.connect(self._on_typed)
        self._add(said, made)
        return made

    def _add(self, said: str, part: QWidget) -> None:
        self._body.addSpacing(4)
        self._body.addWidget(label(said, "caption"))
        self._body.addWidget(part)

    def _values(self) -> dict[str, Any]:
        """What stands in the fields."""
        values: dict[str, Any] = {
            "text": self.text.text(),
            "kind": self.kind.currentData(),
            "hint": self.hint.text(),
            "required": self.required.isChecked(),
            "hazard": self.hazard.currentData() or None if self.hazard is not None else None,
        }
        for name, line in self._figures.items():
            values[name] = line.text().strip() if name == "unit" else _figure(line.text())
        if self.sensor is not None:
            values["sensor"] = self.sensor.currentData() or None
        if self._options:
            values["choices"] = tuple(line.text() for line, _ in self._options)
            values["bad"] = tuple(line.text() for line, bad in self._options if bad.isChecked() and line.text())
        return values

    def _on_typed(self) -> None:
        if self.item is None:
            return
        values = {name: value for name, value in self._values().items() if value != getattr(self.item, name)}
        if "kind" in values:
            of_choice = values["kind"] == "choice"
            values |= {"choices": ("", "") if of_choice else (), "bad": (), "sensor": None}
            if values["kind"] not in FIGURES:
                values |= {"low": None, "high": None, "unit": ""}
        if values:
            self.changed.emit(values)

    def _on_more(self) -> None:
        if self.item is not None:
            self.changed.emit({"choices": (*self.item.choices, "")})

    def _on_drop(self) -> None:
        sender = self.sender()
        if self.item is not None and sender is not None:
            at = int(sender.property("at"))
            left = (*self.item.choices[:at], *self.item.choices[at + 1 :])
            self.changed.emit({"choices": left, "bad": tuple(one for one in self.item.bad if one in left)})


def _figure(text: str) -> float | None:
    try:
        return float(text.strip().replace(",", ".").replace("，", "."))
    except ValueError:
        return None
