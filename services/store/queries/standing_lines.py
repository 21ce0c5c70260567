"""Inspections that nobody could make, as what they are of stood: by the stops that the MES or an agent told of."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from services.core.inspections import Inspection
from services.core.shape import utc_text
from services.store import stops
from services.store.records import Records
from services.store.stops import Stop
from services.store.tables import RECORDS

LATELY = timedelta(hours=24)  # so long after a window closed a stop may still be told of


def stood_through(look: Records, now: datetime) -> dict[str, str]:
    """The inspections, due or missed, whose window closed lately and whose machine, or whose every machine in the zone,
    stood from its beginning to its end; by id, with what stood."""
    table = RECORDS["inspection"]
    closed = (
        sa.select(table)
        .where(table.c.state.in_(("due", "missed")))
        .where(table.c.closes_at > utc_text(now - LATELY), table.c.closes_at < utc_text(now))
    )
    tasks = [look.read("inspection", row) for row in look.connection.execute(closed)]
    planned = [one for one in tasks if one.plan and one.by is None]
    if not planned:
        return {}
    first = min(one.opens_at for one in planned)
    by_line: dict[str, list[Stop]] = {}
    for one in stops.between(look.connection, first, now):
        by_line.setdefault(one.line, []).append(one)
    found = ((one.id, _what_stood(look, one, by_line)) for one in planned) if by_line else ()
    return {id_: what for id_, what in found if what}


def _what_stood(look: Records, task: Inspection, by_line: dict[str, list[Stop]]) -> str:
    """The codes of what stood; empty where anything ran, or nothing is known to stand."""
    if task.equipment:
        machine = look.get("equipment", task.equipment)
        machines = [machine] if machine else []
    else:
        machines = [one for one in look.find("equipment", zone=task.zone) if one.retired_at is None]
    stood = []
    for one in machines:
        names = [name for name in (one.line, one.code) if name]
        through = next((name for name in names if covers(by_line.get(name, []), task.opens_at, task.closes_at)), "")
        if not through:
            return ""
        stood.append(through)
    return ", ".join(dict.fromkeys(stood))[:200]


def covers(some: list[Stop], begins: datetime, ends: datetime) -> bool:
    """Whether stops, one after the other or over each other, last from one moment to another."""
    at = begins
    for one in sorted(some, key=lambda each: each.began):
        if one.began > at:
            return False
        if one.ended is None or one.ended >= ends:
            return True
        at = max(at, one.ended)
    return False
