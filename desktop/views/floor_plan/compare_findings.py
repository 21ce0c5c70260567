"""What differs between two moments of one floor, zone by zone."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from desktop.views.floor_plan.facts import MapFacts, map_facts
from desktop.views.floor_plan.shapes import STATUSES
from desktop.views.floor_plan.time_travel import Past
from desktop.views.floor_plan.wording import class_words, status_word
from services.core.geometry import Polygon
from services.core.zones import Zone

WORSE = {status: rank for rank, status in enumerate(reversed(STATUSES))}
Seen = tuple[Zone, str, frozenset[str], int]  # a zone, its status, its open hazards, how many sensors beyond a limit


@dataclass(frozen=True)
class Difference:
    """One zone that is not as it was. `status` is the one it has last had; `rank` orders the worst first."""

    zone: str
    name: str
    status: str
    polygon: Polygon
    words: tuple[str, ...]
    rank: tuple[bool, int, int, str]


def facts_at(past: Past, floor: str) -> MapFacts:
    """A floor as it stood; without floor and zones where it was not in use then."""
    facts = map_facts(past, floor)
    return facts if facts.floor and facts.floor.id == floor else replace(facts, floor=None, zones={})


def differences(one: MapFacts, other: MapFacts) -> tuple[Difference, ...]:
    """The zones that differ from the one moment to the other: first what became worse, the worst status before all."""
    found = (_difference(_seen(one, id_), _seen(other, id_)) for id_ in {**one.zones, **other.zones})
    return tuple(sorted((each for each in found if each is not None), key=lambda each: each.rank))


def _seen(facts: MapFacts, zone: str) -> Seen | None:
    found = facts.zones.get(zone)
    if found is None:
        return None
    return found.zone, facts.status_of(zone), frozenset(hazard.id for hazard in found.hazards), len(found.beyond)


def _difference(before: Seen | None, after: Seen | None) -> Difference | None:
    words = _words(before, after)
    last = after or before
    if not words or last is None:
        return None
    zone, status, hazards, _ = last
    was = WORSE[before[1]] if before else WORSE["normal"]
    grown = len(hazards) - len(before[2]) if before and after else 0
    worse = after is not None and (WORSE[status] > was or (WORSE[status] == was and grown > 0))
    rank = (not worse, -WORSE[status] if after else 0, -grown, zone.name)
    return Difference(zone.id, zone.name, status, zone.polygon, words, rank)


def _words(before: Seen | None, after: Seen | None) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    if before is None or after is None:
        if after is not None:
            return (translate("Compare", "new zone, {status}").format(status=status_word(after[1])),)
        was = status_word(before[1]) if before else ""
        return (translate("Compare", "zone no longer there, was {status}").format(status=was),)
    return (*_standing(before, after), *_drawn(before[0], after[0]))


def _standing(before: Seen, after: Seen) -> list[str]:
    translate, words = QCoreApplication.translate, []
    if before[1] != after[1]:
        words.append(f"{status_word(before[1])} → {status_word(after[1])}")
    if before[2] != after[2]:
        said = translate("Compare", "open hazards {before} → {after} ({new} new, {settled} settled)")
        new, settled = len(after[2] - before[2]), len(before[2] - after[2])
        words.append(said.format(before=len(before[2]), after=len(after[2]), new=new, settled=settled))
    if before[3] != after[3]:
        said = translate("Compare", "sensors beyond their limits {before} → {after}")
        words.append(said.format(before=before[3], after=after[3]))
    return words


def _drawn(before: Zone, after: Zone) -> list[str]:
    translate, words = QCoreApplication.translate, []
    if before.name != after.name:
        words.append(translate("Compare", "renamed, was {name}").format(name=before.name))
    if before.zone_class != after.zone_class:
        words.append(f"{class_words(before.zone_class)} → {class_words(after.zone_class)}")
    if before.polygon != after.polygon:
        words.append(translate("Compare", "reshaped"))
    return words
