"""Which closed outlines of a drawing, and which rooms between its walls, are likely zones; and what they are called
there."""

import re
from dataclasses import dataclass
from typing import Any

from services.plans.drawing import Drawing, Path, Text
from services.plans.rooms import has_walls, traced_rooms

LEAST_M2 = 2.0
LEAST_NAMELESS_M2 = 8.0  # smaller ones without a name are tables and machines
MOST_OF_THE_WHOLE = 0.9
NARROWEST_M = 1.0  # walls are outlines too
SAME = 0.95
SHELL = 0.6  # an outline filled so far by named others is their building
MOST_CANDIDATES = 5_000
MOST_PROPOSALS = 300
LONGEST_NAME = 60
MEASURE = re.compile(r"[\d.,\s]*(m²|㎡|m2|平方米|平米|平方)?", re.IGNORECASE)
NUMBERED = re.compile(r"[A-Za-z]{0,4}[-–]?[A-Za-z]?\d[\d.\-]*")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A zone that the drawing suggests: `polygon` in metres of the drawing, not closed; `name` may be empty."""

    name: str
    polygon: tuple[tuple[float, float], ...]
    area_m2: float


def propose_zones(drawing: Drawing) -> tuple[Proposal, ...]:
    """Those with a name first, the largest first: closed and visible outlines from 2 m² on, narrower than the whole
    plan, wider than a wall; and where no named outline lies, the rooms traced from the lines of walls."""
    outlines = _distinct(_outlines(drawing))
    called = list(zip(outlines, _names(outlines, drawing), strict=True))
    named = _without_shells([(outline, name) for outline, name in called if name])
    nameless = [(outline, "") for outline, name in called if not name and outline.area >= LEAST_NAMELESS_M2]
    if has_walls(drawing):  # what the walls say goes before outlines that nobody has given a name
        named += _traced(drawing, named)
        nameless = _outermost(nameless, [outline for outline, _ in named])
    else:
        nameless = _outermost(nameless, [outline for outline, _ in named])
        nameless += _traced(drawing, named + nameless)
    found = sorted(named + nameless, key=lambda each: (not each[1], -each[0].area))
    return tuple(_proposal(outline, name) for outline, name in found[:MOST_PROPOSALS])


def _traced(drawing: Drawing, taken: list[tuple[Any, str]]) -> list[tuple[Any, str]]:
    rooms = traced_rooms(drawing, [outline for outline, _ in taken])
    return list(zip(rooms, _names(rooms, drawing), strict=True))


def _outlines(drawing: Drawing) -> list[Any]:
    """Shapely polygons, the largest first."""
    from shapely.geometry import Polygon

    hidden = {layer.name for layer in drawing.layers if not layer.visible}
    most = MOST_OF_THE_WHOLE * drawing.width_m * drawing.height_m
    found = []
    for path in drawing.paths:
        if path.layer not in hidden and _is_ring(path) and _box_area(path) >= LEAST_M2:
            polygon = _sound(Polygon(path.corners()))
            if polygon is not None and LEAST_M2 <= polygon.area <= most:
                found.append(polygon)
    found.sort(key=lambda polygon: -polygon.area)
    return [polygon for polygon in found[:MOST_CANDIDATES] if not polygon.buffer(-NARROWEST_M / 2).is_empty]


def _is_ring(path: Path) -> bool:
    points = path.points
    return len(points) >= 6 and (path.closed or (len(points) >= 8 and points[:2] == points[-2:]))


def _box_area(path: Path) -> float:
    xs, ys = path.points[::2], path.points[1::2]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


def _sound(polygon: Any) -> Any | None:
    """The polygon, or the largest part of one that crosses itself; None where nothing is left."""
    if polygon.is_valid:
        return polygon
    from shapely import get_parts, make_valid

    areas = [part for part in get_parts(make_valid(polygon)).tolist() if part.geom_type == "Polygon"]
    return max(areas, key=lambda part: part.area, default=None)


def _distinct(outlines: list[Any]) -> list[Any]:
    """One of those that lie on each other, as an area's outline and its hatch do."""
    from shapely import STRtree

    tree = STRtree(outlines)
    dropped: set[int] = set()
    for place, outline in enumerate(outlines):
        if place in dropped:
            continue
        for other in tree.query(outline).tolist():
            twin = outlines[other]
            if other > place and twin.area > SAME * outline.area and outline.intersection(twin).area > SAME * twin.area:
                dropped.add(other)
    return [outline for place, outline in enumerate(outlines) if place not in dropped]


def _names(outlines: list[Any], drawing: Drawing) -> list[str]:
    """For each outline the text written into it, and into no smaller outline that has a name of its own."""
    from shapely import STRtree
    from shapely.geometry import Point

    texts = [(text, name) for text in drawing.texts if (name := _as_name(text.text))]
    tree = STRtree([Point(text.x, text.y) for text, _ in texts])
    names = [""] * len(outlines)
    taken: set[int] = set()
    for place in reversed(range(len(outlines))):
        inside = [n for n in tree.query(outlines[place], predicate="contains").tolist() if n not in taken]
        if inside:
            best = _best(outlines[place], [(n, texts[n][0]) for n in inside])
            names[place] = texts[best][1]
            taken.update(inside)
    return names


def _best(outline: Any, candidates: list[tuple[int, Text]]) -> int:
    """The nearest to the middle of those written large: names of rooms are larger than those of machines."""
    largest = max(text.height_m for _, text in candidates)
    middle = outline.centroid
    large = [(number, text) for number, text in candidates if text.height_m > 0.8 * largest]
    return min(large, key=lambda each: ((each[1].x - middle.x) ** 2 + (each[1].y - middle.y) ** 2, each[0]))[0]


def _as_name(text: str) -> str:
    """The first line that is a name and no figure, area or number of a machine."""
    for line in text.splitlines():
        words = " ".join(line.split())
        if len(words) > 1 and not MEASURE.fullmatch(words) and not NUMBERED.fullmatch(words):
            return words[:LONGEST_NAME]
    return ""


def _without_shells(named: list[tuple[Any, str]]) -> list[tuple[Any, str]]:
    """A building's outline takes a name from its title or its yard, but its rooms are the zones."""
    from shapely import union_all

    kept = []
    for place, (outline, name) in enumerate(named):
        inner = [other for other, _ in named[place + 1 :] if outline.contains(other.representative_point())]
        if len(inner) < 2 or union_all(inner).intersection(outline).area < SHELL * outline.area:
            kept.append((outline, name))
    return kept


def _outermost(nameless: list[tuple[Any, str]], named: list[Any]) -> list[tuple[Any, str]]:
    """Nameless outlines that neither lie in another one nor hold a named one: what stands in a room is no zone."""
    from shapely import STRtree

    kept: list[tuple[Any, str]] = []
    tree = STRtree(named)
    for outline, name in nameless:
        around = [named[n] for n in tree.query(outline).tolist()]
        touched = any(outline.intersection(other).area > 0.05 * min(outline.area, other.area) for other in around)
        if not touched and not any(other.intersects(outline.representative_point()) for other, _ in kept):
            kept.append((outline, name))
    return kept


def _proposal(outline: Any, name: str) -> Proposal:
    polygon = outline.simplify(0.005)
    corners = tuple((round(x, 3), round(y, 3)) for x, y in list(polygon.exterior.coords)[:-1])
    return Proposal(name, corners, round(outline.area, 2))
