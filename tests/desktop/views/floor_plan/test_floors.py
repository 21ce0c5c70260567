"""Floors by hand: renamed, placed, retired and restored; put on the earth by control points with their errors."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot

from desktop.views.floor_plan.floors_dialog import FloorsDialog
from desktop.views.floor_plan.page import MapPage
from desktop.views.floor_plan.position_dialog import PositionDialog
from desktop.views.floor_plan.position_points import Typed, fit_of, residuals_of
from services.core.georeference import Flat
from tests.desktop.plants import TestPlant
from tests.desktop.views.floor_plan.hands import click, part

LEFT = Qt.MouseButton.LeftButton
ORIGIN = Flat(120.62, 31.32)


def degrees(x: float, y: float) -> str:
    longitude, latitude = ORIGIN.degrees(x, y)
    return f"{longitude:.8f}, {latitude:.8f}"


def test_a_floor_is_renamed_placed_retired_and_restored(
    page: MapPage, plant: TestPlant, floor: str, qtbot: QtBot
) -> None:
    click(part(page, QPushButton, "manageFloors"))
    dialog = part(page, FloorsDialog, "floorsDialog")
    part(dialog, QLineEdit, "editFloorName").setText("Ground floor")
    part(dialog, QLineEdit, "editFloorSite").setText("North")
    click(part(dialog, QPushButton, "saveFloor"))
    now = plant.records("floor")[0]
    assert (now.name, now.site) == ("Ground floor", "North")
    page.editing.undo()
    assert plant.records("floor")[0].site == ""
    assert plant.records("floor")[0].name != "Ground floor", "one step, both back"
    plant.workbench.redo()
    click(part(dialog, QPushButton, "retireFloor"))
    assert plant.records("floor")[0].retired_at is not None
    click(part(dialog, QPushButton, "restoreFloor"))
    assert plant.records("floor")[0].retired_at is None
    page.editing.undo()
    assert plant.records("floor")[0].retired_at is not None


def test_control_points_are_clicked_and_typed_and_their_errors_shown(
    page: MapPage, plant: TestPlant, floor: str, qtbot: QtBot
) -> None:
    click(part(page, QPushButton, "manageFloors"))
    click(part(page, QPushButton, "floorPosition"))
    dialog = part(page, PositionDialog, "positionDialog")
    save, table = part(dialog, QPushButton, "savePosition"), part(dialog, QTableWidget, "controlPoints")
    for x, y in ((2.0, 2.0), (55.0, 2.0), (55.0, 33.0), (2.0, 33.0)):
        QTest.mouseClick(dialog.plan, LEFT, pos=dialog.plan.to_screen(x, y))
        assert not save.isEnabled()
        at = dialog.typed[-1]
        table.setItem(len(dialog.typed) - 1, 2, QTableWidgetItem(degrees(at.x, at.y)))
    assert save.isEnabled()
    assert [table.item(row, 3).text() for row in range(4)] == ["0.00"] * 4
    table.item(0, 2).setText(degrees(dialog.typed[0].x + 30, dialog.typed[0].y))
    assert float(table.item(0, 3).text()) > 1
    assert part(dialog, QLabel, "fitDoubt").text()
    table.item(0, 2).setText(degrees(dialog.typed[0].x, dialog.typed[0].y))
    assert not any(one.isVisible() for one in dialog.findChildren(QLabel, "fitDoubt"))
    dialog.datum.setCurrentIndex(1)
    click(save)
    now = plant.records("floor")[0]
    assert (now.datum, len(now.control_points)) == ("gcj02", 4)


@pytest.mark.parametrize("text", ["", "120.6", "a, b", "31.3, 120.6", "1, 2, 3"])
def test_what_is_no_place_is_no_point(text: str) -> None:
    assert Typed(0, 0, text).point() is None


def test_a_point_that_is_not_whole_has_no_error_and_the_others_keep_theirs() -> None:
    typed = [Typed(x, y, degrees(x, y)) for x, y in ((0, 0), (50, 0), (50, 30))]
    typed.insert(1, Typed(5, 5, ""))
    fit, _ = fit_of(typed)
    found = residuals_of(typed, fit)
    assert found[1] is None
    assert [round(one, 2) for one in found if one is not None] == [0, 0, 0]
    assert fit_of(typed[:2])[0] is None


def test_enter_after_typing_a_place_presses_no_button(page: MapPage, floor: str, qtbot: QtBot) -> None:
    click(part(page, QPushButton, "manageFloors"))
    click(part(page, QPushButton, "floorPosition"))
    dialog = part(page, PositionDialog, "positionDialog")
    dialog.add(2.0, 3.0)
    editor = part(dialog.points, QLineEdit, "")
    QTest.keyClicks(editor, "120.62, 31.32")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.typed[0].text == "120.62, 31.32")
    assert len(dialog.typed) == 1
    assert dialog.isVisible()
