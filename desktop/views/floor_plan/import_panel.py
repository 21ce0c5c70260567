"""The panel beside a drawing that was read: how large it is, what to check, which layers, which floor it becomes."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from desktop.views.floor_plan.import_parts import Pages, ScaleByPoints
from desktop.widgets.parts import box, button, column, label, literal, row
from desktop.widgets.side_panel import SidePanel
from desktop.words import say
from services.plans.drawing import Drawing, Warning

UNITS = ("mm", "cm", "m", "inch", "ft")
MOST_LAYERS = 200
Thumbnails = tuple[tuple[bytes, ...], int]


class ImportPanel(SidePanel):
    """`used` when the drawing is to become a floor; `unit_wanted` and `page_wanted` when it is to be read in
    another unit or another page; `points_wanted` and `scale_told` set its scale by two points."""

    used = Signal()
    given_up = Signal()
    unit_wanted = Signal(str)
    page_wanted = Signal(int)
    points_wanted = Signal()
    scale_told = Signal(float, float)
    layers_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__("importPanel")
        self.closed.connect(self.given_up)
        self._layers: list[QCheckBox] = []
        self.floor, self.building, self.level = QLineEdit(), QLineEdit(), QLineEdit()

    def show_drawing(self, drawing: Drawing, name: str | None, pages: Thumbnails = ((), 0), units: bool = True) -> None:
        """What was read. `name` is that of the file; None when the same file was read in another unit, and what
        was typed stays. `pages` are pictures of a file's pages and the number of this one; `units` says that the
        file has a unit to choose."""
        floor, building, level = self.floor.text(), self.building.text(), self.level.text()
        self.start(self.tr("Use this drawing?"))
        self._page(*pages)
        self._size(drawing, units)
        self._warnings(drawing.warnings)
        self._floor(floor if name is None else name[:40], "" if name else building, "1" if name else level)
        self._layer_switches(drawing)
        self._use = button(self.tr("Use as floor"), "useAsFloor", self.used.emit, "primary")
        self.foot.addWidget(self._use, 1)
        self.foot.addWidget(button(self.tr("Cancel"), "cancelUse", self.given_up.emit))
        self.end()

    def set_busy(self, busy: bool) -> None:
        """While the drawing is being kept."""
        self._use.setEnabled(not busy)

    def values(self) -> dict[str, Any]:
        """The floor's name, building and level."""
        name = self.floor.text().strip() or self.tr("Floor 1")
        return {
            "name": name,
            "building": self.building.text().strip(),
            "level": int(self.level.text()) if self.level.hasAcceptableInput() else 1,
        }

    def hidden_layers(self) -> frozenset[str]:
        """Names of the layers that are switched off."""
        return frozenset(str(one.property("layer")) for one in self._layers if not one.isChecked())

    def _page(self, pictures: tuple[bytes, ...], page: int) -> None:
        if len(pictures) > 1:
            chooser = Pages(pictures, page)
            chooser.chosen.connect(self.page_wanted)
            self.body.addWidget(label(self.tr("Page"), "head"))
            self.body.addWidget(chooser)

    def _size(self, drawing: Drawing, units: bool) -> None:
        said = self.tr("{width} × {height} m").format(
            width=f"{drawing.width_m:,.2f}", height=f"{drawing.height_m:,.2f}"
        )
        size = label(said, "section", "planSize")
        unit = QComboBox()
        unit.setObjectName("unitChooser")
        unit.setAccessibleName(self.tr("Unit of the drawing"))
        unit.addItems([*UNITS, *([] if drawing.unit in UNITS else [drawing.unit])])
        unit.setCurrentText(drawing.unit)
        unit.activated.connect(self._on_unit)
        self._unit = unit
        source = self.tr("as the file says") if drawing.unit_known else self.tr("guessed: please check")
        self.body.addWidget(label(self.tr("Size"), "head"))
        self.body.addWidget(size)
        if units:
            self.body.addLayout(row(label(self.tr("Unit"), "muted"), unit, label(source, "caption"), None))
        self.scale = ScaleByPoints()
        self.scale.wanted.connect(self.points_wanted)
        self.scale.told.connect(self.scale_told)
        self.body.addWidget(self.scale)
        counts = self.tr("{lines} lines and {texts} texts").format(lines=len(drawing.paths), texts=len(drawing.texts))
        if drawing.paths or drawing.texts:
            self.body.addWidget(label(counts, "caption"))

    def _warnings(self, warnings: tuple[Warning, ...]) -> None:
        for warning in warnings:
            said = label(say(f"plan.warning.{warning.code}", **warning.facts), "", "planWarning", wrap=True)
            self.body.addWidget(box(column(said, margins=(12, 8, 12, 8)), "card-yellow"))

    def _floor(self, name: str, building: str, level: str) -> None:
        self.floor, self.building, self.level = QLineEdit(name), QLineEdit(building), QLineEdit(level)
        self.floor.setObjectName("floorName")
        self.floor.setMaxLength(40)
        self.building.setObjectName("floorBuilding")
        self.building.setMaxLength(40)
        self.building.setPlaceholderText(self.tr("optional"))
        self.level.setObjectName("floorLevel")
        self.level.setValidator(QIntValidator(-10, 200, self.level))
        self.body.addSpacing(8)
        self.body.addWidget(label(self.tr("Floor"), "head"))
        fields = ((self.tr("Name"), self.floor), (self.tr("Building"), self.building), (self.tr("Level"), self.level))
        for said, field in fields:
            field.setAccessibleName(said)
            caption = label(said, "muted")
            caption.setFixedWidth(72)
            self.body.addLayout(row(caption, field))

    def _layer_switches(self, drawing: Drawing) -> None:
        self._layers = []
        if not drawing.layers:
            return
        self.body.addSpacing(8)
        self.body.addWidget(label(self.tr("Layers shown on the map"), "head"))
        for layer in drawing.layers[:MOST_LAYERS]:
            switch = QCheckBox(literal(layer.name))
            switch.setProperty("layer", layer.name)
            switch.setChecked(layer.visible)
            switch.toggled.connect(self._on_layer)
            self._layers.append(switch)
            self.body.addWidget(switch)

    def _on_layer(self) -> None:
        self.layers_changed.emit(self.hidden_layers())

    def _on_unit(self) -> None:
        self.unit_wanted.emit(self._unit.currentText())
