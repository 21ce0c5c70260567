"""Floors: where they are, how large, whether in use; and what becomes of their zones."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.core.hazards import State
from services.core.operation import OPERATIONS
from services.core.refused import Refused
from services.core.roles import Role
from tests.makers import NOON, SQUARE, Held, equipment, floor, hazard, person, plant, sensor, sha, zone

OFFICER = person(Role.SAFETY_OFFICER)
GROUND = floor(name="一层", building="一号楼", width_m=60.0, height_m=40.0)
UPPER = floor(name="二层", building="一号楼", level=2)
SHUT = floor(name="旧楼层", retired_at=NOON)
PRESS = zone(floor=GROUND.id)
OLD = zone(floor=GROUND.id, name="旧区", code="Z-9999", retired_at=NOON.replace(hour=1))
MACHINE = equipment(zone=PRESS.id, x=4.0, y=2.0)
NOWHERE = sensor(zone=PRESS.id)
POINTS = [
    {"x": x, "y": y, "longitude": 120.6 + x / 95_000, "latitude": 31.3 + y / 111_000}
    for x, y in ((0.0, 0.0), (60.0, 0.0), (0.0, 40.0))
]


@pytest.fixture
def held():
    return Held(plant(), OFFICER, GROUND, UPPER, SHUT, PRESS, OLD, MACHINE, NOWHERE)


def drawing(**given):
    return {"floor": GROUND.id, "drawing": sha("d"), "width_m": 10, "height_m": 5} | given


ACCEPTED = [
    ("floors.add", {"name": "三层", "width_m": 60, "height_m": 40, "level": 3}, "level", 3),
    ("floors.add", {"name": "一层", "width_m": 60, "height_m": 40, "building": "二号楼"}, "building", "二号楼"),
    ("floors.add", {"name": "一层", "width_m": 1, "height_m": 1, "building": "一号楼", "site": "南区"}, "site", "南区"),
    ("floors.set_drawing", drawing(), "drawing", sha("d")),
    ("floors.rename", {"floor": GROUND.id, "name": "首层"}, "name", "首层"),
    ("floors.rename", {"floor": GROUND.id, "name": "一层"}, "name", "一层"),
    ("floors.place", {"floor": GROUND.id, "site": " 南区 ", "building": "", "level": -1}, "site", "南区"),
    ("floors.set_position", {"floor": GROUND.id, "datum": "gcj02", "control_points": POINTS}, "datum", "gcj02"),
    ("floors.set_position", {"floor": GROUND.id, "datum": "wgs84"}, "control_points", ()),
    ("floors.rescale", {"floor": GROUND.id, "factor": 0.5}, "width_m", 30.0),
    ("floors.retire", {"floor": UPPER.id}, "retired_at", NOON),
    ("floors.restore", {"floor": SHUT.id}, "retired_at", None),
]
REFUSALS = [
    ("floors.add", {"name": "一层", "building": "一号楼", "width_m": 1, "height_m": 1}, "name_taken"),
    ("floors.add", {"name": "x", "width_m": 0, "height_m": 1}, "args_wrong"),
    ("floors.set_drawing", drawing(floor="none"), "no_such_record"),
    ("floors.set_drawing", drawing(floor=SHUT.id), "floor_retired"),
    ("floors.rename", {"floor": GROUND.id, "name": "二层"}, "name_taken"),
    ("floors.place", {"floor": UPPER.id, "building": "一号楼", "level": 500}, "args_wrong"),
    ("floors.set_position", {"floor": GROUND.id, "datum": "bd09"}, "args_wrong"),
    ("floors.set_position", {"floor": GROUND.id, "datum": "wgs84", "control_points": POINTS[:2]}, "position_too_few"),
    (
        "floors.set_position",
        {"floor": GROUND.id, "datum": "wgs84", "control_points": [POINTS[0]] * 3},
        "position_on_a_line",
    ),
    (
        "floors.set_position",
        {"floor": GROUND.id, "datum": "wgs84", "control_points": POINTS * 11},
        "position_too_many",
    ),
    ("floors.rescale", {"floor": GROUND.id, "factor": 0.001}, "floor_size_absurd"),
    ("floors.rescale", {"floor": GROUND.id, "factor": 5000}, "floor_size_absurd"),
    ("floors.retire", {"floor": SHUT.id}, "floor_retired"),
    ("floors.restore", {"floor": GROUND.id}, "floor_in_use"),
]


@pytest.mark.parametrize(("kind", "args", "field", "value"), ACCEPTED)
def test_accepted(held, kind, args, field, value):
    held.do(kind, args, OFFICER)
    found = held.find("floor", id=args["floor"]) if "floor" in args else held.find("floor", name=args["name"])
    assert value in [getattr(one, field) for one in found]


@pytest.mark.parametrize(("kind", "args", "code"), REFUSALS)
def test_refusals(held, kind, args, code):
    with pytest.raises(Refused) as caught:
        held.do(kind, args, OFFICER)
    assert caught.value.code == code


def test_a_floor_of_a_building_is_not_put_beside_its_namesake(held):
    held.add(floor(name="一层", building="二号楼"))
    with pytest.raises(Refused, match="name_taken"):
        held.do("floors.place", {"floor": GROUND.id, "building": "二号楼"}, OFFICER)


def test_a_floor_is_scaled_with_all_that_stands_on_it(held):
    held.do("floors.set_position", {"floor": GROUND.id, "datum": "wgs84", "control_points": POINTS}, OFFICER)
    held.do("floors.rescale", {"floor": GROUND.id, "factor": 0.94}, OFFICER)
    there = held.get("floor", GROUND.id)
    assert (there.width_m, there.height_m) == (56.4, 37.6)
    assert there.control_points[1].x == 56.4
    assert held.get("zone", PRESS.id).polygon == tuple((round(x * 0.94, 9), round(y * 0.94, 9)) for x, y in SQUARE)
    assert held.get("zone", OLD.id).polygon == held.get("zone", PRESS.id).polygon
    machine = held.get("equipment", MACHINE.id)
    assert (machine.x, machine.y) == (3.76, 1.88)
    assert held.get("sensor", NOWHERE.id) == NOWHERE


def undo(held, kind, args, id_="x"):
    held.do(*OPERATIONS[kind].cls(**args).inverse(id_, []), OFFICER)


def one(held, kind, id_):
    (found,) = held.find(kind, id=id_)
    return found


@given(st.floats(0.05, 20))
def test_scaling_back_gives_what_was(factor):
    held = Held(plant(), OFFICER, GROUND, PRESS, MACHINE)
    args = {"floor": GROUND.id, "factor": factor}
    held.do("floors.rescale", args, OFFICER)
    undo(held, "floors.rescale", args)
    assert one(held, "floor", GROUND.id).width_m == pytest.approx(60, abs=1e-6)
    for corner, before in zip(one(held, "zone", PRESS.id).polygon, SQUARE, strict=True):
        assert corner == pytest.approx(before, abs=1e-6)


def test_a_floor_goes_with_its_zones_and_comes_back_with_them(held):
    args = {"floor": GROUND.id}
    held.do("floors.retire", args, OFFICER)
    assert held.get("zone", PRESS.id).retired_at == NOON
    undo(held, "floors.retire", args)
    assert held.get("floor", GROUND.id) == GROUND
    assert held.get("zone", PRESS.id) == PRESS
    assert held.get("zone", OLD.id) == OLD
    undo(held, "floors.restore", args)
    assert held.get("floor", GROUND.id).retired_at is not None


def test_a_floor_with_open_hazards_stays(held):
    one = hazard(zone=PRESS.id)
    held.add(one)
    with pytest.raises(Refused) as caught:
        held.do("floors.retire", {"floor": GROUND.id}, OFFICER)
    assert caught.value.code == "floor_has_open_hazards"
    assert caught.value.facts == {"zones": PRESS.name, "count": 1}
    held.add(replace(one, state=State.REJECTED))
    held.do("floors.retire", {"floor": GROUND.id}, OFFICER)


def test_a_retired_floor_whose_name_was_given_away_does_not_come_back(held):
    held.do("floors.retire", {"floor": UPPER.id}, OFFICER)
    held.do("floors.rename", {"floor": GROUND.id, "name": "二层"}, OFFICER)
    with pytest.raises(Refused, match="name_taken"):
        held.do("floors.restore", {"floor": UPPER.id}, OFFICER)
