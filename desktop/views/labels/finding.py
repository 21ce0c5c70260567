"""Labels as the palette finds them: by the code that is printed on them, and by zone."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.views.labels.zone_list import BUILDING
from desktop.views.palette.finder import Finder
from desktop.views.palette.matching import Thing
from services.store.records import Records

translate = QCoreApplication.translate


def labels(look: Records) -> Iterator[Thing]:
    """The labels that are good, each with its zone; and all labels of a building, to be printed."""
    zones = {one.id: one for one in look.find("zone") if one.retired_at is None}
    for one in look.find("label"):
        if one.revoked_at is None and one.zone in zones:
            note = f"{zones[one.zone].name} · {words.say('record.label')}"
            yield Thing("label", zones[one.zone].code, f"{one.code}.{one.version}", note)
    for building in sorted({one.building for one in look.find("floor") if one.building}):
        title = translate("LabelsPage", "Print the labels of {building}").format(building=building)
        yield Thing("label", BUILDING + building, title)


LABELS = Finder(
    kind="label", page="labels", picture="labels", kinds=frozenset({"label", "zone", "floor"}), things=labels
)
