"""The card with the small map: the colours of now, how many zones have each, and the way to the map."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from desktop.style.signs import sign_pixmap
from desktop.style.theme import theme
from desktop.views.floor_plan.shapes import STATUSES, UNKNOWN, MapZone
from desktop.views.floor_plan.wording import floor_words, stale_words, status_word
from desktop.views.today.facts import Facts
from desktop.views.today.small_map import SmallMap
from desktop.widgets.parts import button, column, label, row
from services.store.queries.status import ZoneStatus

WIDTH, HEAD, SIGN = 374, 44, 12


class PlantCard(QFrame):
    """`picked` carries a zone; `map_wanted` when the map as a whole is."""

    picked = Signal(str)
    map_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plantCard")
        self.setProperty("look", "card")
        self.setMinimumWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.map = SmallMap()
        self.map.setAccessibleName(self.tr("The plant now"))
        self.map.picked.connect(self.picked)
        to_map = button(self.tr("Open the map"), "openMap", self.map_wanted.emit, "link")
        head = QWidget()
        head.setFixedHeight(HEAD)
        head.setLayout(row(label(self.tr("The plant now"), "section"), None, to_map))
        self._counts = {status: label("", "caption", f"zones-{status}") for status in STATUSES}
        self._signs = {status: QLabel() for status in STATUSES}
        told = [row(self._signs[status], self._counts[status], gap=6) for status in STATUSES]
        self._old = label("", "caption", "zonesOld", wrap=True)
        legend = row(*told, None, gap=12)
        self.setLayout(column(head, self.map, legend, self._old, gap=8, margins=(16, 0, 16, 12)))
        theme.changed.connect(self._sign)
        self._sign()

    def show_facts(self, facts: Facts) -> None:
        """What is so now; colours that nobody can vouch for are unknown."""
        by_floor: dict[str, list[MapZone]] = {}
        for one in facts.zones:
            by_floor.setdefault(one.zone.floor, []).append(_shown(one, facts))
        floors = [(floor_words(one.name, one.building), tuple(by_floor.get(one.id, ()))) for one in facts.floors]
        self.map.show_floors(tuple(floors))
        shown = [zone.status for zones in by_floor.values() for zone in zones]
        for status, count in self._counts.items():
            count.setText(f"{status_word(status)} {shown.count(status)}")
        self._old.setText(self.tr("The hub is out of reach: colours may be old."))
        self._old.setVisible(facts.seen_at is not None)

    def _sign(self) -> None:
        for status, sign in self._signs.items():
            sign.setPixmap(sign_pixmap(status, SIGN, self.devicePixelRatioF()))


def _shown(found: ZoneStatus, facts: Facts) -> MapZone:
    zone, status = found.zone, UNKNOWN if facts.seen_at else found.status.value
    word = status_word(status)
    words = stale_words(found.status, facts.seen_at) if facts.seen_at else word
    return MapZone(zone.id, zone.name, zone.zone_class, zone.polygon, status, words, word, zone.id in facts.unconfirmed)
