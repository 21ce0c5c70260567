"""Conditions about how things stand: the colour of a zone on the map, equipment, and lines that run."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from services.core.equipment import EquipmentType
from services.core.rule_slots import ClassOfZone, Name, Seconds

ZoneState = Literal["overdue", "pending", "normal", "unknown"]
EquipmentState = Literal["in_use", "stopped", "check_overdue", "out_of_use"]


@dataclass(frozen=True, kw_only=True)
class ZoneIs:
    """A zone has had this colour on the map for so long; one zone, those of a class, or any."""

    kind: ClassVar[str] = "zone_is"
    status: ZoneState = "overdue"
    for_s: Seconds = 0.0
    zone: Name | None = None
    zone_class: ClassOfZone | None = None


@dataclass(frozen=True, kw_only=True)
class EquipmentIs:
    """Equipment has been in this state for so long: in use, stopped by the MES's word, past the day of its check, or
    out of use; one, those of a type, or any."""

    kind: ClassVar[str] = "equipment_is"
    state: EquipmentState = "stopped"
    for_s: Seconds = 0.0
    equipment: Name | None = None
    type: EquipmentType | None = None


@dataclass(frozen=True, kw_only=True)
class LineRuns:
    """A line has run for so long, by the MES's word; one, or any."""

    kind: ClassVar[str] = "line_runs"
    for_s: Seconds = 0.0
    line: Name | None = None
