"""Departments: who belongs where, and who manages it. Teams and people carry a department's id."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from services.core.operation import Change, Context, Look, Put, name_free, operation, required
from services.core.people import HR_DESK, Person, Team, department_there, present
from services.core.record import record
from services.core.refused import Refused
from services.core.shape import Ref, Text

Name = Annotated[str, Text(most=40)]
Outside = Annotated[str, Text(most=80)]


@record("department", indexed=("name", "parent"), few=True)
@dataclass(frozen=True, kw_only=True)
class Department:
    """A part of the plant's organisation, with a name of its own among those of the same parent; `parent` is the one it
    belongs to. `outside` is what a directory elsewhere calls it, as `wecom:31`."""

    id: str
    name: str
    parent: str | None = None
    manager: str | None = None
    retired_at: datetime | None = None
    outside: str | None = None


def living_department(look: Look, department: str) -> Department:
    """The department, which must not be retired. Raises Refused: no_such_record, department_retired."""
    found = required(look, Department, department)
    if found.retired_at is not None:
        raise Refused("department_retired", name=found.name)
    return found


def above(look: Look, department: str | None) -> Iterator[Department]:
    """A department and those it belongs to, up to the top one."""
    while department is not None:
        found: Department | None = look.get("department", department)
        if found is None:
            return
        yield found
        department = found.parent


def manager_of(look: Look, person: Person) -> str | None:
    """Who manages the department of a person, or the nearest one above it that has a manager still here."""
    for department in above(look, person.department):
        manager: Person | None = look.get("person", department.manager or "")
        if manager is not None and manager.here:
            return manager.id
    return None


@operation("departments.add", roles=HR_DESK)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A new department."""

    name: Name
    parent: Annotated[str, Ref("department")] | None = None
    manager: Annotated[str, Ref("person")] | None = None
    outside: Outside | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        name_free(look, "department", self.name, parent=self.parent)
        department_there(look, self.parent)
        if self.manager:
            present(look, self.manager)
        if self.outside:
            not_linked(look, self.outside)
        made = Department(id=context.id, name=self.name, parent=self.parent, manager=self.manager, outside=self.outside)
        return [Put(made)]


def not_linked(look: Look, outside: str) -> None:
    """One department elsewhere is one here. Raises Refused: department_linked."""
    same = [one for one in look.find("department") if one.outside == outside and one.retired_at is None]
    if same:
        raise Refused("department_linked", name=same[0].name)


@operation("departments.link", roles=HR_DESK, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Link:
    """The department is the same as one of a directory elsewhere; none parts them."""

    department: Annotated[str, Ref("department")]
    outside: Outside | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        if self.outside:
            not_linked(look, self.outside)
        return [Put(replace(living_department(look, self.department), outside=self.outside))]


@operation("departments.move", roles=HR_DESK, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Move:
    """The department belongs to another one, or to none. Refused: department_in_itself."""

    department: Annotated[str, Ref("department")]
    parent: Annotated[str, Ref("department")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        department = living_department(look, self.department)
        department_there(look, self.parent)
        if any(one.id == department.id for one in above(look, self.parent)):
            raise Refused("department_in_itself", name=department.name)
        name_free(look, "department", department.name, but=department.id, parent=self.parent)
        return [Put(replace(department, parent=self.parent))]


@operation("departments.rename", roles=HR_DESK, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Rename:
    """Another name for a department."""

    department: Annotated[str, Ref("department")]
    name: Name

    def decide(self, context: Context, look: Look) -> list[Change]:
        department = living_department(look, self.department)
        name_free(look, "department", self.name, but=department.id, parent=department.parent)
        return [Put(replace(department, name=self.name))]


@operation("departments.set_manager", roles=HR_DESK, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetManager:
    """Who manages a department; none takes the manager away."""

    department: Annotated[str, Ref("department")]
    manager: Annotated[str, Ref("person")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        if self.manager:
            present(look, self.manager)
        return [Put(replace(living_department(look, self.department), manager=self.manager))]


@operation("departments.retire", roles=HR_DESK)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """The department is no more; nobody may be left in it."""

    department: Annotated[str, Ref("department")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        department = living_department(look, self.department)
        parts = [one for one in look.find("department", parent=department.id) if one.retired_at is None]
        teams = [one for one in look.find("team") if one.department == department.id and one.retired_at is None]
        people = [one for one in look.find("person") if one.department == department.id and one.here]
        if parts or teams or people:
            raise Refused("department_in_use", name=department.name)
        return [Put(replace(department, retired_at=context.now))]


@operation("teams.set_department", roles=HR_DESK, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetTeamsDepartment:
    """The department that a team belongs to."""

    team: Annotated[str, Ref("team")]
    department: Annotated[str, Ref("department")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        department_there(look, self.department)
        return [Put(replace(required(look, Team, self.team), department=self.department))]


@operation("people.set_department", roles=HR_DESK)
@dataclass(frozen=True, kw_only=True)
class SetPersonsDepartment:
    """The department that a person belongs to."""

    person: Annotated[str, Ref("person")]
    department: Annotated[str, Ref("department")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        department_there(look, self.department)
        return [Put(replace(present(look, self.person), department=self.department))]
