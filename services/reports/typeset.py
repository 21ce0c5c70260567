"""Text into a room: how wide it is, where it may be broken, and the largest letters that fit.

Widths are in em (letters of size 1), so that one measurement serves every size.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from services.reports.fonts import FAMILY, Weight, font_file
from services.reports.label_sheets import MM_PER_PT

LEADING = 1.22
ASCENT = 0.88  # of the em box that Chinese characters fill; a line of text stands on 0.12 above its foot
AIR = 0.45  # em that stay free above and below together, so that large letters do not press on what is around
ELLIPSIS = "…"
_CLOSING = "，。、；：！？）》」』】〉”’…)]},.;:!?%℃"
_OPENING = "（《「『【〈“‘([{"
_WORD = re.compile(rf"[{re.escape(_OPENING)}]*(?:[\u2e80-\uffff]|[^\s\u2e80-\uffff]+|\s+)[{re.escape(_CLOSING)}]*")
_ONE_LINE_IS_WORTH = 0.85  # one line is calmer than two, even at letters this much smaller

_Word = tuple[str, float, float]  # a word, its width, and its width without the spaces at its end


@dataclass(frozen=True, slots=True)
class Fitted:
    """`lines` of letters of `size` points; `cut` when even the smallest letters did not take all of the text."""

    lines: tuple[str, ...]
    size: float
    cut: bool


@cache
def face_name(weight: Weight) -> str:
    """The name under which reportlab knows the font, which is read and registered at the first call (60 ms)."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    name = f"{FAMILY.replace(' ', '')}-{weight}"
    pdfmetrics.registerFont(TTFont(name, str(font_file(weight)), shapable=False))
    return name


class _Widths(dict[str, float]):
    """The width of each character, in thousandths of an em, looked up in the font when it is first met."""

    def __init__(self, of_font: dict[int, float]) -> None:
        self.of_font = of_font

    def __missing__(self, sign: str) -> float:
        self[sign] = width = self.of_font.get(ord(sign), 1000.0)
        return width


@cache
def _widths(weight: Weight) -> _Widths:
    from reportlab.pdfbase import pdfmetrics

    return _Widths(pdfmetrics.getFont(face_name(weight)).face.charWidths)


@lru_cache(maxsize=8192)  # each line is asked for its width several times on its way into its room
def width_em(text: str, weight: Weight) -> float:
    """Width in em."""
    return sum(map(_widths(weight).__getitem__, text)) / 1000


def width_mm(text: str, pt: float, weight: Weight = 400) -> float:
    """How wide a text is in letters of so many points."""
    return width_em(text, weight) * pt * MM_PER_PT


def broken(text: str, room_em: float, weight: Weight) -> list[str]:
    """`text` in lines no wider than `room_em`: Chinese breaks anywhere, Latin between words.

    No line begins with a closing mark or ends with an opening one. A word wider than the room is broken inside."""
    return _flowed(_words(text, weight), room_em, weight)


def _words(text: str, weight: Weight) -> list[_Word]:
    return [(word, width_em(word, weight), width_em(word.rstrip(), weight)) for word in _WORD.findall(text)]


def _flowed(words: list[_Word], room_em: float, weight: Weight) -> list[str]:
    lines, line, used = [], "", 0.0
    for whole in words:
        fits = whole[2] <= room_em
        for word, width, inked in [whole] if fits else _words_of_one(whole[0], weight):
            if line and used + inked > room_em + 1e-9:
                lines.append(line.rstrip())
                line, used = "", 0.0
            if line or inked:  # no line begins with a space
                line, used = line + word, used + width
    return [*lines, line.rstrip()] if line.strip() else lines


def _words_of_one(word: str, weight: Weight) -> Iterator[_Word]:
    for sign in word:
        width = width_em(sign, weight)
        yield sign, width, width


def cut_to(text: str, room_em: float, weight: Weight) -> str:
    """`text`, or as much of it as fits before an ellipsis."""
    if width_em(text, weight) <= room_em:
        return text
    while text and width_em(text + ELLIPSIS, weight) > room_em:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS


def fitted(
    text: str, room_pt: tuple[float, float], sizes: tuple[float, float], most_lines: int, weight: Weight
) -> Fitted:
    """The largest letters, smallest and largest of `sizes`, in which `text` fits into a room of width and height."""
    width, height = room_pt
    best = Fitted((), 0.0, False)
    whole = max(width_em(text, weight), 1e-3)
    for count in range(1, most_lines + 1):
        at_most = min(sizes[1], count * width / whole, height / (count * LEADING + AIR))
        if at_most * _ONE_LINE_IS_WORTH <= best.size:
            continue
        needed = _narrowest(text, count, weight)
        size = min(sizes[1], width / needed, height / (count * LEADING + AIR))
        if size * _ONE_LINE_IS_WORTH > best.size:
            best = Fitted(tuple(broken(text, needed, weight)), size, False)
    if best.size >= sizes[0]:
        return best
    return _cut(text, room_pt, sizes[0], most_lines, weight)


def _narrowest(text: str, count: int, weight: Weight) -> float:
    """The least width in em at which `text` takes at most `count` lines, so that the lines come out alike."""
    whole = max(width_em(text, weight), 1e-3)
    if count == 1:
        return whole
    words = _words(text, weight)
    low, high = whole / count, whole
    for _ in range(8):
        middle = (low + high) / 2
        if len(_flowed(words, middle, weight)) <= count:
            high = middle
        else:
            low = middle
    return high


def _cut(text: str, room_pt: tuple[float, float], size: float, most_lines: int, weight: Weight) -> Fitted:
    count = max(1, min(most_lines, int(room_pt[1] / (size * LEADING))))
    size = min(size, room_pt[1] / LEADING)
    lines = broken(text, room_pt[0] / size, weight)
    if len(lines) <= count:
        return Fitted(tuple(lines), size, False)
    rest = text
    for line in lines[: count - 1]:
        rest = rest[len(line) :].lstrip()
    return Fitted((*lines[: count - 1], cut_to(rest, room_pt[0] / size, weight)), size, True)
