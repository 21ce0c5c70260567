"""Conditions about what happens how often, and about what must follow on what."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from services.core.refused import Refused
from services.core.rule_slots import ClassOfZone, Family, Happening, Name, Seconds, Value, family_of
from services.core.shape import Range


@dataclass(frozen=True, kw_only=True)
class Count:
    """Something happens `n` times within so long at one place: in each zone or on each line, or in the one that is
    named. A sensor that goes over or under a bound is named with its bound."""

    kind: ClassVar[str] = "count"
    of: Happening
    n: Annotated[int, Range(1, 1000)] = 3
    within_s: Seconds
    zone: Name | None = None
    zone_class: ClassOfZone | None = None
    line: Name | None = None
    sensor: Name | None = None
    bound: Value | None = None

    def sound(self) -> None:
        """Only what the happening knows of is named. Raises Refused: rule_happening_wrong."""
        _named(self, {family_of(self.of)})


@dataclass(frozen=True, kw_only=True)
class Sequence:
    """After `first`, `then` does not follow within so long at the same place. Where the two speak of different kinds
    of places (a line that stopped, the inspection of a zone), each is named."""

    kind: ClassVar[str] = "sequence"
    first: Happening
    then: Happening
    within_s: Seconds
    zone: Name | None = None
    zone_class: ClassOfZone | None = None
    line: Name | None = None
    sensor: Name | None = None
    bound: Value | None = None

    def sound(self) -> None:
        """Raises Refused: rule_happening_wrong, where the two are the same or have no place in common."""
        families = {family_of(self.first), family_of(self.then)}
        given = {"zone": self.zone, "line": self.line, "sensor": self.sensor}
        if self.first == self.then or (len(families) > 1 and not all(given[one] for one in families)):
            raise Refused("rule_happening_wrong")
        _named(self, families)


def _named(one: Count | Sequence, families: set[Family]) -> None:
    given = {"zone": one.zone or one.zone_class, "line": one.line, "sensor": one.sensor}
    strange = any(value for name, value in given.items() if name not in families)
    no_bound = "sensor" in families and (one.sensor is None or one.bound is None)
    if strange or no_bound or ("sensor" not in families and one.bound is not None):
        raise Refused("rule_happening_wrong")
