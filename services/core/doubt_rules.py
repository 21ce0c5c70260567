"""By which figures points are doubted and re-checked: the plant's own, edited like a form. A doubt accuses nobody: it
puts what looks odd before a person, who decides."""

from dataclasses import dataclass, replace
from typing import Annotated

from services.core.operation import Change, Context, Look, Put, operation
from services.core.points_rules import need_points
from services.core.record import record
from services.core.roles import Role
from services.core.shape import Range, shapes

DOUBT_RULES = "doubts"  # the one record's id


@record("doubt_rules", called="", group="doubt_rules", few=True)
@dataclass(frozen=True, kw_only=True)
class DoubtRules:
    """Looked at are the last `days`. Photos are the same up to `photo_bits` of their 64 bits. Two reports of one person
    in a zone that are alike within `split_hours` may be one that was split. In a ring each has at least `ring_least`
    reports of which `ring_share` percent were passed by the next one. Who fixes what they reported within
    `own_fix_minutes`, `own_fix_least` times a week, may have made it for that. A check-in that comes `late_hours` after
    it was made, one phone with the check-ins of `phone_people` people within an hour, and `reversals` earnings that one
    person's deeds undo within a day, are told of too. `recheck_percent` of what earned points is looked at once more,
    within `recheck_hours`."""

    id: str = DOUBT_RULES
    days: int = 60
    photo_bits: int = 3
    split_hours: int = 8
    ring_share: float = 80.0
    ring_least: int = 5
    own_fix_minutes: int = 30
    own_fix_least: int = 3
    late_hours: int = 24
    phone_people: int = 3
    reversals: int = 20
    recheck_percent: float = 5.0
    recheck_hours: int = 72


def doubt_rules_of(look: Look) -> DoubtRules:
    """The plant's figures, or those that every plant begins with."""
    return look.get("doubt_rules", DOUBT_RULES) or DoubtRules()


@operation("doubt_rules.set", roles=frozenset({Role.EHS_MANAGER}), offline=False, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetDoubtRules:
    """Other figures from now on; what is not said stays."""

    days: Annotated[int, Range(7, 400)] | None = None
    photo_bits: Annotated[int, Range(0, 12)] | None = None
    split_hours: Annotated[int, Range(0, 168)] | None = None
    ring_share: Annotated[float, Range(50, 100)] | None = None
    ring_least: Annotated[int, Range(2, 100)] | None = None
    own_fix_minutes: Annotated[int, Range(0, 1440)] | None = None
    own_fix_least: Annotated[int, Range(2, 100)] | None = None
    late_hours: Annotated[int, Range(1, 720)] | None = None
    phone_people: Annotated[int, Range(2, 100)] | None = None
    reversals: Annotated[int, Range(2, 1000)] | None = None
    recheck_percent: Annotated[float, Range(0, 100)] | None = None
    recheck_hours: Annotated[int, Range(1, 720)] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        need_points(look)
        given = {name: value for name in shapes(SetDoubtRules) if (value := getattr(self, name)) is not None}
        return [Put(replace(doubt_rules_of(look), **given))]
