"""Zones as the palette finds them."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from desktop.views.floor_plan.wording import floor_words
from desktop.views.palette.finder import Finder
from desktop.views.palette.matching import Thing
from services.store.records import Records


def zones(look: Records) -> Iterator[Thing]:
    """The zones in use, by name and code, with class and floor."""
    class_ = QCoreApplication.translate("Palette", "class {zone_class}")
    floors = {one.id: floor_words(one.name, one.building) for one in look.find("floor")}
    for one in look.find("zone"):
        if one.retired_at is None:
            note = " · ".join((one.code, class_.format(zone_class=one.zone_class), floors.get(one.floor, "")))
            yield Thing("zone", one.id, one.name, note, weight=7)


ZONES = Finder(kind="zone", page="map", picture="map", kinds=frozenset({"zone", "floor"}), things=zones)
