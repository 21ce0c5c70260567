"""How far from its zone a photo says that it was taken, where the floor's place on the earth is known."""

import math

from services.core.geometry import Point, contains
from services.core.georeference import fitted, to_gcj02
from services.core.photos import Photo
from services.core.zones import Floor, Zone


def metres_from(zone: Zone, floor: Floor, photo: Photo) -> float | None:
    """Metres on the earth from the zone's outline to where the photo was taken; 0 within it. None where the photo or
    the floor tells no place. A phone's own place errs by tens of metres indoors, so little is said by little."""
    if photo.latitude is None or photo.longitude is None or len(floor.control_points) < 3:
        return None
    there = (photo.longitude, photo.latitude)
    fit = fitted(floor.control_points)
    spot = fit.plan(*(to_gcj02(*there) if floor.datum == "gcj02" else there))
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
