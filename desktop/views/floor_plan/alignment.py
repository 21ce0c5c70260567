"""What a corner, an outline or a thing in hand is drawn to: corners and lines of its neighbours, right angles.

The lines are laid out when something is in hand for the first time after a change: who only looks pays nothing."""

from collections.abc import Iterable, Sequence

from desktop.views.floor_plan.guides import Guides, Lines, lines_of, lines_through, squared_up
from desktop.views.floor_plan.placing import whole_cm
from desktop.views.floor_plan.shapes import MapSymbol, MapZone
from desktop.views.floor_plan.snapping import REACH_PX, Magnet, Snapper
from services.core.geometry import Point, Polygon


class Alignment:
    """Between the zones and the things that it was last given; `scale` is pixels per metre, `but` and `own` name what
    is in hand, whose own lines don't hold it."""

    def __init__(self) -> None:
        self.magnet = Magnet()
        self.guides = Guides()
        self._zones: Sequence[MapZone] | None = None  # not laid out yet
        self._things: Sequence[MapSymbol] | None = None

    def among_zones(self, zones: Sequence[MapZone]) -> None:
        """The neighbours of an outline from now on."""
        self._zones = zones

    def among_things(self, things: Sequence[MapSymbol]) -> None:
        """The neighbours of a thing from now on."""
        self._things = things

    def corner(
        self, at: Point, scale: float, beside: Iterable[Point], between: tuple[Point, Point] | None, but: str
    ) -> Point:
        """Where a corner counts as being: on one nearby; else on lines of neighbours or of the outline's own corners
        `beside` it; else where it makes a right angle `between` two."""
        self.let_go()
        self._lay_out_zones()
        pulled = self.magnet.pull(at, scale)
        if self.magnet.corner is not None:
            return pulled
        pulled = self.guides.pull(at, scale, beside, but)
        if self.guides.shown or between is None:
            return pulled
        return squared_up(pulled, *between, REACH_PX / scale)

    def outline(self, polygon: Polygon, scale: float, own: Polygon, but: str) -> Polygon:
        """A moved outline, drawn to a corner nearby that is none of its `own`, else to lines."""
        self.let_go()
        self._lay_out_zones()
        pulled = self.magnet.pull_outline(polygon, scale, own)
        return pulled if self.magnet.corner is not None else self.guides.pull_outline(polygon, scale, but)

    def thing(self, at: Point, scale: float, but: str) -> Point:
        """Where a thing counts as standing: in a row with others, on whole centimetres."""
        self.let_go()
        if self._things is not None:
            self.guides.things = Lines(lines_through((one.id, (one.x, one.y)) for one in self._things))
            self._things = None
        return whole_cm(self.guides.pull_thing(at, scale, but))

    def let_go(self) -> None:
        """Nothing is held."""
        self.magnet.let_go()
        self.guides.let_go()

    def _lay_out_zones(self) -> None:
        if self._zones is None:
            return
        self.magnet.zones = Snapper(corner for zone in self._zones for corner in zone.polygon)
        self.guides.zones = Lines(line for zone in self._zones for line in lines_of(zone.polygon, zone.id))
        self._zones = None
