"""What can be put on the plan: kinds with their signs, and the things that are there and have no place yet. Each is
clicked, then the plan; or dragged onto it."""

from collections.abc import Iterable
from typing import get_args

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from desktop.style.icons import icon, pixmap
from desktop.style.theme import theme
from desktop.views.floor_plan.hand import Placing
from desktop.views.floor_plan.shapes import DOOR, EQUIPMENT, SENSOR
from desktop.views.floor_plan.things import glyph_of
from desktop.views.floor_plan.things_view import MIME
from desktop.widgets.parts import box, column, label
from desktop.words import say
from services.core.equipment import EquipmentType
from services.core.sensors import Quantity

RESCUE = ("extinguisher", "hydrant", "eyewash", "first_aid", "chemical_cabinet")
COLUMNS, ICON_PX, MOST_WAITING = 2, 20, 40


def kinds() -> list[Placing]:
    """Everything new that can be put on the plan, what protects people first."""
    machines = [sort for sort in get_args(EquipmentType) if sort not in RESCUE]
    return [
        *(kind_of(EQUIPMENT, sort) for sort in RESCUE),
        kind_of(DOOR, ""),
        *(kind_of(SENSOR, sort) for sort in get_args(Quantity)),
        *(kind_of(EQUIPMENT, sort) for sort in machines),
    ]


def kind_of(kind: str, sort: str) -> Placing:
    """A new thing of this kind and sort, called by the word for it."""
    said = say("record.door") if kind == DOOR else say(f"value.{'quantity' if kind == SENSOR else 'type'}.{sort}")
    return Placing(kind, sort, glyph_of(kind, sort), said)


class PaletteButton(QToolButton):
    """One thing to choose or to drag away. `dragged` when the mouse has gone off with it."""

    def __init__(self, what: Placing) -> None:
        super().__init__()
        self.what = what
        self._pressed: QPoint | None = None
        self.setObjectName(f"place-{what.id or what.sort or what.kind}")
        self.setText(what.name)
        self.setToolTip(what.name)
        self.setAccessibleName(what.name)
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(32)
        self.setProperty("look", "pick")
        self.tint()
        theme.changed.connect(self.tint)

    def tint(self) -> None:
        """The sign in the theme's colour."""
        self.setIcon(icon(self.what.glyph))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        start = self._pressed
        if start is not None and (event.position().toPoint() - start).manhattanLength() > 8:
            self._pressed = None
            self.setDown(False)
            self._drag()
        else:
            super().mouseMoveEvent(event)

    def _drag(self) -> None:
        drag, carried = QDrag(self), QMimeData()
        carried.setData(MIME, self.what.text.encode())
        drag.setMimeData(carried)
        drag.setPixmap(pixmap(self.what.glyph, 28, "accent"))
        drag.setHotSpot(QPoint(14, 14))
        drag.exec(Qt.DropAction.CopyAction)


class ThingPalette(QWidget):
    """`wanted` carries the Placing that is to be put on the plan, or None when it is given back."""

    wanted = Signal(object)

    def __init__(self, waiting: Iterable[Placing], in_hand: Placing | None) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._waiting = tuple(waiting)
        self._parts: list[tuple[QWidget, list[PaletteButton]]] = []
        self.search = QLineEdit()
        self.search.setObjectName("thingSearch")
        self.search.setPlaceholderText(self.tr("Search, e.g. extinguisher"))
        self.search.setAccessibleName(self.tr("Search for a thing"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search)
        self._whole = column(self.search, gap=4)
        self._fill()
        self.setLayout(self._whole)
        self.mark(in_hand)

    def _fill(self) -> None:
        new, waiting = kinds(), self._waiting
        rescue = [one for one in new if one.sort in RESCUE]
        ways = [one for one in new if one.kind == DOOR]
        sensors = [one for one in new if one.kind == SENSOR]
        machines = [one for one in new if one not in (*rescue, *ways, *sensors)]
        if waiting:
            self._part("thingsWaiting", self.tr("There, but without a place"), waiting, 1)
        self._part("placeRescue", self.tr("Safety equipment and doors"), [*rescue, *ways], COLUMNS)
        self._part("placeSensors", self.tr("Sensors"), sensors, COLUMNS)
        self._part("placeMachines", self.tr("Machines and stores"), machines, COLUMNS)

    def _part(self, name: str, head: str, offered: Iterable[Placing], columns: int) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setSpacing(2)
        made = [PaletteButton(one) for one in offered]
        for place, one in enumerate(made):
            self._group.addButton(one)
            one.clicked.connect(self._on_clicked)
            grid.addWidget(one, place // columns, place % columns)
        for number in range(columns):
            grid.setColumnStretch(number, 1)
        part = box(column(label(head, "head"), box(grid), gap=2), "", name)
        self._parts.append((part, made))
        self._whole.addWidget(part)

    def mark(self, in_hand: Placing | None) -> None:
        """This is in hand."""
        for one in self._group.buttons():
            if isinstance(one, PaletteButton):
                one.setChecked(one.what == in_hand)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, PaletteButton):
            what = sender.what if sender.isChecked() else None
            self.mark(what)
            self.wanted.emit(what)

    def _on_search(self, text: str) -> None:
        wanted = text.strip().casefold()
        for part, made in self._parts:
            fits = [one for one in made if wanted in one.what.name.casefold()]
            for one in made:
                one.setVisible(one in fits)
            part.setVisible(bool(fits))
