"""Every table of every page as a workbook: its head is frozen and can be filtered by, its cells are of their types, and
nothing that people wrote is a formula."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from desktop.models.rows_book import typed
from desktop.views.pages import PAGES
from desktop.views.window import Window
from desktop.widgets.table import Table
from tests.desktop.pages import settings_in
from tests.desktop.plants import TestPlant, open_workbench, until

EVIL = "=1+1"
SQUARE = [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]]


@pytest.fixture(scope="module")
def window(qapp: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """A plant whose people, zones, courses and firms have names that a spreadsheet would reckon."""
    folder = Path(tmp_path_factory.mktemp("tables"))
    settings_in(folder)
    plant: TestPlant = open_workbench(folder)
    floor = plant.run("floors.add", name=EVIL, width_m=60.0, height_m=40.0)
    plant.run("zones.draw", floor=floor, name=EVIL, zone_class="A", polygon=SQUARE)
    plant.run("people.add", name=EVIL, employee_no="0012", phone="+8126")
    plant.run("courses.add", name="@SUM(A1)", stage="special_topic")
    plant.run("contractors.add", name="-2+3")
    plant.sync()
    made = Window()
    made.show()
    made.work_with(plant.workbench, plant.tasks)
    yield made
    plant.tasks.wait()
    made.close()
    made.deleteLater()
    plant.close()


def saved(table: Table, file: Path) -> tuple[list[list[Any]], str]:
    """The lines of its workbook, and what stands in its sheet's file."""
    table.book.save_to(str(file))
    until(lambda: table.book.waiting is None)
    lines = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    with ZipFile(file) as book:
        return lines, book.read("xl/worksheets/sheet1.xml").decode()


@pytest.mark.parametrize("key", [key for key, _ in PAGES])
def test_tables_of_a_page(window: Window, key: str, tmp_path: Path) -> None:
    window.go(key)
    page = window.pages[key]
    until(lambda: not page.tasks.busy)
    for number, table in enumerate(page.findChildren(Table)):
        lines, sheet = saved(table, tmp_path / f"{number}.xlsx")
        name = table.view.objectName()
        assert re.search(r'<pane [^>]*state="frozen"', sheet), name
        assert "<autoFilter " in sheet, name
        assert "<f>" not in sheet, name
        columns = table.copying.columns()
        assert lines[2] == [one.title for one in columns], name
        for line in lines[3:]:
            for column, cell in zip(columns, line, strict=True):
                if isinstance(cell, str) and cell:
                    assert typed(cell, number=column.right) == cell, (name, column.key, cell)


def test_what_reads_as_a_number_is_one_only_where_numbers_stand() -> None:
    assert [typed(one, number=True) for one in ("1,234", "-3.5", "0", "0012", "–", "3 / 10")] == [
        1234, -3.5, 0, "0012", "–", "3 / 10",
    ]  # fmt: skip
    assert typed("12", number=False) == "12"
    assert [typed(one, number=False) for one in ("2026-01-31", "2026-13-01", EVIL)] == [
        date(2026, 1, 31), "2026-13-01", EVIL,
    ]  # fmt: skip
