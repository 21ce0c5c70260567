"""A small plant of ten people in records of memory, on which many operations can be tried quickly."""

from typing import Any

from services.core.hazards import Hazard
from services.core.roles import Role
from services.core.routes import zone_team_route
from tests.makers import Held, person, plant, team, zone
from tests.services.core.plain_loop import Case

CREW, OTHERS = team(), team(name="电工班")
IT = person(Role.IT_ADMIN)
CHIEF, BOSS, BOSS_2 = person(), person(Role.EHS_MANAGER), person(Role.EHS_MANAGER)
OFFICER, OFFICER_2 = person(Role.SAFETY_OFFICER, team=CREW.id), person(Role.SAFETY_OFFICER)
FIXER, LEADER = person(Role.FIXER, team=CREW.id), person(Role.TEAM_LEADER, team=OTHERS.id)
DEPARTMENT = person(Role.DEPARTMENT_MANAGER, team=OTHERS.id)
PEOPLE = (CHIEF, BOSS, BOSS_2, OFFICER, OFFICER_2, FIXER, LEADER, DEPARTMENT)
PRESS = zone(zone_class="B", supervisor=CHIEF.id, team=CREW.id)
PAINT = zone(zone_class="A", code="Z-AAAA", name="喷涂区")


class Records:
    """A Look on plain dictionaries, quicker than what other tests need."""

    def __init__(self, kinds: dict[str, dict[str, Any]]) -> None:
        self.kinds = kinds

    def get(self, kind: str, id_: str) -> Any:
        return self.kinds.get(kind, {}).get(id_)

    def find(self, kind: str, /, **equal: Any) -> tuple[Any, ...]:
        rows = self.kinds.get(kind, {}).values()
        return tuple(one for one in rows if all(getattr(one, name) == value for name, value in equal.items()))

    def put(self, kind: str, one: Any) -> None:
        self.kinds.setdefault(kind, {})[one.id] = one

    def copy(self) -> "Records":
        return Records({kind: dict(rows) for kind, rows in self.kinds.items()})


def furnished(*extra: Any) -> Records:
    held = Held(plant(), CREW, OTHERS, PRESS, PAINT, IT, *PEOPLE, zone_team_route(PRESS.id, 1), *extra)
    records = Records({})
    for (kind, _), one in held.rows.items():
        records.put(kind, one)
    return records


def case_of(one: Hazard) -> Case:
    """A hazard's record as the plain account has it."""
    facts = (one.zone, one.state.value, one.before, one.grade, one.team, one.assignee, one.after)
    return Case(*facts, one.fixed_by, one.first_by, one.second_by, one.needs_another, one.returned)
