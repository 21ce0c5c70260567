"""An old ledger comes in by the window: mapped, looked at and mended cell by cell, brought in to a real hub; what is
kept back is mended in its own workbook and brought again; the whole is taken back, without what was worked on since."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from python_calamine import CalamineWorkbook

from desktop.views.ledgers.sending import MOST
from desktop.views.ledgers.window import LedgerWindow
from desktop.widgets.choice import Choice
from tests.desktop.pages import part, shown
from tests.desktop.plants import TestPlant, open_workbench, until
from tests.services.imports.books import book

pytestmark = pytest.mark.acceptance
SQUARE = [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]]
HEADS = ["编号", "哪天发现", "隐患部位", "隐患描述", "发现人", "整改完成时间", "复查日期"]


@pytest.fixture
def plant(qapp: Any, tmp_path: Path) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path, syncing=True)
    floor = made.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    made.run("zones.draw", floor=floor, name="冲压车间", zone_class="A", polygon=SQUARE)
    made.run("people.add", name="马超", employee_no="2077", roles=["worker"])
    made.sync()
    yield made
    made.close()


def ledger(path: Path) -> Path:
    """Five spellings of dates, a zone by another name three times, and a row that says nothing of when."""
    rows: list[list[Any]] = [
        ["24-01", "2024-03-05", "冲压车间", "护罩缺失", "马超", "2024-03-06", "2024-03-07"],
        ["24-02", "2024年3月8日", "冲压一车间", "地面油污", "马超", "2024/3/9", "2024.3.9"],
        ["24-03", "3月12日", "冲压一车间", "照明不足", "马大超", "3月13日", "3月14日"],
        ["24-04", "20240315", "冲压一车间", "通道堵塞", "马超", None, None],
        ["24-05", "去年", "冲压车间", "灭火器过期", "马超", None, None],
        ["24-01", "2024-03-05", "冲压车间", "护罩缺失", "马超", "2024-03-06", "2024-03-07"],
    ]
    return book(path, HEADS, *rows)


def opened(page: Any) -> LedgerWindow:
    return next(one for one in page.window().findChildren(LedgerWindow) if one.isVisible())


def press(within: Any, name: str) -> None:
    """As soon as there is one that can be pressed."""

    def there() -> list[QPushButton]:
        return [one for one in within.findChildren(QPushButton, name) if one.isVisible() and one.isEnabled()]

    until(there)
    QTest.mouseClick(there()[0], Qt.MouseButton.LeftButton)


def drop(widget: Any, path: Path) -> None:
    """A workbook is dragged from a folder onto it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(40, 40), copy, data, left, plain))
    QApplication.sendEvent(widget, QDropEvent(QPointF(40, 40), copy, data, left, plain))


def looked(window: LedgerWindow) -> None:
    until(lambda: window._found is not None and not window.said.text())


def choose(choice: Choice, value: str) -> None:
    choice.setCurrentIndex(choice.findData(value))
    choice.activated.emit(choice.currentIndex())


def cell(window: LedgerWindow, row: int, field: str) -> str:
    """What the preview shows."""
    table = window.looking.table
    assert table is not None
    keys = [one.key for one in table.model.columns]
    texts = {
        table.sorted.index(at, 0).data(): table.sorted.index(at, keys.index(field)).data()
        for at in range(table.sorted.rowCount())
    }
    return str(next(text for said, text in texts.items() if said.startswith(f"{row} ")))


def click_cell(window: LedgerWindow, row: int, field: str) -> None:
    table = window.looking.table
    assert table is not None
    keys = [one.key for one in table.model.columns]
    at = next(n for n in range(table.sorted.rowCount()) if table.sorted.index(n, 0).data().startswith(f"{row} "))
    index = table.sorted.index(at, keys.index(field))
    table.view.scrollTo(index)
    middle = table.view.visualRect(index).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)


def standing(window: LedgerWindow) -> dict[int, str]:
    return {int(one.id): one.standing for one in window.looking._rows}


def text(within: Any, name: str) -> str:
    return part(within, QLabel, name).text()


def came_in(window: LedgerWindow) -> None:
    until(lambda: window.stack.currentWidget() is window.outcome and window._sending is None, 30)


def test_a_ledger_by_the_window(qtbot: Any, plant: TestPlant, tmp_path: Path) -> None:
    page = shown(qtbot, plant, "hazards")
    drop(page, ledger(tmp_path / "隐患台账2024.xlsx"))
    window = opened(page)
    until(lambda: window.stack.currentWidget() is window.looking)
    looked(window)
    assert "Still needed" in text(window, "columnsLacking")
    choose(window.looking.heads._choices["哪天发现"], "reported_at")
    until(lambda: bool(window._found and window._found.lines))
    looked(window)
    assert standing(window) == {2: "comes", 3: "kept", 4: "kept", 5: "kept", 6: "kept", 7: "kept"}
    assert cell(window, 3, "reported_at") == "2024-03-08 00:00"
    assert cell(window, 4, "closed_at") == "2024-03-14 00:00", "a day without a year is of that of the row above it"
    assert cell(window, 5, "reported_at") == "2024-03-15 00:00"

    click_cell(window, 3, "zone")
    assert text(window, "cellStands") == "冲压一车间"
    press(window, "suggest0")  # the zone that it is like, wherever the ledger says so
    until(lambda: standing(window)[5] == "mended")
    assert standing(window) == {2: "comes", 3: "mended", 4: "mended", 5: "mended", 6: "kept", 7: "kept"}
    click_cell(window, 4, "reporter")
    assert "找不到" in text(window, "cellRemark")
    choose(part(window, Choice, "mendTo"), "马超")
    press(window, "mendCell")
    until(lambda: cell(window, 4, "reporter") == "马超")
    press(window, "nextToMend")
    assert text(window, "cellStands") == "去年"

    press(window, "bringIn")
    came_in(window)
    assert text(window, "outcomeTitle") == "4 rows have come in"
    assert "2 rows were kept back" in text(window, "outcomeTold")
    kept = tmp_path / "kept.xlsx"
    until(lambda: (plant.opened.folder / "kept-back").is_dir())
    window.kept.save(str(kept))
    until(lambda: "saved" in window.said.text())
    hazards = {one.old_number: one for one in plant.hub_records("hazard")}
    assert sorted(hazards) == ["24-01", "24-02", "24-03", "24-04"]
    (person,) = [one for one in plant.records("person") if one.name == "马超"]
    assert hazards["24-03"].reporter == person.id

    # the kept rows are mended in Excel and brought again: columns and names are remembered
    grid = CalamineWorkbook.from_path(str(kept)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert grid[1][0] == "未导入的原因"
    assert [row[1] for row in grid[2:]] == ["24-05", "24-01"]
    assert "去年" in str(grid[2][0])
    grid[2][2] = "2024-04-01"
    press(window, "anotherLedger")
    window.read(str(book(tmp_path / "mended.xlsx", *grid[1:])))
    until(lambda: window.stack.currentWidget() is window.looking)
    looked(window)
    assert window._found is not None
    assert (window._found.lacking, window._found.unknown) == ((), ())
    assert list(standing(window).values()) == ["comes", "here"]
    press(window, "bringIn")
    came_in(window)
    assert len(plant.hub_records("hazard")) == 5

    # the first import is taken back, but for the open hazard that was sent on since
    plant.sync()
    plant.run("hazards.dispatch", hazard=hazards["24-04"].id, person=person.id)
    plant.sync()
    press(window, "anotherLedger")
    batch = hazards["24-01"].batch
    until(lambda: not plant.tasks.busy)
    press(window, f"takeBack-{batch}")
    reason = page.window().findChild(QLineEdit, "reasonText")
    reason.setText("列弄错了")
    reason.textEdited.emit("列弄错了")
    QTest.mouseClick(part(reason.window(), QPushButton, "reasonSend"), Qt.MouseButton.LeftButton)
    until(lambda: "any more" in window.outcome.title.text(), 30)
    assert text(window, "outcomeTitle") == "3 rows count for nothing any more"
    assert hazards["24-04"].number in text(window, "outcomeTold")
    states = {one.old_number: one.state.value for one in plant.hub_records("hazard")}
    assert states == {"24-01": "rejected", "24-02": "rejected", "24-03": "rejected", "24-04": "assigned",
                      "24-05": "assigned"}  # fmt: skip
    window.reject()


def test_it_can_be_stopped_and_goes_on(qtbot: Any, plant: TestPlant, tmp_path: Path) -> None:
    heads = ["编号", "发现日期", "隐患部位"]
    rows = [[f"24-{n:03}", "2024-03-05", "冲压车间"] for n in range(MOST + 20)]
    path = book(tmp_path / "a.xlsx", heads, *rows)
    page = shown(qtbot, plant, "hazards")
    page.deeds["importLedger"].trigger()
    window = opened(page)
    window.read(str(path))
    until(lambda: window.stack.currentWidget() is window.looking)
    looked(window)
    press(window, "bringIn")
    press(window, "stopImport")
    came_in(window)
    came = len(plant.hub_records("hazard"))
    assert came < MOST + 20
    press(window, "anotherLedger")
    window.read(str(path))
    until(lambda: window.stack.currentWidget() is window.looking)
    looked(window)
    if came:
        assert "goes on" in text(window, "ledgerDoubt")
    press(window, "bringIn")
    came_in(window)
    assert len(plant.hub_records("hazard")) == MOST + 20
    window.reject()


def test_a_file_that_is_no_workbook_says_so(qtbot: Any, plant: TestPlant, tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"PK no workbook at all")
    page = shown(qtbot, plant, "hazards")
    page.deeds["importLedger"].trigger()
    window = opened(page)
    window.read(str(tmp_path / "x.xlsx"))
    until(lambda: window.start.why.isVisible())
    assert "x.xlsx" in text(window, "ledgerRefused")
    window.reject()
