"""Inspection plans as the palette finds them."""

from collections.abc import Iterator

from desktop import words
from desktop.views.palette.finder import Finder
from desktop.views.palette.matching import Thing
from services.store.records import Records


def plans(look: Records) -> Iterator[Thing]:
    """The plans in use."""
    for one in look.find("inspection_plan"):
        if one.retired_at is None:
            yield Thing("inspection_plan", one.id, one.name, words.say("record.inspection_plan"))


PLANS = Finder(
    kind="inspection_plan",
    page="inspections",
    picture="inspections",
    kinds=frozenset({"inspection_plan"}),
    things=plans,
)
