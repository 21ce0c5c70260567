"""One zone becomes two, or two neighbours become one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any

from services.core.cutting import cut, joined
from services.core.geometry import area, contains
from services.core.operation import Change, Context, Look, Put, Way, name_free, operation
from services.core.refused import Refused
from services.core.roles import OFFICE
from services.core.shape import Ref, Text
from services.core.zones import Metres, Zone, living_zone, sound_outline, zone_code


@operation("zones.split", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Split:
    """A zone is cut along the line through two points. The larger part stays the zone with all that happened in it;
    the smaller becomes a new one with the same class, people and emergency words, and with the equipment and sensors
    that stand in it. Refused: zone_not_cut."""

    zone: Annotated[str, Ref("zone")]
    name: Annotated[str, Text(most=60)]
    start: tuple[Metres, Metres]
    end: tuple[Metres, Metres]

    def decide(self, context: Context, look: Look) -> list[Change]:
        zone = living_zone(look, self.zone)
        name_free(look, "zone", self.name, floor=zone.floor)
        parts = cut(zone.polygon, self.start, self.end)
        if parts is None:
            raise Refused("zone_not_cut")
        smaller, larger = sorted((sound_outline(part) for part in parts), key=area)
        code = zone_code(look, context.id)
        new = replace(zone, id=context.id, code=code, name=self.name, polygon=smaller)
        return [Put(replace(zone, polygon=larger)), Put(new), *map(Put, _cut_off(look, zone.id, new))]

    def inverse(self, id_: str) -> Way:
        """The new zone goes back into the one it was cut from."""
        return "zones.merge", {"zone": self.zone, "other": id_}


@operation("zones.merge", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Merge:
    """A neighbour on the same floor becomes part of a zone and is used no more itself. What stands in it, its risk
    points, plans and routes are the zone's from now on; what happened in it stays. Refused: zone_has_open_hazards,
    zones_not_neighbours."""

    zone: Annotated[str, Ref("zone")]
    other: Annotated[str, Ref("zone")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        zone, other = living_zone(look, self.zone), living_zone(look, self.other)
        if zone.id == other.id or zone.floor != other.floor:
            raise Refused("zones_not_neighbours")
        if any(hazard.open for hazard in look.find("hazard", zone=other.id)):
            raise Refused("zone_has_open_hazards", zone=other.id)
        outline = joined(zone.polygon, other.polygon)
        if outline is None:
            raise Refused("zones_not_neighbours")
        whole, gone = replace(zone, polygon=sound_outline(outline)), replace(other, retired_at=context.now)
        return [Put(whole), Put(gone), *map(Put, _brought_along(look, other.id, zone.id))]


def _cut_off(look: Look, old: str, new: Zone) -> Iterator[Any]:
    """Equipment and sensors whose place lies in what was cut off; a sensor without a place goes with its machine."""
    gone = {one.id: one for one in look.find("equipment", zone=old) if _stands_in(one, new)}
    for sensor in look.find("sensor", zone=old):
        if _stands_in(sensor, new) or (sensor.x is None and sensor.equipment in gone):
            gone[sensor.id] = sensor
    yield from (replace(one, zone=new.id) for one in gone.values())


def _stands_in(thing: Any, zone: Zone) -> bool:
    return thing.x is not None and thing.y is not None and contains(zone.polygon, (thing.x, thing.y))


def _brought_along(look: Look, old: str, new: str) -> Iterator[Any]:
    """All that is said of one zone, said of another. A door between the two leads nowhere any more."""
    for kind in ("equipment", "sensor", "risk_point"):
        yield from (replace(one, zone=new) for one in look.find(kind, zone=old))
    yield from (replace(one, zone=new) for one in look.find("route") if one.zone == old)
    for door in look.find("door"):
        if old in (door.zone, door.leads_to):
            zone, to = (new if one == old else one for one in (door.zone, door.leads_to))
            yield replace(door, zone=zone, leads_to=None if to == zone else to)
    for plan in look.find("inspection_plan"):
        if old in plan.zones:
            yield replace(plan, zones=tuple(dict.fromkeys(new if one == old else one for one in plan.zones)))
