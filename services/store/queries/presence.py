"""Who was seen in a zone lately: by what people did there, as no door tells who is inside."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from services.core.people import Person
from services.core.shape import utc_text
from services.store.records import Records
from services.store.tables import RECORDS

LATELY = timedelta(hours=12)  # a shift, with what is left of the one before
MOST_ROUNDS = 50


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody checked in at `at`."""

    person: Person
    at: datetime


def seen_lately(look: Records, zone: str, now: datetime) -> tuple[Seen, ...]:
    """Everybody who checked in in a zone within the last twelve hours, once, the latest first. What is doubtful, as a
    check-in without the place's label, shows nobody."""
    table = RECORDS["inspection"]
    made = (
        sa.select(table)
        .where(table.c.zone == zone, table.c.doubtful == "", table.c.by.is_not(None))
        .where(table.c.at > utc_text(now - LATELY), table.c.at <= utc_text(now))
        .order_by(table.c.at.desc())
        .limit(MOST_ROUNDS)
    )
    newest: dict[str, datetime] = {}
    for row in look.connection.execute(made):
        one = look.read("inspection", row)
        newest.setdefault(one.by, one.at)
    people = ((look.get("person", who), at) for who, at in newest.items())
    return tuple(Seen(person, at) for person, at in people if person is not None)
