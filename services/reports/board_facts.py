"""What the notice board, the cards and the three lists say of a floor: its zones, their risk points with measures and
who answers for them, and the hazards that are open there."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from services.core.operation import required
from services.core.plant import the_plant
from services.core.zones import Floor, Zone

if TYPE_CHECKING:
    from services.store.queries.hazards import HazardRow
    from services.store.queries.risk import PointRow
    from services.store.records import Records


@dataclass(frozen=True, slots=True)
class ZoneFacts:
    """A zone; `level` is the code of a RiskLevel, `by_class` says that no risk point has told it yet. `phone` is the
    zone's own for emergencies, else its supervisor's."""

    zone: Zone
    level: str
    by_class: bool
    supervisor: str
    team: str
    phone: str
    points: "tuple[PointRow, ...]"


@dataclass(frozen=True, slots=True)
class BoardFacts:
    """`zones` from the worst level to the mildest; `hazards` those that are open, the longest open first."""

    plant: str
    floor: Floor
    as_of: datetime
    zones: tuple[ZoneFacts, ...]
    hazards: "tuple[HazardRow, ...]"

    @property
    def points(self) -> "tuple[PointRow, ...]":
        """All risk points, zone by zone."""
        return tuple(point for zone in self.zones for point in zone.points)


def board_facts(look: "Records", floor: str, now: datetime) -> BoardFacts:
    """A floor as it is now. Raises Refused: no_such_record, no_plant."""
    from services.core.risk_levels import RiskLevel
    from services.store.queries.hazards import hazard_rows
    from services.store.queries.people import zone_rows
    from services.store.queries.risk import risk_points, zone_risks

    found = required(look, Floor, floor)
    plant = the_plant(look)
    risks, points = zone_risks(look, floor), risk_points(look)
    zones = [
        ZoneFacts(
            row.zone,
            risks[row.id].level.value,
            risks[row.id].by_class,
            row.supervisor.name if row.supervisor else "",
            row.team.name if row.team else "",
            row.zone.phone or (row.supervisor and row.supervisor.phone) or "",
            tuple(point for point in points if point.point.zone == row.id),
        )
        for row in zone_rows(look, floor)
    ]
    zones.sort(key=lambda one: (-RiskLevel(one.level).rank, one.zone.zone_class, one.zone.name))
    here = {one.zone.id for one in zones}
    hazards = [row for row in hazard_rows(look, now) if row.hazard.open and row.hazard.zone in here]
    hazards.sort(key=lambda row: (row.hazard.reported_at, row.hazard.id))
    return BoardFacts(plant.name, found, now.astimezone(ZoneInfo(plant.timezone)), tuple(zones), tuple(hazards))
