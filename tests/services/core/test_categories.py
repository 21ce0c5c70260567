"""The plant's own categories of hazards: made, changed, put away and used again; what was reported keeps its own."""

import pytest

from services.core.categories import BUILT_IN, MOST, offered
from services.core.operation import Actor, inverse
from services.core.record import as_json
from services.core.refused import Refused
from services.core.roles import Role
from tests.makers import BEFORE, Held, category, person, plant, zone

BOSS, WORKER = person(Role.SAFETY_OFFICER, Role.EHS_MANAGER), person()
PRESS = zone()
NEW = {"name_zh": "高处作业", "name_en": "Heights", "icon": "height"}


@pytest.fixture
def held() -> Held:
    return Held(plant(), BOSS, WORKER, PRESS)


def test_one_of_the_plants_own_is_offered_before_other_and_reported_under(held: Held):
    made = held.do("categories.add", NEW, BOSS)
    assert offered(held) == (*BUILT_IN[:-1], made.id, "other")
    report = {"zone": PRESS.id, "photos": [BEFORE], "category": made.id}
    assert held.do("hazards.report", report, WORKER).category == made.id


def test_what_is_put_away_is_kept_where_it_was_used(held: Held):
    made = held.do("categories.add", NEW, BOSS)
    held.do("categories.retire", {"category": made.id}, BOSS)
    held.do("categories.retire", {"category": "ppe"}, BOSS)
    assert {"ppe", made.id}.isdisjoint(offered(held))
    report = {"zone": PRESS.id, "photos": [BEFORE], "category": "ppe"}
    assert held.do("hazards.report", report, WORKER).category == "ppe", "a phone may not have heard of it yet"
    held.do("categories.use_again", {"category": "ppe"}, BOSS)
    assert "ppe" in offered(held)


@pytest.mark.parametrize(
    ("kind", "args", "code"),
    [
        ("categories.add", NEW, "name_taken"),
        ("categories.add", {"name_zh": "其他事", "name_en": "heights"}, "name_taken"),
        ("categories.add", {"name_zh": "新的", "icon": "rocket"}, "args_wrong"),
        ("categories.add", {"name_zh": " "}, "args_wrong"),
        ("categories.retire", {"category": "other"}, "category_needed"),
        ("categories.retire", {"category": "weather"}, "no_such_category"),
        ("categories.change", {"category": "fire", "name_zh": "火灾"}, "no_such_record"),
        ("plant.set_category_hours", {"category_hours": [{"category": "weather", "hours": 4}]}, "no_such_category"),
    ],
)
def test_refusals(held: Held, kind: str, args: dict[str, object], code: str):
    held.add(category())
    with pytest.raises(Refused) as caught:
        held.do(kind, args, BOSS)
    assert caught.value.code == code


def test_there_are_no_more_than_help(held: Held):
    for number in range(MOST - len(BUILT_IN)):
        held.do("categories.add", {"name_zh": f"类别{number}"}, BOSS)
    with pytest.raises(Refused, match="categories_too_many"):
        held.do("categories.add", {"name_zh": "太多"}, BOSS)


def test_each_step_is_undone(held: Held):
    actor = Actor(BOSS.id, frozenset(BOSS.roles))
    made = held.do("categories.add", NEW, actor)
    for kind, args in (
        ("categories.change", {"category": made.id, "name_zh": "登高", "icon": "lifting"}),
        ("categories.retire", {"category": made.id}),
    ):
        before = as_json(held.get("category", made.id))
        held.do(kind, args, actor)
        after = as_json(held.get("category", made.id))
        way = inverse(kind, args, made.id, [{"kind": "category", "id": made.id, "before": before, "after": after}])
        assert way is not None
        held.do(*way, actor)
        assert as_json(held.get("category", made.id)) == before
