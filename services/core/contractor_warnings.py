"""Early warnings about contractors and work permits: so many days before a paper or an induction ends, and once more
when it is over; so many minutes before a permit's time is up. Days and minutes are the plant's (ContractorPolicy)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Annotated, Any

from services.core.absences import reached
from services.core.alerts import SYSTEM_ONLY
from services.core.contractor_people import ContractorPerson, membership
from services.core.contractors import Contractor, ContractorPaper, ContractorPolicy, policy
from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import holders
from services.core.permits import Permit, told
from services.core.roles import Role
from services.core.shape import Range, Ref
from services.core.training_warnings import OVER
from services.core.zones import Zone

Step = Annotated[int, Range(OVER, 365)]
AT_WORK = ("approved", "running", "paused")


def due_step(until: date | None, warned: Iterable[int], days: Iterable[int], today: date) -> int | None:
    """The warning that is due on a day: the shortest of the days that has been reached and was not told yet, OVER once
    it has ended; None where there is none."""
    if until is None:
        return None
    left = (until - today).days
    step = OVER if left < 0 else min((one for one in days if left <= one), default=None)
    return None if step is None or step in warned else step


def permit_due(permit: Permit, rules: ContractorPolicy, now: datetime) -> bool:
    """Whether its people are to hear now that its time is nearly up; extended, they hear once more."""
    begins = permit.ends_at - timedelta(minutes=rules.permit_minutes)
    waits = permit.stage in AT_WORK and rules.permit_minutes > 0 and permit.warned_for != permit.ends_at
    return waits and begins <= now <= permit.ends_at


def _tell(look: Look, now: datetime, message: str, about: str, facts: dict[str, Any], *whom: str | None) -> list[Tell]:
    """Those named, and the safety office; in the place of who is away those who stand in."""
    officers = [one.id for one in holders(look, Role.SAFETY_OFFICER) or holders(look, Role.EHS_MANAGER)]
    meant = [one for one in whom if one] + officers
    people = tuple(dict.fromkeys(one for one in reached(look, meant, now) if one))
    return [Tell(people, message, about, facts)] if people else []


@operation("contractor_papers.warn", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class WarnPaper:
    """Who speaks for the company here, who answers for it in the plant, and the safety officers are told."""

    contractor_paper: Annotated[str, Ref("contractor_paper")]
    step: Step

    def decide(self, context: Context, look: Look) -> list[Change]:
        paper = required(look, ContractorPaper, self.contractor_paper)
        company = required(look, Contractor, paper.contractor)
        if self.step in paper.warned or paper.withdrawn_at is not None or company.retired_at is not None:
            return []
        message = "contractor_paper_over" if self.step == OVER else "contractor_paper_ending"
        facts = {"company": company.name, "title": paper.title, "until": paper.valid_until.isoformat()}
        said = _tell(look, context.now, message, paper.id, facts, company.contact, company.owner)
        return [Put(replace(paper, warned=(*paper.warned, self.step))), *said]


@operation("contractor_people.warn", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class WarnInduction:
    """The person, who speaks for the company, who answers for it, and the safety officers are told."""

    contractor_person: Annotated[str, Ref("contractor_person")]
    step: Step

    def decide(self, context: Context, look: Look) -> list[Change]:
        member = required(look, ContractorPerson, self.contractor_person)
        company = required(look, Contractor, member.contractor)
        if self.step in member.warned or membership(look, member.person) != member or member.valid_until is None:
            return []
        message = "induction_over" if self.step == OVER else "induction_ending"
        facts = {"holder": member.person, "company": company.name, "until": member.valid_until.isoformat()}
        said = _tell(look, context.now, message, member.id, facts, member.person, company.contact, company.owner)
        return [Put(replace(member, warned=(*member.warned, self.step))), *said]


@operation("permits.warn", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class WarnPermit:
    """Leader, guardian and the zone's supervisor hear that a permit's time is nearly up: it is extended or closed."""

    permit: Annotated[str, Ref("permit")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        permit = required(look, Permit, self.permit)
        if not permit_due(permit, policy(look), context.now):
            return []
        zone = required(look, Zone, permit.zone)
        meant = [one for one in (permit.leader, permit.guardian, zone.supervisor) if one]
        people = tuple(dict.fromkeys(one for one in reached(look, meant, context.now) if one))
        said = [Tell(people, "permit_ending", permit.id, told(permit, zone))] if people else []
        return [Put(replace(permit, warned_for=permit.ends_at)), *said]
