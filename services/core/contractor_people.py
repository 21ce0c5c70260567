"""The people of contractors: for which company they come, their induction, the black list; and whose a hazard is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Annotated

from services.core.calendar import day_of
from services.core.contractors import BANNERS, Contractor, Reason, papers_good, policy, working
from services.core.hazards import Hazard
from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.people import Person, present
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import LEADERS, OFFICE, Role
from services.core.shape import Blob, Personal, Ref, Text

PersonRef = Annotated[str, Ref("person")]
PersonalReason = Annotated[str, Text(most=300), Personal()]


@record(
    "contractor_person",
    indexed=("person", "contractor"),
    subject="person",
    called="",
    group="contractor_people",
)
@dataclass(frozen=True, kw_only=True)
class ContractorPerson:
    """Someone who comes for a company. Inducted on `inducted_on`, which holds to the end of `valid_until`; on the
    black list since `banned_at`, for a reason that goes with their other data. `badge` is the sealed token on the
    newest badge, ID.NUMBER.KEY.MAC; older ones hold no more. `warned` are the numbers of days before the induction's
    end at which people have been told."""

    id: str
    person: str
    contractor: str
    trade: str = ""
    since: datetime
    inducted_on: date | None = None
    valid_until: date | None = None
    inducted_by: str | None = None
    banned_at: datetime | None = None
    ban_reason: Annotated[str, Personal()] = ""
    ended_at: datetime | None = None
    photo: Annotated[str, Blob()] | None = None
    badge: str = ""
    warned: tuple[int, ...] = ()


@record("contractor_hazard", indexed=("hazard", "contractor"), called="")
@dataclass(frozen=True, kw_only=True)
class ContractorHazard:
    """A hazard that a company has caused: it counts against its score."""

    id: str
    hazard: str
    contractor: str
    at: datetime
    by: str | None = None
    withdrawn_at: datetime | None = None


def membership(look: Look, person: str) -> ContractorPerson | None:
    """For whom the person comes now; None for people of the plant itself."""
    found = [one for one in look.find("contractor_person", person=person) if one.ended_at is None]
    return found[0] if found else None


def cleared(look: Look, now: datetime, contractor: str | None, people: Sequence[str]) -> None:
    """Whether they may work under a permit: the company is in use, its papers are valid, nobody is on the black list,
    and a contractor's people are inducted. Raises Refused: contractor_banned, contractor_paper_over, person_banned,
    contractor_needed, induction_missing, and what `present` and `working` refuse."""
    today = day_of(look, now)
    if contractor is not None:
        papers_good(look, working(look, contractor), today)
    for id_ in dict.fromkeys(people):
        person, member = present(look, id_), membership(look, id_)
        if member is None and Role.CONTRACTOR not in person.roles:
            continue
        if member is not None and member.banned_at is not None:
            raise Refused("person_banned", person=id_)
        if contractor is None:
            raise Refused("contractor_needed")
        if member is None or member.valid_until is None or member.valid_until < today:
            raise Refused("induction_missing", person=id_)


def member_of(look: Look, id_: str) -> ContractorPerson:
    """The membership, which must not have ended. Raises Refused: no_such_record, membership_ended."""
    found = required(look, ContractorPerson, id_)
    if found.ended_at is not None:
        raise Refused("membership_ended")
    return found


@operation("contractor_people.link", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Link:
    """A person with the role of a contractor comes for this company from now on."""

    person: PersonRef
    contractor: Annotated[str, Ref("contractor")]
    trade: Annotated[str, Text(most=60, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        person: Person = present(look, self.person)
        working(look, self.contractor)
        if Role.CONTRACTOR not in person.roles:
            raise Refused("not_a_contractor")
        before = membership(look, self.person)
        if before is not None and before.banned_at is not None:
            raise Refused("person_banned", person=self.person)
        if before is not None and before.contractor == self.contractor:
            raise Refused("comes_already", person=self.person)
        ended = [Put(replace(before, ended_at=context.now))] if before else []
        member = ContractorPerson(
            id=context.id, person=self.person, contractor=self.contractor, trade=self.trade, since=context.now
        )
        return [*ended, Put(member)]


@operation("contractor_people.induct", roles=LEADERS)
@dataclass(frozen=True, kw_only=True)
class Induct:
    """The induction was given today; it holds as long as the plant says, unless a nearer day is named."""

    contractor_person: Annotated[str, Ref("contractor_person")]
    valid_until: date | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        member = member_of(look, self.contractor_person)
        if member.banned_at is not None:
            raise Refused("person_banned", person=member.person)
        working(look, member.contractor)
        today = day_of(look, context.now)
        longest = today + timedelta(days=policy(look).induction_days)
        until = self.valid_until or longest
        if not today <= until <= longest:
            raise Refused("induction_day_wrong", last=longest.isoformat())
        by = context.actor.person
        return [Put(replace(member, inducted_on=today, valid_until=until, inducted_by=by, warned=()))]


@operation("contractor_people.set_photo", roles=LEADERS)
@dataclass(frozen=True, kw_only=True)
class SetPhoto:
    """The photo for the badge."""

    contractor_person: Annotated[str, Ref("contractor_person")]
    photo: Annotated[str, Blob()]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(member_of(look, self.contractor_person), photo=self.photo))]


def badge_sealed(member: str, number: int) -> str:
    """What the seal of a badge is made over."""
    return f"badge.{member}.{number}"


@operation("contractor_people.issue_badge", roles=LEADERS, offline=False)
@dataclass(frozen=True, kw_only=True)
class IssueBadge:
    """A new badge for somebody whose induction holds; the one before holds no more."""

    contractor_person: Annotated[str, Ref("contractor_person")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        member = member_of(look, self.contractor_person)
        if context.gifts is None:
            raise Refused("needs_hub")
        if member.banned_at is not None:
            raise Refused("person_banned", person=member.person)
        if member.valid_until is None or member.valid_until < day_of(look, context.now):
            raise Refused("induction_missing", person=member.person)
        number = int(member.badge.split(".")[1]) + 1 if member.badge else 1
        key, mac = context.gifts.seal(badge_sealed(member.id, number))
        return [Put(replace(member, badge=f"{member.id}.{number}.{key}.{mac}"))]


@operation("contractor_people.end", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class End:
    """The person comes for the company no more. Who is on the black list stays on it."""

    contractor_person: Annotated[str, Ref("contractor_person")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        member = member_of(look, self.contractor_person)
        if member.banned_at is not None:
            raise Refused("person_banned", person=member.person)
        return [Put(replace(member, ended_at=context.now))]


@operation("contractor_people.look_where", roles=LEADERS, offline=False)
@dataclass(frozen=True, kw_only=True)
class LookWhere:
    """Somebody opens the list of which contractors' people are on the site and where, by the doors' word: it names
    them, and that it was opened stands in the journal."""

    def decide(self, context: Context, look: Look) -> list[Change]:
        return []


def _coming(look: Look, person: str) -> ContractorPerson:
    member = membership(look, person)
    if member is None:
        raise Refused("membership_ended")
    return member


@operation("contractor_people.ban", roles=BANNERS)
@dataclass(frozen=True, kw_only=True)
class BanPerson:
    """Onto the black list: no permits and no induction from now on."""

    person: PersonRef
    reason: PersonalReason

    def decide(self, context: Context, look: Look) -> list[Change]:
        member = _coming(look, self.person)
        if member.banned_at is not None:
            raise Refused("person_banned", person=member.person)
        return [Put(replace(member, banned_at=context.now, ban_reason=self.reason))]


@operation("contractor_people.lift_ban", roles=BANNERS)
@dataclass(frozen=True, kw_only=True)
class LiftPersonBan:
    """Off the black list; a new induction is wanted."""

    person: PersonRef
    reason: PersonalReason

    def decide(self, context: Context, look: Look) -> list[Change]:
        member = _coming(look, self.person)
        if member.banned_at is None:
            raise Refused("not_banned")
        return [Put(replace(member, banned_at=None, ban_reason="", valid_until=None))]


@operation("contractor_hazards.attribute", roles=LEADERS)
@dataclass(frozen=True, kw_only=True)
class Attribute:
    """A hazard was caused by this company."""

    hazard: Annotated[str, Ref("hazard")]
    contractor: Annotated[str, Ref("contractor")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        required(look, Hazard, self.hazard)
        required(look, Contractor, self.contractor)
        if any(one.withdrawn_at is None for one in look.find("contractor_hazard", hazard=self.hazard)):
            raise Refused("hazard_attributed")
        made = ContractorHazard(
            id=context.id,
            hazard=self.hazard,
            contractor=self.contractor,
            at=context.now,
            by=context.actor.person,
        )
        return [Put(made)]


@operation("contractor_hazards.withdraw", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class WithdrawHazard:
    """It was not the company's; the record stays and counts for nothing."""

    contractor_hazard: Annotated[str, Ref("contractor_hazard")]
    reason: Reason

    def decide(self, context: Context, look: Look) -> list[Change]:
        known = required(look, ContractorHazard, self.contractor_hazard)
        if known.withdrawn_at is not None:
            raise Refused("attribution_ended")
        return [Put(replace(known, withdrawn_at=context.now))]
