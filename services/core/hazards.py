"""The closed loop of a hazard: reported, dispatched, fixed, reviewed by two different people, closed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any, Literal

from services.core.absences import acting, at_work, reached
from services.core.answers import Results
from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import Person, holders, present
from services.core.photos import used
from services.core.plant import Plant, day_number, the_plant
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import LEADERS, OFFICE, STAFF, Role
from services.core.routes import Category, Destination, destination
from services.core.shape import Blob, Ref, Text
from services.core.zones import Zone

Photo = Annotated[str, Blob()]
MOST_PHOTOS = 10


class State(StrEnum):
    """Where the ball is. Everything before CLOSED, REJECTED and MERGED is in progress to the outside."""

    REPORTED = "reported"
    ASSIGNED = "assigned"
    FIXING = "fixing"
    FIXED = "fixed"
    FIRST_PASSED = "first_passed"
    CLOSED = "closed"
    REJECTED = "rejected"
    MERGED = "merged"


TO_FIX = (State.ASSIGNED, State.FIXING)
TO_REVIEW = (State.FIXED, State.FIRST_PASSED)
ENDED = (State.CLOSED, State.REJECTED, State.MERGED)


@record("hazard", indexed=("zone", "state", "team", "assignee", "number", "batch", "merged_into", "incident"))
@dataclass(frozen=True, kw_only=True)
class Hazard:
    """`number` is None until the hub has given one. `why` is the code of the dispatch reason. `fixed_by` is who
    handed in the after photos; `first_by` and `second_by` are the two reviewers. `needs_another` are people whose
    approval of these photos is kept but does not count, as their role was withdrawn before it arrived. `batch` is the
    import that it came with from a paper ledger, where its number was `old_number`. `merged_into` is the hazard that it
    is a second report of. `inspection` is where it was found, by the item `check_item` of its form. `more_until` is the
    deadline that its fixer, `more_by`, asks for, as long as nobody has answered; `more_refused` why it was not
    granted. `not_same` are other reports that somebody has found to be of another hazard. `rule` is the rule that made
    it, for want of photos. `extra` are the plant's own fields as `extra_form` asks for them, `extra_photos` the
    photos that these ask for; `off_m` how far off the
    zone the phone said at the report that it was, at least. `incident` is what it is the corrective action of."""

    id: str
    zone: str
    description: str
    category: Category
    state: State
    reported_at: datetime
    before: tuple[Photo, ...]
    number: str | None = None
    grade: Literal["general", "major"] = "general"
    reporter: str | None = None
    x: float | None = None
    y: float | None = None
    team: str | None = None
    assignee: str | None = None
    why: str | None = None
    route: str | None = None
    due_at: datetime | None = None
    accepted_at: datetime | None = None
    after: tuple[Photo, ...] = ()
    fix_note: str = ""
    fixed_by: str | None = None
    fixed_at: datetime | None = None
    review_due_at: datetime | None = None
    first_by: str | None = None
    first_at: datetime | None = None
    second_by: str | None = None
    closed_at: datetime | None = None
    returned: int = 0
    return_reason: str = ""
    reject_reason: str = ""
    needs_another: tuple[str, ...] = ()
    old_number: str = ""
    batch: str | None = None
    dispatched_at: datetime | None = None
    merged_into: str | None = None
    equipment: str | None = None
    inspection: str | None = None
    check_item: str = ""
    more_until: datetime | None = None
    more_by: str | None = None
    more_reason: str = ""
    more_refused: str = ""
    not_same: tuple[str, ...] = ()
    rule: str | None = None
    extra: Results = ()
    extra_form: str | None = None
    off_m: float | None = None
    incident: str | None = None
    extra_photos: tuple[Photo, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it is still in progress to the outside."""
        return self.state not in ENDED

    def overdue(self, now: datetime) -> bool:
        """Whether its fixing or its reviewing is past its time."""
        if self.state in TO_REVIEW:
            return self.review_due_at is not None and now > self.review_due_at
        return self.open and self.due_at is not None and now > self.due_at


def hours_of(hours: tuple[float, ...], zone: Zone) -> timedelta:
    """The plant's figure for the zone's class."""
    return timedelta(hours=hours["ABCD".index(zone.zone_class)])


def time_to_fix(plant: Plant, zone: Zone, category: Category) -> timedelta:
    """How long fixing may take: by the zone's class, or by the category where that is shorter."""
    of_category = [timedelta(hours=one.hours) for one in plant.category_hours if one.category == category]
    return min([hours_of(plant.fix_hours, zone), *of_category])


def in_states(look: Look, hazard: str, *states: State) -> Hazard:
    """The hazard, which must be in one of these states. Raises Refused: no_such_record, wrong_state."""
    found = required(look, Hazard, hazard)
    if found.state not in states:
        raise Refused("wrong_state", state=found.state.value, number=found.number or "")
    return found


def told(hazard: Hazard, zone: Zone) -> dict[str, Any]:
    """The facts that a message about the hazard needs; none of them is about a person."""
    return {
        "number": hazard.number or "",
        "zone": zone.name,
        "zone_class": zone.zone_class,
        "description": hazard.description,
        "photos": len(hazard.before),
        "due_at": hazard.due_at.isoformat() if hazard.due_at else "",
        "why": hazard.why or "",
        "review_due_at": hazard.review_due_at.isoformat() if hazard.review_due_at else "",
        "closed_at": hazard.closed_at.isoformat() if hazard.closed_at else "",
        "reason": hazard.return_reason,
        "note": hazard.fix_note,
    }


def opened(context: Context, look: Look, hazard: Hazard, zone: Zone) -> list[Change]:
    """A new hazard with what is known of its photos; the hub gives it its number and sends it on its way."""
    numbered = replace(hazard, number=day_number(context, look, "YH", "hazard"))
    shown = used(look, hazard.before, hazard.id, "before")
    if context.side == "console":
        return [Put(numbered), *shown]
    to = destination(look, zone.id, hazard.category, hazard.equipment, context.now)
    return [*dispatched(context, look, numbered, zone, to), *shown]


def check_photos(photos: tuple[str, ...]) -> None:
    """At least one, at most ten, none twice. Raises Refused: photo_needed, photos_too_many, photo_twice."""
    if not photos:
        raise Refused("photo_needed")
    bounded_photos(photos)


def bounded_photos(photos: tuple[str, ...]) -> None:
    """At most ten, none twice. Raises Refused: photos_too_many, photo_twice."""
    if len(photos) > MOST_PHOTOS:
        raise Refused("photos_too_many", most=MOST_PHOTOS)
    if len(set(photos)) != len(photos):
        raise Refused("photo_twice")


def dispatched(
    context: Context, look: Look, hazard: Hazard, zone: Zone, to: Destination, *, again: bool = False
) -> list[Change]:
    """The hazard sent to its destination, its clock set, and those told who must know."""
    due = hazard.due_at or context.now + time_to_fix(the_plant(look), zone, hazard.category)
    found = bool(to.team or to.person)
    sent = replace(
        hazard,
        state=State.ASSIGNED if found else State.REPORTED,
        dispatched_at=hazard.dispatched_at or (context.now if found else None),
        team=to.team,
        assignee=to.person,
        why=to.why,
        route=to.route,
        due_at=due,
        accepted_at=None,
        more_until=None,
    )
    changes: list[Change] = [Put(sent)]
    if not again:
        supervisor = zone.supervisor or first_id(holders(look, Role.EHS_MANAGER))
        changes += tell(reached(look, [supervisor], context.now), "hazard_reported", sent, zone)
    known = [] if again else reached(look, [zone.supervisor], context.now)
    mates = at_work(look, look.find("person", team=to.team), context.now) if to.team else []
    fixers = [to.person] if to.person else [one.id for one in mates]
    changes += tell([p for p in fixers if p not in known], "hazard_assigned", sent, zone)
    return changes


def first_id(people: tuple[Person, ...]) -> str | None:
    """The id of the first, if there is one."""
    return people[0].id if people else None


def tell(people: Sequence[str | None], message: str, hazard: Hazard, zone: Zone) -> list[Change]:
    """A Tell to those who are someone, each once; nothing when nobody is left."""
    whom = tuple(dict.fromkeys(person for person in people if person))
    return [Tell(whom, message, hazard.id, told(hazard, zone))] if whom else []


@operation("hazards.dispatch", roles=LEADERS)
@dataclass(frozen=True, kw_only=True)
class Dispatch:
    """By hand, to a team or a person; also hands on what went elsewhere."""

    hazard: Annotated[str, Ref("hazard")]
    team: Annotated[str, Ref("team")] | None = None
    person: Annotated[str, Ref("person")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        hazard = in_states(look, self.hazard, State.REPORTED, *TO_FIX)
        if (self.team is None) == (self.person is None):
            raise Refused("team_or_person")
        if self.team and look.get("team", self.team) is None:
            raise Refused("no_such_record", record="team", id=self.team)
        if self.person:
            present(look, self.person)
        zone = required(look, Zone, hazard.zone)
        to = Destination(self.team, self.person, "by_hand")
        return dispatched(context, look, hazard, zone, to, again=True)


def is_fixer(look: Look, actor: str | None, hazard: Hazard) -> bool:
    """Whether the hazard was sent to this person or to the person's team."""
    if actor is None:
        return False
    person = look.get("person", actor)
    return actor == hazard.assignee or (person is not None and person.team is not None and person.team == hazard.team)


def plan_lacks(look: Look, hazard: Hazard) -> bool:
    """Whether it is a major hazard without its five requirements."""
    return hazard.grade == "major" and look.get("fix_plan", hazard.id) is None


def may_begin(look: Look, hazard: Hazard) -> None:
    """Fixing may start: a major hazard has its five requirements. Raises Refused: fix_plan_needed."""
    if plan_lacks(look, hazard):
        raise Refused("fix_plan_needed", number=hazard.number or "")


@operation("hazards.accept", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class Accept:
    """Someone of the team takes it on."""

    hazard: Annotated[str, Ref("hazard")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        hazard = in_states(look, self.hazard, *TO_FIX)
        if not is_fixer(look, context.actor.person, hazard):
            raise Refused("not_yours")
        may_begin(look, hazard)
        return [Put(replace(hazard, state=State.FIXING, assignee=context.actor.person, accepted_at=context.now))]


@operation("hazards.submit_fix", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class SubmitFix:
    """It is fixed: the photos after, for the reviewers. None of them may be a photo from before."""

    hazard: Annotated[str, Ref("hazard")]
    photos: tuple[Photo, ...]
    note: Annotated[str, Text(most=500, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        hazard = in_states(look, self.hazard, *TO_FIX)
        if not is_fixer(look, context.actor.person, hazard):
            raise Refused("not_yours")
        may_begin(look, hazard)
        check_photos(self.photos)
        if set(self.photos) & set(hazard.before):
            raise Refused("same_photo")
        zone = required(look, Zone, hazard.zone)
        fixed = replace(
            hazard,
            state=State.FIXED,
            after=self.photos,
            fix_note=self.note,
            fixed_by=context.actor.person,
            fixed_at=context.now,
            accepted_at=hazard.accepted_at or context.now,
            review_due_at=context.now + hours_of(the_plant(look).review_hours, zone),
            first_by=None,
            first_at=None,
            needs_another=(),
            more_until=None,
        )
        there = at_work(look, look.find("person"), context.now)
        reviewers = [person.id for person in there if reviews(look, person, fixed, zone, context.now)]
        shown = used(look, self.photos, hazard.id, "after")
        return [Put(fixed), *shown, *tell(reviewers, "fix_submitted", fixed, zone)]


def may_review_first(look: Look, person: Person, hazard: Hazard, zone: Zone) -> bool:
    """The zone's supervisor, a department manager or a safety officer, never who fixed it. Where the plant has at
    most one safety officer, also the leader of another team."""
    if not person.here or person.id == hazard.fixed_by:
        return False
    roles = set(person.roles)
    if person.id == zone.supervisor or roles & {Role.DEPARTMENT_MANAGER, Role.SAFETY_OFFICER}:
        return True
    fixer = look.get("person", hazard.fixed_by or "")
    fixing = {hazard.team, fixer.team if fixer else None}
    leads_another = Role.TEAM_LEADER in roles and person.team not in fixing
    return leads_another and len(holders(look, Role.SAFETY_OFFICER)) <= 1


def may_review_second(person: Person, hazard: Hazard, zone: Zone) -> bool:
    """A safety officer or the EHS manager; for class A zones and major hazards the EHS manager only. Never who
    fixed it, never who passed it first."""
    strict = zone.zone_class == "A" or hazard.grade == "major"
    wanted = {Role.EHS_MANAGER} if strict else {Role.SAFETY_OFFICER, Role.EHS_MANAGER}
    return person.here and person.id not in (hazard.fixed_by, hazard.first_by) and bool(set(person.roles) & wanted)


def may_review(look: Look, person: Person, hazard: Hazard, zone: Zone) -> bool:
    """Whether the person may do the review that the hazard waits for."""
    if hazard.state == State.FIXED:
        return may_review_first(look, person, hazard, zone)
    return may_review_second(person, hazard, zone)


def reviews(look: Look, person: Person, hazard: Hazard, zone: Zone, now: datetime) -> bool:
    """Whether the person may do the review that the hazard waits for, themselves or in the place of one who is away."""
    return may_review(look, *standing(look, person, hazard, zone, now))


def standing(look: Look, person: Person, hazard: Hazard, zone: Zone, now: datetime) -> tuple[Person, Hazard, Zone]:
    """Who reviews and what, with all that the person may as a deputy; never in the place of the fixer or the first
    reviewer."""
    stands, supervised = acting(look, person, zone, now, but=(hazard.fixed_by, hazard.first_by))
    return stands, hazard, supervised


def kept_for_another(hazard: Hazard, zone: Zone, reviewer: Person) -> list[Change]:
    """An approval by someone who might give it when he did, and may no more now that it arrives: it moves nothing.
    He is told, unless he has left."""
    kept = replace(hazard, needs_another=tuple(dict.fromkeys((*hazard.needs_another, reviewer.id))))
    return [Put(kept), *tell([reviewer.id if reviewer.here else None], "approval_kept", kept, zone)]


def without(hazard: Hazard, reviewer: Person) -> Hazard:
    """The hazard without an approval that was kept of someone who may review again by now, and does."""
    return replace(hazard, needs_another=tuple(one for one in hazard.needs_another if one != reviewer.id))


@operation("hazards.approve", roles=LEADERS | STAFF)
@dataclass(frozen=True, kw_only=True)
class Approve:
    """The pair of photos shows that it is fixed. The hub decides whether this is the first review or the second."""

    hazard: Annotated[str, Ref("hazard")]

    def premise(self, look: Look) -> dict[str, Any]:
        hazard = look.get("hazard", self.hazard)
        if hazard is None:
            return {}
        return {
            "status": "in_review" if hazard.state in TO_REVIEW else hazard.state.value,
            "fixed_by": hazard.fixed_by,
            "before": list(hazard.before),
            "after": list(hazard.after),
        }

    def decide(self, context: Context, look: Look) -> list[Change]:
        hazard = in_states(look, self.hazard, *TO_REVIEW)
        zone = required(look, Zone, hazard.zone)
        reviewer = required(look, Person, context.actor.person or "")
        if reviewer.id == hazard.fixed_by:
            raise Refused("fixer_may_not_review")
        if plan_lacks(look, hazard):
            raise Refused("fix_plan_before_review", number=hazard.number or "")
        if not (hazard.before or hazard.batch or hazard.rule or hazard.incident) or not hazard.after:
            raise Refused("photo_needed")
        if hazard.state == State.FIRST_PASSED and reviewer.id == hazard.first_by:
            raise Refused("second_must_differ")
        if not reviews(look, reviewer, hazard, zone, context.now):
            if context.side == "hub" and reviews(look, reviewer.held(context.now), hazard, zone, context.now):
                return kept_for_another(hazard, zone, reviewer)
            present(look, reviewer.id)
            review = "first" if hazard.state == State.FIXED else "second"
            raise Refused("may_not_review", review=review, zone_class=zone.zone_class)
        if context.side == "console":
            # Only the hub knows whether this is the first or the second: here the hazard is touched, not moved.
            return [Put(hazard)]
        if hazard.state == State.FIXED:
            return self.first(context, look, hazard, zone, reviewer)
        closed = replace(
            without(hazard, reviewer),
            state=State.CLOSED,
            second_by=reviewer.id,
            closed_at=context.now,
            review_due_at=None,
        )
        return [Put(closed), *tell([hazard.reporter, hazard.fixed_by], "hazard_closed", closed, zone)]

    def first(self, context: Context, look: Look, hazard: Hazard, zone: Zone, reviewer: Person) -> list[Change]:
        """The first review; from here the second one's clock runs."""
        passed = replace(
            without(hazard, reviewer),
            state=State.FIRST_PASSED,
            first_by=reviewer.id,
            first_at=context.now,
            review_due_at=context.now + hours_of(the_plant(look).review_hours, zone),
        )
        return [Put(passed)]


@operation("hazards.return", roles=LEADERS | STAFF)
@dataclass(frozen=True, kw_only=True)
class Return:
    """Not good enough: back to fixing, with a reason."""

    hazard: Annotated[str, Ref("hazard")]
    reason: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        hazard = in_states(look, self.hazard, *TO_REVIEW)
        zone = required(look, Zone, hazard.zone)
        reviewer, _, own = standing(look, present(look, context.actor.person or ""), hazard, zone, context.now)
        if not (may_review_first(look, reviewer, hazard, own) or may_review_second(reviewer, hazard, own)):
            raise Refused("may_not_review", review="first", zone_class=zone.zone_class)
        back = replace(
            hazard,
            state=State.FIXING,
            assignee=hazard.fixed_by,
            returned=hazard.returned + 1,
            return_reason=self.reason,
            first_by=None,
            first_at=None,
            review_due_at=None,
            needs_another=(),
        )
        return [Put(back), *tell([hazard.fixed_by], "hazard_returned", back, zone)]


@operation("hazards.reject", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Reject:
    """Found to be no hazard; the reporter sees the reason."""

    hazard: Annotated[str, Ref("hazard")]
    reason: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        hazard = in_states(look, self.hazard, State.REPORTED, *TO_FIX)
        return [Put(replace(hazard, state=State.REJECTED, reject_reason=self.reason, closed_at=context.now))]
