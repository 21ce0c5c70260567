"""The plan printed by hand: Ctrl+P on the real page, a choice, a file; and what stands against it."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.tasks import Cancelled
from desktop.views.floor_plan.print_dialog import PlanPrintDialog
from desktop.views.floor_plan.print_paper import put_sheets
from desktop.widgets.choice import Choice
from services.reports.names import BOARDS
from tests.desktop.pages import part, shown
from tests.desktop.plants import TestPlant
from tests.services.reports.made import page_texts

SQUARE = [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]]


@pytest.fixture
def dialog(plant: TestPlant, qtbot: QtBot) -> PlanPrintDialog:
    floor = plant.run("floors.add", name="一层", building="一号楼", width_m=60.0, height_m=40.0)
    plant.run("zones.draw", floor=floor, name="冲压区", zone_class="B", polygon=SQUARE)
    page = shown(qtbot, plant, "map")
    page.held_window.activateWindow()
    qtbot.waitUntil(page.held_window.isActiveWindow)
    QTest.keyClick(page.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.findChild(PlanPrintDialog) is not None)
    made = page.findChild(PlanPrintDialog)
    assert isinstance(made, PlanPrintDialog)
    qtbot.waitUntil(lambda: made.proof is not None)
    return made


def choose(dialog: PlanPrintDialog, name: str, value: str) -> None:
    made = part(dialog, Choice, name)
    made.setCurrentIndex(made.findData(value))
    made.activated.emit(made.currentIndex())


def click(dialog: PlanPrintDialog, name: str) -> None:
    QTest.mouseClick(part(dialog, QPushButton, name), Qt.MouseButton.LeftButton)


def test_what_is_seen_is_what_is_saved(dialog: PlanPrintDialog, plant: TestPlant, qtbot: QtBot) -> None:
    choose(dialog, "printLayer", "risk")
    choose(dialog, "printPaper", "A4")
    choose(dialog, "printScale", "500")
    qtbot.waitUntil(lambda: dialog.proof is not None and dialog.proof.sheets.scale == 500)
    told: list[str] = []
    dialog.told.connect(told.append)
    out = plant.folder / "plan.pdf"
    dialog.save_to(str(out))
    qtbot.waitUntil(lambda: bool(told))
    text = page_texts(out)[0]
    assert "1:500" in text
    assert "冲压区" in text
    assert QSettings().value("planPrint/printLayer") == "risk"


def test_a_scale_that_does_not_fit_is_refused_and_one_that_does_is_offered(
    dialog: PlanPrintDialog, qtbot: QtBot
) -> None:
    choose(dialog, "printPaper", "A4")
    choose(dialog, "printScale", "50")
    qtbot.waitUntil(dialog.take.isVisible)
    assert not dialog.save.isEnabled()
    assert "1:50" in dialog.fault.text()
    click(dialog, "printTake")
    qtbot.waitUntil(dialog.save.isEnabled)
    assert dialog.proof is not None
    assert dialog.proof.sheets.scale == 400
    assert not dialog.fault.isVisible()


def test_several_sheets_are_looked_at_one_by_one(dialog: PlanPrintDialog, qtbot: QtBot) -> None:
    choose(dialog, "printPaper", "A4")
    choose(dialog, "printScale", "100")
    dialog.choices.tiled.click()
    qtbot.waitUntil(lambda: dialog.proof is not None and dialog.proof.sheets.plan_sheets > 1)
    first = dialog.preview.picture
    assert not dialog.before.isEnabled()
    click(dialog, "printAfter")
    qtbot.waitUntil(lambda: dialog.proof is not None and dialog.proof.page == 2)
    assert dialog.preview.picture != first
    assert dialog.before.isEnabled()


def test_a_file_that_cannot_be_written_is_told_and_the_dialog_stays(dialog: PlanPrintDialog, qtbot: QtBot) -> None:
    dialog.save_to("/nowhere/at/all/plan.pdf")
    qtbot.waitUntil(dialog.fault.isVisible)
    assert dialog.isVisible()
    assert dialog.save.isEnabled()


@pytest.mark.parametrize("board", BOARDS)
def test_boards_cards_and_lists_are_printed_from_the_map_too(dialog: PlanPrintDialog, board: str, qtbot: QtBot) -> None:
    choose(dialog, "printLayer", board)
    qtbot.waitUntil(lambda: dialog.proof is not None and dialog.proof.wanted.board == board)
    assert dialog.proof is not None
    assert dialog.proof.sheets.pages == 1
    assert not dialog.choices.of_plan.isVisible()
    assert "1:" not in dialog.said.text()


def test_a_printer_gets_all_sheets_in_their_size(dialog: PlanPrintDialog, tmp_path: Path, qtbot: QtBot) -> None:
    choose(dialog, "printPaper", "A4")
    choose(dialog, "printScale", "200")
    dialog.choices.tiled.click()
    qtbot.waitUntil(lambda: dialog.proof is not None and dialog.proof.sheets.plan_sheets > 1)
    assert dialog.proof is not None
    sheets, out = dialog.proof.sheets, tmp_path / "printed.pdf"
    put_sheets(printer_to(out), "PDF", "plan", sheets, lambda share: True)
    document = pypdfium2.PdfDocument(out)
    sizes = [tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in document]
    document.close()
    assert sizes == [(round(sheets.page.width), round(sheets.page.height))] * sheets.pages


def test_printing_can_be_given_up(dialog: PlanPrintDialog, tmp_path: Path) -> None:
    assert dialog.proof is not None
    with pytest.raises(Cancelled):
        put_sheets(printer_to(tmp_path / "none.pdf"), "PDF", "plan", dialog.proof.sheets, lambda share: False)


def test_closing_gives_up_what_is_being_drawn(dialog: PlanPrintDialog, plant: TestPlant, qtbot: QtBot) -> None:
    choose(dialog, "printPaper", "A1")
    drawing = dialog.proofing._task
    assert drawing is not None
    click(dialog, "printCancel")
    assert drawing.cancelled
    assert not dialog.proofing.busy
    qtbot.waitUntil(lambda: not plant.tasks.busy)


def printer_to(file: Path) -> Any:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(file))
    return made
