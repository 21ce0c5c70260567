"""What a zone asks for of whoever goes in: courses that are passed, certificates that are held. Doors tell who went in
without; people of contractors need their induction in any zone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from services.core.courses import living_course
from services.core.operation import Change, Changed, Context, Look, Put, Way, operation
from services.core.posts import TRAINING_DESK, Courses, Trades
from services.core.record import record
from services.core.roles import OFFICE
from services.core.shape import Ref
from services.core.training_gaps import Need
from services.core.zones import living_zone

Lacking = Literal["expired", "missing"]


@record("zone_need", called="", few=True)
@dataclass(frozen=True, kw_only=True)
class ZoneNeed:
    """It has the zone's id. `courses` are what has to be passed, `trades` the kinds of certificates that have to be
    held, all of them."""

    id: str
    zone: str
    courses: tuple[str, ...] = ()
    trades: Trades = ()

    @property
    def needs(self) -> tuple[Need, ...]:
        """All of it, courses first."""
        return (*(Need("course", one) for one in self.courses), *(Need("trade", one) for one in self.trades))


def need_of(look: Look, zone: str) -> ZoneNeed:
    """What a zone asks for; of one of which nobody has said anything, nothing."""
    found: ZoneNeed | None = look.get("zone_need", zone)
    return found or ZoneNeed(id=zone, zone=zone)


@operation("zone_needs.set", roles=TRAINING_DESK, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetNeeds:
    """What a zone asks for from now on; nothing takes it away."""

    zone: Annotated[str, Ref("zone")]
    courses: Courses = ()
    trades: Trades = ()

    def decide(self, context: Context, look: Look) -> list[Change]:
        zone = living_zone(look, self.zone)
        known = need_of(look, zone.id)
        for one in self.courses:
            if one not in known.courses:
                living_course(look, one)
        courses, trades = tuple(dict.fromkeys(self.courses)), tuple(dict.fromkeys(self.trades))
        return [Put(ZoneNeed(id=zone.id, zone=zone.id, courses=courses, trades=trades))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It asks for what it asked for before."""
        before = next(one["before"] for one in changes if one["kind"] == "zone_need") or {}
        return "zone_needs.set", {"zone": self.zone} | {name: before.get(name, []) for name in ("courses", "trades")}


@operation("zone_needs.look", roles=OFFICE, offline=False)
@dataclass(frozen=True, kw_only=True)
class LookAtDoors:
    """Somebody of the safety office opens the list of who went in without what a zone asks for: it names people whom
    doors have seen, so that they can be taught; that it was opened stands in the journal."""

    def decide(self, context: Context, look: Look) -> list[Change]:
        return []


@dataclass(frozen=True, slots=True)
class Holding:
    """Something that was passed or is held: from which day on it was known, and through which it is good (None: for
    ever)."""

    need: Need
    since: date
    until: date | None


def lacking(needs: Iterable[Need], held: Iterable[Holding], day: date) -> Mapping[Need, Lacking]:
    """Of these needs what somebody did not have on a day: it was over, or was never there until then."""
    known = [one for one in held if one.since <= day]
    good = {one.need for one in known if one.until is None or one.until >= day}
    once = {one.need for one in known}
    return {need: "expired" if need in once else "missing" for need in needs if need not in good}
