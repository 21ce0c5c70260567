"""Things on the map by hand: they are seen, named by the tooltip, found by the mouse, and left out when not wanted."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.views.floor_plan.page import MapPage
from desktop.views.floor_plan.shapes import MapSymbol
from tests.desktop.pages import shown
from tests.desktop.plants import TestPlant

HALL = ((2.0, 2.0), (58.0, 2.0), (58.0, 38.0), (2.0, 38.0))


@pytest.fixture
def hall(plant: TestPlant) -> str:
    floor = plant.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    return plant.run("zones.draw", floor=floor, name="冲压区", zone_class="B", polygon=HALL)


def press(plant: TestPlant, hall: str, code: str, x: float, y: float) -> str:
    return plant.run("equipment.add", code=code, name=f"冲床 {code}", type="press", zone=hall, x=x, y=y)


def told(page: MapPage, at: QPoint) -> str:
    """What the tooltip at a pixel of the plan says."""
    QToolTip.hideText()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, page.view.mapToGlobal(at))
    QApplication.sendEvent(page.view, event)
    return QToolTip.text()


def thing_at(page: MapPage, x: float, y: float) -> MapSymbol | None:
    """The thing whose mark is seen at a place of the floor, wherever that is on the screen by now."""
    found: tuple[MapSymbol, ...] = page.view.symbols_at(QPointF(page.view.to_screen(x, y)))
    return found[0] if len(found) == 1 else None


def picture(page: MapPage) -> QImage:
    return page.view.grab().toImage()


def test_a_machine_stands_where_it_was_put_and_moves_with_it(qtbot: QtBot, plant: TestPlant, hall: str) -> None:
    page: MapPage = shown(qtbot, plant, "map")
    qtbot.waitUntil(lambda: page.view.status_of(hall) != "")
    before = picture(page)
    machine = press(plant, hall, "CY-01", 10.0, 8.0)
    qtbot.waitUntil(lambda: thing_at(page, 10.0, 8.0) is not None)
    assert picture(page) != before
    assert told(page, page.view.to_screen(10.0, 8.0)) == "冲床 CY-01 · 冲床"
    assert "冲压区" in told(page, page.view.to_screen(20.0, 8.0))
    plant.run("equipment.move", equipment=machine, zone=hall, x=50.0, y=30.0)
    qtbot.waitUntil(lambda: thing_at(page, 50.0, 30.0) is not None)
    assert thing_at(page, 10.0, 8.0) is None
    plant.run("equipment.retire", equipment=machine)
    qtbot.waitUntil(lambda: picture(page) == before)


def test_things_that_are_too_near_are_a_number_until_one_goes_nearer(qtbot: QtBot, plant: TestPlant, hall: str) -> None:
    for code, x in (("CY-01", 10.0), ("CY-02", 10.5), ("CY-03", 50.0)):
        press(plant, hall, code, x, 8.0)
    page: MapPage = shown(qtbot, plant, "map")
    qtbot.waitUntil(lambda: len(page.view.symbols_at(QPointF(page.view.to_screen(10.25, 8.0)))) == 2)
    at = QPointF(page.view.to_screen(10.25, 8.0))
    assert thing_at(page, 10.25, 8.0) is None
    how_many, *which = told(page, at.toPoint()).split("\n")
    assert how_many.startswith("2 ")
    assert which == ["冲床 CY-01 · 冲床", "冲床 CY-02 · 冲床"]
    page.view.zoom(8.0, at)
    found = thing_at(page, 10.5, 8.0)
    assert found is not None
    assert found.name == "冲床 CY-02"


def test_a_kind_that_is_not_wanted_goes_and_stays_away(qtbot: QtBot, plant: TestPlant, hall: str) -> None:
    press(plant, hall, "CY-01", 10.0, 8.0)
    plant.run("doors.add", code="M-01", name="东门", zone=hall, x=40.0, y=8.0)
    page: MapPage = shown(qtbot, plant, "map")
    qtbot.waitUntil(lambda: thing_at(page, 40.0, 8.0) is not None)
    action = next(one for one in page.things.button.menu().actions() if one.objectName() == "things-equipment")
    with_machine = picture(page)
    action.trigger()
    assert thing_at(page, 10.0, 8.0) is None
    assert thing_at(page, 40.0, 8.0) is not None
    assert picture(page) != with_machine
    assert str(QSettings().value("map/things")).split() == ["door", "sensor"]
    action.trigger()
    assert thing_at(page, 10.0, 8.0) is not None


def test_a_sensor_that_nobody_has_heard_of_says_so(qtbot: QtBot, plant: TestPlant, hall: str) -> None:
    args = {"quantity": "temperature", "unit": "℃", "zone": hall, "interval_s": 60.0, "x": 10.0, "y": 8.0}
    plant.run("sensors.add", code="T-01", name="烘房温度", **args)
    page: MapPage = shown(qtbot, plant, "map")
    qtbot.waitUntil(lambda: thing_at(page, 10.0, 8.0) is not None)
    found = thing_at(page, 10.0, 8.0)
    assert found is not None
    assert found.state == "unknown"
    assert told(page, page.view.to_screen(10.0, 8.0)) == "烘房温度 · 温度 · no reading known"
