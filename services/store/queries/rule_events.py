"""What rules hear of a plant's records: its hazards and inspections as events, and the names that people use."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from services.core.hazards import Hazard, State
from services.core.inspections import Inspection, InspectionState, withdrawn
from services.core.moments import MILLISECOND, milliseconds
from services.core.people import pseudonym
from services.core.record import KINDS
from services.core.shape import utc_moment
from services.rules.events import (
    Became,
    CameBack,
    Event,
    HazardMoved,
    Inspected,
    Outcome,
    Reading,
    Step,
    StopBegan,
    StopEnded,
    Swipe,
    Unfit,
    WentAway,
)
from services.rules.heard import LEAST_GAP_S
from services.rules.running import Place
from services.store import readings as kept
from services.store import standings, stops, swipes
from services.store.pseudonyms import pseudonym_key
from services.store.queries.zone_needs import unfit_between
from services.store.records import Records
from services.store.tables import entries

OUTCOMES: dict[InspectionState, Outcome] = {
    InspectionState.DONE: "done",
    InspectionState.LATE: "late",
    InspectionState.MISSED: "missed",
    InspectionState.EXCUSED: "excused",
}
LATEST = 40
AWAY = "rules.note_away"
Moved = HazardMoved | Inspected | WentAway | CameBack
TO_FIX_AGAIN = ("fixing", "assigned")
STEPS: dict[tuple[str, str], Step] = {
    ("", "fixed"): "fixed",
    ("", "closed"): "closed",
    ("", "rejected"): "rejected",
    **{(reviewed, back): "returned" for reviewed in ("fixed", "first_passed") for back in TO_FIX_AGAIN},
}


@dataclass
class PlantNames:
    """How a rule's words are read in a plant: by id, by code or by name, each becomes the one that people use."""

    zone: ZoneInfo
    names: dict[str, str] = field(default_factory=dict)
    sensors: dict[str, str] = field(default_factory=dict)  # id by code
    gaps: dict[str, float] = field(default_factory=dict)  # seconds by code
    shifts: dict[str, tuple[str, str]] = field(default_factory=dict)  # from when until when (HH:MM), by name
    special: dict[date, bool] = field(default_factory=dict)  # days that are not what their weekday says: worked or not
    classes: dict[str, frozenset[str]] = field(default_factory=dict)  # names of zones by class
    sorts: dict[str, str] = field(default_factory=dict)  # types of equipment by code

    def called(self, text: str) -> str:
        """The name of what is meant; what nobody knows is called as it is."""
        return self.names.get(text, text)

    @property
    def facts(self) -> tuple[Any, ...]:
        """What rules go by besides events; other facts make the same rule say something else from now on."""
        return self.shifts, self.special, self.classes

    def works(self, day: date) -> bool:
        """Whether it is a working day."""
        return self.special.get(day, day.weekday() < 5)

    def place(self, gap: Callable[[str], float] | None = None) -> Place:
        """What conditions need to know; `gap` is for sensors that the plant does not have."""
        gaps, shifts, classes = self.gaps, self.shifts, self.classes
        unknown = gap or (lambda _: LEAST_GAP_S)
        return Place(
            self.zone,
            lambda code: gaps[code] if code in gaps else unknown(code),
            self.called,
            self.works,
            shifts.get,
            lambda zone_class: classes.get(zone_class, frozenset()),
        )


def plant_names(look: Records) -> PlantNames:
    """The names of a plant's zones, sensors and machines."""
    found = look.find("plant")
    names = PlantNames(ZoneInfo(found[0].timezone if found else "Asia/Shanghai"))
    for kind, by in (("zone", "name"), ("equipment", "code"), ("sensor", "code")):
        for one in look.find(kind):
            names.names |= dict.fromkeys((one.id, one.code, one.name), getattr(one, by))
    for sensor in look.find("sensor"):
        names.sensors[sensor.code], names.gaps[sensor.code] = sensor.id, sensor.allowed_gap.total_seconds()
    names.sorts = {one.code: one.type for one in look.find("equipment")}
    names.shifts = {one.name: (one.starts, one.ends) for one in look.find("shift") if one.retired_at is None}
    names.special = {one.day: one.kind == "work" for one in look.find("calendar_day") if one.kind != "usual"}
    zones = look.find("zone")
    names.classes = {each: frozenset(one.name for one in zones if one.zone_class == each) for each in "ABCD"}
    return names


def hazards_moved(look: Records, names: PlantNames) -> Iterator[HazardMoved]:
    """The life of every hazard: reported, fixed for the last time, closed or rejected."""
    rejected = _rejected(look)
    for one in look.find("hazard"):
        steps = [("reported", one.reported_at), ("fixed", one.fixed_at), ("closed", one.closed_at)]
        if one.state == State.REJECTED:
            steps.append(("rejected", rejected.get(one.id)))
        yield from (_moved(one, names, step, at) for step, at in steps if at is not None)  # type: ignore[arg-type]


def _moved(one: Hazard, names: PlantNames, step: Step, at: datetime) -> HazardMoved:
    return HazardMoved(milliseconds(at), one.id, one.number or one.old_number or one.id, names.called(one.zone), step)


def _rejected(look: Records) -> dict[str, datetime]:
    query = sa.select(entries.c.body).where(entries.c.kind == "hazards.reject", entries.c.outcome == "accepted")
    bodies = (json.loads(body) for body in look.connection.execute(query).scalars())
    return {body["args"]["hazard"]: utc_moment(body["at"]) for body in bodies}


def inspected(look: Records, names: PlantNames) -> Iterator[Inspected]:
    """What became of every inspection whose time has come; those that are still due are not there."""
    plans = {plan.id: plan.name for plan in look.find("inspection_plan")}
    for one in look.find("inspection"):
        outcome = OUTCOMES.get(one.state)
        if outcome and not withdrawn(one):
            yield _inspected(one, names, plans.get(one.plan, ""), outcome)


def _inspected(one: Inspection, names: PlantNames, plan: str, outcome: Outcome) -> Inspected:
    at = one.at if outcome in ("done", "late") and one.at else one.closes_at
    where = names.called(one.equipment or one.zone)
    return Inspected(
        milliseconds(at), one.id, f"{where} · {plan}", names.called(one.zone), milliseconds(one.due_at), outcome
    )


def readings_between(look: Records, names: PlantNames, code: str, begins: datetime, ends: datetime) -> list[Reading]:
    """What the plant has of a sensor's readings from one moment to another, both included."""
    found: Any = names.sensors.get(code)
    if found is None:
        return []
    some = kept.between(look.connection, found, begins, ends + MILLISECOND)
    return [Reading(milliseconds(one.at), code, one.value) for one in some]


def swiped(look: Records, names: PlantNames, begins: datetime, ends: datetime) -> list[Swipe]:
    """Who passed the plant's doors from one moment to another, both included. People have no names here."""
    key = pseudonym_key(look.connection)
    return [
        Swipe(milliseconds(one.at), names.called(one.zone), pseudonym(one.person, key), one.inward)
        for one in swipes.between(look.connection, begins, ends + MILLISECOND)
    ]


def unfit(look: Records, names: PlantNames, begins: datetime, ends: datetime) -> list[Unfit]:
    """Who passed doors without what the zones ask for, both ends included. People have no names here, either."""
    key = pseudonym_key(look.connection)
    courses = {one.id: one.name for one in look.find("course")}
    found = []
    for one in unfit_between(look, begins, ends + MILLISECOND):
        lacks = tuple(f"{each.of}:{courses.get(each.what, each.what)}" for each in one.lacks)
        who = pseudonym(one.person, key)
        found.append(Unfit(milliseconds(one.at), names.called(one.zone), who, one.inward, lacks))
    return found


def stopped(look: Records, names: PlantNames, begins: datetime, ends: datetime) -> list[Event]:
    """What the MES has said of stops that began or ended from one moment to another, both included."""
    first, last = milliseconds(begins), milliseconds(ends)
    some = stops.between(look.connection, begins, ends)
    return [event for one in some for event in _stop_events(one, names) if first <= event.at <= last]


def stood(look: Records, names: PlantNames, begins: datetime, ends: datetime) -> list[Event]:
    """How zones and equipment have become from one moment to another, both included."""
    return [_became(one, names) for one in standings.between(look.connection, begins, ends)]


def as_it_stood(look: Records, names: PlantNames, at: datetime) -> list[Event]:
    """How zones, equipment and lines stood at a moment, as what was said of each last."""
    last = [_became(one, names) for one in standings.newest(look.connection, at)]
    some = [event for one in stops.newest(look.connection, at) for event in _stop_events(one, names)]
    return [*last, *(one for one in some if one.at <= milliseconds(at))]


def _stop_events(one: stops.Stop, names: PlantNames) -> Iterator[StopBegan | StopEnded]:
    line = names.called(one.line)
    yield StopBegan(milliseconds(one.began), one.stop, line, one.planned)
    if one.ended is not None:
        yield StopEnded(milliseconds(one.ended), one.stop, line)


def _became(one: standings.Standing, names: PlantNames) -> Became:
    name = names.called(one.record)
    return Became(milliseconds(one.at), one.thing, name, one.state, names.sorts.get(name, ""))


def still_matters(look: Records, names: PlantNames) -> list[HazardMoved | Inspected]:
    """What a rule that begins now must have heard: the hazards that are open, and the latest inspections of each
    place."""
    open_ = {one.id for one in look.find("hazard") if one.open}
    latest: dict[str, list[Inspected]] = {}
    for one in sorted(inspected(look, names), key=lambda one: one.due):
        latest.setdefault(one.place, []).append(one)
    return [
        *(one for one in hazards_moved(look, names) if one.hazard in open_),
        *(one for some in latest.values() for one in some[-LATEST:]),
    ]


def was_away(look: Records) -> list[WentAway | CameBack]:
    """When nobody listened to sensors."""
    query = sa.select(entries.c.body).where(entries.c.kind == AWAY, entries.c.outcome == "accepted")
    return [one for body in look.connection.execute(query).scalars() for one in _away(json.loads(body)["args"])]


def _away(args: dict[str, Any]) -> list[WentAway | CameBack]:
    away, back = (milliseconds(utc_moment(args[name])) for name in ("away_since", "back_at"))
    return [WentAway(away), CameBack(back)]


def moved_since(look: Records, names: PlantNames, seq: int) -> tuple[int, list[Moved]]:
    """The last entry of the journal, and what the entries after `seq` did to hazards and inspections, in order."""
    query = sa.select(entries.c.seq, entries.c.body).where(entries.c.seq > seq).order_by(entries.c.seq)
    found: list[Moved] = []
    last = seq
    for row in look.connection.execute(query):
        last, body = row.seq, json.loads(row.body)
        at = milliseconds(utc_moment(body["at"]))
        if body["kind"] == AWAY and "refused" not in body:
            found += _away(body["args"])
        for change in body["changes"]:
            if change["kind"] == "hazard":
                found += _steps(change, names, at)
            elif change["kind"] == "inspection":
                found += _outcome(look, change, names)
    return last, found


def _steps(change: dict[str, Any], names: PlantNames, at: int) -> list[HazardMoved]:
    before, after = change["before"], change["after"]
    one: Hazard = KINDS["hazard"].read(after)
    called = one.number or one.old_number or one.id
    if before is None:
        reported = HazardMoved(milliseconds(one.reported_at), one.id, called, names.called(one.zone), "reported")
        return [reported] if one.open else []
    step = STEPS.get((before["state"], after["state"])) or STEPS.get(("", after["state"]))
    moved = before["state"] != after["state"] and step is not None
    return [HazardMoved(at, one.id, called, names.called(one.zone), step)] if moved and step else []


def _outcome(look: Records, change: dict[str, Any], names: PlantNames) -> list[Inspected]:
    one: Inspection = KINDS["inspection"].read(change["after"])
    outcome = OUTCOMES.get(one.state)
    if not outcome or withdrawn(one):
        return []
    plan = look.get("inspection_plan", one.plan)
    return [_inspected(one, names, plan.name if plan else "", outcome)]


def zone_of(look: Records, key: str) -> str | None:
    """The id of the zone of what a rule speaks of, by what people call it: a sensor, a hazard, a place."""
    for kind, by in (("sensor", "code"), ("hazard", "number")):
        for one in look.find(kind, **{by: key}):
            return str(one.zone)
    place = key.split(" · ")[0].split("/")[0]
    for zone in look.find("zone", name=place):
        return str(zone.id)
    machines = (*look.find("equipment", code=place), *look.find("equipment", line=place))
    return next((str(one.zone) for one in machines), None)
