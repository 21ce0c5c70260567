"""The shape of each kind of DXF entity as plain outlines in the units of the file, curves cut into short chords."""

import math
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, pairwise
from typing import Any, NamedTuple

from services.plans.winding import wound

Point = tuple[float, float]

FINEST_RAD = math.radians(1)
COARSEST_RAD = math.radians(15)
SAGITTA_M = 0.002
SPLINE_M = 0.01
NOT_CLOSED = 32  # a boundary of which the CAD program found only pieces


class Outline(NamedTuple):
    points: list[Point]
    closed: bool = False
    filled: bool = False


class Fineness(NamedTuple):
    """How far a chord may leave its curve; `unit_m` is None while the file's unit is only to be guessed."""

    unit_m: float | None

    def step(self, radius: float) -> float:
        """The angle of one chord: its sagitta is at most 2 mm, and it turns by 1° to 15°."""
        if self.unit_m is None:
            return math.radians(3)
        share = min(SAGITTA_M / (self.unit_m * radius), 1.0) if radius > 0 else 1.0
        return min(max(2 * math.acos(1 - share), FINEST_RAD), COARSEST_RAD)

    def distance(self, size: float) -> float:
        """For curves of other kinds: 1 cm, but no coarser than 1/200 and no finer than 1/5000 of the curve's size."""
        wanted = SPLINE_M / self.unit_m if self.unit_m else size / 500
        return max(min(wanted, size / 200), size / 5000, 1e-9)


def shapes() -> dict[str, Callable[[Any, Fineness], Iterable[Outline]]]:
    """Entity type → the function that draws it."""
    return {
        "LINE": _line,
        "LWPOLYLINE": _lwpolyline,
        "POLYLINE": _polyline,
        "ARC": _arc,
        "CIRCLE": _circle,
        "ELLIPSE": _ellipse,
        "SPLINE": _spline,
        "HELIX": _spline,
        "HATCH": _hatch,
        "MPOLYGON": _hatch,
        "SOLID": _solid,
        "TRACE": _solid,
        "3DFACE": _face,
        "LEADER": _leader,
    }


def bulged(vertices: list[tuple[float, float, float]], closed: bool, fineness: Fineness) -> list[Point]:
    """A polyline of (x, y, bulge) with its arcs cut into chords; the bulge of a corner bends the way to the next."""
    if not vertices:
        return []
    points: list[Point] = [vertices[0][:2]]
    ring = [*vertices, vertices[0]] if closed else vertices
    for (x1, y1, bulge), (x2, y2, _) in pairwise(ring):
        if abs(bulge) > 1e-9:
            points.extend(_bulge_points(x1, y1, x2, y2, bulge, fineness))
        points.append((x2, y2))
    return points[:-1] if closed and len(points) > 1 else points


def _bulge_points(x1: float, y1: float, x2: float, y2: float, bulge: float, fineness: Fineness) -> Iterator[Point]:
    """The points strictly between the ends of one arc."""
    sweep = 4 * math.atan(bulge)
    chord = math.hypot(x2 - x1, y2 - y1)
    if chord == 0 or not math.isfinite(sweep):
        return
    radius = chord * (1 + bulge * bulge) / (4 * abs(bulge))
    lift = (1 - bulge * bulge) / (4 * bulge)
    cx = (x1 + x2) / 2 - (y2 - y1) * lift
    cy = (y1 + y2) / 2 + (x2 - x1) * lift
    start = math.atan2(y1 - cy, x1 - cx)
    count = math.ceil(abs(sweep) / fineness.step(radius))
    for place in range(1, count):
        angle = start + sweep * place / count
        yield cx + radius * math.cos(angle), cy + radius * math.sin(angle)


def _in_plane(entity: Any, points: list[Point], elevation: float = 0.0) -> list[Point]:
    """Points of the entity's own plane as the plan sees them; nearly always the same, or mirrored."""
    extrusion = entity.dxf.extrusion
    if extrusion.z > 0 and extrusion.x == 0 and extrusion.y == 0:
        return points
    to_wcs = entity.ocs().to_wcs
    return [(p.x, p.y) for p in (to_wcs((x, y, elevation)) for x, y in points)]


def _line(entity: Any, fineness: Fineness) -> Iterable[Outline]:
    start, end = entity.dxf.start, entity.dxf.end
    return [Outline([(start.x, start.y), (end.x, end.y)])]


def _lwpolyline(entity: Any, fineness: Fineness) -> Iterable[Outline]:
    vertices = [(float(x), float(y), float(bulge)) for x, y, _, _, bulge in entity.lwpoints]
    closed = bool(entity.closed)
    return [Outline(_in_plane(entity, bulged(vertices, closed, fineness), entity.dxf.elevation), closed)]


def _polyline(entity: Any, fineness: Fineness) -> Iterable[Outline]:
    if entity.is_poly_face_mesh or entity.is_polygon_mesh:
        return [outline for face in entity.virtual_entities() for outline in _face(face, fineness)]
    frame = 16  # the vertices that only steer a fitted curve
    kept = [vertex.dxf for vertex in entity.vertices if not vertex.dxf.flags & frame]
    closed = bool(entity.is_closed)
    if entity.is_3d_polyline:
        return [Outline([(vertex.location.x, vertex.location.y) for vertex in kept], closed)]
    vertices = [(vertex.location.x, vertex.location.y, float(vertex.get("bulge", 0.0))) for vertex in kept]
    elevation = entity.dxf.elevation.z if entity.dxf.hasattr("elevation") else 0.0
    return [Outline(_in_plane(entity, bulged(vertices, closed, fineness), elevation), closed)]


def _round(entity: Any, start: float, sweep: float, fineness: Fineness) -> list[Point]:
    centre, radius = entity.dxf.center, abs(entity.dxf.radius)
    count = max(math.ceil(sweep / fineness.step(radius)), 1)
    angles = [start + sweep * place / count for place in range(count + 1)]
    points = [(centre.x + radius * math.cos(angle), centre.y + radius * math.sin(angle)) for angle in angles]
    return _in_plane(entity, points, centre.z)


def _arc(entity: Any, fineness: Fineness) -> Iterable[Outline]:
    start, end = math.radians(entity.dxf.start_angle), math.radians(entity.dxf.end_angle)
    return [Outline(_round(entity, start, (end - start) % math.tau or math.tau, fineness))]


def _circle(entity: Any, fineness: Fineness) -> Iterable[Outline]:
    return [Outline(_round(entity, 0.0, math.tau, fineness)[:-1], closed=True)]


def _ellipse(entity: Any, fineness: Fineness) -> Iterable[Outline]:
    centre, major, minor = entity.dxf.center, entity.dxf.major_axis, entity.minor_axis
    start, end = entity.dxf.start_param, entity.dxf.end_param
    sweep = (end - start) % math.tau or math.tau
    whole = math.tau - sweep < 1e-6
    count = max(math.ceil(sweep / fineness.step(major.magnitude)), 1)
    params = [start + sweep * place / count for place in range(count + (not whole))]
    turns = [(math.cos(param), math.sin(param)) for param in params]
    points = [(centre.x + c * major.x + s * minor.x, centre.y + c * major.y + s * minor.y) for c, s in turns]
    return [Outline(points, closed=whole)]


def _spline(entity: Any, fineness: Fineness) -> Iterable[Outline]:
    steering = [(float(p[0]), float(p[1])) for p in (*entity.control_points, *entity.fit_points)]
    points = entity.flattening(fineness.distance(_size(steering)))
    return [Outline([(p.x, p.y) for p in points], bool(entity.closed))]


def _hatch(entity: Any, fineness: Fineness) -> Iterable[Outline]:
    from ezdxf.path import from_hatch_boundary_path

    ocs, elevation = entity.ocs(), entity.dxf.elevation.z
    boundaries = [boundary for boundary in entity.paths if not boundary.path_type_flags & NOT_CLOSED]
    whole = [from_hatch_boundary_path(boundary, ocs, elevation) for boundary in boundaries]
    rings = []
    for path in chain.from_iterable(each.sub_paths() if each.has_sub_paths else (each,) for each in whole):
        size = _size([(p.x, p.y) for p in path.control_vertices()])
        ring = [(p.x, p.y) for p in path.flattening(fineness.distance(size))]
        if len(ring) > 3 and ring[0] == ring[-1]:
            ring.pop()
        if len(ring) > 2:
            rings.append(ring)
    filled = entity.dxftype() == "HATCH" and bool(entity.dxf.solid_fill)
    return [Outline(ring, closed=True, filled=filled) for ring in wound(rings)]


def _solid(entity: Any, fineness: Fineness) -> Iterable[Outline]:
    corners = [entity.dxf.get(name) for name in ("vtx0", "vtx1", "vtx3", "vtx2")]
    points = [(corner.x, corner.y) for corner in corners if corner is not None]
    return [Outline(_in_plane(entity, points, corners[0].z), closed=True, filled=True)]


def _face(entity: Any, fineness: Fineness) -> Iterable[Outline]:
    return [Outline([(corner.x, corner.y) for corner in entity.wcs_vertices()], closed=True)]


def _leader(entity: Any, fineness: Fineness) -> Iterable[Outline]:
    return [Outline([(vertex.x, vertex.y) for vertex in entity.vertices])]


def _size(points: list[Point]) -> float:
    if not points:
        return 0.0
    xs, ys = zip(*points, strict=True)
    return math.hypot(max(xs) - min(xs), max(ys) - min(ys))
