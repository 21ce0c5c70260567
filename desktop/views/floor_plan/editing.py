"""The editor of the map: what is drawn, changed and taken over becomes operations; what was done can be undone."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop.views.floor_plan.drawings import Drawings, Loaded
from desktop.views.floor_plan.edit_bar import EditBar
from desktop.views.floor_plan.edits import Edits
from desktop.views.floor_plan.facts import MapFacts
from desktop.views.floor_plan.plan_view import PlanView
from desktop.views.floor_plan.suggesting import Suggesting
from desktop.views.floor_plan.things_editing import ThingsEditing
from desktop.views.floor_plan.zone_menu import ZoneMenu, name_beside
from desktop.views.floor_plan.zone_panel import ZonePanel
from desktop.widgets.toast import Toast
from desktop.words import refusal
from services.core.geometry import Point, Polygon
from services.core.refused import Refused
from services.core.zones import Zone

COPIED = ("name", "zone_class", "supervisor", "team", "emergency", "phone")  # what a zone on another floor gets of it


class Editing(QObject):
    """Listens to view, panel and bar of one page. `on` while zones and what stands in them can be changed."""

    def __init__(self, over: QWidget, edits: Edits, drawings: Drawings, toast: Toast) -> None:
        super().__init__(over)
        self.on = False
        self._over, self._edits, self._toast = over, edits, toast
        self.view, self.panel, self.bar = PlanView(), ZonePanel(), EditBar()
        self.things = ThingsEditing(over, edits, self.view, toast)
        self._facts: MapFacts | None = None
        self.suggesting = Suggesting(over, edits, drawings, self.view, self.bar, toast)
        self._listen()

    def _listen(self) -> None:
        view, panel, bar = self.view, self.panel, self.bar
        view.picked.connect(self._on_picked)
        view.thing_given_up.connect(self.things.step_back)
        self.things.came_forward.connect(self._on_things)
        self.things.went.connect(self._on_things_gone)
        self.things.tool_wanted.connect(self._take_tool)
        view.drawn.connect(self._on_drawn)
        view.dropped.connect(self.put_away)
        view.reshaped.connect(self._on_reshaped)
        view.cut_wanted.connect(self._on_cut)
        view.shape_refused.connect(self._on_shape_refused)
        view.menu_wanted.connect(self._on_menu)
        view.tool_wanted.connect(self.take)
        panel.closed.connect(self.leave)
        panel.given_up.connect(self.leave)
        panel.saved.connect(self._on_saved)
        panel.changed.connect(self._on_value)
        panel.retire_wanted.connect(self._on_retire)
        panel.emergency_wanted.connect(self._on_emergency)
        panel.note_done.connect(self._on_note_done)
        bar.tool_wanted.connect(self.take)
        bar.suggestions_wanted.connect(self._on_suggestions)
        bar.undo_wanted.connect(self.undo)

    def show(self, facts: MapFacts, loaded: Loaded | None) -> None:
        """The floor as it is now."""
        self._facts = facts
        self.suggesting.show(facts, loaded)
        self.things.show(facts)
        if not self.panel.asks_for_new and not self.things.open:
            self.show_picked(self.view.selected)

    def show_picked(self, zone: str) -> None:
        """The panel of a zone; none for "" and for what is no longer there."""
        if self._facts is not None and zone in self._facts.zones:
            self.panel.show_zone(self._facts, zone, editing=self.on)
        else:
            self.put_away()

    def _on_picked(self, zone: str) -> None:
        self.things.leave()
        self.show_picked(zone)

    def _on_things(self) -> None:
        """The panel of things stands where that of the zone stood."""
        self.view.set_draft(None)
        self.view.select("")
        self.panel.hide()
        self.bar.mark("place")

    def _on_things_gone(self) -> None:
        self.bar.mark(self.view.tool.name)
        if not self.panel.asks_for_new:
            self.show_picked(self.view.selected)

    def put_away(self) -> None:
        """Nothing is selected."""
        self.panel.put_away(editing=self.on)

    def leave(self) -> None:
        """Gives up what is selected or drawn."""
        self.things.leave()
        self.view.set_draft(None)
        self.view.select("")
        self.put_away()
        self.view.setFocus()

    def switch(self, on: bool) -> None:
        """Begins or ends editing."""
        self.on = on
        self.things.leave()
        self.view.set_draft(None)
        self.bar.setVisible(on)
        self.bar.suggestions.setChecked(False)
        self.take("arrange" if on else "browse")
        if self._facts is not None:
            self.show_picked(self.view.selected)

    def take(self, tool: str) -> None:
        """Takes a tool in hand."""
        if tool == "place":
            self.view.set_tool("arrange")
            self.things.show_palette()
        else:
            self.things.leave()
            self._take_tool(tool)
        self.view.setFocus()

    def _take_tool(self, tool: str) -> None:
        self.view.set_tool(tool)
        self.bar.mark("place" if self.things.open else tool)

    def undo(self) -> None:
        """Takes the last change back."""
        self._edits.undo()

    def _on_drawn(self, polygon: Polygon) -> None:
        if self._facts is not None:
            self.panel.ask_for(self._facts, polygon, self.suggesting.name)
            self.suggesting.name = ""

    def _on_saved(self, values: dict[str, Any]) -> None:
        draft, floor = self.view.draft, self._facts.floor if self._facts else None
        if draft is not None and floor is not None and self._edits.draw(floor.id, draft, values):
            self.leave()
            self._told(self.tr("Saved: {zone}").format(zone=values["name"]))

    def _on_reshaped(self, zone: str, polygon: Polygon) -> None:
        found = self._zone(zone)
        if found is None:
            return
        if self._edits.reshape(found, polygon):
            self._told(self.tr("Outline changed: {zone}").format(zone=found.name))
        self.show_picked(zone)

    def _on_value(self, field: str, value: str | None) -> None:
        found = self._zone(self.view.selected)
        if found is not None and not self._edits.set_value(found, field, value):
            self.show_picked(found.id)

    def _told(self, what: str) -> None:
        self._toast.good(what, self.tr("Undo"), self.undo)

    def _on_shape_refused(self, refused: Refused) -> None:
        self._toast.bad(refusal(refused))

    def _zone(self, zone: str) -> Zone | None:
        found = self._facts.zones.get(zone) if self._facts else None
        return found.zone if found else None

    def _on_menu(self, zone: str, at: QPoint) -> None:
        self.show_picked(zone)
        if self._facts is None or not (self.on or self._facts.may_report):
            return
        found = self._zone(zone)
        menu: QMenu
        if self.on and found is not None:
            menu = self._zone_menu(self._facts, found)
        elif self.on:
            menu = self._ground_menu()
        else:
            menu = QMenu(self._over)
            menu.addAction(self.tr("Report a hazard here")).triggered.connect(self.panel.report)
        menu.setObjectName("zoneMenu" if found else "groundMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _zone_menu(self, facts: MapFacts, zone: Zone) -> ZoneMenu:
        menu = ZoneMenu(facts, zone, self._over)
        menu.retire_wanted.connect(self.panel.ask_to_retire)
        menu.split_wanted.connect(self._on_split)
        menu.corners_wanted.connect(self.show_corners)
        menu.merge_wanted.connect(self._on_merge)
        menu.copy_wanted.connect(self._on_copy)
        return menu

    def _ground_menu(self) -> QMenu:
        """What can be done where there is no zone yet."""
        menu = QMenu(self._over)
        for tool, said in self.bar.said().items():
            menu.addAction(said).triggered.connect(partial(self.take, tool))
        menu.addAction(self.bar.suggestions.text()).triggered.connect(self.bar.suggestions.click)
        menu.addSeparator()
        menu.addAction(self.tr("Show the whole floor")).triggered.connect(self.view.fit)
        return menu

    def _on_split(self) -> None:
        self.take("cut")
        self._toast.good(self.tr("Draw a line across the zone: drag, or click its two ends. Esc gives up."))

    def show_corners(self) -> None:
        """The chosen zone's corners as numbers."""
        from desktop.views.floor_plan.corners_dialog import CornersDialog

        found = self._zone(self.view.selected)
        if found is not None:
            dialog = CornersDialog(found.name, found.polygon, self._over)
            dialog.given.connect(self.view.reshape)
            dialog.open()

    def _on_suggestions(self, wanted: bool) -> None:
        """A suggestion is taken by the tool that selects."""
        if wanted:
            self.take("arrange")

    def _on_cut(self, zone: str, start: Point, end: Point) -> None:
        found = self._zone(zone)
        if found is None or self._facts is None:
            return
        name = name_beside(self._facts, found.name)
        if self._edits.split(found, name, start, end):
            self.take("arrange")
            self._told(self.tr("Split: {zone} and {part}").format(zone=found.name, part=name))

    def _on_merge(self, other: str) -> None:
        found, part = self._zone(self.view.selected), self._zone(other)
        if found is not None and part is not None and self._edits.merge(found, other):
            self._told(self.tr("Merged: {part} is now part of {zone}").format(part=part.name, zone=found.name))

    def _on_copy(self, floor: str) -> None:
        found = self._zone(self.view.selected)
        if found is None:
            return
        values = {field: getattr(found, field) for field in COPIED}
        if self._edits.draw(floor, found.polygon, values):
            self._told(self.tr("Copied: {zone}").format(zone=found.name))

    def _on_emergency(self) -> None:
        from desktop.views.floor_plan.emergency_dialog import EmergencyDialog

        found = self._zone(self.view.selected)
        if found is None:
            return

        def save(emergency: str, phone: str) -> None:
            if self._edits.set_emergency(found.id, emergency, phone):
                dialog.accept()
                self._told(self.tr("Saved: {zone}").format(zone=found.name))

        dialog = EmergencyDialog(found, self._over)
        dialog.given.connect(save)
        dialog.open()

    def _on_note_done(self) -> None:
        found = self._zone(self.view.selected)
        if found is not None and self._edits.clear_note(found.id):
            self._told(self.tr("Saved: {zone}").format(zone=found.name))

    def _on_retire(self) -> None:
        found = self._zone(self.view.selected)
        if found is not None and self._edits.retire(found):
            self.leave()
