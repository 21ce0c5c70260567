"""How a person settles what the hub had refused: done again, changed, let go; and open again, when that is undone."""

from datetime import datetime
from typing import Literal

import sqlalchemy as sa

from services.core.shape import utc_text
from services.store.database import Database
from services.store.tables import conflicts

How = Literal["again", "changed", "let_go"]


def settle(database: Database, operation: str, how: How, now: datetime) -> bool:
    """Settles the conflict of this operation's id at `now`, in UTC. Whether it was open: who settles first has."""
    here = sa.update(conflicts).where(conflicts.c.operation == operation, conflicts.c.settled_at.is_(None))
    with database.writing() as connection:
        return connection.execute(here.values(settled_at=utc_text(now), settled=how)).rowcount == 1


def reopen(database: Database, operation: str) -> bool:
    """The conflict of this operation's id is open again. Whether it was settled."""
    here = sa.update(conflicts).where(conflicts.c.operation == operation, conflicts.c.settled_at.is_not(None))
    with database.writing() as connection:
        return connection.execute(here.values(settled_at=None, settled=None)).rowcount == 1
