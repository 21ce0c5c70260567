"""Departments: who belongs where, who manages, and what keeps one from being retired."""

import pytest

from services.core.departments import above, manager_of
from services.core.roles import Role
from tests.makers import Held, department, person, plant, refused, team

HR = person(Role.HR)


@pytest.fixture
def held():
    return Held(plant(), HR)


def test_a_department_is_part_of_another(held):
    top = held.do("departments.add", {"name": "生产部"}, HR)
    shop = held.do("departments.add", {"name": "冲压车间", "parent": top.id, "manager": HR.id}, HR)
    assert (shop.parent, shop.manager) == (top.id, HR.id)
    assert [one.name for one in above(held, shop.id)] == ["冲压车间", "生产部"]


def test_names_are_given_once_until_retired(held):
    first = held.do("departments.add", {"name": "生产部"}, HR)
    assert refused(held.do, "departments.add", {"name": "生产部"}, HR) == "name_taken"
    held.do("departments.retire", {"department": first.id}, HR)
    assert held.do("departments.add", {"name": "生产部"}, HR).name == "生产部"


def test_a_department_keeps_its_own_name(held):
    first = held.do("departments.add", {"name": "生产部"}, HR)
    assert held.do("departments.rename", {"department": first.id, "name": "生产部"}, HR).name == "生产部"
    assert held.do("departments.rename", {"department": first.id, "name": "制造部"}, HR).name == "制造部"


def test_the_manager_is_someone_still_here(held):
    gone = person(left_at=held.now)
    held.add(gone)
    assert refused(held.do, "departments.add", {"name": "生产部", "manager": gone.id}, HR) == "person_left"
    one = held.do("departments.add", {"name": "生产部", "manager": HR.id}, HR)
    assert held.do("departments.set_manager", {"department": one.id}, HR).manager is None


def test_the_manager_above_answers_where_there_is_none(held):
    top, middle = department(manager=HR.id), department(name="车间", manager="someone who is not known")
    middle = department(id=middle.id, name="车间", parent=top.id, manager=middle.manager)
    held.add(top, middle)
    assert manager_of(held, person(department=middle.id)) == HR.id
    assert manager_of(held, person()) is None


@pytest.mark.parametrize("left", ["team", "person", "department"])
def test_nobody_may_be_left_in_it(held, left):
    one = department()
    inside = {
        "team": team(department=one.id),
        "person": person(department=one.id),
        "department": department(name="车间", parent=one.id),
    }
    held.add(one, inside[left])
    assert refused(held.do, "departments.retire", {"department": one.id}, HR) == "department_in_use"


def test_teams_and_people_are_moved(held):
    one, crew, worker = department(), team(), person()
    held.add(one, crew, worker)
    assert held.do("teams.set_department", {"team": crew.id, "department": one.id}, HR).department == one.id
    assert held.do("people.set_department", {"person": worker.id, "department": one.id}, HR).department == one.id
    assert held.do("people.set_department", {"person": worker.id}, HR).department is None


def test_people_and_teams_are_born_into_one_in_use(held):
    one, gone = department(), department(name="旧部门", retired_at=held.now)
    held.add(one, gone)
    assert held.do("people.add", {"name": "李四", "department": one.id}, HR).department == one.id
    assert refused(held.do, "people.add", {"name": "李四", "department": gone.id}, HR) == "department_retired"
    assert refused(held.do, "people.add", {"name": "李四", "department": "nowhere"}, HR) == "no_such_record"
    manager = person(Role.EHS_MANAGER)
    assert held.do("teams.add", {"name": "机修班", "department": one.id}, manager).department == one.id


def test_who_is_erased_is_in_no_department(held):
    gone = person(department="d", left_at=held.now)
    held.add(gone)
    blank = held.do("people.erase", {"person": gone.id, "reason": "本人要求"}, person(Role.EHS_MANAGER))
    assert blank.department is None
