"""Dates as people write them, and what is none."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from services.imports.cells import Unreadable, moment, whole, without_year
from services.imports.workbook import text_of

SHANGHAI = ZoneInfo("Asia/Shanghai")
DAY = "2024-03-05 00:00"


@pytest.mark.parametrize(
    ("cell", "expected", "repaired"),
    [
        (datetime(2024, 3, 5, 14, 30), "2024-03-05 14:30", False),  # noqa: DTZ001 - as a workbook has it
        (date(2024, 3, 5), DAY, False),
        ("2024-03-05", DAY, False),
        ("2024-03-05 14:30", "2024-03-05 14:30", False),
        ("2024/3/5", DAY, True),
        ("2024.3.5", DAY, True),
        ("2024年3月5日", DAY, True),
        ("2024年03月05日 14时30分", "2024-03-05 14:30", True),
        ("2024年3月5日（周二）下午2:30", "2024-03-05 14:30", True),
        ("20240305", DAY, True),
        (20240305.0, DAY, True),
        (45356.0, DAY, True),
        (45356.604166666664, "2024-03-05 14:30", True),
        ("24-3-5", DAY, True),
        ("２０２４－３－５", DAY, True),
        ("2024/3/5 9:05:30", "2024-03-05 09:05", True),
        ("2024/3/5 2:30 pm", "2024-03-05 14:30", True),
    ],
)
def test_a_moment_is_read_by_the_plants_clock(cell, expected, repaired):
    found, put_right = moment(cell, SHANGHAI)
    assert (found.strftime("%Y-%m-%d %H:%M"), put_right) == (expected, repaired)
    assert found.tzinfo is SHANGHAI


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "3月5日",
        "2024-13-01",
        "2024-02-30",
        "昨天",
        "5/3/2024",
        3.0,
        999999.0,
        True,
        "2024-3-5 25:61",
        "2024-3-5 很早",
    ],
)
def test_what_is_no_moment_is_not_guessed(cell):
    with pytest.raises(Unreadable):
        moment(cell, SHANGHAI)


def test_a_day_by_which_something_is_due_ends_with_it():
    assert moment("2024/3/5", SHANGHAI, end=True)[0].strftime("%H:%M") == "23:59"
    assert moment("2024/3/5 9:00", SHANGHAI, end=True)[0].strftime("%H:%M") == "09:00"


@pytest.mark.parametrize(("cell", "expected"), [(3.0, 3), ("3 天", 3), ("１２", 12), ("0", 0)])
def test_whole_numbers_may_have_a_word_behind(cell, expected):
    assert whole(cell) == expected


@pytest.mark.parametrize("cell", ["", "三天", 1.5, "-1", "1234567"])
def test_what_is_no_whole_number_is_not_guessed(cell):
    with pytest.raises(Unreadable):
        whole(cell)


def test_text_is_without_what_excel_adds():
    assert [text_of(cell) for cell in (17.0, " a\n b ", None, 1.5)] == ["17", "a b", "", "1.5"]


@pytest.mark.parametrize("cell", ["3月5日", "3-5", "3/5", "３．５", "3月5号 14:30"])
def test_a_day_without_a_year_is_of_the_year_that_is_said(cell):
    found, put_right = moment(cell, SHANGHAI, year=2024)
    assert (found.strftime("%Y-%m-%d"), put_right) == ("2024-03-05", True)
    assert without_year(cell)


@pytest.mark.parametrize("cell", [3.5, 45356.0, "2024-3-5", "24-3-5", "20240305", ""])
def test_what_has_a_year_or_is_a_number_is_not_without_one(cell):
    assert not without_year(cell)
