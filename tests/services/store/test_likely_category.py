"""A category by what was said before: rare words decide, common ones do not, and too few say nothing."""

from services.store.queries.likely_category import counted, likely_category

SAID = counted(
    [("fire", "灭火器前堆满纸箱")] + 6 * [("fire", "灭火器被挡住")] + 7 * [("guarding", "光幕被遮挡")],
)


def test_what_always_stood_for_a_category_decides() -> None:
    assert likely_category(SAID, "灭火器被遮挡") == "fire"
    assert likely_category(SAID, "2号冲床光幕又被遮挡") == "guarding"


def test_too_little_says_nothing() -> None:
    assert likely_category(SAID, "") is None
    assert likely_category(SAID, "地面有油") is None
    assert likely_category(SAID, "纸箱") is None
