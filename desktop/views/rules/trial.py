"""What a rule would have said of the past: how often, and the last times with their reasons. Tried meanwhile."""

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.views.rules.often import often
from desktop.views.rules.speaking import speaker
from desktop.widgets.parts import column, label
from services.core.moments import moment_of
from services.core.rule_document import Rule
from services.rules.joined import Firing
from services.store.queries.rules import tried

if TYPE_CHECKING:
    from desktop.workbench import Workbench

MOST_SHOWN = 8


class Trial(QWidget):
    """Begins at once."""

    def __init__(self, workbench: "Workbench", rule: Rule, past: timedelta) -> None:
        super().__init__()
        self.setObjectName("ruleTrial")
        self.workbench, self.tried_rule, self.past = workbench, rule, past
        self.said = label(self.tr("Trying…"), "", "trialSaid", wrap=True)
        self.rows = column(gap=8)
        self.setLayout(column(self.said, self.rows))
        now = workbench.now()
        workbench.ask_later(partial(tried, rule=rule, begins=now - past, ends=now), self._on_tried)

    def _on_tried(self, firings: list[Firing]) -> None:
        fired = [one for one in firings if one.event == "fired"]
        told = self.tr("It would have spoken %n times", "", len(fired))
        rate = often(len(fired), self.past)
        said = f"{told} · {rate}" if rate else told
        self.said.setText(said if fired else self.tr("It would not have spoken once."))
        speaks, now = speaker(self.workbench), self.workbench.now()
        for one in fired[: -MOST_SHOWN - 1 : -1]:
            when = label(f"{words.when(moment_of(one.at), now)} · {one.key}", "caption", wrap=True)
            self.rows.addLayout(column(when, label(speaks.why(self.tried_rule, one), "", wrap=True), gap=0))
