"""The way back from an operation that the hub has: what restores what was before, if nobody touched it since."""

from collections.abc import Mapping
from typing import Any

from services.core.operation import Way, inverse
from services.core.refused import Refused
from services.store.queries.journal import EntryRow, entry_of
from services.store.records import Records


def way_back(look: Records, operation: str) -> tuple[EntryRow, Way]:
    """The operation's entry and what undoes it. Raises Refused: undo_on_its_way (the hub has yet to answer),
    nothing_to_undo (it was refused), undo_final (no operation restores it), undo_touched (it is not so any more)."""
    entry = entry_of(look, operation)
    if entry is None:
        raise Refused("undo_on_its_way")
    if entry.refused:
        raise Refused("nothing_to_undo")
    way = inverse(entry.kind, entry.args, entry.id, entry.changes)
    if way is None:
        raise Refused("undo_final", kind=entry.kind)
    if any(_touched(look, change) for change in entry.changes):
        raise Refused("undo_touched", about=entry.about)
    return entry, way


def _touched(look: Records, change: Mapping[str, Any]) -> bool:
    """Whether a field that was changed is something else by now."""
    now, before, after = look.row(change["kind"], change["id"]) or {}, change["before"] or {}, change["after"] or {}
    return any(now.get(name) != value for name, value in after.items() if before.get(name) != value)
