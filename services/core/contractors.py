"""Contractors (承包商): companies with their qualifications and insurance, and the black list with its reasons."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated, Literal

from services.core.calendar import day_of
from services.core.operation import Change, Changed, Context, Look, Put, Way, name_free, operation, required
from services.core.people import present
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE, Role
from services.core.shape import Range, Ref, Text

PaperKind = Literal["licence", "qualification", "safety_licence", "insurance", "agreement", "other_paper"]
Name = Annotated[str, Text(most=80)]
Trade = Annotated[str, Text(most=60, least=0)]
Code = Annotated[str, Text(most=30, least=0)]
Reason = Annotated[str, Text(most=300)]
Points = Annotated[int, Range(0, 100)]
BANNERS = frozenset({Role.EHS_MANAGER})


@record("contractor", indexed=("name",), few=True)
@dataclass(frozen=True, kw_only=True)
class Contractor:
    """A company that works in the plant. `code` is its registration number; `contact` who speaks for it here, `owner`
    who answers for it in the plant. On the black list since `banned_at`, for a reason."""

    id: str
    name: str
    trade: str = ""
    code: str = ""
    contact: str | None = None
    owner: str | None = None
    added_at: datetime
    banned_at: datetime | None = None
    ban_reason: str = ""
    retired_at: datetime | None = None


@record("contractor_paper", indexed=("contractor",), called="title")
@dataclass(frozen=True, kw_only=True)
class ContractorPaper:
    """A qualification, a licence or an insurance, valid to the end of `valid_until`. `warned` are the numbers of days
    before the end at which people have been told."""

    id: str
    contractor: str
    paper: PaperKind
    title: str
    valid_until: date
    paper_no: str = ""
    warned: tuple[int, ...] = ()
    withdrawn_at: datetime | None = None


@record("contractor_policy", called="", group="contractor_policies", few=True)
@dataclass(frozen=True, kw_only=True)
class ContractorPolicy:
    """The plant's figures: how many days an induction holds, how many days before an end it is told, how many minutes
    before that of a permit (0: not at all), and the points that a score of 100 loses for a general hazard, a major one,
    and work that was stopped, within so many days."""

    id: str
    induction_days: int = 365
    warn_days: tuple[int, ...] = (90, 30, 7)
    general_points: int = 3
    major_points: int = 15
    stopped_points: int = 10
    score_days: int = 365
    permit_minutes: int = 60


def policy(look: Look) -> ContractorPolicy:
    """The figures that hold: the plant's own, else the usual ones."""
    own: tuple[ContractorPolicy, ...] = look.find("contractor_policy")
    return own[0] if own else ContractorPolicy(id="usual")


def working(look: Look, contractor: str) -> Contractor:
    """The company, which must be in use and not on the black list. Raises Refused: no_such_record, thing_retired,
    contractor_banned."""
    found = required(look, Contractor, contractor)
    if found.retired_at is not None:
        raise Refused("thing_retired", name=found.name)
    if found.banned_at is not None:
        raise Refused("contractor_banned", name=found.name, reason=found.ban_reason)
    return found


def papers_good(look: Look, contractor: Contractor, today: date) -> None:
    """Of each kind of paper that the company has handed in, one is valid. Raises Refused: contractor_paper_over."""
    last: dict[str, ContractorPaper] = {}
    for one in look.find("contractor_paper", contractor=contractor.id):
        if one.withdrawn_at is None and (one.paper not in last or one.valid_until > last[one.paper].valid_until):
            last[one.paper] = one
    over = next((one for one in last.values() if one.valid_until < today), None)
    if over is not None:
        raise Refused("contractor_paper_over", name=contractor.name, title=over.title, day=over.valid_until.isoformat())


@operation("contractors.add", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A new company."""

    name: Name
    trade: Trade = ""
    code: Code = ""
    contact: Annotated[str, Ref("person")] | None = None
    owner: Annotated[str, Ref("person")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        name_free(look, "contractor", self.name)
        _people_there(look, self.contact, self.owner)
        given = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return [Put(Contractor(id=context.id, added_at=context.now, **given))]


def _people_there(look: Look, *people: str | None) -> None:
    for person in people:
        if person is not None:
            present(look, person)


@operation("contractors.change", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class ChangeContractor:
    """What is known of the company; all of it is said again."""

    contractor: Annotated[str, Ref("contractor")]
    name: Name
    trade: Trade = ""
    code: Code = ""
    contact: Annotated[str, Ref("person")] | None = None
    owner: Annotated[str, Ref("person")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        known = required(look, Contractor, self.contractor)
        name_free(look, "contractor", self.name, but=known.id)
        _people_there(look, self.contact, self.owner)
        given = {name: getattr(self, name) for name in ("name", "trade", "code", "contact", "owner")}
        return [Put(replace(known, **given))]

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        """It is as it was."""
        before = next(one["before"] for one in changes if one["kind"] == "contractor")
        names = ("name", "trade", "code", "contact", "owner")
        return "contractors.change", {"contractor": self.contractor} | {name: before[name] for name in names}


@operation("contractors.ban", roles=BANNERS)
@dataclass(frozen=True, kw_only=True)
class Ban:
    """Onto the black list: no permits and no inductions from now on."""

    contractor: Annotated[str, Ref("contractor")]
    reason: Reason

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(working(look, self.contractor), banned_at=context.now, ban_reason=self.reason))]


@operation("contractors.lift_ban", roles=BANNERS)
@dataclass(frozen=True, kw_only=True)
class LiftBan:
    """Off the black list; why stands in the journal."""

    contractor: Annotated[str, Ref("contractor")]
    reason: Reason

    def decide(self, context: Context, look: Look) -> list[Change]:
        known = required(look, Contractor, self.contractor)
        if known.banned_at is None:
            raise Refused("not_banned")
        return [Put(replace(known, banned_at=None, ban_reason=""))]


@operation("contractors.retire", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """The company works here no more; no permit of it may be open."""

    contractor: Annotated[str, Ref("contractor")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        known = required(look, Contractor, self.contractor)
        if known.retired_at is not None:
            raise Refused("thing_retired", name=known.name)
        if any(one.stage not in ("closed", "rejected") for one in look.find("permit", contractor=known.id)):
            raise Refused("contractor_at_work", name=known.name)
        return [Put(replace(known, retired_at=context.now))]


@operation("contractor_papers.add", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class AddPaper:
    """A paper that the company has handed in, valid to the end of a day."""

    contractor: Annotated[str, Ref("contractor")]
    paper: PaperKind
    title: Name
    valid_until: date
    paper_no: Annotated[str, Text(most=60, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        required(look, Contractor, self.contractor)
        if self.valid_until < day_of(look, context.now):
            raise Refused("paper_over_already")
        given = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return [Put(ContractorPaper(id=context.id, **given))]


@operation("contractor_papers.withdraw", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class WithdrawPaper:
    """It is not valid, or was entered by mistake; the record stays."""

    contractor_paper: Annotated[str, Ref("contractor_paper")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        known = required(look, ContractorPaper, self.contractor_paper)
        if known.withdrawn_at is not None:
            raise Refused("thing_retired", name=known.title)
        return [Put(replace(known, withdrawn_at=context.now))]


@operation("contractor_policies.set", roles=BANNERS)
@dataclass(frozen=True, kw_only=True)
class SetPolicy:
    """The plant's figures about contractors."""

    induction_days: Annotated[int, Range(1, 1500)] = 365
    warn_days: tuple[Annotated[int, Range(1, 365)], ...] = (90, 30, 7)
    general_points: Points = 3
    major_points: Points = 15
    stopped_points: Points = 10
    score_days: Annotated[int, Range(1, 1500)] = 365
    permit_minutes: Annotated[int, Range(0, 1440)] = 60

    def decide(self, context: Context, look: Look) -> list[Change]:
        before = look.find("contractor_policy")
        given = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return [Put(ContractorPolicy(id=before[0].id if before else context.id, **given))]
