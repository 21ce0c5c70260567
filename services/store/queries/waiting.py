"""What waits on this console to be sent, as people read it."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.core.shape import utc_moment
from services.store.pending import waiting_rows
from services.store.queries.journal import about_of
from services.store.records import Records


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One operation: what was done here, to what, when, by whom. `sent`: it is on its way."""

    id: str
    kind: str
    args: dict[str, Any]
    about: str
    by: str
    made_at: datetime
    sent: bool


def waiting_here(look: Records) -> tuple[WaitingRow, ...]:
    """All of it, the oldest first."""
    found = []
    for row in waiting_rows(look.connection):
        body = json.loads(row.body)
        about = about_of(look, {"changes": json.loads(row.undo), "args": body["args"]})[1]
        person = look.get("person", body["by"] or "")
        name = person.name if person else ""
        found.append(
            WaitingRow(
                row.operation, body["kind"], body["args"], about, name, utc_moment(body["made_at"]), bool(row.sent)
            )
        )
    return tuple(found)
