"""Work permits and contractors as the palette finds them."""

from collections.abc import Iterator

from desktop import words
from desktop.views.palette.finder import Finder
from desktop.views.palette.matching import Thing
from services.core.permits import LIVING
from services.store.records import Records


def permits(look: Records) -> Iterator[Thing]:
    """The permits that are alive, by number, with what is done where."""
    zones = {one.id: one.name for one in look.find("zone")}
    for stage in LIVING:
        for one in look.find("permit", stage=stage):
            told = f"{zones.get(one.zone, '')} · {words.say(f'value.stage.{one.stage}')}"
            title = f"{words.say(f'value.work.{one.work}')} {one.number or ''}"
            yield Thing("permit", one.id, title, told, one.task)


PERMITS = Finder(
    kind="permit", page="contractors", picture="contractors", kinds=frozenset({"permit", "zone"}), things=permits
)


def companies(look: Records) -> Iterator[Thing]:
    """The contractors in use, with what they do."""
    for one in look.find("contractor"):
        if one.retired_at is None:
            yield Thing("contractor", one.id, one.name, f"{words.say('record.contractor')} · {one.trade}".strip(" ·"))


COMPANIES = Finder(
    kind="contractor", page="contractors", picture="contractors", kinds=frozenset({"contractor"}), things=companies
)
