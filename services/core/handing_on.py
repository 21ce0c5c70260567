"""Handing on what somebody answers for, to somebody else: they leave, or do something else from now on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any

from services.core.hazard_pool import HandOver
from services.core.hazards import TO_FIX
from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.people import HR_DESK, Person, present
from services.core.refused import Refused
from services.core.roles import LEADERS
from services.core.shape import Ref


@dataclass(frozen=True)
class Held:
    """How much somebody still answers for: hazards to fix, zones, teams and departments that they lead, inspection
    plans that name them."""

    hazards: int = 0
    zones: int = 0
    teams: int = 0
    departments: int = 0
    plans: int = 0

    @property
    def any(self) -> bool:
        """Whether it is anything."""
        return bool(self.hazards or self.zones or self.teams or self.departments or self.plans)


def held_by(look: Look, person: str) -> Held:
    """What somebody answers for."""
    hazards = [one for one in look.find("hazard", assignee=person) if one.state in TO_FIX]
    kinds = [kind for kind, _ in _led(look, person)]
    counts = (kinds.count(kind) for kind in ("zone", "team", "department", "inspection_plan"))
    return Held(len(hazards), *counts)


def _led(look: Look, person: str) -> Iterator[tuple[str, tuple[str, Any]]]:
    """What is in use and names the person: its kind, with the field and the record."""
    for kind, field in (
        ("zone", "supervisor"),
        ("team", "leader"),
        ("department", "manager"),
        ("inspection_plan", "person"),
    ):
        for one in look.find(kind):
            if getattr(one, field) == person and one.retired_at is None:
                yield kind, (field, one)


@operation("people.hand_on", roles=HR_DESK | LEADERS, offline=False)
@dataclass(frozen=True, kw_only=True)
class HandOn:
    """All that a person answers for goes to another: zones, teams, departments, inspection plans, hazards to fix."""

    person: Annotated[str, Ref("person")]
    to_person: Annotated[str, Ref("person")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        required(look, Person, self.person)
        if self.person == self.to_person:
            raise Refused("hand_over_to_oneself")
        present(look, self.to_person)
        changes: list[Change] = [
            Put(replace(one, **{field: self.to_person})) for _, (field, one) in _led(look, self.person)
        ]
        if held_by(look, self.person).hazards:
            changes += HandOver(person=self.person, to_person=self.to_person).decide(context, look)
        if not changes:
            raise Refused("nothing_to_hand_over")
        return changes
