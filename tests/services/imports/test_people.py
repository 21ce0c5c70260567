"""Pasted rows of people beside those who are here: new ones, changes by number, and what is kept back."""

from typing import Any

import pytest

from services.core.operation import Actor
from services.imports.clipboard import grid_of
from services.imports.lines import Mends
from services.imports.looked import Looked
from services.imports.people import Pasted, deeds, look_at_people
from tests.services.store.workshop import BOSS, Place, Workshop

HEAD = "姓名\t工号\t部门\t班组\t手机号\t邮箱\t角色"


@pytest.fixture
def boss(shop: Workshop, place: Place) -> Actor:
    with shop.store.look() as look:
        made = Actor(next(one.id for one in look.find("person") if set(one.roles) >= BOSS), BOSS)
    shop.do("departments.add", {"name": "生产部"}, made)
    shop.do("people.add", {"name": "赵云", "employee_no": "1001", "phone": "8126"}, made)
    left = shop.do("people.add", {"name": "老周", "employee_no": "1002"}, made)
    shop.do("people.leave", {"person": left}, made)
    return made


def seen(shop: Workshop, boss: Actor, text: str, **asked: Any) -> Looked:
    with shop.store.look() as look:
        return look_at_people(look, grid_of(text), Pasted(**asked), boss.person or "")


def codes(found: Looked) -> list[list[tuple[str, str]]]:
    return [[(one.code, one.field) for one in (*line.repairs, *line.problems)] for line in found.lines]


def test_new_people_with_everything(shop: Workshop, boss: Actor) -> None:
    found = seen(shop, boss, f"{HEAD}\r\n马岱\t2078\t生产部\t机修班\t１３９１２３４５６７８\tmd@a.cn\t员工、整改人\r\n")
    assert codes(found) == [[]]
    (here, hubs) = deeds(found.fresh)
    ((kind, args),) = here
    assert (kind, args["name"], args["phone"], args["roles"], hubs) == (
        "people.add", "马岱", "13912345678", ["worker", "fixer"], [],
    )  # fmt: skip
    person = shop.do(kind, args, boss)
    with shop.store.look() as look:
        made: Any = look.get("person", person)
        placed: list[Any] = [look.get("team", made.team), look.get("department", made.department)]
    assert [one.name for one in placed] == ["机修班", "生产部"]
    assert seen(shop, boss, f"{HEAD}\n马岱\t2078\t生产部\t机修班\t13912345678\tmd@a.cn\t整改人,员工").here == {2}


def test_who_is_found_by_number_is_changed_only_where_something_is_said(shop: Workshop, boss: Actor) -> None:
    found = seen(shop, boss, f"{HEAD}\n\t1001\t\t机修班\t8127\t\tworker;班组长")
    assert codes(found) == [[("changes", "phone"), ("changes", "team"), ("changes", "roles")]]
    said = {one.field: (one.was, one.now) for one in found.lines[0].repairs}
    assert said == {"phone": ("8126", "8127"), "team": ("–", "机修班"), "roles": ("worker", "worker,team_leader")}
    here, hubs = deeds(found.fresh)
    assert [(kind, set(args)) for kind, args in here] == [
        ("people.set_contact", {"person", "phone"}),
        ("people.set_team", {"person", "team"}),
    ]
    assert [kind for kind, _ in hubs] == ["people.set_roles"]
    for kind, args in (*here, *hubs):
        shop.do(kind, args, boss)
    assert seen(shop, boss, f"{HEAD}\n\t1001\t\t机修班\t8127\t\tworker;班组长").fresh == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("\t3001", [("missing", "name")]),
        ("老周\t1002", [("number_gone", "employee_no")]),
        ("赵云\t3001", [("namesake", "name")]),
        ("赵云\t", [("same_name", "name")]),
        ("马超\t3001", [("same_name", "name")]),
        ("甲\t3001\t没有的部门", [("unknown", "department")]),
        ("甲\t3001\t\t没有的班", [("unknown", "team")]),
        ("甲\t3001\t\t\t" + "1" * 31, [("long", "phone")]),
        ("甲\t3001\t\t\t\t不是邮箱", [("email", "email")]),
        ("甲\t3001\t\t\t\t\t员工、国王", [("unknown", "roles")]),
        ("甲" * 41 + "\t3001", [("long", "name")]),
    ],
)
def test_what_is_kept_back_or_doubtful(shop: Workshop, boss: Actor, row: str, said: list[Any]) -> None:
    found = seen(shop, boss, f"{HEAD}\n{row}")
    assert codes(found) == [said]
    assert len(found.bad) == (said[0][0] != "namesake")


def test_what_is_there_twice_comes_once(shop: Workshop, boss: Actor) -> None:
    found = seen(shop, boss, "姓名\t工号\n甲\t3001\n乙\t3001\n丙\t\n丙\t\n")
    assert codes(found) == [[], [("number_twice", "employee_no")], [], [("twice_name", "name")]]


def test_roles_that_one_may_not_give_are_kept_back(shop: Workshop, boss: Actor) -> None:
    hr = Actor(shop.do("people.add", {"name": "人事", "roles": ["hr"]}, boss), frozenset())
    found = seen(shop, hr, "姓名\t工号\t角色\n甲\t3001\t员工\n乙\t3002\t安全员\n\t1001\t整改人\n")
    assert codes(found) == [[], [("not_yours", "roles")], [("changes", "roles"), ("not_yours", "roles")]]


def test_columns_without_a_head_are_told_by_what_is_in_them(shop: Workshop, boss: Actor) -> None:
    found = seen(shop, boss, "2078\t马岱\t机修班\t13912345678\n2079\t关平\t机修班\t13912345679\n")
    assert found.columns == {"employee_no": "A", "name": "B", "team": "C", "phone": "D"}
    assert [line.row for line in found.fresh] == [1, 2]
    other = seen(shop, boss, "2078\t马岱\n2079\t关平\n", mapped={"A": "phone", "B": "name"})
    assert other.columns == {"phone": "A", "name": "B"}


def test_a_title_above_and_blank_lines_between_do_no_harm(shop: Workshop, boss: Actor) -> None:
    found = seen(shop, boss, "花名册\t\n姓名\t工号\n甲\t3001\n\t\n乙\t3002\n")
    assert [(line.row, line.values["name"]) for line in found.fresh] == [(3, "甲"), (5, "乙")]


def test_a_text_is_mended_in_its_cell_and_wherever_it_stands(shop: Workshop, boss: Actor) -> None:
    text = "姓名\t工号\t班组\n甲\t3001\t机修\n乙\t3002\t机修\n"
    assert seen(shop, boss, text).names.near("team", "机修") == ("机修班",)
    assert len(seen(shop, boss, text, mends=Mends(cells={(2, "team"): "机修班"})).fresh) == 1
    assert len(seen(shop, boss, text, mends=Mends(texts={("team", "机修"): "机修班"})).fresh) == 2


def test_without_a_name_or_a_number_nothing_can_be_read(shop: Workshop, boss: Actor) -> None:
    found = seen(shop, boss, "电话\t邮箱\n1\ta@b.cn\n")
    assert (found.lacking, found.lines) == (("name",), ())
