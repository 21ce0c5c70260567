"""The map page: which floor, its colours now, why a zone has its colour; the way to import and to edit."""

from PySide6.QtCore import QCoreApplication, QSettings, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget

from desktop.style.theme import theme
from desktop.views.action import Action
from desktop.views.floor_plan.colouring import Colouring
from desktop.views.floor_plan.drawings import Drawings, Loaded
from desktop.views.floor_plan.editing import Editing
from desktop.views.floor_plan.edits import Edits
from desktop.views.floor_plan.facts import MapFacts, map_facts
from desktop.views.floor_plan.finding import ZONES
from desktop.views.floor_plan.floating_bar import HEAD_ROOM
from desktop.views.floor_plan.import_flow import failure_words
from desktop.views.floor_plan.importing import Importing
from desktop.views.floor_plan.map_tools import Doing, MapTools
from desktop.views.floor_plan.map_windows import MapWindows
from desktop.views.floor_plan.offers import map_offers
from desktop.views.floor_plan.things_choice import ThingsChoice
from desktop.views.floor_plan.time_travel import TimeTravel
from desktop.views.floor_plan.zoom_bar import ZoomBar
from desktop.views.page import Page
from desktop.views.palette.finder import Finder
from desktop.views.today.gauges import Gauges
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, column, line
from services.core.zones import Floor

TICK_MS = 30_000
THINGS = ("equipment", "sensor", "door", "inspection", "inspection_plan")
RISKS = ("risk_point", "control_measure", "risk_scale")


class MapPage(Page):
    """Arranges the view, the panel and the tools; what they say becomes operations in editing.py."""

    key, icon = "map", "map"
    kinds = frozenset(
        {"zone", "hazard", "floor", "person", "team", "label", "plant", "blob", "rule", "alert", *THINGS, *RISKS}
    )

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
        self.importing = Importing(self, self.workbench, self.tasks, self.toast)
        self.flow = self.importing.flow
        self.setAcceptDrops(True)
        self._take_tools()
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

    def _take_tools(self) -> None:
        self.windows = MapWindows(self, self.workbench, self.tasks, self.drawings, self._shown)
        self.windows.told.connect(self.toast.good)
        self.tools = tools = MapTools(self.editing.bar, self.deeds["printPlan"])
        self.floors, self.chips = tools.floors, tools.chips
        self.edit_button, self.import_button = tools.edit_button, tools.import_button
        tools.floors.activated.connect(self._on_floor)
        tools.manage.clicked.connect(self.windows.show_floors)
        tools.chips.pressed.connect(self.view.set_highlight)
        tools.urgent.wanted.connect(self.view.pick)
        tools.import_button.clicked.connect(self.importing.choose)
        tools.edit_button.clicked.connect(self._on_edit)

    def _build_stack(self) -> None:
        about = self.tr(
            "Here stands the plan of your plant with its zones and their live status. Begin with a drawing of one "
            + "floor: choose a DXF, SVG, PDF, PNG, JPEG or GeoJSON file, or drop it here."
        )
        action = self.tr("Import a drawing")
        self.empty = EmptyState("map", self.tr("No floor yet"), about, action, "importDrawing", self.importing.choose)
        self.importing.begun.connect(self._on_import_begun)
        self.importing.made.connect(self._on_made)
        self.importing.closed.connect(self._on_import_closed)
        self.stack = QStackedWidget()
        for part in (self.view, self.empty, self.flow):
            self.stack.addWidget(part)

    def _arrange(self) -> None:
        head = self.head(self.floors, self.tools.manage, self.tools.importing, None, self.chips)
        main = column(box(head), self.tools, line(), gap=0)
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
        self.deeds["printPlan"].setEnabled(not self.time.away)  # what is printed is the present
        if self.time.away and self.editing.on:
            self.edit_button.setChecked(False)
            self.editing.switch(False)
        if not self.time.away:
            self._floor = facts.floor.id if facts.floor else ""
        self.tools.show_floors(facts)
        if self.stack.currentWidget() is not self.flow:
            self.stack.setCurrentWidget(self.view if facts.floor else self.empty)
        importing = self.stack.currentWidget() is self.flow
        self.time.bar.setVisible(not importing and (facts.floor is not None or self.time.away))
        self.tools.show_facts(facts, Doing(importing, self.editing.on, self.time.away, self._loaded() is not None))
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
        if part == "import":
            self._first_button().setFocus()
        elif part == "draw":
            self._begin_drawing()
        else:
            self.chips.bring(part)

    def _first_button(self) -> QPushButton:
        """What a drawing is imported by."""
        first = self.empty.findChild(QPushButton, "importDrawing")
        return first if first is not None and self.stack.currentWidget() is self.empty else self.import_button

    def _begin_drawing(self) -> None:
        """Zones can be drawn, and what the drawing suggests is shown; without a floor there is one to import first."""
        if self._facts is None or self._facts.floor is None:
            self._first_button().setFocus()
            return
        if not self.editing.on:
            self.edit_button.click()
        self.editing.bar.suggestions.setChecked(self._facts.floor.drawing is not None)

    def _end_where_gone(self, facts: MapFacts) -> None:
        """The floor that is edited is used no more: what was being drawn must not come to lie on another one."""
        edited = self._facts.floor if self._facts and self.editing.on else None
        if edited is None or self._floor != edited.id or (facts.floor is not None and facts.floor.id == edited.id):
            return
        self.edit_button.setChecked(False)
        self.editing.leave()
        self.editing.switch(False)
        self.panel.put_away(editing=False)
        told = self.tr("'{floor}' is used no more, so editing it has ended. What was saved is kept.")
        self.toast.bad(told.format(floor=edited.name), keep="map")

    def _show_nothing(self, facts: MapFacts) -> None:
        """No floor yet, or none any more because its import was taken back."""
        if self.editing.on:
            self.edit_button.setChecked(False)
            self.editing.switch(False)
        self.panel.put_away(editing=False)
        for action in self.empty.findChildren(QPushButton):
            action.setVisible(facts.may_edit)

    def _show_drawing(self, facts: MapFacts, loaded: Loaded | None) -> None:
        floor = facts.floor
        assert floor is not None
        if self.view.show_drawing(floor, loaded) and loaded:
            self.view.alignment.magnet.drawing = loaded.corners
        said = self.tr("Floor plan of {floor}: {n} zones").format(floor=floor.name, n=len(facts.zones))
        self.view.setAccessibleName(said)

    def _shown(self) -> Floor | None:
        return self._facts.floor if self._facts else None

    def _loaded(self) -> Loaded | None:
        floor = self._shown()
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
        self.view.set_dark(theme.dark)
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
        self.windows.show_print()

    def show_wall(self) -> None:
        """The floors, one after the other, over the whole screen."""
        self.windows.show_wall(self.colouring)

    def show_compare(self) -> None:
        """Two moments of this floor side by side."""
        self.windows.show_compare(self.time)

    # importing

    def choose_file(self) -> None:
        """Asks for a drawing."""
        self.importing.choose()

    def import_file(self, path: str) -> None:
        """Reads a file and shows what it holds."""
        self.importing.bring(path)

    def _on_import_begun(self, file: str) -> None:
        self.tools.importing.setText(self.tr("Import · {file}").format(file=file))
        self.editing.things.leave()
        self.panel.put_away(editing=False)
        self.stack.setCurrentWidget(self.flow)
        self.refresh()

    def _on_made(self, floor: str) -> None:
        self._floor = floor
        self.time.bar.to_now()
        QSettings().setValue("map/floor", floor)
        self._on_import_closed()

    def _on_import_closed(self) -> None:
        self.flow.panel.hide()
        self.stack.setCurrentWidget(self.view)
        self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._facts is not None and self._facts.may_edit and event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.importing.expect()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.importing.give_up()

    def dropEvent(self, event: QDropEvent) -> None:
        self.importing.drop(event)
