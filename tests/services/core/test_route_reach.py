"""Routes that no hazard can go along are found, and no other."""

import random

from services.core.route_reach import unreached
from services.core.routes import CONDITIONS, Case, steps
from tests.makers import Held, equipment, plant, route, shift, team, zone

CREW, DAY, NIGHT = team(), shift(starts="08:00", ends="20:00"), shift(starts="20:00", ends="08:00")
ZONES = (zone(zone_class="A", team=CREW.id), zone(zone_class="B"), zone(zone_class="B", team=CREW.id))


def held(*routes):
    return Held(plant(), CREW, DAY, NIGHT, *ZONES, equipment(zone=ZONES[0].id), *routes)


def to_crew(position, **given):
    return route(position=position, target_kind="team", target=CREW.id, **given)


def test_what_stands_behind_one_for_everything_is_never_reached():
    world = held(to_crew(1), to_crew(2, category="fire"))
    assert [one.before for one in unreached(world).values()] == [(1,)]


def test_two_shifts_together_leave_nothing_for_the_next():
    routes = to_crew(1, shift=DAY.id), to_crew(2, shift=NIGHT.id), to_crew(3)
    assert {id_: one.before for id_, one in unreached(held(*routes)).items()} == {routes[2].id: (1, 2)}


def test_what_leads_to_nobody_is_never_reached_and_nothing_is_before_it():
    gone = route(position=1, target_kind="person", target="nobody")
    no_such = route(position=2, zone_class="D")
    assert {one.before for one in unreached(held(gone, no_such)).values()} == {()}


def test_a_route_that_is_off_is_not_spoken_of():
    assert unreached(held(to_crew(1), to_crew(2, active=False))) == {}


def test_by_chance_it_is_as_trying_every_example_by_hand():
    """The cases that are tried are few; all there are give the same."""
    for seed in range(40):
        chance = random.Random(seed)
        offered = {
            "category": ("fire", "electrical", "other"),
            "zone_class": ("A", "B", "C"),
            "zone": tuple(one.id for one in ZONES),
            "type": ("press", "lathe"),
            "shift": (DAY.id, NIGHT.id),
        }
        routes = []
        for position in range(1, 6):
            given = {name: chance.choice(offered[name]) for name in CONDITIONS if chance.random() < 0.35}
            own = chance.random() < 0.4
            routes.append(
                route(position=position, target_kind="zone_team", **given) if own else to_crew(position, **given)
            )
        world = held(*routes)
        taken = {
            step.route.id
            for one in ZONES
            for category in ("fire", "electrical", "guarding", "other")
            for machine in (None, "press", "lathe", "crane")
            for clock in ("00:00", "07:59", "08:00", "12:00", "19:59", "20:00", "23:00")
            for step in steps(world, Case(one, category, machine, clock))
            if step.taken
        }
        assert set(unreached(world)) == {one.id for one in routes} - taken, seed
