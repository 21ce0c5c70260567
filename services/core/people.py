"""People and teams: who works here, what they may do, whom a hazard is sent to."""

import hmac
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated, Literal

from services.core.operation import Change, Context, Forget, Look, Put, name_free, operation, required
from services.core.record import KINDS, record
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, GUARDED, LEADERS, OFFICE, PEOPLES_ROLES, STAFF, Role
from services.core.shape import Personal, Ref, Text
from services.core.standing import borrowed, lasting, not_borrowed, others_agree

Name = Annotated[str, Text(most=40), Personal()]
Phone = Annotated[str, Text(most=30), Personal()]
Email = Annotated[str, Text(most=120), Personal()]
Messenger = Annotated[str, Text(most=64), Personal()]
EmployeeNo = Annotated[str, Text(most=30), Personal()]
Way = Literal["wecom", "dingtalk", "sms_aliyun", "sms_tencent", "gateway", "email"]
AUDITOR_MOST = timedelta(days=30)
PLAIN = frozenset({Role.WORKER, Role.CONTRACTOR, Role.FIXER})
HR_DESK = OFFICE | ADMINISTRATION | {Role.HR}


@record("team", indexed=("name",), few=True)
@dataclass(frozen=True, kw_only=True)
class Team:
    """A team that hazards can be sent to; its people carry its id."""

    id: str
    name: str
    leader: str | None = None
    retired_at: datetime | None = None
    department: str | None = None


@record("person", indexed=("team",), group="people", few=True)
@dataclass(frozen=True, kw_only=True)
class Person:
    """Someone of the plant. `former` are roles held earlier, each with the moment it was withdrawn: what was decided
    offline while a role was still held must be told from what never was allowed. After an erasure the personal fields
    are empty and `erased_at` says when. `wecom` and `dingtalk` are their ids there; `told_by` are the ways by which
    they wish to be told, the first one first. `auditor_until`: an auditor looks for so long."""

    id: str
    name: Annotated[str, Personal()]
    roles: tuple[Role, ...]
    since: datetime
    team: str | None = None
    employee_no: Annotated[str, Personal()] | None = None
    phone: Annotated[str, Personal()] | None = None
    email: Annotated[str, Personal()] | None = None
    left_at: datetime | None = None
    erased_at: datetime | None = None
    former: tuple[tuple[Role, datetime], ...] = ()
    department: str | None = None
    wecom: Annotated[str, Personal()] | None = None
    dingtalk: Annotated[str, Personal()] | None = None
    told_by: tuple[Way, ...] = ()
    auditor_until: datetime | None = None

    def held(self, at: datetime) -> "Person":
        """The person as far as an earlier moment goes: with the roles withdrawn since, and still here where the
        leaving came later."""
        gone = [role for role, until in self.former if until > at and role not in self.roles]
        left = None if self.left_at is not None and self.left_at > at else self.left_at
        return replace(self, roles=(*self.roles, *dict.fromkeys(gone)), left_at=left)

    @property
    def here(self) -> bool:
        """Whether the person still works here."""
        return self.left_at is None and self.erased_at is None


def pseudonym(person: str, key: bytes) -> str:
    """What someone (id) is called where nobody is to see the name: the same for the same person and key. The key is the
    hub's alone, so that a list of people's ids, as consoles have, tells nobody whom it stands for."""
    return f"P-{hmac.new(key, person.encode(), 'sha256').hexdigest()[:8].upper()}"


def present(look: Look, person: str) -> Person:
    """The person, who must still be here. Raises Refused: no_such_record, person_left."""
    found = required(look, Person, person)
    if not found.here:
        raise Refused("person_left", person=person)
    return found


def holders(look: Look, role: Role) -> tuple[Person, ...]:
    """The people here who hold a role, the longest here first."""
    found = [person for person in look.find("person") if person.here and role in person.roles]
    return tuple(sorted(found, key=lambda person: (person.since, person.id)))


def plain_email(text: str) -> str:
    """An address that a mail server can be given. Raises Refused: email_wrong."""
    local, _, host = text.partition("@")
    known_host = host == "localhost" or ("." in host and all(host.split(".")))
    if not (local and known_host) or any(c in ' ,;<>"@' for c in local + host) or not text.isprintable():
        raise Refused("email_wrong")
    return text


@operation("people.add", roles=HR_DESK)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A new person, with what they may do."""

    name: Name
    roles: tuple[Role, ...] = (Role.WORKER,)
    team: Annotated[str, Ref("team")] | None = None
    employee_no: EmployeeNo | None = None
    phone: Phone | None = None
    email: Email | None = None
    department: Annotated[str, Ref("department")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        may_grant(context, self.roles)
        by_two(context, look, frozenset(self.roles))
        if self.team:
            required(look, Team, self.team)
        department_there(look, self.department)
        no_twin(look, self.employee_no)
        person = Person(
            id=context.id,
            name=self.name,
            roles=self.roles,
            since=context.now,
            team=self.team,
            employee_no=self.employee_no,
            phone=self.phone,
            email=plain_email(self.email) if self.email else None,
            department=self.department,
            auditor_until=look_until(self.roles, None, context.now),
        )
        return [Put(person)]


def department_there(look: Look, department: str | None) -> None:
    """A department that is named must be one in use. Raises Refused: no_such_record, department_retired."""
    found = look.get("department", department) if department else None
    if department and found is None:
        raise Refused("no_such_record", record="department", id=department[:60])
    if found is not None and found.retired_at is not None:
        raise Refused("department_retired", name=found.name)


def may_grant(context: Context, roles: tuple[Role, ...]) -> None:
    """Only administration gives more than a worker's role. Raises Refused: role_wrong, not_allowed."""
    if not roles or len(set(roles)) != len(roles) or any(role not in PEOPLES_ROLES for role in roles):
        raise Refused("role_wrong")
    if not PLAIN.issuperset(roles) and not context.actor.has(*ADMINISTRATION):
        raise Refused("not_allowed", kind="people.set_roles")


def by_two(context: Context, look: Look, gained: frozenset[Role], person: str = "") -> None:
    """Roles that reach everything are asked for and agreed to (`grants.ask`), wherever somebody else could agree.
    Raises Refused: second_person_grants, borrowed_may_not."""
    if gained - PLAIN:
        not_borrowed(context, look)
    if gained & GUARDED and others_agree(look, context.actor.person or "", person):
        raise Refused("second_person_grants")


def look_until(roles: tuple[Role, ...], until: datetime | None, now: datetime) -> datetime | None:
    """Until when an auditor looks: as long as one may, unless told otherwise. Raises Refused: auditor_too_long."""
    if Role.AUDITOR not in roles:
        return None
    if until is not None and not now < until <= now + AUDITOR_MOST:
        raise Refused("auditor_too_long", days=AUDITOR_MOST.days)
    return until or now + AUDITOR_MOST


def not_the_last_manager(look: Look, person: Person) -> None:
    """A plant is never left without an EHS manager, who alone may close class A. Raises Refused: last_manager."""
    for_good = [one for one in holders(look, Role.EHS_MANAGER) if Role.EHS_MANAGER in lasting(look, one)]
    if for_good == [person]:
        raise Refused("last_manager")


def no_twin(look: Look, employee_no: str | None, but: str = "") -> None:
    """Employee numbers are unique. Raises Refused: employee_no_taken."""
    if employee_no and any(p.employee_no == employee_no and p.id != but for p in look.find("person")):
        raise Refused("employee_no_taken")


def with_roles(person: Person, roles: tuple[Role, ...], now: datetime) -> Person:
    """The person with other roles from now on; the newest moment of each withdrawn one is kept."""
    kept = [(role, until) for role, until in person.former if role not in roles and role not in person.roles]
    gone = [(role, now) for role in person.roles if role not in roles]
    return replace(person, roles=roles, former=(*kept, *gone))


@operation("people.set_roles", roles=ADMINISTRATION, offline=False)
@dataclass(frozen=True, kw_only=True)
class SetRoles:
    """What a person may do from now on. Nobody grants to themselves; what takes two people is asked for, see
    `grants.ask`. An auditor looks for thirty days at most. What is borrowed in an emergency stays until it ends."""

    person: Annotated[str, Ref("person")]
    roles: tuple[Role, ...]
    until: datetime | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        may_grant(context, self.roles)
        person = present(look, self.person)
        if person.id == context.actor.person and not set(self.roles) <= set(person.roles):
            raise Refused("no_self_grant")
        if Role.EHS_MANAGER not in self.roles:
            not_the_last_manager(look, person)
        lent = tuple(role for one in borrowed(look, person.id) for role in one.roles if role in person.roles)
        by_two(context, look, frozenset(self.roles).difference(person.roles), person.id)
        until = look_until(self.roles, self.until, context.now)
        roles = tuple(dict.fromkeys((*self.roles, *lent)))
        return [Put(replace(with_roles(person, roles, context.now), auditor_until=until))]


@operation("people.end_audit", roles=frozenset({Role.SYSTEM}), offline=False)
@dataclass(frozen=True, kw_only=True)
class EndAudit:
    """An auditor's time is over: they are what else they are, or an ordinary worker."""

    person: Annotated[str, Ref("person")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        person = required(look, Person, self.person)
        if not over(person, context.now):
            raise Refused("auditor_still_looks")
        rest = tuple(role for role in person.roles if role != Role.AUDITOR) or (Role.WORKER,)
        return [Put(replace(with_roles(person, rest, context.now), auditor_until=None))]


def over(person: Person, now: datetime) -> bool:
    """Whether somebody is an auditor whose time is over. Who became one before there was a limit has none."""
    return Role.AUDITOR in person.roles and person.auditor_until is not None and person.auditor_until <= now


@operation("people.set_contact", roles=HR_DESK)
@dataclass(frozen=True, kw_only=True)
class SetContact:
    """How a person is reached; what is left out stays."""

    person: Annotated[str, Ref("person")]
    name: Name | None = None
    employee_no: EmployeeNo | None = None
    phone: Phone | None = None
    email: Email | None = None
    wecom: Messenger | None = None
    dingtalk: Messenger | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        person = present(look, self.person)
        no_twin(look, self.employee_no, but=person.id)
        changed = replace(
            person,
            name=self.name or person.name,
            employee_no=self.employee_no or person.employee_no,
            phone=self.phone or person.phone,
            email=plain_email(self.email) if self.email else person.email,
            wecom=self.wecom or person.wecom,
            dingtalk=self.dingtalk or person.dingtalk,
        )
        return [Put(changed)]


@operation("people.tell_by", roles=STAFF | {Role.AUDITOR}, undoable=True)
@dataclass(frozen=True, kw_only=True)
class TellBy:
    """By which ways a person wishes to be told, the first one first; the others come after them. Everyone says it of
    themselves, administration of all."""

    person: Annotated[str, Ref("person")]
    told_by: tuple[Way, ...] = ()

    def decide(self, context: Context, look: Look) -> list[Change]:
        person = present(look, self.person)
        if context.actor.person != person.id and not context.actor.has(*HR_DESK):
            raise Refused("not_allowed", kind="people.tell_by")
        return [Put(replace(person, told_by=tuple(dict.fromkeys(self.told_by))))]


@operation("people.set_team", roles=HR_DESK)
@dataclass(frozen=True, kw_only=True)
class SetTeam:
    """The team a person belongs to."""

    person: Annotated[str, Ref("person")]
    team: Annotated[str, Ref("team")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        if self.team:
            required(look, Team, self.team)
        return [Put(replace(present(look, self.person), team=self.team))]


@operation("people.leave", roles=HR_DESK, offline=False)
@dataclass(frozen=True, kw_only=True)
class Leave:
    """The person no longer works here and can sign in no more."""

    person: Annotated[str, Ref("person")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        person = present(look, self.person)
        not_the_last_manager(look, person)
        return [Put(replace(with_roles(person, (Role.WORKER,), context.now), left_at=context.now))]


@operation("people.erase", roles=frozenset({Role.EHS_MANAGER, Role.SYSTEM}), offline=False)
@dataclass(frozen=True, kw_only=True)
class Erase:
    """All personal data of someone who has left are erased; the journal's chain stays whole. The hub itself erases
    again who comes back with a backup, also where their leaving came after it."""

    person: Annotated[str, Ref("person")]
    reason: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        person = required(look, Person, self.person)
        if person.left_at is None:
            if not context.actor.has(Role.SYSTEM):
                raise Refused("still_here", person=person.id)
            person = replace(with_roles(person, (Role.WORKER,), context.now), left_at=context.now)
        blank = replace(
            person,
            name="",
            employee_no=None,
            phone=None,
            email=None,
            wecom=None,
            dingtalk=None,
            told_by=(),
            team=None,
            department=None,
            erased_at=context.now,
        )
        return [Put(blank), *blank_about(look, person.id), Forget(person.id)]


def blank_about(look: Look, person: str) -> list[Change]:
    """Other records that hold something personal about someone, without it."""
    blank: list[Change] = []
    for kind in KINDS.values():
        if kind.personal and kind.subject != "id":
            about = look.find(kind.name, **{kind.subject: person})
            blank += [Put(replace(one, **dict.fromkeys(kind.personal, ""))) for one in about]
    return blank


def may_set_credential(context: Context, person: Person) -> None:
    """Everyone sets their own; administration helps everyone, a leader those below. Never a leader another leader:
    whoever can sign in as a second reviewer is two reviewers. Raises Refused: not_allowed."""
    own = context.actor.person == person.id
    below = not set(person.roles) & (LEADERS | ADMINISTRATION | {Role.HR})
    helped = context.actor.has(*ADMINISTRATION) or (context.actor.has(*LEADERS) and below)
    if not own and not helped:
        raise Refused("not_allowed", kind="people.credential_set")


@operation("people.credential_set", roles=STAFF | {Role.AUDITOR}, offline=False)
@dataclass(frozen=True, kw_only=True)
class CredentialSet:
    """A record, without the secret, that a person's password or one-time code was made."""

    person: Annotated[str, Ref("person")]
    what: Annotated[str, Text(most=20)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        may_set_credential(context, present(look, self.person))
        return []


@operation("teams.add", roles=OFFICE | ADMINISTRATION)
@dataclass(frozen=True, kw_only=True)
class AddTeam:
    """A new team."""

    name: Annotated[str, Text(most=40)]
    leader: Annotated[str, Ref("person")] | None = None
    department: Annotated[str, Ref("department")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        name_free(look, "team", self.name)
        if self.leader:
            present(look, self.leader)
        department_there(look, self.department)
        return [Put(Team(id=context.id, name=self.name, leader=self.leader, department=self.department))]
