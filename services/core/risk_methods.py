"""How a risk is reckoned, as data: the scales of LEC and of the 5×5 matrix, and from which number on a level holds.

Sources: D = L × E × C with its values and classical five bands as K. J. Graham and G. F. Kinney gave them (Practical
Risk Analysis for Safety Management, 1976), in its Chinese form. Four levels are made of the five bands by merging the
two lowest into blue. R = L × S uses 1 to 5 for both; its bands differ by guide, so a plant may set them.
"""

from dataclasses import dataclass
from math import prod
from typing import Literal

from services.core.refused import Refused
from services.core.risk_levels import RiskLevel

Method = Literal["lec", "ls", "jha", "scl"]
Scale = Literal["lec", "ls"]
Scores = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """One factor, its allowed values from the mildest to the worst."""

    name: str
    values: tuple[float, ...]

    def lowered(self, value: float, steps: int) -> float:
        """The value so many steps milder, at most the mildest one."""
        return self.values[max(0, self.values.index(value) - steps)]


@dataclass(frozen=True, slots=True)
class MethodData:
    """`scale` says which numbers it ends in; `many`: it goes through several steps or items, the worst of which
    counts."""

    axes: tuple[Axis, ...]
    scale: Scale
    many: bool


@dataclass(frozen=True, slots=True)
class Bounds:
    """From which score on a risk is red, orange or yellow; blue below. `red_over`: red only above its bound, not at it.
    The bounds of orange and yellow belong to the worse level (≥)."""

    red: float
    orange: float
    yellow: float
    red_over: bool = False

    def level(self, score: float) -> RiskLevel:
        """The level of a score."""
        if score > self.red or (score == self.red and not self.red_over):
            return RiskLevel.RED
        if score >= self.orange:
            return RiskLevel.ORANGE
        return RiskLevel.YELLOW if score >= self.yellow else RiskLevel.BLUE


ONE_TO_FIVE = (1.0, 2.0, 3.0, 4.0, 5.0)
LEC_AXES = (
    Axis("likelihood", (0.1, 0.2, 0.5, 1.0, 3.0, 6.0, 10.0)),
    Axis("exposure", (0.5, 1.0, 2.0, 3.0, 6.0, 10.0)),
    Axis("consequence", (1.0, 3.0, 7.0, 15.0, 40.0, 100.0)),
)
LS_AXES = (Axis("likelihood", ONE_TO_FIVE), Axis("severity", ONE_TO_FIVE))
METHODS: dict[Method, MethodData] = {
    "lec": MethodData(LEC_AXES, "lec", many=False),
    "ls": MethodData(LS_AXES, "ls", many=False),
    "jha": MethodData(LS_AXES, "ls", many=True),
    "scl": MethodData(LS_AXES, "ls", many=True),
}
USUAL: dict[Scale, Bounds] = {"lec": Bounds(320, 160, 70, red_over=True), "ls": Bounds(20, 15, 9)}
# the classical bands of D, the worst first: the bound, whether it belongs to the band, and the band
BANDS = ((320.0, False, "extreme"), (160.0, True, "high"), (70.0, True, "marked"), (20.0, True, "possible"))


def score(scores: Scores) -> float:
    """The product of the factors: D of LEC, R of the matrix."""
    return round(prod(scores), 6)  # 0.1 has no exact binary form, and a bound must be met exactly


def band(d: float) -> str:
    """Which of the classical five bands a D falls in: extreme, high, marked, possible, slight."""
    return next((name for bound, at, name in BANDS if d > bound or (at and d == bound)), "slight")


def sound_scores(method: Method, scores: Scores) -> Scores:
    """The scores, each of which must be one of its axis's values. Raises Refused: risk_scores_wrong."""
    axes = METHODS[method].axes
    if len(scores) != len(axes):
        raise Refused("risk_scores_wrong", allowed=", ".join(axis.name for axis in axes))
    for axis, value in zip(axes, scores, strict=True):
        if value not in axis.values:
            raise Refused("risk_scores_wrong", allowed=", ".join(f"{one:g}" for one in axis.values))
    return scores


def lowered(method: Method, scores: Scores, steps: tuple[int, ...]) -> Scores:
    """The scores after so many steps down each axis."""
    axes = METHODS[method].axes
    return tuple(axis.lowered(value, by) for axis, value, by in zip(axes, scores, steps, strict=True))
