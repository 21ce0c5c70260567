"""Contractors as the office sees them: papers that end, people with their induction, hazards, and the score."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from services.core.calendar import day_of
from services.core.contractor_people import ContractorHazard, ContractorPerson
from services.core.contractors import Contractor, ContractorPaper, ContractorPolicy, policy
from services.core.hazards import Hazard, State
from services.core.operation import Look
from services.core.people import Person
from services.core.permits import LIVING, Permit
from services.core.plant import the_plant
from services.core.roles import OFFICE

Standing = Literal["banned", "over", "missing", "soon", "good"]
SIGNS: dict[Standing, str] = {
    "banned": "overdue",
    "over": "overdue",
    "missing": "pending",
    "soon": "pending",
    "good": "normal",
}
BEST = 100


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """A company; `papers` those that count, what ends first before the others. `general`, `major` and `stopped` are how
    many hazards and stops count against its score."""

    company: Contractor
    standing: Standing
    papers: tuple[ContractorPaper, ...]
    hazards: tuple[tuple[ContractorHazard, Hazard], ...]
    people: int
    permits: int
    general: int
    major: int
    stopped: int
    score: int
    contact: str
    owner: str

    @property
    def id(self) -> str:
        """The company's id."""
        return self.company.id

    @property
    def ends_on(self) -> date | None:
        """When its first paper ends."""
        return self.papers[0].valid_until if self.papers else None


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Somebody who comes for a company, and how their induction stands."""

    member: ContractorPerson
    person: Person
    company: Contractor
    standing: Standing

    @property
    def id(self) -> str:
        """The membership's id."""
        return self.member.id


def company_rows(look: Look, now: datetime) -> tuple[CompanyRow, ...]:
    """The companies in use: what needs somebody first, then by name."""
    today, rules = day_of(look, now), policy(look)
    people = {one.id: one.name for one in look.find("person")}
    found = [one for one in look.find("contractor") if one.retired_at is None]
    rows = [_company(look, one, rules, people, now, today) for one in found]
    order = list(SIGNS)
    return tuple(sorted(rows, key=lambda one: (order.index(one.standing), one.company.name)))


def _company(
    look: Look, one: Contractor, rules: ContractorPolicy, people: dict[str, str], now: datetime, today: date
) -> CompanyRow:
    papers = living_papers(look, one.id)
    since = now - timedelta(days=rules.score_days)
    caused = _hazards(look, one.id)
    counted = [hazard for link, hazard in caused if link.at >= since and hazard.state != State.REJECTED]
    major = sum(hazard.grade == "major" for hazard in counted)
    permits: tuple[Permit, ...] = look.find("permit", contractor=one.id)
    stopped = sum(permit.stopped_at is not None and permit.stopped_at >= since for permit in permits)
    lost = (len(counted) - major) * rules.general_points + major * rules.major_points + stopped * rules.stopped_points
    members = [who for who in look.find("contractor_person", contractor=one.id) if who.ended_at is None]
    ends = [paper.valid_until for paper in papers]
    return CompanyRow(
        company=one,
        standing="banned" if one.banned_at else standing(min(ends, default=None), rules, today),
        papers=papers,
        hazards=caused,
        people=len(members),
        permits=sum(permit.stage in LIVING for permit in permits),
        general=len(counted) - major,
        major=major,
        stopped=stopped,
        score=max(0, BEST - lost),
        contact=people.get(one.contact or "", ""),
        owner=people.get(one.owner or "", ""),
    )


def living_papers(look: Look, contractor: str) -> tuple[ContractorPaper, ...]:
    """Of each kind of paper the one that ends last, what ends first before the others."""
    last: dict[str, ContractorPaper] = {}
    for one in look.find("contractor_paper", contractor=contractor):
        known = last.get(one.paper)
        if one.withdrawn_at is None and (known is None or one.valid_until > known.valid_until):
            last[one.paper] = one
    return tuple(sorted(last.values(), key=lambda one: (one.valid_until, one.id)))


def _hazards(look: Look, contractor: str) -> tuple[tuple[ContractorHazard, Hazard], ...]:
    found = []
    for link in look.find("contractor_hazard", contractor=contractor):
        hazard = look.get("hazard", link.hazard) if link.withdrawn_at is None else None
        if hazard is not None:
            found.append((link, hazard))
    return tuple(sorted(found, key=lambda pair: pair[0].at, reverse=True))


def standing(until: date | None, rules: ContractorPolicy, today: date) -> Standing:
    """How something stands that is good through a day: missing without one."""
    if until is None:
        return "missing"
    if until < today:
        return "over"
    return "soon" if (until - today).days <= max(rules.warn_days, default=0) else "good"


def member_rows(look: Look, now: datetime) -> tuple[MemberRow, ...]:
    """The people of contractors: who may not work first, then by company."""
    today, rules = day_of(look, now), policy(look)
    people = {one.id: one for one in look.find("person") if one.here}
    companies = {one.id: one for one in look.find("contractor")}
    rows = [
        MemberRow(
            member=one,
            person=people[one.person],
            company=companies[one.contractor],
            standing="banned" if one.banned_at else standing(one.valid_until, rules, today),
        )
        for one in look.find("contractor_person")
        if one.ended_at is None and one.person in people
    ]
    order = list(SIGNS)
    return tuple(sorted(rows, key=lambda one: (order.index(one.standing), one.company.name, one.person.name)))


@dataclass(frozen=True, slots=True)
class Ending:
    """Something that ends soon or has: whose, what, when; `step` is the narrowest of the plant's warning days that it
    lies within (0: it is over)."""

    whose: str
    what: str
    until: date
    step: int


def endings(look: Look, now: datetime) -> tuple[Ending, ...]:
    """Papers and inductions that the plant wants to be told of, the nearest first. Who is on the black list is not
    waited for."""
    today, rules = day_of(look, now), policy(look)
    found: list[tuple[str, str, date]] = []
    for row in company_rows(look, now):
        if row.company.banned_at is None:
            found += [(row.company.name, paper.title, paper.valid_until) for paper in row.papers]
    for one in member_rows(look, now):
        if one.member.banned_at is None and one.company.banned_at is None and one.member.valid_until is not None:
            found.append((one.company.name, one.person.name, one.member.valid_until))
    return tuple(sorted(_within(found, rules, today), key=lambda one: (one.until, one.whose)))


def endings_for(look: Look, person: Person | None, now: datetime) -> tuple[Ending, ...]:
    """The same for who sees to it: the office; nothing where the plant does without contractors."""
    sees_to_it = person is not None and not OFFICE.isdisjoint(person.roles)
    return endings(look, now) if sees_to_it and "contractors" not in the_plant(look).modules_off else ()


def _within(found: Iterable[tuple[str, str, date]], rules: ContractorPolicy, today: date) -> Iterable[Ending]:
    for whose, what, until in found:
        left = (until - today).days
        steps = [days for days in rules.warn_days if left <= days]
        if left < 0:
            yield Ending(whose, what, until, 0)
        elif steps:
            yield Ending(whose, what, until, min(steps))
