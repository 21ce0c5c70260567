"""What earns points and how many: the plant's own figures, edited like a form, and the records that can earn any."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal, get_args

from services.core.calendar import day_of
from services.core.drills import Drill
from services.core.hazards import Hazard
from services.core.inspections import Inspection, InspectionState
from services.core.operation import Change, Context, Look, Put, operation
from services.core.plant import the_plant
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import Range, shapes
from services.core.training import TrainingRecord

EarningRule = Literal["inspection", "hazard_general", "hazard_major", "training", "drill"]
EARNING_RULES: tuple[EarningRule, ...] = get_args(EarningRule)
Points = Annotated[int, Range(0, 10_000)]
RENEWAL = timedelta(days=90)  # from then on before it lapses, a course may be renewed for points
RULES = "points"  # the one record's id
EARNERS = frozenset(
    {Role.WORKER, Role.TEAM_LEADER, Role.FIXER, Role.DEPARTMENT_MANAGER, Role.SAFETY_OFFICER}
)  # who takes part; contractors' people are paid by somebody else


@record("points_rules", called="", group="points_rules", few=True)
@dataclass(frozen=True, kw_only=True)
class PointsRules:
    """Points for each kind of deed, 0 for none; at most `month_cap` a month and person. Redeeming more than
    `approve_over` points at once needs somebody's approval. `month_budget` is how many points the plant means to give
    a month (0: none is set) and `fen_per_point` what one costs it, in hundredths of a yuan: for the forecast only.
    A difference in stock worth more than `count_over` yuan needs a second person.
    `rules_off` earn nothing and keep their figures for later."""

    id: str = RULES
    inspection: int = 2
    hazard_general: int = 10
    hazard_major: int = 50
    training: int = 5
    drill: int = 5
    month_cap: int = 100
    approve_over: int = 300
    month_budget: int = 0
    fen_per_point: int = 10
    count_over: int = 200
    rules_off: tuple[EarningRule, ...] = ()

    def of(self, rule: EarningRule) -> int:
        """The points of a rule; 0 of one that is off."""
        points: int = 0 if rule in self.rules_off else getattr(self, rule)
        return points


def rules_of(look: Look) -> PointsRules:
    """The plant's figures, or those that every plant begins with."""
    return look.get("points_rules", RULES) or PointsRules()


def points_on(look: Look) -> bool:
    """Whether the plant uses points."""
    return "points" not in the_plant(look).modules_off


def need_points(look: Look) -> None:
    """Raises Refused: points_off, where the plant does not use points."""
    if not points_on(look):
        raise Refused("points_off")


@operation("points_rules.set", roles=frozenset({Role.EHS_MANAGER}), offline=False, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetRules:
    """Other figures from now on; what was earned stays as it is, and what is not said stays too."""

    inspection: Points | None = None
    hazard_general: Points | None = None
    hazard_major: Points | None = None
    training: Points | None = None
    drill: Points | None = None
    month_cap: Annotated[int, Range(0, 100_000)] | None = None
    approve_over: Annotated[int, Range(0, 1_000_000)] | None = None
    month_budget: Annotated[int, Range(0, 10_000_000)] | None = None
    fen_per_point: Annotated[int, Range(0, 100_000)] | None = None
    count_over: Annotated[int, Range(0, 1_000_000)] | None = None
    rules_off: tuple[EarningRule, ...] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        need_points(look)
        given = {name: value for name in shapes(SetRules) if (value := getattr(self, name)) is not None}
        if self.rules_off is not None:
            given["rules_off"] = tuple(rule for rule in EARNING_RULES if rule in self.rules_off)
        return [Put(replace(rules_of(look), **given))]


@dataclass(frozen=True, slots=True)
class Merit:
    """Somebody has earned something by a rule, verified `at`; `by` is the record that was theirs, where that is another
    than the one that was verified. Of `parts` people theirs is the share number `place`, from 0 on."""

    rule: EarningRule
    person: str
    at: datetime
    by: str
    parts: int = 1
    place: int = 0

    def share(self, points: int) -> int:
        """This one's part of the points: equal parts, and what is left over to the first ones."""
        return points // self.parts + (self.place < points % self.parts)


ENTERED_WITHIN = timedelta(days=31)  # what is entered later than this earns nothing


def takes_part(look: Look, person: str | None) -> bool:
    """Whether somebody may earn points."""
    found = look.get("person", person) if person else None
    return found is not None and found.here and not EARNERS.isdisjoint(found.roles)


def of_inspection(look: Look, one: Inspection) -> list[Merit]:
    """A check-in inside its window, at its place, that nothing speaks against."""
    valid = one.state == InspectionState.DONE and not one.doubtful and one.plan and one.batch is None
    if not valid or one.by is None or one.at is None or not takes_part(look, one.by):
        return []
    return [Merit("inspection", one.by, one.at, one.id)]


def of_hazard(look: Look, one: Hazard) -> list[Merit]:
    """Found valid: reviewed by somebody who has not reported it. All who reported the same share."""
    if one.merged_into is not None or one.batch is not None:
        return []
    reports = [one, *duplicates(look, one.id)]
    reporters: dict[str, str] = {}
    for report in sorted(reports, key=lambda report: (report.reported_at, report.id)):
        if report.reporter and report.batch is None and takes_part(look, report.reporter):
            reporters.setdefault(report.reporter, report.id)
    reported = {report.reporter for report in reports}
    at = next((at for who, at in _reviews(one) if who not in reported), None)
    if at is None:
        return []
    rule: EarningRule = "hazard_major" if one.grade == "major" else "hazard_general"
    shares = enumerate(reporters.items())
    return [Merit(rule, person, at, report, len(reporters), place) for place, (person, report) in shares]


def _reviews(one: Hazard) -> list[tuple[str, datetime]]:
    """Who has reviewed it, when; a review that was undone by a return is none."""
    found = ((one.first_by, one.first_at), (one.second_by, one.closed_at))
    return [(who, at) for who, at in found if who is not None and at is not None]


def duplicates(look: Look, hazard: str) -> list[Hazard]:
    """All reports that ended in this one, also by way of others."""
    found: list[Hazard] = []
    for one in look.find("hazard", merged_into=hazard):
        found += [one, *duplicates(look, one.id)]
    return found


def end_of(look: Look, hazard: Hazard) -> Hazard:
    """The report in which this one ended; itself where it stands alone."""
    while hazard.merged_into is not None and (into := look.get("hazard", hazard.merged_into)) is not None:
        hazard = into
    return hazard


def of_training(look: Look, one: TrainingRecord) -> list[Merit]:
    """A course that was passed, by a test or as somebody else says; the same one again only when it was about to lapse,
    so that nobody collects points by taking a test day after day."""
    own_word = one.source == "desk" and one.by in (None, one.person)
    if not one.passed or one.withdrawn_at is not None or own_word or not takes_part(look, one.person):
        return []
    if one.day < day_of(look, one.at) - ENTERED_WITHIN:  # lists of the time before are entered so
        return []
    before = [
        other
        for other in look.find("training_record", person=one.person)
        if other.course == one.course and other.passed and other.withdrawn_at is None
        if (other.at, other.id) < (one.at, one.id)
    ]
    held = any(other.until is None or other.until > one.day + RENEWAL for other in before)
    return [] if held else [Merit("training", one.person, one.at, one.id)]


def of_drill(look: Look, one: Drill) -> list[Merit]:
    """Everybody who joined a drill that was held and evaluated."""
    if one.evaluated_at is None or one.cancelled_at is not None:
        return []
    joined = sorted({joining.person for joining in look.find("drill_joining", drill=one.id)})
    return [Merit("drill", person, one.evaluated_at, one.id) for person in joined if takes_part(look, person)]


@record("points_claim", indexed=("nonce", "person"), called="")
@dataclass(frozen=True, kw_only=True)
class PointsClaim:
    """The points of a report that was made without a name, claimed by its slip. Which report it was stands nowhere:
    `nonce` can be told only with a key of the hub's own. They are shared among `parts` reports of the same."""

    id: str
    person: str
    rule: EarningRule
    parts: int
    nonce: str
    at: datetime


def of_claim(look: Look, one: PointsClaim) -> list[Merit]:
    """What was claimed; what can't be divided goes to those with a name."""
    return [Merit(one.rule, one.person, one.at, one.id, one.parts, one.parts - 1)]


# What can earn: a record's kind, and what was earned by one of them. A new kind of deed is one line more.
SOURCES: Mapping[str, Callable[[Look, Any], list[Merit]]] = {
    "hazard": of_hazard,
    "inspection": of_inspection,
    "training_record": of_training,
    "drill": of_drill,
    "points_claim": of_claim,
}
