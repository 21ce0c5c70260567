"""A table as a workbook: what is written is read back as it was, whatever stands in it; nothing half is left behind."""

from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from services.reports import table_book
from services.reports.table_book import Cell, Sheet, write_table

HEADS = [("Name", 120), ("When", 120), ("Count", 80)]
SHEET = Sheet("Hazards", "Works · Filter: none", HEADS)
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn"))
TEXTS = st.text(LETTERS, max_size=40).map(lambda text: " ".join(text.split()))
FIRST, LAST = datetime(1901, 1, 1), datetime(2199, 1, 1)  # noqa: DTZ001 - a sheet's clock
MOMENTS = st.datetimes(FIRST, LAST).map(lambda at: at.replace(second=0, microsecond=0))
NUMBERS = st.integers(-(10**9), 10**9) | st.floats(-1e9, 1e9, width=32)
ROWS = st.lists(st.tuples(TEXTS, MOMENTS | st.none(), NUMBERS | st.none()), max_size=30)


def nothing(_: int) -> None:
    return None


def read(path: Path) -> list[list[list[Any]]]:
    book = CalamineWorkbook.from_path(str(path))
    return [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]


def moment(cell: Any) -> datetime | None:
    """What is read of midnight is the day alone."""
    if isinstance(cell, date) and not isinstance(cell, datetime):
        return datetime.combine(cell, time())
    return cell or None


def written(path: Path, rows: Sequence[Sequence[Cell]], part: int = 7) -> list[list[Any]]:
    parts = (rows[start : start + part] for start in range(0, len(rows), part))
    assert write_table(path, SHEET, parts, nothing) == len(rows)
    return read(path)[0]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_what_goes_out_comes_in_again(tmp_path: Path, rows: list[tuple[str, datetime | None, float | None]]) -> None:
    lines = written(tmp_path / "out.xlsx", rows)
    assert lines[0][0] == "Hazards"
    assert lines[1][0] == "Works · Filter: none"
    assert lines[2] == ["Name", "When", "Count"]
    found = [[*line, *[""] * (3 - len(line))] for line in lines[3:]]
    found += [["", "", ""]] * (len(rows) - len(found))
    for (text, when, number), (name, at, count) in zip(rows, found, strict=True):
        assert name == text
        assert moment(at) == when
        assert count == (pytest.approx(number) if number is not None else "")


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+1", "-1", '=HYPERLINK("http://x","y")', "{=1}", "http://x.y"])
def test_no_text_is_a_formula_or_a_link(tmp_path: Path, text: str) -> None:
    assert written(tmp_path / "out.xlsx", [(text, None, None)])[3][0] == text
    with ZipFile(tmp_path / "out.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "<hyperlink " not in sheet


def test_more_rows_than_a_sheet_holds_go_on_on_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_book, "MOST_ROWS", 10)
    rows: list[list[Cell]] = [[f"row {number}", None, number] for number in range(25)]
    write_table(tmp_path / "out.xlsx", SHEET, [rows], nothing)
    sheets = read(tmp_path / "out.xlsx")
    assert [len(sheet) - 3 for sheet in sheets] == [10, 10, 5]
    assert [line[0] for sheet in sheets for line in sheet[3:]] == [row[0] for row in rows]


def test_what_is_stopped_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    written(path, [("first", None, None)])
    before = path.read_bytes()

    def stop(_: int) -> None:
        raise RuntimeError("stopped")

    with pytest.raises(RuntimeError):
        write_table(path, SHEET, [[("second", None, None)]], stop)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["out.xlsx"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write_table(tmp_path / "no" / "out.xlsx", SHEET, [], nothing)
