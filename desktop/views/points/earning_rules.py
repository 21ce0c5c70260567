"""The rules by which points are earned: each a sentence with its figure, a switch of its own, and what it gave."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from desktop import words
from desktop.widgets.parts import column, label, literal, row
from services.core.points_rules import EARNING_RULES, EarningRule, PointsRules
from services.store.queries.points import Given

MOST, FIGURE_WIDE, UNDER_SWITCH = 10_000, 64, 26


class EarningRules(QWidget):
    """`given` is what each rule gave lately, by rule."""

    def __init__(self, rules: PointsRules, given: Mapping[EarningRule, Given]) -> None:
        super().__init__()
        self._switches: dict[EarningRule, QCheckBox] = {}
        self._lines: dict[EarningRule, QLineEdit] = {}
        self.setLayout(column(*(self._rule(rules, rule, given.get(rule)) for rule in EARNING_RULES), gap=12))

    def _rule(self, rules: PointsRules, rule: EarningRule, given: Given | None) -> QWidget:
        said = words.say(f"field.points_rules.{rule}")
        switch = self._switches[rule] = QCheckBox(literal(said))
        switch.setObjectName(f"earns-{rule}")
        switch.setChecked(rule not in rules.rules_off)
        figure = self._lines[rule] = QLineEdit(str(getattr(rules, rule)))
        figure.setObjectName("points" + "".join(part.capitalize() for part in rule.split("_")))
        figure.setAccessibleName(said)
        figure.setValidator(QIntValidator(0, MOST, figure))
        figure.setFixedWidth(FIGURE_WIDE)
        figure.setEnabled(switch.isChecked())
        switch.toggled.connect(figure.setEnabled)
        before, after = words.say(f"earns.{rule}", points="\n").split("\n")
        sentence = column(
            label(before.strip(), "muted", wrap=True), row(figure, label(after.strip(), "muted", wrap=True))
        )
        sentence.addWidget(label(self._gave(given), "caption", wrap=True))
        sentence.setContentsMargins(UNDER_SWITCH, 0, 0, 0)
        part = QWidget()
        part.setLayout(column(switch, sentence, gap=2))
        return part

    def _gave(self, given: Given | None) -> str:
        if given is None:
            return self.tr("Nothing in the last 30 days")
        points = self.tr("%n points", "", given.points)
        return self.tr("{times} times in the last 30 days: {points}").format(times=f"{given.times:,}", points=points)

    def values(self) -> dict[str, Any]:
        """All figures that are filled in, and which rules are off."""
        given: dict[str, Any] = {rule: int(text) for rule, line in self._lines.items() if (text := line.text().strip())}
        off = [rule for rule, switch in self._switches.items() if not switch.isChecked()]
        return {**given, "rules_off": off}
