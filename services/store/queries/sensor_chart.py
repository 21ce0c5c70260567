"""What the rules have to do with a sensor: the bounds they hold its values against, and when they spoke of it."""

from dataclasses import dataclass
from datetime import datetime

from services.core.rule_conditions import leaves_of
from services.core.sensors import Sensor
from services.store.queries.rule_events import plant_names
from services.store.records import Records


@dataclass(frozen=True, slots=True)
class Bound:
    """A rule that is at work, and a value that it names for the sensor."""

    value: float
    rule: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """A rule fired about the sensor at `at`, and it was over at `until`, if it is."""

    at: datetime
    until: datetime | None
    rule: str


def bounds_of(look: Records, sensor: Sensor) -> tuple[Bound, ...]:
    """The bounds of all rules at work, the lowest first."""
    names = plant_names(look)
    found = {
        Bound(float(value), rule.name)
        for rule in look.find("rule")
        if rule.works
        for leaf in leaves_of(rule.rule.when)
        if names.called(getattr(leaf, "sensor", None) or "") == sensor.code
        for value in (getattr(leaf, one, None) for one in ("above", "below", "bound"))
        if value is not None
    }
    return tuple(sorted(found, key=lambda one: (one.value, one.rule)))


def spoken_of(look: Records, sensor: Sensor, since: datetime) -> tuple[Spoken, ...]:
    """When rules spoke of a sensor, as far as it reaches beyond a moment, the first first; not what was withdrawn."""
    rules = {rule.id: rule.name for rule in look.find("rule")}
    found = [
        Spoken(one.fired_at, one.cleared_at, rules.get(one.rule, ""))
        for one in look.find("alert")
        if one.key == sensor.code and one.withdrawn_at is None and (one.cleared_at is None or one.cleared_at > since)
    ]
    return tuple(sorted(found, key=lambda one: (one.at, one.rule)))
