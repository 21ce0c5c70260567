"""The level of statutory risk of each zone, for the four-colour map."""

from dataclasses import dataclass

from services.core.risk_levels import LEVEL_OF_CLASS, RiskLevel
from services.store.records import Records


@dataclass(frozen=True, slots=True)
class ZoneRisk:
    """A zone's level. `by_class`: the zone has no risk point, so that its level is the one its class stands for."""

    zone: str
    level: RiskLevel
    by_class: bool


def zone_risks(look: Records, floor: str | None = None) -> dict[str, ZoneRisk]:
    """The level of every living zone (of a floor), by zone."""
    zones = look.find("zone", floor=floor) if floor else look.find("zone")
    living = (zone for zone in zones if zone.retired_at is None)
    return {zone.id: ZoneRisk(zone.id, LEVEL_OF_CLASS[zone.zone_class], by_class=True) for zone in living}
