"""The drills of alerts as people see them."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from services.core.alert_drills import AlertDrill
from services.core.measures import Period
from services.core.people import Person
from services.core.plant import the_plant
from services.store.records import Records


@dataclass(frozen=True, slots=True)
class DrillRow:
    """A drill, whom it went to and who began it."""

    drill: AlertDrill
    person: Person | None
    by: Person | None

    @property
    def id(self) -> str:
        """The drill's id."""
        return self.drill.id


def drill_rows(look: Records) -> tuple[DrillRow, ...]:
    """All of them, the newest first."""
    people = {person.id: person for person in look.find("person")}
    found = sorted(look.find("alert_drill"), key=lambda one: (one.made_at, one.id), reverse=True)
    return tuple(DrillRow(one, people.get(one.person or ""), people.get(one.by or "")) for one in found)


def drill_for(look: Records, person: str) -> AlertDrill | None:
    """The drill that waits for this person's word."""
    waiting = [one for one in look.find("alert_drill", person=person) if one.acknowledged_at is None]
    return max(waiting, key=lambda one: one.made_at, default=None) if waiting else None


@dataclass(frozen=True, slots=True)
class DrillCount:
    """The drills of a period that are over: how many reached somebody `in_time`, for how many `nobody` was on duty,
    and the longest that an answer in time took, in minutes."""

    all: int
    in_time: int
    nobody: int
    slowest_min: float | None

    @property
    def unanswered(self) -> int:
        """Those that went to somebody and were not answered in time."""
        return self.all - self.in_time - self.nobody


def drills_in(look: Records, period: Period) -> DrillCount:
    """Those that began in the period, by the plant's calendar. Raises Refused: no_plant."""
    zone = ZoneInfo(the_plant(look).timezone)
    over = [one for one in look.find("alert_drill") if one.closed_at is not None]
    found = [one for one in over if period.first <= one.made_at.astimezone(zone).date() <= period.last]
    took = [(one.acknowledged_at - one.made_at).total_seconds() / 60 for one in found if one.in_time]
    return DrillCount(len(found), len(took), sum(one.person is None for one in found), max(took, default=None))
