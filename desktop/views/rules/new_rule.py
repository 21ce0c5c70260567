"""A new rule of a template: which one, its figures with what is usual, and the sentence that comes of them."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop import words
from desktop.views.rules.speaking import speaker
from desktop.widgets.choice import Choice
from desktop.widgets.parts import box, column, emptied, label
from services.core.refused import Refused
from services.core.rule_document import Rule
from services.rules.templates import TEMPLATES, new_rule

if TYPE_CHECKING:
    from desktop.workbench import Workbench


class NewRule(QWidget):
    """`rule` is what has been filled in; None while something is missing, which `wrong` then says."""

    def __init__(self, workbench: "Workbench") -> None:
        super().__init__()
        self.workbench, self.wrong = workbench, ""
        self.speaks = speaker(workbench)
        self.template = Choice("ruleTemplate", self.tr("Kind of rule"))
        self.template.offer([(words.say(f"rule.about.{name}"), name) for name in TEMPLATES], "missed-in-a-row")
        self.template.currentIndexChanged.connect(self._on_template)
        self.name = QLineEdit()
        self.name.setObjectName("ruleName")
        self.name.setMaxLength(80)
        self.name.setAccessibleName(words.say("field.rule.name"))
        self.fields = QVBoxLayout()
        self.fields.setSpacing(4)
        self.says = label("", "muted", "newRuleSays", wrap=True)
        name = column(label(words.say("field.rule.name"), "caption"), self.name, gap=4)
        kind = column(label(self.tr("Kind of rule"), "caption"), self.template, gap=4)
        card = box(column(self.says, margins=(12, 10, 12, 10)), "card")
        self.setLayout(column(kind, self.fields, name, card, gap=12))
        self._lines: dict[str, QLineEdit | Choice] = {}
        self._on_template()

    def rule(self) -> Rule | None:
        """The rule, if it is whole."""
        template = str(self.template.currentData())
        given = {name: _text(part) for name, part in self._lines.items() if _text(part)}
        try:
            named = self.name.text().strip() or words.say(f"rule.name.{template}", **given)
            return new_rule(template, given, named)
        except Refused as refused:
            self.wrong = words.refusal(refused)
            return None

    def _on_template(self) -> None:
        emptied(self.fields)
        self._lines = {}
        for name, blank in TEMPLATES[str(self.template.currentData())].blanks.items():
            said = words.say(f"rule.figure.{name}")
            part = self._part(name, said, blank.usual)
            part.setAccessibleName(said)
            self._lines[name] = part
            self.fields.addWidget(label(said, "caption"))
            self.fields.addWidget(part)
        self._on_typed()

    def _part(self, name: str, said: str, usual: str | None) -> QLineEdit | Choice:
        options = self._options(name)
        if options is not None:
            made = Choice(f"figure-{name}", said)
            made.offer([*([(self.tr("any"), "")] if usual == "" else []), *options], usual or "")
            made.currentIndexChanged.connect(self._on_typed)
            return made
        line = QLineEdit(usual or "")
        line.setObjectName(f"figure-{name}")
        line.setMaxLength(60)
        line.textChanged.connect(self._on_typed)
        return line

    def _options(self, name: str) -> list[tuple[str, str]] | None:
        """What can be chosen for a figure that names a thing of the plant."""
        if name == "sensor":
            sensors = self.workbench.ask(lambda look: look.find("sensor"))
            return sorted((f"{one.code} {one.name}", one.code) for one in sensors if one.retired_at is None)
        if name == "zone":
            zones = self.workbench.ask(lambda look: look.find("zone"))
            return sorted((one.name, one.name) for one in zones if one.retired_at is None)
        if name in ("until", "mode"):
            values = ("closed", "fixed") if name == "until" else ("ask", "simulate", "automatic")
            return [(words.say(f"rule.figure.{name}.{one}"), one) for one in values]
        return None

    def _on_typed(self) -> None:
        rule = self.rule()
        self.says.setText(self.speaks.rule(rule) if rule else self.wrong)


def _text(part: QLineEdit | Choice) -> str:
    return part.text().strip() if isinstance(part, QLineEdit) else str(part.currentData() or "")
