"""What stands on a floor: equipment, sensors and doors that have a place on its plan, each with its state."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from services.core.calendar import day_of
from services.core.sensors import Sensor
from services.store.queries.status import Status, sensor_state, unmade
from services.store.readings import Reading
from services.store.records import Records

Kind = Literal["equipment", "sensor", "door"]
KINDS: tuple[Kind, ...] = ("equipment", "sensor", "door")


@dataclass(frozen=True, slots=True)
class Symbol:
    """One thing on the plan; `x` and `y` are metres on the floor. `sort` is the type of equipment or the quantity of
    a sensor, empty for a door. `state` is None where there is nothing to be said of it: a door, or equipment that no
    plan checks and that has no day of a next check. `check_due` is the day of equipment's next check, `late` whether
    that has passed. A sensor's record is `sensor`, and `reading` its newest, where that is known."""

    id: str
    kind: Kind
    sort: str
    code: str
    name: str
    x: float
    y: float
    zone: str
    state: Status | None
    unit: str = ""
    reading: Reading | None = None
    missed: int = 0
    check_due: date | None = None
    late: bool = False
    sensor: Sensor | None = None


def symbols_on(look: Records, floor: str, now: datetime, newest: Mapping[str, Reading]) -> tuple[Symbol, ...]:
    """All things in use with a place in living zones of a floor, by code; `newest` are readings by sensor.

    Equipment is overdue while an inspection of it was missed and not made good, and once the day of its next check has
    passed, else normal where a plan in use checks it or that day is known. A sensor is as the hub has noted it,
    whatever its newest reading; what it said after `now` is not heard yet."""
    zones = {zone.id for zone in look.find("zone", floor=floor) if zone.retired_at is None}
    missed = Counter(one.equipment for one in unmade(look))
    plans = [plan for plan in look.find("inspection_plan") if plan.retired_at is None]
    checked = {machine for plan in plans for machine in plan.equipment}
    today, found = day_of(look, now), []
    for kind, thing in standing(look, zones):
        common = (thing.code, thing.name, thing.x, thing.y, thing.zone)
        if kind == "sensor":
            reading = newest.get(thing.id)
            reading = reading if reading and reading.at <= now else None
            found.append(
                Symbol(thing.id, kind, thing.quantity, *common, sensor_state(thing), thing.unit, reading, sensor=thing)
            )
        elif kind == "equipment":
            many, due = missed[thing.id], thing.check_due
            late = due is not None and due < today
            known = thing.id in checked or due is not None
            state = Status.OVERDUE if many or late else Status.NORMAL if known else None
            found.append(Symbol(thing.id, kind, thing.type, *common, state, missed=many, check_due=due, late=late))
        else:
            found.append(Symbol(thing.id, kind, "", *common, None))
    return tuple(sorted(found, key=lambda one: (one.code, one.id)))


def standing(look: Records, zones: set[str]) -> Iterator[tuple[Kind, Any]]:
    """Equipment, sensors and doors in use that have a place and belong to one of these zones."""
    for kind in KINDS:
        for thing in look.find(kind):
            if thing.zone in zones and thing.retired_at is None and thing.x is not None and thing.y is not None:
                yield kind, thing
