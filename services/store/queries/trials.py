"""A rule over a stretch of the plant's past: what it hears of it, what it would have said, and whom it would have told.
Told how far it is, and can be left at any moment."""

from collections.abc import Generator
from dataclasses import replace
from datetime import datetime, timedelta

from services.core.alerts import people_for
from services.core.moments import milliseconds
from services.core.rule_conditions import leaves_of
from services.core.rule_document import Rule
from services.rules.back_test import back_test
from services.rules.events import (
    Became,
    Event,
    HazardMoved,
    Inspected,
    Reading,
    StopBegan,
    StopEnded,
    Swipe,
    Unfit,
)
from services.rules.running import hears
from services.rules.spells import Spell, Trial, spells_of
from services.rules.trace import Trace, traced
from services.store import readings as kept
from services.store import standings
from services.store.queries.rule_events import (
    PlantNames,
    as_it_stood,
    hazards_moved,
    inspected,
    plant_names,
    stood,
    stopped,
    swiped,
    unfit,
    was_away,
    zone_of,
)
from services.store.records import Records

LEAD = timedelta(days=8)  # how things stood at the beginning; the same hour a week before
AT_ONCE = timedelta(days=7)
Trying = Generator[float, None, Trial]
Tracing = Generator[float, None, Trace]
RECORDED = {HazardMoved, Inspected}
STATED = {Became, StopBegan, StopEnded}


def heard_by(*rules: Rule) -> set[type]:
    """The kinds of events that rules need."""
    return {kind for rule in rules for leaf in leaves_of(rule.when) for kind in hears(leaf)}


def trying(look: Records, rule: Rule, present: Rule | None, begins: datetime, ends: datetime) -> Trying:
    """Says how far it is (0 to 1), and returns the trial. `present` is the rule as it is now, to compare with."""
    names = plant_names(look)
    rules = [rule, *([present] if present else [])]
    events: list[Event] = []
    coarse = yield from _events(look, names, rules, begins, ends, events)
    found = []
    for number, one in enumerate(rules):
        firings = back_test(one, events, names.place(), milliseconds(begins), milliseconds(ends))
        found.append(_told(look, one, spells_of(firings)))
        yield 0.8 + 0.2 * (number + 1) / len(rules)
    deaf = _deaf(look, heard_by(*rules), begins, events)
    return Trial(found[0], found[1] if present else None, coarse, deaf)


def tracing(look: Records, rule: Rule, key: str, begins: datetime, ends: datetime) -> Tracing:
    """The same of how each condition went about one thing."""
    names = plant_names(look)
    events: list[Event] = []
    yield from _events(look, names, [rule], begins, ends, events)
    return traced(rule, events, names.place(), key, milliseconds(begins), milliseconds(ends))


def _events(
    look: Records, names: PlantNames, rules: list[Rule], begins: datetime, ends: datetime, into: list[Event]
) -> Generator[float, None, bool]:
    """All that rules hear of the plant; whether minutes had to stand for a part of the readings."""
    needed = heard_by(*rules)
    yield 0.02
    if RECORDED & needed:
        into += [*hazards_moved(look, names), *inspected(look, names)]
    if Swipe in needed:
        into += swiped(look, names, begins - LEAD, ends)
    if Unfit in needed:
        into += unfit(look, names, begins - LEAD, ends)
    if STATED & needed:
        into += [one for one in as_it_stood(look, names, begins - LEAD) if type(one) in needed]
        into += stopped(look, names, begins - LEAD, ends) if StopBegan in needed else []
        into += stood(look, names, begins - LEAD, ends) if Became in needed else []
    coarse = False
    if Reading in needed:
        into += was_away(look)
        coarse = yield from _readings(look, names, rules, begins, ends, into)
    yield 0.8
    return coarse


def _deaf(look: Records, needed: set[type], begins: datetime, events: list[Event]) -> tuple[str, ...]:
    """Kinds of events of which nothing is kept: no MES ever told of a stop, or the stretch begins before anybody saw
    how things stood."""
    since = standings.since(look.connection) if Became in needed else None
    unseen = Became in needed and (since is None or since > begins)
    told = StopBegan not in needed or any(type(one) is StopBegan for one in events)
    return (*(["Became"] if unseen else []), *([] if told else ["StopBegan"]))


def _readings(
    look: Records, names: PlantNames, rules: list[Rule], begins: datetime, ends: datetime, into: list[Event]
) -> Generator[float, None, bool]:
    """The readings of the sensors that are named; whether minutes had to stand for a part of them."""
    named = [getattr(leaf, "sensor", None) for rule in rules for leaf in leaves_of(rule.when)]
    codes = [one for one in dict.fromkeys(names.called(text) for text in named if text) if one in names.sensors]
    spans = []
    at = begins - LEAD
    while at < ends:
        spans.append((at, min(at + AT_ONCE, ends)))
        at += AT_ONCE
    coarse = False
    for number, (code, (first, last)) in enumerate((code, span) for code in codes for span in spans):
        coarse |= _stretch(look, code, names.sensors[code], first, last, into)
        yield 0.05 + 0.7 * (number + 1) / (len(codes) * len(spans))
    return coarse


def _stretch(look: Records, code: str, sensor: str, first: datetime, last: datetime, into: list[Event]) -> bool:
    """A sensor's readings, and before the oldest that is kept the means of its minutes."""
    raw = kept.between(look.connection, sensor, first, last)
    into += [Reading(milliseconds(one.at), code, one.value) for one in raw]
    until = raw[0].at if raw else last
    minutes = kept.minutes_between(look.connection, sensor, first, until - timedelta(minutes=1))
    into += [Reading(milliseconds(one.begins), code, one.mean) for one in minutes]
    return bool(minutes)


def _told(look: Records, rule: Rule, spells: tuple[Spell, ...]) -> tuple[Spell, ...]:
    """With the people whom each would have gone to, as the plant is now."""
    alerts = [one for one in rule.then if one.do == "alert"]
    places = {key: zone_of(look, key) for key in {one.key for one in spells}}
    people: dict[str | None, tuple[str, ...]] = {}
    for place in set(places.values()):
        zone = look.get("zone", place) if place else None
        people[place] = tuple(dict.fromkeys(one for action in alerts for one in people_for(look, action, zone)))
    return tuple(replace(one, told=people[places[one.key]]) for one in spells)
