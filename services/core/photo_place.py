"""How far from its zone a photo says that it was taken, or a phone that it is, where the floor's place on the earth is
known."""

import math
from dataclasses import dataclass
from typing import Annotated

from services.core.geometry import Point, contains
from services.core.georeference import fitted, to_gcj02, to_wgs84
from services.core.operation import Look
from services.core.photos import Photo
from services.core.shape import Range
from services.core.zones import Floor, Zone

FAR_M = 100.0  # indoors a phone errs by tens of metres, and not always by what it says
LEAST_POINTS = 3


@dataclass(frozen=True, kw_only=True)
class Fix:
    """Where a phone says that it is, in degrees, and by how many metres it may be wrong."""

    longitude: Annotated[float, Range(-180, 180)]
    latitude: Annotated[float, Range(-90, 90)]
    error_m: Annotated[float, Range(0, 1e7)] = 0.0


def off_zone(look: Look, zone: Zone, fix: Fix | None) -> float | None:
    """Metres from the zone's outline to the phone at least, its own error taken off; None where the phone or the floor
    tells no place. It is to tell WGS-84, and some browsers tell GCJ-02 all the same: what puts the phone nearer counts,
    so that nobody is doubted for a browser."""
    floor: Floor | None = look.get("floor", zone.floor)
    if fix is None or floor is None or len(floor.control_points) < LEAST_POINTS:
        return None
    said = (fix.longitude, fix.latitude)
    either = (said, (to_gcj02 if floor.datum == "gcj02" else to_wgs84)(*said))
    metres = min(_metres(zone, floor, spot) for spot in either)
    return round(max(0.0, metres - fix.error_m), 1)


def metres_from(zone: Zone, floor: Floor, photo: Photo) -> float | None:
    """Metres on the earth from the zone's outline to where the photo was taken; 0 within it. None where the photo or
    the floor tells no place. A phone's own place errs by tens of metres indoors, so little is said by little."""
    if photo.latitude is None or photo.longitude is None or len(floor.control_points) < LEAST_POINTS:
        return None
    there = (photo.longitude, photo.latitude)
    return _metres(zone, floor, to_gcj02(*there) if floor.datum == "gcj02" else there)


def _metres(zone: Zone, floor: Floor, there: Point) -> float:
    """From the zone's outline to a place in the floor's own datum."""
    fit = fitted(floor.control_points)
    spot = fit.plan(*there)
    if contains(zone.polygon, spot):
        return 0.0
    corners = zip(zone.polygon, (*zone.polygon[1:], zone.polygon[0]), strict=True)
    return min(_from_line(spot, a, b) for a, b in corners) * fit.scale


def _from_line(spot: Point, a: Point, b: Point) -> float:
    """From a point to a line that ends at both ends."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    along = ((spot[0] - a[0]) * dx + (spot[1] - a[1]) * dy) / (dx * dx + dy * dy) if (dx, dy) != (0, 0) else 0.0
    share = min(1.0, max(0.0, along))
    return math.hypot(spot[0] - a[0] - share * dx, spot[1] - a[1] - share * dy)
