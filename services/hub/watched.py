"""What the hub knows of each rule that it hears, and what one look finds for all of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from services.core.alert_rules import AlertRule
from services.core.moments import milliseconds
from services.core.rule_conditions import Alone, leaves_of
from services.rules.checkpoint import kept
from services.rules.events import Event, Reading
from services.rules.live import Live
from services.store.queries import rule_events as plant
from services.store.records import Records


@dataclass
class Watched:
    """A rule that is heard: its record, its engine, the last entry it has heard, when its state was kept, and the
    sensors whose readings are still to be read from the store."""

    rule: AlertRule
    live: Live
    seq: int
    sensors: tuple[str, ...]
    kept_at: datetime
    facts: tuple[Any, ...]  # the shifts, calendar and classes of zones that it goes by
    heard: dict[tuple[str, int], float] = field(default_factory=dict)  # the last value of a sensor's moment
    behind: bool = True
    passed: frozenset[Event] = frozenset()  # what the store has of swipes, stops and standings, as far as not settled
    looked_at: datetime | None = None  # when it was asked for these last

    @property
    def looks_back(self) -> timedelta:
        """How far back swipes at doors tell something to this rule; not at all where it does not go by them."""
        days = [leaf.days for leaf in leaves_of(self.live.rule.when) if isinstance(leaf, Alone)]
        return timedelta(days=max(days) + 1) if days else timedelta()

    @property
    def hears(self) -> set[type]:
        """The kinds of events that it needs."""
        return {kind for leaf in self.live.leaves for kind in leaf.hears}


@dataclass(frozen=True)
class Seen:
    """What one look finds for all rules: the new readings by the sensor's code, and what the journal's entries after
    another one did, which is nearly always the same for all of them."""

    look: Records
    names: plant.PlantNames
    now: datetime
    news: dict[str, list[Reading]]
    moved: Callable[[int], tuple[int, list[plant.Moved]]]


def state_of(one: Watched) -> dict[str, Any]:
    """As it is kept."""
    return {"since": milliseconds(one.rule.since), "live": kept(one.live)}


def past_of(look: Records, names: plant.PlantNames, live: Live, now: datetime) -> list[Reading]:
    """What the sensors read before, for the conditions that compare with it."""
    wanted = {leaf.fixed: timedelta(milliseconds=leaf.past_ms) for leaf in live.leaves if leaf.past_ms}
    return [one for code, long in wanted.items() for one in plant.readings_between(look, names, code, now - long, now)]


def sensors_of(names: plant.PlantNames, rule: AlertRule) -> tuple[str, ...]:
    """The codes of the sensors that a rule hears."""
    named = (getattr(leaf, "sensor", None) for leaf in leaves_of(rule.rule.when))
    return tuple(dict.fromkeys(names.called(one) for one in named if one))
