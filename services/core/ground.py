"""Whose ground it is: no zone lies partly on another of its floor. One wholly inside another is as it should be."""

from collections.abc import Collection, Iterable
from typing import Any

from services.core.geometry import Polygon
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
