"""The five requirements of a major hazard: who, what, how much, until when, and what if. All of them or none."""

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop import words
from desktop.language import language
from desktop.views.hazards.shown import name
from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, label, row
from services.core.fix_plans import FixPlan
from services.store.queries.people import person_rows

if TYPE_CHECKING:
    from desktop.workbench import Workbench

FIELDS = ("responsible", "measures", "funds", "due_at", "emergency", "interim")
WIDE, LACKS_HIGH = 600, 44  # two lines
USUAL_DAYS, USUAL_HOUR = 7, 17


class PlanDialog(QDialog):
    """`written` once the plan is kept. Open it with `open()`; it ends itself."""

    written = Signal()

    def __init__(self, workbench: "Workbench", hazard: str, plan: FixPlan | None, above: QWidget) -> None:
        super().__init__(above)
        self._workbench, self._hazard = workbench, hazard
        self.setObjectName("planDialog")
        self.setWindowTitle(self.tr("Five requirements of a major hazard"))
        self.setFixedWidth(WIDE)
        values = {one: getattr(plan, one) for one in FIELDS} if plan else {"due_at": self._usual_end()}
        people = [("–", ""), *((name(one.person), one.person.id) for one in workbench.ask(person_rows))]
        choices = {"responsible": people}
        self.form = Form("fix_plans.write", "plan", "fix_plan", only=FIELDS, values=values, choices=choices)
        self.form.changed.connect(self._on_changed)
        self._lacks = label("", "warning", "planLacks", wrap=True)
        self._lacks.setMinimumHeight(LACKS_HIGH)
        self._trouble = label("", "error", "planTrouble", wrap=True)
        self._trouble.hide()
        self._write = button(self.tr("Write it down"), "planWrite", self._on_write, "primary")
        foot = row(self._lacks, button(self.tr("Cancel"), "planCancel", self.reject), self._write)
        foot.setStretch(0, 1)
        says = self.tr("Fixing begins, and the fix can be approved, only once all of this is written down.")
        parts = label(self.windowTitle(), "section"), label(says, "muted", wrap=True), self.form, self._trouble, foot
        self.setLayout(column(*parts, gap=10, margins=(24, 20, 24, 20)))
        self.finished.connect(self.deleteLater)
        self._on_changed()

    def _usual_end(self) -> datetime:
        """In a week, at the end of the day's work."""
        day = words.local(self._workbench.now()).date() + timedelta(days=USUAL_DAYS)
        return datetime.combine(day, time(USUAL_HOUR), language.zone)

    def _on_changed(self) -> None:
        lacking = self.form.lacking()
        told = self.tr("Still lacking: {fields}").format(fields=words.listed(lacking)) if lacking else ""
        self._lacks.setText(told)
        self._write.setEnabled(not lacking)

    def _on_write(self) -> None:
        local = self._workbench.run("fix_plans.write", hazard=self._hazard, **self.form.values())
        if local.ok:
            self.accept()
            self.written.emit()
        elif local.refused:
            self._trouble.setText(words.refusal(local.refused))
            self._trouble.show()
