"""What a phone shows before a label: the inspections that can be made there now, and the forms of an extra round."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.core.absences import stood_for
from services.core.checklists import CheckItem, ChecklistVersion, Items, form_in_force, plain_items
from services.core.equipment import Equipment
from services.core.inspection_plans import InspectionPlan
from services.core.inspections import Inspection
from services.core.labels import Label
from services.core.operation import required
from services.core.people import Person
from services.core.sensors import Sensor
from services.core.zones import Zone
from services.store.readings import Reading, latest
from services.store.records import Records

LATE = timedelta(hours=24)  # so long a missed one can still be made
FRESH = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Form:
    """What is answered: a version of a checklist, or the bare texts of an older plan, which have no `version`."""

    version: str | None
    name: str
    items: Items


@dataclass(frozen=True, slots=True)
class Task:
    """An inspection that can be made now, or (`inspection` is None) an extra round of a place."""

    inspection: Inspection | None
    name: str
    equipment: Equipment | None
    form: Form
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of a label; `tasks` are what is to be made there, the asker's own first, then by their end."""

    zone: Zone
    label: Label
    tasks: tuple[Task, ...]
    extras: tuple[Task, ...]
    values: dict[str, tuple[Sensor, Reading]]


def spot(look: Records, label: Label, person: Person, now: datetime) -> Spot:
    """See Spot; `values` are the last readings by the place's sensor ids. Raises Refused: no_such_record."""
    zone = required(look, Zone, label.zone or "")
    tasks = tuple(_task(look, one, person) for one in to_make(look, zone.id, person, now))
    extras = tuple(_extras(look, zone))
    return Spot(zone, label, tasks, extras, _values(look, zone, now))


def to_make(look: Records, zone: str, person: Person, now: datetime) -> list[Inspection]:
    """The inspections of a zone that the person, one they stand in for, the person's team or anybody is to make now or
    was to within a day."""
    due = [one for one in look.find("inspection", zone=zone, state="due") if one.opens_at <= now]
    missed = [one for one in look.find("inspection", zone=zone, state="missed") if now - one.closes_at <= LATE]
    mine = {person.id, *stood_for(look, person.id, now)}
    open_ = [one for one in (*due, *missed) if one.person is None or one.person in mine]
    return sorted(open_, key=lambda one: (not _mine(one, person), one.closes_at, one.id))


def _mine(one: Inspection, person: Person) -> bool:
    """An inspection that is somebody's own, or of one they stand in for, comes before those that anybody may make."""
    return one.person is not None or (one.person is None and one.team is not None and one.team == person.team)


def _task(look: Records, one: Inspection, person: Person) -> Task:
    plan: InspectionPlan = required(look, InspectionPlan, one.plan)
    machine = look.get("equipment", one.equipment) if one.equipment else None
    return Task(one, plan.name, machine, form_of(look, plan), _mine(one, person))


def form_of(look: Records, plan: InspectionPlan) -> Form:
    """The form that a plan's inspections are made by."""
    found = form_in_force(look, plan.checklist)
    return _of_version(found) if found else Form(None, plan.checklist or plan.name, plain_items(plan.items))


def _of_version(found: ChecklistVersion) -> Form:
    return Form(found.id, found.name, found.items)


def _extras(look: Records, zone: Zone) -> Iterable[Task]:
    """The places of the zone with the forms that plans have for them; where none has one, all forms for the zone."""
    plans = [plan for plan in look.find("inspection_plan") if plan.retired_at is None]
    machines = [one for one in look.find("equipment", zone=zone.id) if one.retired_at is None]
    found: dict[tuple[str, str], Task] = {}
    for plan in plans:
        form = form_of(look, plan)
        here = [None] if zone.id in plan.zones else []
        for machine in (*here, *(one for one in machines if one.id in plan.equipment)):
            found.setdefault((machine.id if machine else "", form.name), Task(None, form.name, machine, form))
    if found:
        return found.values()
    living = [one for one in look.find("checklist") if one.retired_at is None and one.purpose == "check"]
    forms = [_of_version(required(look, ChecklistVersion, one.version)) for one in living]
    return [Task(None, form.name, None, form) for form in sorted(forms, key=lambda form: form.name)]


def _values(look: Records, zone: Zone, now: datetime) -> dict[str, tuple[Sensor, Reading]]:
    """The last readings of the zone's sensors that are fresh enough to be taken for the present."""
    sensors = {one.id: one for one in look.find("sensor", zone=zone.id) if one.retired_at is None}
    readings = latest(look.connection, list(sensors))
    return {
        id_: (sensors[id_], one)
        for id_, one in readings.items()
        if now - one.at <= max(FRESH, sensors[id_].silent_after)
    }


def reading_for(
    values: dict[str, tuple[Sensor, Reading]], item: CheckItem, equipment: str | None
) -> tuple[Sensor, Reading] | None:
    """The reading that an item takes: of its own sensor, else of one at the place with the same unit, that of the same
    equipment first."""
    if item.kind != "sensor":
        return None
    if item.sensor is not None:
        return values.get(item.sensor)
    fitting = [one for one in values.values() if one[0].unit == item.unit]
    return next(iter(sorted(fitting, key=lambda one: (one[0].equipment != equipment, one[0].code))), None)
