"""A role given in an emergency: at once, for some hours, with a reason, by one to another. The whole safety office
hears of it, and it goes back by itself."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated

from services.core.grants import everybody_told, grant_policy
from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import Person, present, with_roles
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, CONSOLE_ROLES, OFFICE, Role, in_order
from services.core.shape import Range, Ref, Text
from services.core.standing import not_borrowed

LENT = CONSOLE_ROLES - {Role.AUDITOR, Role.HR}


@record("emergency_grant", indexed=("person",), called="", few=True)
@dataclass(frozen=True, kw_only=True)
class EmergencyGrant:
    """`given_by` has given `roles` to `person` until `ends_at`. `ended_at`: it was taken back then, by `ended_by` or by
    the hub when its time was over."""

    id: str
    person: str
    roles: tuple[Role, ...]
    reason: str
    given_by: str
    given_at: datetime
    ends_at: datetime
    ended_at: datetime | None = None
    ended_by: str | None = None

    def over(self, now: datetime) -> bool:
        """Whether its time is over and it has yet to be taken back."""
        return self.ended_at is None and self.ends_at <= now


@operation("emergency_grants.give", roles=ADMINISTRATION, offline=False)
@dataclass(frozen=True, kw_only=True)
class Give:
    """Gives roles in an emergency, for the plant's longest time unless told otherwise. Nobody gives to themselves.
    Raises Refused: no_self_grant, role_wrong, emergency_too_long, borrowed_may_not."""

    person: Annotated[str, Ref("person")]
    roles: tuple[Role, ...]
    reason: Annotated[str, Text(most=300, least=4)]
    hours: Annotated[float, Range(0.25, 72)] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        person, me, most = present(look, self.person), context.actor.person, grant_policy(look).emergency_hours
        not_borrowed(context, look)
        if me is None or me == person.id:
            raise Refused("no_self_grant")
        wanted = frozenset(self.roles)
        if not wanted or not wanted <= LENT or wanted & set(person.roles):
            raise Refused("role_wrong")
        if self.hours is not None and self.hours > most:
            raise Refused("emergency_too_long", hours=f"{most:g}")
        made = EmergencyGrant(
            id=context.id,
            person=person.id,
            roles=in_order(wanted),
            reason=self.reason,
            given_by=me,
            given_at=context.now,
            ends_at=context.now + timedelta(hours=self.hours or most),
        )
        return [Put(made), Put(with_roles(person, (*person.roles, *made.roles), context.now)), *_told(look, made)]


def _told(look: Look, made: EmergencyGrant) -> list[Change]:
    people = tuple(dict.fromkeys((*everybody_told(look, made.given_by), made.person)))
    facts = {"roles": list(made.roles), "holder": made.person, "by": made.given_by, "reason": made.reason}
    facts |= {"level": "critical", "ends_at": made.ends_at.isoformat()}
    return [Tell(people, "emergency_given", made.id, facts)]


@operation("emergency_grants.end", roles=OFFICE | ADMINISTRATION | {Role.SYSTEM}, offline=False)
@dataclass(frozen=True, kw_only=True)
class End:
    """Takes it back: anybody of the safety office before its time, the hub after it. Raises Refused: emergency_ended,
    emergency_runs, for the hub before its time."""

    emergency_grant: Annotated[str, Ref("emergency_grant")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = required(look, EmergencyGrant, self.emergency_grant)
        if found.ended_at is not None:
            raise Refused("emergency_ended")
        if context.actor.has(Role.SYSTEM) and not found.over(context.now):
            raise Refused("emergency_runs")
        person = required(look, Person, found.person)
        rest = tuple(role for role in person.roles if role not in found.roles) or (Role.WORKER,)
        ended = replace(found, ended_at=context.now, ended_by=context.actor.person)
        return [Put(ended), Put(with_roles(person, rest, context.now))]
