"""Hazards as the palette finds them: by what was seen, by number, by zone."""

from collections.abc import Iterator

from desktop import words
from desktop.views.hazards.shown import called
from desktop.views.palette.finder import Finder
from desktop.views.palette.matching import Thing
from services.store.queries.finding import hazard_names
from services.store.queries.hazards import SETTLED
from services.store.records import Records


def hazards(look: Records) -> Iterator[Thing]:
    """All of them; those in progress come before those that are settled."""
    for one in hazard_names(look):
        note = " · ".join(part for part in (one.number, one.zone, words.say(f"state.{one.state}")) if part)
        yield Thing("hazard", one.id, called(one), note, weight=0 if one.state in SETTLED else 3)


HAZARDS = Finder(kind="hazard", page="hazards", picture="hazards", kinds=frozenset({"hazard", "zone"}), things=hazards)
