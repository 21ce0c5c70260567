"""Comparing a directory elsewhere with the plant's people: recognised, never doubled, never guessed, nothing lost."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.core.departments import Department
from services.core.directory import Comparison, Directory, Member, Unit, compared
from services.core.people import Person
from services.core.roles import Role
from tests import makers
from tests.makers import Held

SHOP, GANG = Unit("3", "机加车间", leaders=("li",)), Unit("31", "甲班", "3")
ZHANG = Member("zhang", "张三", "31", "0042", "13800000000")
LI = Member("li", "李四", "3")


def there(*members: Member, units: tuple[Unit, ...] = (SHOP, GANG)) -> Directory:
    return Directory("wecom", units, members)


def steps(look: Held, found: Directory) -> dict[str, str]:
    return {one.key: one.what for one in compared(look, found, "s").steps}


def test_a_new_plant_gets_departments_before_those_under_them_and_people_into_them() -> None:
    found = compared(Held(), there(ZHANG, LI), "s").steps
    assert [one.what for one in found] == ["unit_new", "unit_new", "person_new", "person_new", "unit_leader"]
    shop, gang = found[0].deeds[0], found[1].deeds[0]
    assert gang.args["parent"] == shop.id
    assert found[2].deeds[0].args["department"] == gang.id
    assert found[4].deeds[0].args == {"department": shop.id, "manager": found[3].deeds[0].id}


@pytest.mark.parametrize(
    ("known", "by"),
    [
        ({"name": "张叁", "employee_no": "0042"}, "employee_no"),
        ({"name": "张三丰", "phone": "13800000000"}, "phone"),
        ({"name": "张三"}, "name"),
    ],
)
def test_who_is_here_already_is_linked_and_not_doubled(known: dict[str, str], by: str) -> None:
    look = Held(makers.person(id="p", **known))
    (linked,) = [one for one in compared(look, there(ZHANG, units=()), "s").steps if one.what == "person_linked"]
    assert (linked.person, linked.by) == ("p", by)
    assert linked.deeds[0].args == {"person": "p", "wecom": "zhang"}
    assert "person_new" not in steps(look, there(ZHANG, units=())).values()


def test_a_name_that_two_have_is_a_question_for_a_person() -> None:
    twins = (makers.person(id="a", name="张三", employee_no="1"), makers.person(id="b", name="张三"))
    other = replace(ZHANG, employee_no="", phone="")
    (found,) = compared(Held(*twins), there(other, units=()), "s").steps
    assert (found.what, found.sure, found.deeds) == ("person_unsure", False, ())
    assert "张三 1" in found.was
    two = there(other, replace(other, id="zhang2"), units=())
    assert set(steps(Held(twins[1]), two).values()) == {"person_unsure"}


def test_an_id_that_somebody_else_got_since_is_a_question() -> None:
    old = makers.person(id="p", name="王五", employee_no="0007", wecom="zhang")
    (found,) = compared(Held(old), there(ZHANG, units=()), "s").steps
    assert (found.what, found.deeds) == ("person_unsure", ())


def test_who_has_another_id_there_since_is_still_the_same_person() -> None:
    here = makers.person(id="p", name="张三", employee_no="0042", phone="13800000000", wecom="old")
    (found,) = compared(Held(here), there(ZHANG, units=()), "s").steps
    assert (found.what, found.person, found.by) == ("person_linked", "p", "employee_no")


def test_who_may_be_one_of_two_does_not_leave() -> None:
    here = makers.person(id="p", name="张三", employee_no="0042", wecom="old")
    two = there(ZHANG, Member("zhou", "周三", None, "0042"), units=())
    assert set(steps(Held(here), two).values()) == {"person_unsure"}


def test_who_is_renamed_and_moved_is_changed_in_one_step() -> None:
    here = makers.person(id="p", name="张珊", employee_no="0042", wecom="ZHANG", department="d3")
    units = (
        Department(id="d3", name="机加车间", outside="wecom:3"),
        Department(id="d31", name="乙班", outside="wecom:31"),
    )
    found = {one.what: one for one in compared(Held(here, *units), there(ZHANG), "s").steps}
    assert set(found) == {"unit_renamed", "unit_moved", "person_changed"}
    assert (found["person_changed"].was, found["person_changed"].now) == ("张珊、机加车间", "张三、13800000000、甲班")
    assert [one.kind for one in found["person_changed"].deeds] == ["people.set_contact", "people.set_department"]
    assert found["unit_moved"].deeds[0].args == {"department": "d31", "parent": "d3"}


def test_who_is_gone_there_leaves_with_what_they_hold() -> None:
    gone, contractor = makers.person(id="p", name="旧", wecom="old"), makers.person(id="c", name="外")
    zone = makers.zone(supervisor="p")
    (left,) = compared(Held(gone, contractor, zone), there(units=()), "s").steps
    assert (left.what, left.person, left.holds.zones) == ("person_left", "p", 1)


def test_a_department_that_was_made_by_hand_is_the_same() -> None:
    here = Department(id="d", name="机加车间")
    found = steps(Held(here), there(units=(SHOP,)))
    assert found == {"unit_new:3": "unit_new"} or found == {"unit_linked:3": "unit_new"}
    assert compared(Held(here), there(units=(SHOP,)), "s").steps[0].deeds[0].kind == "departments.link"


def test_departments_that_belong_to_each_other_are_no_endless_loop() -> None:
    one, two = Unit("1", "甲", "2"), Unit("2", "乙", "1")
    assert len(compared(Held(), there(units=(one, two)), "s").steps) == 2


@pytest.mark.parametrize(
    ("known", "missing", "shrunk"),
    [(20, 18, True), (20, 4, False), (20, 5, True), (6, 3, False), (6, 4, True), (3, 3, True), (1, 1, False)],
)
def test_many_at_once_are_asked_about(known: int, missing: int, shrunk: bool) -> None:
    people = [makers.person(id=f"p{n}", name=f"人{n}", wecom=f"u{n}") for n in range(known)]
    left = tuple(Member(f"u{n}", f"人{n}") for n in range(missing, known))
    found = compared(Held(*people), there(*left, units=()), "s")
    assert (found.known, found.missing, found.shrunk) == (known, missing, shrunk)


def test_from_how_many_on_it_is_asked_is_the_plants() -> None:
    people = [makers.person(id=f"p{n}", name=f"人{n}", wecom=f"u{n}") for n in range(20)]
    left = tuple(Member(f"u{n}", f"人{n}") for n in range(6, 20))
    for percent, shrunk in ((30, False), (29, True)):
        held = Held(*people, makers.plant(directory_doubt=percent))
        assert compared(held, there(*left, units=()), "s").shrunk is shrunk


NAMES = st.sampled_from(["张三", "李四", "王五", "赵六"])
NUMBERS = st.sampled_from(["", "", "1", "2", "3"])
MEMBERS = st.lists(
    st.builds(Member, st.sampled_from("abcdef"), NAMES, st.none(), NUMBERS), max_size=6, unique_by=lambda one: one.id
)
PEOPLE = st.lists(
    st.tuples(NAMES, NUMBERS, st.sampled_from(["", "", "a", "B", "c"])),
    max_size=6,
    unique_by=(lambda p: p[1] or object(), lambda p: p[2] or object()),
)


def carried_out(people: dict[str, Person], found: Comparison) -> dict[str, Person]:
    """What the people are after all steps, by the simplest reading of the operations."""
    now = dict(people)
    for deed in (deed for one in found.steps for deed in one.deeds):
        args = dict(deed.args)
        if deed.kind == "people.add":
            args.pop("department")
            now[str(deed.id)] = Person(id=str(deed.id), roles=(Role.WORKER,), since=makers.NOON, **args)
        elif deed.kind == "people.set_contact":
            person = args.pop("person")
            now[person] = replace(now[person], **args)
        elif deed.kind == "people.leave":
            now[args["person"]] = replace(now[args["person"]], left_at=makers.NOON)
    return now


@settings(max_examples=150, deadline=None)
@given(PEOPLE, MEMBERS)
def test_each_member_is_one_person_and_a_second_look_finds_nothing(
    people: list[tuple[str, str, str]], members: list[Member]
) -> None:
    here = {
        f"p{n}": makers.person(id=f"p{n}", name=name, employee_no=number or None, wecom=wecom or None)
        for n, (name, number, wecom) in enumerate(people)
    }
    found = compared(Held(*here.values()), there(*members, units=()), "s")
    after = carried_out(here, found)
    ids = [(one.wecom or "").casefold() for one in after.values() if one.here and one.wecom]
    assert len(ids) == len(set(ids)), "no id there is two people here"
    unsure = {one.now for one in found.steps if one.what == "person_unsure"}
    assert {one.id for one in members} - unsure <= set(ids), "everybody of there is here"
    again = compared(Held(*after.values()), there(*members, units=()), "t").steps
    assert {one.what for one in again} <= {"person_unsure", "person_changed"}, "a number may have become free"
    numbers = [one.employee_no for one in after.values() if one.here and one.employee_no]
    assert len(numbers) == len(set(numbers)), "no employee number is two people"
