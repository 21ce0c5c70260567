"""Any table out: what is seen is what the workbook has, from the menu, by the key, and nothing where there is none."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu
from python_calamine import CalamineWorkbook

from desktop.models import rows_book
from desktop.views.window import Window
from desktop.widgets.table import Table
from tests.desktop.pages import at_work, settings_in, toast_text
from tests.desktop.plants import TestPlant, open_workbench, until


@pytest.fixture
def plant(qapp: Any, tmp_path: Path) -> Iterator[TestPlant]:
    settings_in(tmp_path)
    made = open_workbench(tmp_path)
    made.run("people.add", name="陈志强", phone="+8126")
    made.run("people.add", name="=刘洋", employee_no="0012")
    made.sync()
    yield made
    made.close()


def saved(window: Window, table: Table, path: Path) -> list[list[Any]]:
    table.book.save_to(str(path))
    until(lambda: table.book.waiting is None)
    book = CalamineWorkbook.from_path(str(path))
    return book.get_sheet_by_index(0).to_python(skip_empty_area=False)


def test_people_as_they_are_shown(qtbot: Any, plant: TestPlant, tmp_path: Path) -> None:
    window = at_work(qtbot, plant, "people")
    table: Table = window.pages["people"].table  # type: ignore[attr-defined]
    table.view.setColumnHidden(3, True)
    table.columns.head.moveSection(1, 0)
    table.columns.head.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    lines = saved(window, table, tmp_path / "people.xlsx")
    assert lines[0][0] == "People"
    assert lines[2] == ["工号", "姓名", "角色", "Absence", "电话", "邮箱"]
    shown = [table.sorted.index(row, 0).data() for row in range(table.sorted.rowCount())]
    assert [line[1] for line in lines[3:]] == shown
    assert "0012" in [line[0] for line in lines[3:]], "a number that is a name keeps its noughts"
    assert "一厂" in lines[1][0]
    assert "Sorted by 姓名, falling" in lines[1][0]
    assert toast_text(window.pages["people"]) == "3 rows saved."


def test_a_filter_is_followed_and_said(qtbot: Any, plant: TestPlant, tmp_path: Path) -> None:
    window = at_work(qtbot, plant, "people")
    table: Table = window.pages["people"].table  # type: ignore[attr-defined]
    table.filters.text.setText("陈")
    lines = saved(window, table, tmp_path / "people.xlsx")
    assert [line[0] for line in lines[3:]] == ["陈志强"]
    assert "Filter: contains '陈'" in lines[1][0]
    assert "1 row" in lines[1][0]


def test_the_journal_has_its_dates_as_dates(qtbot: Any, plant: TestPlant, tmp_path: Path) -> None:
    window = at_work(qtbot, plant, "journal")
    table: Table = window.pages["journal"].table  # type: ignore[attr-defined]
    until(lambda: table.sorted.rowCount() > 2)
    lines = saved(window, table, tmp_path / "journal.xlsx")
    assert len(lines) == 3 + table.sorted.rowCount()
    assert all(isinstance(line[0], datetime) for line in lines[3:])


def test_the_key_and_the_menu_ask_for_a_file(qtbot: Any, plant: TestPlant, tmp_path: Path) -> None:
    window = at_work(qtbot, plant, "people")
    table: Table = window.pages["people"].table  # type: ignore[attr-defined]
    QTest.keyClick(table.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    asked = window.findChild(QFileDialog, "saveBook")
    assert asked is not None
    asked.fileSelected.emit(str(tmp_path / "a.xlsx"))
    asked.close()
    until((tmp_path / "a.xlsx").exists)
    table._on_menu(table.view.visualRect(table.sorted.index(0, 0)).center())
    menu = table.findChild(QMenu)
    assert menu is not None
    assert "Save as Excel…" in [action.text() for action in menu.actions()]
    menu.close()


def test_a_page_without_a_table_says_so(qtbot: Any, plant: TestPlant) -> None:
    window = at_work(qtbot, plant, "settings")
    window.everywhere.save_table()
    assert toast_text(window) == "There is no table on this page to save."


def test_it_can_be_stopped_and_what_fails_is_said(
    qtbot: Any, plant: TestPlant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, row = Event(), rows_book.row

    def slowly(*given: Any) -> Any:
        go_on.wait(30)
        return row(*given)

    monkeypatch.setattr(rows_book, "row", slowly)
    window = at_work(qtbot, plant, "people")
    table: Table = window.pages["people"].table  # type: ignore[attr-defined]
    told: list[str] = []
    table.book.told.connect(told.append)
    table.book.refused.connect(told.append)
    table.book.save_to(str(tmp_path / "people.xlsx"))
    assert table.book.waiting is not None
    table.book.waiting.canceled.emit()
    go_on.set()
    until(lambda: table.book.waiting is None)
    assert told == ["Stopped. No file was written."]
    assert not list(tmp_path.glob("*.xlsx*"))
    table.book.save_to(str(tmp_path / "no" / "people.xlsx"))
    until(lambda: len(told) == 2)
    assert "could not be written" in told[1]
