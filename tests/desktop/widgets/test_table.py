"""The table as a person uses it: filter row, copying, columns remembered, and word of what is chosen."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.models.record_table import Column
from desktop.style.theme import theme
from desktop.style.tokens import LIGHT
from desktop.widgets.table import Table
from tests.desktop.pages import settings_in


@dataclass(frozen=True)
class Zone:
    id: str
    name: str
    area: float
    status: str | None = None


COLUMNS = (
    Column("name", "Zone", lambda zone: zone.name, sign=lambda zone: zone.status),
    Column("area", "Area", lambda zone: f"{zone.area:g} m²", sort=lambda zone: zone.area, right=True),
    Column("status", "Status", lambda zone: zone.status or "", badge=lambda _: "A"),
)
ZONES = [Zone("1", "Press shop", 1120, "overdue"), Zone("2", "Welding", 96, "normal"), Zone("3", "Offices", 640)]


@pytest.fixture(autouse=True)
def own_memory(tmp_path: Path) -> None:
    """What a table remembers is a test's own."""
    settings_in(tmp_path)


@pytest.fixture
def table(qtbot: Any) -> Table:
    theme.apply("light")
    made = Table("zones", COLUMNS)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show_rows(ZONES)
    made.show()
    return made


def names(table: Table) -> list[str]:
    return [str(table.sorted.index(row, 0).data()) for row in range(table.sorted.rowCount())]


def menu(table: Table) -> QMenu:
    QApplication.processEvents()
    (found,) = [one for one in table.findChildren(QMenu) if one.isVisible()]
    return found


def test_rows_come_as_given_until_a_head_is_pressed(table: Table) -> None:
    assert names(table) == ["Press shop", "Welding", "Offices"]
    head = table.view.horizontalHeader()
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=_middle_of(table, 1))
    assert names(table) == ["Welding", "Offices", "Press shop"]
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=_middle_of(table, 1))
    assert names(table) == ["Press shop", "Offices", "Welding"]


def _middle_of(table: Table, column: int) -> Any:
    head = table.view.horizontalHeader()
    place = head.viewport().rect().center()
    place.setX(head.sectionViewportPosition(column) + head.sectionSize(column) // 2)
    return place


def test_what_is_chosen_is_told_and_stays_through_news(table: Table) -> None:
    told: list[Any] = []
    table.chosen.connect(told.append)
    table.choose("2")
    assert told == [ZONES[1]]
    table.show_rows([Zone("9", "New", 1), ZONES[2], ZONES[1]])
    assert table.record() == ZONES[1]
    assert told == [ZONES[1]]


def test_when_all_rows_go_nothing_is_chosen_and_that_is_told(table: Table) -> None:
    told: list[Any] = []
    table.choose("2")
    table.chosen.connect(told.append)
    table.show_rows([Zone("8", "Another plant", 1)])
    assert told == [None]
    assert table.record() is None


def test_control_f_filters_any_column(table: Table) -> None:
    table.view.setFocus()
    assert not table.filter.isVisible()
    QTest.keyClick(table.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert table.filter.isVisible()
    assert table.filter.hasFocus()
    QTest.keyClicks(table.filter, "1120")
    assert names(table) == ["Press shop"]


def test_control_c_copies_with_head_what_is_shown_in_the_order_shown(table: Table) -> None:
    table.view.selectAll()
    table.view.setColumnHidden(2, True)
    table.view.horizontalHeader().moveSection(1, 0)
    QTest.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Area\tZone",
        "1120 m²\tPress shop",
        "96 m²\tWelding",
        "640 m²\tOffices",
    ]


def test_columns_are_chosen_by_right_click_and_remembered(table: Table, qtbot: Any) -> None:
    head = table.view.horizontalHeader()
    head.customContextMenuRequested.emit(_middle_of(table, 0))
    actions = {action.text(): action for action in menu(table).actions()}
    assert not actions["Zone"].isEnabled(), "what people call the thing stays"
    actions["Area"].trigger()
    assert table.view.isColumnHidden(1)
    head.resizeSection(0, 217)
    again = Table("zones", COLUMNS)
    qtbot.addWidget(again)
    assert again.view.isColumnHidden(1)
    assert again.view.columnWidth(0) == 217
    other = Table("other", COLUMNS)
    qtbot.addWidget(other)
    assert not other.view.isColumnHidden(1)


def test_the_context_menu_knows_its_record(table: Table) -> None:
    asked: list[Zone] = []

    def more(zone: Zone, menu: QMenu) -> None:
        asked.append(zone)
        menu.addAction("Print label")

    table.menu_for = more
    place = table.view.visualRect(table.sorted.index(1, 0)).center()
    table.view.customContextMenuRequested.emit(place)
    assert asked == [ZONES[1]]
    assert "Print label" in [action.text() for action in menu(table).actions()]


def test_enter_opens_the_row(table: Table) -> None:
    opened: list[Any] = []
    table.opened.connect(opened.append)
    table.choose("3")
    table.view.setFocus()
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert opened == [ZONES[2]]


def test_the_sign_is_painted_before_the_word(table: Table) -> None:
    image = table.view.viewport().grab().toImage()
    cell = table.view.visualRect(table.sorted.index(0, 0))
    colour = image.pixelColor(int((cell.left() + 14) * image.devicePixelRatio()), cell.center().y())
    assert colour.name().upper() == LIGHT.overdue
    plain = table.view.visualRect(table.sorted.index(2, 0))
    assert image.pixelColor(plain.left() + 3, plain.center().y()).name().upper() == LIGHT.panel


def test_the_growing_column_takes_the_room_that_is_left(qtbot: Any) -> None:
    name, area, status = COLUMNS
    made = Table("growing", (replace(name, width=200, grows=True), area, status))
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    room = made.view.viewport().width
    assert made.view.columnWidth(0) == room() - made.view.columnWidth(1) - made.view.columnWidth(2)
    made.view.setColumnWidth(1, 300)
    assert made.view.columnWidth(0) == room() - 300 - made.view.columnWidth(2)
    made.resize(500, 300)
    assert made.view.columnWidth(0) == 200, "never less than its own width"


def test_a_row_that_was_let_go_can_be_taken_again(table: Table) -> None:
    chosen: list[Any] = []
    table.chosen.connect(chosen.append)
    middle = table.view.visualRect(table.sorted.index(1, 0)).center()
    for _ in range(2):
        QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        table.view.clearSelection()
        QTest.qWait(0)  # the next press is another event
    assert [one.id for one in chosen] == [ZONES[1].id, ZONES[1].id]
