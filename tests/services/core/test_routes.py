"""Dispatch: the first route that fits wins, in their order, and says why."""

from typing import Any

import pytest

from services.core.refused import Refused
from services.core.roles import Role
from services.core.routes import Destination, destination
from tests.makers import NOON, Held, person, plant, route, team, zone

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
        ({"target_kind": "zone_team", "category": "weather"}, "args_wrong"),
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
