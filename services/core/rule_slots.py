"""The figures and names that conditions and actions of rules take."""

from typing import Annotated, Literal

from services.core.shape import Range, Text

Name = Annotated[str, Text(most=120)]
Value = Annotated[float, Range(-1e9, 1e9)]
Seconds = Annotated[float, Range(0, 366 * 86_400)]
Clock = Annotated[str, Text(most=5, least=5)]
ClassOfZone = Literal["A", "B", "C", "D"]
Happening = Literal[
    "hazard_reported",
    "hazard_fixed",
    "hazard_returned",
    "hazard_closed",
    "inspection_done",
    "inspection_late",
    "inspection_missed",
    "stop_began",
    "stop_ended",
    "went_over",
    "went_under",
]
Family = Literal["zone", "line", "sensor"]


def family_of(happening: Happening) -> Family:
    """Of what kind of place a happening speaks."""
    if happening.startswith(("hazard", "inspection")):
        return "zone"
    return "line" if happening.startswith("stop") else "sensor"
