"""The plan with zones under the hand: which is selected, drawn, reshaped or offered by the drawing, and how that looks.
Things: things_view.py; what the mouse and keys do: plan_view.py."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.views.floor_plan import overlays
from desktop.views.floor_plan.alignment import Alignment
from desktop.views.floor_plan.gestures import Browse, Pointer, Tool
from desktop.views.floor_plan.guides import right_angles
from desktop.views.floor_plan.inks import inks_of
from desktop.views.floor_plan.placing import whole_cm
from desktop.views.floor_plan.rulers import paint_angles, paint_guides, paint_rulers
from desktop.views.floor_plan.shapes import MapSymbol, Suggestion, box_area
from desktop.views.floor_plan.things_view import ThingsView
from services.core.geometry import Point, Polygon, contains
from services.core.overlapping import overlaps
from services.core.refused import Refused
from services.core.zones import sound_outline


class ZonesView(ThingsView):
    """Signals carry ids and polygons in metres. `live` is the outline being changed right now, `draft` that of a zone
    that is not saved yet."""

    picked = Signal(str)  # a zone was asked for; "" when none is any more
    drawn = Signal(object)  # the outline of a new zone, and again whenever it is changed before it is saved
    reshaped = Signal(str, object)
    cut_wanted = Signal(str, object, object)  # a zone, and two points of the line that is to cut it
    suggestion_taken = Signal(object)
    shape_refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live: Polygon | None = None
        self.draft: Polygon | None = None
        self.selected = ""
        self.tool: Tool = Browse(self)
        self.suggestions: tuple[Suggestion, ...] = ()
        self.alignment = Alignment()
        self._cursor_zone = ""
        self._pointer: Pointer | None = None

    # what is shown

    def zones_changed(self, *, moved: bool) -> None:
        self.update()
        if not moved:
            return
        if self.selected not in self._zones:
            self.selected = ""
        if self._cursor_zone not in self._zones:
            self._cursor_zone = ""
        self.alignment.among_zones(self._order)
        self._cover()

    def show_suggestions(self, suggestions: Iterable[Suggestion]) -> None:
        """Zones that the drawing suggests."""
        self.suggestions = tuple(suggestions)
        self._cover()

    def _cover(self) -> None:
        zones, suggested = [zone.polygon for zone in self._order], [one.polygon for one in self.suggestions]
        self.picture.cover((*zones, *suggested))
        self.update()

    def show_symbols(self, symbols: tuple[MapSymbol, ...]) -> None:
        super().show_symbols(symbols)
        self.alignment.among_things(symbols)

    def set_draft(self, polygon: Polygon | None) -> None:
        """The outline of a zone that is not saved yet."""
        self.draft = polygon
        if polygon is not None:
            self.selected = ""
        self.update()

    def select(self, zone: str) -> None:
        """Frames a zone; "" for none."""
        self.selected = self._cursor_zone = zone if zone in self._zones else ""
        self.update()

    # what a tool needs (gestures.Board)

    @property
    def shape(self) -> Polygon | None:
        """The outline being edited."""
        if self.draft is not None:
            return self.draft
        zone = self._zones.get(self.selected)
        return zone.polygon if zone and self.tool.name != "browse" else None

    def snapped(self, pointer: Pointer) -> Point:
        """Where the pointer counts as being."""
        if pointer.free:
            self.alignment.let_go()
            return pointer.metres
        tool = self.tool
        return self.alignment.corner(pointer.metres, self.camera.scale, tool.beside, tool.between, self._in_hand)

    @property
    def _in_hand(self) -> str:
        """The zone whose outline is being changed: its own lines don't hold it."""
        return self.selected if self.draft is None else ""

    def snapped_move(self, polygon: Polygon, free: bool) -> Polygon:
        """An outline in hand, drawn to a corner nearby."""
        if free:
            self.alignment.let_go()
            return polygon
        zone = self._zones.get(self.selected)
        return self.alignment.outline(polygon, self.camera.scale, zone.polygon if zone else (), self._in_hand)

    def lined_up(self, at: Point, free: bool) -> Point:
        if free:
            self.alignment.let_go()
            return whole_cm(at)
        own = self.hand.chosen.id if self.hand.chosen is not None and self.hand.what is None else ""
        return self.alignment.thing(at, self.camera.scale, own)

    def pick(self, zone: str) -> None:
        """Someone asks for a zone, or for none. While a new zone waits to be saved, that comes first."""
        if self.draft is None:
            self.hand.chosen = None
            self.select(zone)
            self.picked.emit(zone)

    def select_quietly(self, zone: str) -> None:
        """Selects what is being dragged."""
        self.draft = self.hand.chosen = None
        self.select(zone)

    def take_suggestion(self, at: Point) -> bool:
        """Whether a suggestion lies under a point; it is handed on."""
        found = self._suggestion_at(at)
        if found is None or self.draft is not None:
            return False
        self.suggestion_taken.emit(found)
        return True

    def finish(self, polygon: Polygon) -> bool:
        """A new outline, if it is one."""
        if not self._sound(polygon):
            return False
        self.set_draft(polygon)
        self.drawn.emit(polygon)
        return True

    def reshape(self, polygon: Polygon) -> None:
        """The outline being edited has become another."""
        if polygon == self.shape or not self._sound(polygon):
            self.update()
        elif self.draft is not None:
            self.set_draft(polygon)
            self.drawn.emit(polygon)
        elif self.selected:
            self.reshaped.emit(self.selected, polygon)

    def cut(self, start: Point, end: Point) -> None:
        """The selected zone is to be cut along a line."""
        if self.selected:
            self.cut_wanted.emit(self.selected, start, end)

    def _sound(self, polygon: Polygon) -> bool:
        try:
            sound_outline(polygon)
        except Refused as refused:
            self.shape_refused.emit(refused)
            return False
        return True

    def overlapped(self, shape: Polygon) -> str:
        """The name of another zone that an outline in hand lies partly on; "" where it is clear of all."""
        others = (zone for zone in self._order if self.draft is not None or zone.id != self.selected)
        return next((zone.name for zone in others if overlaps(shape, zone.polygon)), "")

    def _suggestion_at(self, at: Point) -> Suggestion | None:
        found = [one for one in self.suggestions if contains(one.polygon, at)]
        return min(found, key=lambda one: box_area(one.polygon), default=None)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self.picture.hidden = self.selected if self.live is not None and self.draft is None else ""
        super().paintEvent(event)

    def paint_over(self, painter: QPainter) -> None:
        if self.tool.name != "browse":
            self.paint_marks(painter)
        self._paint_frames(painter)
        self._paint_in_hand(painter)

    def _paint_in_hand(self, painter: QPainter) -> None:
        inks, type_ = inks_of(self.picture.dark), self.picture.zone_painter.type
        if self.suggestions and self.tool.name == "arrange":
            near = self._suggestion_at(self._pointer.metres) if self._pointer else None
            overlays.paint_suggestions(painter, self.suggestions, near, self.camera, inks, type_)
        shape = self.live or self.draft
        under = self.overlapped(shape) if shape is not None else ""
        if shape is not None:
            overlays.paint_shape(painter, shape, self.camera, inks, wrong=bool(under))
        if self.tool.name != "browse" and (held := self.live or self.shape) is not None:
            overlays.paint_handles(painter, held, self.tool.active_corner, self.camera, inks)
        self.tool.paint(painter, inks)
        self.hand.paint(painter, self.camera, inks)
        if self.hand.live is not None:
            to = self.camera.to_screen(*self.hand.live)
            overlays.paint_told(painter, f"{self.hand.pushed_m:.2f} m", to, inks, type_)
        paint_guides(painter, self.alignment.guides.shown, self.camera, inks)
        if self.live is not None:
            paint_angles(painter, right_angles(self.live), self.camera, inks)
        if self.alignment.magnet.corner is not None:
            overlays.paint_snap(painter, self.alignment.magnet.corner, self.camera, inks)
        if self.live is not None and self._pointer is not None:
            told = self.tr("lies partly on: {zone}").format(zone=under) if under else ""
            overlays.paint_measure(painter, self.live, self._pointer.px, inks, type_, told)
        if self.tool.name != "browse":
            at = self._pointer.px if self._pointer else None
            paint_rulers(painter, self.size(), self.camera, at, inks, type_)

    def _paint_frames(self, painter: QPainter) -> None:
        accent = inks_of(self.picture.dark).accent
        over = self.zone_at(self._pointer.metres) if self._pointer and self.live is None else None
        if over is not None and over.id != self.selected and self.draft is None:
            overlays.paint_frame(painter, self.camera.outline(over.polygon), accent, 1.5)
        cursor = self._zones.get(self._cursor_zone)
        if cursor is not None and self.hasFocus() and cursor.id != self.selected:
            overlays.paint_frame(painter, self.camera.outline(cursor.polygon), accent, 2.0, dashed=True)
        chosen = self._zones.get(self.selected)
        if chosen is not None and self.live is None:
            overlays.paint_frame(painter, self.camera.outline(chosen.polygon), accent, overlays.SELECTION_PX)
