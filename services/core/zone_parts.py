"""One zone becomes two, or two neighbours become one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal

from services.core.cutting import cut, joined
from services.core.geometry import area, contains
from services.core.ground import free_ground
from services.core.operation import Change, Changed, Context, Look, Put, Way, name_free, operation, required
from services.core.overlapping import overlaps
from services.core.refused import Refused
from services.core.roles import OFFICE
from services.core.shape import Ref, Text
from services.core.zones import Metres, Outline, Zone, living_zone, sound_outline, zone_code

BELONGING = ("equipment", "sensor", "risk_point", "route")  # kinds that belong to the one zone they name


@operation("zones.split", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Split:
    """A zone is cut along the line through two points. The larger part stays the zone with all that happened in it;
    the smaller becomes a new one with the same class, people and emergency words, and with the equipment and sensors
    that stand in it. Refused: zone_not_cut, zones_overlap (the line cuts a zone that lies inside)."""

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
        for part in (smaller, larger):
            free_ground(look, zone.floor, part, but=(zone.id,), before=(zone.polygon,))
        code = zone_code(look, context.id)
        new = replace(zone, id=context.id, code=code, name=self.name, polygon=smaller)
        return [Put(replace(zone, polygon=larger)), Put(new), *map(Put, _cut_off(look, zone.id, new))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """The new zone goes back into the one it was cut from."""
        return "zones.merge", {"zone": self.zone, "other": id_}


@operation("zones.merge", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Merge:
    """A neighbour on the same floor becomes part of a zone and is used no more itself. What stands in it, its risk
    points, plans and routes are the zone's from now on; what happened in it stays. Refused: zone_has_open_hazards,
    zones_not_neighbours, zones_overlap (a zone around one of the two)."""

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
        outline = sound_outline(outline)
        free_ground(look, zone.floor, outline, but=(zone.id, other.id), before=(zone.polygon, other.polygon))
        whole, gone = replace(zone, polygon=outline), replace(other, retired_at=context.now)
        return [Put(whole), Put(gone), *map(Put, _brought_along(look, other.id, zone.id))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """The two are apart again, each with what was its own."""
        before: dict[str, dict[str, Mapping[str, Any]]] = {}
        for change in changes:
            before.setdefault(change["kind"], {})[change["id"]] = change["before"]
        return "zones.part", {
            "zone": self.zone,
            "other": self.other,
            "polygon": before["zone"][self.zone]["polygon"],
            "own": [{"kind": kind, "id": id_} for kind in BELONGING for id_ in before.get(kind, {})],
            "doors": [_said(door, "id", "zone", "leads_to") for door in before.get("door", {}).values()],
            "plans": [_said(plan, "id", "zones") for plan in before.get("inspection_plan", {}).values()],
        }


@dataclass(frozen=True, kw_only=True)
class Own:
    """A thing, risk point or route that belongs to one zone."""

    kind: Literal["equipment", "sensor", "risk_point", "route"]
    id: Annotated[str, Text(most=60)]


@dataclass(frozen=True, kw_only=True)
class Sides:
    """The zones on both sides of a door."""

    id: Annotated[str, Ref("door")]
    zone: Annotated[str, Ref("zone")]
    leads_to: Annotated[str, Ref("zone")] | None = None


@dataclass(frozen=True, kw_only=True)
class Rounds:
    """The zones that an inspection plan goes through."""

    id: Annotated[str, Ref("inspection_plan")]
    zones: tuple[Annotated[str, Ref("zone")], ...]


@operation("zones.part", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Part:
    """A zone that was merged into another is a zone of its own again: the other has the outline `polygon`, and it has
    what is its `own`, as far as that still belongs to the other. Refused: zone_in_use, zones_not_neighbours,
    zones_overlap."""

    zone: Annotated[str, Ref("zone")]
    other: Annotated[str, Ref("zone")]
    polygon: Outline
    own: tuple[Own, ...] = ()
    doors: tuple[Sides, ...] = ()
    plans: tuple[Rounds, ...] = ()

    def decide(self, context: Context, look: Look) -> list[Change]:
        zone, other = living_zone(look, self.zone), required(look, Zone, self.other)
        outline = sound_outline(self.polygon)
        if other.retired_at is None:
            raise Refused("zone_in_use", name=other.name)
        if zone.floor != other.floor:
            raise Refused("zones_not_neighbours")
        name_free(look, "zone", other.name, floor=other.floor)
        if overlaps(outline, other.polygon):
            raise Refused("zones_overlap", zone=other.name, id=other.id)
        for part in (outline, other.polygon):
            free_ground(look, zone.floor, part, but=(zone.id,), before=(zone.polygon,))
        apart = [replace(zone, polygon=outline), replace(other, retired_at=None)]
        return [*map(Put, apart), *map(Put, self._given_back(look))]

    def _given_back(self, look: Look) -> Iterator[Any]:
        for one in self.own:
            thing = look.get(one.kind, one.id)
            if thing is not None and thing.zone == self.zone:
                yield replace(thing, zone=self.other)
        for sides in self.doors:
            door = look.get("door", sides.id)
            if door is not None and self.zone in (door.zone, door.leads_to):
                yield replace(door, zone=sides.zone, leads_to=sides.leads_to)
        for rounds in self.plans:
            plan = look.get("inspection_plan", rounds.id)
            if plan is not None and self.zone in plan.zones:
                yield replace(plan, zones=rounds.zones)

    def inverse(self, id_: str, changes: Changed) -> Way:
        """The other becomes part of the zone again."""
        return "zones.merge", {"zone": self.zone, "other": self.other}


def _said(before: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: before[name] for name in names if before.get(name) is not None}


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
    for kind in BELONGING:
        yield from (replace(one, zone=new) for one in look.find(kind) if one.zone == old)
    for door in look.find("door"):
        if old in (door.zone, door.leads_to):
            zone, to = (new if one == old else one for one in (door.zone, door.leads_to))
            yield replace(door, zone=zone, leads_to=None if to == zone else to)
    for plan in look.find("inspection_plan"):
        if old in plan.zones:
            yield replace(plan, zones=tuple(dict.fromkeys(new if one == old else one for one in plan.zones)))
