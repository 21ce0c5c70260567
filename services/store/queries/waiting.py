"""What waits on this console to be sent, as the entries that it would become."""

import json
from collections.abc import Mapping
from typing import Any

from services.core.shape import utc_moment
from services.store.pending import grounds, waiting_rows
from services.store.queries.journal import EntryRow, about_of
from services.store.records import Records

Now = dict[tuple[str, str], dict[str, Any] | None]


def waiting_here(look: Records) -> tuple[EntryRow, ...]:
    """All of it, the oldest first: entries without a hash, numbered in their order, with the moments of this computer's
    clock."""
    after: Now = {}
    found = [
        _entry(look, row, _changes(look, json.loads(row.undo), after))
        for row in reversed(waiting_rows(look.connection))
    ]
    return tuple(reversed(found))


def waiting_ids(look: Records) -> frozenset[str]:
    """The ids of the operations that wait."""
    return frozenset(row.operation for row in waiting_rows(look.connection))


def fields_waiting(look: Records, kind: str, id_: str) -> frozenset[str]:
    """The fields of a record that this console's waiting operations have changed; empty once the hub has confirmed
    them."""
    ground, now = grounds(look.connection), look.row(kind, id_) or {}
    if (kind, id_) not in ground:
        return frozenset()
    before = ground[kind, id_] or {}
    return frozenset(name for name, value in now.items() if before.get(name) != value)


def _changes(look: Records, undo: list[dict[str, Any]], after: Now) -> list[dict[str, Any]]:
    """What an operation changed: before, and as it stood until the next change; `after` is taken back by it."""
    found = []
    for change in reversed(undo):
        key = change["kind"], change["id"]
        if key not in after:
            after[key] = look.row(*key)
        found.append({**change, "after": after[key]})
        after[key] = change["before"]
    return found[::-1]


def _entry(look: Records, row: Any, changes: list[dict[str, Any]]) -> EntryRow:
    body: Mapping[str, Any] = json.loads(row.body)
    kind, about = about_of(look, {"changes": changes, "args": body["args"]})
    made_at, author = utc_moment(body["made_at"]), look.get("person", body["by"] or "")
    return EntryRow(
        row.n,
        row.operation,
        body["kind"],
        made_at,
        author,
        body["device"],
        about,
        kind,
        None,
        body["args"],
        tuple(changes),
        "",
        made_at,
        waiting=True,
    )
