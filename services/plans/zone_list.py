"""Zones as a list that can leave the plant and come back: what is in a file, and what it would change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from services.core.geometry import Polygon, area
from services.core.zones import ControlPoint, Datum, Zone

SAME_M = 0.002  # corners nearer than this are the same: files round


@dataclass(frozen=True, slots=True)
class ZoneEntry:
    """One zone of a file; what the file doesn't say is "" or empty. `polygon` is in metres on the floor."""

    name: str
    polygon: Polygon = ()
    zone_class: str = ""
    code: str = ""
    supervisor: str = ""
    team: str = ""
    floor: str = ""

    @property
    def area_m2(self) -> float:
        """Its area."""
        return area(self.polygon)


@dataclass(frozen=True, slots=True)
class ZoneList:
    """What a file of zones holds. `width_m` and `height_m` are its floor's size, `control_points` where that lies on
    the earth, if the file knows; `left_out` counts what was no zone."""

    zones: tuple[ZoneEntry, ...]
    width_m: float
    height_m: float
    control_points: tuple[ControlPoint, ...] = ()
    datum: Datum = "wgs84"
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """What is done with one entry: the operations, none where the zone is so already; `why` is the code of a refusal
    that was foreseen."""

    entry: ZoneEntry
    done: str  # new, changed, same, refused
    operations: tuple[tuple[str, dict[str, Any]], ...] = ()
    why: str = ""


class Named(Protocol):
    """A person or a team."""

    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...


def steps(
    entries: Iterable[ZoneEntry], floor: str, zones: Iterable[Zone], people: Iterable[Named], teams: Iterable[Named]
) -> tuple[Step, ...]:
    """How the living `zones` of a floor become what the entries say. An entry is about the zone of its code, else of
    its name; zones that no entry is about stay as they are. Names of people and teams that are unknown, or that two
    have, are not taken over."""
    by_code = {zone.code: zone for zone in zones}
    by_name = {zone.name: zone for zone in by_code.values()}
    known = {"supervisor": _by_name(people), "team": _by_name(teams)}
    found = []
    for entry in entries:
        zone = by_code.get(entry.code) or by_name.get(entry.name)
        found.append(_changing(entry, zone, known) if zone else _drawing(entry, floor, known))
    return tuple(found)


def _by_name(all_: Iterable[Named]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in all_:
        found[one.name] = "" if one.name in found else one.id
    return {name: id_ for name, id_ in found.items() if id_}


def _drawing(entry: ZoneEntry, floor: str, known: Mapping[str, Mapping[str, str]]) -> Step:
    if len(entry.polygon) < 3:
        return Step(entry, "refused", why="outline_too_few")
    if not entry.zone_class:
        return Step(entry, "refused", why="zone_without_class")
    args: dict[str, Any] = {"floor": floor, "name": entry.name, "zone_class": entry.zone_class}
    args["polygon"] = [list(corner) for corner in entry.polygon]
    for field in ("supervisor", "team"):
        if id_ := known[field].get(getattr(entry, field)):
            args[field] = id_
    return Step(entry, "new", (("zones.draw", args),))


def _changing(entry: ZoneEntry, zone: Zone, known: Mapping[str, Mapping[str, str]]) -> Step:
    wanted: list[tuple[str, dict[str, Any]]] = []
    if entry.name != zone.name:
        wanted.append(("zones.rename", {"name": entry.name}))
    if entry.polygon and not same_outline(entry.polygon, zone.polygon):
        wanted.append(("zones.reshape", {"polygon": [list(corner) for corner in entry.polygon]}))
    if entry.zone_class and entry.zone_class != zone.zone_class:
        wanted.append(("zones.classify", {"zone_class": entry.zone_class}))
    for field in ("supervisor", "team"):
        id_ = known[field].get(getattr(entry, field))
        if id_ and id_ != getattr(zone, field):
            wanted.append((f"zones.set_{field}", {field: id_}))
    operations = tuple((kind, {"zone": zone.id, **args}) for kind, args in wanted)
    return Step(entry, "changed" if operations else "same", operations)


def same_outline(one: Polygon, other: Polygon) -> bool:
    """Whether two outlines have the same corners in the same order, within 2 mm, wherever and whichever way round they
    begin: a file may turn rings round."""
    if len(one) != len(other):
        return False
    for turned in (other, other[::-1]):
        for start in range(len(turned)):
            pairs = zip(one, turned[start:] + turned[:start], strict=True)
            if all(abs(a[0] - b[0]) <= SAME_M and abs(a[1] - b[1]) <= SAME_M for a, b in pairs):
                return True
    return False
