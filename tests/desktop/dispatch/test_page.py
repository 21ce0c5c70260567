"""The dispatch page on a real plant: routes are added, dragged, moved by keys, tried, changed and taken back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication

from desktop.views.dispatch.page import DispatchPage
from desktop.views.dispatch.route_rows import BELOW, TROUBLED
from desktop.widgets.choice import Choice
from services.core.routes import in_order
from tests.desktop.pages import part, press, shown
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
    assert "机修班" in page.trying.answer.text()
    electric(page)
    assert order(plant) == ["team", "zone_team"]
    assert "电工班" in page.trying.answer.text()
    choose(page, "tryCategory", "消防")
    assert "机修班" in page.trying.answer.text()
    assert "another category" in page.trying.answer.text(), "it says which condition of route 1 does not hold"
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


def troubled(page: DispatchPage) -> list[bool]:
    return [bool(page.list.item(row).data(TROUBLED)) for row in (0, 1)]


def test_a_route_that_nothing_can_reach_says_why(page: DispatchPage, plant: TestPlant) -> None:
    electric(page)
    assert troubled(page) == [False, False]
    page.list.setCurrentRow(0)
    page.deeds["routeDown"].trigger()
    assert troubled(page) == [False, True], "all goes to the zone's team before"
    assert "1" in str(page.list.item(1).data(BELOW))


def test_the_example_knows_the_shift_the_equipment_and_the_grade(page: DispatchPage, plant: TestPlant) -> None:
    shift = plant.run("shifts.add", name="夜班", starts="20:00", ends="08:00")
    (zone,) = plant.records("zone")
    plant.run("equipment.add", code="CY-01", name="1号冲床", type="press", zone=zone.id)
    night = next(one.id for one in plant.records("team") if one.name == "电工班")
    plant.run("routes.add", position=1, target_kind="team", target=night, shift=shift, type="press")
    choose(page, "tryTime", "夜班 20:00")
    assert "机修班" in page.trying.answer.text(), "about no equipment"
    choose(page, "tryMachine", "1号冲床")
    assert "电工班" in page.trying.answer.text()
    assert "24" in page.trying.answer.text()
    choose(page, "tryGrade", "重大隐患")
    assert "24" not in page.trying.answer.text(), "the plan comes first, and is due sooner"


def test_the_example_says_who_stands_in(page: DispatchPage, plant: TestPlant) -> None:
    who, deputy = (plant.run("people.add", name=name, roles=["fixer"]) for name in ("赵刚", "马超"))
    plant.run("routes.add", position=1, target_kind="person", target=who)
    today = plant.workbench.now().astimezone().date()
    days = {"first": (today - timedelta(days=1)).isoformat(), "last": (today + timedelta(days=1)).isoformat()}
    plant.run("absences.add", person=who, deputy=deputy, **days)
    assert "马超" in page.trying.answer.text()
    assert "赵刚" in page.trying.answer.text()
