"""Operations of this console that the hub has refused and nobody has settled yet."""

import json
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from services.store.records import Records
from services.store.tables import conflicts


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One of them: what was wanted, and why not."""

    operation: str
    kind: str
    args: dict[str, Any]
    code: str
    facts: dict[str, Any]
    at: str


def conflict_rows(look: Records) -> tuple[ConflictRow, ...]:
    """Unsettled ones, the oldest first."""
    query = sa.select(conflicts).where(conflicts.c.settled_at.is_(None)).order_by(conflicts.c.at)
    found = []
    for row in look.connection.execute(query):
        body = json.loads(row.body)
        facts = json.loads(row.facts)
        found.append(ConflictRow(row.operation, body["kind"], body["args"], row.code, facts, row.at))
    return tuple(found)
