"""Musters: everybody is called to the assembly point, and ticked off as they come. Who was on the site by the doors'
word stands at the hub alone, as long as it keeps what doors have seen; a muster itself is on record for ever."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated, Literal

from services.core.ids import id_from
from services.core.operation import Change, Changed, Context, Look, Put, Way, operation, required
from services.core.people import Person
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, LEADERS
from services.core.shape import Ref, Text

MusterWhy = Literal["emergency", "drill"]
Found = Literal["safe", "missing", "open"]
MUSTERING = LEADERS | ADMINISTRATION
SHOWN = timedelta(hours=24)  # so long after its end the list of a muster can still be opened, to be written up


@record("muster", indexed=("begun_at",), called="", few=True)
@dataclass(frozen=True, kw_only=True)
class Muster:
    """Everybody on the site is called together at `point`."""

    id: str
    begun_at: datetime
    begun_by: str | None
    muster_why: MusterWhy
    point: str = ""
    ended_at: datetime | None = None
    ended_by: str | None = None

    def shown(self, now: datetime) -> bool:
        """Whether its list may be opened."""
        return self.ended_at is None or now - self.ended_at < SHOWN


@record("muster_tick", indexed=("muster",), called="")
@dataclass(frozen=True, kw_only=True)
class MusterTick:
    """What is known of somebody since: safe at the assembly point, missed and looked for, or open again, where the word
    was taken back."""

    id: str
    muster: str
    person: str
    found: Found
    at: datetime
    by: str | None


def running(look: Look) -> Muster | None:
    """The muster that goes on."""
    return next((one for one in look.find("muster") if one.ended_at is None), None)


def open_muster(look: Look, id_: str) -> Muster:
    """Raises Refused: no_such_record, muster_over."""
    found = required(look, Muster, id_)
    if found.ended_at is not None:
        raise Refused("muster_over")
    return found


@operation("musters.begin", roles=MUSTERING, offline=False)
@dataclass(frozen=True, kw_only=True)
class Begin:
    """Calls everybody together; from now on the list of who is on the site can be opened. Raises Refused:
    muster_runs."""

    muster_why: MusterWhy = "emergency"
    point: Annotated[str, Text(most=80, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        if running(look):
            raise Refused("muster_runs")
        by = context.actor.person
        muster = Muster(id=context.id, begun_at=context.now, begun_by=by, muster_why=self.muster_why, point=self.point)
        return [Put(muster)]


@operation("musters.tick", roles=MUSTERING, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Tick:
    """Somebody is at the assembly point, or is missed, or that is taken back. The last word holds."""

    muster: Annotated[str, Ref("muster")]
    person: Annotated[str, Ref("person")]
    found: Found = "safe"

    def decide(self, context: Context, look: Look) -> list[Change]:
        open_muster(look, self.muster)
        required(look, Person, self.person)
        tick = MusterTick(
            id=id_from("muster_tick", self.muster, self.person),
            muster=self.muster,
            person=self.person,
            found=self.found,
            at=context.now,
            by=context.actor.person,
        )
        return [Put(tick)]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """As it was said before."""
        before = next((one["before"] for one in changes if one["before"]), None)
        return "musters.tick", {
            "muster": self.muster,
            "person": self.person,
            "found": before["found"] if before else "open",
        }


@operation("musters.look", roles=MUSTERING, offline=False)
@dataclass(frozen=True, kw_only=True)
class LookAt:
    """A record that somebody has opened the list with its names and numbers. Raises Refused: muster_over, when its time
    has passed."""

    muster: Annotated[str, Ref("muster")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        if not required(look, Muster, self.muster).shown(context.now):
            raise Refused("muster_over")
        return []


@operation("musters.end", roles=MUSTERING)
@dataclass(frozen=True, kw_only=True)
class End:
    """Everybody has been accounted for, or the drill is over."""

    muster: Annotated[str, Ref("muster")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        muster = open_muster(look, self.muster)
        return [Put(replace(muster, ended_at=context.now, ended_by=context.actor.person))]
