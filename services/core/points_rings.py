"""Rings of two to five people who pass each other's reports. That a zone's supervisor reviews nearly all of it makes no
ring: one person's share in another's reviews is held against their share in everybody else's of the same zones."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from services.core.doubt_rules import DoubtRules
from services.core.hazards import Hazard

MOST_IN_RING = 5
LONELY = 0.25  # so that five of five in a zone of their own are just unusual enough
CHANCE = 0.001  # a share that comes about by chance more often says nothing
Ring = tuple[tuple[str, ...], tuple[str, ...], float, str]


@dataclass(frozen=True, slots=True)
class Passed:
    """Of somebody's reports `hazards` were passed by the same person, a `share` of them all."""

    hazards: tuple[str, ...]
    share: float
    month: str


def found_rings(hazards: Sequence[Hazard], rules: DoubtRules) -> Iterator[Ring]:
    """The people of each ring in the order of their ids, the hazards that they passed for each other, the least share
    in it (0 to 1), and the month of the newest report."""
    edges = favours(hazards, rules)
    seen: set[tuple[str, ...]] = set()
    for way in _cycles(edges):
        people = tuple(sorted(way))
        if people not in seen:
            seen.add(people)
            steps = [edges[one][other] for one, other in zip(way, (*way[1:], way[0]), strict=True)]
            about = tuple(dict.fromkeys(id_ for step in steps for id_ in step.hazards))
            yield people, about, min(step.share for step in steps), max(step.month for step in steps)


def favours(hazards: Sequence[Hazard], rules: DoubtRules) -> Mapping[str, Mapping[str, Passed]]:
    """By who reported, who passed so many of their reports that it is neither usual in those zones nor chance."""
    reviewed = [one for one in hazards if one.first_by and one.reporter and one.first_by != one.reporter]
    of: defaultdict[str, list[Hazard]] = defaultdict(list)
    for one in reviewed:
        of[one.reporter or ""].append(one)
    usual = _Usual(reviewed)
    found: defaultdict[str, dict[str, Passed]] = defaultdict(dict)
    for reporter, mine in of.items():
        if len(mine) < rules.ring_least:
            continue
        for reviewer, count in Counter(one.first_by or "" for one in mine).items():
            share = count / len(mine)
            chance = usual.share(reporter, reviewer, mine)
            if 100 * share >= rules.ring_share and at_least(count, len(mine), chance) < CHANCE:
                theirs = tuple(one.id for one in mine if one.first_by == reviewer)
                month = max(f"{one.reported_at:%Y-%m}" for one in mine)
                found[reporter][reviewer] = Passed(theirs, share, month)
    return found


class _Usual:
    """Who reviews how much of which zone."""

    def __init__(self, reviewed: Sequence[Hazard]) -> None:
        self.zones: Counter[str] = Counter(one.zone for one in reviewed)
        self.by: Counter[tuple[str, str]] = Counter((one.zone, one.first_by or "") for one in reviewed)
        self.of: Counter[tuple[str, str]] = Counter((one.zone, one.reporter or "") for one in reviewed)
        self.pairs: Counter[tuple[str, str, str]] = Counter(
            (one.zone, one.reporter or "", one.first_by or "") for one in reviewed
        )

    def share(self, reporter: str, reviewer: str, mine: Sequence[Hazard]) -> float:
        """The reviewer's share in what others reported in the zones of these hazards, as often as those occur here.
        In a zone in which nobody else reports nothing is usual; there LONELY is taken."""
        total = 0.0
        for zone, times in Counter(one.zone for one in mine).items():
            others = self.zones[zone] - self.of[zone, reporter] - self.of[zone, reviewer]
            passed = self.by[zone, reviewer] - self.pairs[zone, reporter, reviewer]
            total += times * (passed / others if others > 0 else LONELY)
        return min(1.0, total / len(mine))


def at_least(count: int, of: int, chance: float) -> float:
    """How likely so many or more are of so many, at this chance each (binomial)."""
    if chance <= 0 or chance >= 1:
        return 1.0 if chance >= 1 or not count else 0.0
    yes, no = math.log(chance), math.log(1 - chance)
    return sum(math.exp(_ways(of, k) + k * yes + (of - k) * no) for k in range(count, of + 1))


def _ways(of: int, k: int) -> float:
    """The logarithm of how many ways there are to choose k."""
    return math.lgamma(of + 1) - math.lgamma(k + 1) - math.lgamma(of - k + 1)


def _cycles(edges: Mapping[str, Mapping[str, Passed]]) -> Iterator[tuple[str, ...]]:
    """Ways from somebody back to themselves, each begun at its least id."""
    for start in sorted(edges):
        ways: list[tuple[str, ...]] = [(start,)]
        while ways:
            way = ways.pop()
            for other in edges.get(way[-1], {}):
                if other == start and len(way) > 1:
                    yield way
                elif other > start and other not in way and len(way) < MOST_IN_RING:
                    ways.append((*way, other))
