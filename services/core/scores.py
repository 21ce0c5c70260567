"""The department score of a month: of the hazards due in it, how many were closed in time, late or not at all.
A month that is over is frozen; what becomes otherwise afterwards is carried into the next one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from services.core.hazards import Hazard, State
from services.core.ids import id_from
from services.core.operation import Change, Context, Look, Put, operation
from services.core.plant import the_plant
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import Range, Text, shapes

SCORE_RULES = "scores"  # the one record's id
Weight = Annotated[float, Range(0, 1)]
Percent = Annotated[float, Range(0, 100)]
Factor = Annotated[float, Range(0, 10)]
COUNTED_NOT = (State.REJECTED, State.MERGED)


@record("score_rules", called="", group="score_rules", few=True)
@dataclass(frozen=True, kw_only=True)
class ScoreRules:
    """What a hazard that was due counts when it was closed in time, late, or is open; and by what the bonus is
    multiplied from which rate (in percent) on."""

    id: str = SCORE_RULES
    on_time: float = 1.0
    late: float = 0.5
    left_open: float = 0.0
    best_from: float = 95.0
    best: float = 1.2
    good_from: float = 85.0
    good: float = 1.0
    fair_from: float = 70.0
    fair: float = 0.8
    poor: float = 0.5

    def bonus(self, rate: float) -> float:
        """The factor of a rate in percent."""
        bands = ((self.best_from, self.best), (self.good_from, self.good), (self.fair_from, self.fair))
        return next((factor for begins, factor in bands if rate >= begins), self.poor)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many hazards were due in a month, and what became of them."""

    on_time: int = 0
    late: int = 0
    left_open: int = 0

    @property
    def due(self) -> int:
        """All of them."""
        return self.on_time + self.late + self.left_open

    def weighed(self, rules: ScoreRules) -> float:
        """What they count together."""
        return self.on_time * rules.on_time + self.late * rules.late + self.left_open * rules.left_open


def rate_of(counted: Counted, rules: ScoreRules, carried: float = 0.0) -> float | None:
    """The closure rate in percent, from 0 to 100, with what was carried over; None where nothing was due."""
    if not counted.due:
        return None
    return max(0.0, min(100.0, 100 * (counted.weighed(rules) + carried) / counted.due))


@record("department_score", indexed=("month", "department"), called="")
@dataclass(frozen=True, kw_only=True)
class DepartmentScore:
    """A department's month (YYYY-MM), as it was frozen. `carried` is what the month before came to count more or less
    after it had been frozen. `rate` is None where nothing was due."""

    id: str
    month: str
    department: str
    on_time: int
    late: int
    left_open: int
    carried: float
    rate: float | None
    bonus: float | None
    frozen_at: datetime
    frozen_by: str | None = None

    @property
    def counted(self) -> Counted:
        """What was counted."""
        return Counted(self.on_time, self.late, self.left_open)


def score_rules_of(look: Look) -> ScoreRules:
    """The plant's weights and bands, or those that every plant begins with."""
    return look.get("score_rules", SCORE_RULES) or ScoreRules()


def counted_in(
    hazards: Iterable[Hazard], departments: Mapping[str, str], month: str, clock: ZoneInfo
) -> dict[str, Counted]:
    """By department, what became of the hazards whose fixing was due in a month. `departments` are the departments of
    teams and people. In time is what was fixed by its deadline and closed; how long its reviewers take afterwards is
    nothing that the department could do about."""
    found: dict[str, Counted] = {}
    for one in hazards:
        whose = departments.get(one.team or "") or departments.get(one.assignee or "")
        due = one.due_at
        if whose is None or due is None or one.state in COUNTED_NOT or f"{due.astimezone(clock):%Y-%m}" != month:
            continue
        fixed = one.state == State.CLOSED and one.fixed_at is not None
        counted = found.setdefault(whose, Counted())
        if not fixed:
            found[whose] = replace(counted, left_open=counted.left_open + 1)
        elif one.fixed_at is not None and one.fixed_at <= due:
            found[whose] = replace(counted, on_time=counted.on_time + 1)
        else:
            found[whose] = replace(counted, late=counted.late + 1)
    return found


def departments_of(look: Look) -> dict[str, str]:
    """The departments of teams and of people, by their ids; people without one have their team's."""
    teams = {one.id: one.department for one in look.find("team") if one.department}
    people = {one.id: one.department or teams.get(one.team or "") for one in look.find("person")}
    return teams | {id_: department for id_, department in people.items() if department}


def before(month: str) -> str:
    """The month before one."""
    year, number = int(month[:4]), int(month[5:])
    return f"{year - 1}-12" if number == 1 else f"{year}-{number - 1:02d}"


def is_month(text: str) -> bool:
    """Whether it is written YYYY-MM."""
    try:
        return len(text) == 7 and date.fromisoformat(f"{text}-01").strftime("%Y-%m") == text
    except ValueError:
        return False


@operation("score_rules.set", roles=frozenset({Role.EHS_MANAGER}), offline=False, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetScoreRules:
    """Other weights and bands for the months that are not frozen; what is not said stays."""

    on_time: Weight | None = None
    late: Weight | None = None
    left_open: Weight | None = None
    best_from: Percent | None = None
    best: Factor | None = None
    good_from: Percent | None = None
    good: Factor | None = None
    fair_from: Percent | None = None
    fair: Factor | None = None
    poor: Factor | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        given = {name: value for name in shapes(SetScoreRules) if (value := getattr(self, name)) is not None}
        rules = replace(score_rules_of(look), **given)
        if not rules.best_from >= rules.good_from >= rules.fair_from:
            raise Refused("bands_wrong")
        return [Put(rules)]


@operation("department_scores.freeze", roles=frozenset({Role.EHS_MANAGER}), offline=False)
@dataclass(frozen=True, kw_only=True)
class Freeze:
    """A month that is over is counted for good."""

    month: Annotated[str, Text(most=7)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        clock = ZoneInfo(the_plant(look).timezone)
        if not is_month(self.month):
            raise Refused("month_wrong")
        if self.month >= f"{context.now.astimezone(clock):%Y-%m}":
            raise Refused("month_not_over", month=self.month)
        if look.find("department_score", month=self.month):
            raise Refused("month_frozen", month=self.month)
        hazards, whose, rules = look.find("hazard"), departments_of(look), score_rules_of(look)
        counts = counted_in(hazards, whose, self.month, clock)
        earlier = {one.department: one for one in look.find("department_score", month=before(self.month))}
        as_now = counted_in(hazards, whose, before(self.month), clock) if earlier else {}
        found: list[Change] = []
        for one in look.find("department"):
            counted, was = counts.get(one.id, Counted()), earlier.get(one.id)
            now = as_now.get(one.id, Counted())
            carried = now.weighed(rules) - was.counted.weighed(rules) if was else 0.0
            if one.retired_at is None or counted.due:
                found.append(Put(self.frozen(context, one.id, counted, carried, rules)))
        return found

    def frozen(
        self, context: Context, department: str, counted: Counted, carried: float, rules: ScoreRules
    ) -> DepartmentScore:
        """A department's month."""
        rate = rate_of(counted, rules, carried)
        return DepartmentScore(
            id=id_from("department score", self.month, department),
            month=self.month,
            department=department,
            on_time=counted.on_time,
            late=counted.late,
            left_open=counted.left_open,
            carried=carried,
            rate=rate,
            bonus=None if rate is None else rules.bonus(rate),
            frozen_at=context.now,
            frozen_by=context.actor.person,
        )
