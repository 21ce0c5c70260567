"""Badges: what somebody has done for everybody's safety, in three steps each. They are counted from what was found
valid, so that what is taken back is not counted. None is for an absence of injuries, which would teach silence."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Literal, get_args

from services.core.operation import Change, Context, Look, Put, operation
from services.core.points_rules import need_points
from services.core.record import record
from services.core.roles import Role
from services.core.shape import Range, shapes

Badge = Literal["finder", "major_finder", "near_miss", "steady", "learner", "drilled", "second_look"]
BADGES: tuple[Badge, ...] = get_args(Badge)
STEPS = (1, 5, 20)  # times the plant's first figure
BADGE_RULES = "badges"  # the one record's id
Least = Annotated[int, Range(1, 10_000)]


@record("badge_rules", called="", group="badge_rules", few=True)
@dataclass(frozen=True, kw_only=True)
class BadgeRules:
    """How many make the first step of each badge: hazards found valid, major ones, near misses told of by name and
    taken up by the office, valid inspections, courses passed, drills joined, random re-checks answered."""

    id: str = BADGE_RULES
    finder: int = 5
    major_finder: int = 1
    near_miss: int = 1
    steady: int = 50
    learner: int = 3
    drilled: int = 2
    second_look: int = 5


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody's badge: `step` 1 to 3, `count` what they have done, `wanted` what the next step takes (None: none)."""

    badge: Badge
    step: int
    count: int
    wanted: int | None


def badge_rules_of(look: Look) -> BadgeRules:
    """The plant's figures, or those that every plant begins with."""
    return look.get("badge_rules", BADGE_RULES) or BadgeRules()


def held(counts: Mapping[Badge, int], rules: BadgeRules) -> tuple[Held, ...]:
    """All badges with how far somebody has come; step 0 is none yet."""
    found = []
    for badge in BADGES:
        first, count = getattr(rules, badge), counts.get(badge, 0)
        steps = [first * times for times in STEPS]
        step = sum(count >= one for one in steps)
        found.append(Held(badge, step, count, steps[step] if step < len(steps) else None))
    return tuple(found)


@operation("badge_rules.set", roles=frozenset({Role.EHS_MANAGER}), offline=False, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetBadgeRules:
    """Other figures; what is not said stays."""

    finder: Least | None = None
    major_finder: Least | None = None
    near_miss: Least | None = None
    steady: Least | None = None
    learner: Least | None = None
    drilled: Least | None = None
    second_look: Least | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        need_points(look)
        given = {name: value for name in shapes(SetBadgeRules) if (value := getattr(self, name)) is not None}
        return [Put(replace(badge_rules_of(look), **given))]
