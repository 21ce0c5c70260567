"""The four levels of statutory risk, and the level that a zone's class stands for."""

from enum import StrEnum

from services.core.zones import ZoneClass


class RiskLevel(StrEnum):
    """Major, considerable, general and low risk, named by their colours on the four-colour map (四色图)."""

    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    BLUE = "blue"

    @property
    def rank(self) -> int:
        """Higher is worse: 4 for red, 1 for blue."""
        return 4 - list(RiskLevel).index(self)


# a proposal of this house, as no rule names classes A to D; see docs/decisions
LEVEL_OF_CLASS: dict[ZoneClass, RiskLevel] = {
    "A": RiskLevel.RED,
    "B": RiskLevel.ORANGE,
    "C": RiskLevel.YELLOW,
    "D": RiskLevel.BLUE,
}
