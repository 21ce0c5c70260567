"""Two reports of the same hazard become one: the younger one points to the other, and can be parted from it again."""

from dataclasses import dataclass, replace
from typing import Annotated, Any

from services.core.hazards import TO_FIX, TO_REVIEW, Hazard, State, in_states, tell
from services.core.operation import Change, Changed, Context, Look, Put, Way, operation, required
from services.core.refused import Refused
from services.core.roles import LEADERS
from services.core.shape import Ref
from services.core.zones import Zone

MOST_APART = 100  # of so many a hazard keeps that they are others
MERGEABLE = (State.REPORTED, *TO_FIX)  # a report that may end in another
GOES_ON = (*MERGEABLE, *TO_REVIEW)


def mergeable(hazard: Hazard) -> bool:
    """Whether it may end in another report of the same."""
    return hazard.state in MERGEABLE


def goes_on(hazard: Hazard) -> bool:
    """Whether another report of the same may end in it."""
    return hazard.state in GOES_ON


def apart(one: Hazard, other: Hazard) -> bool:
    """Whether somebody has found the two to be different hazards."""
    return other.id in one.not_same or one.id in other.not_same


@operation("hazards.merge", roles=LEADERS, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Merge:
    """This report is of the same hazard as `into`, where it goes on. Its photos and its reporter stay with it."""

    hazard: Annotated[str, Ref("hazard")]
    into: Annotated[str, Ref("hazard")]

    def premise(self, look: Look) -> dict[str, Any]:
        found = look.get("hazard", self.hazard), look.get("hazard", self.into)
        names = ("state", "into_state")
        return {name: one.state.value if one else "" for name, one in zip(names, found, strict=True)}

    def decide(self, context: Context, look: Look) -> list[Change]:
        hazard = in_states(look, self.hazard, *MERGEABLE)
        if self.into == self.hazard:
            raise Refused("merge_into_itself")
        into = in_states(look, self.into, *GOES_ON)
        merged = replace(hazard, state=State.MERGED, merged_into=into.id, closed_at=context.now)
        zone = required(look, Zone, hazard.zone)
        return [Put(merged), *tell([hazard.reporter], "hazard_merged", merged, zone)]

    def inverse(self, id_: str) -> Way:
        return "hazards.part", {"hazard": self.hazard}


@operation("hazards.differ", roles=LEADERS, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Differ:
    """Two reports that look alike are of different hazards, and are no longer proposed as one; with `differs` false
    they may be after all."""

    hazard: Annotated[str, Ref("hazard")]
    other: Annotated[str, Ref("hazard")]
    differs: bool = True

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        return "hazards.differ", {"hazard": self.hazard, "other": self.other, "differs": not self.differs}

    def decide(self, context: Context, look: Look) -> list[Change]:
        hazard, other = required(look, Hazard, self.hazard), required(look, Hazard, self.other)
        if hazard.id == other.id:
            raise Refused("merge_into_itself")
        if self.differs:
            return [Put(replace(hazard, not_same=(*_without(hazard, other), other.id)[-MOST_APART:]))]
        return [
            Put(replace(one, not_same=_without(one, another)))
            for one, another in ((hazard, other), (other, hazard))
            if another.id in one.not_same
        ]


@operation("hazards.part", roles=LEADERS)
@dataclass(frozen=True, kw_only=True)
class Part:
    """It was another hazard after all: it goes on where it stood when it was merged."""

    hazard: Annotated[str, Ref("hazard")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        hazard = in_states(look, self.hazard, State.MERGED)
        return [Put(replace(hazard, state=_stood(hazard), merged_into=None, closed_at=None))]


def _without(hazard: Hazard, other: Hazard) -> tuple[str, ...]:
    return tuple(one for one in hazard.not_same if one != other.id)


def _stood(hazard: Hazard) -> State:
    """The state in which it was merged: what belongs to it is still there."""
    if hazard.accepted_at is not None:
        return State.FIXING
    return State.ASSIGNED if hazard.team or hazard.assignee else State.REPORTED
