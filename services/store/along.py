"""What a person takes along before leaving the hub behind: photos and drawings of some floors, and older entries of the
journal, until a day. It is kept as a wish; each round of sync fetches a part of what is still missing, so that it goes
on after a cut wire or a restart."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from services.core.hazards import ENDED
from services.core.shape import utc_moment, utc_text
from services.store.facts import fact, set_fact
from services.store.records import Records
from services.store.replica import Replica
from services.store.tables import floors, hazards, zones
from services.store.works_tables import inspections

FACT = "along"


@dataclass(frozen=True, slots=True)
class Along:
    """`floors` by id, none for all; photos and entries from `since` on (open hazards whenever they were reported), kept
    until `until`."""

    floors: frozenset[str]
    since: datetime
    until: datetime
    photos: bool = True


def along_of(look: Records, now: datetime) -> Along | None:
    """What is being taken along; None where nothing is, or its time is over."""
    said: dict[str, Any] | None = fact(look.connection, FACT)
    if not said or utc_moment(said["until"]) <= now:
        return None
    return Along(frozenset(said["floors"]), utc_moment(said["since"]), utc_moment(said["until"]), said["photos"])


def take_along(replica: Replica, along: Along) -> None:
    """From now on the rounds of sync fetch this."""
    said = {"floors": sorted(along.floors), "since": utc_text(along.since), "until": utc_text(along.until)}
    replica.set_facts(**{FACT: {**said, "photos": along.photos}})


def leave_here(replica: Replica) -> None:
    """Nothing more is fetched; what has come stays."""
    with replica.database.writing() as connection:
        set_fact(connection, FACT, None)


def blobs_along(look: Records, along: Along) -> list[str]:
    """The drawings, and the photos by hash, that belong to it: those of open hazards first, then the newest."""
    used = sa.select(floors.c.drawing).where(floors.c.drawing.is_not(None), floors.c.retired_at.is_(None))
    found = list(look.connection.execute(used.where(_on(floors.c.id, along))).scalars())
    if not along.photos:
        return found
    here = sa.select(zones.c.id).where(_on(zones.c.floor, along))
    since = utc_text(along.since)
    ended = hazards.c.state.in_([state.value for state in ENDED])
    wanted = sa.or_(sa.not_(ended), hazards.c.reported_at >= since, hazards.c.closed_at >= since)
    mine = sa.select(hazards.c.before, hazards.c.after, hazards.c.extra_photos).where(hazards.c.zone.in_(here), wanted)
    for row in look.connection.execute(mine.order_by(ended, hazards.c.reported_at.desc())):
        found += [sha for text in row for sha in json.loads(text)]
    checks = sa.select(inspections.c.photos).where(inspections.c.zone.in_(here), inspections.c.due_at >= since)
    for text in look.connection.execute(checks.where(inspections.c.photos != "[]")).scalars():
        found += json.loads(text)
    return list(dict.fromkeys(found))


def _on(column: "sa.ColumnElement[Any]", along: Along) -> "sa.ColumnElement[bool]":
    return column.in_(sorted(along.floors)) if along.floors else sa.true()
