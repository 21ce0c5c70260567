"""Rooms traced from the lines of walls: the free space between them, with the gaps of doors taken for closed.

Walls are grown until the gaps are closed; what is left of the free space are the middles of rooms, and these are grown
back to the walls. So it does not matter whether a wall is drawn as one line, two lines or a filled outline."""

import math
from typing import Any

from services.plans.drawing import Drawing, Path

WALLS = ("wall", "墙", "window", "窗", "glaz", "partition", "隔断", "column", "柱", "concr", "plaster", "pillar")
REACHES_M = (1.1, 0.6)  # half of the gaps that are closed: double doors first, then what is too narrow for that
LONG_M = 0.8  # where no layer is one of walls, single lines from this length on count as such
LEAST_M2 = 4.0
STRAIGHT_M = 0.02
MOST_LINES = 60_000
SHARPEST = 1.5  # how far a pointed corner may be drawn out, in reaches


def has_walls(drawing: Drawing) -> bool:
    """Whether a layer is called as one of walls is."""
    return any(layer.visible and _is_wall(layer.name) for layer in drawing.layers)


def traced_rooms(drawing: Drawing, taken: list[Any]) -> list[Any]:
    """Shapely polygons of rooms, the largest first; the ground of `taken` polygons is no room's."""
    import shapely

    walls = _walls(drawing)
    if not walls or len(walls) > MOST_LINES:
        return []
    found: list[Any] = []
    for reach in REACHES_M:
        solid = shapely.union_all([*_grown(walls, reach), *_grown(taken + found, reach)])
        found += _between(solid, reach)
    return sorted(found, key=lambda room: -room.area)


def _grown(shapes: list[Any], by: float) -> Any:
    """Squarely, ends of lines too: what closes a gap has then no dent in it that would grow back as a tooth."""
    import shapely

    return shapely.buffer(shapes, by, cap_style="square", join_style="mitre", mitre_limit=SHARPEST)


def _walls(drawing: Drawing) -> list[Any]:
    """The lines of walls: those on layers that are called so, else all long single lines."""
    hidden = {layer.name for layer in drawing.layers if not layer.visible}
    seen = [path for path in drawing.paths if path.layer not in hidden]
    named = [path for path in seen if _is_wall(path.layer)]
    return [_line(path) for path in named or (path for path in seen if _is_long(path))]


def _is_long(path: Path) -> bool:
    return len(path.points) == 4 and math.dist(path.points[:2], path.points[2:]) >= LONG_M


def _is_wall(layer: str) -> bool:
    return any(word in layer.lower() for word in WALLS)


def _line(path: Path) -> Any:
    from shapely.geometry import LineString

    corners = path.corners()
    return LineString([*corners, corners[0]] if path.closed else corners)


def _between(solid: Any, reach: float) -> list[Any]:
    """The rooms whose middles a grown mass of walls leaves free; what lies outside of it is none."""
    from shapely import get_parts
    from shapely.geometry import box

    left, bottom, right, top = solid.bounds
    whole = box(left - reach, bottom - reach, right + reach, top + reach)
    middles = [part for part in get_parts(whole.difference(solid)).tolist() if not part.intersects(whole.exterior)]
    rooms = [_room(middle, reach) for middle in middles]
    return [room for room in rooms if room is not None]


def _room(middle: Any, reach: float) -> Any | None:
    """A middle grown back to its walls; None where it is too small. A hole in it is a column, or another room."""
    from shapely.geometry import Polygon

    (room,) = _grown([Polygon(middle.exterior)], reach)
    return Polygon(room.exterior).simplify(STRAIGHT_M) if room.area >= LEAST_M2 else None
