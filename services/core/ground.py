"""Whose ground it is: no zone lies partly on another of its floor. One wholly inside another is as it should be."""

import math
from collections.abc import Collection, Iterable
from typing import Any

from services.core.cutting import off
from services.core.geometry import Point, Polygon, area, contains
from services.core.operation import Look
from services.core.overlapping import boxes_touch, overlaps
from services.core.refused import Refused


def free_ground(
    look: Look, floor: str, polygon: Polygon, *, but: Collection[str] = (), before: Iterable[Polygon] = ()
) -> None:
    """No zone in use on the floor lies partly under the outline; `but` are ids of zones that are not asked. What an
    outline of `before` lay on already may stay so: where two overlapped before this was a rule, each can still be
    mended in steps. Raises Refused: zones_overlap."""
    before = tuple(before)
    for other in under(look.find("zone", floor=floor), polygon, but):
        if not any(overlaps(outline, other.polygon) for outline in before):
            raise Refused("zones_overlap", zone=other.name, id=other.id)


def under(zones: Iterable[Any], polygon: Polygon, but: Collection[str] = ()) -> list[Any]:
    """The zones in use that lie partly under an outline, by name."""
    near = (one for one in zones if one.retired_at is None and one.id not in but and boxes_touch(polygon, one.polygon))
    return sorted((one for one in near if overlaps(polygon, one.polygon)), key=lambda one: (one.name, one.id))


def smallest_around(zones: Iterable[Any], at: Point) -> Any | None:
    """The smallest zone in use that holds a point: what stands there belongs to it."""
    around = (one for one in zones if one.retired_at is None and contains(one.polygon, at))
    return min(around, key=lambda one: (area(one.polygon), one.id), default=None)


def nearest(zones: Iterable[Any], at: Point, reach_m: float = math.inf) -> list[Any]:
    """The zones in use whose outlines come within so many metres of a point, the nearest first."""
    living = [one for one in zones if one.retired_at is None]
    far = {one.id: _away(one.polygon, at) for one in living}
    return sorted((one for one in living if far[one.id] <= reach_m), key=lambda one: (far[one.id], one.id))


def _away(polygon: Polygon, at: Point) -> float:
    return min(off(at, a, b) for a, b in zip(polygon, (*polygon[1:], *polygon[:1]), strict=True))
