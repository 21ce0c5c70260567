"""The floors of a plant as GeoJSON: zones, and the lines of each plan in metres from its lower left corner."""

import json
import re
from collections.abc import Iterator

from services.core.zones import Floor
from services.photos.folder import PhotoFolder
from services.plans import drawing as drawings
from services.plans.drawing import PlanRefused
from services.plans.geojson import written
from services.plans.zone_list import ZoneEntry
from services.store.records import Records


def plan_files(look: Records, blobs: PhotoFolder) -> Iterator[tuple[str, bytes]]:
    """Names and contents."""
    floors = sorted(look.find("floor"), key=lambda one: (one.building, one.level, one.id))
    for number, floor in enumerate(floors, 1):
        name = f"plans/{number:02}-{_plain(f'{floor.building} {floor.name}')}"
        yield f"{name}.geojson", written(floor, _zones(look, floor))
        data = blobs.get(floor.drawing) if floor.drawing else None
        lines = _lines(data) if data else None
        if lines:
            yield f"{name}-lines.geojson", lines


def _zones(look: Records, floor: Floor) -> list[ZoneEntry]:
    found = [zone for zone in look.find("zone", floor=floor.id) if zone.retired_at is None]
    names = {one.id: one.name for kind in ("person", "team") for one in look.find(kind)}
    return [
        ZoneEntry(
            zone.name,
            zone.polygon,
            zone.zone_class,
            zone.code,
            supervisor=names.get(zone.supervisor or "", ""),
            team=names.get(zone.team or "", ""),
        )
        for zone in sorted(found, key=lambda one: (one.code, one.id))
    ]


def _lines(data: bytes) -> bytes | None:
    """The lines of a plan; None where it is a picture, or can't be read."""
    try:
        plan = drawings.from_bytes(data)
    except PlanRefused:
        return None
    features = [
        {
            "type": "Feature",
            "properties": {"layer": path.layer, "colour": path.colour},
            "geometry": {
                "type": "LineString",
                "coordinates": [list(point) for point in zip(path.points[::2], path.points[1::2], strict=True)],
            },
        }
        for path in plan.paths
    ]
    if not features:
        return None
    about = {"coordinates": "metres", "width_m": plan.width_m, "height_m": plan.height_m}
    return json.dumps({"type": "FeatureCollection", "anhuan": about, "features": features}, ensure_ascii=False).encode()


def _plain(name: str) -> str:
    return re.sub(r"[^\w-]+", " ", name).strip()[:60] or "floor"
