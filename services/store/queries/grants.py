"""Requests for roles that wait for a second person, roles borrowed in an emergency, and who may do what in a plant."""

from dataclasses import dataclass
from datetime import datetime

from services.core.operation import OPERATIONS, may_issue
from services.core.permissions import changeable, reach, stay
from services.core.roles import PEOPLES_ROLES, Role, in_order
from services.store.records import Records


@dataclass(frozen=True)
class Given:
    """A request, or a role borrowed: `by` asked for it or gave it to `whom`, until `ends_at`. `mine` and `to_me` say
    that whoever looks is one of the two."""

    id: str
    whom: str
    by: str
    roles: tuple[Role, ...]
    reason: str
    ends_at: datetime
    mine: bool = False
    to_me: bool = False


@dataclass(frozen=True)
class Right:
    """Who may issue one kind of operation: the roles that may now, those a plant may give it to, those that stay, and
    whether the plant has set it otherwise than the operation itself."""

    id: str
    roles: frozenset[Role]
    reach: frozenset[Role]
    stay: frozenset[Role]
    changed: bool


def requests_waiting(look: Records, now: datetime, me: str | None) -> tuple[Given, ...]:
    """Requests that somebody may still agree to, the oldest first."""
    return tuple(
        Given(
            one.id,
            _name(look, one.person),
            _name(look, one.asked_by),
            one.roles,
            one.reason,
            one.ends_at,
            mine=one.asked_by == me,
            to_me=one.person == me,
        )
        for one in look.find("grant")
        if one.waits(now)
    )


def borrowed_now(look: Records, now: datetime) -> tuple[Given, ...]:
    """Roles given in an emergency that still hold, the oldest first."""
    return tuple(
        Given(one.id, _name(look, one.person), _name(look, one.given_by), one.roles, one.reason, one.ends_at)
        for one in look.find("emergency_grant")
        if one.ended_at is None and now < one.ends_at
    )


def borrowed_by(look: Records, person: str, now: datetime) -> tuple[Given, ...]:
    """What somebody holds in an emergency."""
    mine = {one.id for one in look.find("emergency_grant", person=person)}
    return tuple(one for one in borrowed_now(look, now) if one.id in mine)


def rights(look: Records) -> tuple[Right, ...]:
    """Every kind of operation whose roles a plant may change, in the order of their names."""
    return tuple(_right(look, kind) for kind in changeable())


def _right(look: Records, kind: str) -> Right:
    spec = OPERATIONS[kind]
    roles = frozenset(role for role in PEOPLES_ROLES if may_issue(look, kind, [role]))
    return Right(kind, roles, reach(spec), stay(spec), roles != frozenset(in_order(spec.roles)))


def _name(look: Records, person: str) -> str:
    found = look.get("person", person)
    return found.name if found is not None else ""
