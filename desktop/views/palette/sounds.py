"""How Chinese names sound: syllables of pinyin, with the other readings of short names. Loaded with the first text."""

from functools import lru_cache

SHORT = 6  # names up to here get their other readings too: 单, 曾, 行
MOST_READINGS = 6
AGAIN = "\x1f"  # stands between the readings of a line


@lru_cache(maxsize=65_536)
def sounds(text: str) -> str:
    """The syllables of a text, each behind a space, Latin words and numbers among them as they are; further readings
    follow behind AGAIN. Empty for a text without Chinese."""
    if text.isascii():
        return ""
    from pypinyin import Style, lazy_pinyin, pinyin

    first = _line(lazy_pinyin(text, errors=_split))  # type: ignore[arg-type]
    if len(text) > SHORT:
        return first
    choices = pinyin(text, style=Style.NORMAL, heteronym=True, errors=_split)  # type: ignore[arg-type]
    best = [one[0] for one in choices]
    others = [
        _line([*best[:place], other, *best[place + 1 :]])
        for place, all_ in enumerate(choices)
        for other in all_[1:MOST_READINGS]
    ]
    return AGAIN.join([first, *others[:MOST_READINGS]])


def _line(syllables: list[str]) -> str:
    return "".join(f" {one.lower()}" for one in syllables if one)


def _split(text: str) -> list[str]:
    """What is no Chinese: its words and numbers."""
    return "".join(one if one.isascii() and one.isalnum() else " " for one in text).split()
