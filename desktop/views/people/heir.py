"""Who takes over what somebody answers for who leaves: said beside the question whether they have left."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.parts import box, column, label
from services.core.handing_on import held_by
from services.store.queries.people import person_rows

if TYPE_CHECKING:
    from desktop.workbench import Workbench

KINDS = ("hazards", "zones", "teams", "departments", "plans")


class HeirPart(QWidget):
    """Empty where somebody answers for nothing."""

    def __init__(self, workbench: "Workbench", person: str) -> None:
        super().__init__()
        held = workbench.ask(held_by, person=person)
        self.choice = Choice("heir", self.tr("Open work goes to"))
        rows = [one.person for one in workbench.ask(person_rows) if one.person.here and one.id != person]
        named = [(f"{one.name} {one.employee_no or ''}".strip(), one.id) for one in rows]
        self.choice.offer([(self.tr("nobody: it stays with them"), ""), *named], "")
        counts = [(kind, getattr(held, kind)) for kind in KINDS]
        said = words.listed(words.say(f"directory.holds.{kind}", count=count) for kind, count in counts if count)
        parts = column(
            label(said, "", "heirHolds", wrap=True), label(self.tr("Open work goes to"), "caption"), self.choice
        )
        self.setLayout(column(box(parts, "")))
        self.setVisible(held.any)

    def chosen(self) -> str:
        """The id of who takes over; "" for nobody."""
        return str(self.choice.currentData() or "")
