"""What was done on this console since it was opened, so that it can be taken back and done again, step by step.

What has not been sent is taken back as if it had never been. What the hub has is undone by another operation, which
stands in the journal like any other.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from services.store.queries.journal import EntryRow
    from services.store.replica import Local, Replica

MOST = 100


class History:
    """`ask` answers queries on the replica."""

    def __init__(self, replica: "Replica", ask: Callable[..., Any]) -> None:
        self._replica, self._ask = replica, ask
        self._done: list[str] = []
        self._undone: list[EntryRow] = []
        self._ways_back: set[str] = set()

    def did(self, operation: str) -> None:
        """Something new was done: what was taken back before can't be done again on top of it."""
        self._done = [*self._done[-MOST:], operation]
        self._undone.clear()

    def next_back(self) -> "EntryRow | None":
        """What `back` would take back; None where there is nothing."""
        from services.store.queries.journal import entry_of

        unsent = self._unsent()
        if unsent is not None or not self._done:
            return unsent
        entry: EntryRow | None = self._ask(entry_of, operation=self._done[-1])
        return entry

    def next_again(self) -> "EntryRow | None":
        """What `again` would do again."""
        return self._undone[-1] if self._undone else None

    def back(self) -> "tuple[Local, EntryRow | None]":
        """Takes the newest step back: the outcome, under the step's own id, and what it was. Refused: nothing_to_undo
        and those of `way_back`; a step that can't be taken back is passed over the next time."""
        from services.core.refused import Refused
        from services.store.queries.undo import way_back
        from services.store.replica import Local

        unsent = self._unsent()
        if unsent is not None:
            local = self._replica.take_back()
            return local, self._stepped_back(unsent) if local.ok else None
        try:
            if not self._done:
                raise Refused("nothing_to_undo")
            entry, (kind, args) = self._ask(way_back, operation=self._done[-1])
        except Refused as refused:
            if refused.code not in ("undo_on_its_way", "nothing_to_undo"):
                self._done.pop()
            return Local(refused=refused), None
        local = self._replica.run(kind, args)
        if not local.ok:
            return local, None
        self._ways_back.add(local.id)
        return Local(entry.id, None, local.kinds), self._stepped_back(entry)

    def again(self) -> "tuple[Local, EntryRow | None]":
        """Issues what was taken back last once more, where there is something (`next_again`)."""
        entry = self._undone[-1]
        local = self._replica.run(entry.kind, entry.args)
        if local.ok:
            self._undone.pop()
            self._done.append(local.id)
        return local, entry if local.ok else None

    def _stepped_back(self, entry: "EntryRow") -> "EntryRow":
        self._done = [one for one in self._done if one != entry.id]
        self._undone.append(entry)
        return entry

    def _unsent(self) -> "EntryRow | None":
        """The newest operation, if it has not been sent. One that takes a step back is none: to take that back would
        be to do the step again."""
        from services.store.pending import undoable
        from services.store.queries.waiting import waiting_here

        newest = self._ask(lambda look: undoable(look.connection))
        if newest is None or newest in self._ways_back:
            return None
        waiting: tuple[EntryRow, ...] = self._ask(waiting_here)
        return next((one for one in waiting if one.id == newest), None)
