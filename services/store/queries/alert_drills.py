"""The drills of alerts as people see them."""

from dataclasses import dataclass

from services.core.alert_drills import AlertDrill
from services.core.people import Person
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
