"""The map as a phone shows it: outlines drawn here, in a picture as wide as the narrowest phone."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response

from services.core.geometry import Polygon, centre
from services.core.refused import Refused
from services.core.zones import Floor
from services.hub.api import TheHub, asking
from services.hub.pages import page
from services.hub.phone import PageRoute, frame
from services.store.queries.phone_map import phone_map
from services.store.queries.status import ZoneStatus

WIDE = 328.0  # px: what a phone of 360 px leaves between its margins
TALLEST = 460.0
EDGE = 4.0
SIGN, LETTER = 12.0, 12.0  # px

routes = APIRouter(route_class=PageRoute)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A zone in the picture: its outline in px, where its sign stands, and its name as far as there is room."""

    found: ZoneStatus
    points: str
    x: float
    y: float
    name: str
    name_y: float


@dataclass(frozen=True, slots=True)
class Sketch:
    """The picture, in px."""

    wide: float
    high: float
    zones: tuple[Drawn, ...]


@routes.get("/map")
def map_page(request: Request, hub: TheHub, floor: str = "", zone: str = "") -> Response:
    """The map of a floor; with a zone, why it has its colour. Raises Refused: sign_in_needed, map_not_yours."""
    actor = asking(request)
    with hub.store.look() as look:
        values = frame(request, look)
        if values["person"] is None or actor is None:
            raise Refused("sign_in_needed")
        if not values["sees_map"]:
            raise Refused("map_not_yours")
        shown = phone_map(look, actor, hub.now(), floor, zone)
    sketch = sketched(shown.floor, shown.zones) if shown.floor else None
    return page(request, "map.html", shown=shown, sketch=sketch, **values)


def sketched(floor: Floor, zones: tuple[ZoneStatus, ...]) -> Sketch:
    """The zones of a floor in px, y downwards; what juts out of the floor is in the picture, too."""
    corners = [(0.0, 0.0), (floor.width_m, floor.height_m), *(at for one in zones for at in one.zone.polygon)]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    low, top = min(y for _, y in corners), max(y for _, y in corners)
    scale = min((WIDE - 2 * EDGE) / max(right - left, 0.01), TALLEST / max(top - low, 0.01))

    def px(polygon: Polygon) -> Polygon:
        return tuple((EDGE + (x - left) * scale, EDGE + (top - y) * scale) for x, y in polygon)

    drawn = tuple(_drawn(one, px(one.zone.polygon)) for one in _largest_first(zones))
    return Sketch(2 * EDGE + (right - left) * scale, 2 * EDGE + (top - low) * scale, drawn)


def _largest_first(zones: tuple[ZoneStatus, ...]) -> list[ZoneStatus]:
    """So that a zone inside another lies over it and can be touched."""
    return sorted(zones, key=lambda one: _width(one.zone.polygon) * _height(one.zone.polygon), reverse=True)


def _drawn(found: ZoneStatus, outline: Polygon) -> Drawn:
    x, y = centre(outline)
    name = found.zone.name
    fits = text_px(name) <= _width(outline) - 8 and _height(outline) >= SIGN + LETTER + 10
    up = (LETTER + 2) / 2 if fits else 0.0
    points = " ".join(f"{a:.1f},{b:.1f}" for a, b in outline)
    return Drawn(found, points, round(x - SIGN / 2, 1), round(y - SIGN / 2 - up, 1), name if fits else "", y + up + 4)


def text_px(text: str) -> float:
    """About how wide a name comes out: a Chinese letter is as wide as it is high, a Latin one little more than half."""
    return sum(LETTER if ord(letter) > 0x2E7F else LETTER * 0.62 for letter in text)


def _width(polygon: Polygon) -> float:
    return max(x for x, _ in polygon) - min(x for x, _ in polygon)


def _height(polygon: Polygon) -> float:
    return max(y for _, y in polygon) - min(y for _, y in polygon)
