"""Why, or why not: how things stood with a rule at a moment, as a sentence with its figures, and how each condition
came to it. Asked for in a task, here or at the hub."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.tasks import Task
from desktop.views.rules.speaking import speaker
from desktop.views.rules.trace_chart import TraceChart
from desktop.views.rules.trying import Stretch, trace_of
from desktop.widgets.parts import column, label
from services.core.moments import milliseconds
from services.core.refused import Refused
from services.core.rule_conditions import leaves_of
from services.core.rule_document import Rule
from services.rules.trace import Trace

if TYPE_CHECKING:
    from desktop.workbench import Workbench

LEAST_BEFORE, AFTER = timedelta(hours=1), timedelta(minutes=20)
MOST_BEFORE = timedelta(days=30)
TIMES = ("for_s", "within_s", "over_s")


class TraceView(QWidget):
    """About one rule, thing and moment. `says` is the sentence; empty with `quiet`, where it stands elsewhere."""

    def __init__(self, workbench: "Workbench", rule: Rule, key: str, at: datetime, *, quiet: bool = False) -> None:
        super().__init__()
        self.workbench, self.rule, self.at, self.quiet = workbench, rule, at, quiet
        self.trace: Trace | None = None
        self.setObjectName("traceView")
        self.says = label(self.tr("Asking…"), "caption", "traceSays", wrap=True, copy=not quiet)
        self.chart = TraceChart()
        self.chart.hide()
        self.setLayout(column(self.says, self.chart, gap=4))
        stretch = around(rule, at, workbench.now())

        def work(task: Task) -> Trace | None:
            return trace_of(workbench, rule, key, stretch, task)

        workbench.tasks.run(work, self._on_come, self._on_failed, lambda _: None)

    def _on_come(self, trace: Trace | None) -> None:
        if trace is None:
            return
        self.trace = trace
        at, speaks = milliseconds(self.at), speaker(self.workbench)
        leaves = leaves_of(self.rule.when)
        self.chart.show_trace(trace, at, leaves, [speaks.condition(leaf) for leaf in leaves])
        self.chart.show()
        self.says.setText("" if self.quiet else speaks.why(self.rule, trace.firing(at)))
        self.says.setVisible(not self.quiet)

    def _on_failed(self, error: Exception) -> None:
        refused = error if isinstance(error, Refused) else Refused("hub_unreachable")
        self.says.setText(words.refusal(refused))


def around(rule: Rule, at: datetime, now: datetime) -> Stretch:
    """The stretch to look at for a moment: long enough for what the conditions wait for."""
    waits = [getattr(leaf, name, 0.0) or 0.0 for leaf in leaves_of(rule.when) for name in TIMES]
    before = min(max(LEAST_BEFORE, timedelta(seconds=1.5 * max(waits, default=0.0))), MOST_BEFORE)
    return Stretch(at - before, min(max(at + AFTER, at + before / 4), now) if now > at else at + AFTER)
