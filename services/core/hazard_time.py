"""What a fixer may ask for: more time, which the supervisor or the office grants or not, and passing a job on."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated

from services.core.absences import acting, reached
from services.core.hazards import TO_FIX, Hazard, dispatched, first_id, in_states, is_fixer, told
from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import Person, holders, present
from services.core.refused import Refused
from services.core.roles import LEADERS, OFFICE, STAFF, Role
from services.core.routes import Destination
from services.core.shape import Range, Ref, Text
from services.core.zones import Zone

MOST_HOURS = 720


def may_answer_time(person: Person, hazard: Hazard, zone: Zone) -> bool:
    """The zone's supervisor, a department manager or the office, never who asked."""
    if not person.here or person.id == hazard.more_by:
        return False
    return person.id == zone.supervisor or bool(set(person.roles) & (OFFICE | {Role.DEPARTMENT_MANAGER}))


def answers_time(look: Look, person: Person, hazard: Hazard, zone: Zone, now: datetime) -> bool:
    """The same, or in the place of one who is away and did not ask."""
    stands, supervised = acting(look, person, zone, now, but=(hazard.more_by,))
    return may_answer_time(stands, hazard, supervised)


@operation("hazards.ask_time", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class AskTime:
    """Its fixer can't keep the deadline: so many hours more, and why. The deadline stays until somebody grants it."""

    hazard: Annotated[str, Ref("hazard")]
    hours: Annotated[float, Range(1, MOST_HOURS)]
    reason: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        hazard = in_states(look, self.hazard, *TO_FIX)
        if not is_fixer(look, context.actor.person, hazard):
            raise Refused("not_yours")
        if hazard.more_until is not None:
            raise Refused("time_asked_already", number=hazard.number or "")
        zone = required(look, Zone, hazard.zone)
        until = max(hazard.due_at or context.now, context.now) + timedelta(hours=self.hours)
        asked = replace(
            hazard, more_until=until, more_reason=self.reason, more_by=context.actor.person, more_refused=""
        )
        whom = zone.supervisor or first_id(holders(look, Role.EHS_MANAGER))
        facts = {**told(asked, zone), "reason": self.reason, "wanted_at": until.isoformat()}
        people = tuple(reached(look, [whom], context.now))
        return [Put(asked), *([Tell(people, "time_asked", hazard.id, facts)] if people else [])]


@operation("hazards.answer_time", roles=LEADERS | STAFF)
@dataclass(frozen=True, kw_only=True)
class AnswerTime:
    """The time that was asked for is granted, or not, with a reason."""

    hazard: Annotated[str, Ref("hazard")]
    granted: bool
    reason: Annotated[str, Text(most=200, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        hazard = in_states(look, self.hazard, *TO_FIX)
        if hazard.more_until is None:
            raise Refused("time_not_asked", number=hazard.number or "")
        zone = required(look, Zone, hazard.zone)
        me = present(look, context.actor.person or "")
        if not answers_time(look, me, hazard, zone, context.now):
            raise Refused("may_not_answer_time")
        if not self.granted and not self.reason:
            raise Refused("reason_needed")
        due = hazard.more_until if self.granted else hazard.due_at
        refused = "" if self.granted else self.reason
        answered = replace(hazard, due_at=due, more_until=None, more_refused=refused)
        message = "time_granted" if self.granted else "time_refused"
        facts = {**told(answered, zone), "reason": self.reason}
        whom = [Tell((hazard.more_by,), message, hazard.id, facts)] if hazard.more_by else []
        return [Put(answered), *whom]


@operation("hazards.pass_on", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class PassOn:
    """Its fixer can't do it: a mate of the same team takes it, or (`person` None) anyone of the team."""

    hazard: Annotated[str, Ref("hazard")]
    person: Annotated[str, Ref("person")] | None = None
    reason: Annotated[str, Text(most=200, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        hazard = in_states(look, self.hazard, *TO_FIX)
        if not is_fixer(look, context.actor.person, hazard):
            raise Refused("not_yours")
        me = present(look, context.actor.person or "")
        if me.team is None or self.person == me.id:
            raise Refused("nobody_to_pass_to")
        if self.person and present(look, self.person).team != me.team:
            raise Refused("not_a_mate")
        to = Destination(None if self.person else me.team, self.person, "passed_on")
        return dispatched(context, look, hazard, required(look, Zone, hazard.zone), to, again=True)
