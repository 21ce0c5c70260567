"""Who changed the rules of points, when, and from which figure to which: as the journal has it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.views.journal.sentences import who
from desktop.views.journal.values import field_changes
from desktop.widgets.parts import column, label
from services.core.points_rules import RULES
from services.store.queries.journal import EntryRow, entry_rows, names_of

if TYPE_CHECKING:
    from desktop.workbench import Workbench

MOST = 8


def history(workbench: "Workbench") -> Iterator[QWidget]:
    """A part for each change, the newest first."""
    names = workbench.ask(names_of)
    for entry in workbench.ask(entry_rows, most=MOST, kind="points_rules.set", record=RULES):
        if said := _said(entry, names):
            head = label(f"{words.when(entry.at, workbench.now())} · {who(entry)}", "caption")
            part = QWidget()
            part.setLayout(column(head, label(said, "", "rulesChange", wrap=True, copy=True), gap=0))
            yield part


def _said(entry: EntryRow, names: dict[str, str]) -> str:
    found = [one for change in entry.changes for one in field_changes(change, names)]
    return "\n".join(
        f"{one.name}  {one.before} → {one.after}" if one.before else f"{one.name}  {one.after}" for one in found
    )
