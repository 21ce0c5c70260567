"""The map page: which floor, its colours now, why a zone has its colour; the way to import and to edit."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, QSettings, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QMenu, QMessageBox, QStackedWidget

from desktop.style.theme import theme
from desktop.style.tokens import PAGE_PADDING
from desktop.views.floor_plan.chips import Chips
from desktop.views.floor_plan.drawings import Drawings, Loaded
from desktop.views.floor_plan.edit_bar import EditBar
from desktop.views.floor_plan.edits import Edits
from desktop.views.floor_plan.facts import MapFacts, map_facts
from desktop.views.floor_plan.import_flow import ImportFlow, failure_words
from desktop.views.floor_plan.plan_view import PlanView
from desktop.views.floor_plan.shapes import Suggestion
from desktop.views.floor_plan.wording import floor_words
from desktop.views.floor_plan.zone_panel import ZonePanel
from desktop.views.floor_plan.zoom_bar import ZoomBar
from desktop.views.page import Page
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, button, column, label, line, row
from desktop.words import refusal
from services.core.geometry import Polygon, centre, contains
from services.core.refused import Refused
from services.core.zones import Zone

TICK_MS = 30_000


class MapPage(Page):
    """Arranges the view, the panel and the tools, and turns what they say into operations."""

    key, icon = "map", "map"
    kinds = frozenset({"zone", "hazard", "floor", "person", "team", "label", "plant", "blob"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Map")

    def build(self) -> None:
        self._facts: MapFacts | None = None
        self._floor = str(QSettings().value("map/floor") or "")
        self._shown_drawing: str | None = None
        self._editing = False
        self._all_suggestions: tuple[Suggestion, ...] = ()
        self._suggested_name = ""
        self.edits = Edits(self.workbench)
        self.drawings = Drawings(self.workbench, self.tasks, self)
        self.drawings.came.connect(self._on_drawing)
        self.drawings.failed.connect(self._on_failure)
        self.setAcceptDrops(True)
        self._build_tools()
        self._build_view()
        self._arrange()
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(self.look_again)
        self._ticker.start()
        self.workbench.sync_changed.connect(self.look_again)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def _build_tools(self) -> None:
        self.floors = QComboBox()
        self.floors.setObjectName("floorChooser")
        self.floors.setAccessibleName(self.tr("Floor"))
        self.floors.activated.connect(self._on_floor)
        self.chips = Chips()
        self.chips.pressed.connect(self._on_chip)
        self.import_button = button(self.tr("Import drawing"), "importDrawing", self.choose_file, "", "import")
        self.edit_button = button(self.tr("Edit zones"), "editZones", self._on_edit, "tool", "edit")
        self.edit_button.setCheckable(True)
        self.note = label("", "muted", "mapNote")
        self.bar = EditBar()
        self.bar.tool_wanted.connect(self._on_tool)
        self.bar.suggestions_wanted.connect(self._on_suggestions)
        self.bar.undo_wanted.connect(self._on_undo)

    def _build_view(self) -> None:
        self.view = PlanView()
        self.zoom_bar = ZoomBar(self.view)
        self.panel = ZonePanel()
        self.view.picked.connect(self._on_picked)
        self.view.drawn.connect(self._on_drawn)
        self.view.dropped.connect(self._on_dropped)
        self.view.reshaped.connect(self._on_reshaped)
        self.view.suggestion_taken.connect(self._on_suggestion)
        self.view.shape_refused.connect(self._on_shape_refused)
        self.view.menu_wanted.connect(self._on_menu)
        self.view.tool_wanted.connect(self._on_tool)
        self.panel.closed.connect(self._on_panel_closed)
        self.panel.saved.connect(self._on_saved)
        self.panel.given_up.connect(self._on_panel_closed)
        self.panel.changed.connect(self._on_value)
        self.panel.retire_wanted.connect(self._on_retire)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self.view)
        undo.setContext(Qt.ShortcutContext.WidgetShortcut)
        undo.activated.connect(self._on_undo)

    def _arrange(self) -> None:
        self.empty = EmptyState(
            "map",
            self.tr("No floor yet"),
            self.tr("Here stands the plan of your plant with its zones and their live status. Begin with a drawing of "
            "one floor: a DXF file from CAD, or drop it here."),
            self.tr("Import a drawing"),
            "importDrawing",
            self.choose_file,
        )  # fmt: skip
        self.flow = ImportFlow(self.workbench, self.tasks)
        self.flow.made.connect(self._on_made)
        self.flow.closed.connect(self._on_import_closed)
        self.flow.other_wanted.connect(self.choose_file)
        tools = row(self.bar, self.note, None, self.import_button, self.edit_button)
        tools.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, 12)
        self.tools = box(tools)
        self.head_box = box(self.head(self.floors, None, self.chips))
        self.stack = QStackedWidget()
        for part in (self.view, self.empty, self.flow):
            self.stack.addWidget(part)
        main = column(self.head_box, self.tools, line(), self.stack, gap=0)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(main, 1)
        whole.addWidget(self.panel)

    # what is shown

    def refresh(self) -> None:
        facts = map_facts(self.workbench, self._floor)
        self._facts = facts
        self._show_floors(facts)
        importing = self.stack.currentWidget() is self.flow
        if not importing:
            self.stack.setCurrentWidget(self.view if facts.floor else self.empty)
        for part in (self.tools, self.chips, self.floors):
            part.setVisible(facts.floor is not None and not importing)
        self._show_rights(facts)
        if facts.floor is None:
            return
        self._show_drawing(facts)
        self.view.show_zones(facts.map_zones())
        self.chips.show_counts(facts.counts())
        self._show_note(facts)
        self._show_suggestions()
        self._show_panel(facts)

    def _show_floors(self, facts: MapFacts) -> None:
        self._floor = facts.floor.id if facts.floor else ""
        wanted = [(floor_words(one.name, one.building), one.id) for one in facts.floors]
        have = [(self.floors.itemText(at), self.floors.itemData(at)) for at in range(self.floors.count())]
        if wanted != have:
            self.floors.clear()
            for text, id_ in wanted:
                self.floors.addItem(text, id_)
        self.floors.setCurrentIndex(self.floors.findData(self._floor))

    def _show_rights(self, facts: MapFacts) -> None:
        self.import_button.setVisible(facts.may_edit)
        self.edit_button.setVisible(facts.may_edit)
        self.bar.setVisible(self._editing)
        self.note.setVisible(not self._editing)

    def _show_drawing(self, facts: MapFacts) -> None:
        floor = facts.floor
        assert floor is not None
        loaded = self._loaded()
        shown = f"{floor.id} {floor.drawing if loaded else ''}"
        if shown != self._shown_drawing:
            self._shown_drawing = shown
            bounds = QRectF(0, 0, floor.width_m, floor.height_m)
            self.view.show_floor(loaded.underlay if loaded else None, bounds)
            if loaded:
                self.view.set_snapper(loaded.corners)
        said = self.tr("Floor plan of {floor}: {n} zones").format(floor=floor.name, n=len(facts.zones))
        self.view.setAccessibleName(said)

    def _show_note(self, facts: MapFacts) -> None:
        if facts.seen_at:
            self.note.setText(self.tr("The hub is out of reach: colours may be old."))
        elif not facts.zones and facts.may_edit:
            self.note.setText(self.tr("No zones yet: press “Edit zones” and draw them."))
        else:
            self.note.setText("")

    def _show_panel(self, facts: MapFacts) -> None:
        if self.panel.asks_for_new:
            return
        zone = facts.zones.get(self.view.selected)
        if zone is None:
            self._put_away()
        else:
            self.panel.show_zone(facts, zone, editing=self._editing)

    def _loaded(self) -> Loaded | None:
        floor = self._facts.floor if self._facts else None
        return self.drawings.get(floor.drawing) if floor and floor.drawing else None

    def _on_theme(self) -> None:
        self.view.set_dark(theme.name == "dark")

    def _on_drawing(self, _: str) -> None:
        self.look_again()

    def _on_failure(self, error: Exception) -> None:
        self.toast.bad(failure_words(error))

    def _on_floor(self) -> None:
        self._floor = str(self.floors.currentData() or "")
        QSettings().setValue("map/floor", self._floor)
        self.view.set_draft(None)
        self.view.select("")
        self._put_away()
        self._all_suggestions = ()
        self.bar.suggestions.setChecked(False)
        self.refresh()

    def _on_chip(self, status: str | None) -> None:
        self.view.set_highlight(status)

    # looking

    def _on_picked(self, zone: str) -> None:
        if self._facts is None:
            return
        if zone in self._facts.zones:
            self.panel.show_zone(self._facts, self._facts.zones[zone], editing=self._editing)
        else:
            self._put_away()

    def _on_panel_closed(self) -> None:
        self.view.set_draft(None)
        self.view.select("")
        self._put_away()
        self.view.setFocus()

    # editing

    def _on_edit(self) -> None:
        self._editing = self.edit_button.isChecked()
        self.edit_button.setText(self.tr("Done") if self._editing else self.tr("Edit zones"))
        self.view.set_draft(None)
        self._put_away()
        self.bar.suggestions.setChecked(False)
        self._on_tool("arrange" if self._editing else "browse")
        self.refresh()

    def _on_tool(self, tool: str) -> None:
        self.view.set_tool(tool)
        self.bar.mark(tool)
        self.view.setFocus()

    def _on_drawn(self, polygon: Polygon) -> None:
        if self._facts is not None:
            self.panel.ask_for(self._facts, polygon, self._suggested_name)
            self._suggested_name = ""

    def _on_dropped(self) -> None:
        self._put_away()

    def _put_away(self) -> None:
        self.panel.put_away(editing=self._editing and self.stack.currentWidget() is self.view)

    def _on_saved(self, values: dict[str, Any]) -> None:
        draft = self.view.draft
        if draft is None or not self._floor:
            return
        made = self.edits.draw(self._floor, draft, values)
        if made:
            self.view.set_draft(None)
            self._put_away()
            self._told(self.tr("Saved: {zone}").format(zone=values["name"]))
            self.view.setFocus()

    def _on_reshaped(self, zone: str, polygon: Polygon) -> None:
        found = self._zone(zone)
        if found is not None and self.edits.reshape(found, polygon):
            self._told(self.tr("Outline changed: {zone}").format(zone=found.name))
        self.refresh()

    def _on_value(self, field: str, value: str | None) -> None:
        found = self._zone(self.view.selected)
        if found is not None and not self.edits.set_value(found, field, value):
            self.refresh()

    def _on_undo(self) -> None:
        if self.edits.undo():
            self.toast.good(self.tr("Taken back."))

    def _told(self, what: str) -> None:
        self.toast.good(what, self.tr("Undo"), self._on_undo)

    def _on_shape_refused(self, refused: Refused) -> None:
        self.toast.bad(refusal(refused))

    def _zone(self, zone: str) -> Zone | None:
        facts = self._facts.zones.get(zone) if self._facts else None
        return facts.row.zone if facts else None

    def _on_menu(self, zone: str, at: QPoint) -> None:
        if not self._editing:
            self._on_picked(zone)
            return
        self._on_picked(zone)
        menu = QMenu(self)
        menu.setObjectName("zoneMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Retire zone…")).triggered.connect(self._on_retire)
        menu.popup(at)

    def _on_retire(self) -> None:
        found = self._zone(self.view.selected)
        if found is None:
            return
        asked = QMessageBox(self)
        asked.setObjectName("retireQuestion")
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.setText(self.tr("Retire “{zone}”?").format(zone=found.name))
        asked.setInformativeText(self.tr("It leaves the map and its labels stop working. What happened in it stays."))
        yes = asked.addButton(self.tr("Retire"), QMessageBox.ButtonRole.AcceptRole)
        yes.setObjectName("retireYes")
        asked.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        asked.setProperty("zone", found.id)
        asked.accepted.connect(self._on_retire_sure)
        asked.open()

    def _on_retire_sure(self) -> None:
        sender = self.sender()
        found = self._zone(str(sender.property("zone"))) if sender is not None else None
        if found is not None and self.edits.retire(found):
            self._on_panel_closed()

    # what the drawing suggests

    def _on_suggestions(self, wanted: bool) -> None:
        loaded = self._loaded()
        if wanted and loaded is not None:
            self._on_tool("arrange")
            self.drawings.suggest(loaded, self._on_suggested)
        else:
            self._all_suggestions = ()
            self._show_suggestions()

    def _on_suggested(self, found: tuple[Suggestion, ...]) -> None:
        if self.bar.suggestions.isChecked():
            self._all_suggestions = found
            self._show_suggestions()
            if not found:
                self.toast.bad(self.tr("The drawing has no closed outlines that look like zones."))

    def _show_suggestions(self) -> None:
        zones = [one.row.zone.polygon for one in self._facts.zones.values()] if self._facts else []
        self.view.show_suggestions(one for one in self._all_suggestions if not _taken(one.polygon, zones))

    def _on_suggestion(self, suggestion: Suggestion) -> None:
        self._suggested_name = suggestion.name
        self.view.finish(suggestion.polygon)

    # importing

    def choose_file(self) -> None:
        """Asks for a drawing."""
        dialog = QFileDialog(self, self.tr("Import a drawing"))
        dialog.setObjectName("drawingDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("CAD drawings (*.dxf *.DXF)"), self.tr("All files (*)")])
        dialog.setDirectory(str(QSettings().value("map/folder") or ""))
        dialog.fileSelected.connect(self.import_file)
        dialog.open()

    def import_file(self, path: str) -> None:
        """Reads a file and shows what it holds."""
        QSettings().setValue("map/folder", str(Path(path).parent))
        self._put_away()
        self.stack.setCurrentWidget(self.flow)
        self.flow.read(Path(path))
        self.refresh()

    def _on_made(self, floor: str) -> None:
        self._floor = floor
        QSettings().setValue("map/floor", floor)
        self._on_import_closed()
        self.toast.good(self.tr("The floor is there. Now draw its zones, or take them from the drawing."))

    def _on_import_closed(self) -> None:
        self.stack.setCurrentWidget(self.view)
        self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._facts is not None and self._facts.may_edit and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next((url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()), "")
        if path:
            event.acceptProposedAction()
            self.import_file(path)


def _taken(polygon: Polygon, zones: list[Polygon]) -> bool:
    """Whether a zone already lies where this outline does."""
    middle = centre(polygon)
    return any(contains(zone, middle) and contains(polygon, centre(zone)) for zone in zones)
