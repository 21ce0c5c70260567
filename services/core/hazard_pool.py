"""Whose a hazard is, changed: into the open pool and out of it, and all that one person has, to another."""

from dataclasses import dataclass, replace
from typing import Annotated

from services.core.hazards import TO_FIX, Hazard, State, dispatched, in_states, may_begin
from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import Person, present
from services.core.refused import Refused
from services.core.roles import LEADERS, STAFF
from services.core.routes import Destination
from services.core.shape import Ref, Text
from services.core.zones import Zone

MOST_HANDED = 500


def in_pool(hazard: Hazard) -> bool:
    """Whether anyone of the plant may take it: it is open and was sent to nobody."""
    return hazard.state == State.REPORTED and hazard.team is None and hazard.assignee is None


@operation("hazards.release", roles=LEADERS)
@dataclass(frozen=True, kw_only=True)
class Release:
    """Into the open pool: whoever can do it takes it. Its clock runs on."""

    hazard: Annotated[str, Ref("hazard")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        hazard = in_states(look, self.hazard, State.REPORTED, *TO_FIX)
        if in_pool(hazard):
            raise Refused("in_pool_already", number=hazard.number or "")
        free = replace(hazard, state=State.REPORTED, team=None, assignee=None, accepted_at=None, why="pool", route=None)
        return [Put(free)]


@operation("hazards.take", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class Take:
    """Out of the open pool: who takes it fixes it."""

    hazard: Annotated[str, Ref("hazard")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        hazard = in_states(look, self.hazard, State.REPORTED)
        if not in_pool(hazard):
            raise Refused("not_in_pool", number=hazard.number or "")
        may_begin(look, hazard)
        taker = present(look, context.actor.person or "")
        taken = replace(
            hazard,
            state=State.FIXING,
            assignee=taker.id,
            why="taken",
            accepted_at=context.now,
            dispatched_at=hazard.dispatched_at or context.now,
        )
        return [Put(taken)]


@operation("hazards.hand_over", roles=LEADERS)
@dataclass(frozen=True, kw_only=True)
class HandOver:
    """Everything that one person has to fix goes to another person or to a team: someone is away, or has left."""

    person: Annotated[str, Ref("person")]
    to_person: Annotated[str, Ref("person")] | None = None
    to_team: Annotated[str, Ref("team")] | None = None
    reason: Annotated[str, Text(most=200, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        required(look, Person, self.person)
        if (self.to_person is None) == (self.to_team is None):
            raise Refused("team_or_person")
        if self.to_person == self.person:
            raise Refused("hand_over_to_oneself")
        if self.to_person:
            present(look, self.to_person)
        elif look.get("team", self.to_team or "") is None:
            raise Refused("no_such_record", record="team", id=self.to_team)
        found = [hazard for hazard in look.find("hazard", assignee=self.person) if hazard.state in TO_FIX]
        if not found:
            raise Refused("nothing_to_hand_over")
        to = Destination(self.to_team, self.to_person, "handed_over")
        handed = [change for one in found[:MOST_HANDED] for change in self._handed(context, look, one, to)]
        return [*handed, *self._told(look, handed)]

    def _handed(self, context: Context, look: Look, hazard: Hazard, to: Destination) -> list[Put]:
        changes = dispatched(context, look, hazard, required(look, Zone, hazard.zone), to, again=True)
        return [change for change in changes if isinstance(change, Put)]

    def _told(self, look: Look, handed: list[Put]) -> list[Change]:
        """One message, however many they are."""
        team = look.find("person", team=self.to_team) if self.to_team else ()
        whom = (self.to_person,) if self.to_person else tuple(one.id for one in team if one.here)
        facts = {"count": len(handed), "reason": self.reason}
        return [Tell(whom, "hazards_handed_over", handed[0].record.id, facts)] if whom else []
