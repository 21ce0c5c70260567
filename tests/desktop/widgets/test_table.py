"""The table as a person uses it: filter row, copying, columns remembered, and word of what is chosen."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from desktop.models.record_table import Column
from desktop.style.theme import theme
from desktop.style.tokens import LIGHT
from desktop.widgets.days_dialog import DaysDialog
from desktop.widgets.table import Table
from tests.desktop.pages import part
from tests.desktop.speaking import speaking


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


# --- the filter row


DAY = timedelta(days=1)
NOW = datetime(2026, 3, 4, 4, 0, tzinfo=UTC)  # a Wednesday, 12:00 in Shanghai


@dataclass(frozen=True)
class Order:
    id: str
    name: str
    state: str
    at: datetime


ORDER_COLUMNS = (
    Column("name", "Order", lambda order: order.name),
    Column(
        "state",
        "State",
        lambda order: order.state,
        code=lambda order: order.state,
        choices=lambda: [("open", "待整改"), ("done", "已办结")],
    ),
    Column("at", "At", lambda order: f"{order.at:%m-%d}", 90, sort=lambda one: one.at, moment=lambda one: one.at),
)
ORDERS = [
    Order("1", "Pump", "open", NOW),
    Order("2", "Press", "done", NOW - DAY),
    Order("3", "Pallet", "open", NOW - 3 * DAY),
    Order("4", "Valve", "done", NOW - 40 * DAY),
]


def orders(qtbot: Any) -> Table:
    theme.apply("light")
    made = Table("orders", ORDER_COLUMNS, now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show_rows(ORDERS)
    made.show()
    return made


@pytest.fixture
def listed(qtbot: Any, qapp: QApplication) -> Iterator[Table]:
    with speaking(qapp, "en"):
        yield orders(qtbot)


def asked(table: Table, key: str) -> Any:
    return table.filters.fields[key]


def chips(table: Table) -> list[str]:
    QApplication.processEvents()
    return [one.text() for one in table.filters.chips.findChildren(QPushButton) if one.isVisibleTo(table)]


def test_each_column_has_its_field_below_its_title(listed: Table) -> None:
    assert not asked(listed, "name").isVisible()
    listed.filters.open()
    head = listed.columns.head
    for place, key in enumerate(("name", "state", "at")):
        field = asked(listed, key)
        assert field.isVisible()
        assert field.x() >= head.sectionViewportPosition(place)
        assert field.geometry().right() <= head.sectionViewportPosition(place) + head.sectionSize(place)
    listed.view.setColumnHidden(1, True)
    head.moveSection(2, 0)
    head.arrange()
    assert not asked(listed, "state").isVisible()
    assert asked(listed, "at").x() < asked(listed, "name").x()


def test_a_text_some_values_and_a_span_of_days_are_asked_together(listed: Table) -> None:
    listed.filters.open()
    QTest.keyClicks(asked(listed, "name"), "p")
    assert names(listed) == ["Pump", "Press", "Pallet"]
    asked(listed, "state").put(["open"])
    assert names(listed) == ["Pump", "Pallet"]
    asked(listed, "at").put("this_week")
    assert names(listed) == ["Pump"]
    assert chips(listed) == ["Order: p", "State: 待整改", "At: This week", "Clear all"]
    assert listed.filters.chips.left.text() == "1 of 4 rows"


def test_a_value_is_ticked_and_unticked_in_the_menu_that_stays_open(listed: Table) -> None:
    listed.filters.open()
    field = asked(listed, "state")
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    first, other = field.choices.actions()
    for action, left in ((first, ["Pump", "Pallet"]), (other, ["Pump", "Press", "Pallet", "Valve"])):
        place = field.choices.actionGeometry(action).center()
        QTest.mouseClick(field.choices, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        assert field.choices.isVisible()
        assert names(listed) == left
    first.trigger()
    assert names(listed) == ["Press", "Valve"]
    field.choices.close()


def test_a_chip_clears_its_filter_and_one_clears_all(listed: Table) -> None:
    asked(listed, "name").put("p")
    asked(listed, "state").put(["done"])
    assert names(listed) == ["Press"]
    QTest.mouseClick(part(listed, QPushButton, "filtered-state"), Qt.MouseButton.LeftButton)
    assert names(listed) == ["Pump", "Press", "Pallet"]
    asked(listed, "at").put("today")
    QTest.mouseClick(part(listed, QPushButton, "clearFilters"), Qt.MouseButton.LeftButton)
    assert names(listed) == ["Pump", "Press", "Pallet", "Valve"]
    assert not listed.filters.chips.isVisible()


def test_nothing_matches_is_said_and_offers_the_way_back(listed: Table) -> None:
    listed.filters.text.setText("no such thing")
    QApplication.processEvents()
    assert listed.nothing is not None
    assert listed.nothing.isVisible()
    QTest.mouseClick(part(listed, QPushButton, "clearAllFilters"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert len(names(listed)) == 4
    assert not listed.nothing.isVisible()


def test_filters_sorting_and_columns_come_back_and_can_be_reset(listed: Table, qtbot: Any) -> None:
    listed.filters.open()
    asked(listed, "state").put(["open"])
    asked(listed, "at").put("2026-01-01/2026-03-31")
    head = listed.columns.head
    head.setSortIndicator(2, Qt.SortOrder.AscendingOrder)
    head.moveSection(2, 0)
    listed.view.setColumnHidden(1, True)
    head.resizeSection(2, 122)
    again = orders(qtbot)
    assert names(again) == ["Pallet", "Pump"], "the oldest first, of those that are open"
    assert chips(again) == ["State: 待整改", "At: 2026-01-01 – 2026-03-31", "Clear all"]
    assert (again.view.columnWidth(2), again.columns.head.visualIndex(2)) == (122, 0)
    again.columns.head.customContextMenuRequested.emit(_middle_of(again, 0))
    (reset,) = [one for one in menu(again).actions() if one.text() == "Reset columns"]
    reset.trigger()
    assert (again.view.columnWidth(0), again.columns.head.visualIndex(2)) == (140, 2)
    assert not again.view.isColumnHidden(1)
    assert names(again) == ["Pump", "Pallet"], "unsorted; the filters stay"


def test_columns_yield_where_there_is_no_room_and_come_back(qtbot: Any) -> None:
    theme.apply("light")
    columns = (replace(COLUMNS[0], width=200, grows=True), COLUMNS[1], replace(COLUMNS[2], yields=True))
    made = Table("narrow", columns)
    qtbot.addWidget(made)
    made.show_rows(ZONES)
    made.show()
    made.resize(400, 300)
    QApplication.processEvents()
    assert made.view.isColumnHidden(2)
    assert not made.view.horizontalScrollBar().isVisible()
    made.view.selectRow(0)
    made.copy()
    assert QGuiApplication.clipboard().text().startswith("Zone\tArea\tStatus\n"), "copied although there is no room"
    made.columns.head.resizeSection(1, 120)  # which is kept
    made.resize(700, 300)
    QApplication.processEvents()
    assert not made.view.isColumnHidden(2)
    again = Table("narrow", columns)
    qtbot.addWidget(again)
    assert (again.view.columnWidth(1), again.view.isColumnHidden(2)) == (120, False)


def test_rows_that_come_in_another_order_leave_a_narrow_table_as_it_was(qtbot: Any) -> None:
    """The head tells then of the columns that have no room, one by one, as if they were resized."""
    theme.apply("light")
    yielding = replace(COLUMNS[2], yields=True)
    made = Table(
        "narrow", (replace(COLUMNS[0], width=200, grows=True), COLUMNS[1], yielding, replace(yielding, key="b"))
    )
    qtbot.addWidget(made)
    made.show_rows(ZONES)
    made.show()
    made.resize(400, 300)
    QApplication.processEvents()
    assert made.view.isColumnHidden(2)
    before = made.view.columnWidth(0)
    made.sorted.layoutAboutToBeChanged.emit()
    made.sorted.layoutChanged.emit()
    assert made.view.columnWidth(0) == before
    assert not made.view.horizontalScrollBar().isVisible()


def test_a_text_that_stands_out_has_its_colour_and_weight(qtbot: Any) -> None:
    theme.apply("light")
    made = Table("loud", (replace(COLUMNS[0], loud=lambda zone: zone.status),))
    qtbot.addWidget(made)
    made.show_rows([ZONES[0], ZONES[2]])
    first, other = made.sorted.index(0, 0), made.sorted.index(1, 0)
    assert first.data(Qt.ItemDataRole.ForegroundRole).name().upper() == LIGHT.overdue
    assert first.data(Qt.ItemDataRole.FontRole).bold()
    assert other.data(Qt.ItemDataRole.ForegroundRole) is None


@pytest.mark.parametrize("kept", ["", "{", "[1]", '{"state": "open", "at": "someday", "name": 3, "text": []}'])
def test_what_cannot_be_understood_any_more_asks_nothing(qtbot: Any, kept: str) -> None:
    QSettings().setValue("tables/orders/filters", kept)
    made = orders(qtbot)
    assert len(names(made)) == 4


def test_days_are_chosen_from_one_to_another(listed: Table) -> None:
    listed.filters.open()
    asked(listed, "at")._on_days()
    (dialog,) = listed.window().findChildren(DaysDialog)
    dialog.first.setDate(QDate(2026, 3, 3))
    dialog.last.setDate(QDate(2026, 3, 1))
    QTest.mouseClick(part(dialog, QPushButton, "takeDays"), Qt.MouseButton.LeftButton)
    assert names(listed) == ["Press", "Pallet"], "whichever of them was given first"


def test_esc_shuts_the_row_and_the_filters_stay(listed: Table) -> None:
    listed.filters.open()
    QTest.keyClicks(listed.filters.text, "pump")
    QTest.keyClick(listed.filters.text, Qt.Key.Key_Escape)
    assert not asked(listed, "name").isVisible()
    assert listed.view.hasFocus()
    assert names(listed) == ["Pump"]


def test_a_filter_chooses_nothing_by_itself(listed: Table) -> None:
    told: list[Any] = []
    listed.choose("2")
    listed.chosen.connect(told.append)
    listed.filters.text.setText("p")
    assert (told, listed.record()) == ([], ORDERS[1])
    listed.filters.text.setText("pump")
    assert (told, listed.record()) == ([None], None)


def test_what_a_filter_hides_can_still_be_led_to(listed: Table) -> None:
    listed.filters.text.setText("pump")
    listed.choose("4")
    assert listed.record() == ORDERS[3]
    assert listed.filters.text.text() == ""


def test_home_end_and_typing_lead_to_rows(listed: Table) -> None:
    def here() -> str:
        record = listed.record()
        return record.name if record is not None else ""

    listed.view.setFocus()
    for key, name in ((Qt.Key.Key_End, "Valve"), (Qt.Key.Key_Home, "Pump")):
        QTest.keyClick(listed.view, key)
        assert here() == name
    QTest.keyClicks(listed.view, "pre")
    assert here() == "Press"
    QTest.keyClicks(listed.view, "s")
    assert here() == "Press", "a longer text may keep its row"


def test_rows_are_saved_as_a_file_that_excel_opens(listed: Table, tmp_path: Path) -> None:
    told: list[str] = []
    refused: list[str] = []
    listed.copying.told.connect(told.append)
    listed.copying.refused.connect(refused.append)
    listed.show_rows([*ORDERS, Order("5", "=SUM(1)", "open", NOW)])
    listed.view.setColumnHidden(2, True)
    listed.copying.save_to(str(tmp_path / "orders.csv"))
    text = (tmp_path / "orders.csv").read_text("utf-8-sig")
    assert text.split() == ["Order,State", "Pump,open", "Press,done", "Pallet,open", "Valve,done", "'=SUM(1),open"]
    listed.copying.save_to(str(tmp_path / "no" / "such" / "folder.csv"))
    assert told == ["5 rows saved."]
    assert len(refused) == 1
    assert "No such file" in refused[0]
