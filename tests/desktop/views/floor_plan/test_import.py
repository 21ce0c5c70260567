"""Importing plans by hand: the page of a PDF, a scan and its scale by two points."""

import math
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.views.floor_plan.import_parts import Pages
from desktop.views.floor_plan.page import MapPage
from services.plans import from_bytes
from tests.desktop.plants import TestPlant
from tests.desktop.views.floor_plan.hands import click, part
from tests.services.plans.test_formats import pdf_hall, picture

LEFT = Qt.MouseButton.LeftButton


def begin(page: MapPage, qtbot: QtBot, file: Path, data: bytes) -> None:
    file.write_bytes(data)
    page.import_file(str(file))
    qtbot.waitUntil(lambda: bool(page.flow.panel.isVisible() and page.flow.panel.isEnabled()), timeout=20_000)


def test_a_scan_gets_its_scale_by_two_points_and_becomes_a_floor(
    page: MapPage, plant: TestPlant, qtbot: QtBot, tmp_path: Path
) -> None:
    begin(page, qtbot, tmp_path / "scan.png", picture("PNG", (600, 300)))
    assert "60.00 × 30.00" in part(page, QLabel, "planSize").text()
    click(part(page, QPushButton, "scaleByPoints"))
    preview = page.flow.preview
    for x in (10.0, 40.0):
        QTest.mouseClick(preview, LEFT, pos=preview.to_screen(x, 15.0))
    metres = part(page, QDoubleSpinBox, "trueDistance")
    seen = metres.value()
    assert math.isclose(seen, 30, abs_tol=0.3)
    metres.setValue(15)
    click(part(page, QPushButton, "applyScale"))
    wide = 60 * 15 / seen
    qtbot.waitUntil(lambda: part(page, QLabel, "planSize").text().startswith(f"{wide:,.2f} ×"))
    assert not any(one.isVisible() for one in page.findChildren(QLabel, "planWarning"))
    click(part(page, QPushButton, "useAsFloor"))
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.view)
    floor = plant.records("floor")[0]
    assert math.isclose(floor.width_m, wide, abs_tol=0.001)
    qtbot.waitUntil(lambda: page.view.picture.underlay is not None)
    assert from_bytes(plant.workbench.photo(floor.drawing) or b"").pictures


def test_the_page_of_a_pdf_is_chosen_from_small_pictures(page: MapPage, qtbot: QtBot, tmp_path: Path) -> None:
    begin(page, qtbot, tmp_path / "sheets.pdf", pdf_hall())
    pages = part(page, Pages, "pdfPages")
    assert pages.count() == 2
    first = part(page, QLabel, "planSize").text()
    at: QPoint = pages.visualItemRect(pages.item(1)).center()
    QTest.mouseClick(pages.viewport(), LEFT, pos=at)
    qtbot.waitUntil(lambda: part(page, QLabel, "planSize").text() != first, timeout=20_000)
