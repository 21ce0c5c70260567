"""An outline from a drawing cut back to where no other zone lies: drawings overlap by the thickness of a wall."""

from collections.abc import Iterable
from typing import Any

from services.core.geometry import Polygon, crosses_itself
from services.core.overlapping import overlaps

LEAST_KEPT = 0.5  # of its area: what keeps less is another room


def trimmed(polygon: Polygon, others: Iterable[Polygon]) -> Polygon | None:
    """The largest part of an outline that lies partly on none of the others, corners to the millimetre; the outline
    itself where it does not anyway, None where less than half of it is left."""
    partly = [other for other in others if overlaps(polygon, other)]
    if not partly:
        return polygon
    from shapely import get_parts, union_all
    from shapely.geometry import Polygon as Shape

    whole = Shape(polygon)
    left = whole.difference(union_all([Shape(other).buffer(0) for other in partly]))
    parts = [part for part in get_parts(left).tolist() if part.geom_type == "Polygon"]
    largest = max(parts, key=lambda part: part.area, default=None)
    if largest is None or largest.area < LEAST_KEPT * whole.area:
        return None
    found = _outline(largest)
    sound = len(found) >= 3 and not crosses_itself(found) and not any(overlaps(found, other) for other in partly)
    return found if sound else None


def _outline(part: Any) -> Polygon:
    """Without slivers thinner than 2 mm and without a hole, which is another zone inside."""
    ring = list(part.simplify(0.001).exterior.coords)[:-1]
    corners = [(round(x, 3), round(y, 3)) for x, y in ring]
    return tuple(corner for place, corner in enumerate(corners) if corner != corners[place - 1])
