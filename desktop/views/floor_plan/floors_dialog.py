"""The floors of the plant: what they are called, where they are, which are in use, and where they lie on the earth."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QWidget

from desktop.views.floor_plan.wording import floor_words
from desktop.widgets.figures import Whole
from desktop.widgets.parts import box, button, column, label, row
from desktop.words import refusal
from desktop.workbench import Workbench
from services.core.refused import Refused
from services.core.zones import Floor


class FloorsDialog(QDialog):
    """`position_wanted` carries the floor whose position is to be set. Each button is one operation, so that each can
    be undone. Open it with `open()`; it ends itself."""

    position_wanted = Signal(object)

    def __init__(self, workbench: Workbench, floor: str, above: QWidget) -> None:
        super().__init__(above)
        self.setObjectName("floorsDialog")
        self.setWindowTitle(self.tr("Floors"))
        self.resize(720, 440)
        self._workbench, self._floors = workbench, dict[str, Floor]()
        self.list = QListWidget()
        self.list.setObjectName("floorList")
        self.list.setAccessibleName(self.tr("Floors"))
        self.list.currentItemChanged.connect(self._on_chosen)
        self.name, self.site, self.building = QLineEdit(), QLineEdit(), QLineEdit()
        self.level = Whole("editFloorLevel", self.tr("Level"), -10, 200)
        self._build()
        workbench.refused.connect(self._on_refused)
        workbench.changed.connect(self._on_changed)
        self.finished.connect(self.deleteLater)
        self._show(floor)

    def _build(self) -> None:
        named = (
            (self.tr("Name"), self.name, "editFloorName"),
            (self.tr("Site"), self.site, "editFloorSite"),
            (self.tr("Building"), self.building, "editFloorBuilding"),
            (self.tr("Level"), self.level, "editFloorLevel"),
        )
        form = column(gap=8)
        for said, field, name in named:
            field.setObjectName(name)
            field.setAccessibleName(said)
            caption = label(said, "muted")
            caption.setFixedWidth(72)
            form.addLayout(row(caption, field))
        for field in (self.name, self.site, self.building):
            field.setMaxLength(40)
        self.extent = label("", "caption", "floorSize")
        self.why = label("", "error", "floorRefused", wrap=True)
        self.save = button(self.tr("Save"), "saveFloor", self._on_save, "primary")
        self.position = button(self.tr("Position on the earth…"), "floorPosition", self._on_position)
        self.retire = button(self.tr("Retire floor and zones"), "retireFloor", self._on_retire)
        self.restore = button(self.tr("Restore floor"), "restoreFloor", self._on_restore)
        form.addWidget(self.extent)
        form.addLayout(row(self.position, None))
        form.addLayout(row(self.retire, self.restore, None))
        form.addWidget(self.why)
        form.addStretch(1)
        form.addLayout(row(None, button(self.tr("Close"), "floorsClose", self.accept), self.save))
        self.form = box(form)
        for each in self.form.findChildren(QPushButton):
            each.setAutoDefault(each is self.save)  # Enter in a field saves
        self.save.setDefault(True)
        self.setLayout(row(self.list, self.form, gap=16, margins=(20, 20, 20, 20)))

    def _show(self, chosen: str) -> None:
        found = self._workbench.ask(lambda look: look.find("floor"))
        self._floors = {one.id: one for one in sorted(found, key=_order)}
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._floors.values():
            said = floor_words(one.name, one.building)
            said = f"{one.site} · {said}" if one.site else said
            if one.retired_at is not None:
                said = self.tr("{floor} (out of use)").format(floor=said)
            item = QListWidgetItem(said)
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            self.list.addItem(item)
            if one.id == chosen or self.list.currentItem() is None:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._on_chosen()

    def _floor(self) -> Floor | None:
        item = self.list.currentItem()
        return self._floors.get(item.data(Qt.ItemDataRole.UserRole)) if item else None

    def _on_chosen(self) -> None:
        floor = self._floor()
        self.form.setEnabled(floor is not None)
        if floor is None:
            return
        self.name.setText(floor.name)
        self.site.setText(floor.site)
        self.building.setText(floor.building)
        self.level.setValue(floor.level)
        size = self.tr("{width} × {height} m").format(width=f"{floor.width_m:,.2f}", height=f"{floor.height_m:,.2f}")
        placed = self.tr("{size} · position set") if floor.control_points else self.tr("{size} · no position yet")
        self.extent.setText(placed.format(size=size))
        living = floor.retired_at is None
        for field in (self.name, self.site, self.building, self.level, self.save, self.position):
            field.setEnabled(living)
        self.retire.setVisible(living)
        self.restore.setVisible(not living)
        self.why.setText("")

    def _on_save(self) -> None:
        floor = self._floor()
        if floor is None:
            return
        said = {
            "name": self.name.text().strip(),
            "site": self.site.text().strip(),
            "building": self.building.text().strip(),
            "level": self.level.value(),
        }
        changed = {field: value for field, value in said.items() if value != getattr(floor, field)}
        if changed:
            self._workbench.run("floors.describe", floor=floor.id, **changed)

    def _on_position(self) -> None:
        if (floor := self._floor()) is not None:
            self.accept()
            self.position_wanted.emit(floor)

    def _on_retire(self) -> None:
        if (floor := self._floor()) is not None:
            self._workbench.run("floors.retire", floor=floor.id)

    def _on_restore(self) -> None:
        if (floor := self._floor()) is not None:
            self._workbench.run("floors.restore", floor=floor.id)

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if "floor" in kinds and (floor := self._floor()) is not None:
            self._show(floor.id)

    def _on_refused(self, refused: Refused) -> None:
        self.why.setText(refusal(refused))


def _order(floor: Floor) -> tuple[bool, str, str, int, str]:
    return (floor.retired_at is not None, floor.site, floor.building, floor.level, floor.name)
