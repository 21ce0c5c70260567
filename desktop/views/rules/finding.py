"""Rules as the palette finds them."""

from collections.abc import Iterator

from desktop.views.palette.finder import Finder
from desktop.views.palette.matching import Thing
from services.store.records import Records


def rules(look: Records) -> Iterator[Thing]:
    """The rules in use, by name."""
    for one in look.find("rule"):
        if one.retired_at is None:
            yield Thing("rule", one.id, one.name, "", weight=5 * one.active)


RULES = Finder(kind="rule", page="rules", picture="rules", kinds=frozenset({"rule"}), things=rules)
