"""Which of somebody's roles last, and which are borrowed in an emergency and go back by themselves."""

from datetime import datetime
from typing import TYPE_CHECKING

from services.core.operation import Context, Look
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, Role

if TYPE_CHECKING:
    from services.core.emergency_grants import EmergencyGrant
    from services.core.people import Person


def borrowed(look: Look, person: str) -> tuple["EmergencyGrant", ...]:
    """The roles given to somebody in an emergency that have not been taken back."""
    return tuple(one for one in look.find("emergency_grant", person=person) if one.ended_at is None)


def lasting(look: Look, person: "Person") -> frozenset[Role]:
    """The roles that somebody holds for good."""
    return frozenset(person.roles).difference(*(one.roles for one in borrowed(look, person.id)))


def run_out(look: Look, person: str, now: datetime) -> frozenset[Role]:
    """Borrowed roles whose time is over and that nobody has taken back yet: they hold no more."""
    return frozenset(role for one in borrowed(look, person) if one.over(now) for role in one.roles)


def administrators(look: Look) -> tuple["Person", ...]:
    """Who gives roles, for good."""
    people = [one for one in look.find("person") if one.here and ADMINISTRATION & set(one.roles)]
    return tuple(one for one in people if ADMINISTRATION & lasting(look, one))


def not_borrowed(context: Context, look: Look) -> None:
    """Who administers in an emergency only gives no roles. Raises Refused: borrowed_may_not."""
    me: Person | None = look.get("person", context.actor.person) if context.actor.person else None
    if me is not None and ADMINISTRATION & set(me.roles) and not lasting(look, me) & ADMINISTRATION:
        raise Refused("borrowed_may_not")


def others_agree(look: Look, me: str, person: str) -> bool:
    """Whether anybody but these two (ids) could agree to a role that takes two people."""
    return any(one.id not in (me, person) for one in administrators(look))
