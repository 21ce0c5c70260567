"""Finding in the guide: the sections that have all the words, those that have them in their title first."""

import re
from dataclasses import dataclass

from desktop.guide import GuidePage, Section, keys, page

MOST, AROUND = 40, 24
MARKS = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|[*`\[|]|^[>#]+ ?|^\s*[-0-9]+[.]? ", re.MULTILINE)


@dataclass(frozen=True)
class Found:
    """A section, and the words around what was looked for."""

    page: GuidePage
    place: int
    excerpt: str

    @property
    def section(self) -> Section:
        """What was found."""
        return self.page.sections[self.place]


def find(lang: str, wanted: str) -> list[Found]:
    """At most MOST sections of the guide in a language; none without a word."""
    words = wanted.casefold().split()
    if not words:
        return []
    ranked = []
    for order, key in enumerate(keys()):
        one = page(lang, key)
        for place, section in enumerate(one.sections):
            worth = _worth(one, section, words)
            if worth:
                ranked.append((-worth, order, place, one))
    return [
        Found(one, place, excerpt(one.sections[place].text, words)) for _, _, place, one in sorted(ranked[:], key=_by)
    ][:MOST]


def _by(ranked: tuple[int, int, int, GuidePage]) -> tuple[int, int, int]:
    return ranked[:3]


def _worth(one: GuidePage, section: Section, words: list[str]) -> int:
    title, text = section.title.casefold(), plain(section.text).casefold()
    if all(word in title for word in words):
        return 3
    if all(word in f"{one.title.casefold()} {title}" for word in words):
        return 2
    return 1 if all(word in f"{title} {text}" for word in words) else 0


def plain(text: str) -> str:
    """The words of Markdown, in one line."""
    return " ".join(MARKS.sub("", text).split())


def excerpt(text: str, words: list[str]) -> str:
    """The words around the first of them, with dots where something is left out."""
    flat = plain(text)
    at = max(0, min((flat.casefold().find(word) for word in words if word in flat.casefold()), default=0))
    begin, end = max(0, at - AROUND // 2), at + 2 * AROUND
    return ("…" if begin else "") + flat[begin:end] + ("…" if end < len(flat) else "")
