"""Incidents: injuries, first aid and near misses. What happened is for everybody; what it did to whom is personal."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.people import Person
from services.core.plant import day_number
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import LEADERS, OFFICE
from services.core.shape import Blob, Personal, Range, Ref, Text
from services.core.zones import Zone

IncidentKind = Literal["recordable_injury", "first_aid", "near_miss", "damage"]
# The types of GB/T 6441 that a works above ground can have.
AccidentType = Literal[
    "object_strike",
    "vehicle",
    "machinery",
    "lifting",
    "electric_shock",
    "drowning",
    "burn",
    "fire",
    "fall_from_height",
    "collapse",
    "boiler_explosion",
    "vessel_explosion",
    "other_explosion",
    "poisoning",
    "other",
]
Days = Annotated[int, Range(0, 6000)]
Story = Annotated[str, Text(most=1000)]
Injury = Annotated[str, Text(most=200, least=0), Personal()]
OldNumber = Annotated[str, Text(most=40, least=0)]


@record("incident", indexed=("zone", "kind", "at", "person", "batch"), subject="person")
@dataclass(frozen=True, kw_only=True)
class Incident:
    """`person` is who was hurt, `injury` what it did to them: erased with their other data. `old_number` is that of
    the paper register and `batch` the import that it came with. `to_classify`: it is a first report, which the office
    has yet to look at."""

    id: str
    kind: IncidentKind
    at: datetime
    zone: str
    description: str
    accident_type: AccidentType = "other"
    days_lost: int = 0
    person: str | None = None
    injury: Annotated[str, Personal()] = ""
    reported_by: str | None = None
    recorded_at: datetime
    old_number: str = ""
    batch: str | None = None
    withdrawn_at: datetime | None = None
    number: str | None = None
    place: str = ""
    photos: tuple[Annotated[str, Blob()], ...] = ()
    to_classify: bool = False


def sound(context: Context, look: Look, incident: Incident) -> Incident:
    """The incident, if it can have been so. Raises Refused: no_such_record, in_the_future, injury_needs_person,
    person_erased."""
    required(look, Zone, incident.zone)
    if incident.at > context.now:
        raise Refused("in_the_future")
    if incident.injury and incident.person is None:
        raise Refused("injury_needs_person")
    if incident.person and required(look, Person, incident.person).erased_at is not None:
        raise Refused("person_erased")
    return incident


@operation("incidents.record", roles=LEADERS)
@dataclass(frozen=True, kw_only=True)
class RecordIncident:
    """Something happened. From a paper register it comes with its import and its old number."""

    kind: IncidentKind
    at: datetime
    zone: Annotated[str, Ref("zone")]
    description: Story
    accident_type: AccidentType = "other"
    days_lost: Days = 0
    person: Annotated[str, Ref("person")] | None = None
    injury: Injury = ""
    old_number: OldNumber = ""
    batch: Annotated[str, Ref("import")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        if self.batch:
            from services.core.paper import running  # which knows of incidents itself

            running(look, self.batch, "incidents")
        incident = Incident(
            id=context.id,
            kind=self.kind,
            at=self.at,
            zone=self.zone,
            description=self.description,
            accident_type=self.accident_type,
            days_lost=self.days_lost,
            person=self.person,
            injury=self.injury,
            reported_by=context.actor.person,
            recorded_at=context.now,
            old_number=self.old_number,
            batch=self.batch,
            number=None if self.batch else day_number(context, look, "SG", "incident"),
        )
        return [Put(sound(context, look, incident))]


@operation("incidents.correct", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Correct:
    """What was recorded is put right; the journal keeps what stood before. All of it is said again, so that what is
    left out is none."""

    incident: Annotated[str, Ref("incident")]
    kind: IncidentKind
    at: datetime
    zone: Annotated[str, Ref("zone")]
    description: Story
    accident_type: AccidentType = "other"
    days_lost: Days = 0
    person: Annotated[str, Ref("person")] | None = None
    injury: Injury = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        incident = standing(look, self.incident)
        changed = replace(
            incident,
            kind=self.kind,
            at=self.at,
            zone=self.zone,
            description=self.description,
            accident_type=self.accident_type,
            days_lost=self.days_lost,
            person=self.person,
            injury=self.injury,
            to_classify=False,
        )
        return [Put(sound(context, look, changed))]


def standing(look: Look, incident: str) -> Incident:
    """The incident, which must not be withdrawn. Raises Refused: no_such_record, incident_withdrawn."""
    found = required(look, Incident, incident)
    if found.withdrawn_at is not None:
        raise Refused("incident_withdrawn")
    return found


@operation("incidents.withdraw", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Withdraw:
    """It did not happen, or is recorded twice: it stays to be seen and counts for nothing."""

    incident: Annotated[str, Ref("incident")]
    reason: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(standing(look, self.incident), withdrawn_at=context.now))]
