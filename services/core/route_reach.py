"""Which dispatch routes any hazard can ever go along: every case that the routes tell apart is tried."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from services.core.categories import BUILT_IN
from services.core.operation import Look
from services.core.routes import Case, Route, in_order, passed_over
from services.core.zones import Zone


@dataclass(frozen=True, slots=True)
class Unreached:
    """Why a route that is switched on is never taken: `before` are the places of the routes that take all that fits
    it, the first one first; none where nothing fits it, as whom or what it names is not there."""

    before: tuple[int, ...]


def unreached(look: Look) -> dict[str, Unreached]:
    """The routes that are switched on and that no hazard can go along, by id."""
    routes = [one for one in in_order(look) if one.active]
    takers: dict[str, set[int]] = {one.id: set() for one in routes}
    reached: set[str] = set()
    for case in cases(look, routes):
        fitting = [one for one in routes if not passed_over(look, one, case)]
        reached.update(one.id for one in fitting[:1])
        for one in fitting[1:]:
            takers[one.id].add(fitting[0].position)
    return {one.id: Unreached(tuple(sorted(takers[one.id]))) for one in routes if one.id not in reached}


def cases(look: Look, routes: list[Route]) -> Iterator[Case]:
    """One case for each combination of facts that these routes tell apart."""
    named = {name: {getattr(one, name) for one in routes} - {None} for name in ("category", "zone", "type", "shift")}
    known = (*BUILT_IN, *(one.id for one in look.find("category") if one.id not in BUILT_IN))
    other = [one for one in known if one not in named["category"]]
    categories = [*sorted(named["category"]), *other[:1]]
    types: list[str | None] = [None, *sorted(named["type"])]
    for zone, category, type_, clock in product(
        _zones(look, named["zone"]), categories, types, _clocks(look, named["shift"])
    ):
        yield Case(zone, category, type_, clock)


def _zones(look: Look, named: set[str]) -> list[Zone]:
    """The zones in use, of those that no route names one of each class and team."""
    kinds = {
        (one.id if one.id in named else "", one.zone_class, one.team): one
        for one in look.find("zone")
        if one.retired_at is None
    }
    return list(kinds.values())


def _clocks(look: Look, named: set[str]) -> list[str]:
    """A time of day in each stretch between the beginnings and ends of these shifts."""
    shifts = [one for one in (look.get("shift", id_) for id_ in sorted(named)) if one is not None]
    return sorted({"00:00", *(one.starts for one in shifts), *(one.ends for one in shifts)})
