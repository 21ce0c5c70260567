"""In a hazard's panel: that it may be the same as another, what it was merged into, and what was merged into it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame

from desktop import words
from desktop.views.hazards.shown import called, number
from desktop.widgets.parts import box, button, column, label, row
from services.core.hazards import Hazard

translate = QCoreApplication.translate
Done = Callable[[], object]


def twin_part(twin: Hazard, compare: Done, differ: Done) -> QFrame:
    """It may be a second report of another."""
    text = translate("MergingPart", "Maybe the same as {number} '{what}': photos or words are alike, in the same zone.")
    told = label(_filled(text, twin), "warning", "panelTwin", wrap=True)
    made = button(translate("MergingPart", "Compare both…"), "panelMerge", compare, "", "review")
    other = button(translate("MergingPart", "Not the same"), "panelDiffer", differ)
    return box(column(told, row(made, other, None), gap=8, margins=(12, 10, 12, 10)), "card-yellow")


def merged_part(into: Hazard, open_: Done, part: Done | None) -> QFrame:
    """It ended in another; `part` parts them, for those who may."""
    told = label(_filled(translate("MergingPart", "Merged into {number} '{what}'."), into), "", "panelInto", wrap=True)
    buttons = row(button(translate("MergingPart", "Open that one"), "panelOpenInto", open_, "", "review"))
    if part is not None:
        buttons.addWidget(button(translate("MergingPart", "Separate again"), "panelPart", part))
    buttons.addStretch(1)
    return box(column(told, buttons, gap=8, margins=(12, 10, 12, 10)), "card")


def reports_part(merged: Sequence[Hazard]) -> QFrame:
    """What was merged into it."""
    head = label(translate("MergingPart", "Other reports of the same"), "head", "panelReports")
    lines = [label(_filled("{number} · {what}", one), "caption", wrap=True) for one in merged]
    return box(column(head, *lines, gap=4, margins=(12, 10, 12, 10)), "card")


def _filled(text: str, one: Hazard) -> str:
    return text.format(number=number(one), what=words.short(called(one), 30))
