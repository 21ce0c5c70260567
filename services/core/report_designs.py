"""Reports that people put together themselves: which blocks in which order, of what period and which zones, under
which title."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Annotated, Literal, get_args

from services.core.measures import Period
from services.core.operation import Change, Changed, Context, Look, Put, Way, name_free, operation, required
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import LEADERS
from services.core.shape import Blob, Ref, Text

BlockName = Literal[
    "figures",
    "words",
    "forecast",
    "courses",
    "categories",
    "zones",
    "teams",
    "equipment",
    "week",
    "steps",
    "ages",
    "repeats",
    "open",
    "decide",
    "posts",
    "paybacks",
    "machines",
    "lines",
    "system",
    "risk_zones",
    "loop",
    "sample",
    "training",
    "certificates",
    "drills",
    "contractors",
    "contractor_papers",
    "permits",
    "privacy",
    "major",
    "five",
    "clauses",
    "who_lacks",
    "certificates_by_name",
    "sessions",
    "method",
]
BLOCK_NAMES: tuple[BlockName, ...] = get_args(BlockName)
Span = Literal["last_week", "last_month", "last_quarter", "last_year", "year", "twelve"]
SPANS: tuple[Span, ...] = get_args(Span)
Name = Annotated[str, Text(most=60)]
Chosen = tuple[BlockName, ...]
ZoneIds = tuple[Annotated[str, Ref("zone")], ...]
Logo = Annotated[str, Blob()]
MOST_ZONES = 200
WEEK, YEAR = timedelta(days=7), 12


@record("report_design", indexed=("name",), few=True)
@dataclass(frozen=True, kw_only=True)
class ReportDesign:
    """`blocks` from the first page on; `span` is the period it is of, by the day on which it is made; `zones`, unless
    empty, the only ones that blocks about zones tell of. `logo` is a picture on its first page."""

    id: str
    name: str
    blocks: Chosen
    span: Span = "last_month"
    zones: tuple[str, ...] = ()
    logo: str | None = None
    made_by: str | None = None
    made_at: datetime
    retired_at: datetime | None = None


def span_of_day(span: Span, today: date) -> Period:
    """The period that a name stands for on a day: whole weeks (from Monday), months, quarters and years that are over;
    `year` this one until today, `twelve` the twelve months that end with this one."""
    first = today.replace(day=1)
    if span == "last_week":
        monday = today - timedelta(days=today.weekday())
        return Period(monday - WEEK, monday - timedelta(days=1))
    if span == "last_month":
        return Period(_months_back(first, 1), first - timedelta(days=1))
    if span == "last_quarter":
        begins = _months_back(first, (today.month - 1) % 3)
        return Period(_months_back(begins, 3), begins - timedelta(days=1))
    if span == "last_year":
        return Period(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))
    return Period(date(today.year, 1, 1) if span == "year" else _months_back(first, YEAR - 1), today)


def _months_back(first: date, months: int) -> date:
    whole = first.year * YEAR + first.month - 1 - months
    return date(whole // YEAR, whole % YEAR + 1, 1)


def living_design(look: Look, id_: str) -> ReportDesign:
    """The report, which must be in use. Raises Refused: no_such_record, thing_retired."""
    found = required(look, ReportDesign, id_)
    if found.retired_at is not None:
        raise Refused("thing_retired", name=found.name)
    return found


def _sound(blocks: Chosen, zones: ZoneIds) -> None:
    """Raises Refused: design_empty, design_twice, too_many_zones."""
    if not blocks:
        raise Refused("design_empty")
    if len(set(blocks)) < len(blocks):
        raise Refused("design_twice")
    if len(zones) > MOST_ZONES:
        raise Refused("too_many_zones", most=MOST_ZONES)


@operation("report_designs.add", roles=LEADERS, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A report of one's own. Its name is also what it is called by in commands."""

    name: Name
    blocks: Chosen
    span: Span = "last_month"
    zones: ZoneIds = ()
    logo: Logo | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        name_free(look, "report_design", self.name)
        _sound(self.blocks, self.zones)
        made = ReportDesign(
            id=context.id,
            name=self.name,
            blocks=self.blocks,
            span=self.span,
            zones=self.zones,
            logo=self.logo,
            made_by=context.actor.person,
            made_at=context.now,
        )
        return [Put(made)]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is used no more."""
        return "report_designs.retire", {"report_design": id_}


@operation("report_designs.change", roles=LEADERS, undoable=True)
@dataclass(frozen=True, kw_only=True)
class ChangeDesign:
    """All of it said again."""

    report_design: Annotated[str, Ref("report_design")]
    name: Name
    blocks: Chosen
    span: Span = "last_month"
    zones: ZoneIds = ()
    logo: Logo | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        known = living_design(look, self.report_design)
        name_free(look, "report_design", self.name, but=known.id)
        _sound(self.blocks, self.zones)
        changed = replace(known, name=self.name, blocks=self.blocks, span=self.span, zones=self.zones, logo=self.logo)
        return [Put(changed)]


@operation("report_designs.retire", roles=LEADERS, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """It is used no more; it goes out by mail no more either."""

    report_design: Annotated[str, Ref("report_design")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(living_design(look, self.report_design), retired_at=context.now))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is used again."""
        return "report_designs.restore", {"report_design": self.report_design}


@operation("report_designs.restore", roles=LEADERS, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Restore:
    """It is used again. Refused: thing_in_use."""

    report_design: Annotated[str, Ref("report_design")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        known = required(look, ReportDesign, self.report_design)
        if known.retired_at is None:
            raise Refused("thing_in_use", name=known.name)
        name_free(look, "report_design", known.name)
        return [Put(replace(known, retired_at=None))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is used no more."""
        return "report_designs.retire", {"report_design": self.report_design}
