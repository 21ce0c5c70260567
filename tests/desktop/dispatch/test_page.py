"""The dispatch page on a real plant: routes are added, dragged, moved by keys, tried, changed and taken back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.views.dispatch.page import DispatchPage
from desktop.widgets.choice import Choice
from services.core.routes import in_order
from tests.desktop.pages import part, shown
from tests.desktop.plants import TestPlant, open_workbench

SQUARE = [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]]


@pytest.fixture
def plant(qapp: Any, tmp_path: Path) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path)
    floor = made.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    own = made.run("teams.add", name="机修班")
    made.run("teams.add", name="电工班")
    made.run("zones.draw", floor=floor, name="冲压车间", zone_class="A", polygon=SQUARE, team=own)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: Any, plant: TestPlant) -> DispatchPage:
    made = shown(qtbot, plant, "dispatch")
    assert isinstance(made, DispatchPage)
    return made


def press(page: DispatchPage, name: str) -> None:
    QTest.mouseClick(part(page, QPushButton, name), Qt.MouseButton.LeftButton)


def choose(page: DispatchPage, name: str, text: str) -> None:
    choice = part(page, Choice, name)
    choice.setCurrentIndex(choice.findText(text))


def electric(page: DispatchPage) -> None:
    press(page, "addRoute")
    choose(page, "routeTarget", "电工班")
    choose(page, "routeCategory", "用电")
    press(page, "routeSave")


def order(plant: TestPlant) -> list[str]:
    return [one.target_kind for one in plant.workbench.ask(in_order)]


def test_a_route_is_added_tried_and_taken_back(page: DispatchPage, plant: TestPlant) -> None:
    choose(page, "tryCategory", "用电")
    assert "机修班" in page.answer.text()
    electric(page)
    assert order(plant) == ["team", "zone_team"]
    assert "电工班" in page.answer.text()
    choose(page, "tryCategory", "消防")
    assert "机修班" in page.answer.text()
    assert "适用隐患类别" in page.answer.text(), "it says which condition of route 1 does not hold"
    plant.workbench.undo()
    assert order(plant) == ["zone_team"]


def test_the_order_is_changed_by_drag_and_by_keys(page: DispatchPage, plant: TestPlant) -> None:
    electric(page)
    page.list.model().moveRow(QModelIndex(), 0, QModelIndex(), 2)
    QApplication.processEvents()
    assert order(plant) == ["zone_team", "team"]
    page.list.setCurrentRow(1)
    page.deeds["routeUp"].trigger()
    assert order(plant) == ["team", "zone_team"]
    plant.workbench.undo()
    assert order(plant) == ["zone_team", "team"]


def test_a_route_is_changed_and_removed_in_its_panel(page: DispatchPage, plant: TestPlant) -> None:
    electric(page)
    page.list.itemClicked.emit(page.list.item(0))
    choose(page, "routeCategory", "消防")
    press(page, "routeSave")
    assert plant.workbench.ask(in_order)[0].category == "fire"
    page.list.itemClicked.emit(page.list.item(0))
    press(page, "routeRemove")
    assert order(plant) == ["zone_team"]
