"""Work permits with the names of who and what they are about: the board, a person's own, one alone."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from services.core.alphabet import by_sound
from services.core.calendar import day_of
from services.core.contractor_people import membership
from services.core.operation import Look
from services.core.people import Person
from services.core.permit_forms import APPROVERS
from services.core.permit_work import GasState, gas_due, gas_state
from services.core.permits import LIVING, Permit, may_sign
from services.core.plant import the_plant
from services.core.roles import LEADERS, OFFICE, Role
from services.core.zones import Zone


@dataclass(frozen=True, slots=True)
class PermitRow:
    """A permit as it stands at a moment; `people` are the names of those in it by id, `signers` whose signature is
    awaited, as names."""

    permit: Permit
    zone: Zone
    company: str
    people: dict[str, str] = field(hash=False)
    signers: tuple[str, ...]
    gas: GasState
    gas_due: bool
    expired: bool

    @property
    def id(self) -> str:
        """The permit's id."""
        return self.permit.id

    @property
    def status(self) -> str:
        """Its sign: overdue where somebody may be in danger, pending where something is awaited."""
        stage = self.permit.stage
        if self.expired or self.gas_due or stage == "stopped" or (stage == "paused" and self.gas == "over"):
            return "overdue"
        if stage in ("applied", "paused"):
            return "pending"
        return "normal" if stage in ("approved", "running") else "unknown"

    def name(self, person: str | None) -> str:
        """What somebody in it is called; empty for nobody."""
        return self.people.get(person or "", "")


@dataclass(frozen=True, slots=True)
class MyPermits:
    """What a person has to do with permits: those that wait for their signature, those they have a part in, and, for
    who leads, all others that are alive."""

    to_sign: tuple[PermitRow, ...]
    mine: tuple[PermitRow, ...]
    others: tuple[PermitRow, ...]


def living_permits(look: Look) -> Iterable[Permit]:
    """The permits that are not closed or rejected."""
    for stage in LIVING:
        yield from look.find("permit", stage=stage)


def board(look: Look, now: datetime, *, ended: bool = False) -> tuple[PermitRow, ...]:
    """The living permits by zone, what is urgent first, with those that ended today; or all that ever `ended` too."""
    today = day_of(look, now)
    found = list(living_permits(look))
    for stage in ("closed", "rejected"):
        gone = look.find("permit", stage=stage)
        found += [one for one in gone if ended or day_of(look, one.closed_at or one.begins_at) == today]
    order = {"overdue": 0, "pending": 1, "normal": 2, "unknown": 3}
    rows = _rows(look, found, now)
    return tuple(sorted(rows, key=lambda one: (order[one.status], one.zone.name, one.permit.ends_at, one.id)))


def permit_row(look: Look, id_: str, now: datetime) -> PermitRow | None:
    """One permit; None where there is none."""
    found = look.get("permit", id_)
    return _rows(look, [found], now)[0] if found else None


def my_permits(look: Look, person: Person, now: datetime) -> MyPermits:
    """What the person has to do with permits now."""
    zones = {one.id: one for one in look.find("zone")}
    to_sign, mine, others = [], [], []
    for one in living_permits(look):
        sign = one.next_sign if one.stage == "applied" else None
        if sign is not None and may_sign(one, zones[one.zone], person, sign):
            to_sign.append(one)
        elif person.id in one.party:
            mine.append(one)
        elif not LEADERS.isdisjoint(person.roles):
            others.append(one)
    return MyPermits(*(tuple(_rows(look, some, now)) for some in (to_sign, mine, others)))


@dataclass(frozen=True, slots=True)
class PermitsToday:
    """What of permits a person is to know at once: work that is in danger, and what waits for their signature."""

    danger: tuple[PermitRow, ...] = ()
    to_sign: tuple[PermitRow, ...] = ()


def permits_today(look: Look, person: Person | None, now: datetime) -> PermitsToday:
    """See PermitsToday: danger is for who leads; nothing where the plant does without permits."""
    if person is None or "contractors" in the_plant(look).modules_off:
        return PermitsToday()
    mine = my_permits(look, person, now)
    seen = (*mine.to_sign, *mine.mine, *mine.others)
    begun = [row for row in seen if row.permit.stage in ("running", "paused", "stopped")]
    return PermitsToday(tuple(row for row in begun if row.status == "overdue"), mine.to_sign)


def sees(look: Look, person: Person, permit: Permit) -> bool:
    """Whether it concerns the person: everybody in it, who has signed or may sign it, and who leads. A contractor
    sees the permits of their own company."""
    zone = look.get("zone", permit.zone)
    signed = any(one.person == person.id for one in permit.signed)
    if signed or person.id in permit.party or not LEADERS.isdisjoint(person.roles):
        return True
    if zone is not None and any(may_sign(permit, zone, person, one) for one in permit.signs):
        return True
    member = membership(look, person.id)
    return member is not None and member.contractor == permit.contractor


def candidates(look: Look, person: Person) -> tuple[tuple[str, tuple[Person, ...]], ...]:
    """Who can be named in a permit that this person applies for, by team or company: everybody here; for a contractor
    their own company's people."""
    members = [one for one in look.find("contractor_person") if one.ended_at is None]
    company = {one.person: one.contractor for one in members}
    names = {one.id: one.name for kind in ("team", "contractor") for one in look.find(kind)}
    own = company.get(person.id)
    groups: dict[str, list[Person]] = {}
    for one in look.find("person"):
        outsider = Role.CONTRACTOR in person.roles and company.get(one.id) != own
        if one.here and (one.id == person.id or not outsider):
            groups.setdefault(names.get(company.get(one.id) or one.team or "", ""), []).append(one)
    mine = names.get(own or person.team or "", "")
    ordered = sorted(groups.items(), key=lambda group: (group[0] != mine, group[0] == "", group[0]))
    return tuple((name, tuple(sorted(some, key=lambda one: by_sound(one.name)))) for name, some in ordered)


def _rows(look: Look, found: Iterable[Permit], now: datetime) -> list[PermitRow]:
    zones = {one.id: one for one in look.find("zone")}
    people = {one.id: one for one in look.find("person")}
    companies = {one.id: one.name for one in look.find("contractor")}
    return [_row(one, zones[one.zone], people, companies, now) for one in found]


def _row(one: Permit, zone: Zone, people: dict[str, Person], companies: dict[str, str], now: datetime) -> PermitRow:
    signed = [sign.person for sign in one.signed]
    readers = [reading.by for reading in one.readings]
    named = {*one.party, *signed, *readers, one.closed_by, one.started_by}
    sign = one.next_sign if one.stage == "applied" else None
    signers = [who.name for who in people.values() if sign and who.here and may_sign(one, zone, who, sign)]
    return PermitRow(
        permit=one,
        zone=zone,
        company=companies.get(one.contractor or "", ""),
        people={id_: people[id_].name for id_ in named if id_ in people},
        signers=tuple(signers),
        gas=gas_state(one, now) if one.stage != "running" else _while_running(one, now),
        gas_due=gas_due(one, now),
        expired=one.expired(now),
    )


def _while_running(one: Permit, now: datetime) -> GasState:
    return gas_state(one, now, one.every_min or 10**6)


def deeds(row: PermitRow, person: Person) -> frozenset[str]:
    """What the person can do about the permit as it stands; the operation itself decides."""
    one, held = row.permit, set(person.roles)
    named, leads = person.id in (one.leader, one.guardian), bool(held & LEADERS)
    can: set[str] = set()
    if one.stage == "applied":
        can |= {"confirm"} if (named or leads) and not any(s.sign in APPROVERS for s in one.signed) else set()
        can |= {"sign"} if one.next_sign and may_sign(one, row.zone, person, one.next_sign) else set()
    if one.stage in ("applied", "approved") and _may_reject(one, row, person):
        can.add("reject")
    if one.gases and one.stage in ("applied", "approved", "running", "paused") and (person.id in one.party or leads):
        can.add("read_gas")
    begins = named or bool(held & OFFICE)
    can |= {"start"} if one.stage == "approved" and begins else set()
    can |= {"resume"} if one.stage == "paused" and begins else set()
    can |= {"pause"} if one.stage == "running" and (person.id in one.party or leads) else set()
    can |= {"stop"} if one.stage in ("running", "paused") else set()
    unsigned = replace(one, signed=())
    approver = any(may_sign(unsigned, row.zone, person, sign) for sign in one.signs if sign in APPROVERS)
    extends = one.stage in ("approved", "running", "paused") and one.extensions > 0 and not row.expired
    can |= {"extend"} if extends and leads and approver else set()
    closes = (person.id in (one.guardian, row.zone.supervisor) or leads) and person.id not in (one.leader, *one.workers)
    can |= {"close"} if one.stage in ("approved", "running", "paused", "stopped") and closes else set()
    return frozenset(can)


def _may_reject(one: Permit, row: PermitRow, person: Person) -> bool:
    signer = any(may_sign(one, row.zone, person, sign) for sign in one.signs)
    return signer or person.id == one.applicant or not OFFICE.isdisjoint(person.roles)
