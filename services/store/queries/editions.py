"""Which edition of a floor's plan this is: the journal's entry that changed the floor or one of its zones last.

An edition so told needs nobody to count: whoever changes the plan makes a new one, a plan printed again unchanged
bears the same, and the number leads to the entry that says who changed what."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from services.core.shape import utc_moment
from services.store.pending import unconfirmed
from services.store.records import Records
from services.store.tables import RECORDS, entries, touched


@dataclass(frozen=True, slots=True)
class Edition:
    """`seq` and `at` of the entry; 0 and None where it is not among the entries kept here. `draft`: something on the
    plan was changed on this console and the hub has yet to confirm it."""

    seq: int
    at: datetime | None
    draft: bool


def edition_of(look: Records, floor: str) -> Edition:
    """The edition that a floor's plan stands at."""
    zones = {zone.id for zone in look.find("zone", floor=floor)}
    column = RECORDS["zone"].c
    of_zones = sa.select(column.id).where(column.floor == floor)
    touching = sa.or_(
        sa.and_(touched.c.kind == "floor", touched.c.record == floor),
        sa.and_(touched.c.kind == "zone", touched.c.record.in_(of_zones)),
    )
    last = sa.select(sa.func.max(touched.c.seq)).where(touching).scalar_subquery()
    found = look.connection.execute(sa.select(entries.c.seq, entries.c.at).where(entries.c.seq == last)).first()
    draft = not unconfirmed(look.connection).isdisjoint({floor, *zones})
    return Edition(found.seq, utc_moment(found.at), draft) if found else Edition(0, None, draft)
