"""A fishbone drawn from the causes of an investigation: where its spine, bones and texts lie, for screen and paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.core.geometry import Point
from services.core.investigations import BRANCHES, Branch, Cause

HEAD_SHARE, SLANT, LABEL_SHARE = 0.16, 0.30, 0.11
ABOVE: tuple[Branch, ...] = BRANCHES[:3]


@dataclass(frozen=True, slots=True)
class Twig:
    """A cause: its line ends at `end` on the bone, `room` long. Above it the bone leans over by `lean` a unit of height
    where the branch is above the spine, so that a text keeps off it."""

    text: str
    root: bool
    end: Point
    room: float
    lean: float


@dataclass(frozen=True, slots=True)
class Bone:
    """One branch, from its tip to the spine; its name stands at the tip in a place `label_high` high."""

    branch: Branch
    tip: Point
    foot: Point
    above: bool
    twigs: tuple[Twig, ...]


@dataclass(frozen=True, slots=True)
class Fishbone:
    """In the units of the room it was made for, y downwards. The head, with what happened, is at the right."""

    tail: Point
    neck: Point
    bones: tuple[Bone, ...]
    label_high: float

    @property
    def head_left(self) -> float:
        """Where the head begins."""
        return self.neck[0]


def fishbone(causes: Sequence[Cause], wide: float, high: float) -> Fishbone:
    """The drawing for a room of this size: three branches above the spine, two below."""
    middle, neck = high / 2, wide * (1 - HEAD_SHARE)
    label = high * LABEL_SHARE
    column = neck / len(ABOVE)
    bones = []
    for branch in BRANCHES:
        above = branch in ABOVE
        place = BRANCHES.index(branch) if above else BRANCHES.index(branch) - len(BRANCHES) + len(ABOVE)
        foot = (neck - (len(ABOVE) - 1 - place) * column - column * 0.06 - (0.0 if above else column * 0.5), middle)
        tip = (foot[0] - column * SLANT, label if above else high - label)
        mine = [one for one in causes if one.branch == branch]
        bones.append(Bone(branch, tip, foot, above, tuple(_twigs(mine, tip, foot, column))))
    return Fishbone((0.0, middle), (neck, middle), tuple(bones), label)


def _twigs(mine: Sequence[Cause], tip: Point, foot: Point, column: float) -> list[Twig]:
    found = []
    lean = max(0.0, (foot[0] - tip[0]) / (foot[1] - tip[1]))
    for number, cause in enumerate(mine, 1):
        share = number / (len(mine) + 1)
        end = (tip[0] + (foot[0] - tip[0]) * share, tip[1] + (foot[1] - tip[1]) * share)
        found.append(Twig(cause.text, cause.root, end, column * (1 - SLANT) * 0.92, lean))
    return found
