"""What rules hear. Moments are whole milliseconds since 1970 (UTC) by the clock of the device that saw the thing."""

from dataclasses import dataclass
from math import isfinite
from typing import Literal

from services.core.refused import Refused

At = int
Outcome = Literal["done", "late", "missed", "excused"]
Step = Literal["reported", "fixed", "returned", "closed", "rejected"]
SECOND = 1000


@dataclass(frozen=True, slots=True)
class Reading:
    """A sensor's value. Raises Refused: reading_wrong, for what is no finite number."""

    at: At
    sensor: str
    value: float

    def __post_init__(self) -> None:
        if not isfinite(self.value):
            raise Refused("reading_wrong", sensor=self.sensor)


@dataclass(frozen=True, slots=True)
class Swipe:
    """A person at a door: into a zone, or out of it."""

    at: At
    zone: str
    person: str
    inward: bool


@dataclass(frozen=True, slots=True)
class Unfit:
    """A person goes into a zone, or out of it, without something that it asks for. `lacks` are the things, each as
    `course:` and its name, `trade:` and its code, or `induction:`."""

    at: At
    zone: str
    person: str
    inward: bool
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StopBegan:
    """A line or machine stands from now on."""

    at: At
    stop: str
    line: str
    planned: bool = False


@dataclass(frozen=True, slots=True)
class StopEnded:
    """It runs again."""

    at: At
    stop: str
    line: str


@dataclass(frozen=True, slots=True)
class Inspected:
    """What became of an inspection: `at` is when its window closed or when somebody was there. `place` is the zone or
    machine and the plan, `due` its due time; a later word about the same inspection takes the place of the earlier."""

    at: At
    inspection: str
    place: str
    zone: str
    due: At
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class HazardMoved:
    """A step in the life of a hazard. `number` is what people call it."""

    at: At
    hazard: str
    number: str
    zone: str
    step: Step


@dataclass(frozen=True, slots=True)
class Became:
    """How a zone or equipment stands from now on, as the hub has seen it: `state` is the zone's colour, empty for one
    that is gone, or the words for equipment. `name` is what people call it, `sort` the equipment's type."""

    at: At
    thing: Literal["zone", "equipment"]
    name: str
    state: str
    sort: str = ""


@dataclass(frozen=True, slots=True)
class WentAway:
    """From now on nobody listens: what sensors say may never be heard."""

    at: At


@dataclass(frozen=True, slots=True)
class CameBack:
    """Somebody listens again."""

    at: At


Event = WentAway | CameBack | Reading | Swipe | Unfit | StopBegan | StopEnded | Inspected | HazardMoved | Became
