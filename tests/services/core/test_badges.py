"""Badges: three steps each, by the plant's figures; none for an absence of injuries."""

from services.core.badges import BADGES, BadgeRules, held
from services.core.roles import Role
from tests.makers import Held, person, plant


def test_each_step_takes_more() -> None:
    rules = BadgeRules(finder=2)
    for count, step, wanted in (
        (0, 0, 2),
        (1, 0, 2),
        (2, 1, 10),
        (9, 1, 10),
        (10, 2, 40),
        (40, 3, None),
        (90, 3, None),
    ):
        [one] = [each for each in held({"finder": count}, rules) if each.badge == "finder"]
        assert (one.step, one.count, one.wanted) == (step, count, wanted)


def test_figures_are_the_plants_and_there_is_none_for_no_injuries() -> None:
    boss = person(Role.EHS_MANAGER)
    made = Held(plant(), boss)
    rules = made.do("badge_rules.set", {"drilled": 4}, boss)
    assert (rules.drilled, rules.finder) == (4, 5)
    assert not [badge for badge in BADGES if "injur" in badge or "free" in badge]
