"""No zone lies partly on another of its floor: drawn, reshaped, cut, joined, used again."""

import math
import random

import pytest
from shapely.geometry import Polygon

from services.core.ground import free_ground, under
from services.core.overlapping import Strips, overlaps
from services.core.refused import Refused
from services.core.roles import Role
from tests.makers import NOON, Held, floor, person, plant, refused, zone

OFFICER = person(Role.SAFETY_OFFICER)
GROUND, UPPER = floor(), floor(name="二层")


def box(left, low, right, high):
    return ((left, low), (right, low), (right, high), (left, high))


HALL = zone(floor=GROUND.id, name="车间", polygon=box(0.0, 0.0, 20.0, 10.0))
CAGE = zone(floor=GROUND.id, name="围栏", code="Z-2345", polygon=box(2.0, 2.0, 6.0, 6.0))
STORE = zone(floor=GROUND.id, name="仓库", code="Z-2346", polygon=box(20.0, 0.0, 30.0, 10.0))


@pytest.fixture
def held():
    return Held(plant(), OFFICER, GROUND, UPPER, HALL, CAGE, STORE)


def draw(outline, **given):
    args = {"floor": GROUND.id, "name": "新区", "zone_class": "C", "polygon": [list(one) for one in outline]}
    return "zones.draw", args | given


def reshape(one, outline):
    return "zones.reshape", {"zone": one.id, "polygon": [list(corner) for corner in outline]}


REFUSED = [
    (draw(box(25, 5, 35, 9)), STORE.name),
    (draw(box(15, 5, 25, 9)), STORE.name),  # of both it lies on, the first by name
    (draw(box(5, 3, 8, 5)), CAGE.name),
    (reshape(STORE, box(19.9, 0, 30, 10)), HALL.name),
    (reshape(HALL, box(0, 0, 4, 10)), CAGE.name),
    (reshape(CAGE, box(15, 2, 22, 6)), STORE.name),
    (("zones.split", {"zone": HALL.id, "name": "半", "start": [4, -1], "end": [4, 11]}), CAGE.name),
]
ACCEPTED = [
    draw(box(30, 0, 40, 10)),  # beside
    draw(box(30, 9.996, 40, 20)),
    draw(box(19.996, 10, 30.004, 20)),  # as far on its neighbours as files round
    draw(box(3, 3, 5, 5)),  # inside one that lies inside another
    draw(box(-1, -1, 50, 50)),  # round all of them
    draw(box(5, 3, 8, 5), floor=UPPER.id),
    reshape(CAGE, box(0, 0, 6, 6)),  # inside, along an edge
    reshape(HALL, box(0, 0, 20, 9)),
    ("zones.split", {"zone": HALL.id, "name": "半", "start": [10, -1], "end": [10, 11]}),
    ("zones.split", {"zone": HALL.id, "name": "半", "start": [6, -1], "end": [6, 11]}),
]


@pytest.mark.parametrize(("wanted", "whose"), REFUSED)
def test_an_overlap_is_refused_and_the_other_zone_named(held, wanted, whose):
    before = dict(held.rows)
    with pytest.raises(Refused) as caught:
        held.do(*wanted, OFFICER)
    assert caught.value.code == "zones_overlap"
    assert caught.value.facts["zone"] == whose
    assert held.rows == before


@pytest.mark.parametrize("wanted", ACCEPTED)
def test_beside_inside_around_and_elsewhere_are_accepted(held, wanted):
    held.do(*wanted, OFFICER)


def test_what_is_retired_takes_no_ground_and_comes_back_only_where_it_is_free(held):
    held.do("zones.retire", {"zone": STORE.id}, OFFICER)
    held.do(*draw(box(25, 5, 35, 9)), OFFICER)
    with pytest.raises(Refused) as caught:
        held.do("zones.restore", {"zone": STORE.id}, OFFICER)
    assert (caught.value.code, caught.value.facts["zone"]) == ("zones_overlap", "新区")
    held.do("zones.retire", {"zone": next(one.id for one in held.find("zone", name="新区"))}, OFFICER)
    held.do("zones.restore", {"zone": STORE.id}, OFFICER)
    assert held.get("zone", STORE.id) == STORE


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (zone(floor=GROUND.id, name="在用"), "zone_in_use"),
        (zone(floor=GROUND.id, name=HALL.name, polygon=box(60, 0, 70, 9), retired_at=NOON), "name_taken"),
        (zone(floor="gone", name="旧区", polygon=box(60, 0, 70, 9), retired_at=NOON), "floor_retired"),
    ],
)
def test_what_does_not_come_back(held, one, code):
    held.add(one, floor(id="gone", name="旧楼层", retired_at=NOON))
    assert refused(held.do, "zones.restore", {"zone": one.id}, OFFICER) == code


def test_old_overlaps_are_mended_in_steps(held):
    """Two that lay on each other before it was refused: each step may leave that as it is, and make no other."""
    old = zone(floor=GROUND.id, name="旧区", code="Z-2347", polygon=box(25.0, 5.0, 35.0, 9.0))
    held.add(old)
    held.do(*reshape(old, box(28, 5, 35, 9)), OFFICER)
    assert refused(held.do, *reshape(old, box(18, 5, 35, 9)), OFFICER) == "zones_overlap"
    held.do(*reshape(old, box(30, 5, 35, 9)), OFFICER)
    assert refused(held.do, *reshape(old, box(28, 5, 35, 9)), OFFICER) == "zones_overlap"


def test_a_neighbour_is_not_merged_across_a_zone_around_one_of_them(held):
    held.add(zone(floor=GROUND.id, name="罩", code="Z-2348", polygon=box(20.0, 0.0, 40.0, 10.0)))
    with pytest.raises(Refused) as caught:
        held.do("zones.merge", {"zone": HALL.id, "other": STORE.id}, OFFICER)
    assert caught.value.facts["zone"] == "罩"


def test_many_zones_at_random_against_an_independent_library():
    """Rectangles to the millimetre, neighbours of each other or not: no two that are accepted share ground unless one
    holds the other, and none is refused that does not."""
    dice = random.Random(5)
    held, taken = Held(plant(), OFFICER, GROUND), list[tuple[tuple[int, int], ...]]()
    for number in range(150):
        left, low = dice.randrange(60), dice.randrange(60)
        if taken and dice.random() < 0.5:
            left, low = taken[dice.randrange(len(taken))][dice.randrange(4)]
        outline = box(left, low, left + dice.randrange(1, 9), low + dice.randrange(1, 9))
        shape = Polygon(outline)
        shares = [shape.intersection(Polygon(other)).area for other in taken]
        partly = any(
            0 < share < min(shape.area, Polygon(other).area) - 1e-9 for share, other in zip(shares, taken, strict=True)
        )
        refusal = refused(held.do, *draw(outline, name=f"区{number}"), OFFICER)
        assert (refusal == "zones_overlap") is partly
        if refusal is None:
            taken.append(outline)
    assert len(taken) > 30


def test_strips_hold_what_the_library_holds():
    """A thousand points in a ragged outline of 2,000 corners."""
    dice = random.Random(7)
    radii = [dice.uniform(5, 9) for _ in range(2000)]
    turns = [math.tau * n / 2000 for n in range(2000)]
    outline = tuple((r * math.cos(turn), r * math.sin(turn)) for r, turn in zip(radii, turns, strict=True))
    strips, shape = Strips(outline), Polygon(outline)
    points = [(dice.uniform(-10, 10), dice.uniform(-10, 10)) for _ in range(1000)]
    assert [strips.hold(point) for point in points] == [bool(shape.contains_properly(_at(point))) for point in points]
    inner = tuple((0.5 * x, 0.5 * y) for x, y in outline)
    assert not overlaps(inner, outline)
    assert not overlaps(outline, inner)
    assert overlaps(tuple((x + 6, y) for x, y in inner), outline)


def _at(point):
    from shapely.geometry import Point

    return Point(point)


def test_only_zones_in_use_and_not_asked_for_are_named():
    gone = zone(floor=GROUND.id, polygon=CAGE.polygon, retired_at=NOON)
    across = box(5, 3, 8, 5)
    assert under([CAGE, gone, STORE], across) == [CAGE]
    assert under([CAGE], across, but=(CAGE.id,)) == []
    free_ground(Held(CAGE), GROUND.id, across, but=(CAGE.id,))
