"""The map page: which floor, its colours now, why a zone has its colour; the way to import and to edit."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget

from desktop.style.icons import icon
from desktop.style.theme import theme
from desktop.style.tokens import PAGE_PADDING
from desktop.views.action import Action, deed_button
from desktop.views.floor_plan.chips import Chips
from desktop.views.floor_plan.colouring import Colouring
from desktop.views.floor_plan.drawings import Drawings, Loaded
from desktop.views.floor_plan.editing import Editing
from desktop.views.floor_plan.edits import Edits
from desktop.views.floor_plan.facts import MapFacts, map_facts
from desktop.views.floor_plan.finding import ZONES
from desktop.views.floor_plan.floating_bar import HEAD_ROOM
from desktop.views.floor_plan.import_flow import ImportFlow, failure_words
from desktop.views.floor_plan.most_urgent import MostUrgent
from desktop.views.floor_plan.offers import map_offers
from desktop.views.floor_plan.things_choice import ThingsChoice
from desktop.views.floor_plan.time_travel import TimeTravel
from desktop.views.floor_plan.wording import floor_words
from desktop.views.floor_plan.zoom_bar import ZoomBar
from desktop.views.page import Page
from desktop.views.palette.finder import Finder
from desktop.views.today.gauges import Gauges
from desktop.widgets.asking import ask_open
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, button, column, label, line, row
from services.core.zones import Floor

TICK_MS = 30_000
WIDEST_FLOOR = 280  # px: a longer name is cut rather than the window made wider
THINGS = ("equipment", "sensor", "door", "inspection", "inspection_plan")
RISKS = ("risk_point", "control_measure", "risk_scale")


class MapPage(Page):
    """Arranges the view, the panel and the tools; what they say becomes operations in editing.py."""

    key, icon = "map", "map"
    kinds = frozenset({"zone", "hazard", "floor", "person", "team", "label", "plant", "blob", *THINGS, *RISKS})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Map")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        return map_offers()

    @classmethod
    def finders(cls) -> tuple[Finder, ...]:
        return (ZONES,)

    def build(self) -> None:
        self._facts: MapFacts | None = None
        self._floor = str(QSettings().value("map/floor") or "")
        self.edits = Edits(self.workbench)
        self.drawings = Drawings(self.workbench, self.tasks, self)
        self.drawings.came.connect(self._on_drawing)
        self.drawings.failed.connect(self._on_failure)
        self.editing = Editing(self, self.edits, self.drawings, self.toast)
        self.view, self.panel = self.editing.view, self.editing.panel
        self.panel.report_wanted.connect(self.report_wanted)
        self.panel.record_wanted.connect(self.record_wanted)
        self.zoom_bar = ZoomBar(self.view)
        self.view.head_room = HEAD_ROOM
        self.time = TimeTravel(self.workbench, self.tasks, self)
        self.time.changed.connect(self.look_again)
        self.workbench.changed.connect(self.time.come)
        self.time.bar.compare.clicked.connect(self.show_compare)
        self.colouring = Colouring(self.zoom_bar)
        self.colouring.changed.connect(self._on_colouring)
        self.view.colour_by(self.colouring.by)
        self.things = ThingsChoice(self.colouring)
        self.things.changed.connect(self.view.set_symbols_shown)
        self.view.set_symbols_shown(self.things.kinds)
        self.gauges = Gauges(self.workbench, self)
        self.gauges.told.connect(self.look_again)
        self.panel.gauges = self.gauges
        self.setAcceptDrops(True)
        self._build_tools()
        self._build_stack()
        self._arrange()
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(self._on_tick)
        self._ticker.start()
        self.gauges.ask()
        self._hub = self.workbench.sync_state.hub
        self.workbench.sync_changed.connect(self._on_sync)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def _build_tools(self) -> None:
        self.floors = QComboBox()
        self.floors.setObjectName("floorChooser")
        self.floors.setAccessibleName(self.tr("Floor"))
        self.floors.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.floors.setMaximumWidth(WIDEST_FLOOR)
        self.floors.activated.connect(self._on_floor)
        self.manage = button(self.tr("Floors…"), "manageFloors", self._on_manage, "link")
        for whole in (self.floors, self.manage):
            whole.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.chips = Chips()
        self.chips.pressed.connect(self.view.set_highlight)
        self.import_button = button(self.tr("Import drawing"), "importDrawing", self.choose_file, "", "import")
        self.edit_button = button(self.tr("Edit plan"), "editZones", self._on_edit, "tool", "edit")
        self.edit_button.setCheckable(True)
        self.print_button = deed_button(self.deeds["printPlan"], "tool")
        self.note = label("", "muted", "mapNote")
        self.urgent = MostUrgent()
        self.urgent.wanted.connect(self.view.pick)

    def _build_stack(self) -> None:
        about = self.tr(
            "Here stands the plan of your plant with its zones and their live status. Begin with a drawing of one "
            + "floor: choose a DXF, SVG, PDF, PNG, JPEG or GeoJSON file, or drop it here."
        )
        action = self.tr("Import a drawing")
        self.empty = EmptyState("map", self.tr("No floor yet"), about, action, "importDrawing", self.choose_file)
        self.flow = ImportFlow(self.workbench, self.tasks)
        self.flow.made.connect(self._on_made)
        self.flow.closed.connect(self._on_import_closed)
        self.flow.other_wanted.connect(self.choose_file)
        self.flow.failed.connect(self._on_import_failed)
        self.stack = QStackedWidget()
        for part in (self.view, self.empty, self.flow):
            self.stack.addWidget(part)

    def _arrange(self) -> None:
        tools = row(
            self.editing.bar, self.note, self.urgent, None, self.print_button, self.import_button, self.edit_button
        )
        tools.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, 12)
        self.tools = box(tools)
        self.importing = label("", "muted", "importing")
        main = column(
            box(self.head(self.floors, self.manage, self.importing, None, self.chips)), self.tools, line(), gap=0
        )
        main.addWidget(self.stack, 1)
        main.addWidget(self.time.bar)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(main, 1)
        whole.addWidget(self.flow.panel)
        whole.addWidget(self.panel)
        whole.addWidget(self.editing.things.panel)

    # what is shown

    def refresh(self) -> None:
        self.time.look()
        facts = map_facts(self.time.source, self._floor)
        self._end_where_gone(facts)
        self._facts = facts
        if self.time.away and self.editing.on:
            self.edit_button.setChecked(False)
            self.editing.switch(False)
        self._show_floors(facts)
        if self.stack.currentWidget() is not self.flow:
            self.stack.setCurrentWidget(self.view if facts.floor else self.empty)
        self._show_tools(facts)
        if facts.floor is None:
            self._show_nothing(facts)
            return
        loaded = self._loaded()
        self._show_drawing(facts, loaded)
        self.view.show_zones(facts.map_zones(self.colouring.by))
        self.view.show_symbols(facts.map_symbols(self.gauges.hour.newest if self.gauges.hour else {}))
        self.chips.show_counts(facts.counts(self.colouring.by))
        if self.stack.currentWidget() is self.view:
            self.editing.show(facts, loaded)

    def show_record(self, kind: str, id_: str) -> None:
        zone = self.workbench.ask(lambda look: look.get("zone", id_))
        if zone is None:
            return
        if zone.floor != self._floor:
            self._floor = zone.floor
            QSettings().setValue("map/floor", zone.floor)
            self.editing.leave()
        self.refresh()
        self.view.pick(id_)

    def show_only(self, part: str) -> None:
        self.chips.bring(part)

    def _end_where_gone(self, facts: MapFacts) -> None:
        """The floor that is edited is used no more: what was being drawn must not come to lie on another one."""
        edited = self._facts.floor if self._facts and self.editing.on else None
        if edited is None or self._floor != edited.id or (facts.floor is not None and facts.floor.id == edited.id):
            return
        self.edit_button.setChecked(False)
        self.editing.leave()
        self.editing.switch(False)
        self.panel.put_away(editing=False)
        told = self.tr("“{floor}” is used no more, so editing it has ended. What was saved is kept.")
        self.toast.bad(told.format(floor=edited.name), keep="map")

    def _show_nothing(self, facts: MapFacts) -> None:
        """No floor yet, or none any more because its import was taken back."""
        if self.editing.on:
            self.edit_button.setChecked(False)
            self.editing.switch(False)
        self.panel.put_away(editing=False)
        for action in self.empty.findChildren(QPushButton):
            action.setVisible(facts.may_edit)

    def _show_floors(self, facts: MapFacts) -> None:
        if not self.time.away:
            self._floor = facts.floor.id if facts.floor else ""
        wanted = [(floor_words(one.name, one.building), one.id) for one in facts.floors]
        have = [(self.floors.itemText(at), self.floors.itemData(at)) for at in range(self.floors.count())]
        if wanted != have:
            self.floors.clear()
            for text, id_ in wanted:
                self.floors.addItem(text, id_)
        self.floors.setCurrentIndex(self.floors.findData(facts.floor.id if facts.floor else ""))

    def _show_tools(self, facts: MapFacts) -> None:
        mapped = facts.floor is not None and self.stack.currentWidget() is not self.flow
        editing = self.editing.on
        for part in (self.tools, self.chips, self.floors):
            part.setVisible(mapped)
        self.manage.setVisible(facts.may_edit and self.stack.currentWidget() is not self.flow)
        self.importing.setVisible(self.stack.currentWidget() is self.flow)
        self.import_button.setVisible(facts.may_edit and not editing)
        self.print_button.setVisible(not editing)  # the tools of the editor need the room
        self.edit_button.setVisible(facts.may_edit)
        self.edit_button.setEnabled(not self.time.away)
        self.time.bar.setVisible(self.stack.currentWidget() is not self.flow and (mapped or self.time.away))
        self.editing.bar.setVisible(editing)
        self.urgent.show_facts(facts, wanted=not editing)
        self.note.setText(self._note(facts))
        self.note.setVisible(not editing and bool(self.note.text()))
        self._show_edit_button(first=not facts.zones and not editing)

    def _show_edit_button(self, *, first: bool) -> None:
        """The one loud button of the page as long as there is no zone."""
        made, look = self.edit_button, "primary" if first else "tool"
        made.setText(self.tr("Done") if self.editing.on else self.tr("Edit plan"))
        if made.property("look") != look:
            made.setProperty("look", look)
            made.setIcon(icon("edit", "on_accent" if first else "text"))
            made.style().unpolish(made)
            made.style().polish(made)

    def _note(self, facts: MapFacts) -> str:
        if facts.seen_at:
            return self.tr("The hub is out of reach: colours may be old.")
        if not facts.zones and facts.may_edit:
            return self.tr("No zones yet: draw them, or take them from the drawing.")
        if facts.floor and facts.floor.drawing and not self._loaded():
            return self.tr("The drawing is on its way.")
        return ""

    def _show_drawing(self, facts: MapFacts, loaded: Loaded | None) -> None:
        floor = facts.floor
        assert floor is not None
        if self.view.show_drawing(floor, loaded) and loaded:
            self.view.alignment.magnet.drawing = loaded.corners
        said = self.tr("Floor plan of {floor}: {n} zones").format(floor=floor.name, n=len(facts.zones))
        self.view.setAccessibleName(said)

    def _loaded(self) -> Loaded | None:
        floor = self._facts.floor if self._facts else None
        return self.drawings.get(floor) if floor else None

    def _on_sync(self) -> None:
        """Colours are old while the hub is out of reach; what waits, and how much, is told by what has changed."""
        if self._hub != self.workbench.sync_state.hub:
            self._hub = self.workbench.sync_state.hub
            self.look_again()

    def _on_tick(self) -> None:
        if self.isVisible():
            self.gauges.ask()
        self.look_again()

    def _on_theme(self) -> None:
        self.view.set_dark(theme.name == "dark")
        self.look_again()

    def _on_drawing(self, _: str) -> None:
        self.look_again()

    def _on_failure(self, error: Exception) -> None:
        self.toast.bad(failure_words(error), keep="map")

    def _on_floor(self) -> None:
        self._floor = str(self.floors.currentData() or "")
        QSettings().setValue("map/floor", self._floor)
        self.editing.leave()
        self.editing.bar.suggestions.setChecked(False)
        self.refresh()

    def _on_manage(self) -> None:
        from desktop.views.floor_plan.floors_dialog import FloorsDialog

        dialog = FloorsDialog(self.workbench, self._floor, self)
        dialog.position_wanted.connect(self._on_position)
        dialog.open()

    def _on_position(self, floor: Floor) -> None:
        from desktop.views.floor_plan.position_dialog import PositionDialog

        loaded = self.drawings.get(floor)
        PositionDialog(self.workbench, floor, loaded.underlay if loaded else None, self).open()

    def _on_colouring(self, by: str) -> None:
        """The zones first, as those shown may have no level yet; none of a status is brought forward any more."""
        self.refresh()
        self.view.colour_by(by)
        self.chips.bring(None)

    def _on_edit(self) -> None:
        self.editing.switch(self.edit_button.isChecked())
        self.refresh()

    def print_plan(self) -> None:
        """Shows the plan as it will lie on paper."""
        if self._facts is None or self._facts.floor is None:
            return
        from desktop.views.floor_plan.print_dialog import PlanPrintDialog

        floor, loaded = self._facts.floor, self._loaded()
        name = f"{floor_words(floor.name, floor.building)}.pdf"
        dialog = PlanPrintDialog(self.workbench, self.tasks, floor.id, loaded.drawing if loaded else None, name, self)
        dialog.told.connect(self.toast.good)
        dialog.open()

    def show_wall(self) -> None:
        """The floors, one after the other, over the whole screen."""
        from desktop.views.floor_plan.wall import Wall

        Wall(self.workbench, self.drawings, self._floor, self.colouring.by, self).showFullScreen()

    def show_compare(self) -> None:
        """Two moments of this floor side by side."""
        if not self._floor:
            return
        from desktop.views.floor_plan.compare import Compare

        Compare(self.workbench, self.drawings, self.time, self._floor, self).show()

    # importing

    def choose_file(self) -> None:
        """Asks for a drawing."""
        plans = self.tr("Plans (*.dxf *.svg *.svgz *.pdf *.png *.jpg *.jpeg *.geojson *.json)")
        forms, folder = [plans, self.tr("All files (*)")], str(QSettings().value("map/folder") or "")
        ask_open(self, "drawingDialog", self.tr("Import a drawing"), forms, self.import_file, folder)

    def import_file(self, path: str) -> None:
        """Reads a file and shows what it holds."""
        file = Path(path)
        QSettings().setValue("map/folder", str(file.parent))
        self.importing.setText(self.tr("Import · {file}").format(file=file.name))
        self.editing.things.leave()
        self.panel.put_away(editing=False)
        self.stack.setCurrentWidget(self.flow)
        self.flow.read(file)
        self.refresh()

    def _on_made(self, floor: str) -> None:
        self._floor = floor
        self.time.bar.to_now()
        QSettings().setValue("map/floor", floor)
        self._on_import_closed()
        told = self.tr("The floor is there. Now draw its zones, or take them from the drawing.")
        self.toast.good(told, keep="map")

    def _on_import_failed(self, told: str) -> None:
        """Who looks on is told by the page, who has gone elsewhere by the toast; it is kept for both."""
        if self.isVisible():
            self.toast.note(told, "map")
        else:
            self.toast.bad(told, keep="map")

    def _on_import_closed(self) -> None:
        self.flow.panel.hide()
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
