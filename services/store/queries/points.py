"""What people see of the points: who has earned how many, what each entry of somebody's account is about, what the
plant has given and means to give."""

import calendar
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from services.core.adjustments import Adjustment
from services.core.people import Person
from services.core.plant import the_plant
from services.core.points import BUDGET, Account, Entry, bar_id, budget_of
from services.core.points_rules import EarningRule, rules_of
from services.core.redemptions import Redemption
from services.core.roles import OFFICE, Role
from services.core.shape import utc_text
from services.store.records import Records
from services.store.tables import RECORDS

ENTRIES = RECORDS["points_entry"]
Span = Literal["month", "quarter", "year", "all"]
FOR_GOOD = ("earned", "adjusted")  # what comes from the budget
BACK = ("taken_back", "adjusted", "owed")  # what goes back to it
MONTHS_BEFORE = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody in the ranking: `earned` in the span, in all, and what is there to be spent. Where somebody asked for a
    pseudonym there is no name, and the number of the `alias`."""

    id: str
    place: int
    name: str
    alias: int | None
    team: str
    department: str
    earned: int
    lifetime: int
    balance: int


@dataclass(frozen=True, slots=True)
class GroupStanding:
    """A team or a department: `earned` in the span by its people together, and by each of them on average."""

    id: str
    place: int
    name: str
    people: int
    earned: int
    each: float


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of an account as its owner sees it: `points` come (above 0) or go, and `balance` is there afterwards.
    `number` and `what` call what it rests on; `record` is where that can be looked at, if it can; `why` what was said
    where a decision has taken it back."""

    entry: Entry
    points: int
    balance: int
    number: str
    what: str
    record: tuple[str, str] | None
    why: str = ""

    @property
    def id(self) -> str:
        """The entry's id."""
        return self.entry.id


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody's account: the newest lines first."""

    person: Person | None
    account: Account
    month: int
    place: int | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Forecast:
    """Of the present month: `given` so far, what that makes by its end, the mean of the months before, the plant's
    `budget` (0: none), and what the points that people hold would cost in yuan."""

    given: int
    by_end: int
    usual: float | None
    budget: int
    held: int
    yuan_by_end: float
    yuan_held: float


@dataclass(frozen=True, slots=True)
class Given:
    """What a rule gave in a stretch: how often, how many points."""

    times: int
    points: int


def given_by_rule(look: Records, *, now: datetime, days: int = 30) -> dict[EarningRule, Given]:
    """What each rule gave in the last days and nobody has taken back; none of a rule that gave nothing."""
    earned = RECORDS["earning"].c
    query = sa.select(earned.rule, sa.func.count(), sa.func.sum(earned.points)).group_by(earned.rule)
    query = query.where(earned.at >= utc_text(now - timedelta(days=days)), earned.ended_at.is_(None))
    return {rule: Given(int(times), int(points)) for rule, times, points in look.connection.execute(query)}


def begin_of(look: Records, span: Span, now: datetime) -> datetime | None:
    """When the span began by the plant's clock; None for all time."""
    zone = ZoneInfo(the_plant(look).timezone)
    first = now.astimezone(zone).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    if span == "all":
        return None
    if span == "quarter":
        return first.replace(month=first.month - (first.month - 1) % 3)
    return first.replace(month=1) if span == "year" else first


def earned_since(look: Records, begin: datetime | None, end: datetime | None = None) -> dict[str, int]:
    """What each account has earned for good in a stretch, less what was taken back, by id."""
    found: defaultdict[str, int] = defaultdict(int)
    columns = ENTRIES.c
    for side, other, meanings, sign in (("payee", "payer", FOR_GOOD, 1), ("payer", "payee", BACK, -1)):
        query = sa.select(columns[side], sa.func.sum(columns.points)).where(columns[other] == BUDGET)
        query = query.where(columns.meaning.in_(meanings)).group_by(columns[side])
        if begin is not None:
            query = query.where(columns.at >= utc_text(begin))
        if end is not None:
            query = query.where(columns.at < utc_text(end))
        for account, points in look.connection.execute(query):
            found[account] += sign * int(points)
    return found


def standings(look: Records, *, span: Span, now: datetime) -> tuple[Standing, ...]:
    """Everybody here who has earned points in the span, those with most first; who has as many has the same place."""
    earned = earned_since(look, begin_of(look, span, now))
    accounts = {one.id: one for one in look.find("points_account", holder="person")}
    teams = {one.id: one for one in look.find("team")}
    departments = {one.id: one.name for one in look.find("department")}
    people = {one.id: one for one in look.find("person") if one.here and earned.get(one.id, 0) > 0}
    order = sorted(people, key=lambda id_: (-earned[id_], people[id_].name, id_))
    places = _places([earned[id_] for id_ in order])
    return tuple(
        Standing(
            id=id_,
            place=place,
            name="" if alias_of(accounts.get(id_)) else people[id_].name,
            alias=alias_of(accounts.get(id_)),
            team=teams[team].name if (team := people[id_].team) in teams else "",
            department=departments.get(department_of(people[id_], teams) or "", ""),
            earned=earned[id_],
            lifetime=accounts[id_].lifetime if id_ in accounts else 0,
            balance=accounts[id_].balance if id_ in accounts else 0,
        )
        for id_, place in zip(order, places, strict=True)
    )


def alias_of(account: Account | None) -> int | None:
    """The number under which somebody wishes to stand in the ranking; None for who stands by name."""
    return account.alias if account is not None and account.hidden else None


def department_of(person: Person, teams: Mapping[str, Any]) -> str | None:
    """Somebody's own department, or their team's."""
    team = teams.get(person.team or "")
    return person.department or (team.department if team else None)


def _places(figures: Iterable[float]) -> list[int]:
    """1 for the first; equal ones have the same place."""
    found: list[int] = []
    before: float | None = None
    for number, figure in enumerate(figures, 1):
        found.append(found[-1] if figure == before else number)
        before = figure
    return found


def group_standings(
    look: Records, *, by: Literal["team", "department"], span: Span, now: datetime
) -> tuple[GroupStanding, ...]:
    """Teams or departments by what their people have earned each on average, so that a large one is not before a small
    one for being large."""
    earned = earned_since(look, begin_of(look, span, now))
    teams = {one.id: one for one in look.find("team")}
    members: defaultdict[str, list[str]] = defaultdict(list)
    for person in look.find("person"):
        group = person.team if by == "team" else department_of(person, teams)
        if person.here and group:
            members[group].append(person.id)
    named = {one.id: one.name for one in look.find(by) if one.retired_at is None and one.id in members}
    sums = {id_: sum(earned.get(person, 0) for person in members[id_]) for id_ in named}
    each = {id_: sums[id_] / len(members[id_]) for id_ in named}
    order = sorted(named, key=lambda id_: (-each[id_], named[id_]))
    places = _places([each[id_] for id_ in order])
    return tuple(
        GroupStanding(id_, place, named[id_], len(members[id_]), sums[id_], each[id_])
        for id_, place in zip(order, places, strict=True)
    )


def statement(look: Records, person: str, *, now: datetime, most: int = 300) -> Statement:
    """Somebody's account with what each entry rests on."""
    account = look.get("points_account", person) or Account(id=person, holder="person")
    found = [*look.find("points_entry", payee=person), *look.find("points_entry", payer=person)]
    balance, lines = account.balance, list[Line]()
    for entry in sorted(found, key=lambda one: (one.at, one.place), reverse=True)[:most]:
        points = entry.points if entry.payee == person else -entry.points
        number, what, record = source_of(look, entry.source_kind, entry.source)
        lines.append(Line(entry, points, balance, number, what, record, decision(look, entry, person)))
        balance -= points
    month = earned_since(look, begin_of(look, "month", now)).get(person, 0)
    place = next((one.place for one in standings(look, span="month", now=now) if one.id == person), None)
    return Statement(look.get("person", person), account, month, place, tuple(lines))


def decision(look: Records, entry: Entry, person: str) -> str:
    """What was said when the points were taken back by a decision; empty where they were not."""
    if entry.meaning != "taken_back":
        return ""
    bar = look.get("points_bar", bar_id(entry.source_kind, entry.source, person))
    doubt = look.get("points_doubt", bar.doubt) if bar is not None and bar.lifted_at is None else None
    return doubt.said if doubt is not None else ""


def may_read(look: Records, *, me: Person, person: str) -> bool:
    """Whether somebody may read the single entries of another's account: one's own, those of one's team or department
    for who leads it, all for the safety office and auditors."""
    if me.id == person or not (OFFICE | {Role.AUDITOR}).isdisjoint(me.roles):
        return True
    other = look.get("person", person)
    if other is None:
        return False
    if Role.TEAM_LEADER in me.roles and me.team is not None and other.team == me.team:
        return True
    teams = {one.id: one for one in look.find("team")}
    mine = department_of(me, teams)
    return Role.DEPARTMENT_MANAGER in me.roles and mine is not None and mine == department_of(other, teams)


def source_of(look: Records, kind: str, id_: str) -> tuple[str, str, tuple[str, str] | None]:
    """What an entry rests on, as people call it: a number, a name, and where it can be looked at."""
    one = look.get(kind, id_) if kind in RECORDS else None
    if one is None:
        return "", "", None
    if kind == "hazard":
        return one.number or "", one.description, (kind, id_)
    if kind == "inspection":
        plan, zone = look.get("inspection_plan", one.plan), look.get("zone", one.zone)
        named = " · ".join(found.name for found in (plan, zone) if found is not None)
        return "", named, (kind, id_)
    if kind == "drill":
        return one.number or "", one.name, None
    if kind == "training_record":
        course = look.get("course", one.course)
        return "", course.name if course else "", None
    if isinstance(one, Adjustment):
        return "", one.reason, None
    if isinstance(one, Redemption):
        reward = look.get("reward", one.reward)
        return one.number or "", reward.name if reward else "", None
    return "", "", None


def forecast(look: Records, *, now: datetime) -> Forecast:
    """What the present month comes to if it goes on as it began."""
    zone, rules = ZoneInfo(the_plant(look).timezone), rules_of(look)
    begin = begin_of(look, "month", now)
    assert begin is not None
    given = sum(earned_since(look, begin).values())
    days = calendar.monthrange(begin.year, begin.month)[1]
    gone = max((now.astimezone(zone) - begin) / timedelta(days=1), 1.0)
    by_end, held = (
        round(given * days / min(gone, days)),
        sum(one.balance for one in look.find("points_account") if one.id != BUDGET),
    )
    yuan = rules.fen_per_point / 100
    return Forecast(
        given=given,
        by_end=by_end,
        usual=_usual(look, begin),
        budget=rules.month_budget,
        held=held,
        yuan_by_end=by_end * yuan,
        yuan_held=held * yuan,
    )


def _usual(look: Records, begin: datetime) -> float | None:
    """The mean of the whole months before, as far as points were given in them."""
    budget = budget_of(look)
    found = []
    end = begin
    for _ in range(MONTHS_BEFORE):
        before = (end - timedelta(days=1)).replace(day=1)
        if budget is None or budget.since is None or budget.since > before:
            break
        found.append(sum(earned_since(look, before, end).values()))
        end = before
    return sum(found) / len(found) if found else None


@dataclass(frozen=True, slots=True)
class ByHand:
    """Points that were proposed by hand: with the names of whom it is about, who proposed it and who decided."""

    adjustment: Adjustment
    name: str
    proposed_by: str
    decided_by: str

    @property
    def id(self) -> str:
        """The adjustment's id."""
        return self.adjustment.id


def adjustments(look: Records) -> tuple[ByHand, ...]:
    """What was proposed by hand, what waits first, then the newest."""
    names = {one.id: one.name for one in look.find("person")}
    found = sorted(look.find("adjustment"), key=lambda one: one.proposed_at, reverse=True)
    found.sort(key=lambda one: one.standing != "proposed")
    return tuple(
        ByHand(one, names.get(one.person, ""), names.get(one.proposed_by, ""), names.get(one.decided_by or "", ""))
        for one in found
    )


def first_day(look: Records) -> date | None:
    """The day of the ledger's first entry, by the plant's clock."""
    found = look.connection.execute(sa.select(sa.func.min(ENTRIES.c.at))).scalar()
    zone = ZoneInfo(the_plant(look).timezone)
    return datetime.fromisoformat(found).astimezone(zone).date() if found else None
