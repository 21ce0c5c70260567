"""Dates and durations as people say them, by the plant's clock, in both languages."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import desktop
from desktop import words
from desktop.language import language
from services.core.refused import Refused

NOW = datetime(2026, 11, 24, 6, 6, tzinfo=UTC)  # Tuesday 14:06 in Shanghai


@pytest.fixture(autouse=True)
def shanghai() -> Iterator[None]:
    before = language.name
    language.set_zone("Asia/Shanghai")
    yield
    language.name = before
    language.set_zone("Asia/Shanghai")


@pytest.mark.parametrize(
    ("moment", "chinese", "english"),
    [
        (datetime(2026, 11, 24, 6, 2, tzinfo=UTC), "今天 14:02", "today 14:02"),
        (datetime(2026, 11, 23, 16, 0, tzinfo=UTC), "今天 00:00", "today 00:00"),
        (datetime(2026, 11, 23, 15, 59, tzinfo=UTC), "昨天 23:59", "yesterday 23:59"),
        (datetime(2026, 11, 24, 16, 30, tzinfo=UTC), "明天 00:30", "tomorrow 00:30"),
        (datetime(2026, 11, 20, 1, 0, tzinfo=UTC), "11-20 周五 09:00", "Fri 11-20 09:00"),
        (datetime(2025, 12, 31, 1, 0, tzinfo=UTC), "2025-12-31 周三 09:00", "Wed 2025-12-31 09:00"),
    ],
)
def test_when(moment: datetime, chinese: str, english: str) -> None:
    language.name = "zh"
    assert words.when(moment, NOW) == chinese
    language.name = "en"
    assert words.when(moment, NOW) == english


def test_the_day_is_that_of_the_plant() -> None:
    language.name = "en"
    late = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
    assert words.when(late, NOW) == "today 10:00"
    language.set_zone("America/New_York")
    assert words.when(late, NOW) == "yesterday 21:00"
    assert words.day(late) == "2026-11-23"
    assert words.full(late) == "2026-11-23 21:00:00 -0500"


def test_an_unknown_zone_leaves_the_present() -> None:
    language.set_zone("Moon/Far side")
    assert words.full(NOW).endswith("+0800")


@pytest.mark.parametrize(
    ("minutes", "chinese", "english"),
    [
        (0, "不到 1 分", "under 1 min"),
        (12, "12 分", "12 min"),
        (60, "1 小时", "1 h"),
        (192, "3 小时 12 分", "3 h 12 min"),
        (2880, "2 天", "2 d"),
        (3121, "2 天 4 小时", "2 d 4 h"),
    ],
)
def test_lasting(minutes: int, chinese: str, english: str) -> None:
    language.name = "zh"
    assert words.lasting(timedelta(minutes=minutes)) == chinese
    language.name = "en"
    assert words.lasting(timedelta(minutes=minutes)) == english


def test_a_time_that_is_not_certain_says_so() -> None:
    language.name = "zh"
    assert words.when(NOW, NOW, about=True) == words.when(NOW, NOW).replace(" ", " 约 ")
    language.name = "en"
    assert words.when(NOW, NOW, about=True) == words.when(NOW, NOW).replace(" ", " ~")


def test_the_clock_says_what_is_left_or_over() -> None:
    language.name = "zh"
    assert words.clock(NOW + timedelta(hours=1, minutes=14), NOW) == "剩 1 小时 14 分"
    assert words.clock(NOW - timedelta(hours=4, minutes=26), NOW) == "超时 4 小时 26 分"
    language.name = "en"
    assert words.clock(NOW + timedelta(minutes=7), NOW) == "7 min left"
    assert words.clock(NOW - timedelta(minutes=7), NOW) == "7 min over"
    assert words.clock(None, NOW) == "–"


def test_a_refusal_is_a_sentence_in_the_language_in_force() -> None:
    language.name = "zh"
    chinese = words.refusal(Refused("needs_hub"))
    language.name = "en"
    english = words.refusal(Refused("needs_hub"))
    assert chinese != english
    assert english.isascii()
    assert english.endswith(".")


def test_every_refusal_that_the_window_makes_has_words() -> None:
    window = Path(desktop.__file__).parent
    made = {
        code for file in window.rglob("*.py") for code in re.findall(r'Refused\(\s*"(\w+)"', file.read_text("utf-8"))
    }
    assert "hub_unreachable" in made
    assert sorted(code for code in made if not words.known(f"refused.{code}")) == []


def test_things_in_a_line() -> None:
    language.name = "zh"
    assert words.listed(["甲", "乙"]) == "甲、乙"
    language.name = "en"
    assert words.listed(["a", "b"]) == "a, b"
