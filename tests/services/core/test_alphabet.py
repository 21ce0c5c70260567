"""Names stand as in a directory: by pinyin."""

from pypinyin import lazy_pinyin

from services.core.alphabet import by_sound

NAMES = (
    "赵刚",
    "丁凯",
    "付阳武",
    "于刚伟",
    "何军",
    "万波峰",
    "任爱欣",
    "陈志强",
    "刘洋",
    "王芳",
    "余爱静",
    "孙伟",
    "李安",
)


def test_names_stand_by_their_sound() -> None:
    """Held against a reader of pinyin that does not know this order, by the sound of the family names."""
    heard = [lazy_pinyin(name[0]) for name in sorted(NAMES, key=by_sound)]
    assert heard == sorted(heard)


def test_latin_comes_before_chinese_and_what_has_no_code_is_no_fault() -> None:
    assert sorted(["冲压", "A线", "2号"], key=by_sound) == ["2号", "A线", "冲压"]
    assert by_sound("\ud800") == b"?"
