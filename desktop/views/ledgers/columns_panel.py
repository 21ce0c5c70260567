"""Beside the preview: which heading of the sheet is which field of the register."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop import words
from desktop.views.ledgers.cell_panel import WIDTH
from desktop.views.ledgers.shown import field_word
from desktop.widgets.choice import Choice
from desktop.widgets.parts import label
from desktop.widgets.side_panel import SidePanel
from services.imports.headings import FIELDS, NOT_USED, REQUIRED, ours
from services.imports.looked import Looked

MOST = 60


class ColumnsPanel(SidePanel):
    """`mapped` carries fields by heading (NOT_USED for what is left out) when one was chosen."""

    mapped = Signal(object)

    def __init__(self, *, remembered: bool) -> None:
        super().__init__("columnsPanel", WIDTH)
        self._remembered = remembered
        self._heads: Sequence[str] = ()
        self._choices: dict[str, Choice] = {}

    def show_columns(self, found: Looked) -> None:
        """The headings of a sheet, each with its field."""
        self._heads = [head for head in found.heads if not ours(head)][:MOST]
        self.start(self.tr("Columns"))
        lacking = [field_word(found.register, field) for field in found.lacking]
        if lacking:
            told = self.tr("Still needed: {fields}. Say which column has it.").format(fields=words.listed(lacking))
            self.body.addWidget(label(told, "error", "columnsLacking", wrap=True))
        elif self._remembered:
            told = self.tr("Kept for every workbook with the same headings.")
            self.body.addWidget(label(told, "muted", wrap=True))
        fields = {head: field for field, head in found.columns.items()}
        options = [(self.tr("not used"), NOT_USED)]
        for field in FIELDS[found.register]:
            needed = " *" if field in REQUIRED[found.register] else ""
            options.append((field_word(found.register, field) + needed, field))
        self._choices = {}
        for place, head in enumerate(self._heads):
            choice = Choice(f"column{place}", head)
            choice.offer(options, fields.get(head, NOT_USED))
            choice.activated.connect(self._on_chosen)
            self._choices[head] = choice
            self.body.addWidget(label(head, "caption"))
            self.body.addWidget(choice)
        self.end()

    def _on_chosen(self) -> None:
        """A field has one column: the one that was chosen last."""
        chosen = {head: str(choice.currentData() or NOT_USED) for head, choice in self._choices.items()}
        newest = next((head for head, choice in self._choices.items() if choice is self.sender()), "")
        for head, field in chosen.items():
            if head != newest and field and field == chosen.get(newest):
                chosen[head] = NOT_USED
        self.mapped.emit(chosen)
