"""Zones."""

import pytest

from services.core import zones
from services.core.refused import Refused
from services.core.roles import Role
from tests.makers import NOON, SQUARE, Held, floor, hazard, person, plant, team, zone

OFFICER = person(Role.SAFETY_OFFICER)
GONE = person(left_at=NOON)
CREW = team()
GROUND = floor()
SHUT = floor(name="旧楼层", retired_at=NOON)
PRESS = zone(floor=GROUND.id, supervisor=OFFICER.id)
STORE = zone(floor=GROUND.id, name="仓库", code="Z-2345")
OLD = zone(floor=GROUND.id, name="旧区", code="Z-9999", retired_at=NOON)
OUTLINE = [list(corner) for corner in SQUARE]


@pytest.fixture
def held():
    return Held(plant(), OFFICER, GONE, CREW, GROUND, SHUT, PRESS, STORE, OLD)


def draw(**given):
    return {"floor": GROUND.id, "name": "喷漆区", "zone_class": "A", "polygon": OUTLINE} | given


ACCEPTED = [
    ("zones.rename", {"zone": PRESS.id, "name": "新名"}, "name", "新名"),
    ("zones.rename", {"zone": PRESS.id, "name": PRESS.name}, "name", PRESS.name),
    ("zones.rename", {"zone": PRESS.id, "name": OLD.name}, "name", OLD.name),
    ("zones.reshape", {"zone": PRESS.id, "polygon": OUTLINE[:3]}, "polygon", SQUARE[:3]),
    ("zones.classify", {"zone": PRESS.id, "zone_class": "D"}, "zone_class", "D"),
    ("zones.set_supervisor", {"zone": PRESS.id}, "supervisor", None),
    ("zones.set_supervisor", {"zone": STORE.id, "supervisor": OFFICER.id}, "supervisor", OFFICER.id),
    ("zones.set_team", {"zone": PRESS.id, "team": CREW.id}, "team", CREW.id),
    ("zones.set_team", {"zone": PRESS.id}, "team", None),
    ("zones.set_emergency", {"zone": PRESS.id, "emergency": " 断电。\n"}, "emergency", "断电。"),
    ("zones.set_emergency", {"zone": PRESS.id, "phone": "8119"}, "phone", "8119"),
    ("zones.retire", {"zone": PRESS.id}, "retired_at", NOON),
    ("zones.draw", draw(), "zone_class", "A"),
]
REFUSALS = [
    ("zones.draw", draw(floor="none"), "no_such_record"),
    ("zones.draw", draw(name=PRESS.name), "name_taken"),
    ("zones.draw", draw(supervisor=GONE.id), "person_left"),
    ("zones.draw", draw(team="none"), "no_such_record"),
    ("zones.draw", draw(zone_class="E"), "args_wrong"),
    ("zones.draw", draw(polygon=[[0, 0], [1e9, 0], [0, 1]]), "args_wrong"),
    ("zones.draw", draw(polygon=[[0, 0], [4, 4], [4, 0], [0, 4]]), "outline_crosses"),
    ("zones.draw", draw(polygon=[[0, 0], [0.1, 0], [0, 0.1]]), "outline_too_small"),
    ("zones.draw", draw(polygon=[]), "outline_too_few"),
    ("zones.rename", {"zone": PRESS.id, "name": STORE.name}, "name_taken"),
    ("zones.reshape", {"zone": PRESS.id, "polygon": OUTLINE[:2]}, "outline_too_few"),
    ("zones.set_supervisor", {"zone": PRESS.id, "supervisor": GONE.id}, "person_left"),
    ("zones.set_team", {"zone": PRESS.id, "team": "none"}, "no_such_record"),
    ("zones.retire", {"zone": OLD.id}, "zone_retired"),
    ("zones.draw", draw(floor=SHUT.id), "floor_retired"),
]
OF_A_ZONE = (
    "zones.rename",
    "zones.reshape",
    "zones.classify",
    "zones.set_supervisor",
    "zones.set_team",
    "zones.set_emergency",
)
MORE: dict[str, dict[str, object]] = {
    "zones.rename": {"name": "x"},
    "zones.reshape": {"polygon": OUTLINE},
    "zones.classify": {"zone_class": "A"},
}


@pytest.mark.parametrize(("kind", "args", "field", "value"), ACCEPTED)
def test_accepted(held, kind, args, field, value):
    assert getattr(held.do(kind, args, OFFICER), field) == value


@pytest.mark.parametrize(("kind", "args", "code"), REFUSALS)
def test_refusals(held, kind, args, code):
    with pytest.raises(Refused) as caught:
        held.do(kind, args, OFFICER)
    assert caught.value.code == code


@pytest.mark.parametrize("kind", OF_A_ZONE)
@pytest.mark.parametrize(("id_", "code"), [(OLD.id, "zone_retired"), ("none", "no_such_record")])
def test_what_is_gone_is_not_changed(held, kind, id_, code):
    with pytest.raises(Refused) as caught:
        held.do(kind, {"zone": id_, **MORE.get(kind, {})}, OFFICER)
    assert caught.value.code == code


def test_a_zone_with_open_hazards_is_not_retired(held):
    one = hazard(zone=PRESS.id)
    held.add(one)
    with pytest.raises(Refused, match="zone_has_open_hazards"):
        held.do("zones.retire", {"zone": PRESS.id}, OFFICER)
    held.add(hazard(id=one.id, zone=PRESS.id, state="rejected"))
    held.do("zones.retire", {"zone": PRESS.id}, OFFICER)


def test_two_floors_may_have_zones_of_one_name(held):
    other = floor(name="二层")
    held.add(other)
    assert held.do("zones.draw", draw(floor=other.id, name=PRESS.name), OFFICER).name == PRESS.name


def test_codes_are_unique_and_of_letters_that_cannot_be_mistaken(held):
    codes = {held.do("zones.draw", draw(name=f"区{i}"), OFFICER).code for i in range(50)}
    assert len(codes) == 50
    assert all(letter in zones.CODE_LETTERS for code in codes for letter in code.removeprefix("Z-"))
    assert not set("01IO") & set(zones.CODE_LETTERS)


def test_a_code_that_is_taken_is_not_given_again():
    first = zones.zone_code(Held(), "an operation")
    again = zones.zone_code(Held(zone(code=first)), "an operation")
    assert again != first


def test_two_changes_of_different_things_both_hold(held):
    """Neither operation carries the whole zone, so neither puts the other's field back."""
    held.do("zones.rename", {"zone": PRESS.id, "name": "新名"}, OFFICER)
    held.do("zones.reshape", {"zone": PRESS.id, "polygon": OUTLINE[:3]}, OFFICER)
    changed = held.get("zone", PRESS.id)
    assert (changed.name, changed.polygon, changed.supervisor) == ("新名", SQUARE[:3], OFFICER.id)
