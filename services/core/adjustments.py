"""Points given or taken by hand: somebody proposes it with a reason, somebody else decides, and neither of the two is
whom it is about."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.people import present
from services.core.points import Ledger
from services.core.points_rules import need_points
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE, Role
from services.core.shape import Personal, Range, Ref, Text

Reason = Annotated[str, Text(most=200), Personal()]


@record("adjustment", indexed=("person", "standing"), called="", subject="person")
@dataclass(frozen=True, kw_only=True)
class Adjustment:
    """`points` are taken where they are below 0. `decided_by` has approved it or not, `said` with these words."""

    id: str
    person: str
    points: int
    reason: Annotated[str, Personal()]
    proposed_by: str
    proposed_at: datetime
    standing: Literal["proposed", "approved", "declined"] = "proposed"
    decided_by: str | None = None
    decided_at: datetime | None = None
    said: Annotated[str, Personal()] = ""


def no_clerk(context: Context) -> None:
    """Who hands out the rewards neither moves points nor approves. Raises Refused: clerk_may_not."""
    if context.actor.has(Role.SHOP_CLERK):
        raise Refused("clerk_may_not")


@operation("adjustments.propose", roles=OFFICE, offline=False)
@dataclass(frozen=True, kw_only=True)
class Propose:
    """Somebody is to be given points, or to have some taken, for a reason that they will read."""

    person: Annotated[str, Ref("person")]
    points: Annotated[int, Range(-100_000, 100_000)]
    reason: Reason

    def decide(self, context: Context, look: Look) -> list[Change]:
        need_points(look)
        no_clerk(context)
        present(look, self.person)
        if self.points == 0:
            raise Refused("adjust_by_nothing")
        if self.person == context.actor.person:
            raise Refused("not_for_yourself")
        proposed = Adjustment(
            id=context.id,
            person=self.person,
            points=self.points,
            reason=self.reason,
            proposed_by=context.actor.person or "",
            proposed_at=context.now,
        )
        return [Put(proposed)]


def proposed(context: Context, look: Look, adjustment: str) -> Adjustment:
    """The proposal that waits, for somebody who may decide it. Raises Refused: no_such_record, decided_already,
    clerk_may_not, not_for_yourself, second_person_needed."""
    need_points(look)
    no_clerk(context)
    found = required(look, Adjustment, adjustment)
    if found.standing != "proposed":
        raise Refused("decided_already")
    if found.person == context.actor.person:
        raise Refused("not_for_yourself")
    if found.proposed_by == context.actor.person:
        raise Refused("second_person_needed")
    return found


@operation("adjustments.approve", roles=frozenset({Role.EHS_MANAGER}), offline=False)
@dataclass(frozen=True, kw_only=True)
class Approve:
    """It is as proposed: the points move."""

    adjustment: Annotated[str, Ref("adjustment")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = proposed(context, look, self.adjustment)
        present(look, found.person)
        ledger, source = Ledger(context, look), ("adjustment", found.id)
        if found.points > 0:
            ledger.give(found.person, found.points, "adjusted", source)
        else:
            ledger.take(found.person, -found.points, source)
        approved = replace(found, standing="approved", decided_by=context.actor.person, decided_at=context.now)
        return [*ledger.changes(), Put(approved)]


@operation("adjustments.decline", roles=frozenset({Role.EHS_MANAGER}), offline=False)
@dataclass(frozen=True, kw_only=True)
class Decline:
    """It is not done; the proposal stays to be seen, with why."""

    adjustment: Annotated[str, Ref("adjustment")]
    reason: Reason

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = proposed(context, look, self.adjustment)
        me = context.actor.person
        return [Put(replace(found, standing="declined", decided_by=me, decided_at=context.now, said=self.reason))]
