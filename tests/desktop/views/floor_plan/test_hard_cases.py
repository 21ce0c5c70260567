"""What goes wrong under an open editor: a floor that somebody else retires, outlines without an area or with ten
thousand corners, a broken drawing. Nothing is lost unseen, and the window goes on."""

import math
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableWidgetItem
from pytestqt.qtbot import QtBot

from desktop.views.floor_plan.corners_dialog import CornersDialog
from desktop.views.floor_plan.page import MapPage
from desktop.views.floor_plan.shapes import Suggestion
from services.core.refused import Refused
from services.plans import write_sample
from tests.desktop.hazards.story import Story
from tests.desktop.plants import TestPlant
from tests.desktop.views.floor_plan.hands import LEFT, PLAIN, click, drag, drawn_zone, edit, part, tap


def codes(plant: TestPlant) -> list[str]:
    found: list[str] = []
    plant.workbench.refused.connect(lambda one: found.append(one.code))
    return found


@pytest.mark.parametrize("other", [True, False], ids=["with another floor", "the only one"])
def test_a_floor_retired_by_somebody_else_ends_the_editing_of_it(
    page: MapPage, plant: TestPlant, floor: str, *, other: bool
) -> None:
    """A new zone that waits to be saved does not fall onto another floor."""
    if other:
        plant.run("floors.add", name="二层", building="A 栋", level=2, width_m=60.0, height_m=40.0)
    view = edit(page)
    page.editing.take("rectangle")
    drag(view, (20, 20), (30, 30))
    part(page, QLineEdit, "zoneName").setText("新区")
    plant.sync()
    Story(plant).do("floors.retire", floor=floor)
    plant.sync()
    assert not page.editing.on
    assert not page.edit_button.isChecked()
    assert view.draft is None
    assert not page.panel.isVisible()
    told = page.toast.findChild(QLabel, "toastText")
    assert told is not None
    assert plant.records("floor")[0].name in told.text()
    assert plant.records("zone") == ()
    assert page.stack.currentWidget() is (page.view if other else page.empty)


def test_a_zone_retired_by_somebody_else_while_it_is_dragged(page: MapPage, plant: TestPlant, floor: str) -> None:
    zone = drawn_zone(plant, floor)
    plant.sync()
    view, refused = edit(page), codes(plant)
    QTest.mousePress(view, LEFT, PLAIN, view.to_screen(10, 10))
    for x in (12, 14, 18):
        QTest.mouseMove(view, view.to_screen(x, 12))
    Story(plant).do("zones.retire", zone=zone)
    plant.sync()
    QTest.mouseRelease(view, LEFT, PLAIN, view.to_screen(18, 12))
    assert view.live is None
    assert view.selected == ""
    assert refused in ([], ["zone_retired"])
    assert plant.records("zone")[0].polygon[0] == (5.0, 5.0)


@pytest.mark.parametrize(
    ("corners", "code"),
    [
        ([(20, 20), (25, 20), (30, 20)], "outline_too_small"),
        ([(20, 20), (30, 20), (22, 20), (25, 20)], "outline_crosses"),
    ],
)
def test_clicks_along_a_line_are_no_zone(
    page: MapPage, plant: TestPlant, floor: str, corners: list[tuple[float, float]], code: str
) -> None:
    view, refused = edit(page), list[Refused]()
    view.shape_refused.connect(refused.append)
    page.editing.take("polygon")
    for x, y in corners:
        tap(view, x, y)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert [one.code for one in refused] == [code]
    assert view.draft is None
    assert plant.records("zone") == ()
    view.step_back()
    assert view.live is None


def test_a_rectangle_without_a_height_is_nothing(page: MapPage, plant: TestPlant, floor: str) -> None:
    view = edit(page)
    page.editing.take("rectangle")
    drag(view, (20, 20), (30, 20))
    assert view.draft is None
    drag(view, (20, 20), (30, 30))
    assert view.draft is not None


def test_an_area_of_nothing_typed_as_corners_is_told_in_the_dialog(page: MapPage, plant: TestPlant, floor: str) -> None:
    drawn_zone(plant, floor)
    view = edit(page)
    tap(view, 10, 10)
    page.editing.show_corners()
    dialog = part(page, CornersDialog, "cornersDialog")
    for row in range(dialog.table.rowCount()):
        dialog.table.setItem(row, 1, QTableWidgetItem("5"))
    click(part(dialog, QPushButton, "saveCorners"))
    assert dialog.isVisible()
    assert part(dialog, QLabel, "cornersRefused").text()
    assert plant.records("zone")[0].polygon[2] == (15.0, 15.0)
    dialog.reject()


def ring(many: int) -> tuple[tuple[float, float], ...]:
    turns = (math.tau * n / many for n in range(many))
    return tuple((round(30 + 8 * math.cos(turn), 6), round(20 + 8 * math.sin(turn), 6)) for turn in turns)


def test_an_outline_of_ten_thousand_corners_is_refused_and_one_of_two_thousand_is_edited(
    page: MapPage, plant: TestPlant, floor: str
) -> None:
    drawn_zone(plant, floor)
    view, refused = edit(page), list[Refused]()
    view.shape_refused.connect(refused.append)
    view.suggestion_taken.emit(Suggestion("圆厅", ring(10_000)))
    assert [one.code for one in refused] == ["outline_too_many"]
    assert view.draft is None
    view.suggestion_taken.emit(Suggestion("圆厅", ring(2_000)))
    assert view.draft is not None
    click(part(page, QPushButton, "saveZone"))
    found = next(one for one in plant.records("zone") if one.name == "圆厅")
    tap(view, 30, 20)
    drag(view, (30, 20), (32, 22))
    moved = next(one for one in plant.records("zone") if one.id == found.id)
    assert moved.polygon[0] != found.polygon[0]
    assert not plant.workbench.opened.replica.run("zones.reshape", {"zone": found.id, "polygon": ring(10_000)}).ok


@pytest.mark.parametrize("kept", [0.0, 0.3, 0.7], ids=["empty", "a third", "two thirds"])
def test_a_broken_drawing_is_told_and_the_floor_stays(
    page: MapPage, plant: TestPlant, floor: str, tmp_path: Path, qtbot: QtBot, kept: float
) -> None:
    whole = tmp_path / "whole.dxf"
    write_sample(whole)
    data = whole.read_bytes()
    broken = tmp_path / "broken.dxf"
    broken.write_bytes(data[: int(len(data) * kept)])
    told: list[str] = []
    page.flow.failed.connect(told.append)
    page.import_file(str(broken))
    qtbot.waitUntil(lambda: bool(told or page.flow.panel.isVisible()))
    assert told or kept, "an empty file is no drawing"
    page._on_import_closed()
    assert page.stack.currentWidget() is page.view
    assert len(plant.records("floor")) == 1
    edit(page)
    assert page.editing.on
