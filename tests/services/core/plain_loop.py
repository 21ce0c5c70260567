"""The closed loop of a hazard as the plant's rules tell it, in plain values: a second account of who may do what, that
shares no line with the first and is read beside it."""

from dataclasses import dataclass, field
from datetime import datetime

OFFICE = {"safety_officer", "ehs_manager"}
LEAD = OFFICE | {"team_leader", "department_manager"}
PEOPLES_DESK = OFFICE | {"it_admin", "hr"}
TO_SEND, TO_FIX, TO_REVIEW = {"reported", "assigned", "fixing"}, {"assigned", "fixing"}, {"fixed", "first_passed"}


@dataclass
class Someone:
    """Roles of now, those withdrawn each with when, and when the person left."""

    roles: set[str]
    team: str | None = None
    left: datetime | None = None
    withdrawn: dict[str, datetime] = field(default_factory=dict)

    def take(self, roles: set[str], now: datetime) -> None:
        gone = self.roles - roles
        self.withdrawn = {role: at for role, at in self.withdrawn.items() if role not in roles} | dict.fromkeys(
            gone, now
        )
        self.roles = set(roles)

    def at(self, moment: datetime) -> "Someone":
        """As the person stood when something was decided that arrives only now."""
        still = {role for role, until in self.withdrawn.items() if until > moment}
        left = self.left if self.left is None or self.left <= moment else None
        return Someone(self.roles | still, self.team, left)


@dataclass
class Place:
    zone_class: str
    supervisor: str | None
    team: str | None


@dataclass
class Case:
    """One hazard. `kept`: whose approval is kept and counts for nothing."""

    zone: str
    state: str
    before: tuple[str, ...]
    grade: str = "general"
    team: str | None = None
    assignee: str | None = None
    after: tuple[str, ...] = ()
    fixed_by: str | None = None
    first: str | None = None
    second: str | None = None
    kept: tuple[str, ...] = ()
    returned: int = 0

    def seen(self) -> tuple[object, ...]:
        """What a reviewer bases a decision on."""
        return "in_review" if self.state in TO_REVIEW else self.state, self.fixed_by, self.before, self.after


class PlainLoop:
    """The plant. Every method says whether the rules allow it, and does it if so."""

    def __init__(self) -> None:
        self.people: dict[str, Someone] = {}
        self.zones: dict[str, Place] = {}
        self.cases: dict[str, Case] = {}

    def holders(self, role: str) -> list[str]:
        return sorted(id_ for id_, one in self.people.items() if one.left is None and role in one.roles)

    # who may review

    def may_first(self, id_: str, one: Someone, case: Case) -> bool:
        place = self.zones[case.zone]
        if one.left is not None or id_ == case.fixed_by:
            return False
        if id_ == place.supervisor or one.roles & {"department_manager", "safety_officer"}:
            return True
        small = len(self.holders("safety_officer")) < 2
        fixer = self.people.get(case.fixed_by or "")
        return small and "team_leader" in one.roles and one.team not in (case.team, fixer.team if fixer else None)

    def may_second(self, id_: str, one: Someone, case: Case) -> bool:
        strict = self.zones[case.zone].zone_class == "A" or case.grade == "major"
        wanted = {"ehs_manager"} if strict else OFFICE
        return one.left is None and id_ not in (case.fixed_by, case.first) and bool(one.roles & wanted)

    def may_now(self, id_: str, one: Someone, case: Case) -> bool:
        return (self.may_first if case.state == "fixed" else self.may_second)(id_, one, case)

    # what happens to a hazard

    def report(self, by: str, id_: str, zone: str, photos: tuple[str, ...]) -> bool:
        if not photos or len(set(photos)) != len(photos):
            return False
        case = self.cases[id_] = Case(zone, "assigned", photos)
        place = self.zones[zone]
        if place.team:
            case.team = place.team
        elif place.supervisor and self.people[place.supervisor].left is None:
            case.assignee = place.supervisor
        else:
            case.assignee = self.holders("ehs_manager")[0]
        return True

    def dispatch(self, by: str, hazard: str, team: str | None = None, person: str | None = None) -> bool:
        case = self.cases[hazard]
        away = person is not None and self.people[person].left is not None
        if case.state not in TO_SEND or not self.people[by].roles & LEAD or away:
            return False
        case.state, case.team, case.assignee = "assigned", team, person
        return True

    def _sent_to(self, by: str, case: Case) -> bool:
        team = self.people[by].team
        return case.state in TO_FIX and (by == case.assignee or (team is not None and team == case.team))

    def accept(self, by: str, hazard: str) -> bool:
        case = self.cases[hazard]
        if not self._sent_to(by, case):
            return False
        case.state, case.assignee = "fixing", by
        return True

    def submit_fix(self, by: str, hazard: str, photos: tuple[str, ...]) -> bool:
        case = self.cases[hazard]
        if not self._sent_to(by, case) or not photos or len(set(photos)) != len(photos) or set(photos) & {*case.before}:
            return False
        case.state, case.after, case.fixed_by, case.first, case.kept = "fixed", photos, by, None, ()
        return True

    def approve(self, by: str, hazard: str, seen: tuple[object, ...], at: datetime) -> bool:
        case, one = self.cases[hazard], self.people[by]
        twice = case.state == "first_passed" and by == case.first
        if case.state not in TO_REVIEW or seen != case.seen() or not (case.before and case.after) or twice:
            return False
        if not self.may_now(by, one, case):
            if by == case.fixed_by or not self.may_now(by, one.at(at), case):
                return False
            case.kept += () if by in case.kept else (by,)
            return True
        case.kept = tuple(other for other in case.kept if other != by)
        if case.state == "fixed":
            case.state, case.first = "first_passed", by
        else:
            case.state, case.second = "closed", by
        return True

    def send_back(self, by: str, hazard: str) -> bool:
        case, one = self.cases[hazard], self.people[by]
        if case.state not in TO_REVIEW or not (self.may_first(by, one, case) or self.may_second(by, one, case)):
            return False
        case.state, case.assignee, case.first, case.kept = "fixing", case.fixed_by, None, ()
        case.returned += 1
        return True

    def reject(self, by: str, hazard: str) -> bool:
        case = self.cases[hazard]
        if case.state not in TO_SEND or not self.people[by].roles & OFFICE:
            return False
        case.state = "rejected"
        return True

    # what happens around it

    def classify(self, by: str, zone: str, zone_class: str) -> bool:
        if not self.people[by].roles & OFFICE:
            return False
        self.zones[zone].zone_class = zone_class
        return True

    def set_supervisor(self, by: str, zone: str, supervisor: str) -> bool:
        if not self.people[by].roles & OFFICE or self.people[supervisor].left is not None:
            return False
        self.zones[zone].supervisor = supervisor
        return True

    def set_team(self, by: str, person: str, team: str | None) -> bool:
        if not self.people[by].roles & PEOPLES_DESK or self.people[person].left is not None:
            return False
        self.people[person].team = team
        return True

    def set_roles(self, person: str, roles: set[str], now: datetime) -> bool:
        """By the IT administrator, who is never the person."""
        one = self.people[person]
        last = self.holders("ehs_manager") == [person] and "ehs_manager" not in roles
        others = [who for who in self.holders("ehs_manager") if who != person]
        by_two = "ehs_manager" in roles and "ehs_manager" not in one.roles and others
        if one.left is not None or last or by_two:
            return False
        one.take(roles, now)
        return True

    def leave(self, person: str, now: datetime) -> bool:
        if self.people[person].left is not None or self.holders("ehs_manager") == [person]:
            return False
        self.people[person].take({"worker"}, now)
        self.people[person].left = now
        return True
