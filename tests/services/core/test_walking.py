"""Rounds on the plan: how long they are, in which order they are walked soonest, and who cannot have walked them."""

import random
from itertools import pairwise, permutations

import pytest

from services.core.walking import Spot, between, length_of, minutes_of, shortest, spot_of
from tests.makers import Held, equipment, zone

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))


def spots(*places, floor_="1"):
    return [Spot(f"{floor_}-{number}", floor_, place) for number, place in enumerate(places)]


def scattered(count, seed=3, floor_="1"):
    chance = random.Random(seed)
    return spots(*((chance.uniform(0, 100), chance.uniform(0, 60)) for _ in range(count)), floor_=floor_)


def test_a_zone_lies_at_its_centre_and_a_machine_where_it_stands():
    place = zone(polygon=SQUARE, floor="1")
    placed, unplaced = equipment(zone=place.id, x=2.0, y=3.0), equipment(zone=place.id)
    held = Held(place, placed, unplaced)
    assert spot_of(held, place.id, None) == Spot(place.id, "1", (5.0, 5.0))
    assert spot_of(held, place.id, placed.id) == Spot(placed.id, "1", (2.0, 3.0))
    assert spot_of(held, place.id, unplaced.id) == Spot(unplaced.id, "1", (5.0, 5.0))
    assert spot_of(held, "nowhere", None) is None


def test_between_floors_nobody_knows_how_far_it_is():
    here, there = Spot("a", "1", (0.0, 0.0)), Spot("b", "2", (3.0, 4.0))
    assert between(here, there) is None
    assert between(here, Spot("c", "1", (3.0, 4.0))) == 5.0
    assert length_of([here, Spot("c", "1", (3.0, 4.0)), there]) == 5.0


def test_minutes_are_the_way_and_the_stops():
    assert minutes_of(140.0, 4, pace_m_min=70.0, stop_min=2.0) == 10.0


@pytest.mark.parametrize("seed", range(4))
def test_few_are_walked_in_the_shortest_order_of_all(seed):
    few = scattered(6, seed)
    found = shortest(few)
    assert sorted(one.id for one in found) == sorted(one.id for one in few)
    assert length_of(found) == pytest.approx(min(length_of(order) for order in permutations(few)))


def test_many_are_walked_without_crossing_back():
    many = scattered(40)
    found = shortest(many)
    assert sorted(one.id for one in found) == sorted(one.id for one in many)
    assert length_of(found) < 0.4 * length_of(many)
    length = length_of(found)
    for first in range(len(found)):
        for last in range(first + 1, len(found)):
            turned = (*found[:first], *reversed(found[first : last + 1]), *found[last + 1 :])
            assert length_of(turned) >= length - 1e-6
    assert shortest(many) == found


def test_a_floor_is_finished_before_the_next():
    mixed = [one for pair in zip(scattered(7), scattered(7, 5, "2"), strict=True) for one in pair]
    found = shortest(mixed)
    assert sum(a.floor != b.floor for a, b in pairwise(found)) == 1


def test_none_and_two_stay_as_they_are():
    assert shortest([]) == ()
    two = spots((9.0, 9.0), (0.0, 0.0))
    assert shortest(two) == tuple(two)
