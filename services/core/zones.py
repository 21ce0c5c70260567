"""Floors with their drawings and their place on the earth, and the zones drawn on them."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any, Literal

from services.core.geometry import SMALLEST_ZONE_M2, Polygon, area, crosses_itself
from services.core.ground import free_ground
from services.core.ids import digest
from services.core.operation import Change, Changed, Context, Look, Put, Way, name_free, operation, required
from services.core.people import Team, present
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE
from services.core.shape import Blob, Range, Ref, Text

ZoneClass = Literal["A", "B", "C", "D"]
Datum = Literal["wgs84", "gcj02"]
Metres = Annotated[float, Range(-100_000, 100_000)]
Size = Annotated[float, Range(0.1, 100_000)]
Outline = tuple[tuple[Metres, Metres], ...]
Emergency = Annotated[str, Text(most=2000, least=0)]
Phone = Annotated[str, Text(most=40, least=0)]
CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
MOST_CORNERS = 2000


@dataclass(frozen=True, kw_only=True)
class ControlPoint:
    """A place that is known on the plan, `x` and `y` in metres, and on the earth, in degrees of the floor's datum."""

    x: Metres
    y: Metres
    longitude: Annotated[float, Range(-180, 180)]
    latitude: Annotated[float, Range(-90, 90)]


@record("floor", few=True)
@dataclass(frozen=True, kw_only=True)
class Floor:
    """`drawing` is the blob of the neutral drawing, `source` that of the file it was read from; sizes in metres.
    `site` and `building` say where it is, `level` how high. `datum` is what the control points were measured in:
    coordinates of the two differ by some 500 m in China and are never mixed."""

    id: str
    name: str
    building: str
    level: int
    width_m: float
    height_m: float
    drawing: Annotated[str, Blob()] | None = None
    source: Annotated[str, Blob()] | None = None
    site: str = ""
    datum: Datum = "wgs84"
    control_points: tuple[ControlPoint, ...] = ()
    retired_at: datetime | None = None

    @property
    def place(self) -> str:
        """Site, building and floor, as far as they have names."""
        return " · ".join(filter(None, (self.site, self.building, self.name)))


@record("zone", indexed=("floor", "code", "team"), few=True)
@dataclass(frozen=True, kw_only=True)
class Zone:
    """A polygon in metres on a floor. `code` is the short code that labels carry. `emergency` says what to do when
    something happens there, `phone` whom to call; `note` is what people are to know of it now."""

    id: str
    code: str
    floor: str
    name: str
    zone_class: ZoneClass
    polygon: tuple[tuple[float, float], ...]
    supervisor: str | None = None
    team: str | None = None
    emergency: str = ""
    phone: str = ""
    note: str = ""
    retired_at: datetime | None = None


def living_floor(look: Look, floor: str) -> Floor:
    """The floor, which must not be retired. Raises Refused: no_such_record, floor_retired."""
    found = required(look, Floor, floor)
    if found.retired_at is not None:
        raise Refused("floor_retired", name=found.name)
    return found


def living_zone(look: Look, zone: str) -> Zone:
    """The zone, which must not be retired. Raises Refused: no_such_record, zone_retired."""
    found = required(look, Zone, zone)
    if found.retired_at is not None:
        raise Refused("zone_retired", zone=zone)
    return found


def sound_outline(polygon: Polygon) -> Polygon:
    """The outline, if it is one, without corners that the next one repeats (a drawn ring often ends where it began).
    Raises Refused: outline_too_few, _too_many, _crosses, _too_small."""
    if len(polygon) > MOST_CORNERS:
        raise Refused("outline_too_many", most=MOST_CORNERS)
    following = (*polygon[1:], *polygon[:1])
    polygon = tuple(corner for corner, after in zip(polygon, following, strict=True) if corner != after)
    if len(polygon) < 3:
        raise Refused("outline_too_few")
    if crosses_itself(polygon):
        raise Refused("outline_crosses")
    if area(polygon) < SMALLEST_ZONE_M2:
        raise Refused("outline_too_small", least=SMALLEST_ZONE_M2)
    return polygon


def outline_mark(polygon: Polygon) -> str:
    """By what two outlines are told apart: 64 bits over their corners, as hex."""
    return digest(repr([list(map(float, corner)) for corner in polygon]).encode())[:16]


def zone_code(look: Look, operation_id: str) -> str:
    """A short printed code such as Z-4X8B, made from the operation's id, that no other zone has."""
    bits = int.from_bytes(hashlib.sha256(operation_id.encode()).digest(), "big")
    while True:
        code = "Z-" + "".join(CODE_LETTERS[bits >> (5 * place) & 31] for place in range(4))
        if not look.find("zone", code=code):
            return code
        bits >>= 5


@operation("zones.draw", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Draw:
    """A new zone on a floor. Refused: zones_overlap, besides what is wrong with an outline."""

    floor: Annotated[str, Ref("floor")]
    name: Annotated[str, Text(most=60)]
    zone_class: ZoneClass
    polygon: Outline
    supervisor: Annotated[str, Ref("person")] | None = None
    team: Annotated[str, Ref("team")] | None = None
    emergency: Emergency = ""
    phone: Phone = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        floor = living_floor(look, self.floor)
        name_free(look, "zone", self.name, floor=floor.id)
        if self.supervisor:
            present(look, self.supervisor)
        if self.team:
            required(look, Team, self.team)
        outline = sound_outline(self.polygon)
        free_ground(look, floor.id, outline)
        zone = Zone(
            id=context.id,
            code=zone_code(look, context.id),
            floor=floor.id,
            name=self.name,
            zone_class=self.zone_class,
            polygon=outline,
            supervisor=self.supervisor,
            team=self.team,
            emergency=self.emergency,
            phone=self.phone,
        )
        return [Put(zone)]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """What was drawn is used no more."""
        return "zones.retire", {"zone": id_}


@operation("zones.rename", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Rename:
    """Another name for a zone."""

    zone: Annotated[str, Ref("zone")]
    name: Annotated[str, Text(most=60)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        zone = living_zone(look, self.zone)
        name_free(look, "zone", self.name, but=zone.id, floor=zone.floor)
        return [Put(replace(zone, name=self.name))]


@operation("zones.reshape", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Reshape:
    """Another outline for a zone, in place of the one that its author saw. Refused: zones_overlap, besides what is
    wrong with an outline."""

    zone: Annotated[str, Ref("zone")]
    polygon: Outline

    def premise(self, look: Look) -> dict[str, Any]:
        zone: Zone | None = look.get("zone", self.zone)
        return {"outline": outline_mark(zone.polygon)} if zone is not None else {}

    def decide(self, context: Context, look: Look) -> list[Change]:
        zone, outline = living_zone(look, self.zone), sound_outline(self.polygon)
        free_ground(look, zone.floor, outline, but=(zone.id,), before=(zone.polygon,))
        return [Put(replace(zone, polygon=outline))]


@operation("zones.classify", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Classify:
    """Another class for a zone."""

    zone: Annotated[str, Ref("zone")]
    zone_class: ZoneClass

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(living_zone(look, self.zone), zone_class=self.zone_class))]


@operation("zones.set_supervisor", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetSupervisor:
    """Who answers for a zone; none takes the supervisor away."""

    zone: Annotated[str, Ref("zone")]
    supervisor: Annotated[str, Ref("person")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        if self.supervisor:
            present(look, self.supervisor)
        return [Put(replace(living_zone(look, self.zone), supervisor=self.supervisor))]


@operation("zones.set_team", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetTeam:
    """The maintenance team of a zone; none takes the team away."""

    zone: Annotated[str, Ref("zone")]
    team: Annotated[str, Ref("team")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        if self.team:
            required(look, Team, self.team)
        return [Put(replace(living_zone(look, self.zone), team=self.team))]


@operation("zones.set_emergency", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetEmergency:
    """What to do in a zone when something happens, and the number to call."""

    zone: Annotated[str, Ref("zone")]
    emergency: Emergency = ""
    phone: Phone = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(living_zone(look, self.zone), emergency=self.emergency, phone=self.phone))]


@operation("zones.set_note", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetNote:
    """What people are to know of a zone now; nothing takes the note away."""

    zone: Annotated[str, Ref("zone")]
    note: Annotated[str, Text(most=300, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(living_zone(look, self.zone), note=self.note))]


@operation("zones.retire", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """The zone is used no more; what happened in it stays."""

    zone: Annotated[str, Ref("zone")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        zone = living_zone(look, self.zone)
        if any(hazard.open for hazard in look.find("hazard", zone=zone.id)):
            raise Refused("zone_has_open_hazards", zone=zone.id)
        return [Put(replace(zone, retired_at=context.now))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """The zone is used again."""
        return "zones.restore", {"zone": self.zone}


@operation("zones.restore", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Restore:
    """A retired zone is used again, where its name and its ground are still free. Its labels are good again. Refused:
    zone_in_use, zones_overlap."""

    zone: Annotated[str, Ref("zone")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        zone = required(look, Zone, self.zone)
        if zone.retired_at is None:
            raise Refused("zone_in_use", name=zone.name)
        living_floor(look, zone.floor)
        name_free(look, "zone", zone.name, floor=zone.floor)
        free_ground(look, zone.floor, zone.polygon)
        return [Put(replace(zone, retired_at=None))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """The zone is used no more."""
        return "zones.retire", {"zone": self.zone}
