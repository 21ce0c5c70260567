"""Courses and people with posts as the palette finds them."""

from collections.abc import Iterator

from desktop import words
from desktop.views.palette.finder import Finder
from desktop.views.palette.matching import Thing
from services.store.records import Records


def courses(look: Records) -> Iterator[Thing]:
    """The courses in use, with what they are."""
    for one in look.find("course"):
        if one.retired_at is None:
            yield Thing("course", one.id, one.name, words.say(f"value.stage.{one.stage}"), weight=4)


COURSES = Finder(kind="course", page="training", picture="training", kinds=frozenset({"course"}), things=courses)


def emergency_plans(look: Records) -> Iterator[Thing]:
    """The emergency plans in use, with what they are for."""
    for one in look.find("emergency_plan"):
        if one.retired_at is None:
            yield Thing("emergency_plan", one.id, one.name, words.say(f"value.scenario.{one.scenario}"), weight=6)


EMERGENCY_PLANS = Finder(
    kind="emergency_plan",
    page="training",
    picture="training",
    kinds=frozenset({"emergency_plan"}),
    things=emergency_plans,
)
