"""Plans of every format brought in through the main window by mouse and keys: chosen in the dialog, looked at, made a
floor, zones taken from what they draw; a scan's scale by two points; then where a floor lies on the earth."""

import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
)

from desktop.views.floor_plan.import_parts import Pages
from desktop.views.floor_plan.page import MapPage
from desktop.views.floor_plan.position_dialog import PositionDialog
from desktop.views.floor_plan.suggestions_dialog import SuggestionsDialog
from desktop.views.window import Window
from services.core.geometry import area
from services.core.georeference import Flat
from tests.desktop.pages import opened, settings_in
from tests.desktop.plants import TestPlant, until
from tests.desktop.views.floor_plan.hands import choose, click, part
from tests.services.plans.test_formats import HALL, WHOLE, geojson_hall, pdf_hall, picture, svg_hall

LEFT = Qt.MouseButton.LeftButton
ORIGIN = Flat(120.62, 31.32)
CORNERS = ((1.0, 1.0), (31.0, 1.0), (31.0, 13.0), (1.0, 13.0))
PICTURES = os.environ.get("ANHUAN_PICTURES")  # a folder, for whoever wants to look


@pytest.fixture
def window(qtbot: Any, plant: TestPlant, tmp_path: Path) -> Window:
    settings_in(tmp_path)
    return opened(qtbot, plant)


def look(window: Window, name: str) -> None:
    if PICTURES:
        QApplication.processEvents()
        window.grab().save(f"{PICTURES}/{name}.png")


def press(within: Any, name: str) -> None:
    click(part(within, QPushButton, name))


def bring(page: MapPage, file: Path, data: bytes, button: str) -> None:
    """Chooses a file in the dialog that a button opens, its name typed, and waits for the plan."""
    file.write_bytes(data)
    press(page, button)
    dialog: QFileDialog = part(page, QFileDialog, "drawingDialog")
    name = part(dialog, QLineEdit, "fileNameEdit")
    name.setText(str(file))  # typed by keys, its list of proposals would cover the button
    click(part(dialog, QDialogButtonBox, "buttonBox").button(QDialogButtonBox.StandardButton.Open))
    until(lambda: page.flow.panel.isVisible() and page.flow.panel.isEnabled())


def size(page: MapPage) -> str:
    return str(part(page, QLabel, "planSize").text())


def become_floor(page: MapPage, plant: TestPlant, name: str) -> str:
    """Types a name and uses the drawing; answers the floor's id."""
    field = part(page, QLineEdit, "floorName")
    field.selectAll()
    QTest.keyClicks(field, name)
    press(page, "useAsFloor")
    until(lambda: page.stack.currentWidget() is page.view and page.view.picture.underlay is not None)
    return str(next(one.id for one in plant.records("floor") if one.name == name))


def take_zones(page: MapPage, plant: TestPlant, floor: str) -> None:
    """All that the drawing suggests; they are the rooms of the hall, as large as they were drawn."""
    press(page, "editZones")
    press(page, "toolSuggestions")
    until(lambda: bool(page.view.suggestions))
    press(page, "takeAll")
    dialog = part(page, SuggestionsDialog, "suggestionsDialog")
    choose(dialog, "suggestionsClass", "B")
    press(dialog, "takeSuggestions")
    until(lambda: len(zones_of(plant, floor)) == len(HALL))
    found = zones_of(plant, floor)
    for name, (_, _, wide, high) in HALL.items():
        assert found[name] == pytest.approx(wide * high, rel=0.005)
    press(page, "editZones")


def zones_of(plant: TestPlant, floor: str) -> dict[str, float]:
    return {one.name: area(one.polygon) for one in plant.records("zone") if one.floor == floor}


def test_plans_of_every_format_become_floors(window: Window, plant: TestPlant, tmp_path: Path) -> None:
    QTest.keySequence(window, f"Ctrl+{1 + window.numbered_pages().index('map')}")
    page = window.pages["map"]
    assert isinstance(page, MapPage)
    whole = f"{WHOLE[0]:.2f} × {WHOLE[1]:.2f} m"

    bring(page, tmp_path / "sheets.pdf", pdf_hall(), "importDrawing")
    pages = part(page, Pages, "pdfPages")
    cover = size(page)
    look(window, "1-pdf-cover")
    QTest.mouseClick(pages.viewport(), LEFT, pos=pages.visualItemRect(pages.item(1)).center())
    until(lambda: page.flow.panel.isEnabled() and size(page) != cover)
    assert size(page) == whole
    look(window, "2-pdf-page")
    take_zones(page, plant, become_floor(page, plant, "Of a PDF"))
    look(window, "3-pdf-zones")

    for name, data in (("hall.svg", svg_hall()), ("hall.geojson", geojson_hall())):
        bring(page, tmp_path / name, data, "importDrawing")
        if name == "hall.svg":
            choose(page, "unitChooser", "mm")
            until(lambda: page.flow.panel.isEnabled() and size(page) == whole)
        look(window, f"4-{name}")
        take_zones(page, plant, become_floor(page, plant, f"Of {name}"))
        look(window, f"5-{name}-zones")

    bring(page, tmp_path / "scan.png", picture("PNG", (650, 288)), "importDrawing")
    scale_by_two_points(page, apart_m=30.0)
    look(window, "6-scan")
    floor = become_floor(page, plant, "Of a scan")
    place(page, window)
    assert len(next(one for one in plant.records("floor") if one.id == floor).control_points) == 4


def scale_by_two_points(page: MapPage, apart_m: float) -> None:
    """Two points on the scan are said to be so far apart, and it becomes as large as that makes it."""
    press(page, "scaleByPoints")
    preview = page.flow.preview
    before = preview.picture.bounds.width()
    start, end = (preview.rect().center() + QPoint(shift, 0) for shift in (-150, 150))
    seen = (end.x() - start.x()) / preview.camera.scale
    for at in (start, end):
        QTest.mouseClick(preview, LEFT, pos=at)
    metres = part(page, QDoubleSpinBox, "trueDistance")
    assert metres.value() == pytest.approx(seen, abs=0.01)
    metres.selectAll()
    QTest.keyClicks(metres, f"{apart_m:g}")
    press(page, "applyScale")
    until(lambda: page.flow.panel.isEnabled() and preview.picture.bounds.width() != before)
    assert preview.picture.bounds.width() == pytest.approx(before * apart_m / seen, rel=0.001)


def place(page: MapPage, window: Window) -> None:
    """Four corners are clicked and their degrees typed: 6 % too large, then mirrored, then right."""
    press(page, "manageFloors")
    press(page, "floorPosition")
    dialog = part(page, PositionDialog, "positionDialog")
    edge, ruler = dialog.plan.to_screen(0.0, 0.0), dialog.plan.contentsMargins().left()
    assert 0 < ruler <= edge.x(), "the ruler covers nothing of the plan"
    for x, y in CORNERS:
        QTest.mouseClick(dialog.plan, LEFT, pos=dialog.plan.to_screen(x, y))
        type_place(dialog, dialog.points.rowCount() - 1, 1.06, 1.06)
    fit_is_doubted(dialog, window, "6.0 %", "7-six-percent")
    for row in range(4):
        type_place(dialog, row, -1.0, 1.0)
    fit_is_doubted(dialog, window, "mirrored", "8-mirrored")
    for row in range(4):
        type_place(dialog, row, 1.0, 1.0)
    assert not any(one.isVisible() for one in dialog.findChildren(QLabel, "fitDoubt"))
    assert [float(shown(dialog.points, row)) for row in range(4)] == pytest.approx([0.0] * 4, abs=0.02)
    look_at(dialog, "9-position")
    press(dialog, "savePosition")


def type_place(dialog: PositionDialog, row: int, east: float, north: float) -> None:
    """Degrees of where a point would lie were the plan so many times as large."""
    at = dialog.typed[row]
    longitude, latitude = ORIGIN.degrees(at.x * east, at.y * north)
    table, text = dialog.points, f"{longitude:.8f}, {latitude:.8f}"
    item = table.item(row, 2)
    assert item is not None
    if not table.viewport().findChildren(QLineEdit):
        QTest.mouseClick(table.viewport(), LEFT, pos=table.visualItemRect(item).center())
        QTest.keyClick(table, Qt.Key.Key_F2)
    editor = part(table, QLineEdit, "")
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    until(lambda: dialog.typed[row].text == text)


def fit_is_doubted(dialog: PositionDialog, window: Window, said: str, name: str) -> None:
    assert said in part(dialog, QLabel, "fitDoubt").text()
    look_at(dialog, name)


def look_at(dialog: PositionDialog, name: str) -> None:
    if PICTURES:
        dialog.grab().save(f"{PICTURES}/{name}.png")


def shown(table: QTableWidget, row: int) -> str:
    item = table.item(row, 3)
    assert item is not None
    return item.text()
