"""Whom a pseudonym stands for: asked with a reason, agreed to by somebody else, looked at for a while; each look stands
in the journal. The name itself is told by the hub and stands nowhere."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated

from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import Person, holders
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE, Role
from services.core.shape import Range, Ref, Text

PSEUDONYM = re.compile(r"P-[0-9A-F]{8}", re.ASCII)
MOST_HOURS = 72


@record("unmasking", indexed=("who",), called="who", few=True)
@dataclass(frozen=True, kw_only=True)
class Unmasking:
    """Somebody wants to know whom the pseudonym `who` stands for. Once another person has agreed, both may look until
    `ends_at`; declined, nobody may."""

    id: str
    who: str
    reason: str
    hours: float
    asked_by: str | None
    asked_at: datetime
    decided_by: str | None = None
    decided_at: datetime | None = None
    ends_at: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether nobody has decided yet."""
        return self.decided_at is None

    def open_for(self, person: str | None, now: datetime) -> bool:
        """Whether somebody may look now."""
        both = (self.asked_by, self.decided_by)
        return self.ends_at is not None and now < self.ends_at and person is not None and person in both


def waiting(look: Look, id_: str) -> Unmasking:
    """Raises Refused: no_such_record, unmasking_decided."""
    found = required(look, Unmasking, id_)
    if not found.waits:
        raise Refused("unmasking_decided")
    return found


@operation("unmaskings.ask", roles=OFFICE, offline=False)
@dataclass(frozen=True, kw_only=True)
class Ask:
    """Asks for the name behind a pseudonym; whoever may agree is told. Raises Refused: pseudonym_wrong."""

    who: Annotated[str, Text(most=20)]
    reason: Annotated[str, Text(most=300, least=4)]
    hours: Annotated[float, Range(0.5, MOST_HOURS)] = 24.0

    def decide(self, context: Context, look: Look) -> list[Change]:
        if not PSEUDONYM.fullmatch(self.who):
            raise Refused("pseudonym_wrong")
        by = context.actor.person
        asked = Unmasking(
            id=context.id, who=self.who, reason=self.reason, hours=self.hours, asked_by=by, asked_at=context.now
        )
        people = second_people(look, by)
        facts = {"who": self.who, "by": by, "reason": self.reason}
        return [Put(asked), *([Tell(people, "unmasking_asked", asked.id, facts)] if people else [])]


def second_people(look: Look, asker: str | None) -> tuple[str, ...]:
    """Who may agree: the EHS managers; where the asker is one, every safety officer, too."""
    managers = holders(look, Role.EHS_MANAGER)
    by_manager = any(one.id == asker for one in managers)
    people = (*managers, *holders(look, Role.SAFETY_OFFICER)) if by_manager else managers
    return tuple(dict.fromkeys(one.id for one in people if one.id != asker))


@operation("unmaskings.agree", roles=OFFICE, offline=False)
@dataclass(frozen=True, kw_only=True)
class Agree:
    """A second person agrees; one of the two is an EHS manager. Raises Refused: unmasking_decided,
    second_person_needed, second_manager_needed."""

    unmasking: Annotated[str, Ref("unmasking")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        found, me = waiting(look, self.unmasking), context.actor.person
        if me is None or found.asked_by is None or me == found.asked_by:
            raise Refused("second_person_needed")
        asker: Person | None = look.get("person", found.asked_by)
        manager = asker is not None and asker.here and Role.EHS_MANAGER in asker.roles
        if not manager and not context.actor.has(Role.EHS_MANAGER):
            raise Refused("second_manager_needed")
        ends = context.now + timedelta(hours=found.hours)
        return [Put(replace(found, decided_by=me, decided_at=context.now, ends_at=ends))]


@operation("unmaskings.decline", roles=OFFICE, offline=False)
@dataclass(frozen=True, kw_only=True)
class Decline:
    """The name is not told; who asked may take it back so, too. Raises Refused: unmasking_decided."""

    unmasking: Annotated[str, Ref("unmasking")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = waiting(look, self.unmasking)
        return [Put(replace(found, decided_by=context.actor.person, decided_at=context.now))]


@operation("unmaskings.look", roles=OFFICE, offline=False)
@dataclass(frozen=True, kw_only=True)
class LookAt:
    """A record that somebody has seen the name. Raises Refused: unmasking_closed, for everybody but the two, and after
    its time."""

    unmasking: Annotated[str, Ref("unmasking")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        if not required(look, Unmasking, self.unmasking).open_for(context.actor.person, context.now):
            raise Refused("unmasking_closed")
        return []
