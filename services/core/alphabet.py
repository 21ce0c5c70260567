"""The order of a Chinese directory: by sound, as people look names up."""


def by_sound(text: str) -> bytes:
    """What texts are compared by so that common characters stand by their pinyin and Latin ones before them.

    GB 18030 keeps the order of GB/T 2312-1980, whose first level (3,755 characters) is arranged by pinyin; its second
    level, rarer ones, by radical and behind them. What no code can be given for is compared as a question mark."""
    return text.encode("gb18030", "replace")
