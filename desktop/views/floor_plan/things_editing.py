"""Equipment, sensors and doors of the plan that is edited: put there, pushed, changed, taken off and retired."""

from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.views.floor_plan.edits import Edits
from desktop.views.floor_plan.facts import MapFacts
from desktop.views.floor_plan.hand import Placing
from desktop.views.floor_plan.plan_view import PlanView
from desktop.views.floor_plan.shapes import DOOR, EQUIPMENT, SENSOR, MapSymbol
from desktop.views.floor_plan.thing_forms import GROUPS, Offered
from desktop.views.floor_plan.thing_palette import MOST_WAITING, kind_of
from desktop.views.floor_plan.thing_panel import ThingPanel
from desktop.views.floor_plan.things import glyph_of
from desktop.widgets.toast import Toast
from services.core.geometry import Point
from services.core.ground import nearest, smallest_around

BESIDE_M = 1.5  # a door leads to the zone whose edge is as near as this
KINDS = (EQUIPMENT, SENSOR, DOOR)


class ThingsEditing(QObject):
    """Listens to the view and to the panel of things. `came_forward` when the panel is shown in place of the zone's,
    `went` when it is not any more; `tool_wanted` carries the tool that is to be taken."""

    came_forward = Signal()
    went = Signal()
    tool_wanted = Signal(str)

    def __init__(self, over: QWidget, edits: Edits, view: PlanView, toast: Toast) -> None:
        super().__init__(over)
        self._over, self._edits, self.view, self._toast = over, edits, view, toast
        self.panel = ThingPanel()
        self._facts: MapFacts | None = None
        self.open = False
        view.thing_picked.connect(self._on_picked)
        view.thing_pushed.connect(self._on_pushed)
        view.thing_put.connect(self._on_put)
        view.thing_off.connect(self.take_off)
        view.thing_menu_wanted.connect(self._on_menu)
        view.thing_carried.connect(self._on_carried)
        panel = self.panel
        panel.wanted.connect(self.take_in_hand)
        panel.saved.connect(self._on_saved)
        panel.given_up.connect(self.show_palette)
        panel.changed.connect(self._on_changed)
        panel.off_wanted.connect(self.take_off)
        panel.retire_wanted.connect(self._on_retire)
        panel.closed.connect(self.leave)

    # what is shown

    def show(self, facts: MapFacts) -> None:
        """The floor as it is now."""
        self._facts = facts
        self.view.renew_chosen()
        if not self.open or self.panel.asks_for_new:
            return
        chosen = self.view.hand.chosen
        if chosen is not None:
            self._show_thing(chosen)
        else:
            self._show_palette()

    def show_palette(self) -> None:
        """What can be put on the plan, in the place of what is shown of a zone."""
        self.view.choose_thing("")
        self.view.hand.spot = None
        self._come()
        self._show_palette()

    def leave(self) -> None:
        """The panel is closed, nothing is in hand or chosen."""
        self.view.hand.let_go()
        self.view.update()
        self.panel.put_away()
        if self.open:
            self.open = False
            self.tool_wanted.emit("arrange")
            self.went.emit()

    def step_back(self) -> bool:
        """Esc: gives up the new thing, then what is in hand, then the palette; whether there was anything."""
        if not self.open:
            return False
        hand = self.view.hand
        if hand.spot is not None:
            self.show_palette()
        elif hand.what is not None:
            self.take_in_hand(None)
            self._show_palette()
        else:
            self.leave()
        return True

    def _come(self) -> None:
        self.open = True
        self.came_forward.emit()

    def _show_palette(self) -> None:
        self.panel.show_palette(self._waiting(), self.view.hand.what)

    def _show_thing(self, thing: MapSymbol) -> None:
        facts, record = self._facts, self._record(thing)
        if facts is None or record is None:
            return
        zone = facts.zones[thing.zone].zone.name if thing.zone in facts.zones else "–"
        self.panel.show_thing(thing, record, zone, self._offered(), waits=thing.id in facts.waiting)

    # what is done

    def take_in_hand(self, what: Placing | None) -> None:
        """The next click on the plan puts this there."""
        self.view.hand.what, self.view.hand.spot = what, None
        self.view.choose_thing("")
        self.tool_wanted.emit("place" if what is not None else "arrange")
        self.view.update()

    def take_off(self) -> None:
        """What is chosen has no place any more."""
        chosen = self.view.hand.chosen
        if chosen is not None and self._edits.change(f"{GROUPS[chosen.kind]}.take_off_plan", chosen.kind, chosen.id):
            self._told(self.tr("Taken off the plan: {thing}").format(thing=chosen.name))
            self.show_palette()

    def _on_retire(self) -> None:
        chosen = self.view.hand.chosen
        if chosen is not None and self._edits.change(f"{GROUPS[chosen.kind]}.retire", chosen.kind, chosen.id):
            self._told(self.tr("Retired: {thing}").format(thing=chosen.name))
            self.show_palette()

    def _on_picked(self, id_: str) -> None:
        chosen = self.view.hand.chosen
        if id_ and chosen is not None:
            self._come()
            self._show_thing(chosen)
        elif self.open and not self.panel.asks_for_new:
            self.leave()

    def _on_pushed(self, at: Point) -> None:
        chosen = self.view.hand.chosen
        if chosen is None:
            return
        zone, inside = self._zone_for(at, chosen.zone)
        place: dict[str, Any] = {"zone": zone, "x": at[0], "y": at[1]}
        if chosen.kind == DOOR:
            place["leads_to"] = self._other_side(chosen, zone, at)
        if self._edits.change(f"{GROUPS[chosen.kind]}.move", chosen.kind, chosen.id, **place):
            said = (
                self.tr("Moved: {thing} · {zone}")
                if inside
                else self.tr("{thing} stands outside all zones; it still belongs to {zone}")
            )
            self._told(said.format(thing=chosen.name, zone=self._called(zone)))
        self._on_picked(chosen.id)

    def _on_put(self, at: Point) -> None:
        what = self.view.hand.what
        if what is None or self._facts is None:
            return
        zone, _ = self._zone_for(at, "")
        if not zone:
            self._toast.bad(self.tr("Draw a zone first: everything on the plan belongs to one."))
            return
        if what.id:
            self._put_there(what, zone, at)
            return
        self.view.hand.spot = at
        self._come()
        leads_to = self._beside(zone, at) if what.kind == DOOR else ""
        self.panel.ask_for(what, at, self._offered(), zone, leads_to)
        self.view.update()

    def _put_there(self, what: Placing, zone: str, at: Point) -> None:
        """Something that is there already gets its place."""
        place: dict[str, Any] = {"zone": zone, "x": at[0], "y": at[1]}
        if what.kind == DOOR:
            place["leads_to"] = self._beside(zone, at) or None
        if self._edits.change(f"{GROUPS[what.kind]}.move", what.kind, what.id, **place):
            self._told(self.tr("Put on the plan: {thing} · {zone}").format(thing=what.name, zone=self._called(zone)))
        self.take_in_hand(None)
        self._show_palette()

    def _on_carried(self, text: str, at: Point) -> None:
        """Dragged here from the palette."""
        kind, sort, id_ = [*text.split(":"), "", ""][:3]
        if kind not in KINDS:
            return
        known = next((one for one in self._waiting() if one.id == id_), None) if id_ else kind_of(kind, sort)
        if known is not None:
            self.take_in_hand(known)
            self._on_put(at)

    def _on_saved(self, values: dict[str, Any]) -> None:
        what, at = self.view.hand.what, self.view.hand.spot
        if what is None or at is None:
            return
        if self._edits.add(f"{GROUPS[what.kind]}.add", x=at[0], y=at[1], **values):
            self._told(
                self.tr("Put on the plan: {thing} · {zone}").format(
                    thing=values["name"], zone=self._called(values["zone"])
                )
            )
            self.view.hand.spot = None
            self._show_palette_anew()

    def _show_palette_anew(self) -> None:
        """With the same kind in hand: the next click puts another of it."""
        self.panel.put_away()
        self.show_palette()
        self.view.setFocus()

    def _on_changed(self, operation: str, values: dict[str, Any]) -> None:
        chosen = self.view.hand.chosen
        if chosen is not None and not self._edits.change(operation, chosen.kind, chosen.id, **values):
            self.panel.put_away()
            self._show_thing(chosen)

    def _on_menu(self, id_: str, at: QPoint) -> None:
        self._on_picked(id_)
        menu = QMenu(self._over)
        menu.setObjectName("thingMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Take off the plan")).triggered.connect(self.take_off)
        menu.addAction(self.tr("Retire")).triggered.connect(self._on_retire)
        menu.addAction(self.tr("Put something here…")).triggered.connect(self.show_palette)
        menu.popup(at)

    def _told(self, what: str) -> None:
        self._toast.good(what, self.tr("Undo"), self._edits.undo)

    # what is known

    def _record(self, thing: MapSymbol) -> Any:
        return self._facts.ask(lambda look: look.get(thing.kind, thing.id)) if self._facts else None

    def _called(self, zone: str) -> str:
        found = self._facts.zones.get(zone) if self._facts else None
        return found.zone.name if found else "–"

    def _zones(self) -> list[Any]:
        return [one.zone for one in self._facts.zones.values()] if self._facts else []

    def _zone_for(self, at: Point, own: str) -> tuple[str, bool]:
        """The smallest zone that holds a point, by its id; outside of all its own, or the nearest; and whether it lies
        inside."""
        around = smallest_around(self._zones(), at)
        if around is not None:
            return around.id, True
        near = nearest(self._zones(), at)
        return own if any(one.id == own for one in near) else (near[0].id if near else ""), False

    def _beside(self, zone: str, at: Point) -> str:
        """The zone on the other side of a door; "" where none is near."""
        return next((one.id for one in nearest(self._zones(), at, BESIDE_M) if one.id != zone), "")

    def _other_side(self, door: MapSymbol, zone: str, at: Point) -> str | None:
        """Where a pushed door leads: where it led, unless it stands there now."""
        record = self._record(door)
        leads_to = record.leads_to if record is not None else None
        return leads_to if leads_to != zone else (self._beside(zone, at) or None)

    def _waiting(self) -> tuple[Placing, ...]:
        """Things in use that have no place yet: those of this floor's zones."""
        if self._facts is None:
            return ()
        zones = set(self._facts.zones)
        found = [
            Placing(kind, sort, glyph_of(kind, sort), f"{one.name} · {one.code}", one.id)
            for kind in KINDS
            for one in self._facts.ask(_all, kind=kind)
            if one.retired_at is None and one.zone in zones and (one.x is None or one.y is None)
            for sort in [_sort_of(kind, one)]
        ]
        return tuple(sorted(found, key=lambda one: one.name)[:MOST_WAITING])

    def _offered(self) -> Offered:
        assert self._facts is not None
        zones = sorted((one.name, one.id) for one in self._zones())
        codes: dict[tuple[str, str], tuple[str, ...]] = {}
        machines = []
        for kind in KINDS:
            for one in self._facts.ask(_all, kind=kind):
                key = (kind, _sort_of(kind, one))
                codes[key] = (*codes.get(key, ()), one.code)
                if kind == EQUIPMENT and one.retired_at is None:
                    machines.append((one.name, one.id))
        return Offered(zones, self._facts.crews, sorted(machines), codes)


def _sort_of(kind: str, record: Any) -> str:
    return record.type if kind == EQUIPMENT else record.quantity if kind == SENSOR else ""


def _all(look: Any, kind: str) -> Any:
    return look.find(kind)
