"""Finds what was typed among many things. Lines of all things of a kind stand in one text, which is searched at once:
six thousand things take a few milliseconds."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from unicodedata import normalize

from desktop.views.palette.sounds import AGAIN, sounds

MOST = 40
# What a hit is worth, by where it lies; a thing's own weight and what was chosen before come on top.
WHOLE, BEGINS, SOUND_BEGINS, WORD, INSIDE, SOUND_INSIDE, BESIDE = 110, 100, 92, 82, 66, 56, 42
LETTERS = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Thing:
    """What can be found: `title` is what people call it, `note` stands beside it, `also` is searched and not shown.
    `weight` puts equally good hits in order."""

    kind: str
    id: str
    title: str
    note: str = ""
    also: str = ""
    weight: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """Names it among all things."""
        return self.kind, self.id


def plain(text: str) -> str:
    """A text as it is compared: one width, small letters, one line."""
    return " ".join(normalize("NFKC", text).casefold().split())


class Shelf:
    """All things of one kind. Making it costs the sounds of new names (`heard`): for a task, unless they are few."""

    def __init__(self, things: Iterable[Thing], *, heard: bool = True) -> None:
        self.things = tuple(things)
        self._titles = [plain(one.title) for one in self.things]
        beside = (plain(f"{one.note} {one.also}") for one in self.things)
        self._text, self._starts = _joined(
            f"{title} {AGAIN}{more}" for title, more in zip(self._titles, beside, strict=True)
        )
        self._sound, self._sound_starts = _joined(sounds(title) if heard else "" for title in self._titles)

    def hits(self, term: str) -> dict[int, float]:
        """What one word is worth for each thing that has it, by the thing's place."""
        found: dict[int, float] = {}
        if LETTERS.fullmatch(term):
            pattern = re.compile(" " + "(?:[a-z0-9]* )?".join(term))
            for place, at in _lines(self._sound_starts, lambda begin: _at(pattern.search(self._sound, begin))):
                begins = self._sound[self._sound_starts[place] + at - 1] in ("\n", AGAIN)
                if begins or len(term) > 1:
                    found[place] = SOUND_BEGINS if begins else SOUND_INSIDE
        for place, at in _lines(self._starts, lambda begin: self._text.find(term, begin)):
            found[place] = max(found.get(place, 0), self._worth(term, place, at))
        return found

    def _worth(self, term: str, place: int, at: int) -> float:
        title = self._titles[place]
        if at >= len(title):
            return BESIDE
        before = title[at - 1 : at]
        word = not before.isalnum() or (before > "\u2e7f") != (term[0] > "\u2e7f")
        where = WHOLE if term == title else BEGINS if at == 0 else WORD if word else INSIDE
        return where + 5 * len(term) / len(title)


def find(shelves: Iterable[Shelf], query: str, bonus: Mapping[tuple[str, str], float], most: int = MOST) -> list[Thing]:
    """The things that have all words of the query, the best first. `bonus` is what was chosen before, by key."""
    terms = plain(query).replace("'", "").split()
    ranked = [
        (
            -(worth + shelf.things[place].weight + bonus.get(shelf.things[place].key, 0)),
            number,
            place,
            shelf.things[place],
        )
        for number, shelf in enumerate(shelves)
        for place, worth in _all(shelf, terms).items()
    ]
    return [one[3] for one in nsmallest(most, ranked, key=lambda one: one[:3])]


def _all(shelf: Shelf, terms: list[str]) -> dict[int, float]:
    found = [shelf.hits(term) for term in terms]
    if not found:
        return {}
    places = set.intersection(*(set(one) for one in found))
    return {place: sum(one[place] for one in found) / len(found) for place in places}


def _joined(lines: Iterable[str]) -> tuple[str, list[int]]:
    """Lines in one text, and where each begins; the last number is the text's end."""
    text, starts = ["\n"], [1]
    for line in lines:
        text.append(line + "\n")
        starts.append(starts[-1] + len(line) + 1)
    return "".join(text), starts


def _lines(starts: list[int], search: Callable[[int], int]) -> Iterator[tuple[int, int]]:
    """The lines that have a hit, each once: its number and where in it the first hit is."""
    begin = 0
    while (at := search(begin)) >= 0:
        place = bisect_right(starts, at) - 1
        yield place, at - starts[place]
        begin = starts[place + 1]


def _at(found: re.Match[str] | None) -> int:
    return -1 if found is None else found.start()
