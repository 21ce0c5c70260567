"""Risk points: what can go wrong at a place, how bad it is by itself and with the controls that are in place."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated, Protocol

from services.core.operation import Change, Changed, Context, Look, Put, Way, name_free, operation, required
from services.core.people import present
from services.core.record import record
from services.core.refused import Refused
from services.core.risk_levels import RiskLevel
from services.core.risk_methods import METHODS, Bounds, Method, Scores, lowered, score, sound_scores
from services.core.roles import OFFICE
from services.core.shape import Ref, Text
from services.core.zones import living_zone

MOST_ROWS = 40
Name = Annotated[str, Text(most=60)]
Words = Annotated[str, Text(most=200, least=0)]


@dataclass(frozen=True, kw_only=True)
class RiskRow:
    """One thing that was assessed: the whole point (LEC, matrix), a step of a job (JHA) or an item that is checked
    (SCL). `scores` are the inherent ones, without any control, in the order of the method's axes."""

    scores: Scores
    what: Words = ""
    danger: Words = ""
    consequence: Words = ""
    standard: Words = ""


Rows = tuple[RiskRow, ...]


@record("risk_point", indexed=("zone", "name"), group="risks", few=True)
@dataclass(frozen=True, kw_only=True)
class RiskPoint:
    """`rows` hold the inherent assessment; the residual one follows from the measures in place. `designated` is a
    level that was set directly, whatever the numbers say, for a `reason` out of a `source` (直接判定)."""

    id: str
    zone: str
    name: str
    method: Method
    rows: Rows
    responsible: str | None = None
    review_on: date | None = None
    designated: RiskLevel | None = None
    reason: str = ""
    source: str = ""
    assessed_at: datetime | None = None
    retired_at: datetime | None = None


class Measure(Protocol):
    """What a control measure does to the numbers, stored or only thought of: `lowers` so many steps of each axis in the
    row of that number (from 1; 0: in all), as far as it is `in_place`."""

    @property
    def lowers(self) -> tuple[int, ...]: ...

    @property
    def row(self) -> int: ...

    @property
    def in_place(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Assessed:
    """`row` is the number of the row (from 1) that is the worst; `scores` its factors, `score` their product.
    `designated`: the level was set directly and stands above the number."""

    level: RiskLevel
    score: float
    scores: Scores
    row: int
    designated: bool = False


def assessed(point: RiskPoint, bounds: Bounds, measures: Iterable[Measure] = ()) -> Assessed:
    """The worst row after what the measures in place lower; a designated level stands above the numbers."""
    axes, rows = len(METHODS[point.method].axes), []
    kept = [one for one in measures if one.in_place]
    for number, row in enumerate(point.rows, start=1):
        mine = [one.lowers for one in kept if one.row in (0, number)]
        steps = tuple(sum(one[axis] for one in mine) for axis in range(axes))
        scores = lowered(point.method, row.scores, steps)
        rows.append((score(scores), number, scores))
    worst, number, scores = max(rows, key=lambda one: (one[0], -one[1]))
    return Assessed(point.designated or bounds.level(worst), worst, scores, number, point.designated is not None)


def living_point(look: Look, id_: str) -> RiskPoint:
    """The risk point, which must not be retired. Raises Refused: no_such_record, thing_retired."""
    point = required(look, RiskPoint, id_)
    if point.retired_at is not None:
        raise Refused("thing_retired", name=point.name)
    return point


def sound_rows(method: Method, rows: Rows) -> Rows:
    """Rows that the method can work with. Raises Refused: risk_rows_wrong, risk_row_unnamed, risk_scores_wrong."""
    many = METHODS[method].many
    most = MOST_ROWS if many else 1
    if not 1 <= len(rows) <= most:
        raise Refused("risk_rows_wrong", most=most)
    for number, row in enumerate(rows, start=1):
        if many and not row.what:
            raise Refused("risk_row_unnamed", row=number)
        sound_scores(method, row.scores)
    return rows


@operation("risks.add", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A risk point with its inherent assessment."""

    zone: Annotated[str, Ref("zone")]
    name: Name
    method: Method
    rows: Rows
    responsible: Annotated[str, Ref("person")] | None = None
    review_on: date | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        zone = living_zone(look, self.zone)
        name_free(look, "risk_point", self.name, zone=zone.id)
        if self.responsible:
            present(look, self.responsible)
        made = RiskPoint(
            id=context.id,
            zone=zone.id,
            name=self.name,
            method=self.method,
            rows=sound_rows(self.method, self.rows),
            responsible=self.responsible,
            review_on=self.review_on,
            assessed_at=context.now,
        )
        return [Put(made)]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is used no more."""
        return "risks.retire", {"risk_point": id_}


@operation("risks.assess", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Assess:
    """Another inherent assessment, by the same method or by another one while no measure counts steps of the old."""

    risk_point: Annotated[str, Ref("risk_point")]
    method: Method
    rows: Rows

    def decide(self, context: Context, look: Look) -> list[Change]:
        point = living_point(look, self.risk_point)
        rows = sound_rows(self.method, self.rows)
        measures = [one for one in look.find("control_measure", risk_point=point.id) if one.removed_at is None]
        other = len(METHODS[self.method].axes) != len(METHODS[point.method].axes)
        if measures and (other or any(one.row > len(rows) for one in measures)):
            raise Refused("risk_measures_in_use", count=len(measures))
        return [Put(replace(point, method=self.method, rows=rows, assessed_at=context.now))]


@operation("risks.set_details", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetDetails:
    """Its name, who is responsible for it, and when it is to be looked at again."""

    risk_point: Annotated[str, Ref("risk_point")]
    name: Name
    responsible: Annotated[str, Ref("person")] | None = None
    review_on: date | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        point = living_point(look, self.risk_point)
        name_free(look, "risk_point", self.name, but=point.id, zone=point.zone)
        if self.responsible:
            present(look, self.responsible)
        changed = replace(point, name=self.name, responsible=self.responsible, review_on=self.review_on)
        return [Put(changed)]


@operation("risks.designate", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Designate:
    """A level that holds whatever the numbers say, with its reason and where that stands; none lets them say again."""

    risk_point: Annotated[str, Ref("risk_point")]
    designated: RiskLevel | None = None
    reason: Words = ""
    source: Words = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        point = living_point(look, self.risk_point)
        if self.designated is None:
            return [Put(replace(point, designated=None, reason="", source=""))]
        if not self.reason or not self.source:
            raise Refused("risk_reason_needed")
        return [Put(replace(point, designated=self.designated, reason=self.reason, source=self.source))]


@operation("risks.retire", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """The risk is there no more; its record stays."""

    risk_point: Annotated[str, Ref("risk_point")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(living_point(look, self.risk_point), retired_at=context.now))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is there again."""
        return "risks.restore", {"risk_point": self.risk_point}


@operation("risks.restore", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Restore:
    """A retired risk point is there again."""

    risk_point: Annotated[str, Ref("risk_point")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        point = required(look, RiskPoint, self.risk_point)
        if point.retired_at is None:
            raise Refused("risk_point_in_use", name=point.name)
        living_zone(look, point.zone)
        name_free(look, "risk_point", point.name, but=point.id, zone=point.zone)
        return [Put(replace(point, retired_at=None))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is there no more."""
        return "risks.retire", {"risk_point": self.risk_point}
