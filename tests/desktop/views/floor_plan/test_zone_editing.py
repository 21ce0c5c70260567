"""Zones split, merged, copied and nudged by hand on the real page; an overlap is told while it is dragged."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from desktop.views.floor_plan.corners_dialog import CornersDialog
from desktop.views.floor_plan.page import MapPage
from desktop.views.floor_plan.plan_view import PlanView
from services.core.geometry import area
from services.core.refused import Refused
from tests.desktop.plants import TestPlant
from tests.desktop.views.floor_plan.hands import LEFT, PLAIN, click, drag, drawn_zone, edit, part, save, tap

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform: a menu opens


def menu_at(page: MapPage, view: PlanView, x: float, y: float) -> QMenu:
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, view.to_screen(x, y), QPoint(300, 300)))
    menu: QMenu = part(page, QMenu, "zoneMenu")
    return menu


def living(plant: TestPlant) -> dict[str, float]:
    return {one.name: area(one.polygon) for one in plant.records("zone") if one.retired_at is None}


def test_a_zone_is_split_by_a_line_and_undone(page: MapPage, plant: TestPlant, floor: str) -> None:
    drawn_zone(plant, floor)
    view = edit(page)
    menu = menu_at(page, view, 10, 10)
    menu.actions()[0].trigger()
    menu.close()
    assert view.tool.name == "cut"
    drag(view, (8, 3), (8, 17))
    assert view.tool.name == "arrange"
    assert sum(living(plant).values()) == pytest.approx(100)
    assert living(plant)["仓库 2"] == pytest.approx(30, abs=6)
    plant.sync()
    page.editing.undo()
    assert living(plant) == {"仓库": pytest.approx(100)}
    plant.sync()
    assert {one.name for one in plant.hub_records("zone") if one.retired_at is None} == {"仓库"}


def test_a_line_that_misses_is_refused_and_can_be_drawn_again(page: MapPage, plant: TestPlant, floor: str) -> None:
    drawn_zone(plant, floor)
    view = edit(page)
    tap(view, 10, 10)
    page.editing.take("cut")
    drag(view, (20, 3), (20, 17))
    assert view.tool.name == "cut"
    for x, y in ((10, 3), (10, 17)):
        QTest.mouseClick(view, LEFT, PLAIN, view.to_screen(x, y))
    assert len(living(plant)) == 2


def test_neighbours_are_merged_and_only_they_are_offered(page: MapPage, plant: TestPlant, floor: str) -> None:
    drawn_zone(plant, floor)
    drawn_zone(plant, floor, "喷涂车间", 15.0)
    drawn_zone(plant, floor, "远区", 40.0)
    view = edit(page)
    menu = menu_at(page, view, 10, 10)
    beside = menu.findChild(QMenu, "mergeWith")
    assert isinstance(beside, QMenu)
    assert [one.text() for one in beside.actions()] == ["喷涂车间"]
    beside.actions()[0].trigger()
    assert living(plant) == {"仓库": pytest.approx(200), "远区": pytest.approx(100)}


def test_a_merge_that_the_hub_has_is_taken_back(page: MapPage, plant: TestPlant, floor: str) -> None:
    first, second = drawn_zone(plant, floor), drawn_zone(plant, floor, "喷涂车间", 15.0)
    press = plant.run("equipment.add", code="C-1", name="一号", type="press", zone=second, x=17.0, y=7.0)
    view = edit(page)
    beside = menu_at(page, view, 10, 10).findChild(QMenu, "mergeWith")
    assert isinstance(beside, QMenu)
    beside.actions()[0].trigger()
    plant.sync()
    assert [one.zone for one in plant.hub_records("equipment")] == [first]
    page.editing.undo()
    plant.sync()
    assert living(plant) == {"仓库": pytest.approx(100), "喷涂车间": pytest.approx(100)}
    assert [(one.id, one.zone) for one in plant.hub_records("equipment")] == [(press, second)]


def test_a_zone_that_was_retired_comes_back_after_the_hub_has_it(page: MapPage, plant: TestPlant, floor: str) -> None:
    zone = drawn_zone(plant, floor)
    plant.run("zones.retire", zone=zone)
    plant.sync()
    page.editing.undo()
    plant.sync()
    assert [one.retired_at for one in plant.hub_records("zone")] == [None]


def test_a_zone_is_copied_to_another_floor(page: MapPage, plant: TestPlant, floor: str) -> None:
    zone = drawn_zone(plant, floor)
    plant.run("zones.set_emergency", zone=zone, emergency="断电", phone="8119")
    upstairs = plant.run("floors.add", name="二层", building="A 栋", level=2, width_m=60.0, height_m=40.0)
    view = edit(page)
    floors = menu_at(page, view, 10, 10).findChild(QMenu, "copyTo")
    assert isinstance(floors, QMenu)
    floors.actions()[0].trigger()
    here, there = sorted(plant.records("zone"), key=lambda one: one.floor == upstairs)
    assert (there.floor, there.name, there.polygon) == (upstairs, here.name, here.polygon)
    assert (there.emergency, there.phone) == ("断电", "8119")


def test_arrows_push_the_chosen_zone(page: MapPage, plant: TestPlant, floor: str) -> None:
    drawn_zone(plant, floor)
    view = edit(page)
    tap(view, 10, 10)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert plant.records("zone")[0].polygon[0] == (5.1, 5.0)
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert plant.records("zone")[0].polygon[0] == (5.1, 6.0)
    QTest.keyPress(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.keyRelease(view, Qt.Key.Key_Left)
    assert plant.records("zone")[0].polygon[0] == (5.1, 6.0)


def test_an_overlap_is_told_while_it_is_dragged(page: MapPage, plant: TestPlant, floor: str) -> None:
    drawn_zone(plant, floor)
    drawn_zone(plant, floor, "喷涂车间", 30.0)
    view = edit(page)
    QTest.mousePress(view, LEFT, PLAIN, view.to_screen(10, 10))
    for x in (14, 20, 28):
        QTest.mouseMove(view, view.to_screen(x, 11))
    assert view.live is not None
    assert view.overlapped(view.live) == "喷涂车间"
    red = view.grab().toImage().pixelColor(view.to_screen(28, 8))
    QTest.mouseMove(view, view.to_screen(14, 11))
    assert view.overlapped(view.live) == ""
    QTest.mouseRelease(view, LEFT, PLAIN, view.to_screen(14, 11))
    assert red.red() > red.blue()


def test_corners_are_typed_as_numbers_and_nonsense_is_told(page: MapPage, plant: TestPlant, floor: str) -> None:
    drawn_zone(plant, floor)
    view = edit(page)
    menu = menu_at(page, view, 10, 10)
    menu.actions()[1].trigger()
    menu.close()
    dialog = part(page, CornersDialog, "cornersDialog")
    cell = dialog.table.item(2, 0)
    assert (cell.text(), dialog.told.text()) == ("15.000", "100.0 m²")
    for wrong in ("abc", "-90", "1e9"):
        cell.setText(wrong)
        click(part(dialog, QPushButton, "saveCorners"))
        assert part(dialog, QLabel, "cornersRefused").text()
        assert plant.records("zone")[0].polygon[2] == (15.0, 15.0)
    cell.setText("18.25")
    click(part(dialog, QPushButton, "saveCorners"))
    assert plant.records("zone")[0].polygon == ((5.0, 5.0), (15.0, 5.0), (18.25, 15.0), (5.0, 15.0))


def test_an_outline_dropped_on_another_zone_is_refused_and_lies_where_it_lay(
    page: MapPage, plant: TestPlant, floor: str
) -> None:
    drawn_zone(plant, floor)
    drawn_zone(plant, floor, "喷涂车间", 30.0)
    view, before = edit(page), [one.polygon for one in plant.records("zone")]
    refused: list[Refused] = []
    plant.workbench.refused.connect(refused.append)
    drag(view, (10, 10), (28, 11))
    assert [(one.code, one.facts["zone"]) for one in refused] == [("zones_overlap", "喷涂车间")]
    assert [one.polygon for one in plant.records("zone")] == before
    assert view.live is None


def test_a_new_zone_on_another_is_told_and_kept_to_be_mended(page: MapPage, plant: TestPlant, floor: str) -> None:
    """What was typed and drawn stays; pulled off the other zone, it is saved."""
    drawn_zone(plant, floor)
    view = edit(page)
    page.editing.take("rectangle")
    drag(view, (12, 8), (25, 13))
    told = part(page, QLabel, "zoneOverlap")
    assert "仓库" in told.text()
    save(page, "新区")
    assert len(plant.records("zone")) == 1
    assert view.draft is not None
    for y in (8, 13):
        drag(view, (12, y), (16, y))
    assert not told.isVisible()
    click(part(page, QPushButton, "saveZone"))
    assert [one.name for one in plant.records("zone")] == ["仓库", "新区"]


def test_the_menu_of_empty_ground_begins_a_zone(page: MapPage, plant: TestPlant, floor: str) -> None:
    view = edit(page)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, view.to_screen(50, 30), QPoint(300, 300))
    view.contextMenuEvent(asked)
    menu = part(page, QMenu, "groundMenu")
    words = [action.text() for action in menu.actions() if action.text()]
    assert len(words) == 5
    menu.actions()[0].trigger()
    menu.close()
    assert view.tool.name == "rectangle"
    view.contextMenuEvent(asked)
    assert not [one for one in page.findChildren(QMenu, "groundMenu") if one.isVisible()], "a corner is to be set"
