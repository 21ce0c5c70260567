"""How a person settles what the hub had refused: done again, changed, let go; and open again, when that is undone."""

from datetime import datetime
from typing import TYPE_CHECKING, Literal

import sqlalchemy as sa

from services.core.shape import utc_text
from services.store.tables import conflicts

if TYPE_CHECKING:
    from services.store.replica import Replica

How = Literal["again", "changed", "let_go"]


def settle(replica: "Replica", operation: str, how: How, now: datetime) -> bool:
    """Settles the conflict of this operation's id at `now`, in UTC. Whether it was open: who settles first has.
    Raises Refused: disk_full_here."""
    here = sa.update(conflicts).where(conflicts.c.operation == operation, conflicts.c.settled_at.is_(None))
    with replica.database.writing() as connection:
        done = connection.execute(here.values(settled_at=utc_text(now), settled=how)).rowcount == 1
        if done:
            replica.log.settled(operation)
    return done


def reopen(replica: "Replica", operation: str) -> bool:
    """The conflict of this operation's id is open again. Whether it was settled. Raises Refused: disk_full_here."""
    one = sa.select(conflicts).where(conflicts.c.operation == operation, conflicts.c.settled_at.is_not(None))
    with replica.database.writing() as connection:
        row = connection.execute(one).mappings().first()
        if row is None:
            return False
        opened = {"settled_at": None, "settled": None}
        connection.execute(sa.update(conflicts).where(conflicts.c.operation == operation).values(opened))
        replica.log.conflict({name: value for name, value in row.items() if name not in opened})
    return True
