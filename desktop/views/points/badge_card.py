"""The figures of badges: how much of each makes the first step."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from desktop import words
from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, emptied, label, row
from services.core.badges import BADGES, STEPS, BadgeRules, badge_rules_of

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.refused import Refused


class BadgeCard(QFrame):
    """What is being changed stays until it is saved or has been changed elsewhere."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.setObjectName("badgeCard")
        self.setProperty("look", "card")
        self.workbench, self.toast = workbench, toast
        self._shown: BadgeRules | None = None
        self._layout = column(gap=8, margins=(16, 14, 16, 16))
        self.setLayout(self._layout)

    def refresh(self) -> None:
        """As it is now."""
        rules = self.workbench.ask(badge_rules_of)
        if rules != self._shown:
            self._shown = rules
            self._show(rules)

    def _show(self, rules: BadgeRules) -> None:
        emptied(self._layout)
        self._layout.addWidget(label(words.say("badges.title"), "section"))
        told = self.tr("How often for the first step; {second} times as often for the second, {third} for the third.")
        self._layout.addWidget(label(told.format(second=STEPS[1], third=STEPS[2]), "caption", wrap=True))
        values = {str(name): getattr(rules, name) for name in BADGES}
        may = self.workbench.may("badge_rules.set")
        self._form = Form("badge_rules.set", "badge", "badge_rules", only=BADGES, values=values)
        self._form.setEnabled(may)
        self._layout.addWidget(self._form)
        save = button(self.tr("Save"), "badgeSave", self._on_save)
        save.setEnabled(may)
        self._layout.addLayout(row(None, save))

    def _on_save(self) -> None:
        self.workbench.send("badge_rules.set", self._on_saved, **self._form.values())

    def _on_saved(self, refused: "Refused | None") -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("Saved."))
