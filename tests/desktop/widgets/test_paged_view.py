"""A table that is read page by page, as a person uses it: what is chosen arrives, keeps its place when news come above
it, is led to, copied and saved, and too much of it is not."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.models.paged_table import PagedTable, Source
from desktop.style.theme import theme
from desktop.tasks import Tasks
from desktop.widgets import table_copy
from desktop.widgets.table import Table
from tests.desktop.plants import until
from tests.things import COLUMNS, LISTING, ThingStore, thing

COUNT = 400


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ThingStore]:
    made = ThingStore(tmp_path)
    made.put(thing(number, number, number, number) for number in range(COUNT))
    yield made
    made.close()


@pytest.fixture
def table(qtbot: Any, store: ThingStore) -> Iterator[Table]:
    theme.apply("light")
    tasks = Tasks()
    made = Table("things", COLUMNS, source=Source(lambda: LISTING, store.ask, tasks))
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.look_again()
    until(lambda: model(made).known)
    yield made
    tasks.wait()


def model(table: Table) -> PagedTable:
    assert isinstance(table.model, PagedTable)
    return table.model


def chosen(table: Table, field: str = "id") -> str:
    """What the current row's record says in a field; empty where there is none."""
    return str(getattr(table.record(), field, ""))


def id_at(number: int) -> str:
    """The newest stands first."""
    return thing(COUNT - 1 - number).id


def test_a_row_that_is_far_away_is_told_when_it_has_come(table: Table) -> None:
    told: list[Any] = []
    table.chosen.connect(told.append)
    table.view.setFocus()
    QTest.keyClick(table.view, Qt.Key.Key_End)
    until(lambda: told and told[-1] is not None)
    assert told[-1].id == id_at(COUNT - 1)
    assert set(told[:-1]) == {None}, "until it was here"


def test_what_is_in_view_stays_when_news_come_above_it(table: Table, store: ThingStore) -> None:
    table.view.verticalScrollBar().setValue(200)
    until(lambda: model(table).held(200) is not None)
    table.view.setCurrentIndex(table.sorted.index(205, 0))
    told: list[Any] = []
    table.chosen.connect(told.append)
    store.put([thing(COUNT + number, hours=COUNT + number) for number in range(7)])
    table.look_again()
    until(lambda: table.sorted.rowCount() == COUNT + 7)
    assert table.view.verticalScrollBar().value() == 207
    assert (table.view.currentIndex().row(), chosen(table)) == (212, id_at(205))
    assert told == []


def test_at_the_top_news_are_seen(table: Table, store: ThingStore) -> None:
    store.put([thing(COUNT, hours=COUNT)])
    table.look_again()
    until(lambda: table.sorted.rowCount() == COUNT + 1)
    assert table.view.verticalScrollBar().value() == 0
    assert model(table).held(0) == thing(COUNT, hours=COUNT)


def test_a_record_is_led_to_even_where_a_filter_hides_it(table: Table) -> None:
    table.choose(id_at(333))
    until(lambda: table.record() is not None)
    assert chosen(table) == id_at(333)
    table.filters.fields["state"].put(["open"])
    until(lambda: table.sorted.rowCount() < COUNT and model(table).known)
    hidden = next(number for number in range(COUNT) if thing(number, state=number).state != "open")
    table.choose(thing(hidden).id)
    until(lambda: chosen(table) == thing(hidden).id)
    assert table.sorted.rowCount() == COUNT


def test_the_head_sorts_and_what_is_typed_is_found(table: Table) -> None:
    table.columns.head.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    until(lambda: model(table).wanted.sort == "name" and model(table).known)
    table.view.setFocus()
    QTest.keyClicks(table.view, "under")
    until(lambda: table.record() is not None)
    assert chosen(table, "name") == "under_score"


def test_chosen_rows_are_copied_and_too_many_are_not(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    table.copying.refused.connect(told.append)
    table.view.selectAll()
    table.copy()
    until(lambda: len(QGuiApplication.clipboard().text().splitlines()) == COUNT + 1)
    monkeypatch.setattr(table_copy, "MOST_COPIED", COUNT - 1)
    QGuiApplication.clipboard().setText("as it was")
    table.copy()
    assert QGuiApplication.clipboard().text() == "as it was"
    assert len(told) == 1


def test_all_rows_are_saved_part_by_part(table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_copy, "PART", 64)
    told: list[str] = []
    table.copying.told.connect(told.append)
    table.copying.save_to(str(tmp_path / "things.csv"))
    until(lambda: told)
    lines = (tmp_path / "things.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == COUNT + 1
    assert lines[1].startswith(thing(COUNT - 1, COUNT - 1).name)
