"""In the panel of a hazard: its grade, and the five requirements of a major one, or which of them lack."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QGridLayout

from desktop import words
from desktop.views.hazards.shown import Shown
from desktop.widgets.parts import box, button, column, label, row
from services.core.fix_plans import FixPlan

translate = QCoreApplication.translate
FIELDS = ("responsible", "measures", "funds", "due_at", "emergency", "interim")


def lacking() -> str:
    """What a plan that is not there lacks: all of it, by name."""
    return words.listed(words.say(f"field.fix_plan.{one}") for one in FIELDS)


def major_part(one: Shown, who: str, now: datetime, write: Callable[[], object] | None) -> QFrame:
    """A card. `who` is the responsible person's name; `write` opens the form, for those who may."""
    plan = one.row.plan
    head = label(translate("MajorPart", "Major hazard · five requirements"), "head")
    parts = column(head, gap=8, margins=(12, 10, 12, 10))
    if plan is None:
        text = translate("MajorPart", "Still lacking: {fields}. Nothing is fixed or approved before.")
        parts.addWidget(label(text.format(fields=lacking()), "warning", "planLacking", wrap=True))
    else:
        parts.addLayout(_facts(plan, who, now))
    if write is not None and one.hazard.open:
        text = translate("MajorPart", "Write them down…") if plan is None else translate("MajorPart", "Change…")
        made = button(text, "panelPlan", write, "primary" if plan is None else "", "edit")
        parts.addLayout(row(made, None))
    return box(parts, "card-yellow" if plan is None else "card", "majorPart")


def _facts(plan: FixPlan, who: str, now: datetime) -> QGridLayout:
    said = {
        "responsible": who,
        "measures": plan.measures,
        "funds": f"{plan.funds:,.0f}",
        "due_at": words.when(plan.due_at, now),
        "emergency": plan.emergency,
        "interim": plan.interim,
    }
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for at, field in enumerate(FIELDS):
        grid.addWidget(label(words.say(f"field.fix_plan.{field}"), "muted"), at, 0)
        grid.addWidget(label(said[field], "", f"plan-{field}", wrap=True, copy=True), at, 1)
    return grid
