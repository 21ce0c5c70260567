"""The head of the map page: where room is short, the floor keeps its name and the counts their signs and numbers."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from desktop.views.floor_plan.page import MapPage
from desktop.views.floor_plan.shapes import NORMAL, MapZone
from desktop.views.today.small_map import SmallMap
from tests.desktop.pages import part, shown
from tests.desktop.plants import TestPlant

OUTLINE = [[0, 0], [20, 0], [20, 10], [0, 10]]
SMALLEST = (1366, 768)


def with_zone(qtbot: QtBot, plant: TestPlant, floor_name: str) -> tuple[MapPage, str]:
    """The map in the smallest window that must be pleasant; the floor came after the page was first shown."""
    page: MapPage = shown(qtbot, plant, "map")
    page.window().resize(*SMALLEST)
    QApplication.processEvents()
    floor = plant.run("floors.add", name=floor_name, width_m=40.0, height_m=30.0)
    zone = plant.run("zones.draw", floor=floor, name="Paint shop", zone_class="B", polygon=OUTLINE)
    page.look_again()
    qtbot.waitUntil(lambda: page.floors.count() == 1)
    return page, zone


def room_for_text(chooser: QComboBox) -> int:
    """The width of the part of a chooser that shows what is chosen, in pixels."""
    option = QStyleOptionComboBox()
    chooser.initStyleOption(option)
    part_of = QStyle.SubControl.SC_ComboBoxEditField
    return chooser.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part_of, chooser).width()


def test_the_floors_name_is_whole_with_the_panel_open(qtbot: QtBot, plant: TestPlant) -> None:
    name = "Hall 2, second floor, east"
    page, zone = with_zone(qtbot, plant, name)
    page.view.pick(zone)
    qtbot.waitUntil(page.panel.isVisible)
    QApplication.processEvents()
    assert room_for_text(page.floors) >= page.floors.fontMetrics().horizontalAdvance(name)
    assert page.tools.manage.width() >= page.tools.manage.sizeHint().width()
    assert page.chips.geometry().right() < page.panel.mapTo(page, QPoint()).x()


def test_counts_say_their_words_where_there_is_room(qtbot: QtBot, plant: TestPlant) -> None:
    page, zone = with_zone(qtbot, plant, "Hall 2 · second floor, assembly, stores")
    page.panel.put_away(editing=False)
    page.window().resize(1900, 900)
    chip = part(page, QPushButton, "chip-unknown")
    qtbot.waitUntil(lambda: len(chip.text().split()) > 1)
    whole = chip.accessibleName()
    assert chip.text().strip() == whole
    page.window().resize(*SMALLEST)
    page.view.pick(zone)
    qtbot.waitUntil(lambda: chip.text().strip() == "1")
    assert chip.accessibleName() == whole
    assert whole in chip.toolTip()


def test_a_hall_beside_a_whole_site_can_be_read(qtbot: QtBot) -> None:
    def zone(id_: str, wide: float, high: float) -> MapZone:
        outline = ((0.0, 0.0), (wide, 0.0), (wide, high), (0.0, high))
        return MapZone(id_, id_, "B", outline, NORMAL, "", "", False)

    small = SmallMap()
    qtbot.addWidget(small)
    small.resize(340, 400)
    small.show_floors((("Site", (zone("site", 400, 300),)), ("Hall", (zone("hall", 40, 20),))))
    boxes = [box for _, box, _, _ in small._views()]
    areas = [box.width() * box.height() for box in boxes]
    assert areas[0] == pytest.approx(areas[1])
    assert boxes[-1].bottom() <= 400
    assert max(box.width() for box in boxes) <= 340
    assert small.zone_at(small.place_of("hall")).id == "hall"  # type: ignore[union-attr]
