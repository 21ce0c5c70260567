"""How far the places of a round lie from each other on the plan, the order in which they are walked soonest, and
whether one person can have been at two of them. Lengths are in metres as the crow flies: no way indoors is shorter."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from services.core.geometry import Point, centre
from services.core.operation import Look

EXACT = 9  # so many places are tried in every order; more are set out from near to near and then untangled
OTHER_FLOOR_M = 10_000.0  # reckoned for the stairs while an order is sought, so that a floor is finished first
STARTS = 12
PASSES = 30
Place = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place lies: a zone at its centre, equipment where it stands, in metres on its floor."""

    id: str
    floor: str
    at: Point


def spot_of(look: Look, zone: str, equipment: str | None) -> Spot | None:
    """Where a zone, or equipment in it, lies; None when there is no such zone."""
    place = look.get("zone", zone)
    if place is None:
        return None
    machine = look.get("equipment", equipment) if equipment else None
    if machine is not None and machine.x is not None and machine.y is not None:
        return Spot(machine.id, place.floor, (machine.x, machine.y))
    return Spot(equipment or zone, place.floor, centre(place.polygon))


def between(a: Spot, b: Spot) -> float | None:
    """Metres from one to the other; None between floors, where the plan does not say."""
    return math.dist(a.at, b.at) if a.floor == b.floor else None


def length_of(spots: Iterable[Spot]) -> float:
    """Metres from the first to the last in this order, without the ways between floors."""
    return sum(between(a, b) or 0.0 for a, b in pairwise(spots))


def minutes_of(length_m: float, stops: int, pace_m_min: float, stop_min: float) -> float:
    """Roughly how long a round takes: the way at a walking pace, and a time at each place."""
    return length_m / pace_m_min + stops * stop_min


def shortest(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """The same in a short order, which begins wherever that is best: the shortest of all for few, else one that no
    turning round of a stretch makes shorter. The same spots always give the same order."""
    if len(spots) < 3:
        return tuple(spots)
    costs = [[_cost(a, b) for b in spots] for a in spots]
    order = _exact(costs) if len(spots) <= EXACT else _good(costs)
    return tuple(spots[place] for place in order)


def _cost(a: Spot, b: Spot) -> float:
    far = between(a, b)
    return OTHER_FLOOR_M if far is None else far


def _exact(costs: list[list[float]]) -> list[int]:
    """The shortest path through all, by the best path to each last place through each set of places."""
    count = len(costs)
    best: dict[tuple[int, int], tuple[float, list[int]]] = {(1 << one, one): (0.0, [one]) for one in range(count)}
    for size in range(1, count):
        for (seen, last), (cost, way) in [one for one in best.items() if one[0][0].bit_count() == size]:
            for following in range(count):
                key = (seen | 1 << following, following)
                more = cost + costs[last][following]
                if not seen >> following & 1 and (key not in best or more < best[key][0] - 1e-9):
                    best[key] = (more, [*way, following])
    whole = (1 << count) - 1
    return min((best[whole, last] for last in range(count)), key=lambda one: one[0])[1]


def _good(costs: list[list[float]]) -> list[int]:
    count = len(costs)
    starts = range(0, count, max(1, count // STARTS))
    return min((_untangled(_near_to_near(costs, start), costs) for start in starts), key=lambda way: _sum(way, costs))


def _near_to_near(costs: list[list[float]], start: int) -> list[int]:
    way, left = [start], set(range(len(costs))) - {start}
    while left:
        way.append(min(left, key=lambda one: (costs[way[-1]][one], one)))
        left.discard(way[-1])
    return way


def _sum(way: Sequence[int], costs: list[list[float]]) -> float:
    return sum(costs[a][b] for a, b in pairwise(way))


def _untangled(way: list[int], costs: list[list[float]]) -> list[int]:
    """Stretches are turned round for as long as that makes the way shorter (2-opt, with open ends)."""
    for _ in range(PASSES):
        if not _turned(way, costs):
            break
    return way


def _turned(way: list[int], costs: list[list[float]]) -> bool:
    better, last = False, len(way) - 1
    for i in range(last):
        for j in range(i + 1, last + 1):
            before = costs[way[i - 1]][way[i]] if i else 0.0
            after = costs[way[j]][way[j + 1]] if j < last else 0.0
            now_before = costs[way[i - 1]][way[j]] if i else 0.0
            now_after = costs[way[i]][way[j + 1]] if j < last else 0.0
            if now_before + now_after < before + after - 1e-9:
                way[i : j + 1] = reversed(way[i : j + 1])
                better = True
    return better
