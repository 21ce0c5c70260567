"""Things are found by characters, pinyin, initials, words and numbers; and the better hit comes first."""

import subprocess
import sys

import pytest

from desktop.views.palette import matching
from desktop.views.palette.matching import Shelf, Thing, find
from desktop.views.palette.sounds import AGAIN, sounds

ZONES = Shelf(
    Thing("zone", name, name, code)
    for name, code in (
        ("冲压车间", "Z-2345"),
        ("空压机房", "Z-6789"),
        ("A区3号线", "Z-AAAA"),
        ("绿色通道", "Z-BBBB"),
        ("银行网点", "Z-CCCC"),
        ("Press shop", "Z-DDDD"),
    )
)
PEOPLE = Shelf((Thing("person", "1", "单丽", "HD1042"), Thing("person", "2", "曾伟", "HD1043", "13800001042")))


def found(query: str, **bonus: float) -> list[str]:
    return [one.title for one in find((ZONES, PEOPLE), query, {("zone", name): worth for name, worth in bonus.items()})]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("冲压", "冲压车间"),
        ("chongya", "冲压车间"),
        ("chong ya", "冲压车间"),
        ("chong'ya", "冲压车间"),
        ("cycj", "冲压车间"),
        ("cyc", "冲压车间"),
        ("chyacj", "冲压车间"),
        ("CYCJ", "冲压车间"),
        ("ｃｙｃｊ", "冲压车间"),
        ("z-2345", "冲压车间"),
        ("2345", "冲压车间"),
        ("yaji", "空压机房"),
        ("aqu3", "A区3号线"),
        ("lvse", "绿色通道"),
        ("yinhang", "银行网点"),
        ("shanli", "单丽"),
        ("danli", "单丽"),
        ("zengwei", "曾伟"),
        ("cengwei", "曾伟"),
        ("1043", "曾伟"),
        ("138", "曾伟"),
        ("shop", "Press shop"),
        ("press sh", "Press shop"),
    ],
)
def test_each_way_of_typing_finds_it(query: str, first: str) -> None:
    assert found(query)[0] == first


@pytest.mark.parametrize("query", ["hongya", "冲 床", "cj cz", "xyzzy", "yach jy"])
def test_what_does_not_fit_is_not_found(query: str) -> None:
    """A syllable is not entered in its middle, and all words must fit."""
    assert found(query) == []


def test_the_beginning_comes_before_the_middle_and_the_middle_before_what_stands_beside() -> None:
    shelf = Shelf(
        (
            Thing("x", "1", "别的", "喷涂"),
            Thing("x", "2", "小喷涂间"),
            Thing("x", "3", "喷涂车间"),
            Thing("x", "4", "喷涂"),
        )
    )
    assert [one.id for one in find((shelf,), "喷涂", {})] == ["4", "3", "2", "1"]


def test_what_was_chosen_before_comes_first_among_equals_only() -> None:
    assert found("ya")[:2] == ["冲压车间", "空压机房"]
    assert found("ya", 空压机房=24)[0] == "空压机房"
    assert found("冲压车间", 空压机房=24)[0] == "冲压车间"


def test_without_chinese_there_are_no_sounds_and_short_names_have_their_other_readings() -> None:
    assert sounds("Press shop") == ""
    assert sounds("单丽").split(AGAIN)[0] == " dan li"
    assert " shan li" in sounds("单丽").split(AGAIN)


def test_a_search_that_hears_only_first_readings_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "sounds", lambda text: sounds(text).split(AGAIN)[0])
    assert find((Shelf(PEOPLE.things),), "shanli", {}) == []


def test_a_name_with_signs_of_patterns_is_only_a_name() -> None:
    shelf = Shelf((Thing("x", "1", "泵(2)*"), Thing("x", "2", "泵22")))
    assert [one.id for one in find((shelf,), "(2)*", {})] == ["1"]
    assert find((shelf,), "[", {}) == []


def test_the_window_is_there_before_the_library_of_sounds() -> None:
    code = "import sys, desktop.__main__, desktop.views.page; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
