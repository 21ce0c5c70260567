"""Roles that two people give: who may sign in as an EHS manager or an administrator can reach everything, so one asks
and another agrees. Where nobody else could agree, one alone gives them."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated

from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import Person, present, with_roles
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, GUARDED, OFFICE, Role
from services.core.shape import Range, Ref, Text
from services.core.standing import administrators, borrowed, lasting, not_borrowed

Reason = Annotated[str, Text(most=300, least=4)]


@record("grant_policy", called="", group="grant_policies", few=True)
@dataclass(frozen=True, kw_only=True)
class GrantPolicy:
    """How long a request for a role waits for its second person (`wait_hours`), and for how long at most a role is
    given in an emergency (`emergency_hours`)."""

    id: str
    wait_hours: float = 72.0
    emergency_hours: float = 4.0


def grant_policy(look: Look) -> GrantPolicy:
    """The plant's policy, or the usual one."""
    found = look.find("grant_policy")
    return found[0] if found else GrantPolicy(id="")


@operation("grant_policies.set", roles=frozenset({Role.EHS_MANAGER}), undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetPolicy:
    """How long requests for roles wait, and roles given in an emergency last, from now on."""

    wait_hours: Annotated[float, Range(1, 720)] = 72.0
    emergency_hours: Annotated[float, Range(0.5, 72)] = 4.0

    def decide(self, context: Context, look: Look) -> list[Change]:
        present = look.find("grant_policy")
        id_ = present[0].id if present else context.id
        return [Put(GrantPolicy(id=id_, wait_hours=self.wait_hours, emergency_hours=self.emergency_hours))]


@record("grant", indexed=("person",), called="", few=True)
@dataclass(frozen=True, kw_only=True)
class Grant:
    """Somebody asks that `person` be given `roles` besides those they have, until `ends_at` at the latest. `agreed`
    once a second person has; decided and not agreed, it was declined."""

    id: str
    person: str
    roles: tuple[Role, ...]
    reason: str
    asked_by: str
    asked_at: datetime
    ends_at: datetime
    decided_by: str | None = None
    decided_at: datetime | None = None
    agreed: bool = False

    def waits(self, now: datetime) -> bool:
        """Whether a second person may still agree."""
        return self.decided_at is None and now < self.ends_at


def waiting(look: Look, id_: str, now: datetime) -> Grant:
    """Raises Refused: no_such_record, grant_decided, grant_expired."""
    found = required(look, Grant, id_)
    if found.decided_at is not None:
        raise Refused("grant_decided")
    if not found.waits(now):
        raise Refused("grant_expired")
    return found


@operation("grants.ask", roles=ADMINISTRATION, offline=False)
@dataclass(frozen=True, kw_only=True)
class Ask:
    """Asks that somebody be given roles that take two people. Nobody asks for themselves. Raises Refused:
    no_self_grant, role_wrong, borrowed_may_not, grant_waits."""

    person: Annotated[str, Ref("person")]
    roles: tuple[Role, ...]
    reason: Reason

    def decide(self, context: Context, look: Look) -> list[Change]:
        person, me = present(look, self.person), context.actor.person
        not_borrowed(context, look)
        if me is None or me == person.id:
            raise Refused("no_self_grant")
        wanted = set(self.roles)
        if not wanted or not wanted <= GUARDED or len(wanted) < len(self.roles) or wanted & lasting(look, person):
            raise Refused("role_wrong")
        if any(one.waits(context.now) and wanted & set(one.roles) for one in look.find("grant", person=person.id)):
            raise Refused("grant_waits")
        ends = context.now + timedelta(hours=grant_policy(look).wait_hours)
        made = Grant(
            id=context.id,
            person=person.id,
            roles=self.roles,
            reason=self.reason,
            asked_by=me,
            asked_at=context.now,
            ends_at=ends,
        )
        return [Put(made), *self._told(look, made)]

    def _told(self, look: Look, made: Grant) -> list[Change]:
        people = tuple(one.id for one in administrators(look) if one.id not in (made.asked_by, made.person))
        facts = {"roles": list(made.roles), "holder": made.person, "by": made.asked_by, "reason": made.reason}
        return [Tell(people, "grant_asked", made.id, facts | {"ends_at": made.ends_at.isoformat()})] if people else []


@operation("grants.agree", roles=ADMINISTRATION, offline=False)
@dataclass(frozen=True, kw_only=True)
class Agree:
    """A second person agrees, and the roles are given; one of the two is an EHS manager. Raises Refused: grant_decided,
    grant_expired, second_person_needed, second_manager_needed, borrowed_may_not."""

    grant: Annotated[str, Ref("grant")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        found, me = waiting(look, self.grant, context.now), context.actor.person
        not_borrowed(context, look)
        if me is None or me in (found.asked_by, found.person):
            raise Refused("second_person_needed")
        asker: Person | None = look.get("person", found.asked_by)
        asks = lasting(look, asker) if asker is not None and asker.here else frozenset[Role]()
        if not asks & ADMINISTRATION or not (Role.EHS_MANAGER in asks or context.actor.has(Role.EHS_MANAGER)):
            raise Refused("second_manager_needed")
        person = present(look, found.person)
        roles = tuple(dict.fromkeys((*person.roles, *found.roles)))
        decided = replace(found, decided_by=me, decided_at=context.now, agreed=True)
        given = with_roles(person, roles, context.now)
        return [Put(decided), Put(given), *_kept(look, person, found.roles, context)]


def _kept(look: Look, person: Person, roles: tuple[Role, ...], context: Context) -> list[Change]:
    """A role that was borrowed and is given for good is no longer taken back."""
    mine = [one for one in borrowed(look, person.id) if set(one.roles) <= set(roles)]
    return [Put(replace(one, ended_at=context.now, ended_by=context.actor.person)) for one in mine]


@operation("grants.decline", roles=ADMINISTRATION, offline=False)
@dataclass(frozen=True, kw_only=True)
class Decline:
    """The roles are not given; who asked may take it back so, too. Raises Refused: grant_decided, grant_expired."""

    grant: Annotated[str, Ref("grant")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = waiting(look, self.grant, context.now)
        return [Put(replace(found, decided_by=context.actor.person, decided_at=context.now))]


def everybody_told(look: Look, but: str | None) -> tuple[str, ...]:
    """Who hears of a role given in an emergency: the safety office and administration."""
    people = [one for one in look.find("person") if one.here and set(one.roles) & (OFFICE | ADMINISTRATION)]
    return tuple(one.id for one in people if one.id != but)
