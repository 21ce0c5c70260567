"""Two reports of the same thing: which pairs of a zone's open hazards are alike enough in photo and words to be shown
to a person as perhaps one. Nothing is merged by it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

# Proposals of our own, not measured on a plant's photos: a person decides each pair, so that a wrong one costs a look.
MOST_APART = 6  # bits by which photos differ that are taken for one
FAR_APART = 10  # where words are alike as well
LIKE_WORDS, LIKE_WORDS_ALONE = 0.34, 0.6  # shares
MOST_IN_ZONE = 100  # the newest; a zone that has more open hazards has other troubles


@dataclass(frozen=True, slots=True)
class Seen:
    """An open hazard as it is compared: its words and the fingerprints (64 bits) of its photos before."""

    id: str
    zone: str
    words: str
    looks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two hazards that may be one, the older first: by how many bits their photos differ at least (None where no two
    are alike), and how much of their words they share (0 to 1)."""

    older: str
    newer: str
    bits: int | None
    words: float


def maybe_one(bits: int | None, shared: float) -> bool:
    """Whether two hazards of a zone may be one. `bits` as in Pair, at most FAR_APART."""
    if shared >= LIKE_WORDS_ALONE:
        return True
    return bits is not None and (shared >= LIKE_WORDS or bits <= MOST_APART)


def pairs(seen: Sequence[Seen]) -> tuple[Pair, ...]:
    """All pairs that may be one, the most alike first. Ids are in order of time."""
    zones: dict[str, list[Seen]] = {}
    for one in sorted(seen, key=lambda one: one.id):
        zones.setdefault(one.zone, []).append(one)
    found = [pair for group in zones.values() for pair in _of_zone(group[-MOST_IN_ZONE:])]
    return tuple(sorted(found, key=lambda one: (one.bits is None, one.bits or 0, -one.words, one.newer)))


def _of_zone(group: Sequence[Seen]) -> Iterable[Pair]:
    parts = {one.id: letter_pairs(one.words) for one in group}
    for older, newer in combinations(group, 2):
        shared = share(parts[older.id], parts[newer.id])
        bits = least_apart(older.looks, newer.looks)
        if maybe_one(bits, shared):
            yield Pair(older.id, newer.id, bits, shared)


def least_apart(looks: Iterable[int], others: Sequence[int]) -> int | None:
    """By how many bits the most alike two of them differ; None where that is more than FAR_APART."""
    least = min(((one ^ other).bit_count() for one in looks for other in others), default=FAR_APART + 1)
    return least if least <= FAR_APART else None


def words_shared(one: str, other: str) -> float:
    """How much two short texts share (0 to 1): their pairs of neighbouring letters, which serves Chinese as well."""
    return share(letter_pairs(one), letter_pairs(other))


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two sets have in common (0 to 1)."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def letter_pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring letters of a text, without its blanks and marks."""
    letters = "".join(letter for letter in text.casefold() if letter.isalnum())
    return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))
