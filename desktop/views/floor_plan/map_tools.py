"""The map page's head and its row of tools: which floor, the counts, the buttons, and what is said beside them."""

from typing import NamedTuple

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from desktop.style.icons import icon
from desktop.style.tokens import PAGE_PADDING
from desktop.views.action import deed_button
from desktop.views.floor_plan.chips import Chips
from desktop.views.floor_plan.facts import MapFacts
from desktop.views.floor_plan.most_urgent import MostUrgent
from desktop.views.floor_plan.wording import floor_words
from desktop.widgets.parts import button, label, row

WIDEST_FLOOR = 280  # px: a longer name is cut rather than the window made wider


class Doing(NamedTuple):
    """What the page is about: a file being read, zones being changed, a moment of the past being shown; and whether
    the floor's drawing is there."""

    importing: bool
    editing: bool
    away: bool
    drawn: bool


class MapTools(QWidget):
    """The row of tools. The page puts `floors`, `manage`, `importing` and `chips` into its head, and connects all."""

    def __init__(self, edit_bar: QWidget, printing: QAction) -> None:
        super().__init__()
        self.floors = QComboBox()
        self.floors.setObjectName("floorChooser")
        self.floors.setAccessibleName(self.tr("Floor"))
        self.floors.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.floors.setMaximumWidth(WIDEST_FLOOR)
        self.manage = button(self.tr("Floors…"), "manageFloors", look="link")
        for whole in (self.floors, self.manage):
            whole.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.importing = label("", "muted", "importing")
        self.chips = Chips()
        self.edit_bar = edit_bar
        self.note = label("", "muted", "mapNote")
        self.urgent = MostUrgent()
        self.print_button = deed_button(printing, "tool")
        self.import_button = button(self.tr("Import drawing"), "importDrawing", picture="import")
        self.edit_button = button(self.tr("Edit plan"), "editZones", look="tool", picture="edit")
        self.edit_button.setCheckable(True)
        whole_row = row(edit_bar, self.note, self.urgent, None, self.print_button, self.import_button, self.edit_button)
        whole_row.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, 12)
        self.setLayout(whole_row)

    def show_floors(self, facts: MapFacts) -> None:
        """All floors, and which one is shown."""
        wanted = [(floor_words(one.name, one.building), one.id) for one in facts.floors]
        have = [(self.floors.itemText(at), self.floors.itemData(at)) for at in range(self.floors.count())]
        if wanted != have:
            self.floors.clear()
            for text, id_ in wanted:
                self.floors.addItem(text, id_)
        self.floors.setCurrentIndex(self.floors.findData(facts.floor.id if facts.floor else ""))

    def show_facts(self, facts: MapFacts, doing: Doing) -> None:
        """What there is to do now."""
        mapped = facts.floor is not None and not doing.importing
        for part in (self, self.chips, self.floors):
            part.setVisible(mapped)
        self.manage.setVisible(facts.may_edit and not doing.importing)
        self.importing.setVisible(doing.importing)
        self.import_button.setVisible(facts.may_edit and not doing.editing)
        self.print_button.setVisible(not doing.editing)  # the tools of the editor need the room
        self.edit_button.setVisible(facts.may_edit)
        self.edit_button.setEnabled(not doing.away)
        self.edit_bar.setVisible(doing.editing)
        self.urgent.show_facts(facts, wanted=not doing.editing)
        self.note.setText(self._note(facts, doing))
        self.note.setVisible(not doing.editing and bool(self.note.text()))
        self._show_edit_button(doing.editing, first=not facts.zones and not doing.editing)

    def _note(self, facts: MapFacts, doing: Doing) -> str:
        if facts.seen_at:
            return self.tr("The hub is out of reach: colours may be old.")
        if not facts.zones and facts.may_edit:
            return self.tr("No zones yet: draw them, or take them from the drawing.")
        if facts.floor and facts.floor.drawing and not doing.drawn:
            return self.tr("The drawing is on its way.")
        return ""

    def _show_edit_button(self, editing: bool, *, first: bool) -> None:
        """The one loud button of the page as long as there is no zone."""
        made, look = self.edit_button, "primary" if first else "tool"
        made.setText(self.tr("Done") if editing else self.tr("Edit plan"))
        if made.property("look") != look:
            made.setProperty("look", look)
            made.setIcon(icon("edit", "on_accent" if first else "text"))
            made.style().unpolish(made)
            made.style().polish(made)
