"""Cells as a spreadsheet puts them on the clipboard."""

import pytest

from services.core.refused import Refused
from services.imports.clipboard import MOST_ROWS, grid_of, text_of_rows


@pytest.mark.parametrize(
    ("text", "grid"),
    [
        ("姓名\t工号\r\n马超\t2077\r\n", [["姓名", "工号"], ["马超", "2077"]]),
        ("a\tb\nc\td", [["a", "b"], ["c", "d"]]),
        ("a\tb\rc\td\r", [["a", "b"], ["c", "d"]]),
        ('"one\r\ntwo"\tb\r\n', [["one\ntwo", "b"]]),
        ('"says ""no"" twice\nover"\tb', [['says "no" twice\nover', "b"]]),
        ('5" pipe\tb', [['5" pipe', "b"]]),
        ('"5 and more\tb', [['"5 and more', "b"]]),
        ('"quoted" and more\tb', [['"quoted" and more', "b"]]),
        ("a\t\tb\r\n\t\tc\r\n\r\n\t\r\n", [["a", "", "b"], ["", "", "c"]]),
        ("a\tb\t", [["a", "b", ""]]),
        ("'+86 139\t'abc", [["+86 139", "'abc"]]),
        ("only\nnames", [["only"], ["names"]]),
        ('""\ta\tb', [["", "a", "b"]]),
    ],
)
def test_cells_are_read(text: str, grid: list[list[str]]) -> None:
    assert grid_of(text) == grid


@pytest.mark.parametrize("text", ["", "one cell", "\t\t\r\n", '"one\ncell"', "\r\n" * 20])
def test_less_than_two_cells_are_no_rows(text: str) -> None:
    with pytest.raises(Refused, match="pasted_nothing"):
        grid_of(text)


def test_there_is_an_end_to_what_is_taken_at_once() -> None:
    assert len(grid_of("a\tb\n" * (MOST_ROWS + 1))) == MOST_ROWS + 1
    for text in ("a\tb\n" * (MOST_ROWS + 2), "x" * 1_000_001):
        with pytest.raises(Refused, match="pasted_too_much"):
            grid_of(text)


def test_what_is_written_is_read_again() -> None:
    rows = [["姓名", "原因"], ['他说 "不"\n再说', "=1+1"], ['"a"', "-5"], ["", "b"]]
    assert grid_of(text_of_rows(rows)) == rows


def test_a_formula_is_written_as_text() -> None:
    assert text_of_rows([["=HYPERLINK(1)", "@x", "-12"]]) == "'=HYPERLINK(1)\t'@x\t-12"
