"""Hazards as the palette finds them: by what was seen, by number, by zone."""

from collections.abc import Iterator

from desktop import words
from desktop.views.palette.finder import Finder
from desktop.views.palette.matching import Thing
from services.core.hazards import State
from services.store.queries.finding import hazard_names
from services.store.records import Records

SETTLED = (State.CLOSED, State.REJECTED)


def hazards(look: Records) -> Iterator[Thing]:
    """All of them; those in progress come before those that are settled."""
    for one in hazard_names(look):
        title = one.description or words.say(f"category.{one.category}")
        note = " · ".join(part for part in (one.number, one.zone, words.say(f"state.{one.state}")) if part)
        yield Thing("hazard", one.id, title, note, weight=0 if one.state in SETTLED else 3)


HAZARDS = Finder(kind="hazard", page="hazards", picture="hazards", kinds=frozenset({"hazard", "zone"}), things=hazards)
