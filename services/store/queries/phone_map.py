"""The map on a phone: who may see it, the floors, and each zone with its status and what makes it so."""

from dataclasses import dataclass
from datetime import datetime

from services.core.hazards import Hazard
from services.core.operation import Actor
from services.core.people import Person
from services.core.roles import CONSOLE_ROLES
from services.core.zones import Floor
from services.store.queries.people import floor_rows
from services.store.queries.phone import may_see
from services.store.queries.status import Status, ZoneStatus, clock_of, zone_statuses
from services.store.records import Records

URGENCY = (Status.OVERDUE, Status.PENDING, Status.UNKNOWN, Status.NORMAL)


@dataclass(frozen=True, slots=True)
class PhoneMap:
    """A floor with its zones, the most urgent first, and the other floors. `chosen` is the zone that was asked about,
    `hazards` those of it that the reader may open."""

    floors: tuple[Floor, ...]
    floor: Floor | None
    zones: tuple[ZoneStatus, ...]
    counts: dict[Status, int]
    chosen: ZoneStatus | None
    hazards: tuple[Hazard, ...]


def sees_map(look: Records, person: Person | None) -> bool:
    """The desk sees the map on a phone, and who answers for a zone."""
    if person is None:
        return False
    if not CONSOLE_ROLES.isdisjoint(person.roles):
        return True
    return any(zone.supervisor == person.id for zone in look.find("zone") if zone.retired_at is None)


def phone_map(look: Records, actor: Actor, now: datetime, floor: str, zone: str) -> PhoneMap:
    """The wanted floor, else the first; the same statuses as on the console's map."""
    floors = floor_rows(look)
    shown = next((one for one in floors if one.id == floor), floors[0] if floors else None)
    found = zone_statuses(look, now, shown.id) if shown else ()
    zones = tuple(sorted(found, key=_urgency))
    counts = {status: sum(one.status == status for one in zones) for status in URGENCY}
    chosen = next((one for one in zones if one.zone.id == zone), None)
    hazards = chosen.hazards if chosen else ()
    return PhoneMap(floors, shown, zones, counts, chosen, tuple(h for h in hazards if may_see(look, actor, h, now)))


def _urgency(one: ZoneStatus) -> tuple[int, bool, float, str]:
    until = clock_of(one.hazards[0]) if one.hazards else one.since
    return (URGENCY.index(one.status), until is None, until.timestamp() if until else 0.0, one.zone.name)
