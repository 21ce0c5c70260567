"""Incidents as the palette finds them."""

from collections.abc import Iterator

from desktop import words
from desktop.views.palette.finder import Finder
from desktop.views.palette.matching import Thing
from services.store.records import Records


def incidents(look: Records) -> Iterator[Thing]:
    """What happened, by what was told of it."""
    zones = {one.id: one.name for one in look.find("zone")}
    for one in look.find("incident"):
        if one.withdrawn_at is None:
            told = " · ".join(filter(None, (words.day(one.at), zones.get(one.zone, ""), one.number or one.old_number)))
            yield Thing("incident", one.id, one.description, told, words.say(f"value.kind.{one.kind}"))


INCIDENTS = Finder(
    kind="incident", page="incidents", picture="incidents", kinds=frozenset({"incident", "zone"}), things=incidents
)
