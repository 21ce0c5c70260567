"""Zones from GeoJSON (RFC 7946) and into it: polygons with a name and a class, in degrees or in metres.

In degrees they are WGS-84, as the format asks for. What is in metres says so in the foreign member "anhuan"; a file of
others is in degrees where its coordinates can be, and no wider than a works."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from services.core.geometry import Point, Polygon
from services.core.georeference import Fit, Flat, fitted, in_rectangle_of_china, to_gcj02, to_wgs84
from services.core.zones import ControlPoint, Floor
from services.plans.drawing import Drawing, PlanRefused, Text, Warning, quoted
from services.plans.strokes import Found, Stroke
from services.plans.zone_list import ZoneEntry, ZoneList

MOST_BYTES = 50 * 1024 * 1024
MOST_FEATURES = 20_000
WIDEST_DEGREES = 0.5
FINEST = 10  # digits of a degree: a hundredth of a millimetre
CLASSES = ("A", "B", "C", "D")
NAMES = ("name", "名称", "zone", "区域", "title", "NAME", "Name")
CLASS_NAMES = ("class", "zone_class", "类别", "level", "CLASS", "Class")
OURS = "anhuan"
Place = Callable[[float, float], Point]
Part = tuple[str, list[Point], Mapping[str, Any]]  # kind, points and properties


def read_list(data: bytes, floor: Floor | None = None) -> ZoneList:
    """The zones of a file, on a floor that is there, or with the size of the floor they would make. Raises
    PlanRefused: file_empty, file_too_large, file_damaged, not_geojson, nothing_to_draw, zones_need_position."""
    content = _content(data)
    parts = list(_parts(content))
    areas = [part for part in parts if part[0] == "area"]
    if not areas:
        raise PlanRefused("nothing_to_draw")
    about = content.get(OURS) if isinstance(content.get(OURS), dict) else {}
    if _in_degrees(content, areas):
        return _from_degrees(areas, floor, len(parts) - len(areas))
    zones = tuple(_entry(part, lambda x, y: (x, y)) for part in areas)
    if floor is not None:
        return ZoneList(zones, floor.width_m, floor.height_m, left_out=len(parts) - len(areas))
    return _settled(zones, about, len(parts) - len(areas))


def read_geojson(data: bytes) -> Drawing:
    """The same as a drawing: outlines as lines, names as texts, a layer for each class. Raises PlanRefused."""
    listed, found = read_list(data), Found()
    for zone in listed.zones:
        layer = zone.zone_class or "GeoJSON"
        found.add(Stroke(layer, "#000000", True, False, [*zone.polygon]))
        if zone.name:
            middle = _middle(zone.polygon)
            found.write(Text(layer, *middle, zone.area_m2**0.5 / 12, 0.0, zone.name, 0.5, 0.5))
    told = [Warning("parts_skipped", {"count": listed.left_out, "kinds": "–"})] if listed.left_out else []
    return found.measured(1.0, (0.0, 0.0, listed.width_m, listed.height_m), told, "m")


def written(floor: Floor, zones: Iterable[ZoneEntry]) -> bytes:
    """The zones of one floor: in degrees of WGS-84 where it has a position, else in metres."""
    fit = fitted(floor.control_points) if floor.control_points else None
    place = _outwards(floor, fit) if fit else lambda x, y: (round(x, 4), round(y, 4))
    about: dict[str, Any] = {"floor": floor.name, "site": floor.site, "building": floor.building, "level": floor.level}
    about |= {"coordinates": "wgs84" if fit else "metres", "width_m": floor.width_m, "height_m": floor.height_m}
    features = [_feature(zone, place) for zone in zones]
    whole = {"type": "FeatureCollection", OURS: about, "features": features}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _outwards(floor: Floor, fit: Fit) -> Place:
    def place(x: float, y: float) -> Point:
        at = fit.earth(x, y)
        if floor.datum == "gcj02" and in_rectangle_of_china(*at):
            at = to_wgs84(*at)
        return (round(at[0], FINEST), round(at[1], FINEST))

    return place


def _feature(zone: ZoneEntry, place: Place) -> dict[str, Any]:
    ring = [list(place(*corner)) for corner in zone.polygon]
    doubled = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))
    ring = ring if doubled > 0 else ring[::-1]  # the format wants outer rings counter-clockwise
    properties: dict[str, Any] = {"name": zone.name, "class": zone.zone_class, "code": zone.code}
    properties |= {"supervisor": zone.supervisor, "team": zone.team, "area_m2": round(zone.area_m2, 2)}
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
    }


def _content(data: bytes) -> dict[str, Any]:
    if not data.strip():
        raise PlanRefused("file_empty")
    if len(data) > MOST_BYTES:
        raise PlanRefused("file_too_large", mb=round(len(data) / 2**20), most_mb=MOST_BYTES // 2**20)
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise PlanRefused("file_damaged", why=quoted(error)) from error
    if not isinstance(content, dict) or content.get("type") not in ("FeatureCollection", "Feature", *GEOMETRIES):
        raise PlanRefused("not_geojson")
    return content


GEOMETRIES = ("Polygon", "MultiPolygon", "GeometryCollection", "LineString", "MultiLineString", "Point", "MultiPoint")


def _parts(content: dict[str, Any]) -> Iterator[Part]:
    """Outer rings as areas; all else is named, to be counted. Raises PlanRefused: too_much, file_damaged."""
    features = content.get("features", []) if content["type"] == "FeatureCollection" else [content]
    if not isinstance(features, list) or len(features) > MOST_FEATURES:
        raise PlanRefused("too_much", most=MOST_FEATURES)
    try:
        for feature in features:
            geometry = feature if feature.get("type") in GEOMETRIES else feature.get("geometry") or {}
            properties = feature.get("properties") or {}
            yield from _rings(geometry, properties if isinstance(properties, dict) else {})
    except (AttributeError, KeyError, TypeError, ValueError, IndexError) as error:
        raise PlanRefused("file_damaged", why=quoted(error)) from error


def _rings(geometry: Mapping[str, Any], properties: Mapping[str, Any]) -> Iterator[Part]:
    kind = geometry.get("type")
    if kind == "GeometryCollection":
        for inner in geometry["geometries"]:
            if inner.get("type") != "GeometryCollection":
                yield from _rings(inner, properties)
        return
    if kind not in ("Polygon", "MultiPolygon"):
        yield "other", [], properties
        return
    polygons = [geometry["coordinates"]] if kind == "Polygon" else geometry["coordinates"]
    for polygon in polygons:
        ring = [(float(at[0]), float(at[1])) for at in polygon[0]]
        if any(not abs(value) < 1e7 for at in ring for value in at):
            raise ValueError("coordinates beyond every map")
        ring = ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring
        if len(ring) >= 3:
            yield "area", ring, properties


def _in_degrees(content: Mapping[str, Any], areas: list[Part]) -> bool:
    about = content.get(OURS)
    if isinstance(about, dict) and about.get("coordinates") in ("metres", "wgs84"):
        return bool(about["coordinates"] == "wgs84")
    xs, ys = [x for _, ring, _ in areas for x, _ in ring], [y for _, ring, _ in areas for _, y in ring]
    possible = max(map(abs, xs)) <= 180 and max(map(abs, ys)) <= 90
    return possible and max(max(xs) - min(xs), max(ys) - min(ys)) <= WIDEST_DEGREES


def _entry(part: Part, place: Place) -> ZoneEntry:
    _, ring, properties = part
    zone_class = _said(properties, CLASS_NAMES).upper()[:1]
    return ZoneEntry(
        name=_said(properties, NAMES)[:60],
        polygon=tuple((round(x, 3), round(y, 3)) for x, y in (place(*at) for at in ring)),
        zone_class=zone_class if zone_class in CLASSES else "",
        code=_said(properties, ("code",)),
        supervisor=_said(properties, ("supervisor",)),
        team=_said(properties, ("team",)),
    )


def _said(properties: Mapping[str, Any], names: Iterable[str]) -> str:
    return next((quoted(properties[name]) for name in names if properties.get(name) not in (None, "")), "")


def _from_degrees(areas: list[Part], floor: Floor | None, left_out: int) -> ZoneList:
    if floor is not None:
        if not floor.control_points:
            raise PlanRefused("zones_need_position", floor=floor.name)
        fit = fitted(floor.control_points)

        def inwards(longitude: float, latitude: float) -> Point:
            if floor.datum == "gcj02" and in_rectangle_of_china(longitude, latitude):
                longitude, latitude = to_gcj02(longitude, latitude)
            return fit.plan(longitude, latitude)

        zones = tuple(_entry(part, inwards) for part in areas)
        return ZoneList(zones, floor.width_m, floor.height_m, floor.control_points, floor.datum, left_out)
    lons, lats = [x for _, ring, _ in areas for x, _ in ring], [y for _, ring, _ in areas for _, y in ring]
    middle = Flat((min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2)
    west, south = middle.metres(min(lons), min(lats))
    zones = tuple(_entry(part, lambda lon, lat: _from(middle.metres(lon, lat), west, south)) for part in areas)
    width, height = round(-2 * west, 3), round(-2 * south, 3)
    if min(width, height) <= 0:
        raise PlanRefused("nothing_to_draw")
    corners = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
    spots = [(x, y, *middle.degrees(x + west, y + south)) for x, y in corners]
    points = tuple(ControlPoint(x=x, y=y, longitude=lon, latitude=lat) for x, y, lon, lat in spots)
    return ZoneList(zones, width, height, points, "wgs84", left_out)


def _from(at: Point, west: float, south: float) -> Point:
    return (at[0] - west, at[1] - south)


def _settled(zones: tuple[ZoneEntry, ...], about: Any, left_out: int) -> ZoneList:
    """Zones in metres: on the floor that the file tells of, else with their own lower left as its origin."""
    try:
        width, height = float(about["width_m"]), float(about["height_m"])
        if not (0.1 <= width <= 100_000 and 0.1 <= height <= 100_000):
            raise ValueError
        return ZoneList(zones, width, height, left_out=left_out)
    except (KeyError, TypeError, ValueError):
        pass
    xs, ys = [x for zone in zones for x, _ in zone.polygon], [y for zone in zones for _, y in zone.polygon]
    left, bottom = min(xs), min(ys)
    width, height = max(xs) - left, max(ys) - bottom
    if min(width, height) <= 0:
        raise PlanRefused("nothing_to_draw")
    moved = tuple(
        ZoneEntry(
            zone.name,
            tuple((round(x - left, 3), round(y - bottom, 3)) for x, y in zone.polygon),
            zone.zone_class,
            zone.code,
            zone.supervisor,
            zone.team,
        )
        for zone in zones
    )
    return ZoneList(moved, round(width, 3), round(height, 3), left_out=left_out)


def _middle(polygon: Polygon) -> Point:
    """A place within the outline."""
    from shapely.geometry import Polygon as Shape

    shape = Shape(polygon)
    at = shape.representative_point() if shape.is_valid else shape.centroid
    return (at.x, at.y)
