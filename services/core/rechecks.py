"""Random re-checks: of what earned points a share is looked at once more, by somebody who had no part in it. Which, and
by whom, comes from the hub's key: nobody can foresee it, and whoever has the key can show that it was not chosen."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated, Literal

from services.core.absences import at_work
from services.core.doubt_rules import doubt_rules_of
from services.core.hazards import MOST_PHOTOS, Hazard, Photo
from services.core.ids import id_from
from services.core.inspections import Inspection
from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import Person, holders
from services.core.points import Source
from services.core.points_doubts import PointsDoubt, RaiseDoubt, doubted
from services.core.points_patterns import Kind
from services.core.points_rules import need_points
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import LEADERS, OFFICE, Role
from services.core.shape import Ref, Text

Result = Literal["due", "confirmed", "not_confirmed", "dropped"]
CHECKERS = (Role.SAFETY_OFFICER, Role.EHS_MANAGER, Role.TEAM_LEADER, Role.DEPARTMENT_MANAGER)


@record("recheck", indexed=("source", "result", "assigned"), called="", group="rechecks")
@dataclass(frozen=True, kw_only=True)
class Recheck:
    """`assigned` is to look at the record once more by `due_at`; `people` have points from it. `by` answered."""

    id: str
    source_kind: Kind
    source: str
    zone: str
    people: tuple[str, ...]
    assigned: str
    drawn_at: datetime
    due_at: datetime
    result: Result = "due"
    by: str | None = None
    at: datetime | None = None
    note: str = ""
    photos: tuple[Photo, ...] = ()


def chance_of(sealed: str, word: str) -> float:
    """A number from 0 to below 1 that the sealed text gives; another for each word."""
    return int.from_bytes(hashlib.sha256(f"{word} {sealed}".encode()).digest()[:8], "big") / 2**64


def involved(one: Hazard | Inspection) -> frozenset[str | None]:
    """Who had a part in it and can't be the one who looks again."""
    if isinstance(one, Inspection):
        return frozenset({one.by, one.person})
    return frozenset({one.reporter, one.fixed_by, one.first_by, one.second_by})


def checkers(look: Look, one: Hazard | Inspection, people: tuple[str, ...], now: datetime) -> list[Person]:
    """Who may look again, in a fixed order: the safety office and leaders who are at work and had no part."""
    found = {person.id: person for role in CHECKERS for person in holders(look, role)}
    free = [found[id_] for id_ in sorted(found) if id_ not in involved(one) and id_ not in people]
    return at_work(look, free, now)


def drawn(context: Context, look: Look, source: Source, people: tuple[str, ...]) -> list[Change]:
    """The re-check of a record that has just earned these people points, where the draw falls on it."""
    rules, one = doubt_rules_of(look), look.get(source.kind, source.id)
    if not isinstance(one, Hazard | Inspection) or context.gifts is None or look.find("recheck", source=source.id):
        return []
    _, sealed = context.gifts.seal(f"recheck.{source.id}")
    if chance_of(sealed, "whether") * 100 >= rules.recheck_percent:
        return []
    free = checkers(look, one, people, context.now)
    if not free:
        return []
    whom = free[int(chance_of(sealed, "whom") * len(free))]
    made = Recheck(
        id=id_from("recheck", source.id),
        source_kind="hazard" if isinstance(one, Hazard) else "inspection",
        source=source.id,
        zone=one.zone,
        people=people,
        assigned=whom.id,
        drawn_at=context.now,
        due_at=context.now + timedelta(hours=rules.recheck_hours),
    )
    zone = look.get("zone", one.zone)
    facts = {"zone": zone.name if zone else "", "number": getattr(one, "number", "") or ""}
    return [Put(made), Tell((whom.id,), "recheck_drawn", made.id, facts)]


def to_answer(context: Context, look: Look, id_: str) -> Recheck:
    """The re-check, for who may answer it: whom it was given to, or the safety office. Raises Refused: no_such_record,
    recheck_over, not_for_yourself, not_allowed."""
    need_points(look)
    found = required(look, Recheck, id_)
    one, me = look.get(found.source_kind, found.source), context.actor.person
    if found.result != "due":
        raise Refused("recheck_over")
    if me in found.people or (one is not None and me in involved(one)):
        raise Refused("not_for_yourself")
    if me != found.assigned and not context.actor.has(*OFFICE):
        raise Refused("not_allowed", kind="rechecks.answer")
    return found


@operation("rechecks.answer", roles=LEADERS, offline=False)
@dataclass(frozen=True, kw_only=True)
class AnswerRecheck:
    """It was as it was told, or it was not: then it is doubted, and the safety office decides about the points."""

    recheck: Annotated[str, Ref("recheck")]
    result: Literal["confirmed", "not_confirmed"]
    note: Annotated[str, Text(most=300, least=0)] = ""
    photos: tuple[Photo, ...] = ()

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = to_answer(context, look, self.recheck)
        if self.result == "not_confirmed" and not self.note.strip():
            raise Refused("reason_needed")
        if len(self.photos) > MOST_PHOTOS:
            raise Refused("photos_too_many", most=MOST_PHOTOS)
        answered = replace(
            found,
            result=self.result,
            by=context.actor.person,
            at=context.now,
            note=self.note,
            photos=self.photos,
        )
        return [Put(answered), *([Put(failed(context, found))] if self.result == "not_confirmed" else [])]


def failed(context: Context, one: Recheck) -> PointsDoubt:
    """The doubt that comes of it."""
    id_ = id_from("points doubt", "recheck_failed", one.id)
    found = RaiseDoubt(doubt=id_, why="recheck_failed", kind=one.source_kind, about=(one.source,), people=one.people)
    return doubted(context, found)


@operation("rechecks.drop", roles=OFFICE, offline=False)
@dataclass(frozen=True, kw_only=True)
class DropRecheck:
    """It can't be looked at any more (the thing is gone, the line was taken down): it counts for nothing."""

    recheck: Annotated[str, Ref("recheck")]
    reason: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = to_answer(context, look, self.recheck)
        me = context.actor.person
        return [Put(replace(found, result="dropped", by=me, at=context.now, note=self.reason))]
