"""What a right click on a zone offers while zones are edited: retire, split, corners as numbers, merge, copy."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.views.floor_plan.facts import MapFacts
from desktop.views.floor_plan.wording import floor_words
from services.core.cutting import joined
from services.core.overlapping import boxes_touch
from services.core.zones import Zone


class ZoneMenu(QMenu):
    """`merge_wanted` carries the neighbour's id, `copy_wanted` the floor's."""

    retire_wanted = Signal()
    split_wanted = Signal()
    corners_wanted = Signal()
    merge_wanted = Signal(str)
    copy_wanted = Signal(str)

    def __init__(self, facts: MapFacts, zone: Zone, over: QWidget) -> None:
        super().__init__(over)
        self.addAction(self.tr("Split by a line")).triggered.connect(self.split_wanted)
        self.addAction(self.tr("Corners as numbers…")).triggered.connect(self.corners_wanted)
        beside = [(one.name, one.id) for one in neighbours(facts, zone)]
        elsewhere = [(floor_words(one.name, one.building), one.id) for one in facts.floors if one.id != zone.floor]
        self._offer("mergeWith", self.tr("Merge with"), beside, self.merge_wanted.emit)
        self._offer("copyTo", self.tr("Copy to floor"), elsewhere, self.copy_wanted.emit)
        self.addSeparator()
        self.addAction(self.tr("Retire zone…")).triggered.connect(self.retire_wanted)

    def _offer(self, name: str, title: str, choices: list[tuple[str, str]], chosen: Callable[[str], object]) -> None:
        menu = self.addMenu(title)
        menu.setObjectName(name)
        menu.setEnabled(bool(choices))
        for text, id_ in choices:
            menu.addAction(text.replace("&", "&&")).setData(id_)
        menu.triggered.connect(lambda action: chosen(str(action.data())))


def neighbours(facts: MapFacts, zone: Zone) -> list[Zone]:
    """The zones that share an edge with this one, by name."""
    others = (one.zone for one in facts.zones.values() if one.zone.id != zone.id)
    near = (one for one in others if boxes_touch(zone.polygon, one.polygon))
    return sorted((one for one in near if joined(zone.polygon, one.polygon)), key=lambda one: one.name)


def name_beside(facts: MapFacts, name: str) -> str:
    """A free name for a part cut off a zone: "Store 2", "Store 3"; a person changes it in the panel."""
    taken = {one.zone.name for one in facts.zones.values()}
    return next(given for n in range(2, len(taken) + 3) if (given := f"{name[:55]} {n}") not in taken)
