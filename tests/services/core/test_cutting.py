"""Zones cut in two and joined again: no ground is won or lost."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon

from services.core.cutting import cut, joined
from services.core.geometry import area, contains
from services.core.operation import inverse
from services.core.record import as_json
from services.core.refused import Refused
from services.core.roles import Role
from tests.makers import (
    Held,
    door,
    equipment,
    floor,
    hazard,
    inspection_plan,
    person,
    plant,
    refused,
    risk_point,
    route,
    sensor,
    zone,
)

RADII = st.lists(st.floats(1, 9), min_size=3, max_size=9)
U_SHAPE = ((0.0, 0.0), (6.0, 0.0), (6.0, 6.0), (4.0, 6.0), (4.0, 2.0), (2.0, 2.0), (2.0, 6.0), (0.0, 6.0))
OFFICER = person(Role.SAFETY_OFFICER)
GROUND = floor()
HALL = zone(floor=GROUND.id, polygon=U_SHAPE, emergency="断电")
NEXT = zone(floor=GROUND.id, name="仓库", code="Z-2345", polygon=((6.0, 0.0), (9.0, 0.0), (9.0, 6.0), (6.0, 6.0)))
FAR = zone(floor=GROUND.id, name="远区", code="Z-2346", polygon=((50.0, 0.0), (59.0, 0.0), (59.0, 6.0)))

LATER = [[70.0, 0.0], [79.0, 0.0], [79.0, 6.0]]


@pytest.fixture
def held():
    return Held(plant(), OFFICER, GROUND, HALL, NEXT, FAR)


def split(**given):
    return {"zone": HALL.id, "name": "新区", "start": [-1.0, 1.0], "end": [7.0, 1.0]} | given


@given(RADII, st.floats(0, math.pi))
def test_the_areas_of_the_parts_add_up_and_joined_they_are_the_whole(radii, turned):
    """Stars around the origin, whatever their rays: a line through it goes in and out once."""
    corners = tuple(
        (radius * math.cos(math.tau * n / len(radii)), radius * math.sin(math.tau * n / len(radii)))
        for n, radius in enumerate(radii)
    )
    parts = cut(corners, (0.0, 0.0), (math.cos(turned), math.sin(turned)))
    assert parts is not None
    assert math.isclose(area(parts[0]) + area(parts[1]), area(corners), abs_tol=1e-6)
    assert all(Polygon(part).is_valid for part in parts)
    whole = joined(*parts)
    assert whole is not None
    assert Polygon(whole).symmetric_difference(Polygon(corners)).area < 0.05


@pytest.mark.parametrize(
    ("start", "end"),
    [((-1, 7), (7, 7)), ((-1, 0), (7, 0)), ((-1, 4), (7, 4)), ((1, 1), (1, 1))],
    ids=["beside it", "along an edge", "in and out twice", "no line"],
)
def test_a_line_that_does_not_cut_in_two(start, end):
    assert cut(U_SHAPE, start, end) is None


def test_neighbours_a_few_millimetres_apart_are_joined_and_others_are_not():
    shifted = tuple((x + 0.003, y) for x, y in NEXT.polygon)
    whole = joined(U_SHAPE, shifted)
    assert whole is not None
    assert area(whole) == pytest.approx(area(U_SHAPE) + area(NEXT.polygon), abs=0.1)
    assert joined(U_SHAPE, FAR.polygon) is None
    assert joined(U_SHAPE, ((4.0, 6.0), (2.0, 6.0), (2.0, 7.0), (4.0, 7.0))) is None


def test_a_zone_is_split_and_undone_by_merging(held):
    new = held.do("zones.split", split(), OFFICER)
    kept = held.get("zone", HALL.id)
    assert (new.name, new.emergency, new.zone_class) == ("新区", "断电", HALL.zone_class)
    assert new.code != kept.code
    assert area(kept.polygon) > area(new.polygon) == pytest.approx(6.0)
    held.do("zones.merge", {"zone": HALL.id, "other": new.id}, OFFICER)
    assert held.get("zone", new.id).retired_at is not None
    assert sorted(held.get("zone", HALL.id).polygon) == sorted(U_SHAPE)


@pytest.mark.parametrize(
    ("kind", "args", "code"),
    [
        ("zones.split", split(start=[-1.0, 4.0], end=[7.0, 4.0]), "zone_not_cut"),
        ("zones.split", split(name=NEXT.name), "name_taken"),
        ("zones.split", split(start=[-1.0, 0.01], end=[7.0, 0.01]), "outline_too_small"),
        ("zones.merge", {"zone": HALL.id, "other": FAR.id}, "zones_not_neighbours"),
        ("zones.merge", {"zone": HALL.id, "other": HALL.id}, "zones_not_neighbours"),
    ],
)
def test_refusals(held, kind, args, code):
    with pytest.raises(Refused) as caught:
        held.do(kind, args, OFFICER)
    assert caught.value.code == code
    assert held.get("zone", HALL.id) == HALL


def test_a_neighbour_with_open_hazards_is_not_merged_away(held):
    held.add(hazard(zone=NEXT.id))
    with pytest.raises(Refused, match="zone_has_open_hazards"):
        held.do("zones.merge", {"zone": HALL.id, "other": NEXT.id}, OFFICER)


def test_a_seam_with_a_corner_nearly_on_another_is_joined():
    one = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
    whole = joined(one, ((10.0, 0.0), (14.0, 0.0), (14.0, 8.0), (10.0, 8.0), (10.0, 0.004)))
    assert whole is not None
    assert area(whole) == pytest.approx(132.0, abs=0.05)


def test_the_same_ground_twice_is_no_neighbour():
    assert joined(U_SHAPE, U_SHAPE) is None


def test_what_stands_in_the_part_that_is_cut_off_goes_with_it_and_comes_back(held):
    inside = {"zone": HALL.id, "x": 1.0, "y": 0.5}
    there, here = equipment(**inside), equipment(zone=HALL.id, x=5.0, y=4.0)
    nowhere = equipment(zone=HALL.id)
    own, machines, other = sensor(**inside), sensor(zone=HALL.id, equipment=there.id), sensor(zone=HALL.id)
    for one in (there, here, nowhere, own, machines, other):
        held.add(one)
    held.do("zones.split", split(), OFFICER)
    (new,) = (one for one in held.find("zone") if one.name == "新区")
    assert contains(new.polygon, (1.0, 0.5))
    zones = [held.get("equipment", one.id).zone for one in (there, here, nowhere)]
    assert zones == [new.id, HALL.id, HALL.id]
    zones = [held.get("sensor", one.id).zone for one in (own, machines, other)]
    assert zones == [new.id, new.id, HALL.id]
    held.do("zones.merge", {"zone": HALL.id, "other": new.id}, OFFICER)
    assert [held.get("equipment", one.id) for one in (there, here, nowhere)] == [there, here, nowhere]
    assert [held.get("sensor", one.id) for one in (own, machines, other)] == [own, machines, other]


def test_what_stands_in_a_zone_that_is_merged_away_comes_along(held):
    press, between = equipment(zone=NEXT.id), door(zone=HALL.id, leads_to=NEXT.id)
    danger, plan = risk_point(zone=NEXT.id), inspection_plan(zones=(HALL.id, NEXT.id))
    for one in (press, between, danger, plan):
        held.add(one)
    held.do("zones.merge", {"zone": HALL.id, "other": NEXT.id}, OFFICER)
    assert held.get("equipment", press.id).zone == held.get("risk_point", danger.id).zone == HALL.id
    assert (held.get("door", between.id).zone, held.get("door", between.id).leads_to) == (HALL.id, None)
    assert held.get("inspection_plan", plan.id).zones == (HALL.id,)


def merged(held):
    """What stands in both is merged, and the way back from it."""
    before = {id_: as_json(one) for id_, one in held.rows.items()}
    args = {"zone": HALL.id, "other": NEXT.id}
    held.do("zones.merge", args, OFFICER)
    changes = [
        {"kind": kind, "id": id_, "before": before[kind, id_], "after": as_json(one)}
        for (kind, id_), one in held.rows.items()
        if before[kind, id_] != as_json(one)
    ]
    way = inverse("zones.merge", args, "x", changes)
    assert way is not None
    return way


def furnished(held):
    things = (
        *(equipment(zone=HALL.id), equipment(zone=NEXT.id, x=7.0, y=1.0)),
        *(sensor(zone=HALL.id), sensor(zone=NEXT.id)),
        *(door(zone=HALL.id, leads_to=NEXT.id), door(zone=NEXT.id), door(zone=HALL.id, leads_to=FAR.id)),
        *(risk_point(zone=NEXT.id), risk_point(zone=HALL.id)),
        *(inspection_plan(zones=(NEXT.id, HALL.id)), inspection_plan(zones=(NEXT.id,))),
        *(route(zone=NEXT.id), route()),
    )
    held.add(*things)
    return things


def test_what_was_merged_is_parted_again_with_all_that_was_its_own(held):
    furnished(held)
    before = dict(held.rows)
    held.do(*merged(held), OFFICER)
    assert held.rows == before


def test_what_was_given_to_another_zone_since_stays_there(held):
    things = furnished(held)
    way = merged(held)
    held.do("equipment.move", {"equipment": things[1].id, "zone": FAR.id, "x": 51.0, "y": 1.0}, OFFICER)
    held.do(*way, OFFICER)
    assert held.get("equipment", things[1].id).zone == FAR.id
    assert held.get("sensor", things[3].id).zone == NEXT.id


def test_parting_is_undone_by_merging(held):
    furnished(held)
    kind, args = merged(held)
    whole = held.get("zone", HALL.id)
    held.do(kind, args, OFFICER)
    assert inverse(kind, args, "x", []) == ("zones.merge", {"zone": HALL.id, "other": NEXT.id})
    merged(held)
    assert held.get("zone", HALL.id) == whole


def test_parting_is_refused_where_the_ground_or_the_name_is_taken(held):
    kind, args = merged(held)
    assert refused(held.do, kind, args | {"polygon": [[5, 0], [7, 0], [7, 6], [5, 6]]}, OFFICER) == "zones_overlap"
    held.do("zones.draw", {"floor": GROUND.id, "name": NEXT.name, "zone_class": "A", "polygon": LATER}, OFFICER)
    assert refused(held.do, kind, args, OFFICER) == "name_taken"
    held.do(
        "zones.rename",
        {"zone": next(one.id for one in held.find("zone", name=NEXT.name) if not one.retired_at), "name": "别的"},
        OFFICER,
    )
    held.do(kind, args, OFFICER)
    assert refused(held.do, kind, args, OFFICER) == "zone_in_use"
