"""The guide: Markdown in both languages beside this file, the one source of the help window (F1) and of the site.

A heading may end in `{#name}`, by which the program and other pages lead to it, in whatever language. In the Chinese
pages 「…」, in the English ones **…** stands around a text of the program, word for word, and nothing else does.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
LANGUAGES = ("zh", "en")
# In the order of reading; each group has its words under guide.group.<name>.
CONTENTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("begin", ("start", "window", "today", "phone", "offline")),
    ("ground", ("map", "risk", "labels")),
    ("hazards", ("hazards", "dispatch", "conflicts", "incidents")),
    ("rounds", ("inspections", "checklists")),
    ("warning", ("alerts", "rules", "cookbook", "access")),
    ("people", ("training", "points", "contractors", "people")),
    ("proof", ("reports", "group", "journal", "settings")),
)
HEADING = re.compile(r"^(#{1,4}) +(.*?)(?: +\{#([a-z0-9-]+)\})?$", re.MULTILINE)
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it until the next one. `anchor` is empty where nothing leads to it."""

    title: str
    anchor: str
    text: str


@dataclass(frozen=True)
class GuidePage:
    """One page in one language."""

    key: str
    source: str
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """Its first heading."""
        return self.sections[0].title

    @property
    def markdown(self) -> str:
        """The page as any reader of Markdown takes it: without the names of headings."""
        return HEADING.sub(lambda found: f"{found[1]} {found[2]}", self.source)

    def place_of(self, anchor: str) -> int:
        """Which heading has this name, counted from 0; the first one where none has."""
        return next((place for place, one in enumerate(self.sections) if one.anchor == anchor), 0)


def keys() -> list[str]:
    """The pages in the order of reading."""
    return [key for _, group in CONTENTS for key in group]


def file_of(lang: str, key: str) -> Path:
    """Where a page is written."""
    return FOLDER / lang / f"{key}.md"


@cache
def page(lang: str, key: str) -> GuidePage:
    """A page, read once. Raises OSError where there is none."""
    source = file_of(lang, key).read_text("utf-8")
    return GuidePage(key, source, sections(source))


def sections(source: str) -> tuple[Section, ...]:
    """A page by its headings; what looks like one within a block of code is none."""
    blank = FENCE.sub(lambda found: re.sub(r"^#", " ", found[0], flags=re.MULTILINE), source)
    found = list(HEADING.finditer(blank))
    ends = [*(one.start() for one in found[1:]), len(source)]
    return tuple(
        Section(one[2], one[3] or "", source[one.end() : end].strip()) for one, end in zip(found, ends, strict=True)
    )
