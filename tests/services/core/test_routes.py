"""Dispatch: the first route that fits wins, in their order, and says why."""

from typing import Any

import pytest

from services.core.operation import inverse
from services.core.refused import Refused
from services.core.roles import Role
from services.core.routes import Destination, case_of, destination, in_order, steps
from services.core.shape import written
from tests.makers import NOON, Held, equipment, person, plant, refused, route, shift, team, zone

OFFICER = person(Role.SAFETY_OFFICER)
CHIEF = person(name="主管")
GONE = person(left_at=NOON)
MENDERS, WIREMEN, OLD_TEAM = team(), team(name="电工班"), team(name="旧班", retired_at=NOON)
PRESS = zone(team=MENDERS.id, supervisor=CHIEF.id)
PEOPLE = (OFFICER, CHIEF, GONE, MENDERS, WIREMEN, OLD_TEAM, PRESS)


def to(position, kind, target=None, **given):
    return route(position=position, target_kind=kind, target=target, **given)


ZONE_TEAM = to(1, "zone_team")
WIRES = to(1, "team", WIREMEN.id, category="electrical")
LAST = to(9, "zone_team")
BY_CHIEF = (None, CHIEF.id, "zone_supervisor")
CASES: dict[str, Any] = {
    "the zone's own team": ([ZONE_TEAM], "other", (MENDERS.id, None, "route_zone_team", ZONE_TEAM)),
    "the category first": ([LAST, WIRES], "electrical", (WIREMEN.id, None, "route_team", WIRES)),
    "another category goes on": ([LAST, WIRES], "fire", (MENDERS.id, None, "route_zone_team", LAST)),
    "another zone's route": (
        [to(1, "team", WIREMEN.id, zone="elsewhere")],
        "fire",
        BY_CHIEF,
    ),
    "switched off": ([to(1, "zone_team", active=False)], "fire", BY_CHIEF),
    "a person who left": ([to(1, "person", GONE.id), LAST], "fire", (MENDERS.id, None, "route_zone_team", LAST)),
    "a team that is no more": ([to(1, "team", OLD_TEAM.id), LAST], "fire", (MENDERS.id, None, "route_zone_team", LAST)),
    "no route": ([], "fire", BY_CHIEF),
}


@pytest.mark.parametrize("case", CASES)
def test_where_a_hazard_goes(case):
    routes, category, (crew, one, why, *along) = CASES[case]
    held = Held(plant(), *PEOPLE, *routes)
    assert destination(held, PRESS.id, category) == Destination(crew, one, why, along[0].id if along else None)


def test_a_named_person():
    along = to(1, "person", OFFICER.id)
    found = destination(Held(plant(), *PEOPLE, along), PRESS.id, "fire")
    assert found == Destination(None, OFFICER.id, "route_person", along.id)


def test_without_supervisor_the_manager_longest_here_and_without_any_nobody():
    bare = zone()
    new = person(Role.EHS_MANAGER, since=NOON)
    old = person(Role.EHS_MANAGER, since=NOON.replace(year=2020))
    assert destination(Held(bare, new, old), bare.id, "fire") == Destination(None, old.id, "ehs_manager")
    assert destination(Held(bare), bare.id, "fire") == Destination(None, None, "ehs_manager")
    left = zone(supervisor=GONE.id)
    assert destination(Held(left, GONE, new), left.id, "fire").person == new.id


def test_a_route_put_in_between_moves_the_others_back():
    held = Held(plant(), *PEOPLE, ZONE_TEAM, to(2, "person", CHIEF.id))
    held.do(
        "routes.add", {"position": 1, "target_kind": "team", "target": WIREMEN.id, "category": "electrical"}, OFFICER
    )
    found = sorted(held.find("route"), key=lambda one: one.position)
    assert [(one.position, one.target_kind) for one in found] == [(1, "team"), (2, "zone_team"), (3, "person")]
    assert destination(held, PRESS.id, "electrical").team == WIREMEN.id


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ({"target_kind": "team"}, "route_target_wrong"),
        ({"target_kind": "zone_team", "target": MENDERS.id}, "route_target_wrong"),
        ({"target_kind": "team", "target": "none"}, "no_such_record"),
        ({"target_kind": "person", "target": GONE.id}, "person_left"),
        ({"target_kind": "person", "target": MENDERS.id}, "no_such_record"),
        ({"target_kind": "nobody"}, "args_wrong"),
        ({"target_kind": "zone_team", "position": 0}, "args_wrong"),
        ({"target_kind": "zone_team", "category": "weather"}, "no_such_category"),
        ({"target_kind": "zone_team", "zone": "none"}, "no_such_record"),
    ],
)
def test_refusals(args, code):
    with pytest.raises(Refused) as caught:
        Held(plant(), *PEOPLE).do("routes.add", {"position": 1, **args}, OFFICER)
    assert caught.value.code == code


def test_switching():
    held = Held(plant(), *PEOPLE, ZONE_TEAM)
    assert held.do("routes.switch", {"route": ZONE_TEAM.id, "active": False}, OFFICER).active is False
    with pytest.raises(Refused, match="no_such_record"):
        held.do("routes.switch", {"route": "none", "active": False}, OFFICER)


NIGHT, DAY = shift(name="夜班", starts="20:00", ends="08:00"), shift()
LATHE = equipment(zone=PRESS.id, type="lathe")


def passed_over(*routes, category="fire", equipment=None, at=None):
    held = Held(plant(), *PEOPLE, NIGHT, DAY, LATHE, *routes)
    return [one.why for one in steps(held, case_of(held, PRESS.id, category, equipment, at))]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"active": False}, "off"),
        ({"category": "electrical"}, "category"),
        ({"zone_class": "D"}, "zone_class"),
        ({"zone": "elsewhere"}, "zone"),
        ({"type": "lathe"}, "type"),
        ({"shift": NIGHT.id}, "shift"),
        ({"target_kind": "person", "target": GONE.id}, "target_gone"),
        ({"target_kind": "team", "target": OLD_TEAM.id}, "target_gone"),
        ({"category": "fire", "zone_class": PRESS.zone_class, "zone": PRESS.id, "shift": DAY.id}, ""),
    ],
)
def test_each_route_says_why_it_was_passed_over(given, why):
    tried = route(**{"position": 1, "target_kind": "zone_team"} | given)
    assert passed_over(tried, LAST, at=NOON) == ([why, ""] if why else [""])


def test_the_equipment_it_is_about_decides_and_a_night_goes_past_midnight():
    lathes = to(1, "team", WIREMEN.id, type="lathe")
    assert passed_over(lathes, LAST, equipment=LATHE.id) == [""]
    by_night = to(1, "team", WIREMEN.id, shift=NIGHT.id)
    assert passed_over(by_night, LAST, at=NOON.replace(hour=20)) == [""]  # 04:00 in Shanghai
    assert passed_over(by_night, LAST) == ["shift", ""]


def test_a_zone_without_a_team_is_told():
    bare = zone()
    held = Held(plant(), bare, LAST)
    assert [one.why for one in steps(held, case_of(held, bare.id, "fire"))] == ["no_zone_team"]


@pytest.fixture
def three():
    return Held(plant(), *PEOPLE, to(1, "team", WIREMEN.id), to(2, "person", CHIEF.id), to(3, "zone_team"))


def kinds(held):
    return [(one.position, one.target_kind) for one in in_order(held)]


def taken_back(held, kind, args, by=OFFICER):
    """Does it, and then what undoes it; the records must be as before."""
    before = dict(held.rows)
    changes = held.decide(kind, args, by)
    after = [one.record for one in changes]
    told = [
        {"kind": "route", "id": one.id, "before": written(old) if old else None, "after": written(one)}
        for one in after
        for old in [held.get("route", one.id)]
    ]
    held.add(*after)
    id_ = next((one.id for one in after if ("route", one.id) not in before), "")
    return before, inverse(kind, args, id_, told)


def test_moving_retiring_and_changing_are_taken_back(three):
    first, second, last = in_order(three)
    said = {"route": first.id, "target_kind": "person", "target": CHIEF.id, "category": "fire", "zone_class": "A"}
    for kind, args in (
        ("routes.move", {"route": last.id, "position": 1}),
        ("routes.retire", {"route": second.id}),
        ("routes.change", said),
    ):
        before, way = taken_back(three, kind, args)
        assert three.rows != before
        three.do(way[0], way[1], OFFICER)
        assert in_order(three) == [first, second, last]


def test_a_moved_route_stands_where_it_was_put_and_the_others_close_up(three):
    first, _, last = in_order(three)
    three.do("routes.move", {"route": last.id, "position": 1}, OFFICER)
    assert kinds(three) == [(1, "zone_team"), (2, "team"), (3, "person")]
    three.do("routes.move", {"route": first.id, "position": 99}, OFFICER)
    assert kinds(three) == [(1, "zone_team"), (2, "person"), (3, "team")]
    three.do("routes.retire", {"route": last.id}, OFFICER)
    assert kinds(three) == [(1, "person"), (2, "team")]
    assert refused(three.do, "routes.switch", {"route": last.id, "active": False}, OFFICER) == "route_retired"


def test_adding_is_taken_back_by_retiring(three):
    args = {"position": 1, "target_kind": "zone_team", "type": "crane", "shift": "none"}
    assert refused(three.do, "routes.add", args, OFFICER) == "no_such_record"
    _, way = taken_back(three, "routes.add", args | {"shift": None})
    three.do(way[0], way[1], OFFICER)
    assert kinds(three) == [(1, "team"), (2, "person"), (3, "zone_team")]
    (gone,) = [one for one in three.find("route") if one.retired_at]
    three.do("routes.restore", {"route": gone.id}, OFFICER)
    assert kinds(three)[0] == (1, "zone_team")
    assert refused(three.do, "routes.restore", {"route": gone.id}, OFFICER) == "route_in_use"
