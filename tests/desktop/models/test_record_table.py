"""The table of records: Qt's own tester watches every change, and what a person has chosen stays chosen."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from desktop.models.filtering import predicate
from desktop.models.record_table import RECORD, SIGN, SORT, Column, RecordTable, Sorted
from services.store.queries.wanted import Wanted

SEEDS = range(20)


@dataclass(frozen=True)
class Row:
    id: str
    name: str
    hours: int | None = None


COLUMNS = (
    Column("name", "Name", lambda row: row.name, sign=lambda row: "overdue" if row.hours == 0 else None),
    Column("hours", "Hours", lambda row: f"{row.hours} h", sort=lambda row: row.hours, right=True),
)


@pytest.fixture
def holder(qapp: Any) -> QObject:
    """Holds both models, as a table's widget does: a view of rows that is a child of its own source crashes when
    Python collects them."""
    return QObject()


@pytest.fixture
def table(holder: QObject) -> RecordTable:
    made = RecordTable(COLUMNS, holder)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


@pytest.fixture
def ordered(holder: QObject, table: RecordTable) -> Sorted:
    made = Sorted(holder)
    made.setSourceModel(table)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def numbered(*numbers: int) -> list[Row]:
    return [Row(f"id{number}", f"row {number}", number) for number in numbers]


def names(model: RecordTable | Sorted) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.mark.parametrize("seed", SEEDS)
def test_any_rows_after_any_others_keep_what_is_chosen(table: RecordTable, ordered: Sorted, seed: int) -> None:
    chance = random.Random(seed)
    ordered.sort(1)
    shown: Sequence[Row] = numbered(*range(12))
    table.show(shown)
    for _ in range(20):
        chosen = {row.id: QPersistentModelIndex(ordered.index(at, 0)) for at, row in _rows(ordered)}
        shown = _others(chance, shown)
        table.show(shown)
        assert table.rows == shown
        assert [row for _, row in _rows(ordered)] == sorted(shown, key=lambda row: row.hours or 0)
        still = {row.id for row in shown}
        kept = {id_ for id_, index in chosen.items() if index.isValid()}
        assert kept <= still
        assert all(index.data(RECORD).id == id_ for id_, index in chosen.items() if index.isValid())
        if still & set(chosen):
            assert kept == still & set(chosen), "a row that stays keeps its index"


def _rows(model: Sorted) -> list[tuple[int, Row]]:
    return [(at, model.index(at, 0).data(RECORD)) for at in range(model.rowCount())]


def _others(chance: random.Random, rows: Sequence[Row]) -> list[Row]:
    """Some leave, some change, some come; sometimes in another order. Hours stay apart, so that sorting is certain."""
    left = [row for row in rows if chance.random() < 0.8]
    left = [replace(row, name=row.name + "'") if chance.random() < 0.3 else row for row in left]
    free = [number for number in range(60) if all(row.id != f"id{number}" for row in left)]
    left += numbered(*chance.sample(free, chance.randrange(5)))
    if chance.random() < 0.5:
        chance.shuffle(left)
    return left


def test_only_what_differs_is_told(table: RecordTable) -> None:
    table.show(numbered(1, 2, 3, 4))
    changed, inserted, removed = (
        QSignalSpy(signal) for signal in (table.dataChanged, table.rowsInserted, table.rowsRemoved)
    )
    table.show(numbered(1, 2, 3, 4))
    assert (changed.count(), inserted.count(), removed.count()) == (0, 0, 0)
    rows = numbered(1, 5, 6, 2, 4)
    rows[0] = replace(rows[0], name="other")
    table.show(rows)
    assert (changed.count(), inserted.count(), removed.count()) == (1, 1, 1), "runs of rows are told at once"
    assert names(table) == ["other", "row 5", "row 6", "row 2", "row 4"]


def test_another_order_is_told_at_once(table: RecordTable) -> None:
    """One move after the other takes minutes for five thousand rows."""
    rows = numbered(*range(500))
    table.show(rows)
    moved, arranged = QSignalSpy(table.rowsMoved), QSignalSpy(table.layoutChanged)
    table.show(rows[::-1])
    assert table.rows == rows[::-1]
    assert (moved.count(), arranged.count()) == (0, 1)


def test_a_cell_says_text_sign_side_and_nothing_else(table: RecordTable) -> None:
    table.show([Row("a", "Press", 0)])
    cell, hours = table.index(0, 0), table.index(0, 1)
    assert (cell.data(), cell.data(SIGN), cell.data(RECORD).id) == ("Press", "overdue", "a")
    assert (hours.data(), hours.data(SORT)) == ("0 h", 0)
    assert hours.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert cell.data(Qt.ItemDataRole.FontRole) is None
    assert table.headerData(1, Qt.Orientation.Horizontal) == "Hours"
    assert table.rowCount(cell) == 0, "flat"


def test_sorting_compares_values_and_leaves_none_for_the_end(table: RecordTable, ordered: Sorted) -> None:
    table.show([Row("a", "ten", 10), Row("b", "none"), Row("c", "nine", 9)])
    ordered.sort(1)
    assert names(ordered) == ["nine", "ten", "none"]


def test_a_row_without_a_value_is_last_in_either_direction(table: RecordTable, ordered: Sorted) -> None:
    table.show([Row("a", "ten", 10), Row("b", "none"), Row("c", "nine", 9)])
    ordered.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(ordered) == ["ten", "nine", "none"]


def test_the_filter_looks_in_every_column_whatever_the_case(table: RecordTable, ordered: Sorted) -> None:
    table.show([Row("a", "Press SHOP", 10), Row("b", "Welding", 7)])
    ordered.want(predicate(COLUMNS, Wanted(" press shop ")))
    assert names(ordered) == ["Press SHOP"]
    ordered.want(predicate(COLUMNS, Wanted("7 h")))
    assert names(ordered) == ["Welding"]
    ordered.want(predicate(COLUMNS, Wanted("")))
    assert len(names(ordered)) == 2
