"""What the hub sends down: entries after a cursor, with the clear values that the reader may see."""

import json
from typing import Any

import sqlalchemy as sa

from services.core.operation import Actor
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, LEADERS, Role
from services.store.journal import head
from services.store.personal import clear_of, sealed_in
from services.store.tables import entries

CONSOLE_ROLES = LEADERS | ADMINISTRATION | {Role.HR, Role.AUDITOR}
MOST_ENTRIES = 100


def page_after(connection: sa.Connection, actor: Actor, cursor: int, most: int = MOST_ENTRIES) -> dict[str, Any]:
    """Up to `most` entries after a sequence number, in commit order. An auditor gets no personal values.
    Raises Refused: not_allowed."""
    if not actor.has(*CONSOLE_ROLES):
        raise Refused("not_allowed", kind="sync")
    query = sa.select(entries.c.body, entries.c.hash).where(entries.c.seq > cursor)
    rows = connection.execute(query.order_by(entries.c.seq).limit(min(most, MOST_ENTRIES))).all()
    sealed = {one for row in rows if '"sealed"' in row.body for one in sealed_in(json.loads(row.body)["changes"])}
    may_see = actor.roles - {Role.AUDITOR}
    return {
        "entries": [{"body": row.body, "hash": row.hash} for row in rows],
        "clear": clear_of(connection, sealed) if may_see else {},
        "head": head(connection)[0],
    }
