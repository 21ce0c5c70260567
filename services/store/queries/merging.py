"""What one hazard may be merged with: those that look like it first, then all others of its zone that are open."""

from dataclasses import dataclass
from datetime import datetime

from services.core.hazards import Hazard
from services.store.queries.hazards import HazardRow, open_in_zone, rows_of
from services.store.queries.photos import twins
from services.store.records import Records


@dataclass(frozen=True, slots=True)
class Candidates:
    """`mine` and the `others` it may be one with; the ids of those that are `likely`."""

    mine: HazardRow
    others: tuple[HazardRow, ...]
    likely: frozenset[str]


def merge_candidates(look: Records, hazard: str, now: datetime) -> Candidates | None:
    """None where there is no such hazard."""
    mine = look.get("hazard", hazard)
    if mine is None:
        return None
    likely = [one.hazard for one in twins(look, hazard)]
    rest = [one for one in open_in_zone(look, mine.zone) if one.id != mine.id]
    ordered: dict[str, Hazard] = {one.id: one for one in (*likely, *rest)}
    first, *others = rows_of(look, (mine, *ordered.values()), now)
    return Candidates(first, tuple(others), frozenset(one.id for one in likely))
