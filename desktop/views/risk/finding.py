"""Risk points as the palette finds them."""

from collections.abc import Iterator

from desktop import words
from desktop.views.palette.finder import Finder
from desktop.views.palette.matching import Thing
from services.store.records import Records


def risk_points(look: Records) -> Iterator[Thing]:
    """The risk points in use, with their zones."""
    zones = {one.id: one.name for one in look.find("zone") if one.retired_at is None}
    for one in look.find("risk_point"):
        if one.retired_at is None and one.zone in zones:
            yield Thing("risk_point", one.id, one.name, f"{zones[one.zone]} · {words.say('record.risk_point')}")


RISKS = Finder(
    kind="risk_point", page="risk", picture="risk", kinds=frozenset({"risk_point", "zone"}), things=risk_points
)
