"""Live status of zones: red, yellow, green or unknown, with the records that make it so."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa

from services.core.hazards import TO_REVIEW, Hazard
from services.core.inspections import Inspection
from services.core.sensors import Sensor
from services.core.shape import utc_moment, utc_text
from services.core.zones import Zone
from services.store.records import Records
from services.store.tables import RECORDS

OPEN = ("reported", "assigned", "fixing", "fixed", "first_passed")


class Status(StrEnum):
    """What a zone's colour says now."""

    NORMAL = "normal"
    PENDING = "pending"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ZoneStatus:
    """A zone, its status, and its open hazards, the most urgent clock first. `since` is the moment of the oldest
    cause of the colour; `missed` are inspections whose miss nobody has made good; `beyond` its sensors that are over a
    limit, `silent` those of which nothing is heard any more, the longest first."""

    zone: Zone
    status: Status
    hazards: tuple[Hazard, ...]
    overdue: int
    since: datetime | None
    missed: tuple[Inspection, ...] = ()
    beyond: tuple[Sensor, ...] = ()
    silent: tuple[Sensor, ...] = ()


@dataclass(frozen=True, slots=True)
class _Causes:
    """What is known of one zone."""

    hazards: list[Hazard] = field(default_factory=list)
    missed: list[Inspection] = field(default_factory=list)
    beyond: list[Sensor] = field(default_factory=list)
    silent: list[Sensor] = field(default_factory=list)


def zone_statuses(look: Records, now: datetime, floor: str | None = None) -> tuple[ZoneStatus, ...]:
    """All living zones (of a floor) with their status. Overdue if anything's time has passed, or an inspection was
    missed and not made good; pending if anything is open or a sensor was beyond its limit when it was heard last;
    unknown while nothing can be said: a sensor has fallen silent, or no report yet, no plan to inspect it and no living
    label to report by; else normal. A sensor that was never heard says nothing."""
    zones = look.find("zone", floor=floor) if floor else look.find("zone")
    watched = {label.zone for label in look.find("label") if label.revoked_at is None}
    watched |= {zone for plan in look.find("inspection_plan") if plan.retired_at is None for zone in plan.zones}
    causes = _causes(look)
    living = (zone for zone in zones if zone.retired_at is None)
    return tuple(_status(look, zone, causes[zone.id], now, zone.id in watched) for zone in living)


def _causes(look: Records) -> defaultdict[str, _Causes]:
    """By zone what may give it a colour."""
    found: defaultdict[str, _Causes] = defaultdict(_Causes)
    for hazard in open_hazards(look):
        found[hazard.zone].hazards.append(hazard)
    for task in unmade(look):
        found[task.zone].missed.append(task)
    for sensor in look.find("sensor"):
        state = sensor_state(sensor)
        if sensor.retired_at is None and state == Status.PENDING:
            found[sensor.zone].beyond.append(sensor)
        elif sensor.retired_at is None and sensor.hearing == "silent":
            found[sensor.zone].silent.append(sensor)
    return found


def sensor_state(sensor: Sensor) -> Status:
    """How a sensor is, by what the hub has noted of it: beyond a limit until it is heard to be back, unknown while
    nothing is heard of it."""
    if sensor.beyond:
        return Status.PENDING
    return Status.NORMAL if sensor.hearing == "heard" else Status.UNKNOWN


def unmade(look: Records) -> tuple[Inspection, ...]:
    """Missed inspections of plans in use that no later check-in at the same place has made good, the oldest first.
    What was missed on paper, before the plant worked with these plans, is history."""
    table = RECORDS["inspection"]
    later = table.alias()
    made_good = sa.exists().where(
        later.c.plan == table.c.plan,
        later.c.zone == table.c.zone,
        later.c.due_at > table.c.due_at,
        later.c.state.in_(("done", "late")),
        sa.func.coalesce(later.c.equipment, "") == sa.func.coalesce(table.c.equipment, ""),
    )
    missed = sa.select(table).where(table.c.state == "missed", table.c.batch.is_(None), ~made_good)
    used = {plan.id for plan in look.find("inspection_plan") if plan.retired_at is None}
    rows = look.connection.execute(missed.order_by(table.c.due_at, table.c.id))
    return tuple(look.read("inspection", row) for row in rows if row.plan in used)


def open_hazards(look: Records) -> tuple[Hazard, ...]:
    """All hazards not yet closed or rejected."""
    found: list[Hazard] = []
    for state in OPEN:
        found += look.find("hazard", state=state)
    return tuple(found)


def open_count(look: Records, now: datetime) -> tuple[int, bool]:
    """How many hazards are not yet closed or rejected, and whether the time of one of them has passed."""
    query = sa.select(sa.func.count(), sa.func.min(open_clock())).where(RECORDS["hazard"].c.state.in_(OPEN))
    count, first = look.connection.execute(query).one()
    return int(count), first is not None and utc_moment(first) < now


def is_open() -> "sa.ColumnElement[bool]":
    """Whether a hazard is open, with column and codes in the statement itself, as an index over the open ones has
    them."""
    return sa.literal_column("hazards.state", sa.Text).in_(_in_words(OPEN))


def open_clock() -> "sa.ColumnElement[str]":
    """`clock_of` in SQL, for hazards that are open; nothing for others. Its codes stand in the statement itself, so
    that the index `ix_hazards_clock` has the order by it."""
    h = RECORDS["hazard"].c
    reviewed = h.state.in_(_in_words(state.value for state in TO_REVIEW))
    return sa.case((is_open(), sa.case((reviewed, h.review_due_at), else_=h.due_at)))


def _in_words(codes: Iterable[str]) -> "list[sa.ColumnClause[str]]":
    return [sa.literal_column(f"'{code}'", sa.Text) for code in codes]


def clock_of(hazard: Hazard) -> datetime | None:
    """The time by which the next one must have acted: the review's clock while it is reviewed, else the fixing's."""
    return hazard.review_due_at or hazard.due_at


def by_urgency(hazards: Sequence[Hazard]) -> tuple[Hazard, ...]:
    """The shortest clock first; those without one last, by age."""
    return tuple(sorted(hazards, key=lambda h: (clock_of(h) is None, clock_of(h) or h.reported_at, h.id)))


def _status(look: Records, zone: Zone, causes: _Causes, now: datetime, watched: bool) -> ZoneStatus:
    hazards, missed = by_urgency(causes.hazards), tuple(causes.missed)
    beyond = _oldest_first(causes.beyond, "beyond_since")
    silent = _oldest_first(causes.silent, "hearing_since")
    late = [hazard for hazard in hazards if hazard.overdue(now)]
    if late or missed:
        status, since = Status.OVERDUE, [clock_of(one) or one.reported_at for one in late]
        since += [one.closes_at for one in missed]
    elif hazards or beyond:
        status, since = Status.PENDING, [one.reported_at for one in hazards]
        since += [one.beyond_since for one in beyond if one.beyond_since]
    elif silent:
        status, since = Status.UNKNOWN, [one.hearing_since for one in silent if one.hearing_since]
    else:
        known = watched or _reported(look, zone.id)
        status, since = Status.NORMAL if known else Status.UNKNOWN, []
    return ZoneStatus(zone, status, hazards, len(late), min(since, default=None), missed, beyond, silent)


def _reported(look: Records, zone: str) -> bool:
    """Whether anything was ever reported in a zone."""
    table = RECORDS["hazard"]
    query = sa.select(table.c.id).where(table.c.zone == zone).limit(1)
    return look.connection.execute(query).first() is not None


def _oldest_first(sensors: list[Sensor], since: str) -> tuple[Sensor, ...]:
    return tuple(sorted(sensors, key=lambda one: (utc_text(getattr(one, since)), one.id)))
